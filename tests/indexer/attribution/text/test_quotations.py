"""Where quotations begin and end."""

from __future__ import annotations

import pytest

from indexer.attribution.text.parts import Quotation
from indexer.attribution.text.quotations import find_quotations, find_single_quotations
from indexer.attribution.text.skeleton import build_skeleton


def quotations(paragraph: str, is_open: bool = False) -> list[Quotation]:
    return find_quotations(paragraph, 0, len(paragraph), 0, is_open)


def inner(paragraph: str, is_open: bool = False) -> list[str]:
    return [paragraph[q.inner_start : q.inner_end] for q in quotations(paragraph, is_open)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("“We are ready,” said Hale.", ["We are ready,"]),
        ('"We are ready," said Hale. "Are you?"', ["We are ready,", "Are you?"]),
        ("''We are ready,'' said Hale.", ["We are ready,"]),
        ("``We are ready,'' said Hale.", ["We are ready,"]),
        ("„Wir sind bereit”, sagte Hale.", ["Wir sind bereit"]),
        ("«We are ready,» said Hale.", ["We are ready,"]),
        ("He called it (“a rumor”) and left.", ["a rumor"]),
        ("The plan—“a pipe with no guard”—failed.", ["a pipe with no guard"]),
        ("No marks here, only Hale's word.", []),
    ],
)
def test_each_kind_of_mark(paragraph: str, expected: list[str]) -> None:
    assert inner(paragraph) == expected


def test_a_mark_left_open_runs_to_the_end_of_the_paragraph() -> None:
    found = quotations("Hale said: “We are ready. We have been ready since May.")
    assert not found[0].closed
    assert found[0].end == len("Hale said: “We are ready. We have been ready since May.")


def test_a_paragraph_that_opens_with_a_mark_continues_an_open_quotation() -> None:
    assert quotations("“And we are still here,” she said.", is_open=True)[0].continues
    assert not quotations("“And we are still here,” she said.")[0].continues
    assert not quotations("She paused. “And we are still here.”", is_open=True)[0].continues


def test_inches_are_no_quotation() -> None:
    assert inner('The crest was 14" over the gauge, Hale said.') == []
    assert inner('"The board is 6\' 2" long," Hale said.') == ["The board is 6' 2\" long,"]


def test_nested_marks_of_one_kind_belong_to_the_outer_quotation() -> None:
    assert inner("“He told me “go home” and I did,” said Bell.") == ["He told me “go home” and I did,"]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ('"She read “Jaws” and “It” there," he said.', ["She read “Jaws” and “It” there,"]),
        ('"As “The Ledger” wrote, it broke."', ["As “The Ledger” wrote, it broke."]),
        ('"I went,” he said. “Then we left."', ["I went,", "Then we left."]),
        ('He said "no" and “yes” too.', ["no", "yes"]),
    ],
)
def test_curly_marks_within_straight_ones(paragraph: str, expected: list[str]) -> None:
    assert inner(paragraph) == expected


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_the_marks_in_it() -> None:
    first = '"We read “Jaws” there. Then we left.'
    (found,) = find_quotations(f'{first}\n\n"And we came back," he said.', 0, len(first), 0, is_open=False)
    assert (found.start, found.end, found.closed) == (0, len(first), False)
    assert len(find_quotations(f"{first}\n\nThey came back.", 0, len(first), 0, is_open=False)) == 1


def test_a_quotation_that_was_never_closed_ends_with_its_sentence() -> None:
    text = "“We are ready. Hale went home. “I am tired,” he said. “Good night.”"
    assert inner(text) == ["We are ready.", "I am tired,", "Good night."]


def test_a_closing_mark_alone_takes_the_paragraph_from_its_start() -> None:
    assert inner("We have been ready since May,” said Hale.") == ["We have been ready since May,"]


def test_last_mark_inside_or_outside() -> None:
    assert quotations("“We are ready,” said Hale.")[0].last == ","
    assert quotations("“We are ready”, said Hale.")[0].last == ","
    assert quotations("He called it “a rumor” twice.")[0].last == "r"


def test_single_marks_count_in_a_headline() -> None:
    text = "Mayor on raids: ‘It’s not over’"
    found = find_single_quotations(text, 0, len(text), 0)
    assert [text[q.inner_start : q.inner_end] for q in found] == ["It’s not over"]


def test_an_apostrophe_is_no_quotation_in_a_headline() -> None:
    text = "The county's rock 'n' roll hall of fame isn't closing"
    found = find_single_quotations(text, 0, len(text), 0)
    assert all(text[q.inner_start : q.inner_end] == "n" for q in found)


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"')])
def test_a_quotation_may_go_on_through_paragraphs_without_marks(opening: str, closing: str) -> None:
    first, second, last = "We came in May.", "The dam was shut.", "We went home in June."
    text = f"{opening}{first}\n\n{second}\n\n{last}{closing}\n\nHale went home."
    found = build_skeleton(text).quotations
    assert [text[q.inner_start : q.inner_end] for q in found] == [first, second, last]
    assert [q.continues for q in found] == [False, True, True]


@pytest.mark.parametrize("second", ["The dam was shut, Hale said.", "Hale spoke of “rest” in May."])
def test_what_a_mark_is_missing_of_does_not_go_on_over_what_others_say(second: str) -> None:
    text = f"“We came in May.\n\n{second}\n\nWe went home in June.”"
    found = build_skeleton(text).quotations
    assert second not in [text[q.inner_start : q.inner_end] for q in found]


def test_a_straight_mark_that_is_never_closed_sets_off_an_excerpt_before_curly_ones() -> None:
    assert inner('"Hale tried to laugh it off by saying, “only ours leaks.” Nobody laughed.') == ["only ours leaks."]
    text = '"The mayor was snoring.\n\n“Wake him,” Hale said.'
    assert not find_quotations(text, 0, text.index("\n"), 0, is_open=False)
    text = '"The mayor was snoring.\n\n"Wake him," Hale said.'
    assert find_quotations(text, 0, text.index("\n"), 0, is_open=False)
