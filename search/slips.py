"""Words that differ by a slip of the pen: one letter changed, added, left out, or swapped with the next."""

from __future__ import annotations


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
