"""Interviews within quotation marks: questions with quoted answers, and quotations that begin with who speaks."""

from __future__ import annotations

import re

from indexer.attribution.entities.analysis import Analysis
from indexer.attribution.interviews.answers import Answer, Transcript
from indexer.attribution.interviews.interviews import interviewee_of
from indexer.attribution.interviews.labels import Paragraph, is_direction
from indexer.attribution.text.parts import Entity, Mention, Quotation
from search.documents import Span

_LABEL = re.compile(r"([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2}):\s+(?=\S)")
_FEWEST_LABELLED = 3
_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 60  # words


def read_quoted_answers(analysis: Analysis, paragraphs: list[Paragraph], transcript: Transcript) -> None:
    """Read questions of the story's own with quoted answers, where there are several."""
    answers = [
        number
        for number in range(1, len(paragraphs))
        if _is_question(analysis.text, paragraphs[number - 1]) and paragraphs[number].is_quoted
    ]
    if len(answers) < _FEWEST_QUESTIONS:
        return
    transcript.quoted = set(answers)
    transcript.interviewee = interviewee_of(analysis, paragraphs[answers[0] - 1].start)


def _is_question(text: str, paragraph: Paragraph) -> bool:
    if text[paragraph.end - 1] != "?":
        return False
    words = sum(len(sentence.tokens) for sentence in paragraph.sentences)
    return words <= _LONGEST_QUESTION and not paragraph.is_quoted


def read_labelled_quotations(analysis: Analysis, transcript: Transcript) -> None:
    """Read a transcript within quotation marks: “WALLACE: Let’s start with …"""
    labels = [_LABEL.match(analysis.text, q.inner_start, q.inner_end) for q in analysis.quotations]
    if sum(label is not None for label in labels) < _FEWEST_LABELLED:
        return
    known: dict[str, Entity] = {}
    for entity in analysis.entities:
        if entity.may_be_person:
            known.setdefault(entity.last_name.casefold(), entity)
    current: Answer | None = None
    for quotation, label in zip(analysis.quotations, labels, strict=True):
        if current is not None and is_direction(analysis.text, quotation.inner_start, quotation.inner_end):
            transcript.labelled.add(id(quotation))
            continue
        if label is not None:
            mark = Span(label.start(1), label.end(1))
            speaker = _labelled(analysis, known, label[1], mark, quotation)
            current = Answer(mark, (Span(label.end(), quotation.inner_end),), speaker)
        elif current is not None and quotation.continues:
            current = Answer(current.label, (Span(quotation.inner_start, quotation.inner_end),), current.speaker)
        else:
            current = None
        if current is not None:
            transcript.answers.append(current)
            transcript.labelled.add(id(quotation))


def _labelled(analysis: Analysis, known: dict[str, Entity], name: str, mark: Span, quotation: Quotation) -> Entity:
    """Give whom a label means: the one ``known`` by that last name, or somebody whom only the label names."""
    last = name.split()[-1].casefold()
    if last in known:
        return known[last]
    mention = Mention("name", 0, 0, mark.start, mark.end, name.title(), quotation.sentence, quotation.paragraph)
    entity = Entity(name.title(), "person", mention, may_be_person=True, mentions=1, starts=[mark.start])
    analysis.entities.append(entity)
    known.setdefault(entity.last_name.casefold(), entity)
    return entity
