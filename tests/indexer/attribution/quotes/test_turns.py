"""Dialogue without cues: who spoke before the last speaker is one of the choices, for weights that have learnt it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.attribution.entities.analysis import analyse
from indexer.attribution.model import Model, load_model
from indexer.attribution.quotes.quotes import Turns, assign_quotes, choices
from indexer.attribution.quotes.turns import have_learnt_turns, is_spoken_to
from indexer.attribution.reports.reports import find_reports

MODEL = load_model()
UNTAUGHT = replace(MODEL, quote={name: weight for name, weight in MODEL.quote.items() if name.split(",")[0] != "O"})
TAUGHT = replace(MODEL, quote={**MODEL.quote, "O": 20.0})

ASKED = "“Who shut it?” Nell Rill asked.\n\n“Nobody did,” Ed Moss said.\n\n"
TOLD = "Nell Rill asked who had shut it.\n\n“Nobody did,” Ed Moss said.\n\n"


def speakers(text: str, model: Model) -> list[str | None]:
    parts = analyse(text, model.usual)
    found = assign_quotes(parts.quotations, parts.sentences, find_reports(parts.sentences, model), model)
    return [quote.source.entity.name if quote.source and quote.source.entity else None for quote in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ASKED + "“Then why is it shut?”\n\n“It is Sunday.”", ["Nell Rill", "Ed Moss", "Nell Rill", "Ed Moss"]),
        (TOLD + "“Then why is it shut?”\n\n“It is Sunday.”", ["Ed Moss", "Nell Rill", "Ed Moss"]),
        ("“Who shut it?” Nell Rill asked.\n\n“I did not.”", ["Nell Rill", "Nell Rill"]),
    ],
)
def test_two_speak_by_turns(text: str, said: list[str]) -> None:
    assert speakers(text, TAUGHT) == said


@pytest.mark.parametrize(
    "text",
    [
        ASKED + "It was Sunday.\n\nIt rained.\n\n“Then why is it shut?”",  # too far on
        ASKED + "Ed Moss shook his head. “It is shut.”",  # words beside it
        "“Who shut it?” Nell Rill asked.\n\n“Nobody did,” Ed Moss said.\n\n“It is shut and\n\n“it stays shut.”",
    ],
)
def test_where_it_is_nobodys_turn(text: str) -> None:
    parts = analyse(text, MODEL.usual)
    reports = find_reports(parts.sentences, MODEL)
    before = assign_quotes(parts.quotations[:-1], parts.sentences, reports, UNTAUGHT)
    turns = Turns()
    for quote in before:
        turns = turns.after(quote)
    found = choices(parts.quotations[-1], parts.sentences, reports, turns)
    assert "other" not in [candidate.how for candidate, _ in found if candidate]


def test_weights_that_have_not_learnt_turns_are_offered_none() -> None:
    assert not have_learnt_turns(UNTAUGHT.quote)
    assert have_learnt_turns(TAUGHT.quote)
    text = ASKED + "“Then why is it shut?”"
    parts = analyse(text, MODEL.usual)
    found = assign_quotes(parts.quotations, parts.sentences, find_reports(parts.sentences, UNTAUGHT), UNTAUGHT)
    assert "other" not in [quote.how for quote in found]


def test_a_turn_passes_when_somebody_else_speaks() -> None:
    text = ASKED + "“It is Sunday,” Moss said.\n\n“Then why is it shut?”"
    assert speakers(text, TAUGHT)[-1] == "Nell Rill"


NOMINEE = "Judge Ed Moss faced a panel.\n\nSen. Nell Rill turned to Moss and asked: “Did you write the memo?”\n\n"


def test_who_is_asked_answers() -> None:
    said = speakers(NOMINEE + "“Nobody else did.”\n\n“Is that a yes?”", TAUGHT)
    assert said == ["Nell Rill", "Ed Moss", "Nell Rill"]


def test_who_is_addressed_by_title_does_not_speak() -> None:
    text = NOMINEE + "“Senator, I wrote a great many memos.”"
    assert speakers(text, MODEL) == ["Nell Rill", "Ed Moss"]
    for words in ("“Senator Rill wrote it.”", "“Nobody, Senator, wrote it.”"):
        parts = analyse(NOMINEE + words, MODEL.usual)
        assert not is_spoken_to(parts.sentences[1].mentions[0], parts.quotations[-1])
