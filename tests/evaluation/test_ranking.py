"""The judged searches hold together, and the measures measure."""

from __future__ import annotations

import math

import pytest

from tests.corpus_facts import all_facts
from tests.evaluation.ranking import judged_searches, ndcg, recall


def test_there_are_enough_searches_of_several_kinds_and_each_is_asked_once() -> None:
    judged = judged_searches()
    assert len({one.request for one in judged}) == len(judged) >= 140
    assert sum(bool(one.request.speakers) for one in judged) >= 4
    assert sum(not one.request.dates.is_open for one in judged) >= 3


def test_every_grade_is_of_a_story_of_the_sample_archive() -> None:
    known = {story.file + (f"#{story.part}" if story.part else "") for story in all_facts()}
    for one in judged_searches():
        assert set(one.grades) <= known
        assert set(one.grades.values()) <= {1, 2, 3}
        assert max(one.grades.values()) >= 2


@pytest.mark.parametrize(
    ("ranked", "gain", "share"),
    [
        (["best", "good", "some"], 1.0, 1.0),
        (["none", "best"], 7 / math.log2(3) / (7 + 3 / math.log2(3) + 1 / math.log2(4)), 0.5),
        ([], 0.0, 0.0),
        (["none"] * 10 + ["best", "good"], 0.0, 1.0),
    ],
)
def test_the_measures(ranked: list[str], gain: float, share: float) -> None:
    grades = {"best": 3, "good": 2, "some": 1}
    assert ndcg(ranked, grades) == pytest.approx(gain)
    assert recall(ranked, grades) == share
