"""Our own scorer of statements: what counts as found, and that it agrees with the scorer of the annotated articles."""

from __future__ import annotations

from typing import Any

import pytest

from indexer.attribution.training.annotated import AnnotatedStory, parse_story
from search.documents import Span
from tests.evaluation.attribution import run
from tests.evaluation.gold import by_measure
from tests.evaluation.statement_scores import Said, Scores, annotated, is_saying, same_speaker, score
from tests.evaluation.stories import stories
from tests.evaluation.test_attribution_floors import SCORER, load_scorer

TOLERANCE = 0.5  # percent: the two know slightly different verbs of saying and nicknames

MARKED = (
    "{1:“We will fix the bridge,”} {1s=Ann Bell:Mayor Ann Bell} {1c:said}. {1:“Soon enough.”}\n\n"
    "{2s=-:Neighbors} {2c:believe} {2:the bridge is safe}, and {3s=Ann Bell:she} {3c:told} them {3:it is “not safe”}."
)


def story(text: str = MARKED) -> AnnotatedStory:
    return parse_story("style: tv\noutlet: KQEL\nheadline: Bridge\n\n" + text, "tv-bridge")


def table(found: list[Said]) -> dict[str, float]:
    scores = Scores()
    scores.add(story().text, annotated(story()), found)
    return scores.table()


def span(words: str) -> Span:
    start = story().text.index(words)
    return Span(start, start + len(words))


def said(words: str, speaker: str | None, kind: str = "direct") -> Said:
    return Said((span(words),), kind, None, "said", speaker)


def test_the_annotation_itself_is_all_right() -> None:
    found = table(annotated(story()))
    assert found.pop("speaker, he or she") == 0.0  # no quotation of hers
    assert set(found.values()) == {100.0}


def test_nothing_found() -> None:
    assert set(table([]).values()) == {0.0}


def test_a_wrong_speaker_costs_the_pair_and_not_the_quotation() -> None:
    found = table([said("“We will fix the bridge,”", "Tom Bell")])
    assert found["direct F1"] == 100.0
    assert found["speaker, named"] == 0.0
    assert found["pair F1"] == 0.0


def test_no_speaker_is_no_wrong_one() -> None:
    scores = Scores()
    scores.add(story().text, annotated(story()), [said("“We will fix the bridge,”", None)])
    assert (scores.pairs.found, scores.pairs.wanted) == (0, 1)


def test_short_and_mixed_quotations_count_neither_way() -> None:
    scores = Scores()
    scores.add(story().text, annotated(story()), [said("“Soon enough.”", "Ann Bell"), said("“not safe”", "Ann Bell")])
    assert (scores.quotations.found, scores.quotations.wanted) == (0, 1)


def test_a_quotation_of_nobody_costs_precision() -> None:
    scores = Scores()
    scores.add(story().text, annotated(story()), [said("the bridge is safe", "Ann Bell")])
    assert (scores.quotations.found, scores.pairs.found) == (1, 1)


def test_half_of_the_words_make_the_same_report() -> None:
    belief, report = table([said("the bridge is", None, "indirect")]), table([said("is “not safe", "Bell", "mixed")])
    less = table([said("“not", "Bell", "mixed")])
    assert belief["statement F1, speech cues"] == 0.0
    assert (report["statement F1, speech cues"], report["indirect speaker F1"]) == (100.0, 100.0)
    assert (less["statement F1, speech cues"], less["indirect speaker F1"]) == (0.0, 0.0)
    assert report["indirect token F1"] > less["indirect token F1"] > 0.0


@pytest.mark.parametrize(
    ("name", "other", "is_same"),
    [
        ("Ann Bell", "Bell", True),
        ("Ann Bell", "Tom Bell", False),
        ("Mack Odom Jr.", "Mack Odom", True),
        ("Larch County Health Department", "the Health Department", True),
        ("Department of Natural Resources", "DNR", True),
        ("DNR", "Department of Public Safety", False),
        ("Ann Bell", None, False),
    ],
)
def test_names_of_one_speaker(name: str, other: str | None, is_same: bool) -> None:
    assert same_speaker(name, other) is is_same


@pytest.mark.parametrize("cue", ["said", "has denied", "according to", "Asked", "were told", "admitted", "urges"])
def test_cues_of_saying(cue: str) -> None:
    assert is_saying(cue)
    assert not is_saying("believes")


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer of the annotated articles is not beside the project")
@pytest.mark.parametrize("part", ["train", "test"])
def test_both_scorers_agree(part: str) -> None:
    read = stories(part)
    theirs = load_scorer().score([_as_annotated_article(each) for each in read], {s.name: run(s.text) for s in read})
    ours = score(read)
    expected = by_measure(theirs)
    assert ours == pytest.approx(expected, abs=TOLERANCE)


def _as_annotated_article(read: AnnotatedStory) -> dict[str, Any]:
    return {
        "id": read.name,
        "text": read.text,
        "statements": [
            {
                "speaker": item.speaker,
                "speaker_type": None,
                "speaker_how": item.speaker_how,
                "source_span": [item.source.start, item.source.end] if item.source else None,
                "source_text": read.words(item.source),
                "cue_text": read.words(item.cue),
                "content_spans": [[piece.start, piece.end] for piece in item.content],
                "kind": item.kind,
            }
            for item in read.outermost()
        ],
    }
