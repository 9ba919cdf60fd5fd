"""Datelines, and what only looks like one."""

from __future__ import annotations

import pytest

from indexer.parsing.datelines import find_dateline, outlet_of
from search.documents import Dateline

FOUND = {
    "AUSTIN (KXAN) — Mayor Steve Adler": ("Austin", "KXAN", None),
    "FENWICK MILLS — The council": ("Fenwick Mills", None, None),
    "PORT ELLERY -- The 9:40": ("Port Ellery", None, None),
    "FENWICK MILLS, May 14, 2024 — The": ("Fenwick Mills", None, "May 14, 2024"),
    "PUTRAJAYA, Nov 22 — All": ("Putrajaya", None, "Nov 22"),
    "BUFFALO, N.Y. — The": ("Buffalo, N.Y.", None, None),
    "LA CROSSE, Wis. (AP) — The": ("La Crosse, Wis.", "AP", None),
    "WASHINGTON (Reuters) - The": ("Washington", "Reuters", None),
    "LONDON, Feb 26, 2017 (Reuters) - The": ("London", "Reuters", "Feb 26, 2017"),
    "NEWPORT BEACH, Calif. – A": ("Newport Beach, Calif.", None, None),
    "(Dallas, Texas) – On": ("Dallas, Texas", None, None),
    "(PHOENIX) – Maricopa": ("Phoenix", None, None),
    "Austin, Texas (AP) — The": ("Austin, Texas", "AP", None),
    "ST. LOUIS — The": ("St. Louis", None, None),
    "O'FALLON — The": ("O'Fallon", None, None),
    "WINSTON-SALEM, N.C. — The": ("Winston-Salem, N.C.", None, None),
    "McALLEN, Texas (KXAN) — The": ("McAllen, Texas", "KXAN", None),
    "AUSTIN (AP/KXAN) — The": ("Austin", "AP/KXAN", None),
}


@pytest.mark.parametrize("line", FOUND)
def test_datelines(line: str):
    place, agency, date = FOUND[line]

    found = find_dateline(line)

    assert found is not None
    assert (found.dateline.place, found.dateline.agency, found.date) == (place, agency, date)
    assert line[: found.end].rstrip().endswith(("—", "–", "-"))
    assert line[found.end :][0].isalpha()


@pytest.mark.parametrize(
    "line",
    [
        "MEDIA ADVISORY – The sheriff",
        "OCDA ISSUES CUSTODIAL DEATH REPORT – The",
        "STATEMENT – The mayor",
        "BREAKING — The bridge",
        "UPDATE: The bridge",
        "WATCH — The bridge falls",
        "Palm Bay (1-0): The team won",
        "“I don’t know,” he said — and left",
        "The council — all of it — left",
        "U.S. - The",
        "I — the undersigned",
        "WEEKLY: What is the worst thing?",
        "WHAT IT DOES — and what it does not",
        "A well-known man",
        "",
    ],
)
def test_no_datelines(line: str):
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    ("agency", "outlet"),
    [
        ("KXAN", "KXAN"),
        ("AP/KXAN", "KXAN"),
        ("KQEL-TV", "KQEL-TV"),
        ("AP", None),
        ("Reuters", None),
        ("Nexstar", None),
        (None, None),
    ],
)
def test_a_call_sign_names_the_outlet_and_a_wire_does_not(agency: str | None, outlet: str | None):
    assert outlet_of(Dateline("Austin", agency)) == outlet
