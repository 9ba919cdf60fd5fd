"""What somebody is said to be, beside the name or later, and the nouns that mean that person."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from indexer.attribution.text.parts import Epithet
from tests.builders import article
from tests.indexer.attribution.reading_entities import entity


def speakers(text: str) -> list[str | None]:
    return [s.speaker.name if s.speaker else None for s in attribute(article(text, headline=""))]


@pytest.mark.parametrize(
    ("text", "noun", "words", "recalls"),
    [
        ("The mill's lawyer, Ann Roy, left.", "lawyer", [], True),
        ("A retired lamp maker, Ann Roy, left.", "maker", ["retired", "lamp"], False),
        ("The keeper of the light, Ann Roy, left.", "keeper", [], True),
        ("The keeper who found it, Ann Roy, left.", "keeper", [], True),
        ("The keeper, 34-year-old welder Ann Roy, left.", "keeper", [], True),
        ("Ann Roy, 44, is the principal of Rill High.", "principal", [], True),
        ("Ann Roy has been a lamp maker since May.", "maker", ["lamp"], False),
        ("Ann Roy works as a diver in Rill.", "diver", [], False),
        ("Ann Roy, a 150-pound safety, left.", "safety", ["150-pound"], False),
        ("Tom Roy Jr., a fast goalie, left.", "goalie", ["fast"], False),
        ("Ann Roy, who coaches the swimmers, left.", "coach", [], False),
        ("Ann Roy, who taught here, left.", "teacher", [], False),
        ("Ann Roy testified on Monday.", "witness", [], False),
        ("Ann Roy is a lamp maker.", "maker", ["lamp"], False),
        ("Ann Roy was re-elected mayor.", "mayor", [], False),
        ("Ann Roy became fire chief in May.", "chief", ["fire"], False),
        ("Ann Roy was sworn in as sheriff in May.", "sheriff", ["new"], False),
        ("Ann Roy took office as governor in May.", "governor", [], False),
        ("Ann Roy has served as harbor master since May.", "master", ["harbor"], False),
        ("Ann Roy, first selectman since May, left.", "selectman", ["first"], False),
    ],
)
def test_what_somebody_is_said_to_be(text: str, noun: str, words: list[str], recalls: bool) -> None:
    name = "Tom Roy Jr." if "Tom" in text else "Ann Roy"
    assert entity(text, name).epithets[noun] == Epithet(noun, frozenset(words), recalls)


@pytest.mark.parametrize(
    "text",
    [
        "In the third week, Ann Roy left.",
        "According to the affidavit, Ann Roy said no.",
        "Ann Roy left the harbor.",
        "Ann Roy's boat is a wreck.",
        "Ann Roy, in a hat, left.",
        "The keeper left, Ann Roy came and rowed.",
        "Ann Roy has served as mayor until May.",
        "Ann Roy was named in the suit.",
        "Ann Roy, police chief Tom Hale and others left.",
        "According to the lawsuit, Ann Roy told them that she rowed.",
        "After the hearing, Ann Roy said that she rowed.",
    ],
)
def test_what_says_nothing_of_what_somebody_is(text: str) -> None:
    assert entity(text, "Ann Roy").epithets == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We lost,” said the mill's lawyer, Ann Roy.\n\n“We will win,” the lawyer added.", "Ann Roy"),
        ("Ann Roy is an actuary in Rill.\n\n“It adds up,” the actuary said.", "Ann Roy"),
        ("Ann Roy, who coaches swimmers, met Tom Hale.\n\n“It was cold,” the coach said.", "Ann Roy"),
        ("His partner, Ann Roy, met Tom Hale.\n\n“It was cold,” his partner said.", "Ann Roy"),
        ("His partner, Ann Roy, met Tom Hale.\n\n“It was cold,” his rival said.", None),
        ("Its president, Ann Roy, met Tom Hale.\n\n“It was cold,” its president said.", "Ann Roy"),
        ("Ann Roy, a shop teacher, met Tom Hale, an art teacher.\n\n“It was cold,” the art teacher said.", "Tom Hale"),
        ("Ann Roy is 86 and met Tom Hale.\n\n“It was cold,” the 86-year-old said.", "Ann Roy"),
        ("Ann Roy met nobody. She left.\n\n“It was cold,” the 86-year-old said.", "Ann Roy"),
        ("Tom Hale testified for an hour.\n\n“It was cold,” the witness said.", "Tom Hale"),
        ("Tom Hale, a clerk, told jurors he was cold.\n\n“I shook,” the witness said.", "Tom Hale"),
        ("Tom Hale, a clerk, told Roy he was cold.\n\n“I shook,” the witness said.", None),
        ("Tom Hale came.\n\nThe foreman, a welder who gave no name, said the jury was cold.", None),
        ("Tom Hale said he was cold.\n\n“I shook,” the councilman recalled.", "Tom Hale"),
        ("Road Foreman Tom Hale met Ann Roy.\n\n“I shook,” the foreman said.", "Tom Hale"),
    ],
)
def test_a_noun_means_who_was_said_to_be_that(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Ann Roy is 86 and rows.", {"86"}),
        ("Ann Roy, who is 86, rows.", {"86"}),
        ("Ann Roy turned 86 on Monday.", {"86"}),
        ("Ann Roy, 86, rows.", {"86"}),
        ("Ann Roy is 86 points ahead.", set()),
        ("Ann Roy was 1986 and rows.", set()),
        ("Ann Roy has 86 and rows.", set()),
    ],
)
def test_ages_are_told_by_verbs_too(text: str, ages: set[str]) -> None:
    assert entity(text, "Ann Roy").ages == ages


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“I won,” said a fifth grader in a tie.\n\nHe is Tom Hale, 10, of Rill.", "Tom Hale"),
        ("“I won,” said a man in a tie.\n\nHis name is Tom Hale.", "Tom Hale"),
        ("“I won,” said a man in a tie.\n\nHe met Tom Hale.", None),
        ("“I won,” said a man in a tie.\n\nHe is taller than Tom Hale.", None),
        ("A judge said the levee must be fixed.\n\nThe order by Judge Ann Roy came late.", "Ann Roy"),
        ("A judge said it must be fixed.\n\nJudge Ann Roy met Judge Tom Hale.", None),
        ("Rill.\n\nIt rained.\n\nIt froze.\n\nA judge said it must be fixed.\n\nJudge Ann Roy came late.", None),
        (
            "Rill.\n\nIt rained.\n\nIt froze.\n\nA miller said it is odd.\n\nThe miller, Ann Roy, rowed.",
            "Ann Roy",
        ),
    ],
)
def test_somebody_without_a_name_is_named_later(text: str, name: str | None) -> None:
    assert speakers(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rill Paper Co. has a new chief.\n\nHale & Roy Securities sold.\n\nThe company said no.", "Rill Paper Co"),
        ("Rill Student Transit, the contractor, sent nobody. The company said it was owed.", "Rill Student Transit"),
    ],
)  # fmt: skip
def test_the_company_is_the_firm_that_the_text_has(text: str, name: str) -> None:
    assert speakers(text)[-1] == name
