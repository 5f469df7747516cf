"""Everything of a spaCy pipeline that is not a weight: tokenizer, norms, attribute rules, lemmas, character classes."""

import sys

from patterns import to_javascript
from spacy.attrs import NORM, ORTH
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS


def tokenizer_tables(nlp) -> dict:
    tokenizer = nlp.tokenizer
    assert tokenizer.token_match is None
    rules = {key: [[part[ORTH], part.get(NORM)] for part in parts] for key, parts in tokenizer.rules.items()}
    return {
        "prefix": to_javascript(tokenizer.prefix_search.__self__.pattern),
        "suffix": to_javascript(tokenizer.suffix_search.__self__.pattern),
        "infix": to_javascript(tokenizer.infix_finditer.__self__.pattern),
        "rules": {
            key: [[orth] if norm is None else [orth, norm] for orth, norm in parts] for key, parts in rules.items()
        },
        "sequences": special_sequences(nlp),
    } | url_patterns(tokenizer.url_match.__self__.pattern)


def url_patterns(pattern: str) -> dict:
    """The URL pattern cut into scheme and host, because as one it takes quadratic time; the code joins them."""
    head = r"(?u)^(?:(?:[\w\+\-\.]{2,})://)?(?:\S+(?::\S*)?@)?"
    tail = r"(?:[/?#]\S*)?$"
    assert pattern.startswith(head) and pattern.endswith(tail), "the URL pattern is not the one that was cut"
    host = pattern[len(head) : -len(tail)]
    return {"urlScheme": to_javascript(r"[\w\+\-\.]{2,}://"), "urlHost": to_javascript(host + "(?=[/?#]|$)")}


def special_sequences(nlp) -> dict:
    """Special cases that affix rules would split: they are looked for again in the split tokens."""
    tokenizer, found = nlp.tokenizer, {}
    for key in tokenizer.rules:
        if tokenizer.find_prefix(key) or tokenizer.find_infix(key) or tokenizer.find_suffix(key) or " " in key:
            found[key] = None
    rules = tokenizer.rules
    tokenizer.rules = {}
    for key in found:
        found[key] = [token.text for token in tokenizer(key)]
    tokenizer.rules = rules
    return found


def norm_tables(nlp) -> dict:
    """Norms by word; where the published table holds only a hash, by the 64-bit hash as 16 hexadecimal digits."""
    words, hashes = dict(BASE_NORMS), {}
    for key, value in nlp.vocab.lookups.get_table("lexeme_norm").items():
        try:
            words[nlp.vocab.strings[key]] = value
        except KeyError:
            hashes["%016x" % key] = value
    return {"words": words, "hashes": hashes}


def lemma_tables(nlp) -> dict:
    lookups = nlp.get_pipe("lemmatizer").lookups
    tables = {name: lookups.get_table(name) for name in ("lemma_rules", "lemma_exc", "lemma_index")}
    parts = {}
    for part in ("noun", "verb", "adj", "adv", "punct"):
        exceptions = tables["lemma_exc"].get(part, {})
        parts[part] = {
            "rules": list(tables["lemma_rules"].get(part, [])),
            "exceptions": {word: list(forms) for word, forms in sorted(exceptions.items())},
            "index": sorted(tables["lemma_index"].get(part, [])),
        }
    known = sum(len(part["rules"]) > 0 for part in parts.values())
    assert known == len(tables["lemma_rules"]), "a part of speech is missing"
    return parts


def character_classes() -> dict:
    """Python's ideas of letter, upper case and digit as sorted range starts and ends (end excluded)."""
    tests = {"alpha": str.isalpha, "upper": str.isupper, "digit": str.isdigit}
    return {name: ranges(test) for name, test in tests.items()}


def ranges(test) -> list[int]:
    edges, inside = [], False
    for code in range(sys.maxunicode + 1):
        if test(chr(code)) != inside:
            edges.append(code)
            inside = not inside
    return edges + ([sys.maxunicode + 1] if inside else [])


def symbols() -> dict:
    """Strings that spaCy's string store maps to small integers in place of a hash."""
    return {name: int(value) for name, value in IDS.items() if name}
