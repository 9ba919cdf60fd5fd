"""How well hits are ranked: judged searches over the sample archive, and sentences looked for in real archives."""

from __future__ import annotations

import math
import random
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from urllib.parse import parse_qsl

from search.analysis import forms, stem
from search.backends.base import Searcher
from search.backends.whoosh.live import LiveReader
from search.backends.whoosh.writer import WhooshWriter
from search.documents import Article, SourceFile
from search.ids import article_id
from search.query.build import build_query
from search.query.params import from_params
from search.query.request import SearchRequest
from search.results import BuildReport

JUDGEMENTS = Path(__file__).parent / "judgements.toml"
CORPUS = Path(__file__).parents[2] / "corpus"
ARCHIVES = Path(__file__).parents[3] / "shared" / "data" / "archives"
SHOWN, READ, MUCH = 10, 100, 2
ITEMS, STORIES = 200, 2_000
RARE, FEWEST, SELDOM = 8, 4, 0.02
"""Words that a sentence is looked for by, at most and at least; rare is what one story in fifty holds, or fewer."""
_SENTENCE = re.compile(r"(?<!\S)[^\s.!?][^.!?\n]{60,300}[.!?]")


@dataclass(frozen=True, slots=True)
class Judged:
    """A search, and how well each story answers it, by the story's id: 3 asked for, 2 much about it, 1 of help."""

    request: SearchRequest
    grades: Mapping[str, int]


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


def measure() -> tuple[dict[str, float], list[str]]:
    """Give nDCG@10 and recall@100 over the judged searches, and a line for each that could be ranked better."""
    with tempfile.TemporaryDirectory() as folder:
        searcher, names = build_sample(Path(folder))
        gains, found, lines = [], [], []
        for judged in judged_searches():
            ranked = [names[id] for id in best(searcher, judged.request)]
            gain, share = ndcg(ranked, judged.grades), recall(ranked, judged.grades)
            gains.append(gain)
            found.append(share)
            if gain < 1 or share < 1:
                lines.append(f"{gain:.2f} {share:.2f} {judged.request.text}")
    return {"nDCG@10": fmean(gains), "recall@100": fmean(found), "searches": float(len(gains))}, sorted(lines)


def best(searcher: Searcher, request: SearchRequest) -> list[str]:
    """Give the ids of the articles that a search shows first, copies among them."""
    found = searcher.search(build_query(request), "articles", request.sort, 0, READ)
    return [hit.article_id for hit in found.hits]


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Give the discounted gain of the first hits, as a share of what the best order would have."""
    return _gain([grades.get(name, 0) for name in ranked]) / _gain(sorted(grades.values(), reverse=True))


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades[:SHOWN], start=1))


def recall(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Give the share of the stories that are much about it which are among the first hundred."""
    wanted = {name for name, grade in grades.items() if grade >= MUCH}
    return len(wanted & set(ranked)) / len(wanted)


def archives() -> list[Path]:
    """Give the real archives that are at hand."""
    return [path for name in ("prosecutors", "senate") if (path := ARCHIVES / f"{name}.tar.xz").is_file()]


def known_items(archive: Path) -> float:
    """Give the share of sentences, taken at random from an archive, whose rarest words find their story first.

    Where several stories print the sentence, any of them is the right one.
    """
    stories = list(_stories(archive))
    having = Counter(word for one in stories for word in {stem(form) for form in forms(one.text)})
    chance = random.Random(20170210)
    with tempfile.TemporaryDirectory() as folder:
        with WhooshWriter(Path(folder), fresh=True) as writer:
            for one in stories:
                writer.add(one)
            writer.publish(BuildReport(), "known items")
        searcher = LiveReader(Path(folder)).current()
        first = asked = 0
        while asked < ITEMS:
            one = chance.choice(stories)
            sentence = chance.choice(_SENTENCE.findall(one.text) or [""])
            words_of = {form for form in forms(sentence) if form.isalpha() and len(form) > 1}
            rare = {form for form in words_of if having[stem(form)] <= SELDOM * len(stories)}
            if len(rare) < FEWEST:
                continue
            words = sorted(rare, key=lambda form: (having[stem(form)], form))[:RARE]
            request = SearchRequest(text=" ".join(words))
            found = searcher.search(build_query(request), "articles", "relevance", 0, 1).hits
            article = searcher.article(found[0].article_id) if found else None
            asked += 1
            first += article is not None and sentence in article.text
        return first / asked


def _stories(archive: Path) -> Iterator[Article]:
    """Give the stories of an archive, as many as are enough, spread over it."""
    with tarfile.open(archive) as files:
        members = [member for member in files if member.isfile() and member.name.endswith(".txt")]
        step = max(1, len(members) // STORIES)
        for member in members[::step]:
            opened = files.extractfile(member)
            text = opened.read().decode("utf-8", "replace").replace("\r", "") if opened else ""
            key = member.name
            yield Article(article_id(key), key, (SourceFile(key, "0" * 64),), key.rpartition("/")[2], text)
