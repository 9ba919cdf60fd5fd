"""What is read and dated in the sample archive against its hand-written facts."""

from __future__ import annotations

from collections.abc import Callable

from indexer.articles import read_articles
from indexer.files import find_files, read_bytes
from indexer.outcomes import ReadingSettings
from indexer.outlets import load_outlets
from indexer.overrides import load_overrides
from search.documents import Article
from search.ids import slug
from tests.corpus_facts import CORPUS, StoryFacts, all_facts

OUTLETS = load_outlets([CORPUS])
OVERRIDES = load_overrides([CORPUS])


def _is_outlet(article: Article, facts: StoryFacts) -> bool:
    """A call sign in a text is the outlet that the archive's own table says it is; its other table goes before both."""
    known = OUTLETS.find(facts.outlet, None)
    printed = known.name if known else facts.outlet or ""
    return slug(article.outlet or "") == slug(OVERRIDES.find(CORPUS, facts.file).outlet or printed)


MEASURES: dict[str, Callable[[Article, StoryFacts], bool]] = {
    "published": lambda article, facts: (article.published_day or article.published) == facts.published,
    "headline": lambda article, facts: (None if article.headline_derived else article.headline) == facts.headline,
    "bylines": lambda article, facts: article.bylines == facts.bylines,
    "outlet": _is_outlet,
    "place": lambda article, facts: (article.dateline.place if article.dateline else None) == facts.place,
}


def measure() -> tuple[dict[str, float], list[str]]:
    """Give the share of stories read right, by what is read, and a line for each that is not."""
    facts = {(story.file, story.part): story for story in all_facts()}
    settings = ReadingSettings(outlets=OUTLETS, overrides=OVERRIDES)
    right = dict.fromkeys(MEASURES, 0)
    wrong = []
    for source in find_files([CORPUS]):
        for article in read_articles(source, read_bytes(source), settings, attribute=lambda article: ()):
            story = facts[source.path, article.part]
            for name, is_right in MEASURES.items():
                if is_right(article, story):
                    right[name] += 1
                else:
                    wrong.append(f"{name}: {story.name}")
    return {name: count / len(facts) for name, count in right.items()}, wrong
