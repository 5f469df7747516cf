"""spaCy's answers on texts from standard input, one JSON string a line, as the frozen reference has them."""

import json
import sys

import spacy
from reference import PACKAGE, answer

nlp = spacy.load(PACKAGE)
texts = [json.loads(line) for line in sys.stdin]
for doc in nlp.pipe(texts):
    print(json.dumps(answer(doc), ensure_ascii=True, separators=(",", ":")))
