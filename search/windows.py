"""Where marks stand closest: the run of them that a passage shows best."""

from __future__ import annotations

from collections.abc import Container, Sequence

from search.deadline import check_time
from search.marks import Mark

PASSAGE = 240
"""Characters of a passage of running text."""
_CHECKED_EVERY = (1 << 12) - 1


def best_window(marks: Sequence[Mark], seen: Container[int] = ()) -> tuple[int, int, set[int]]:
    """Give the run of marks, at most a passage long, with most leaves that were not seen; then with most leaves; then
    with most marks; then the first: where it begins and ends, and its leaves.

    ``marks`` are in order; none of a leaf ends before another of it that begins earlier.
    """
    many = len(marks)
    own = marks[0][2]
    if marks[-1][2] == own and all(mark[2] == own for mark in marks):
        return *_densest_run(marks), {own}
    best, best_value = (0, 1), (-1, 0, 0)
    inside: dict[int, int] = {}
    end = fresh = 0
    for start, (first, _, own) in enumerate(marks):
        if not start & _CHECKED_EVERY:
            check_time()
        limit = first + PASSAGE
        while end < many and (end <= start or marks[end][1] <= limit):
            leaf = marks[end][2]
            if leaf not in inside:
                inside[leaf] = 0
                fresh += leaf not in seen
            inside[leaf] += 1
            end += 1
        value = (fresh, len(inside), end - start)
        if value > best_value:
            best, best_value = (start, end), value
        if end == many:
            break  # what begins later holds less
        inside[own] -= 1
        if not inside[own]:
            del inside[own]
            fresh -= own not in seen
    run = marks[best[0] : best[1]]
    return run[0][0], max([mark[1] for mark in run]), {mark[2] for mark in run}


def _densest_run(marks: Sequence[Mark]) -> tuple[int, int]:
    """Give the run of marks of one leaf, at most a passage long, with most of them; then the first."""
    if marks[-1][1] <= marks[0][0] + PASSAGE:
        return marks[0][0], marks[-1][1]
    many, best, most = len(marks), 0, 1
    for at, (start, _, _) in enumerate(marks):
        if not at & _CHECKED_EVERY:
            check_time()
        # Only a run of more than the best is looked for: one whose last, which ends after all others, ends in time.
        while at + most < many and marks[at + most][1] <= start + PASSAGE:
            best, most = at, most + 1
        if at + most >= many:
            break  # what begins later holds less
    return marks[best][0], marks[best + most - 1][1]
