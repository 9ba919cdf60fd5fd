"""A subject's verb behind what is said of him between commas: the report holds both, and what he said is his."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from indexer.attribution.phrases.predicates import predicate_of
from indexer.attribution.text.tokens import tokens_in
from tests.builders import article


def told(text: str) -> list[tuple[str | None, str]]:
    found = attribute(article(text=text))
    return [(statement.speaker.name if statement.speaker else None, statement.text) for statement in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hale, 34, of Rill, confessed to the theft", "confessed"),
        ("Fred Hale, 34, confessed", "confessed"),
        ("Hale, who lives in Rill, confessed", "confessed"),
        ("the suspect, a man of 34, told them so", "told"),
        ("Hale, 34, and Bell, 30, left", None),
        ("the house, built in 1910, collapsed in minutes", "collapsed"),
        ("Hale, limping, walking on, smiling", None),
        ("Hale left, tired, asked by nobody", None),
        ("Hale confessed", None),
    ],
)
def test_the_verb_stands_behind_the_second_comma(text: str, expected: str | None) -> None:
    tokens = tokens_in(text, 0, len(text))
    place = predicate_of(tokens, 0)
    assert (None if place is None else tokens[place].word) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Orrin Vale, 34, confessed to the theft",
        "Orrin Vale, 34, agreed to a plea",
        "Vale, who lives in Rill, confessed to the theft",
        "the suspect, a 34-year-old man, confessed to the theft",
        "Vale, her neighbor, told her to call",
    ],
)
def test_a_report_goes_on_to_the_verb_of_its_subject(words: str) -> None:
    assert (told(f"Tess Morrow said {words}.")[0]) == ("Tess Morrow", words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lt. Tess Morrow said Vale, 44, of Rill, told officers he was sorry.", ("Vale", "he was sorry")),
        ("Tess Morrow said Vale, her neighbor, warned that it was coming.", ("Vale", "that it was coming")),
        ("Tess Morrow said the driver, a 44-year-old man, told officers he was sorry.", (None, "he was sorry")),
    ],
)
def test_what_the_subject_of_a_report_said_is_his(text: str, expected: tuple[str | None, str]) -> None:
    assert told(text)[1] == expected
