"""An address means one search, and a search has one address."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import fields, replace
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.documents import KINDS
from search.errors import BadParameter
from search.query.dates import DateRange
from search.query.params import PARAMETERS, from_params, to_params
from search.query.query_strings import Variations, to_query_string
from search.query.request import COLLECTIONS, SORTS, UNDATED, SearchRequest

TODAY = datetime.date(2024, 8, 15)


def read(query: str) -> SearchRequest:
    return from_params(parse_qsl(query, keep_blank_values=True), TODAY)


FROZEN = [
    ("", SearchRequest()),
    ("q=raids&speaker=steve-adler", SearchRequest("raids", speakers=("steve-adler",))),
    ("from=2017-02-10&to=2017-02-10", SearchRequest(dates=DateRange("2017-02-10", "2017-02-10"))),
    ("q=water+bond&in=statements&sort=newest", SearchRequest("water bond", "statements", sort="newest")),
    ("outlet=kxan&outlet=the-ellery-ledger", SearchRequest(outlets=("kxan", "the-ellery-ledger"))),
    ("undated=only", SearchRequest(undated="only")),
    ("added=2026-11", SearchRequest(added="2026-11")),
    ("added=20261122T035625Z-eebd", SearchRequest(added="20261122T035625Z-eebd")),
    ("sort=added", SearchRequest(sort="added")),
    ("q=bond&copies=show&sort=oldest", SearchRequest("bond", copies="show", sort="oldest")),
    ("kind=direct&kind=mixed", SearchRequest(kinds=("direct", "mixed"))),
    ("attribution=possible&cue=belief", SearchRequest(possible=True, belief=True)),
    (
        "role=sheriff&place=port+ellery&page=3&per_page=20",
        SearchRequest(role="sheriff", place="port ellery", page=3, per_page=20),
    ),
]
"""Addresses that are out in the world. Never change one; add to them."""


@pytest.mark.parametrize(("query", "request_"), FROZEN)
def test_frozen_addresses(query: str, request_: SearchRequest) -> None:
    assert read(query) == request_
    assert to_query_string(request_) == query


@pytest.mark.parametrize(
    ("spelling", "canonical"),
    [
        ("q=+raids++now+", "q=raids+now"),
        ("speaker=Steve+Adler", "speaker=steve-adler"),
        ("speaker=Đorđe+Łoś", "speaker=dorde-los"),
        ("speaker=đorđe-łos.mayor", "speaker=dorde-los.mayor"),
        ("speaker=ℌans&outlet=½", "speaker=hans&outlet=1-2"),
        ("from=２０１７&to=٢٠١٧-٠٢&added=10+Feb+２０２６", "from=2017&to=2017-02&added=2026-02-10"),
        ("speaker=b-b&speaker=a-a&speaker=b-b", "speaker=a-a&speaker=b-b"),
        ("outlet=The+Ellery+Ledger", "outlet=the-ellery-ledger"),
        ("in=articles&sort=relevance&page=1&per_page=10", ""),
        ("to=&from=&q=&speaker=", ""),
        ("to=2017&from=2016-2", "from=2016-02&to=2017"),
        ("from=last+month", "from=2024-07"),
        ("from=10+Feb+2017", "from=2017-02-10"),
        ("from=February+2017", "from=2017-02"),
        ("kind=mixed&kind=direct", "kind=direct&kind=mixed"),
        ("q=raids&utm_source=x&fbclid=y", "q=raids"),
        ("sort=NEWEST", "sort=newest"),
        ("q=cafe%CC%81", "q=caf%C3%A9"),
        ("q=a%00b", "q=a+b"),
    ],
)
def test_other_spellings_lead_to_the_one_address(spelling: str, canonical: str) -> None:
    assert to_query_string(read(spelling)) == canonical


@pytest.mark.parametrize(
    ("query", "parameter", "suggestion"),
    [
        ("speker=x", "speker", "speaker"),
        ("foo=x", "foo", None),
        ("from=2017-02-31", "from", "2017-02"),
        ("from=I-35", "from", None),
        ("to=10", "to", None),
        ("to=May", "to", None),
        ("from=3017", "from", None),
        ("from=2018&to=2017", "from", "2017..2018"),
        ("sort=newst", "sort", "newest"),
        ("kind=quote", "kind", None),
        ("page=0", "page", None),
        ("page=x", "page", None),
        ("page=٣", "page", None),
        ("per_page=1000", "per_page", None),
        ("page=9999", "page", None),
        ("q=a&q=b", "q", None),
        ("speaker=%21%21", "speaker", None),
        ("undated=yes", "undated", None),
        ("added=lately", "added", None),
        ("added=20261122T035625Z", "added", None),
        ("added=20260230T035625Z-eebd", "added", None),
        ("added=20261122T996199Z-eebd", "added", None),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(query: str, parameter: str, suggestion: str | None) -> None:
    with pytest.raises(BadParameter) as refused:
        read(query)
    assert refused.value.parameter == parameter
    assert refused.value.suggestion == suggestion


@pytest.mark.parametrize("address", ["from={}", "to={}", "speaker={}", "in={}", "page={}", "sort={}"])
def test_a_refusal_tells_no_more_than_the_beginning_of_what_is_long(address: str) -> None:
    with pytest.raises(BadParameter) as refused:
        read(address.format("%22" * 400))
    assert "…" in str(refused.value)
    assert len(str(refused.value)) < 250


IDS = st.lists(st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}(\.[a-z0-9]{1,8})?", fullmatch=True), max_size=3)
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=12).map(
    lambda text: " ".join(unicodedata.normalize("NFC", text).split())
)
DATES = st.dates(datetime.date(1600, 1, 1), datetime.date(2199, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)


@st.composite
def requests(draw: st.DrawFn) -> SearchRequest:
    since, until = draw(st.none() | DATES), draw(st.none() | DATES)
    dates = DateRange(since, until)
    if dates.first and dates.last and dates.first > dates.last:
        dates = DateRange(since, None)
    kinds = draw(st.sets(st.sampled_from(KINDS)))
    return SearchRequest(
        text=draw(WORDS),
        collection=draw(st.sampled_from(COLLECTIONS)),
        speakers=tuple(sorted(set(draw(IDS)))),
        role=draw(WORDS),
        outlets=tuple(sorted(set(draw(IDS)))),
        place=draw(WORDS),
        dates=dates,
        undated=draw(st.none() | st.sampled_from(UNDATED)),
        added=draw(st.sampled_from(("", "2026", "2026-11-22", "20261122T035625Z-eebd"))),
        kinds=tuple(kind for kind in KINDS if kind in kinds),
        possible=draw(st.booleans()),
        belief=draw(st.booleans()),
        sort=draw(st.sampled_from(SORTS)),
        page=draw(st.integers(1, 100)),
        per_page=draw(st.integers(1, 100)),
    )


@given(requests())
def test_there_and_back(request_: SearchRequest) -> None:
    assert from_params(to_params(request_), TODAY) == request_
    names = [name for name, _ in to_params(request_)]
    assert names == sorted(names, key=PARAMETERS.index)


@given(requests(), requests(), st.sets(st.sampled_from([field.name for field in fields(SearchRequest)])))
def test_a_search_with_parts_changed_has_the_address_of_what_it_becomes(
    request_: SearchRequest, other: SearchRequest, parts: set[str]
) -> None:
    changes = {part: getattr(other, part) for part in parts}
    expected = urlencode(to_params(replace(request_, **changes)))
    assert Variations(request_)(**changes) == to_query_string(replace(request_, **changes)) == expected


NEIGHBOURS = [field.name for field in fields(SearchRequest)]


@given(requests(), requests(), st.integers(0, len(NEIGHBOURS) - 1), st.integers(1, 3))
def test_neighbouring_parts_are_changed_along_the_same_way(
    request_: SearchRequest, other: SearchRequest, first: int, many: int
) -> None:
    parts = NEIGHBOURS[first : first + many]
    values = [getattr(other, part) for part in parts]
    changes = dict(zip(parts, values, strict=True))
    assert Variations(request_).along(*parts)(*values) == to_query_string(replace(request_, **changes))


@given(st.lists(st.tuples(st.sampled_from(PARAMETERS) | st.text(max_size=8), st.text(max_size=20)), max_size=6))
def test_anything_is_read_or_refused(pairs: list[tuple[str, str]]) -> None:
    try:
        found = from_params(pairs, TODAY)
    except BadParameter as refused:
        assert refused.message
    else:
        assert from_params(to_params(found), TODAY) == found


@pytest.mark.parametrize("name", ["role", "place", "speaker", "outlet", "from"])
def test_a_parameter_has_an_end(name: str) -> None:
    with pytest.raises(BadParameter, match="512 characters"):
        from_params([(name, "x" * 513)])
