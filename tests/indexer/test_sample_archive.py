"""Every fact of the sample archive that reading should find, found."""

from __future__ import annotations

import datetime
import re
from functools import cache

import pytest

from indexer.articles import read_articles
from indexer.files import SourcePath, read_bytes
from indexer.outcomes import ReadingSettings
from indexer.outlets import load_outlets
from indexer.overrides import load_overrides
from search.documents import Article
from tests.corpus_facts import CORPUS, StoryFacts, all_facts, normalised

# The paper is named in the running text of these only, which is no evidence of who printed them.
OUTLET_IN_THE_TEXT_ONLY = {
    "press/2021-10-04-lead-sampling.txt",
    "press/da-copper-charges.txt",
    "weekly/interviews/finch-qa.txt",
}
# The facts tell apart what a reader sees; these stand in one place as far as dating is concerned.
SAME_PLACE = {
    "label": {"label", "line", "inline"},
    "line": {"label", "line", "inline"},
    "inline": {"label", "line", "inline"},
    "path": {"path", "url"},
    "dateline": {"dateline", "dateline without year"},
}

each_story = pytest.mark.parametrize("story", all_facts(), ids=lambda story: story.name)


@cache
def settings() -> ReadingSettings:
    return ReadingSettings(load_outlets([CORPUS]), load_overrides([CORPUS]), today=datetime.date(2030, 1, 1))


@cache
def articles_of(file: str) -> tuple[Article, ...]:
    source = SourcePath(CORPUS, file, CORPUS / file)
    return tuple(read_articles(source, read_bytes(source), settings(), attribute=lambda article: ()))


def read(story: StoryFacts) -> Article:
    (article,) = (article for article in articles_of(story.file) if article.part == story.part)
    return article


def plain(text: str | None) -> str | None:
    return text and text.replace("’", "'")


def test_every_article_is_known_and_none_is_missing():
    found = {(file, article.part) for file in {story.file for story in all_facts()} for article in articles_of(file)}

    assert found == {(story.file, story.part) for story in all_facts()}


@each_story
def test_headline(story: StoryFacts):
    article = read(story)

    assert (None if article.headline_derived else article.headline) == story.headline


@each_story
def test_bylines(story: StoryFacts):
    assert read(story).bylines == story.bylines


@each_story
def test_date_and_its_evidence(story: StoryFacts):
    article = read(story)

    assert (article.published_day or article.published) == story.published
    if story.dated_by:
        assert article.dated_by in SAME_PLACE.get(story.dated_by, {story.dated_by})
        assert article.date_confidence >= 0.55
    else:
        assert article.dated_by is None


@each_story
def test_outlet(story: StoryFacts):
    printed = None if story.file in OUTLET_IN_THE_TEXT_ONLY else story.outlet
    known = settings().outlets.find(printed, None)
    given = settings().overrides.find(CORPUS, story.file).outlet

    assert plain(read(story).outlet) == plain(given or (known.name if known else printed))


def test_the_ledgers_folder_is_the_ledgers_whatever_its_files_print():
    unnamed = [story for story in all_facts() if story.file.startswith("ledger/") and not story.outlet]

    assert unnamed
    assert {read(story).outlet for story in unnamed} == {"The Ellery Ledger"}


@each_story
def test_place(story: StoryFacts):
    dateline = read(story).dateline

    assert (dateline.place if dateline else None) == story.place


@each_story
def test_every_statement_stands_in_the_text_or_the_headline(story: StoryFacts):
    article = read(story)
    words = normalised(article.text)

    assert [
        said.text
        for said in story.statements
        if normalised(said.text) not in words and said.text not in article.headline
    ] == []


@each_story
def test_the_text_has_no_header_and_no_menu(story: StoryFacts):
    paragraphs = read(story).text.split("\n\n")

    assert story.headline not in paragraphs
    assert not any(re.match(r"By [A-Z]|Posted:|Published:|Share", paragraph) for paragraph in paragraphs[:2])
    assert not any(word in paragraphs[-1] for word in ("###", "-30-", "All rights reserved", "cookies"))
