"""Names with titles and roles, pronouns, noun phrases."""

from __future__ import annotations

import pytest

from indexer.attribution.mentions import find_mentions
from indexer.attribution.parts import Mention
from indexer.attribution.skeleton import build_skeleton

USUAL = frozenset(["neither", "however", "volunteers", "local", "raids", "river", "after"])


def mentions(text: str) -> list[Mention]:
    return [m for sentence in build_skeleton(text).sentences for m in find_mentions(text, sentence, USUAL)]


def only(text: str, name: str) -> Mention:
    found = [mention for mention in mentions(text) if mention.name == name]
    assert len(found) == 1, [mention.name for mention in mentions(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Interim Police Chief Brian Manley spoke.", "Brian Manley", "Interim Police Chief"),
        ("City Council member Greg Casar spoke.", "Greg Casar", "City Council member"),
        ("Sen. Alma Reyes spoke.", "Alma Reyes", "Sen."),
        ("Port Ellery Mayor Celia Marchetti spoke.", "Celia Marchetti", "Port Ellery Mayor"),
        ("the former prosecutor Kevin Lashus spoke.", "Kevin Lashus", "former prosecutor"),
        ("Kevin Lashus, an immigration lawyer and former prosecutor, spoke.", "Kevin Lashus",
         "immigration lawyer and former prosecutor"),
        ("Jonah Whitlock, 51, president of the Harrow Growers, spoke.", "Jonah Whitlock",
         "president of the Harrow Growers"),
        ("The public defender, Luis Ortega, spoke.", "Luis Ortega", "public defender"),
        ("Mr. Hale spoke.", "Hale", None),
        ("Sylvie Arnault, who runs the store, spoke.", "Sylvie Arnault", None),
        ("Karen Smith, of Canal Lane, spoke.", "Karen Smith", None),
    ],
)  # fmt: skip
def test_role_as_printed(text: str, name: str, role: str | None) -> None:
    assert only(text, name).role == role


def test_a_name_has_its_article_and_title_in_its_span() -> None:
    text = "They met the Rev. Thomas Eddy there."
    mention = only(text, "Thomas Eddy")
    assert text[mention.start : mention.end] == "the Rev. Thomas Eddy"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Neither Clinton nor Hale came.", ["Clinton", "Hale"]),
        ("Volunteers came with soup.", []),
        ("Local 88 said no.", ["Local 88"]),
        ("The Ellery County Sheriff’s Office closed.", ["Ellery County Sheriff’s Office"]),
        ("Adler’s Deputy Karen Bell came.", ["Adler", "Karen Bell"]),
        ("On Tuesday in May Theresa May came.", ["Theresa May"]),
        ("The Department of Water and Power closed.", ["Department of Water and Power"]),
        ("Donald J. Trump Jr. came.", ["Donald J. Trump Jr"]),
        ("St. Brendan opened.", ["St. Brendan"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [mention.name for mention in mentions(text) if mention.kind == "name"] == names


def test_a_name_that_says_whose_is_a_noun_phrase() -> None:
    assert only("ICE officials said no.", "officials").kind == "noun"
    assert only("The Trump campaign said no.", "campaign").kind == "noun"


def test_noun_phrases_and_pronouns() -> None:
    kinds = [(m.kind, m.name) for m in mentions("The mayor said she met a few farmers.")]
    assert kinds == [("noun", "mayor"), ("pronoun", "she"), ("noun", "farmers")]


def test_us_is_a_country_and_us_a_pronoun() -> None:
    assert [(m.kind, m.name) for m in mentions("The US told us no.")] == [("name", "US"), ("pronoun", "us")]
