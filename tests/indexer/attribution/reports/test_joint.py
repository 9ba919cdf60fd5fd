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
        (
            "Sens. Ann Roy, R-Ga, and Len Hale, R-Ga., today announced that it was late.",
            "Sens. Ann Roy, R-Ga, and Len Hale",
        ),
        (
            "Ann Roy, the former judge, and Rep. Len Hale, who heads the board, have sued, contending that it is late.",
            "Ann Roy, the former judge, and Rep. Len Hale",
        ),
        (
            "Mayor Ann Roy, Chief Len Hale, and Clerk Karen Moss today sent a letter, arguing that it is late.",
            "Mayor Ann Roy, Chief Len Hale, and Clerk Karen Moss",
        ),
        (
            "The Rill Delegation (Sen. Ann Roy, Sen. Len Hale, and Rep. Karen Moss) Wednesday night said it was late.",
            "Sen. Ann Roy, Sen. Len Hale, and Rep. Karen Moss",
        ),
        ("Today Roy and Hale said it was late.", "Roy and Hale"),
        (
            "In a letter to Director Joshua B. Bolten, Mayor Ann Roy and Chief Len Hale wrote that it was late.",
            "Mayor Ann Roy and Chief Len Hale",
        ),
    ],
)
def test_what_several_say_together_is_nobodys_by_himself(text: str, source: str) -> None:
    assert said(text) == (source, None)


def together(text: str) -> list[tuple[str, str | None]]:
    """Give those who make a text's last statement together, with their roles."""
    last = attribute(Article(id="joint", key="joint", files=(), headline="", text=LEAD + text))[-1]
    assert last.speaker is None
    assert (last.attribution == "none") == (not last.together)
    assert len(last.why.splitlines()) == len(last.together)
    return [(who.name, who.role) for who in last.together]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Roy and Hale said it was late.", ["Ann Roy", "Len Hale"]),
        ("“It is late,” said Chief Len Hale and Roy.", ["Len Hale", "Ann Roy"]),
        ("It was late, according to Roy, Hale and Moss.", ["Ann Roy", "Len Hale", "Karen Moss"]),
        ("Roy and prosecutors said it was late.", ["Ann Roy"]),
        ("Hale and the department said it was late.", ["Len Hale"]),
        ("Rill Police and the Dell Water Board said it was late.", ["Rill Police", "Dell Water Board"]),
        ("Both Roy and Hale said it was late.", ["Ann Roy", "Len Hale"]),
        ("In a letter, Roy and Hale joined two colleagues in calling for a vote.", ["Ann Roy", "Len Hale"]),
        ("Roy and Hale met on Monday and said that it was late.", ["Ann Roy", "Len Hale"]),
        ("Roy as well as Hale said it was late.", ["Ann Roy", "Len Hale"]),
        ("Roy, 45, and Hale, 62, said it was late.", ["Ann Roy", "Len Hale"]),
        ("Mayor Ann Roy, the head of the board, and Chief Len Hale said it was late.", ["Ann Roy", "Len Hale"]),
        ("Ann Roy, D-Rill, and Len Hale, R-Rill, said it was late.", ["Ann Roy", "Len Hale"]),
        ("The chief and Roy said it was late.", ["Len Hale", "Ann Roy"]),
        (
            "Roy and Hale wrote:\n\nThe levee holds, and nobody has to leave this week.",
            ["Ann Roy", "Len Hale"],
        ),
        ("Neighbors and the older brother said it was late.", []),
        ("“It is late,” Roy and Hale said. “We go home.”", ["Ann Roy", "Len Hale"]),
    ],
)
def test_those_who_are_named_make_it_together(text: str, names: list[str]) -> None:
    assert [name for name, _ in together(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It is late,” Roy and Hale said.\n\n“We go home,” they said.", ["Ann Roy", "Len Hale"]),
        ("Senators Ann Roy and Len Hale praised it. The senators said it works.", ["Ann Roy", "Len Hale"]),
        ("Roy and Hale said it was late. They said no. They added that it rained.", ["Ann Roy", "Len Hale"]),
        ("Roy and Hale said it was late. Moss said no. They said it rained.", []),
        ("Roy and Hale said it was late.\n\nA.\n\nB.\n\nC.\n\nThey said it rained.", []),
        ("They said it rained.", []),
    ],
)
def test_they_are_those_who_spoke_just_before(text: str, names: list[str]) -> None:
    assert [name for name, _ in together(text)] == names


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Senators Max Bell (D-Ohio) and Jon Cole said it was late.", ["Senator", "Senator"]),
        ("Sens. Max Bell, Jon Cole and Eva Lund said it was late.", ["Sen.", "Sen.", "Sen."]),
        ("Senator Max Bell and Jon Cole said it was late.", ["Senator", None]),
        ("Council members Max Bell and Jon Cole said it was late.", ["Council member", "Council member"]),
        ("“No,” said Rill police officers Max Bell and Jon Cole.", ["Rill police officer", "Rill police officer"]),
        ("Rill residents Max Bell and Jon Cole said it was late.", ["Rill resident", "Rill resident"]),
        ("Commissioners Max Bell and Treasurer Jon Cole said it was late.", ["Commissioner", "Treasurer"]),
    ],
)
def test_a_title_or_role_of_several_is_each_ones(text: str, roles: list[str | None]) -> None:
    assert [role for _, role in together(text)] == roles


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Len Hale, a farmer and a judge, said it was late.", "Len Hale"),
        ("Ellery Parks and Wildlife said it was late.", "Ellery Parks"),
        ("Roy left, and Hale said it was late.", "Len Hale"),
        ("Roy, together with Hale, said it was late.", "Ann Roy"),
        ("Roy and Hale each said it was late.", "Ann Roy"),
        ("In a letter to Roy and Moss, Hale said it was late.", "Len Hale"),
        ("She and Hale said it was late.", "Ann Roy"),
        ("Hale sent letters to the Rill clerk, Ann Roy, as well as Karen Moss, asking them to stay.", "Len Hale"),
        ("In May, Hale sent letters to Clerk Ann Roy as well as Karen Moss, urging them to stay.", "Len Hale"),
        ("Hale, who said it was late, and Roy left.", "Len Hale"),
        ("Roy, the mayor, left, and Hale said it was late.", "Len Hale"),
        ("Roy told Hale and Moss that it was late.", "Ann Roy"),
        ("“It is late,” said Roy and Hale left.", "Ann Roy"),
        ("Sen. Ann Roy (D-Ohio) today said it was late.", "Ann Roy"),
        ("Moss met Len Hale and Ann Roy, who today said that it was late.", "Ann Roy"),
    ],
)
def test_who_is_only_named_beside_another_leaves_him_his_words(text: str, speaker: str) -> None:
    assert said(text)[1] == speaker


def test_what_several_issue_below_is_theirs() -> None:
    lead = "Sens. Ann Roy (R-Utah) and Len Hale (R-Iowa) issued the following joint statement on the plan."
    text = f"{lead}\n\n“It is late. We have waited for it.”"
    found = attribute(Article(id="joint", key="joint", files=(), headline="", text=text))
    assert [[who.name for who in statement.together] for statement in found] == [["Ann Roy", "Len Hale"]]


def test_a_delegation_is_no_general_whom_it_met() -> None:
    text = (
        "Sens. Ann Roy and Len Hale said it was late. In its meeting with the delegation, General Tom Moss nodded. “He"
        " knows it,” the delegation said."
    )
    found = attribute(Article(id="joint", key="joint", files=(), headline="", text=text))
    assert [[who.name for who in statement.speakers] for statement in found] == [["Ann Roy", "Len Hale"], []]


@pytest.mark.parametrize(
    "text",
    [
        "Flanked by Mayor Ann Roy, Chief Len Hale and Karen Moss, Governor Tom Lane said it was late.",
        "Joined by Mayor Ann Roy, Chief Len Hale and Karen Moss, Governor Tom Lane said it was late.",
    ],
)
def test_who_stands_by_does_not_speak(text: str) -> None:
    assert said(text)[1] == "Tom Lane"
