"""How well hits are ranked: judged searches over the sample archive, ours beside other engines."""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from statistics import fmean
from urllib.parse import parse_qsl

from search.backends.base import Searcher
from search.backends.whoosh.live import LiveReader
from search.query.build import build_query
from search.query.params import from_params
from search.query.query_strings import to_query_string
from search.query.request import SearchRequest
from tests.evaluation.ranking_peers import WEIGHTS, Peers

JUDGEMENTS = Path(__file__).parent / "judgements.toml"
CORPUS = Path(__file__).parents[2] / "corpus"
SHOWN, READ, MUCH = 10, 100, 2
OURS = "On the Record"


@dataclass(frozen=True, slots=True)
class Judged:
    """A search, and how well each story answers it, by the story's id: 3 asked for, 2 much about it, 1 of help."""

    request: SearchRequest
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scores:
    """nDCG@10 and recall@100, of a search or in the mean."""

    gain: float
    found: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Ours over all ``searches``, with a line for each that could be answered better; and every system, ours too,
    over those ``asked_of_all`` that have words."""

    ours: Scores
    searches: int
    lines: Sequence[str]
    systems: Mapping[str, Scores]
    asked_of_all: int


def judged_searches() -> list[Judged]:
    """Read the searches that were judged."""
    rows = tomllib.loads(JUDGEMENTS.read_text(encoding="utf-8"))["search"]
    return [Judged(from_params(parse_qsl(row["address"])), row["grades"]) for row in rows]


def build_sample(folder: Path) -> tuple[Searcher, dict[str, str]]:
    """Index the sample archive; give its searcher, and each story's file and part by its id."""
    command = [sys.executable, "-m", "indexer", "rebuild", str(CORPUS), "--index", str(folder), "--quiet"]
    subprocess.run(command, cwd=CORPUS.parent, check=True)
    searcher = LiveReader(folder).current()
    everything = build_query(SearchRequest())
    hits = searcher.search(everything, "articles", "oldest", 0, 10_000).hits
    articles = (searcher.article(hit.article_id) for hit in hits)
    return searcher, {one.id: one.files[0].path + (f"#{one.part}" if one.part else "") for one in articles if one}


def measure() -> Measured:
    """Ask every judged search of ours, and of the peers what they can be asked."""
    with tempfile.TemporaryDirectory() as folder:
        searcher, names = build_sample(Path(folder))
        searches, peers = judged_searches(), Peers(searcher)
        ranked: dict[str, list[list[str] | None]] = {OURS: [best(searcher, one.request) for one in searches]}
        for name, (label, weight) in product(peers.rankers, WEIGHTS.items()):
            ranked[name + label] = [peers.best(one.request, name, weight) for one in searches]

    def scores(ids: Sequence[str], judged: Judged) -> Scores:
        found = [names[id] for id in ids]
        return Scores(ndcg(found, judged.grades), recall(found, judged.grades))

    common = [number for number in range(len(searches)) if all(found[number] is not None for found in ranked.values())]
    ours = [scores(ids or (), judged) for ids, judged in zip(ranked[OURS], searches, strict=True)]
    better = [
        f"{one.gain:.2f} {one.found:.2f} {to_query_string(judged.request)}"
        for one, judged in zip(ours, searches, strict=True)
        if one != Scores(1.0, 1.0)
    ]
    systems = {
        name: _mean([scores(found[number] or (), searches[number]) for number in common])
        for name, found in ranked.items()
    }
    return Measured(_mean(ours), len(searches), sorted(better), systems, len(common))


def best(searcher: Searcher, request: SearchRequest) -> list[str]:
    """Give the ids of the articles that a search shows first, copies among them."""
    found = searcher.search(build_query(request), "articles", request.sort, 0, READ)
    return [hit.article_id for hit in found.hits]


def _mean(scores: Sequence[Scores]) -> Scores:
    return Scores(fmean(one.gain for one in scores), fmean(one.found for one in scores))


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Give the discounted gain of the first hits, as a share of what the best order would have."""
    return _gain([grades.get(name, 0) for name in ranked]) / _gain(sorted(grades.values(), reverse=True))


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades[:SHOWN], start=1))


def recall(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Give the share of the stories that are much about it which are among the first hundred."""
    wanted = {name for name, grade in grades.items() if grade >= MUCH}
    return len(wanted & set(ranked)) / len(wanted)
