"""Sentences looked for: does a random sentence's rarest words find its story first, in real archives?"""

from __future__ import annotations

import random
import re
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from search.analysis import forms, stem
from search.backends.whoosh.live import LiveReader
from search.backends.whoosh.writer import WhooshWriter
from search.builds import BuildReport
from search.documents import Article, SourceFile
from search.ids import article_id
from search.query.build import build_query
from search.query.request import SearchRequest

ARCHIVES = Path(__file__).parents[3] / "shared" / "data" / "archives"
ITEMS, STORIES = 1_000, 2_000
RARE, FEWEST, SELDOM = 8, 4, 0.02
"""Words that a sentence is looked for by, at most and at least; rare is what one story in fifty holds, or fewer."""
_SENTENCE = re.compile(r"(?<!\S)[^\s.!?][^.!?\n]{60,300}[.!?]")


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
