"""The parts of statements, each measured apart."""

from __future__ import annotations

from indexer.attribution.training.gold import GoldArticle, GoldStatement
from search.documents import Cue, Source, Span, Speaker, Statement
from tests.evaluation.components import Components

TEXT = "Ann Bell said the bridge is closed. “It is old,” added Bell. “We wait.” He denied the charge."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def gold(content: tuple[str, ...], cue: str, source: str, speaker: str | None = "Ann Bell") -> GoldStatement:
    return GoldStatement(tuple(map(span, content)), span(source), span(cue), speaker)


def said(content: str, cue: str | None, source: str, speaker: str = "Ann Bell") -> Statement:
    return Statement(
        id=content,
        article_id="a",
        kind="indirect",
        attribution="sure",
        content=(span(content),),
        text=content,
        speaker=Speaker(speaker, speaker),
        source=Source(source, span(source)),
        cue=Cue(cue, span(cue), "speech") if cue else None,
        confidence=1.0,
    )


ANNOTATED = GoldArticle(
    TEXT,
    (
        gold(("the bridge is closed",), "said", "Ann Bell"),
        gold(("It is old", "We wait"), "added", "Bell."),
        gold(("the charge",), "denied", "He", None),
    ),
    (),
)


def table(*found: Statement) -> dict[str, float]:
    components = Components()
    components.add(ANNOTATED, found)
    return {name: round(value) for name, value in components.table().items()}


def test_all_right() -> None:
    right = table(
        said("the bridge is closed", "said", "Ann Bell"),
        said("It is old", "added", "Bell."),
        said("We wait", None, "Bell."),
        said("the charge", "denied", "He"),
    )
    assert set(right.values()) == {100}


def test_a_cue_that_is_missed_does_not_count_against_what_hangs_on_it() -> None:
    found = table(said("the bridge is closed", "said", "Ann Bell"))
    assert (found["cue precision"], found["cue recall"], found["cue F1"]) == (100, 33, 50)
    assert (found["content of a found cue"], found["source of a found cue"]) == (100, 100)


def test_each_fault_counts_where_it_is_made() -> None:
    of_content = table(said("the bridge is", "said", "Ann Bell"))
    assert (of_content["content of a found cue"], of_content["… to the word"]) == (100, 0)
    assert table(said("We wait", "said", "Ann Bell"))["content of a found cue"] == 0
    of_source = table(said("the bridge is closed", "said", "He", "Roy Ford"))
    assert (of_source["source of a found cue"], of_source["speaker of a right source"]) == (0, 0)
    of_speaker = table(said("the bridge is closed", "said", "Ann Bell", "Roy Ford"))
    assert (of_speaker["source of a found cue"], of_speaker["speaker of a right source"]) == (100, 0)
    assert table(said("It is old", "closed", "Ann Bell"))["cue precision"] == 0
