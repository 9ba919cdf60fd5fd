"""What is found in an interview: who says what in each turn, and which paragraphs and quotations that takes up."""

from __future__ import annotations

from dataclasses import dataclass, field

from indexer.attribution.text.parts import Entity
from search.documents import Span


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says or asks in a turn: the label, and the words without it; ``speaker`` is None if not named."""

    label: Span
    content: tuple[Span, ...]
    speaker: Entity | None


@dataclass(slots=True)
class Transcript:
    """The questions and answers of an interview.

    ``paragraphs``: those that the answers take up. ``quoted``: those that hold the interviewee's quoted answers.
    ``labelled``: the ids of quotations that begin with who speaks or go on from one, which are answers too.
    """

    answers: list[Answer] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)
    labelled: set[int] = field(default_factory=set)
    interviewee: Entity | None = None

    def take(self, paragraph: int, answer: Answer) -> None:
        """Add an answer, which takes up a paragraph."""
        self.answers.append(answer)
        self.paragraphs.add(paragraph)
