"""A part of ``python -m tests.search.agreement``, small enough for every run of the tests."""

from __future__ import annotations

from pathlib import Path

from search.query.build import build_query
from tests.search.agreement import built, differences
from tests.search.made_up import requests


def test_made_up_searches_are_answered_as_the_reference_answers_them(tmp_path: Path) -> None:
    reference, served = built(tmp_path / "index", 160)
    asked = list(requests(60, "tests"))
    for nth, request in enumerate(asked):
        assert not list(differences(reference, served, request, nth))
    totals = [served.count(build_query(request), request.collection) for request in asked]
    assert sum(total > 0 for total in totals) > len(asked) / 2
    assert sum(total > 10 for total in totals) > len(asked) / 5
