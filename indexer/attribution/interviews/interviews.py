"""Who asks and who answers in an interview whose labels name nobody: "Q.", "A.", "WEEKLY:"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from itertools import pairwise

from indexer.attribution.entities.analysis import Analysis
from indexer.attribution.text.given_names import Gender
from indexer.attribution.text.parts import Entity, Mention, Sentence
from indexer.attribution.text.words import word_set

_TALKING = word_set(
    "talked spoke sat chatted interviewed interview questioned questioning conversation"  # with whom, by whom
)
_ASKING = word_set("asked asks asking met led interviewed questioned")  # him or her
_MEETING = _TALKING | word_set("caught met")
_LAST_BYLINE = 3  # paragraphs
_LONGEST_MEETING = 6  # tokens: "sat down last Monday with her"
_WHO = word_set("he she they")
_WITH = word_set("with to")
_WHOM = word_set("him her them")
_GENDERS: dict[str, Gender] = {"him": "m", "her": "f"}


def interviewee_of(
    analysis: Analysis,
    before: int,
    interviewer: Entity | None = None,
    questions: Iterable[list[Sentence]] = (),
    gender: Gender | None = None,
) -> Entity | None:
    """Give whom the questions address by name, else the person named most, and first, before the interview begins.

    Subjects of sentences count twice, and bylines do not. ``gender``: what is told of him or her who is asked.
    """
    for sentences in questions:
        addressed = _addressed(sentences[-1])
        if addressed is not None:
            return addressed
    counts: Counter[int] = Counter()
    for sentence in analysis.sentences:
        for mention in [] if _is_byline(sentence) else sentence.mentions:
            if mention.kind == "name" and mention.entity is not None and mention.start < before:
                counts[id(mention.entity)] += 2 if mention.first == sentence.begin else 1
    persons = [
        e
        for e in analysis.entities
        if e.type == "person" and e.starts[0] < before and e is not interviewer and counts[id(e)]
    ]
    persons = [e for e in persons if gender is None or e.gender in (gender, None)] or persons
    return max(persons, key=lambda entity: (counts[id(entity)], -entity.starts[0]), default=None)


def _addressed(question: Sentence) -> Entity | None:
    """Give whom a question names at its end: "Was he awake, Ms. Roy?"."""
    tokens, last = question.tokens, question.mentions[-1] if question.mentions else None
    if last is None or last.entity is None or last.kind != "name" or last.stop != len(tokens) - 1 or not last.first:
        return None
    is_asked = tokens[-1].word == "?" and tokens[last.first - 1].word == ","
    return last.entity if is_asked and last.entity.type == "person" else None


def _is_byline(sentence: Sentence) -> bool:
    """Tell whether a line says who has written the story: "By Ann Bell"."""
    tokens = sentence.tokens
    return tokens[0].lower == "by" and sentence.paragraph < _LAST_BYLINE and tokens[-1].word[0].isalnum()


def interviewer_of(sentences: list[Sentence], answering: set[str], asking: Container[str] = ()) -> Entity | None:
    """Give who asks: "She talked with KQND's Ann Bell", "The editor, Ann Bell, asked her to sit".

    ``sentences``: those just before the interview; ``answering``: the last names, in capitals, of those who answer;
    ``asking``: the labels of those who ask, which may be an outlet's name: "KQND:".
    """
    for sentence in reversed(sentences):
        words = [token.lower for token in sentence.tokens]
        for mention in sentence.mentions:
            entity = mention.entity
            if entity is None or not _may_ask(entity) or entity.last_name.upper() in answering:
                continue
            if _is_talked_with(words[: mention.first]) or _asks(words[mention.stop :]):
                return entity
            if _is_of_outlet(mention, sentence, asking):
                return entity
    return None


def gender_of_asked(sentences: list[Sentence]) -> Gender | None:
    """Tell by the last of some sentences that says so whether a man or a woman is asked: "Bell led her through it"."""
    for sentence in reversed(sentences):
        words = [token.lower for token in sentence.tokens]
        for mention in sentence.mentions:
            found = _asked(words[mention.stop :]) if mention.kind == "name" else ""
            if found in _GENDERS:
                return _GENDERS[found]
    return None


def _is_talked_with(before: list[str]) -> bool:
    """Tell by the words before a name whether he or she talked with, or was interviewed by, whom it names.

    Whom an outlet talked with answers: "The Weekly spoke with Ann Bell".
    """
    verb = next((place for place, word in enumerate(before) if word in _TALKING), len(before))
    after = before[verb + 1 :]
    if before[verb : verb + 1] in (["interviewed"], ["questioned"], ["questioning"]) and "by" in after:
        return True
    return not _WHO.isdisjoint(before[max(0, verb - 2) : verb]) and not _WITH.isdisjoint(after)


def _is_of_outlet(mention: Mention, sentence: Sentence, asking: Container[str]) -> bool:
    """Tell whether somebody is the man or woman of the outlet that asks: "KQND's Ann Bell stopped by"."""
    before = (other for other in sentence.mentions if other.stop == mention.first)
    return any(other.kind == "name" and other.is_possessive and other.name.upper() in asking for other in before)


def _asks(after: list[str]) -> bool:
    if _asked(after):
        return True
    asking = next((place for place, word in enumerate(after[:_LONGEST_MEETING]) if word in _ASKING), len(after))
    return "questions" in after[asking + 1 : asking + 3]  # "who was asking the questions"


def _asked(after: list[str]) -> str:
    """Give who is asked behind a name, him or her: "Reporter Ann Bell talked with her", "caught up with him"."""
    meeting = after[:_LONGEST_MEETING] if after[:1] and after[0] in _MEETING else []
    met = (whom for preposition, whom in pairwise(meeting) if preposition in _WITH and whom in _WHOM)
    asked = (whom for verb, whom in pairwise(after) if verb in _ASKING and whom in _WHOM)
    return next(met, "") or next(asked, "")


def _may_ask(entity: Entity) -> bool:
    return entity.type == "person" or (entity.may_be_person and entity.is_full_name)
