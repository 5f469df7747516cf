"""Training text of the domain head: CrossNER politics with our labels, and sentences written for this project."""

import json
import random
import re
from pathlib import Path

LABELS = ("PERSON", "AGENCY", "ORGANISATION", "PLACE", "EVENT", "INSTRUMENT")
CROSSNER = {
    "politician": "PERSON",
    "person": "PERSON",
    "organisation": "ORGANISATION",
    "politicalparty": "ORGANISATION",
    "country": "PLACE",
    "location": "PLACE",
    "event": "EVENT",
    "election": "EVENT",
}
# CrossNER has no state bodies and no instruments: an organisation or a misc span that ends or begins so is one.
AGENCY = re.compile(
    r"^(the )?(U\.S\. |US )?(Ministry|Department|Office|Bureau|Parliament|Senate|House of|National Assembly|Supreme|"
    r"Congress$|Cabinet|KGB|CIA|FBI|Bundestag|Sejm|Knesset|State Duma)\b"
    r"|\b(Ministry|Parliament|Senate|Cabinet|House of Representatives|House of Commons|Supreme Court|Army|Navy|Air Force|"
    r"Legislature|legislature|Legislative Council|Legislative Assembly|National Assembly|Government)$"
)
INSTRUMENT = re.compile(r"\b(Treaty|Agreement|Accords?|Act|Constitution|Declaration|Convention|Protocol|Charter|Law)\b")
TEMPLATES = Path(__file__).with_name("domain-sentences.txt")
ENCYCLOPAEDIC = Path(__file__).with_name("domain-encyclopaedic.txt")


def crossner(path: Path) -> list[tuple[str, list]]:
    """Sentences with (start, end, label) spans."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(row["text"], [span for span in map(_span, row["entities"]) if span is not None]) for row in rows]


def _span(entity: dict):
    label, text = CROSSNER.get(entity["type"]), entity["text"]
    if label == "ORGANISATION" and AGENCY.search(text):
        label = "AGENCY"
    elif entity["type"] in ("misc", "organisation", "event") and INSTRUMENT.search(text):
        label = "INSTRUMENT"
    return None if label is None else (entity["start"], entity["end"], label)


def written(count: int, seed: int) -> list[tuple[str, list]]:
    """`count` sentences from the templates, slots filled at random but repeatably."""
    sentences, lists = TEMPLATES.read_text(encoding="utf-8").split("\n\n")
    templates = [line for line in sentences.splitlines() if not line.startswith("#")]
    fillers = {line.split(": ", 1)[0]: line.split(": ", 1)[1].split("|") for line in lists.splitlines()}
    chance = random.Random(seed)
    return [_fill(templates[i % len(templates)], fillers, chance) for i in range(count)]


def encyclopaedic() -> list[tuple[str, list]]:
    """The sentences that were written one by one."""
    lines = ENCYCLOPAEDIC.read_text(encoding="utf-8").splitlines()
    return [_fill(line, {}, random.Random(0)) for line in lines if not line.startswith("#")]


def _fill(template: str, fillers: dict, chance: random.Random) -> tuple[str, list]:
    text, spans, at = "", [], 0
    for match in re.finditer(r"\{([A-Z]+)\}|\[([A-Z]+) ([^\]]+)\]", template):
        text += template[at : match.start()]
        label = match[1] or match[2]
        name = match[3] or chance.choice(fillers[label])
        article = "the " if name.startswith("the ") else ""
        # A slot after "the" takes no second article, and the article is not part of a name.
        if article and text.endswith(("the ", "The ")):
            article, name = "", name[4:]
        start = len(text) + len(article)
        text += article + name.removeprefix("the ") if article else name
        spans.append((start, len(text), label))
        at = match.end()
    return text + template[at:], spans
