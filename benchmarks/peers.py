"""How fast the reader is beside a parser, on one core and in the same run.

    pip install spacy && python benchmarks/peers.py FOLDER [--runs N]      FOLDER holds .txt articles

The parser is a bare spaCy pipeline: tokens, vectors, tags and dependencies, of the size of `en_core_web_sm` (96 wide,
4 layers deep), with weights that were not trained, which takes the same time. Quotation extractors that stand on spaCy
(Citron, textacy, GenderGapTracker) cost at least that much. The runs of the two take turns.
"""

import argparse
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from onrecord.language import EngineName
from onrecord.language.tagger import load_tagger
from reading import read_exactly
from speed import read_whole

_DEPENDENCIES = "ROOT nsubj dobj prep pobj det amod advmod aux ccomp conj cc punct compound poss".split()
_TAGS = "NN NNS NNP VB VBD VBZ VBG VBN IN DT JJ RB PRP CC CD . ,".split()


def spacy_pipeline() -> Any:
    """A pipeline of the build of `en_core_web_sm`'s parser, with weights as they are before training."""
    import spacy

    nlp = spacy.blank("en")
    model = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 96,
        "depth": 4,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    }
    nlp.add_pipe("tok2vec", config={"model": model})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    parser = nlp.add_pipe(
        "parser",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "parser",
                "extra_state_tokens": False,
                "hidden_width": 64,
                "maxout_pieces": 2,
                "use_upper": True,
                "nO": None,
                "tok2vec": listener,
            }
        },
    )
    for tag in _TAGS:
        tagger.add_label(tag)
    for label in _DEPENDENCIES:
        parser.add_label(label)
    nlp.initialize()
    return nlp


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    texts = [read_exactly(path) for path in sorted(args.folder.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    nlp = spacy_pipeline()
    engines: list[EngineName] = ["rules", "default", "accurate"]
    works: dict[str, Callable[[], object]] = {"bare spaCy": lambda: list(nlp.pipe(texts))}
    for engine in engines:
        load_tagger(engine) if engine != "rules" else None
        works[f"onrecord, {engine}"] = lambda engine=engine: [read_whole(text, engine) for text in texts]  # type: ignore[misc]
    best = {name: min(seconds(work) for _ in range(1)) for name, work in works.items()}
    for _ in range(args.runs - 1):
        best = {name: min(best[name], seconds(work)) for name, work in works.items()}
    for name, spent in best.items():
        print(f"{name:20} {words / spent:>9,.0f} words/s  {best['bare spaCy'] / spent:5.1f} times spaCy")


if __name__ == "__main__":
    main()
