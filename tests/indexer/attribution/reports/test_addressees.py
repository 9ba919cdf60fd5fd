"""Who is asked or told stands outside of it, also with a clause that tells more of him."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.attribution.attribute import attribute
from indexer.attribution.reports.addressees import behind_told, without_addressee
from indexer.attribution.text.parts import Token, TokenSpan
from indexer.attribution.text.tokens import tokens_in
from tests.builders import article


def content(text: str, cut: Callable[[list[Token], int, TokenSpan], TokenSpan] = without_addressee) -> str:
    """Give a content's words; in the text "<" stands behind its cue and "|" before the words that were marked."""
    before, _, after = text.partition(" < ")
    between, _, marked = after.partition("| ")
    whole = f"{before} {between}{marked}"
    tokens = tokens_in(whole, 0, len(whole))
    cue = len(tokens_in(before, 0, len(before))) - 1
    first = cue + 1 + len(tokens_in(between, 0, len(between)))
    begin, stop = cut(tokens, cue, (first, len(tokens)))
    return whole[tokens[begin].start : tokens[stop - 1].end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police are asking < anyone | who was at the ferry on Friday to call them", "to call them"),
        ("Bell asks < those | who plan to attend to bring a chair", "to bring a chair"),
        ("The panel advises < crews with | wide boats to use the old lock", "to use the old lock"),
        ("Bell is asking < | anyone who sees the dog to call", "to call"),
        ("Bell urges < anyone | who sees the dog not to chase it", "not to chase it"),
        ("Bell asked < the owners of | the two mills to pay for the lamps", "to pay for the lamps"),
        ("Bell asks < families | who live close to the pier to move their cars", "to move their cars"),
        ("Bell has asked < | shops along the pier to check their lamps", "to check their lamps"),
    ],
)
def test_a_content_begins_with_the_infinitive(text: str, expected: str) -> None:
    assert content(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bell asked < him | who was left to pay for it",
        "Bell asked < the crew | how long it took to mend the nets",
        "Bell asked < for | the lamp to be lit",
        "Bell asked < Hale about | the crew that was to mend it",
        "Bell urged < | the city to pay for it",
        "Bell told < the crew | he wanted to pay for it",
    ],
)
def test_other_contents_stay(text: str) -> None:
    assert content(text) == text.partition("| ")[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bell told < | News 4 the fire began upstairs", "the fire began upstairs"),
        ("Bell tells < | WXQR-TV it began upstairs", "it began upstairs"),
        ("Bell told < a 911 | dispatcher the man hit her", "the man hit her"),
        ("Bell told < | members of the board the road was shut", "the road was shut"),
        ("Bell told < | the other man she was late", "she was late"),
    ],
)
def test_who_is_told_stands_before_the_clause(text: str, expected: str) -> None:
    assert content(text, behind_told) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bell said < | News 4 the fire began upstairs", "News 4 the fire began upstairs"),
        ("Bell told < her | that the man she met was late", "that the man she met was late"),
        ("Bell told < | nobody about paying the clerk she met", "nobody about paying the clerk she met"),
        ("Bell told < | them anything he knew", "them anything he knew"),
        ("Bell told < | his wife the truth", "his wife the truth"),
    ],
)
def test_no_clause_begins_behind_other_words(text: str, expected: str) -> None:
    assert content(text, behind_told) == expected


def test_a_name_that_is_told_of_begins_the_clause() -> None:
    found = attribute(article(text="Orrin Bell told the council Morrow promised to resign."))
    assert found[0].text == "Morrow promised to resign"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bell told < a man | who asked about the dam that it would hold", "that it would hold"),
        ("Bell told < | owners who feared that the dam leaks that it would hold", "that it would hold"),
        (
            "Bell told < the woman | who found the dog that bit him to keep it",
            "who found the dog that bit him to keep it",
        ),
    ],
)
def test_who_is_told_may_have_done_something(text: str, expected: str) -> None:
    assert content(text, behind_told) == expected
