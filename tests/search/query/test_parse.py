"""Query strings and the trees they mean; what cannot be understood is refused with its place."""

from __future__ import annotations

import datetime
from functools import partial
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import BadQuery
from search.query.dates import DateRange
from search.query.leaves import DatedAt, Fuzzy, OutletNamed, Phrase, Prefix, Published, SaidAs, SpeakerNamed, Word
from search.query.nodes import And, Everything, InField, Not, Or, Query, Statement
from search.query.parse import MAX_CHARACTERS, MAX_DEPTH, MAX_WORDS, parse_query

A, B, C = Word("a1"), Word("b1"), Word("c1")
TODAY = datetime.date(2024, 8, 15)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        ("  ", Everything()),
        ("raids", Word("raids")),
        ("Raids!", Word("raids")),
        ("ICE", Word("ice", capital=True)),
        ("a1 b1", And((A, B))),
        ("a1 AND b1", And((A, B))),
        ("a1 OR b1", Or((A, B))),
        ("a1 b1 OR c1", Or((And((A, B)), C))),
        ("a1 (b1 OR c1)", And((A, Or((B, C))))),
        ("a1 -b1", And((A, Not(B)))),
        ("a1 NOT b1", And((A, Not(B)))),
        ("a1 -(b1 c1)", And((A, Not(And((B, C)))))),
        ("or not and", And((Word("or"), Word("not"), Word("and")))),
        ('"OR"', Phrase((Word("or", capital=True),))),
        ('"a1 b1"', Phrase((A, B))),
        ("“a1 b1”", Phrase((A, B))),
        ('"a1 b1', Phrase((A, B))),
        ('"a1 b1"~5', Phrase((A, B), 5)),
        ('""', Everything()),
        ("a1-b1", Phrase((A, B))),
        ("immig*", Prefix("immig")),
        ("adler~", Fuzzy("adler")),
        ("headline:a1", InField("headline", A)),
        ("headline:(a1 OR b1)", InField("headline", Or((A, B)))),
        ("HEADLINE:a1", InField("headline", A)),
        ("byline:quist", InField("byline", Word("quist"))),
        ("said:a1", Statement(A)),
        ('said:"a1 b1"', Statement(Phrase((A, B)))),
        ("speaker:adler", Statement(SpeakerNamed(("adler",)))),
        ('speaker:"Steve Adler"', Statement(SpeakerNamed(("steve", "adler")))),
        ("role:mayor", Statement(SaidAs(("mayor",)))),
        ("outlet:ledger", OutletNamed(("ledger",))),
        ('place:"Port Ellery"', DatedAt(("port", "ellery"))),
        ("date:2017-02", Published(DateRange("2017-02", "2017-02"))),
        ("date:2017-02..2017-03", Published(DateRange("2017-02", "2017-03"))),
        ("date:2017..", Published(DateRange("2017", None))),
        ('date:"last month"', Published(DateRange("2024-07", "2024-07"))),
        ("Adler: raids", And((Word("adler"), Word("raids")))),
        ("5:30", And((Word("5"), Word("30")))),
        ("(a1", A),
        ("()", Everything()),
        ("--a1", A),
        ("NOT NOT a1", A),
        ("NOT -a1", A),
        ("a1 & b1", And((A, B))),
        ("a1 -b1 AND c1", And((A, Not(B), C))),
        ("(a1 AND b1) AND c1", And((A, B, C))),
        ("adler~, a1", And((Fuzzy("adler"), A))),
        ("10^6", Phrase((Word("10"), Word("6")))),
        ('"5 * 3 ~ 15"', Phrase((Word("5"), Word("3"), Word("15")))),
        ("example/~adler", Phrase((Word("example"), Word("adler")))),
        ("👩‍🚒", Everything()),
    ],
)
def test_what_a_query_means(text: str, tree: Query) -> None:
    assert parse_query(text, TODAY) == tree


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("WATER BOND PASSES BY", "water bond passes by"),
        ("WATER OR BOND OR ICE OR US", "water OR bond OR ice OR us"),
        ("FENWICK MILLS ECWA -WATER", "fenwick mills ecwa -water"),
        ("(WATER BOND) NOT (FBI AND ICE)", "water bond -(fbi ice)"),
        ("HEADLINE:WATER BOND VOTE", "headline:water bond vote"),
        ("SAID:(WATER BOND) ICE", "said:(water bond) ice"),
        ('FBI "DEA ICE" US', 'fbi "dea ice" us'),
        ('"A DEA ICE" US FBI', '"a dea ice" us fbi'),
        ('"small DEA ICE" US FBI dea', '"small dea ice" us fbi dea'),
        ("AT-RISK WATER BOND", '"at risk" water bond'),
        ("PATROL* ECWB~ FBI ICE", "patrol* ecwb~ fbi ice"),
        ("SPEAKER:PELL WATER BOND", "speaker:pell water bond"),
        ("FBI DEA ICE", "FBI DEA ICE"),
        ("FBI OR -ICE", "FBI OR -ICE"),
        ("FBI DEA raids ICE US", "FBI DEA raids ICE US"),
        ("FBI DEA or ICE US", "FBI DEA or ICE US"),
        ("FBI DEA headline:ICE US", "FBI DEA headline:ICE US"),
        ("FBI DEA headline:(! -!) ICE US", "fbi dea ice us"),
        ("FBI DEA date:2017 ICE US", "FBI DEA (date:2017) ICE US"),
        ("FBI DEA A ICE US", "FBI DEA a ICE US"),
        ("FBI DEA 5 ICE US", "FBI DEA 5 ICE US"),
        ("FBI DEA ICE or WATER BOND PASSES US", "FBI DEA ICE or water bond passes us"),
    ],
)
def test_words_typed_with_the_caps_lock_on_are_no_capitals(text: str, printed: str) -> None:
    tree = parse_query(text, TODAY)
    assert str(tree) == printed
    assert parse_query(printed, TODAY) == tree


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("a1)", 2, "closing bracket"),
        ("a1 NOT", 3, "nothing after"),
        ("OR a1", 0, "both sides"),
        ("a1 OR", 3, "both sides"),
        ("im*", 0, "3 letters"),
        ("*ion", 0, "end of a word"),
        ("im*ion", 0, "end of a word"),
        ("wat~er", 0, "end of a word"),
        ("a1 ~water", 3, "end of a word"),
        ("water ~", 6, "end of a word"),
        ("(a1 b1)~5", 7, "end of a word"),
        ("water~~", 0, "end of a word"),
        ("water~x", 0, "end of a word"),
        ("a1 water~2", 3, "A tilde allows one letter off: write water~."),
        ("water~0.8", 0, "write water~."),
        ("water*~", 0, "not both"),
        ("water~*", 0, "not both"),
        ("a1 north-wset~", 3, "“north-wset” is several"),
        ("well-kno*", 0, "“well-kno” is several"),
        ("water^2", 0, "leave out “^2”"),
        ("a1 water^2.5.", 3, "leave out “^2.5”"),
        ('"a1 b1"^2', 7, "leave out “^2”"),
        ("speaker:pell^2", 8, "leave out “^2”"),
        ('a1 "patrol* car"', 10, "quotation marks"),
        ('"car patrol~"~5', 11, "quotation marks"),
        ('"*rol car"', 1, "quotation marks"),
        ('"a1 b1"~', 7, "a number of words"),
        ('"a1 b1"~x', 7, "a number of words"),
        ('speaker:"pell* a1"', 8, "speaker: compares whole words"),
        ("place:harrow~2", 6, "place: compares whole words"),
        ("a1 AND", 3, "AND needs words on both sides"),
        ("AND a1", 0, "AND needs words on both sides"),
        ("a1 AND OR b1", 3, "AND needs words on both sides"),
        ("a1 OR AND b1", 6, "AND needs words on both sides"),
        ("a1 AND AND b1", 3, "AND needs words on both sides"),
        ("(a1 AND) b1", 4, "AND needs words on both sides"),
        ("a1 AND !", 3, "AND needs words on both sides"),
        ("foo:bar", 0, "no field “foo”"),
        ("a1 headlin:bar", 3, "Did you mean headline:"),
        ("said:", 0, ""),
        ("said:speaker:x", 0, "only words"),
        ("speaker:(a OR b)", 0, "takes one word"),
        ("speaker:pel*", 8, "speaker: compares whole words"),
        ("a place:harrow~", 8, "place: compares whole words"),
        ('role:"fire chief"~2', 5, "role: compares whole words"),
        ("outlet:*", 0, "needs words"),
        ("date:2017-02-31", 5, "no such day"),
        ("date:soon", 5, "not a date"),
        ("date:2018..2017", 5, "before it begins"),
        ('"a b"~99', 0, "at most"),
        ("a" * (MAX_CHARACTERS + 1), MAX_CHARACTERS, "longer than"),
        ("ab " * (MAX_WORDS + 1), 3 * MAX_WORDS, "more than"),
        ("(" * (MAX_DEPTH + 3) + "a", MAX_DEPTH + 1, "nested"),
        ("-" * (MAX_DEPTH + 3) + "a", None, ""),
        ("NOT " * (MAX_DEPTH + 3) + "a", 4 * (MAX_DEPTH + 1), "nested"),
    ],
)
def test_what_cannot_be_understood(text: str, position: int | None, says: str) -> None:
    if position is None or not says:
        parse_query(text, TODAY)
        return
    with pytest.raises(BadQuery) as refused:
        parse_query(text, TODAY)
    assert refused.value.position == position
    assert says in refused.value.message


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("said:(a1 b1)", "said:(a1 b1)"),
        ("c1 -said:(a1 b1)", "c1 -said:(a1 b1)"),
        ("said:(a1 b1) OR c1", "said:(a1 b1) OR c1"),
        ("said:(a1 OR -b1)", "said:(a1 OR -b1)"),
        ("said:(-a1) c1", "said:(-a1) c1"),
        ("headline:(-a1)", "headline:(-a1)"),
        ("byline:(NOT (a1 b1))", "byline:(-(a1 b1))"),
        ("#OR raids", "OR. raids"),
        ('"A1 ICE US\nFBI NATO"', '"a1 ice us fbi nato"'),
        ("levee NOT!", "levee NOT."),
    ],
)
def test_a_tree_prints_itself_as_a_query_that_means_the_same(text: str, printed: str) -> None:
    tree = parse_query(text, TODAY)
    assert str(tree) == printed
    assert parse_query(printed, TODAY) == tree


PIECES = [
    *("a1", "b1", "ICE", '"', "(", ")", "-", "NOT", "OR", "AND", ":", "said:", "speaker:", "date:", "2017", "*", "~"),
    *(
        "#OR",
        "US",
        "FBI DEA",
        "SAID:",
        "NOT.",
        "said:(",
        "-said:(",
        "~3",
        "headline:",
        "headline:(",
        "foo:",
        "..",
        "o’neil",
        "U.S.",
        " ",
        "\n",
        "\x00",
        "\ud800",
    ),
    *("“", "”", "immig*", "é", "ŉ"),
]
QUERIES = st.lists(st.sampled_from(PIECES)).map(" ".join) | st.text(max_size=600)


@given(QUERIES)
def test_anything_is_understood_or_refused_with_a_place(text: str) -> None:
    try:
        tree = parse_query(text, TODAY)
    except BadQuery as refused:
        assert 0 <= refused.position <= len(text)
        assert refused.message
    else:
        assert parse_query(str(tree), TODAY) == tree


def test_a_day_that_is_told_from_today_moves_on_overnight(monkeypatch: pytest.MonkeyPatch) -> None:
    for day in (datetime.date(2024, 8, 31), datetime.date(2024, 9, 1)):
        clock = SimpleNamespace(date=SimpleNamespace(today=partial(datetime.date.fromordinal, day.toordinal())))
        monkeypatch.setattr("search.query.parse.datetime", clock)
        month = f"{day:%Y-%m}"
        assert parse_query('date:"this month"') == Published(DateRange(month, month))
