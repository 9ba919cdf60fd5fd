"""The last names of a text, and words that are seldom names."""

from __future__ import annotations

import pytest

from indexer.attribution.mentions.last_names import last_names
from indexer.attribution.text.skeleton import build_skeleton
from tests.indexer.attribution.reading_entities import linked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Luther Banks spoke.", {"Banks"}),
        ("Mayor Shonta King spoke.", {"King"}),
        ("Dr. Shonta King spoke.", {"King"}),
        ("It works, said spokeswoman Shonta Marks.", {"Marks"}),
        ("Shonta Marks, 44, spoke.", {"Marks"}),
        ("The developer Olva Homes spoke.", set()),
        ("Mayor Olva spoke.", set()),
        ("Coach Olva High School spoke.", set()),
        ("They meet in Austin June 5.", set()),
        ("Olva Homes, 440, closed.", set()),
    ],
)
def test_last_names_stand_behind_first_names_and_what_somebody_is(text: str, found: set[str]) -> None:
    assert last_names(build_skeleton(text).sentences) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rose May came. May said so. “We won,” said May. May, who left, won in May.", ["Rose May"] * 4),
        ("Ken Oh came. Oh told her. Dr. Oh left. Oh my!", ["Ken Oh"] * 3),
        ("Shonta King came, said coach Shonta King. King said so.", ["Shonta King"] * 3),
        ("They play in Austin June 5. May said so.", ["Austin"]),
    ],
)
def test_a_word_that_is_seldom_a_last_name_is_one_beside_a_verb_of_saying(text: str, names: list[str]) -> None:
    assert [name for _, name in linked(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It works, according to April Cole.", ["April Cole"]),
        ("It was signed by June Cole in May.", ["June Cole"]),
        ("Coach Jan Cole left.", ["Jan Cole"]),
        ("She came in Jan. Cole left.", ["Cole"]),
        ("Dr. April Cole left.", ["April Cole"]),
        ("A forward, Mo Cole, left.", ["Mo Cole"]),
        ("He left Rill, Mo. Cole left.", ["Rill", "Cole"]),
        ("In June Cole left.", ["Cole"]),
    ],
)
def test_a_month_or_an_abbreviation_before_a_name_is_a_first_name(text: str, names: list[str]) -> None:
    assert [name for _, name in linked(text)] == names


def test_a_usual_word_behind_a_title_opens_no_sentence() -> None:
    assert [name for _, name in linked("Dr. Sky Toll came. Toll left.")] == ["Sky Toll", "Sky Toll"]
