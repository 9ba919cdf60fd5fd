"""A body is found by the acronym that a story spells out as its name, where nobody else uses it too, in any engine."""

from __future__ import annotations

import pytest

from tests.builders import article, speaker
from tests.search.contract.engines import Engine, publish

AUTHORITY = "Lone River Transit Authority"
SPELT = f"The {AUTHORITY} (LRTA) said fares stay."
SPELT_OUT = article(SPELT, key="a", published="2020", says=[(speaker(AUTHORITY, type="organisation"), "fares stay")])
PLAIN = article(
    f"The {AUTHORITY} said fares rise.",
    key="b",
    published="2021",
    says=[(speaker(AUTHORITY, type="organisation"), "fares rise")],
)
OTHER = article(SPELT, key="c", says=[("Ann Poe", "fares stay")])


def found_by(engine: Engine, acronym: str) -> list[str]:
    hits = engine.searcher().speakers(acronym, 0, 9).entries
    return [entry.name for entry in hits]


@pytest.mark.parametrize("asked", ["LRTA", "lrta", "lrt"])
def test_a_body_is_suggested_by_its_acronym(engine: Engine, asked: str) -> None:
    publish(engine, [SPELT_OUT, PLAIN])
    assert found_by(engine, asked) == [AUTHORITY]


def test_the_acronym_is_an_address_of_all_that_the_body_says(engine: Engine) -> None:
    publish(engine, [SPELT_OUT, PLAIN])
    (entry,) = engine.searcher().speakers("lrta", 0, 9).entries
    assert (entry.id, entry.names, entry.aliases) == ("lone-river-transit-authority", (AUTHORITY, "LRTA"), ("lrta",))


def test_a_story_in_which_the_body_does_not_speak_tells_nothing_of_its_name(engine: Engine) -> None:
    publish(engine, [PLAIN, OTHER])
    assert found_by(engine, "lrta") == []


def test_an_update_knows_the_acronym_as_a_rebuild_does(engine: Engine) -> None:
    others = [article(f"Story {number}.", key=f"{number}") for number in range(8)]
    publish(engine, [PLAIN, OTHER, *others])
    assert found_by(engine, "lrta") == []
    publish(engine, [SPELT_OUT])
    assert found_by(engine, "lrta") == [AUTHORITY]
    publish(engine, [article("The authority is gone.", key="a")])
    assert found_by(engine, "lrta") == []
