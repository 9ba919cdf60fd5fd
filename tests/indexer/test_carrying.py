"""What goes from reader to index: the same values, whatever an article holds."""

from __future__ import annotations

from indexer.carrying import pack, unpack
from search.builds import SkippedPart
from search.documents import (
    Article,
    Cue,
    DateCandidate,
    Dateline,
    Source,
    SourceFile,
    Span,
    Speaker,
    Statement,
    Version,
)

SPEAKER = Speaker("ann-roy", "Ann Roy", "mayor")
STATEMENT = Statement(
    id="s1",
    article_id="a1",
    kind="direct",
    attribution="sure",
    content=(Span(0, 7), Span(12, 20)),
    text="“It is” … “it was”",
    speaker=SPEAKER,
    source=Source("Roy", Span(8, 11)),
    cue=Cue("said", Span(21, 25), "speech"),
    confidence=0.9,
    why="Roy ← Mayor Ann Roy",
)
FULL = Article(
    id="a1",
    key="ledger/one",
    files=(SourceFile("one.txt", "00"), SourceFile("two.txt", "11")),
    headline="Roy: \ud83c\udf0a Flood",
    text="“It is” Roy “it was” said, née Ångström 🌊.",
    bylines=("Dot Elm",),
    dateline=Dateline("HARROW", None),
    published="2024-03-01",
    date_candidates=(DateCandidate("2024-03-01", "dateline", "March 1"),),
    statements=(STATEMENT, STATEMENT),
    versions=(Version("two.txt", "Flood", None, "Another text."),),
)


def test_an_article_with_all_that_one_can_have_arrives_as_it_was() -> None:
    bare = Article(id="a2", key="two", files=(), headline="", text="")
    parts = (SkippedPart("one.zip", "b.txt", "empty"), SkippedPart("one.zip", None, "a system's own file", 4))
    given = ("00", (FULL, bare), None, parts, True)
    assert unpack(pack(given)) == given


def test_a_speaker_of_two_statements_arrives_once() -> None:
    ((article,),) = unpack(pack(((FULL,),)))
    first, second = article.statements
    assert first is second
    assert first.speaker == SPEAKER
