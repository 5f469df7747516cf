"""spaCy's side of the speed bench: reads texts, then answers each line `full` or `names` with CPU seconds of one pass."""

import json
import sys
import time

import spacy
from reference import PACKAGE


def load(names: list[str]):
    nlp = spacy.load(PACKAGE)
    nlp.select_pipes(enable=names)
    return nlp


pipelines = {"full": load(["tok2vec", "tagger", "parser", "ner"]), "names": load(["ner"])}
texts = json.loads(sys.stdin.readline())
print("ready", flush=True)
for line in sys.stdin:
    started = time.process_time()
    for _ in pipelines[line.strip()].pipe(texts):
        pass
    print(time.process_time() - started, flush=True)
