"""Our own annotated stories are in order: readable, named by their style, no one like another."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.attribution.training.annotated import parse_story, read_story
from tests.evaluation.stories import FOLDER
from tests.evaluation.stories.__main__ import main

_OPENING = 200  # letters in which no two stories begin alike
FILES = sorted(FOLDER.glob("t*/*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_story_is_in_order(path: Path) -> None:
    story = read_story(path)
    assert story.name.startswith(story.style + "-")
    assert len(story.outermost()) >= 3
    assert story.text == story.text.strip()
    assert not any(mark in story.text for mark in "{}\t")
    cues = [statement.cue for statement in story.statements if statement.cue]
    assert len(set(cues)) == len(cues), "statements share a cue: they are one statement"


def test_no_story_stands_in_both_folders() -> None:
    stories = [read_story(path) for path in FILES]
    assert len({story.name for story in stories}) == len(stories)
    assert len({story.text[:_OPENING] for story in stories}) == len(stories)
    assert len({story.headline for story in stories}) == len(stories)


def test_the_example_of_the_guide_is_in_order() -> None:
    guide = (FOLDER.parents[2] / "docs" / "annotation-guide.md").read_text(encoding="utf-8")
    story = parse_story(guide.partition("```text\n")[2].partition("```")[0], "tv-mill-street-bridge")
    kinds = [(statement.kind, statement.speaker, statement.speaker_how) for statement in story.statements]
    assert kinds == [
        ("direct", "Ann Bell", "named"),
        ("mixed", "Ann Bell", "pronoun"),
        ("indirect", "Ann Bell", "pronoun"),
        ("indirect", None, "nominal"),
    ]


def test_statements_are_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "tv-bridge.txt"
    marked = "{1s=Ann Bell:She} {1c:said} {1:no} to Ann Bell’s “fixer,” according to plan."
    path.write_text(f"style: tv\noutlet: KQEL\nheadline: Bridge\n\n{marked}", encoding="utf-8")
    assert main([tmp_path]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "== tv-bridge.txt: 10 words, 1 statements",
        "  1  She | said | no | Ann Bell (pronoun, indirect)",
        "  no statement: “fixer,”",
        "  no cue: 'aid no to Ann Bell’s “fixer,” according to plan.'",
    ]


def test_a_story_that_is_not_in_order_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "tv-bridge.txt"
    path.write_text("style: tv\noutlet: KQEL\nheadline: Bridge\n\n{1:no}", encoding="utf-8")
    assert main([path]) == 1
    assert capsys.readouterr().out == f"NOT IN ORDER  {path}:5: statement 1 has neither source nor cue\n"
