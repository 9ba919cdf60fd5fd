"""The run of marks that a passage shows: the one with most leaves, then with most marks, then the first of all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.marks import Mark
from search.windows import PASSAGE, best_window


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    """Marks in order; those of a leaf that begin later end no earlier."""
    leaves = draw(st.integers(1, 3))
    begins = sorted(draw(st.lists(st.integers(0, 1_000), min_size=1, max_size=10)))
    reached = [0] * leaves
    found = set()
    for begin in begins:
        leaf = draw(st.integers(0, leaves - 1))
        reached[leaf] = max(reached[leaf], begin + draw(st.sampled_from([1, 5, 40, 200, 300])))
        found.add(Mark(begin, reached[leaf], leaf))
    return sorted(found)


@given(marks(), st.sets(st.integers(0, 2)))
def test_the_best_run_is_found_among_all(given: list[Mark], seen: set[int]) -> None:
    runs = []
    for at, mark in enumerate(given):
        end = at + 1
        while end < len(given) and given[end].end <= mark.start + PASSAGE:
            end += 1
        runs.append(given[at:end])
    best = max(runs, key=lambda run: (len({one.leaf for one in run} - seen), len({one.leaf for one in run}), len(run)))
    found = best_window(given, seen)
    assert found == (best[0].start, max(one.end for one in best), {one.leaf for one in best})
