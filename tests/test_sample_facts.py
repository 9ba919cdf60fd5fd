"""The sample archive and its facts agree with each other."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from tests.corpus_facts import CORPUS, StoryFacts, all_facts, facts_of, normalised, story_files, story_text

EVIDENCE = {"json-ld", "meta", "label", "inline", "dateline", "path", "time", "line"}
EVIDENCE |= {"json", "feed", "wordpress", "nitf", "newsml", "front matter", "mail", "database"}

EXPLAINER = ("ledger/2024/06/what-the-bond-pays-for.html", "weekly/2024/2024-06-27-what-the-bond-pays-for.txt")
DOCK_DEAL = ("channel6/2022/dock-strike-deal.html", "channel6/2022/dock-strike-deal-updated.html")

each_story = pytest.mark.parametrize("story", all_facts(), ids=lambda story: story.name)


def test_every_file_is_described_and_no_story_twice():
    described = Counter(story.name for story in all_facts())

    assert sorted({story.file for story in all_facts()}) == list(story_files())
    assert max(described.values()) == 1


def test_a_story_has_an_id_where_its_file_holds_several():
    files = Counter(story.file for story in all_facts())

    assert {story.file for story in all_facts() if story.part} == {file for file, count in files.items() if count > 1}


def test_the_archive_is_of_a_useful_size():
    assert len(all_facts()) >= 150
    assert sum(len(story.statements) for story in all_facts()) >= 1500


@each_story
def test_every_statement_stands_in_its_story(story: StoryFacts):
    text = story_text(story.file)

    assert [said.text for said in story.statements if not said.text or normalised(said.text) not in text] == []


@each_story
def test_every_statement_is_of_a_known_kind(story: StoryFacts):
    assert {said.kind for said in story.statements} <= {"direct", "mixed", "indirect"}


@each_story
def test_the_headline_and_the_bylines_are_printed(story: StoryFacts):
    text = story_text(story.file).casefold()

    printed = [*story.bylines, *([story.headline] if story.headline else [])]

    assert [words for words in printed if normalised(words).casefold() not in text] == []


@each_story
def test_a_date_is_a_real_day_month_or_year_and_names_its_evidence(story: StoryFacts):
    if story.published is None:
        assert story.dated_by is None
        return

    assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", story.published)
    first_day = f"{story.published}-01-01"[:10]
    assert date(2019, 1, 1) <= date.fromisoformat(first_day)
    assert story.dated_by in EVIDENCE


@each_story
def test_nobody_is_both_a_speaker_and_only_mentioned(story: StoryFacts):
    assert not set(story.mentions) & {said.speaker for said in story.statements}


def test_some_stories_are_undated_or_dated_by_month_or_year_alone():
    precisions = Counter(story.precision for story in all_facts())

    assert precisions[None] >= 6
    assert precisions["month"] >= 3
    assert precisions["year"] == 1


def test_the_weekly_reprints_the_ledgers_explainer_with_one_word_changed():
    ledger, weekly = (story_text(file) for file in EXPLAINER)

    paragraphs = [normalised(paragraph) for paragraph in (CORPUS / EXPLAINER[1]).read_text("utf-8").split("\n\n")]
    changed = [paragraph for paragraph in paragraphs if len(paragraph) > 100 and paragraph not in ledger]

    assert len(changed) == 1
    assert "the biggest single job" in changed[0]
    assert changed[0].replace("biggest", "longest") in ledger
    assert "Reprinted with permission of The Ellery Ledger" in weekly


def test_a_correction_and_the_story_it_corrects():
    correction = facts_of("ledger/2024/05/correction-water-bond-margin.html")

    assert correction.published == "2024-05-30"
    assert "621" in story_text(correction.file)
    assert "612" in story_text("ledger/2024/05/water-bond-passes.html")


def test_one_address_is_kept_twice_the_second_time_with_other_words():
    first, second = DOCK_DEAL

    assert _canonical(first) == _canonical(second) is not None
    assert story_text(first) != story_text(second)


def test_a_story_of_the_late_evening_keeps_its_local_day():
    page = (CORPUS / "channel6/2024/bond-night.html").read_text(encoding="utf-8")

    assert '"datePublished": "2024-05-29T03:41:00+00:00"' in page
    assert facts_of("channel6/2024/bond-night.html").published == "2024-05-28"


def test_two_people_of_one_last_name_speak_in_one_story():
    speakers = [{said.speaker for said in story.statements} for story in all_facts()]

    assert any({"Karen Smith", "Derek Smith"} <= names for names in speakers)
    assert any({"Augustin Pell", "Dorsey Pell"} <= names for names in speakers)


def _canonical(file: str) -> str | None:
    found = re.search(r'rel="canonical" href="([^"]+)"', (CORPUS / file).read_text(encoding="utf-8"))
    return found and found[1]
