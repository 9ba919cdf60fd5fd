"""``make fuzz``: throw what a fuzzer makes up at the query language and the URL parameters, for ten minutes or SECONDS.

The fuzzer, atheris, watches which lines of the parser an input reaches and makes up more like those that reach new
ones. An input that breaks a promise stops it; it is kept in ``build/fuzz/`` and printed.
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from urllib.parse import parse_qsl

import atheris

with atheris.instrument_imports(include=["search.query", "search.analysis", "search.matching", "search.ids"]):
    from search.errors import BadParameter, BadQuery
    from search.query.build import build_query
    from search.query.nodes import Query
    from search.query.params import from_params, to_params
    from search.query.parse import parse_query
    from search.query.query_strings import to_query_string
    from search.query.request import COLLECTIONS, SearchRequest

from search.backends.base import Searcher
from tests.builders import article
from tests.search.contract.engines import MemoryEngine, WhooshEngine, publish

FOUND = Path(__file__).parent.parent / "build" / "fuzz"
TODAY = datetime.date(2024, 8, 15)
WORDS = (
    *("OR", "AND", "NOT", "-", "(", ")", '"', "“", "”", '"~5', "~", "*", ":", "..", "ICE", "U.S.", "o'neil", "levee"),
    *("headline:", "said:", "speaker:", "role:", "outlet:", "byline:", "place:", "date:2017", 'date:"last month"'),
    *("&q=", "&in=statements", "&speaker=", "&role=", "&outlet=", "&place=", "&from=2017-02", "&to=", "&undated=only"),
    *("&kind=direct", "&attribution=possible", "&cue=belief", "&copies=show", "&sort=newest", "&page=", "&per_page="),
)
"""What the language is made of: the fuzzer's dictionary."""
SEEDS = (
    'q=said:"no guard" (levee OR wall) -headline:ferry&in=statements&speaker=steve-adler&from=2017-02&sort=oldest',
    '("water bond"~5 OR immig*) AND toliver~ NOT (role:mayor OR speaker:"Augustin Pell") date:2017-02..2018 U.S. ICE',
    "q=caf%C3%A9+%E2%80%9Cpipe+plan%E2%80%9D&role=fire+chief&outlet=The+Ledger&kind=mixed&undated=with&page=2&utm_x=1",
)
ARCHIVE = [
    article("The levee held, O'Neil said. ICE and the U.S. stood by.", "Levee holds", "a.txt", published="2017-02-10"),
    article("“The levee will hold,” Adler said.\n\nIt did.", "Mayor on ice", "b.txt", says=[("Steve Adler", "levee")]),
    article("No levees here; icy roads at 9 p.m.", "Roads", "c.txt", published="2017", place="Port Ellery"),
]


def one_input(data: bytes) -> None:
    """Read the bytes as a query and as an address's parameters, and hold what is promised of both."""
    text = data.decode("utf-8", "surrogateescape")
    _query(text)
    try:
        pairs = parse_qsl(text, keep_blank_values=True)
    except ValueError:
        return
    _params(pairs)


def _query(text: str) -> None:
    try:
        tree = parse_query(text, TODAY)
    except BadQuery as refused:
        assert 0 <= refused.position <= len(text)
        assert refused.message
        return
    assert parse_query(str(tree), TODAY) == tree, f"{tree} is read otherwise"
    for collection in COLLECTIONS:
        built = build_query(SearchRequest(str(tree), collection), TODAY)
        _alike(built, collection)


def _params(pairs: list[tuple[str, str]]) -> None:
    try:
        request = from_params(pairs, TODAY)
    except BadParameter as refused:
        assert refused.message
        return
    assert from_params(to_params(request), TODAY) == request
    again = parse_qsl(to_query_string(request), keep_blank_values=True)
    assert from_params(again, TODAY) == request, "an address is not its own canonical form"
    try:
        built = build_query(request, TODAY)
    except (BadQuery, BadParameter) as refused:
        assert refused.message
        return
    _alike(built, request.collection)


def _alike(tree: Query, collection: str) -> None:
    one, other = (searcher.search(tree, collection, "relevance", 0, 10) for searcher in SEARCHERS)
    assert one == other, f"{tree}: {one.total} and {other.total}"


def _searchers() -> tuple[Searcher, Searcher]:
    engines = MemoryEngine(), WhooshEngine(FOUND / "index")
    for engine in engines:
        publish(engine, ARCHIVE, fresh=True)
    return engines[0].searcher(), engines[1].searcher()


def _dictionary() -> Path:
    path = FOUND / "dictionary"
    spelled = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
    path.write_text("".join(f'"{word}"\n' for word in spelled), encoding="ascii")
    return path


if __name__ == "__main__":
    (FOUND / "inputs").mkdir(parents=True, exist_ok=True)
    SEARCHERS = _searchers()
    options = [f"-dict={_dictionary()}", f"-artifact_prefix={FOUND}/", "-max_len=700", "-len_control=0", "-timeout=10"]
    for number, seed in enumerate(SEEDS):
        (FOUND / "inputs" / f"seed{number}").write_text(seed, encoding="utf-8")
    atheris.Setup([sys.argv[0], *sys.argv[1:], *options, str(FOUND / "inputs")], one_input)
    atheris.Fuzz()
