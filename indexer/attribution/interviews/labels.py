"""Labels that begin the paragraphs of a talk ("PELL:", "Q.", "MS. PELL:", "THE COURT:"): who asks, who is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass

from indexer.attribution.entities.analysis import Analysis
from indexer.attribution.phrases.capitals import in_small_letters, title_of
from indexer.attribution.text.parts import Entity, Sentence
from indexer.attribution.text.words import word_set

_LABEL = re.compile(
    r"(?:([A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){0,3})(?:, [A-Za-z][\w’' -]{2,40})?:|([QA])[.:]"
    r"|(M(?:[Rr][Ss]?|[Ss])\. [A-Z][A-Z'’-]+)\.)\s+(?=\S)"
)
_DIRECTION = re.compile(r"[(\[][A-Za-z][^()\[\]]{1,40}[)\]](?:\s+|$)")  # "(laughing)"
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,3}")  # "E.T.", "AB"
_VOICES = word_set(
    "voice operator dispatcher dispatch caller officer deputy trooper pilot captain tower controller"
    " man woman boy girl child student juror speaker judge witness clerk"
)
_OF_COURT = word_set("court witness defendant plaintiff prosecutor bailiff foreperson foreman")  # "THE COURT"
_PARTS = word_set("q a question questions answer answers interviewer interviewee reporter moderator host audience")
_MS = "MS. "  # elsewhere "MS" may be Mississippi
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
    text = analysis.text
    paragraphs: list[Paragraph] = []
    for sentence in analysis.sentences:
        if sentence.paragraph >= len(paragraphs):
            start = sentence.tokens[0].start
            paragraphs.append(Paragraph(start, start, []))
        paragraphs[-1].sentences.append(sentence)
        paragraphs[-1].end = sentence.tokens[-1].end
    for paragraph in paragraphs:
        may_match = ":" in text[paragraph.start : paragraph.end] or text[paragraph.start] in "QAM"
        found = _LABEL.match(text, paragraph.start, paragraph.end) if may_match else None
        if found:
            paragraph.label = (found[1] or found[2] or found[3]).upper()
            paragraph.label_end = _after_direction(text, found.end(), paragraph.end)
    return paragraphs


def _after_direction(text: str, start: int, end: int) -> int:
    """Give where the words begin, after what is told of how they were said: "(laughing)"."""
    found = _DIRECTION.match(text, start, end)
    return found.end() if found and found.end() < end else start


def is_direction(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph or a quotation only tells what happened meanwhile, in brackets: "(Horn.)"."""
    return _DIRECTION.fullmatch(text, start, end) is not None


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
    """Tell whether a paragraph's label is printed in capitals: "MS. PELL:", or at least the name, "Ms. PELL."."""
    printed = text[paragraph.start : paragraph.start + len(paragraph.label)]
    return printed.split()[-1].isupper()


def are_known(analysis: Analysis, paragraphs: list[Paragraph]) -> bool:
    """Tell whether each label is a voice, has a title, or ends a name that the text prints in small letters elsewhere.

    Of those who ask somebody known it may also say no more than that: "REPORTER".
    """
    known = {entity.last_name.upper() for entity in analysis.entities if not entity.name.isupper()}
    others = [p for p in paragraphs if not (is_voice(p.label) or _has_title(p.label) or p.speaker in known)]
    return len(others) < len(paragraphs) and all(p.label.lower() in _PARTS for p in others)


def _has_title(label: str) -> bool:
    """Tell whether a label is a title and a name, or an office: "MS. PELL", "THE PRESIDENT", "THE COURT"."""
    words = label.split()
    if words[0] == "THE":
        return len(words) > 1 and (words[-1].lower() in _OF_COURT or title_of(words[-1]) is not None)
    return len(words) > 1 and (label.startswith(_MS) or title_of(words[0].rstrip(".")) is not None)


@dataclass(frozen=True, slots=True)
class Outside:
    """Whom a text names outside the labels, too: their ids; its persons by last name, by first name, by initials."""

    ids: set[int]
    last: defaultdict[str, list[Entity]]
    first: defaultdict[str, list[Entity]]
    initials: defaultdict[str, list[Entity]]


def named_outside(analysis: Analysis, paragraphs: list[Paragraph]) -> Outside:
    """Give whom the text names outside the labels, too."""
    labels = [(paragraph.start, paragraph.label_end) for paragraph in paragraphs if paragraph.label]

    def is_label(start: int) -> bool:
        place = bisect_right(labels, start, key=lambda label: label[0]) - 1
        return place >= 0 and start < labels[place][1]

    outside = Outside(set(), defaultdict(list), defaultdict(list), defaultdict(list))
    for entity in analysis.entities:
        if all(map(is_label, entity.starts)):
            continue
        outside.ids.add(id(entity))
        if entity.type != "person":
            continue
        outside.last[entity.last_name.casefold()].append(entity)
        words = entity.name.split()
        if len(words) > 1:
            outside.first[words[0].casefold()].append(entity)
            for letters in {"".join(word[0] for word in words), words[0][0] + words[-1][0]}:
                outside.initials[letters].append(entity)
    return outside


def named_by(paragraph: Paragraph, outside: Outside) -> Entity | None:
    """Give who a label names: somebody whom the text names elsewhere too, for "ANSWER:" names nobody."""
    for mention in paragraph.sentences[0].mentions:
        entity = mention.entity
        if entity is None or mention.start >= paragraph.label_end:
            continue
        if id(entity) in outside.ids or mention.title or (" " in entity.name and not _has_title(paragraph.label)):
            return entity
    name = paragraph.label.split()[-1].casefold()
    letters = paragraph.label.replace(".", "") if _INITIALS.fullmatch(paragraph.label) else ""
    found = outside.last.get(name) or outside.first.get(name) or outside.initials.get(letters, [])
    if paragraph.label.startswith(_MS):
        found = [entity for entity in found if entity.gender != "m"] or [_named_with_ms(paragraph)]
    return found[0] if len(found) == 1 else None


def _named_with_ms(paragraph: Paragraph) -> Entity:
    """Give the woman whom labels alone name: "MS. PELL:"."""
    name = " ".join(in_small_letters(paragraph.label.removeprefix(_MS).split()))
    mention = paragraph.sentences[0].mention("name", 0, 1, name)
    return Entity(name, "person", mention, "f")


def outlet_named_by(text: str, paragraph: Paragraph) -> Entity | None:
    """Give the outlet that a label of questions names though the text does not: "LEDGER:"; not "QUESTION:"."""
    if is_voice(paragraph.label) or paragraph.label.lower() in _PARTS or " " in paragraph.label:
        return None
    sentence = paragraph.sentences[0]
    printed = text[paragraph.start : paragraph.start + len(paragraph.label)]
    name = printed.capitalize() if printed.isupper() and len(printed) > _LONGEST_ACRONYM else printed
    return Entity(name, "organisation", sentence.mention("name", 0, 1, name))
