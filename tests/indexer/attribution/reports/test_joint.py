"""Several who speak as one, and those beside whom others are only named."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from search.documents import Article

LEAD = "Mayor Ann Roy met Chief Len Hale and Karen Moss on Monday.\n\n"


def said(text: str) -> tuple[str | None, str | None]:
    """Give the source and the speaker of a text's last statement."""
    last = attribute(Article(id="joint", key="joint", files=(), headline="", text=LEAD + text))[-1]
    return last.source.text if last.source else None, last.speaker.name if last.speaker else None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Roy and Hale said it was late.", "Roy and Hale"),
        ("“It is late,” Mayor Ann Roy and Chief Len Hale said.", "Mayor Ann Roy and Chief Len Hale"),
        ("“It is late,” said Roy and Hale.", "Roy and Hale"),
        ("It was late, according to Roy and Hale.", "Roy and Hale"),
        ("Roy, Hale, and Moss have repeatedly said it was late.", "Roy, Hale, and Moss"),
        ("Neither Roy nor Hale said when it would open.", "Neither Roy nor Hale"),
        ("Roy and Hale, both of Rill, said it was late.", "Roy and Hale"),
        ("Rill Police and the Dell Sheriff's Office said it was late.", "Rill Police and the Dell Sheriff's Office"),
        ("Roy and prosecutors said it was late.", "Roy and prosecutors"),
        ("Roy and Hale today announced that it was late.", "Roy and Hale"),
        (
            "Sen. Ann Roy (D-Ohio) and Sen. Len Hale (R-Iowa) said it was late.",
            "Sen. Ann Roy (D-Ohio) and Sen. Len Hale",
        ),
        ("Sens. Ann Roy and Len Hale (both D-Ohio) on Friday said it was late.", "Sens. Ann Roy and Len Hale"),
        ("Council members Roy and Hale said it was late.", "Roy and Hale"),
        ("The former board members Roy and Hale said it was late.", "Roy and Hale"),
        ("Mia and Noah said it was late.", "Mia and Noah"),
    ],
)
def test_what_several_say_together_is_nobodys_by_himself(text: str, source: str) -> None:
    assert said(text) == (source, None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Len Hale, a farmer and a judge, said it was late.", "Len Hale"),
        ("Ellery Parks and Wildlife said it was late.", "Ellery Parks"),
        ("Roy left, and Hale said it was late.", "Len Hale"),
        ("Roy, together with Hale, said it was late.", "Ann Roy"),
        ("Roy and Hale each said it was late.", "Ann Roy"),
        ("In a letter to Roy and Moss, Hale said it was late.", "Len Hale"),
        ("Roy told Hale and Moss that it was late.", "Ann Roy"),
        ("“It is late,” said Roy and Hale left.", "Ann Roy"),
        ("Sen. Ann Roy (D-Ohio) today said it was late.", "Ann Roy"),
    ],
)
def test_who_is_only_named_beside_another_leaves_him_his_words(text: str, speaker: str) -> None:
    assert said(text)[1] == speaker
