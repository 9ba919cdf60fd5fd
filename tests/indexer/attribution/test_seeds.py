"""The two files that the project began with: every speaker right, nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article, Statement

SEEDS = Path(__file__).parents[4] / "shared" / "data" / "seeds"


def read_seed(number: str) -> tuple[Statement, ...]:
    files = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not files:
        pytest.skip("the seed files are not beside the project")
    text = files[0].read_text(encoding="utf-8")
    return attribute(Article(id="seed", key="seed", files=(), headline="", text=text))


def speakers(statements: tuple[Statement, ...]) -> set[str]:
    """Give the speakers shown by default."""
    return {s.speaker.name for s in statements if s.speaker and s.attribution == "sure"}


def test_speakers_of_the_letter_story() -> None:
    statements = read_seed("000")
    assert speakers(statements) == {
        "Steve Adler", "Immigration and Customs Enforcement", "John Kelly", "Brian Manley",
    }  # fmt: skip
    letter = next(s for s in statements if s.text.startswith("In this difficult situation"))
    manley = next(s for s in statements if "full jurisdiction" in s.text)
    for said, kind, name in ((letter, "direct", "Steve Adler"), (manley, "mixed", "Brian Manley")):
        assert said.speaker is not None
        assert (said.kind, said.speaker.name, said.attribution) == (kind, name, "sure")


def test_speakers_of_the_raids_story() -> None:
    statements = read_seed("003")
    assert speakers(statements) == {"Greg Casar", "Kevin Lashus", "Immigration and Customs Enforcement"}
    attorney = next(s for s in statements if s.source and s.source.text.endswith("immigration attorney"))
    assert (attorney.text, attorney.speaker) == ("while raids are possible, they are highly unlikely", None)
    casar = next(s for s in statements if s.text.startswith("I believe ICE is out"))
    assert casar.speaker is not None
    assert casar.speaker.name == "Greg Casar"


def test_the_agency_has_one_id_in_both() -> None:
    ids = [
        {
            s.speaker.id
            for s in read_seed(number)
            if s.speaker and s.speaker.type == "organisation" and s.attribution == "sure"
        }
        for number in ("000", "003")
    ]
    assert ids == [{"immigration-and-customs-enforcement"}, {"immigration-and-customs-enforcement"}]


def test_roles_as_printed() -> None:
    roles = {s.speaker.name: s.speaker.role for n in ("000", "003") for s in read_seed(n) if s.speaker}
    assert roles["Steve Adler"] == "Mayor"
    assert roles["Brian Manley"] == "Interim Police Chief"
    assert roles["John Kelly"] == "Security Secretary"
    assert roles["Greg Casar"] == "City Council member"
    assert roles["Kevin Lashus"] is not None
    assert roles["Kevin Lashus"].startswith("immigration lawyer and former prosecutor")
