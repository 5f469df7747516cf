"""Python regular expressions of the tokenizer as JavaScript ones for the `u` flag."""

CLASSES = {"d": r"\p{Nd}", "w": r"[\p{L}\p{N}_]", "S": r"[^\s\x1c-\x1f\x85]"}
SYNTAX = set("^$\\.*+?()[]{}|/")


def to_javascript(pattern: str) -> str:
    """Rewrites escapes that JavaScript's `u` flag refuses; look-behind and classes mean the same in both."""
    pattern = pattern.replace("(?u)", "")
    out, in_class, index = [], False, 0
    while index < len(pattern):
        char = pattern[index]
        if char == "\\":
            index += 1
            escaped, index = _escape(pattern, index, in_class)
            out.append(escaped)
            continue
        if in_class:
            in_class = char != "]"
            out.append("\\[" if char == "[" else char)
        elif char == "[":
            in_class = True
            out.append("[")
            if pattern[index + 1] == "]":
                out.append("\\]")
                index += 1
        elif char == "/" or (char == "{" and not pattern[index + 1 : index + 2].isdigit()):
            out.append("\\" + char)
        else:
            out.append(char)
        index += 1
    return "".join(out)


def _escape(pattern: str, index: int, in_class: bool) -> tuple[str, int]:
    char = pattern[index]
    if char == "U":
        return "\\u{%x}" % int(pattern[index + 1 : index + 9], 16), index + 9
    if char in CLASSES:
        meaning = CLASSES[char]
        return (meaning[1:-1] if in_class and meaning[0] == "[" else meaning), index + 1
    if char.isalnum() or char in SYNTAX or (in_class and char == "-"):
        return "\\" + char, index + 1
    return char, index + 1
