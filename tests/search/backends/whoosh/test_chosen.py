"""Trees over rows of a segment: however few or many documents a leaf has, the same are found."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from search.backends.whoosh.arrays import Array
from search.backends.whoosh.chosen import ALL, Chosen, Column, Part, at
from search.backends.whoosh.held import Held
from search.backends.whoosh.holding import Holding
from search.backends.whoosh.plans import plan
from search.query.leaves import Word
from search.query.nodes import And, Not, Or, Query

SIZE = 40_000
MANY = (0, 3, 200, 9_000, 39_000)
"""Documents of a leaf: from none to nearly all."""


def _numbers(many: int, seed: int) -> Array:
    found = np.random.default_rng(seed).choice(SIZE, many, replace=False)
    return np.sort(found).astype(np.uint16)


def _leaves() -> dict[str, tuple[Part, frozenset[int]]]:
    leaves: dict[str, tuple[Part, frozenset[int]]] = {}
    for many in MANY:
        numbers, others = _numbers(many, many), _numbers(many // 2, many + 1)
        mask = np.zeros(SIZE, np.bool_)
        mask[numbers] = True
        held = [Held(SIZE, [(one, np.ones(one.size, np.uint8))]) for one in (numbers, others)]
        known = frozenset(numbers.tolist())
        leaves |= {
            f"listed{many}": (Chosen(SIZE, numbers), known),
            f"masked{many}": (Chosen(SIZE, mask=mask), known),
            f"column{many}": (Column(many, partial(at, mask)), known),
            f"held{many}": (
                Holding(SIZE, [("headline", 3.0, held[1]), ("text", 1.0, held[0])]),
                known | {*others.tolist()},
            ),
            f"joined{many}": (
                Holding(
                    SIZE, [("text", 1.0, Held(SIZE, [(one, np.ones(one.size, np.uint8)) for one in (others, numbers)]))]
                ),
                known | {*others.tolist()},
            ),
        }
    return leaves


def _expected(node: Query, known: dict[str, frozenset[int]]) -> frozenset[int]:
    if isinstance(node, And | Or):
        found = [_expected(child, known) for child in node.children]
        return frozenset.intersection(*found) if isinstance(node, And) else frozenset().union(*found)
    if isinstance(node, Not):
        return frozenset(range(SIZE)) - _expected(node.child, known)
    assert isinstance(node, Word)
    return known[node.form]


def _trees() -> list[Query]:
    chance = np.random.default_rng(7)
    names = [*_leaves()]

    def leaf() -> Query:
        word = Word(str(chance.choice(names)))
        return Not(word) if chance.random() < 0.2 else word

    some = [leaf() for _ in range(40)]
    some += [And(tuple(leaf() for _ in range(3))) for _ in range(60)]
    some += [Or(tuple(leaf() for _ in range(3))) for _ in range(60)]
    return some + [And((leaf(), Or((leaf(), And((leaf(), leaf())))), Not(Or((leaf(), leaf()))))) for _ in range(40)]


def test_a_tree_finds_what_sets_would() -> None:
    leaves = _leaves()
    known = {name: documents for name, (_, documents) in leaves.items()}
    some = _numbers(500, 99)
    for tree in _trees():
        part = plan(tree, lambda node: leaves[node.form][0], SIZE)  # type: ignore[union-attr]
        expected = _expected(tree, known)
        assert part.numbers.tolist() == sorted(expected), tree
        assert np.flatnonzero(part.holds(ALL)).tolist() == sorted(expected), tree
        marked = np.zeros(SIZE, np.bool_)
        part.mark(marked)
        assert np.flatnonzero(marked).tolist() == sorted(expected), tree
        assert some[part.holds(some)].tolist() == [one for one in some.tolist() if one in expected], tree


@pytest.mark.parametrize("many", MANY)
@pytest.mark.parametrize("asked", MANY)
def test_frequencies_are_the_same_however_they_are_looked_up(many: int, asked: int) -> None:
    headline, text, rows = _numbers(many // 50, 1), _numbers(many, 2), _numbers(asked, 3).astype(np.int64)
    held = [Held(SIZE, [(one, np.arange(one.size, dtype=np.uint16) % 9 + 1)]) for one in (headline, text)]
    norms = {"headline": np.linspace(1, 2, SIZE), "text": np.linspace(2, 3, SIZE)}
    holding = Holding(SIZE, [("headline", 3.0, held[0]), ("text", 1.0, held[1])])
    every = np.zeros((2, SIZE))
    every[0, headline], every[1, text] = held[0].counts, held[1].counts
    expected = (every[1] / norms["text"] + 3.0 * every[0] / norms["headline"])[rows]
    for _ in range(2):
        assert holding.frequency(rows, lambda name: norms[name][rows]).tolist() == pytest.approx(expected.tolist())


def test_what_was_chosen_can_lose_some() -> None:
    for chosen in (Chosen(10, np.array([1, 4, 7])), Chosen(10, mask=np.isin(np.arange(10), [1, 4, 7]))):
        assert chosen.without(np.array([4])).numbers.tolist() == [1, 7]
        assert chosen.without(np.array([], np.int64)) is chosen


@pytest.mark.parametrize("dead", [0, 50, 20_000])
@pytest.mark.parametrize("many", [(), (5,), (3, 200), (9_000, 30_000, 200), (9_000, 9_000), (700, 800, 600, 900)])
def test_lists_are_joined_with_their_counts_added(many: tuple[int, ...], dead: int) -> None:
    lists = [(_numbers(one, one + nth), np.full(one, nth + 250, np.uint16)) for nth, one in enumerate(many)]
    gone, some = _numbers(dead, 1), _numbers(300, 2)
    expected = np.zeros(SIZE, np.int64)
    for documents, counts in lists:
        expected[documents] += counts
    expected[gone] = 0

    def held() -> Held:
        return Held(SIZE, lists, gone)

    assert held().documents.tolist() == np.flatnonzero(expected).tolist()
    assert held().counts.tolist() == expected[expected > 0].tolist()
    assert held().bound >= held().documents.size
    for _ in range(2):
        one = held()
        assert one.at(some).tolist() == expected[some].tolist()
        assert one.holds(ALL).tolist() == (expected > 0).tolist()
        assert one.holds(some).tolist() == (expected[some] > 0).tolist()
        marked = np.zeros(SIZE, np.bool_)
        one.mark(marked)
        held().mark(marked)
        assert marked.tolist() == (expected > 0).tolist()
