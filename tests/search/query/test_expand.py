"""Words with a star or a tilde stand for as many forms as a search may look for, and it says when there are more."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from search.query.expand import ALL_FORMS, MAX_FORMS, expand
from search.query.leaves import Forms, Prefix
from search.query.nodes import And, InField, Not, Or, Query, Statement, all_of


class Counting:
    """A vocabulary in which the beginning "wNNN…" has NNN forms, of ever more letters."""

    def beginning(self, prefix: str) -> Iterable[str]:
        return (prefix + "x" * more for more in range(int(prefix[1:4])))

    def similar(self, form: str) -> Iterable[str]:
        return ()


def prefixes(sizes: Iterable[int]) -> list[Prefix]:
    return [Prefix(f"w{size:03d}{chr(97 + at)}") for at, size in enumerate(sizes)]


def searched(node: Query) -> list[Forms]:
    if isinstance(node, Forms):
        return [node]
    children = node.children if isinstance(node, And | Or) else ()
    children = (node.child,) if isinstance(node, Not | InField | Statement) else children
    return [found for child in children for found in searched(child)]


@given(st.lists(st.integers(0, 999), min_size=1, max_size=26))
def test_all_stars_of_a_search_share_what_it_may_look_for(sizes: list[int]) -> None:
    tree, warnings = expand(all_of(*prefixes(sizes)), Counting())
    kept = [len(forms.forms) for forms in searched(tree)]
    most = max(most for most in range(MAX_FORMS + 1) if sum(min(size, most) for size in sizes) <= ALL_FORMS)
    assert kept == [min(size, most) for size in sizes]
    assert bool(warnings) == any(size > most for size in sizes)
    assert sum(kept) <= ALL_FORMS


def test_the_shortest_are_searched_and_the_search_says_so_once() -> None:
    first, second, third, fourth, fifth = prefixes([900, 10, 900, 900, 900])
    tree, warnings = expand(
        Or((Statement(all_of(first, second)), InField("headline", third), Not(fourth), fifth)), Counting()
    )
    assert [len(forms.forms) for forms in searched(tree)] == [147, 10, 147, 147, 147]
    assert searched(tree)[0].forms[:2] == (first.form, f"{first.form}x")
    (warning,) = warnings
    assert "stand for 3,610 words; of each, only the 147 shortest were searched" in warning


def test_the_same_word_twice_is_counted_once() -> None:
    (one,) = prefixes([180])
    tree, warnings = expand(Or((one, Statement(one), InField("headline", one), Not(one))), Counting())
    assert [len(forms.forms) for forms in searched(tree)] == [180] * 4
    assert not warnings


def test_a_word_by_itself_says_how_many_it_stands_for() -> None:
    (one,) = prefixes([201])
    (warning,) = expand(one, Counting())[1]
    assert str(warning).startswith("w201a* stands for 201 words; only the 200 shortest were searched.")
