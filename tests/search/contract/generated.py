"""Random small archives and random trees over their words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from search.analysis import fold
from search.documents import Article, Cue, Span, Speaker, Statement
from search.ids import slug, statement_id
from search.query.dates import DateRange
from search.query.leaves import (
    Attributed,
    CuedBy,
    DatedAt,
    Fuzzy,
    OfKind,
    OutletNamed,
    Phrase,
    Prefix,
    PrintedIn,
    Published,
    SaidAs,
    SaidBy,
    SpeakerNamed,
    Word,
)
from search.query.nodes import And, Everything, InField, Not, Or, Query
from search.query.nodes import Statement as StatementNode
from tests.builders import article

WORDS = (
    "raid",
    "raids",
    "raided",
    "RAIDS",
    "ICE",
    "ice",
    "iced",
    "U.S.",
    "us",
    "the",
    "The",
    "mayor",
    "Mayor's",
    "O’Neil",
)
WORDS += ("café", "cafe", "1,200", "9th", "levee", "levees", "who", "said", "K", "ʼﾞ")
SPEAKERS = (
    Speaker("steve-adler", "Steve Adler", "Mayor"),
    Speaker("steve-adler", "Steve Adler", "Former Mayor"),
    Speaker("adler", "Adler", "Mayor"),
    Speaker("ann-o-poe", "Ann O’Poe"),
    Speaker("ice", "ICE", None, "organisation"),
    Speaker("residents", "residents", "Residents of Lake Café", "group"),
)
IDS = [speaker.id for speaker in SPEAKERS]
DAYS = (None, "2016", "2017", "2017-02", "2017-02-10", "2017-02-28", "2016-02-29", "2018-01-01")
OUTLETS = (None, "The Ledger", "Ledger", "KXAN Café")
PLACES = (None, "Austin", "Lake Café", "Austin, Texas")

words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=1, max_size=9).map(" ".join)
texts = st.lists(sentences, min_size=0, max_size=4).map("\n\n".join)


@st.composite
def statements(draw: st.DrawFn, of: Article, number: int) -> Statement | None:
    field = draw(st.sampled_from(("text", "text", "text", "headline")))
    whole = of.text if field == "text" else of.headline
    if len(whole) < 2:
        return None
    ends = sorted(draw(st.sets(st.integers(0, len(whole)), min_size=2, max_size=4)))
    spans = tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False))
    who = draw(st.lists(st.sampled_from(SPEAKERS), max_size=3, unique_by=lambda speaker: speaker.id))
    is_together = len(who) > 1 or (len(who) == 1 and draw(st.integers(0, 5)) == 5)
    belief = draw(st.booleans())
    return Statement(
        id=statement_id(of.id, str(spans), number),
        article_id=of.id,
        kind=draw(st.sampled_from(("direct", "mixed", "indirect"))),
        attribution=draw(st.sampled_from(("sure", "sure", "possible"))) if who else "none",
        content=spans,
        text=" … ".join(whole[span.start : span.end] for span in spans),
        field=field,
        speaker=who[0] if who and not is_together else None,
        together=tuple(who) if is_together else (),
        cue=Cue("hopes", spans[0], "belief") if belief else None,
    )


@st.composite
def articles(draw: st.DrawFn, key: str) -> Article:
    headline, text = draw(sentences), draw(texts)
    made = article(
        text,
        headline,
        key,
        headline_derived=draw(st.booleans()),
        is_excerpt=draw(st.booleans()),
        outlet=draw(st.sampled_from(OUTLETS)),
        place=draw(st.sampled_from(PLACES)),
        published=draw(st.sampled_from(DAYS)),
        bylines=tuple(draw(st.lists(sentences, max_size=2))),
    )
    found = [draw(statements(made, number)) for number in range(draw(st.integers(0, 4)))]
    return replace(made, statements=tuple(statement for statement in found if statement))


@st.composite
def archives(draw: st.DrawFn, size: int = 6) -> list[Article]:
    """Several articles, each of its own key; some print the text of another, and some of what is said in it."""
    made: list[Article] = []
    for number in range(draw(st.integers(0, size))):
        own = draw(articles(f"{number}.txt"))
        if made and draw(st.booleans()):
            own = _copied(own, draw(st.sampled_from(made)))
        made.append(own)
    return made


def _copied(own: Article, other: Article) -> Article:
    said = (statement for statement in other.statements if statement.field == "text")
    statements = tuple(
        replace(one, id=statement_id(own.id, str(one.content), number), article_id=own.id)
        for number, one in enumerate(said)
    )
    return replace(own, text=other.text, statements=statements)


folded = words.map(lambda word: fold(word)[0])
word_nodes = st.builds(Word, folded, st.booleans())
word_leaves = st.one_of(
    word_nodes,
    word_nodes,
    st.builds(Phrase, st.lists(word_nodes, min_size=1, max_size=3).map(tuple)),
    st.builds(Phrase, st.lists(word_nodes, min_size=2, max_size=3).map(tuple), st.integers(0, 80)),
    st.builds(Prefix, folded.map(lambda form: form[:3])),
    st.builds(Fuzzy, folded),
)
names = st.sampled_from(("steve", "adler", "ann", "opoe", "ice", "former", "mayor", "ledger", "cafe", "austin")).map(
    lambda word: (word,)
)
said_leaves = st.one_of(
    st.builds(SaidBy, st.lists(st.sampled_from([*IDS, "nobody"]), min_size=1, max_size=2).map(tuple)),
    st.builds(SpeakerNamed, names),
    st.builds(SaidAs, names),
    st.builds(OfKind, st.sampled_from((("direct",), ("mixed", "indirect")))),
    st.builds(Attributed, st.sampled_from((("sure",), ("possible", "none")))),
    st.builds(CuedBy, st.sampled_from((("speech",), ("belief",), ("speech", "belief")))),
)
ranges = st.builds(
    DateRange, st.sampled_from((None, "2016", "2017-02-10")), st.sampled_from((None, "2017", "2017-02", "2018-01-01"))
)
printed_leaves = st.one_of(
    st.builds(Published, ranges, st.sampled_from(("without", "with", "only"))),
    st.builds(PrintedIn, st.sampled_from([(slug(outlet),) for outlet in OUTLETS if outlet])),
    st.builds(OutletNamed, names),
    st.builds(DatedAt, names),
    st.just(Everything()),
)


def _joined(children: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(children, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(And, several), st.builds(Or, several), st.builds(Not, children))


def _trees(leaves: st.SearchStrategy[Query], size: int) -> st.SearchStrategy[Query]:
    return st.recursive(leaves, _joined, max_leaves=size)


in_field = st.builds(InField, st.sampled_from(("headline", "byline")), _trees(word_leaves, 3))
said = _trees(st.one_of(word_leaves, said_leaves), 4)
article_trees = _trees(st.one_of(word_leaves, word_leaves, printed_leaves, in_field, st.builds(StatementNode, said)), 6)
statement_trees = _trees(st.one_of(word_leaves, word_leaves, said_leaves, printed_leaves, in_field), 6)
