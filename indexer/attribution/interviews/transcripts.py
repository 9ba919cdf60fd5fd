"""Interviews and recordings: paragraphs that begin with who speaks ("PELL: …", "Q. …", "OPERATOR: …")."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from indexer.attribution.entities.analysis import Analysis
from indexer.attribution.interviews.answers import Answer, Transcript
from indexer.attribution.interviews.interviews import gender_of_asked, interviewee_of, interviewer_of
from indexer.attribution.interviews.labels import (
    Outside,
    Paragraph,
    are_known,
    asking_labels,
    is_direction,
    is_printed_in_capitals,
    is_voice,
    labelled_paragraphs,
    named_by,
    named_outside,
    outlet_named_by,
)
from indexer.attribution.interviews.quoted_answers import read_labelled_quotations, read_quoted_answers
from indexer.attribution.text.parts import Entity, Sentence
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.words import word_set
from search.documents import Span

_FEWEST_TURNS = 4
_FEWEST_QUESTIONS = 2  # that several answer
_FEWEST_OF_KNOWN = 3  # where the text names all of them, in labels in capitals
_FARTHEST_INTERVIEWER = 2  # paragraphs
_LONGEST_TAG = 6  # tokens
_ASKED_AND_ANSWERED = {"Q": False, "QUESTION": False, "A": True, "ANSWER": True}  # whether who is asked speaks
_FIRST_PERSON = word_set("i i'm i've i'd i'll we we're we've my our")


def read_transcript(analysis: Analysis) -> Transcript:
    """Read the text as an interview; there are no answers if it is none."""
    paragraphs = labelled_paragraphs(analysis)
    transcript = Transcript()
    labels = Counter(paragraph.speaker for paragraph in paragraphs if paragraph.label)
    asking = asking_labels(analysis.text, paragraphs)
    if _is_dialogue(analysis, paragraphs, labels, asking):
        _read_turns(analysis, paragraphs, asking, transcript)
    elif _has_unlabelled_questions(analysis, paragraphs, labels) or _answer_by_turns(analysis, paragraphs):
        _read_turns(analysis, paragraphs, set(), transcript)
    else:
        read_quoted_answers(analysis, paragraphs, transcript)
        read_labelled_quotations(analysis, transcript)
    return transcript


def _is_dialogue(analysis: Analysis, paragraphs: list[Paragraph], labels: Counter[str], asking: set[str]) -> bool:
    """Tell whether labels are those of people who talk; forms, lists and pages of headings have labels too.

    In an interview somebody asks, again and again. In a recording people of whom the text tells speak by turns.
    """
    if len(labels) < 2:
        return False
    asked = sum(count for label, count in labels.items() if label in asking)
    turns = sum(labels.values())
    if turns >= _FEWEST_TURNS and asked >= 2:
        return True
    if turns < _FEWEST_OF_KNOWN or not (asked or max(labels.values()) > 1):
        return False
    labelled = [paragraph for paragraph in paragraphs if paragraph.label]
    return all(is_printed_in_capitals(analysis.text, p) for p in labelled) and are_known(analysis, labelled)


def _has_unlabelled_questions(analysis: Analysis, paragraphs: list[Paragraph], labels: Counter[str]) -> bool:
    """Tell whether only the answers have a label, that of somebody named, and what stands before them mostly asks."""
    if len(labels) != 1:
        return False
    answers = [number for number, paragraph in enumerate(paragraphs) if paragraph.label]
    if len(answers) < _FEWEST_OF_KNOWN or not all(_is_asked(paragraphs, number) for number in answers):
        return False
    asked = sum(analysis.text[paragraphs[number - 1].end - 1] == "?" for number in answers)
    outside = named_outside(analysis, paragraphs)
    return 2 * asked > len(answers) and named_by(paragraphs[answers[0]], outside) is not None


def _answer_by_turns(analysis: Analysis, paragraphs: list[Paragraph]) -> bool:
    """Tell whether several whose whole names are their labels answer each of some questions, as candidates do."""
    labelled = [paragraph for paragraph in paragraphs if paragraph.label]
    names = {paragraph.label for paragraph in labelled}
    if len(names) < 2 or not all(" " in name and not is_voice(name) for name in names):
        return False
    runs = [number for number, paragraph in enumerate(paragraphs) if paragraph.label and _is_asked(paragraphs, number)]
    asked = [number for number in runs if analysis.text[paragraphs[number - 1].end - 1] == "?"]
    outside = named_outside(analysis, paragraphs)
    answering = [named_by(paragraph, outside) for paragraph in labelled]
    are_people = all(entity is not None and entity.type == "person" for entity in answering)
    return len(asked) >= _FEWEST_QUESTIONS and len(asked) == len(runs) and are_people


def _is_asked(paragraphs: list[Paragraph], number: int) -> bool:
    return number > 0 and not paragraphs[number - 1].label


def _read_turns(analysis: Analysis, paragraphs: list[Paragraph], asking: set[str], transcript: Transcript) -> None:
    voices = _voices(analysis, paragraphs, asking)
    transcript.interviewee = voices.interviewee
    people = {id(entity) for entity in (*voices.by_label.values(), voices.interviewee) if entity is not None}
    narrated = _narrated(paragraphs, people)
    last = max(n for n, paragraph in enumerate(paragraphs) if paragraph.label)
    current: Answer | None = None
    for number, paragraph in enumerate(paragraphs):
        if paragraph.label and paragraph.speaker in asking and not is_voice(paragraph.label):
            asker = voices.asker(paragraph.label)
            if asker is not None:  # a question is a statement if it is known whose
                transcript.take(number, _turn(paragraph, asker))
            current = None
            continue
        if paragraph.label:
            current = _turn(paragraph, voices.by_label[paragraph.label])
        elif is_direction(analysis.text, paragraph.start, paragraph.end):
            continue
        elif not asking and _asks(analysis, paragraphs, number):
            current = None
        elif current is not None and (_is_first_person(paragraph) or (number < last and number not in narrated)):
            current = Answer(current.label, (Span(paragraph.start, paragraph.end),), current.speaker)
        else:
            current = None
        if current is not None:
            transcript.take(number, current)


def _turn(paragraph: Paragraph, speaker: Entity | None) -> Answer:
    """Give what is said behind a label."""
    label = Span(paragraph.start, paragraph.start + len(paragraph.label))
    return Answer(label, (Span(paragraph.label_end, paragraph.end),), speaker)


@dataclass(frozen=True, slots=True)
class _Voices:
    """Who is behind each label, and who asks and answers, as far as the text tells."""

    by_label: dict[str, Entity | None]
    interviewer: Entity | None
    interviewee: Entity | None

    def asker(self, label: str) -> Entity | None:
        """Give who asks behind a label: the interviewer, unless the label is somebody's name."""
        named = self.by_label[label]
        return named if named is not None and named.type == "person" else self.interviewer or named


def _voices(analysis: Analysis, paragraphs: list[Paragraph], asking: set[str]) -> _Voices:
    outside = named_outside(analysis, paragraphs)
    first = next(n for n, paragraph in enumerate(paragraphs) if paragraph.label)
    last = max(n for n, paragraph in enumerate(paragraphs) if paragraph.label)
    about = paragraphs[max(0, first - _FARTHEST_INTERVIEWER) : first] + paragraphs[last + 1 : last + 2]
    answering = {paragraph.speaker for paragraph in paragraphs} - asking
    told = [sentence for paragraph in about for sentence in paragraph.sentences]
    interviewer = interviewer_of(told, answering, asking)
    questions = [p.sentences for p in paragraphs[first : last + 1] if p.speaker in asking]
    interviewee = interviewee_of(analysis, paragraphs[first].start, interviewer, questions, gender_of_asked(told))
    labelled = [paragraph for paragraph in paragraphs if paragraph.label]
    whom = {paragraph.label: _named(paragraph, interviewee, outside) for paragraph in labelled}
    is_answered = any(whom[p.label] is not None for p in labelled if p.speaker not in asking)
    if interviewer is None and is_answered:  # "MYTH:" and "FACT:" are nobody
        whom |= {
            paragraph.label: outlet_named_by(analysis.text, paragraph)
            for paragraph in labelled
            if paragraph.speaker in asking and whom[paragraph.label] is None
        }
    return _Voices(whom, interviewer, interviewee)


def _asks(analysis: Analysis, paragraphs: list[Paragraph], number: int) -> bool:
    """Tell whether a paragraph without a label asks, where only the answers have one."""
    is_answered = number + 1 < len(paragraphs) and bool(paragraphs[number + 1].label)
    return is_answered or analysis.text[paragraphs[number].end - 1] == "?"


def _named(paragraph: Paragraph, interviewee: Entity | None, outside: Outside) -> Entity | None:
    if paragraph.label in _ASKED_AND_ANSWERED:
        return interviewee if _ASKED_AND_ANSWERED[paragraph.label] else None
    return named_by(paragraph, outside)


def _is_about(paragraph: Paragraph, people: set[int]) -> bool:
    """Tell whether a paragraph within an interview tells of those who speak there: "Here Barrow let in a cat."."""
    return any(id(mention.entity) in people for sentence in paragraph.sentences for mention in sentence.mentions)


def _narrated(paragraphs: list[Paragraph], people: set[int]) -> set[int]:
    """Give the paragraphs without labels among which the story is told on, not an answer: "“I cried,” he said."."""
    narrated: set[int] = set()
    run: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.label:
            run.append(number)
        if run and (paragraph.label or number == len(paragraphs) - 1):
            if any(_is_about(paragraphs[n], people) or _is_told(paragraphs[n]) for n in run):
                narrated.update(run)
            run = []
    return narrated


def _is_told(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is the narrator's: "“I cried,” Mrs. Roy said.", "She signed it, she said by phone."."""
    tokens = paragraph.sentences[0].tokens
    if tokens[0].quotation is not None and any(token.lower in TAG_VERBS for token in tokens[1:_LONGEST_TAG]):
        return True
    return not _is_first_person(paragraph) and any(_has_tag(sentence) for sentence in paragraph.sentences)


def _has_tag(sentence: Sentence) -> bool:
    """Tell whether a sentence gives somebody's words as reports do: ", she said"."""
    words = [token.lower for token in sentence.tokens]
    return any(
        words[place - 2] == "," and words[place - 1] in ("he", "she") and word in TAG_VERBS
        for place, word in enumerate(words)
        if place > 1
    )


def _is_first_person(paragraph: Paragraph) -> bool:
    words = {token.lower for sentence in paragraph.sentences for token in sentence.tokens}
    has_quotes = any(sentence.quotes for sentence in paragraph.sentences)
    return not has_quotes and bool(words & _FIRST_PERSON)
