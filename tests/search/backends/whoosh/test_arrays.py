"""Places in long arrays: found without widening what is kept narrow, and without wrapping around."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.backends.whoosh.arrays import Strings, encoded, narrow, stand, stand_before, starts, tallied


@given(st.lists(st.integers(0, 300)), st.lists(st.integers(0, 70_000)))
def test_values_beyond_the_type_of_what_is_known(known: list[int], values: list[int]) -> None:
    known.sort()
    kept, asked = narrow(np.array(known, np.int64)), np.array(values, np.int64)
    assert stand(kept, asked).tolist() == [bisect_right(known, value) for value in values]
    assert stand_before(kept, asked).tolist() == [bisect_left(known, value) for value in values]


@given(st.lists(st.integers(0, 300), max_size=3), st.lists(st.integers(0, 400), max_size=9))
def test_two_rows_of_values_each_in_order(known: list[int], values: list[int]) -> None:
    known.sort()
    values.sort()
    kept, rows = narrow(np.array(known, np.int64)), np.array([values, values], np.int64)
    assert stand(kept, rows).tolist() == [stand(kept, rows[0]).tolist()] * 2
    assert stand(kept, rows[0]).tolist() == [bisect_right(known, value) for value in values]
    assert stand_before(kept, rows).tolist() == [[bisect_left(known, value) for value in values]] * 2


@given(st.sets(st.text("abz\xe9\U0001f600", max_size=4)), st.text("abz\xe9\U0001f600", max_size=2))
def test_strings_that_begin_alike(known: set[str], prefix: str) -> None:
    raw = sorted(map(encoded, known))
    table = Strings(np.frombuffer(b"".join(raw), np.uint8), starts(map(len, raw)))
    found = table.beginning(prefix)
    assert found == sorted(one for one in known if one.startswith(prefix))


@given(st.lists(st.integers(0, 300)), st.integers(0, 40))
def test_how_often_each_number_comes(values: list[int], beyond: int) -> None:
    many = max([*values, 0]) + beyond + 1
    found = tallied(narrow(np.array(values, np.int64)), many)
    assert found.tolist() == [values.count(value) for value in range(many)]
