"""Scores on annotated data that is not ours to ship: run where it lies beside the checkout, left out where it does not.

``../shared`` (or the folder that ONTHERECORD_GOLD names) holds ``tools/score_parsing.py``,
``tools/score_attribution.py`` and their data; the scorers' docstrings define the measures.
"""

from __future__ import annotations

import importlib.util
import json
import os
import tarfile
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from indexer.articles import read_articles
from indexer.attribution.training.gold import read_gold
from indexer.files import find_files, read_bytes
from indexer.outcomes import ReadingSettings
from indexer.parsing import Unreadable
from tests.evaluation import attribution, components, parsing

GOLD = Path(os.environ.get("ONTHERECORD_GOLD", Path(__file__).parents[3] / "shared"))

SURE = 0.9


def has_gold() -> bool:
    """Whether the annotated data is at hand."""
    return (GOLD / "tools" / "score_parsing.py").is_file() and (GOLD / "data" / "html-dev").is_dir()


def score_pages() -> dict[str, float]:
    """Score bodies, headlines, bylines and dates of the saved pages, as shares of 1."""
    scorer = _scorer("score_parsing")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(GOLD / "data" / "html-dev" / "pages.tar.xz") as pages:
            # Python 3.11.4 and later refuse what leads out of the folder; the earlier ones know no such word.
            safely: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
            pages.extractall(folder, **safely)
        system = {answer["file"]: answer for answer in _page_answers(Path(folder))}
    labels = [json.loads(line) for line in (GOLD / "data" / "html-dev" / "labels.jsonl").open(encoding="utf-8")]
    found: dict[str, float] = {}
    for name in ("aeb", "fundus", "htmldate"):
        scores: dict[str, Any] = scorer.score([label for label in labels if label["set"] == name], system)
        if "body" in scores:
            found[f"{name} body F1"] = scores["body"]["f1"]
            found[f"{name} exact bodies"] = scores["body"]["acc"]
            found[f"{name} bodies above 0.80"] = 1 - scores["body"]["below_80"] / scores["body"]["n"]
        if "headline" in scores:
            found[f"{name} headline norm"] = scores["headline"]["norm"]
            found[f"{name} headline soft"] = scores["headline"]["soft"]
        if "byline" in scores:
            found["byline F1"] = scores["byline"]["f1"]
        if "date" in scores:
            found[f"{name} date, day"] = scores["date"]["acc"]
            found[f"{name} spurious dates"] = scores["date"]["spurious"]
            if scores["date"]["instant"] is not None:
                found[f"{name} date, instant"] = scores["date"]["instant"]
    found["sure dates, day"] = _right_where_sure(scorer, labels, system)
    return found


def _right_where_sure(scorer: ModuleType, labels: list[dict[str, Any]], system: dict[str, dict[str, Any]]) -> float:
    """Of the answers with a confidence of 0.9 or more, the share whose day is right."""
    right = []
    for label in labels:
        answer = system.get(label["file"]) or {}
        if not label.get("published") or not answer.get("published") or answer["confidence"] < SURE:
            continue
        has_time = "T" in label["published"]
        told = answer["published"] if has_time else answer["published_day"] or answer["published"]
        right.append(scorer.sameday(scorer.pdate(label["published"]), scorer.pdate(told)))
    return sum(right) / max(1, len(right))


def _page_answers(folder: Path) -> list[dict[str, Any]]:
    settings, answers = ReadingSettings(), []
    for source in find_files([folder]):
        try:
            articles = read_articles(source, read_bytes(source), settings, attribute=lambda article: ())
        except Unreadable:
            continue
        answers += [parsing.answer(article) for article in articles]
    return answers


def score_statements() -> dict[str, float]:
    """Score quotations, reports and their speakers in the annotated articles, in percent."""
    scorer = _scorer("score_attribution")
    with (GOLD / "data" / "attribution" / "dev.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    scores: dict[str, Any] = scorer.score(gold, {entry["id"]: attribution.run(entry["text"]) for entry in gold})
    return by_measure(scores)


def score_parts() -> dict[str, float]:
    """Score the cues, contents, sources and speakers of the annotated articles, each apart, in percent."""
    return components.score_components(read_gold(GOLD / "data" / "attribution" / "dev.jsonl"))


def by_measure(scores: dict[str, Any]) -> dict[str, float]:
    """Give the shared scorer's figures by the names of our measures."""
    speakers = scores["b_speaker_acc"]
    return {
        "direct F1": scores["a_direct"]["F1"],
        "speaker, named": speakers["named"]["acc"],
        "speaker, he or she": speakers["pronoun"]["acc"],
        "pair F1": scores["c_pair"]["F1"],
        "pair F1, named": scores["c_pair_named"]["F1"],
        "indirect token F1": scores["d_token"]["F1"],
        "statement F1, speech cues": scores["d_statement_speech"]["F1"],
        "indirect speaker F1": scores["d_speaker"]["F1"],
    }


def _scorer(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, GOLD / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
