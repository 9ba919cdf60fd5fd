"""“Per” before whoever says so, and before what is counted."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from search.documents import Article, Statement


def said(text: str) -> tuple[Statement, ...]:
    return attribute(Article(id="per", key="per", files=(), headline="", text=text))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The school will close Friday, per Principal Ann Roy.", "Principal Ann Roy", "The school will close Friday"),
        ("Two men were shot, per police.", "police", "Two men were shot"),
        ("The road will stay shut, per the sheriff's office.", "the sheriff's office", "The road will stay shut"),
        ("Three hurt in crash, per Dell County EMS", "Dell County EMS", "Three hurt in crash"),
        ("The wreck killed two, as per the Highway Patrol.", "the Highway Patrol", "The wreck killed two"),
        ("He was jailed without bond per Judge Ann Roy.", "Judge Ann Roy", "He was jailed without bond"),
        ("The child is fine, per her mother.", "her mother", "The child is fine"),
        ("The couple split, per court records.", "records", "The couple split"),
        ("The dam is shut, per the warrant.", "the warrant", "The dam is shut"),
        ("The road reopened at noon, per KQEL's Ann Roy.", "Ann Roy", "The road reopened at noon"),
        ("The wage is $15 per hour, per Mayor Ann Roy.", "Mayor Ann Roy", "The wage is $15 per hour"),
        ("Per police, the man fled on foot.", "police", "the man fled on foot"),
        ("Per Police Chief Ann Roy, the road is shut.", "Police Chief Ann Roy", "the road is shut"),
    ],
)  # fmt: skip
def test_per_before_whoever_says_so_is_according_to(text: str, source: str, content: str) -> None:
    (statement,) = said(text)
    assert statement.source is not None
    assert statement.cue is not None
    assert (statement.source.text, statement.cue.text.lower(), statement.text) == (source, "per", content)
    assert statement.cue.cue_class == "speech"


@pytest.mark.parametrize(
    "text",
    [
        "Tickets cost $20 per person. The limit was 30 miles per hour.",
        "The vote was 5-2, per usual. They met, per their custom.",
        "It costs 5 cents per Dell County resident. Each store pays $10 per Hale employee.",
        "It was removed per the request of Mayor Ann Roy. It passed, per Roy's order.",
        "The game was moved, per Section 12. The road is shut, per Title IX.",
        "The club meets twice a month, per its bylaws. It closed, per company policy.",
        "Crime rose to five per police officer.",
        "The fee is $5, per bill, and the town pays it. It is $20, per file.",
    ],
)
def test_per_before_what_is_counted_or_a_rule_is_no_statement(text: str) -> None:
    assert said(text) == ()


def test_somebody_may_be_called_per() -> None:
    statements = said("Per Lundgren said the road was shut. “I stay,” Per Lundgren said.")
    assert [s.speaker.name for s in statements if s.speaker] == ["Per Lundgren", "Per Lundgren"]
