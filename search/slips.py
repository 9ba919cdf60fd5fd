"""Words that differ by a slip of the pen: one letter changed, added, left out, or swapped with the next; or by letters
typed twice, or once instead of twice."""

from __future__ import annotations

from itertools import groupby

MOST_DOUBLED = 3
"""Letters of a word that may be doubled wrongly."""


def one_edit_apart(one: str, other: str) -> bool:
    """Say whether two forms are the same but for at most one letter changed, added or left out."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    same = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[same + (len(one) == len(other)) :] == other[same + 1 :] or one == other


def one_slip_apart(one: str, other: str) -> bool:
    """Say whether two forms are at most one edit apart, or the same but for two neighbouring letters swapped."""
    if one_edit_apart(one, other):
        return True
    if len(one) != len(other):
        return False
    at = next(index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def is_doubled_elsewhere(one: str, other: str) -> bool:
    """Say whether two forms are the same but for a few letters that one has once more in a row: "lleevee", "levee"."""
    if one[:1] != other[:1] or one[-1:] != other[-1:]:
        return False
    ours, theirs = _runs(one), _runs(other)
    if [letter for letter, _ in ours] != [letter for letter, _ in theirs]:
        return False
    apart = [abs(length - others) for (_, length), (_, others) in zip(ours, theirs, strict=True)]
    return max(apart, default=0) <= 1 and sum(apart) <= MOST_DOUBLED


def _runs(form: str) -> list[tuple[str, int]]:
    return [(letter, len(list(run))) for letter, run in groupby(form)]
