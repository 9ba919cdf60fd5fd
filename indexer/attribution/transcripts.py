"""Interviews: paragraphs that begin with who speaks ("PELL: …", "Q. …"), or questions with quoted answers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from indexer.attribution.analysis import Analysis
from indexer.attribution.interviews import interviewee_of, interviewer_of
from indexer.attribution.parts import Entity, Mention, Quotation, Sentence
from indexer.attribution.sentences import TAG_VERBS
from indexer.attribution.words import word_set
from search.documents import Span

_LABEL = re.compile(
    r"(?:([A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){0,3})(?:, [A-Za-z][\w’' -]{2,40})?:|([QA])[.:])\s+(?=\S)"
)
_QUOTED_LABEL = re.compile(r"([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2}):\s+(?=\S)")
_FEWEST_TURNS = 4
_FEWEST_OF_KNOWN = 3  # where the labels are in capitals and the text names all of them
_FEWEST_LABELLED = 3
_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 60  # words
_FARTHEST_INTERVIEWER = 2  # paragraphs
_FIRST_PERSON = word_set("i i'm i've i'd i'll we we're we've my our")


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


@dataclass(slots=True)
class _Paragraph:
    start: int
    end: int
    sentences: list[Sentence]
    label: str = ""
    label_end: int = 0

    @property
    def is_quoted(self) -> bool:
        return all(not sentence.has_words for sentence in self.sentences)

    @property
    def speaker(self) -> str:
        """The label's last word, by which "NORA HALE:" and "HALE:" are one."""
        return self.label.split()[-1] if self.label else ""


def read_transcript(analysis: Analysis) -> Transcript:
    """Read the text as an interview; there are no answers if it is none."""
    paragraphs = _paragraphs(analysis)
    transcript = Transcript()
    labels = Counter(paragraph.speaker for paragraph in paragraphs if paragraph.label)
    asking = _asking_labels(analysis.text, paragraphs)
    # Forms, lists and pages of headings have labels too; an interview has somebody who asks, again and again.
    asked = sum(count for label, count in labels.items() if label in asking)
    is_long = sum(labels.values()) >= _FEWEST_TURNS and asked >= 2
    is_of_known = sum(labels.values()) >= _FEWEST_OF_KNOWN and asked and _are_known(analysis, paragraphs)
    if len(labels) >= 2 and (is_long or is_of_known):
        _read_turns(analysis, paragraphs, asking, transcript)
    else:
        _read_quoted_answers(analysis, paragraphs, transcript)
        _read_labelled_quotations(analysis, transcript)
    return transcript


def _paragraphs(analysis: Analysis) -> list[_Paragraph]:
    paragraphs: list[_Paragraph] = []
    for sentence in analysis.sentences:
        if sentence.paragraph >= len(paragraphs):
            start = sentence.tokens[0].start
            paragraphs.append(_Paragraph(start, start, []))
        paragraphs[-1].sentences.append(sentence)
        paragraphs[-1].end = sentence.tokens[-1].end
    for paragraph in paragraphs:
        found = _LABEL.match(analysis.text, paragraph.start, paragraph.end)
        if found:
            paragraph.label = (found[1] or found[2]).upper()
            paragraph.label_end = found.end()
    return paragraphs


def _are_known(analysis: Analysis, paragraphs: list[_Paragraph]) -> bool:
    """Tell whether every label is in capitals and the last name of a person whom the text names elsewhere."""
    names = {e.last_name.upper() for e in analysis.entities if e.type == "person" and not e.name.isupper()}
    labelled = [paragraph for paragraph in paragraphs if paragraph.label]
    return all(
        paragraph.speaker in names and analysis.text.startswith(paragraph.label, paragraph.start)
        for paragraph in labelled
    )


def _read_turns(analysis: Analysis, paragraphs: list[_Paragraph], asking: set[str], transcript: Transcript) -> None:
    outside = _named_outside(analysis, paragraphs)
    first = next(n for n, paragraph in enumerate(paragraphs) if paragraph.label)
    last = max(n for n, paragraph in enumerate(paragraphs) if paragraph.label)
    before = paragraphs[max(0, first - _FARTHEST_INTERVIEWER) : first]
    answering = {paragraph.speaker for paragraph in paragraphs} - asking
    interviewer = interviewer_of([s for p in before for s in p.sentences], answering)
    transcript.interviewee = interviewee_of(analysis, paragraphs[first].start, interviewer)
    people = _people(analysis, paragraphs, transcript.interviewee)
    narrated = _narrated(paragraphs, people)
    current: Answer | None = None
    for number, paragraph in enumerate(paragraphs):
        if paragraph.label:
            label = Span(paragraph.start, paragraph.start + len(paragraph.label))
            content = (Span(paragraph.label_end, paragraph.end),)
            current = Answer(label, content, _named(analysis, paragraph, transcript.interviewee, outside))
            if paragraph.speaker in asking:  # a question is a statement if it is known whose
                if interviewer is not None and (current.speaker is None or current.speaker.type != "person"):
                    current = Answer(label, content, interviewer)
                if current.speaker is not None:
                    transcript.answers.append(current)
                    transcript.paragraphs.add(number)
                current = None
        elif current is not None and (_is_first_person(paragraph) or (number < last and number not in narrated)):
            current = Answer(current.label, (Span(paragraph.start, paragraph.end),), current.speaker)
        else:
            current = None
        if current is not None:
            transcript.answers.append(current)
            transcript.paragraphs.add(number)


def _asking_labels(text: str, paragraphs: list[_Paragraph]) -> set[str]:
    """Give the labels most of whose turns end in a question mark."""
    turns: Counter[str] = Counter()
    questions: Counter[str] = Counter()
    for paragraph in paragraphs:
        if paragraph.label:
            turns[paragraph.speaker] += 1
            questions[paragraph.speaker] += text[paragraph.end - 1] == "?"
    return {label for label in turns if label == "Q" or 2 * questions[label] > turns[label]}


def _named_outside(analysis: Analysis, paragraphs: list[_Paragraph]) -> set[int]:
    """Give the ids of those whom the text names outside the labels, too."""
    labels = [(paragraph.start, paragraph.label_end) for paragraph in paragraphs if paragraph.label]

    def is_label(start: int) -> bool:
        place = bisect_right(labels, start, key=lambda label: label[0]) - 1
        return place >= 0 and start < labels[place][1]

    return {id(entity) for entity in analysis.entities if not all(map(is_label, entity.starts))}


def _named(analysis: Analysis, paragraph: _Paragraph, interviewee: Entity | None, outside: set[int]) -> Entity | None:
    """Give who a label names: somebody whom the text names elsewhere too, for "ANSWER:" names nobody."""
    if paragraph.label in ("Q", "A"):
        return interviewee if paragraph.label == "A" else None
    for mention in paragraph.sentences[0].mentions:
        entity = mention.entity
        if mention.start < paragraph.label_end and entity is not None:
            return entity if id(entity) in outside or " " in entity.name else None
    name = paragraph.label.split()[-1].casefold()
    found = [e for e in analysis.entities if e.type == "person" and e.last_name.casefold() == name]
    return found[0] if len(found) == 1 else None


def _people(analysis: Analysis, paragraphs: list[_Paragraph], interviewee: Entity | None) -> set[int]:
    """Give the ids of the persons whom the labels name, or answer."""
    names = {paragraph.speaker for paragraph in paragraphs}
    found = {id(e) for e in analysis.entities if e.type == "person" and e.last_name.upper() in names}
    return found | ({id(interviewee)} if interviewee else set())


def _is_about(paragraph: _Paragraph, people: set[int]) -> bool:
    """Tell whether a paragraph within an interview tells of those who speak there: "Here Barrow let in a cat."."""
    return any(id(mention.entity) in people for sentence in paragraph.sentences for mention in sentence.mentions)


def _narrated(paragraphs: list[_Paragraph], people: set[int]) -> set[int]:
    """Give the paragraphs without labels among which the story is told on, not an answer: "“I cried,” he said."."""
    narrated: set[int] = set()
    run: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.label:
            run.append(number)
        if run and (paragraph.label or number == len(paragraphs) - 1):
            if any(_is_about(paragraphs[n], people) or _opens_with_tag(paragraphs[n]) for n in run):
                narrated.update(run)
            run = []
    return narrated


def _opens_with_tag(paragraph: _Paragraph) -> bool:
    """Tell whether a paragraph begins with a quotation and whose it is: "“I cried,” he said."."""
    tokens = paragraph.sentences[0].tokens
    return tokens[0].quotation is not None and any(token.lower in TAG_VERBS for token in tokens[1:4])


def _is_first_person(paragraph: _Paragraph) -> bool:
    words = {token.lower for sentence in paragraph.sentences for token in sentence.tokens}
    has_quotes = any(sentence.quotes for sentence in paragraph.sentences)
    return not has_quotes and bool(words & _FIRST_PERSON)


def _read_quoted_answers(analysis: Analysis, paragraphs: list[_Paragraph], transcript: Transcript) -> None:
    answers = [
        number
        for number in range(1, len(paragraphs))
        if _is_question(analysis.text, paragraphs[number - 1]) and paragraphs[number].is_quoted
    ]
    if len(answers) < _FEWEST_QUESTIONS:
        return
    transcript.quoted = set(answers)
    transcript.interviewee = interviewee_of(analysis, paragraphs[answers[0] - 1].start)


def _read_labelled_quotations(analysis: Analysis, transcript: Transcript) -> None:
    """Read a transcript within quotation marks: “WALLACE: Let’s start with …"""
    labels = [_QUOTED_LABEL.match(analysis.text, q.inner_start, q.inner_end) for q in analysis.quotations]
    if sum(label is not None for label in labels) < _FEWEST_LABELLED:
        return
    current: Answer | None = None
    for quotation, label in zip(analysis.quotations, labels, strict=True):
        if label is not None:
            mark = Span(label.start(1), label.end(1))
            speaker = _labelled(analysis, label[1], mark, quotation)
            current = Answer(mark, (Span(label.end(), quotation.inner_end),), speaker)
        elif current is not None and quotation.continues:
            current = Answer(current.label, (Span(quotation.inner_start, quotation.inner_end),), current.speaker)
        else:
            current = None
        if current is not None:
            transcript.answers.append(current)
            transcript.labelled.add(id(quotation))


def _labelled(analysis: Analysis, name: str, mark: Span, quotation: Quotation) -> Entity:
    """Give whom a label means: the one of that last name, or somebody whom only the label names."""
    last = name.split()[-1].casefold()
    known = [e for e in analysis.entities if e.may_be_person and e.last_name.casefold() == last]
    if known:
        return known[0]
    mention = Mention("name", 0, 0, mark.start, mark.end, name.title(), quotation.sentence, quotation.paragraph)
    entity = Entity(name.title(), "person", mention, may_be_person=True, mentions=1, starts=[mark.start])
    analysis.entities.append(entity)
    return entity


def _is_question(text: str, paragraph: _Paragraph) -> bool:
    if text[paragraph.end - 1] != "?":
        return False
    words = sum(len(sentence.tokens) for sentence in paragraph.sentences)
    return words <= _LONGEST_QUESTION and not paragraph.is_quoted
