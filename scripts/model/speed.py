"""spaCy's side of the speed benches: one JSON array of texts a line, or a task of one word for CPU seconds of one pass."""

import json
import sys
import time

import spacy
from reference import PACKAGE


def load(names: list[str]):
    nlp = spacy.load(PACKAGE)
    nlp.select_pipes(enable=names)
    return nlp


pipelines = {
    "stock": spacy.load(PACKAGE),
    "full": load(["tok2vec", "tagger", "parser", "ner"]),
    "parse": load(["tok2vec", "tagger", "parser"]),
    "names": load(["ner"]),
}
texts = json.loads(sys.stdin.readline())
print("ready", flush=True)
for line in sys.stdin:
    if line.startswith("["):
        texts = json.loads(line)
        continue
    if line.strip() == "sentences":
        print(sum(len(list(doc.sents)) for doc in pipelines["parse"].pipe(texts)), flush=True)
        continue
    started = time.process_time()
    for _ in pipelines[line.strip()].pipe(texts):
        pass
    print(time.process_time() - started, flush=True)
