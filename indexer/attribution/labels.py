"""Labels that begin the paragraphs of an interview ("PELL:", "Q.", "FIRST VOICE:"): who asks, and who is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from indexer.attribution.analysis import Analysis
from indexer.attribution.parts import Entity, Sentence
from indexer.attribution.words import word_set

_LABEL = re.compile(
    r"(?:([A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){0,3})(?:, [A-Za-z][\w’' -]{2,40})?:|([QA])[.:])\s+(?=\S)"
)
_DIRECTION = re.compile(r"[(\[][A-Za-z][^()\[\]]{1,40}[)\]](?:\s+|$)")  # "(laughing)"
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,3}")
_VOICES = word_set(
    "voice operator dispatcher dispatch caller officer deputy trooper pilot captain tower controller"
    " man woman boy girl child student juror speaker judge witness clerk"
)
_PARTS = word_set("q a question questions answer answers interviewer interviewee reporter moderator host audience")
_LONGEST_ACRONYM = 4  # letters: KQEL, ICE
_LAST_WORDS = 2  # of a label that says which of several: "CALLER 2"


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its label, if it has one; the words after it begin at ``label_end``."""

    start: int
    end: int
    sentences: list[Sentence]
    label: str = ""
    label_end: int = 0

    @property
    def is_quoted(self) -> bool:
        """Tell whether it is all quotation."""
        return all(not sentence.has_words for sentence in self.sentences)

    @property
    def speaker(self) -> str:
        """The label's last word, by which "NORA HALE:" and "HALE:" are one; a voice's whole label."""
        return self.label if is_voice(self.label) else self.label.split()[-1] if self.label else ""


def is_voice(label: str) -> bool:
    """Tell whether a label says no more than what part somebody has: "OPERATOR", "FIRST VOICE", "CALLER 2"."""
    return any(word.lower() in _VOICES for word in label.split()[-_LAST_WORDS:])


def labelled_paragraphs(analysis: Analysis) -> list[Paragraph]:
    """Give the paragraphs of a text with their labels."""
    paragraphs: list[Paragraph] = []
    for sentence in analysis.sentences:
        if sentence.paragraph >= len(paragraphs):
            start = sentence.tokens[0].start
            paragraphs.append(Paragraph(start, start, []))
        paragraphs[-1].sentences.append(sentence)
        paragraphs[-1].end = sentence.tokens[-1].end
    for paragraph in paragraphs:
        found = _LABEL.match(analysis.text, paragraph.start, paragraph.end)
        if found:
            paragraph.label = (found[1] or found[2]).upper()
            paragraph.label_end = _after_direction(analysis.text, found.end(), paragraph.end)
    return paragraphs


def _after_direction(text: str, start: int, end: int) -> int:
    """Give where the words begin, after what is told of how they were said: "(laughing)"."""
    found = _DIRECTION.match(text, start, end)
    return found.end() if found and found.end() < end else start


def is_direction(text: str, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph only tells what happened meanwhile, in brackets: "(Horn.)"."""
    return _DIRECTION.fullmatch(text, paragraph.start, paragraph.end) is not None


def asking_labels(text: str, paragraphs: list[Paragraph]) -> set[str]:
    """Give the labels most of whose turns end in a question mark."""
    turns: Counter[str] = Counter()
    questions: Counter[str] = Counter()
    for paragraph in paragraphs:
        if paragraph.label:
            turns[paragraph.speaker] += 1
            questions[paragraph.speaker] += text[paragraph.end - 1] == "?"
    return {label for label in turns if label == "Q" or 2 * questions[label] > turns[label]}


def is_printed_in_capitals(text: str, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph's label is printed in capitals."""
    return text.startswith(paragraph.label, paragraph.start)


def is_known(analysis: Analysis, paragraph: Paragraph) -> bool:
    """Tell whether a label is a voice, or the last word of a name that the text prints in small letters elsewhere."""
    return is_voice(paragraph.label) or any(
        entity.last_name.upper() == paragraph.speaker and not entity.name.isupper() for entity in analysis.entities
    )


def named_outside(analysis: Analysis, paragraphs: list[Paragraph]) -> set[int]:
    """Give the ids of those whom the text names outside the labels, too."""
    labels = [(paragraph.start, paragraph.label_end) for paragraph in paragraphs if paragraph.label]

    def is_label(start: int) -> bool:
        place = bisect_right(labels, start, key=lambda label: label[0]) - 1
        return place >= 0 and start < labels[place][1]

    return {id(entity) for entity in analysis.entities if not all(map(is_label, entity.starts))}


def named_by(analysis: Analysis, paragraph: Paragraph, outside: set[int]) -> Entity | None:
    """Give who a label names: somebody whom the text names elsewhere too, for "ANSWER:" names nobody."""
    for mention in paragraph.sentences[0].mentions:
        entity = mention.entity
        if mention.start < paragraph.label_end and entity is not None and (id(entity) in outside or " " in entity.name):
            return entity
    people = [entity for entity in analysis.entities if entity.type == "person" and id(entity) in outside]
    name = paragraph.label.split()[-1].casefold()
    for found in (
        [entity for entity in people if entity.last_name.casefold() == name],
        [entity for entity in people if " " in entity.name and entity.name.split()[0].casefold() == name],
        [entity for entity in people if _are_initials(paragraph.label, entity.name)],
    ):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def outlet_named_by(text: str, paragraph: Paragraph) -> Entity | None:
    """Give the outlet that a label of questions names though the text does not: "LEDGER:"; not "QUESTION:"."""
    if is_voice(paragraph.label) or paragraph.label.lower() in _PARTS or " " in paragraph.label:
        return None
    sentence = paragraph.sentences[0]
    printed = text[paragraph.start : paragraph.start + len(paragraph.label)]
    name = printed.capitalize() if printed.isupper() and len(printed) > _LONGEST_ACRONYM else printed
    return Entity(name, "organisation", sentence.mention("name", 0, 1, name))


def _are_initials(label: str, name: str) -> bool:
    """Tell whether a label is a name's first letters: "E.T.", "AB"."""
    if not _INITIALS.fullmatch(label):
        return False
    words = name.split()
    letters = label.replace(".", "")
    return len(words) > 1 and letters in ("".join(word[0] for word in words), words[0][0] + words[-1][0])
