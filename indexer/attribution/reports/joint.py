"""Several who speak as one, so that it is nobody's by himself: "Bell and Moss said", "the city and the union"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.lists import AND, behind_asides, behind_joint
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.reports.relayed import QUOTING
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import AUXILIARIES, BARE_PLURALS, DETERMINERS, IRREGULAR_PASTS
from indexer.attribution.text.parts import Mention, Sentence, Token, word_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set
from search.documents import Span

_JOINTS = AND | {"as"}  # as well as
_PRINTED_JOINTS = _JOINTS | {word.upper() for word in _JOINTS}
_BEGINNINGS = DETERMINERS | BARE_PLURALS
_BOTH = word_set("both neither either")
_BEFORE_SUBJECT = AND | word_set("but that as when while because although though after before since if")
# "Bell and Moss today announced"; but "each" says so by himself.
_DAYS = word_set("today yesterday tonight monday tuesday wednesday thursday friday saturday sunday")
_BETWEEN = AUXILIARIES | _DAYS | word_set("also now then together jointly never not on morning afternoon evening night")


@dataclass(frozen=True, slots=True)
class Joint:
    """Several who speak together, in order, and the words that name all of them."""

    members: tuple[Mention, ...]
    span: Span


def joint_sources(reports: Iterable[Report], announced: Iterable[tuple[Sentence, Mention]] = ()) -> dict[int, Joint]:
    """Give for the ids of those sources which speak together with others who these are.

    ``announced``: sources of words below their sentence, which only tells that they make a statement.
    """
    told = [(report.sentence, report.cue, report.source) for report in reports if report.source is not None]
    told += [(sentence, _verb_behind(sentence, source), source) for sentence, source in announced]
    found: dict[int, Joint] = {}
    for sentence, cue, source in told:
        if source.kind == "pronoun" or source.is_possessive:
            continue
        if _PRINTED_JOINTS.isdisjoint(sentence.words) and sentence.index:
            continue
        together = _those_who_speak(sentence, cue, source)
        if len(together) > 1:
            before = sentence.tokens[together[0].first - 1]
            is_both = together[0].first > 0 and before.lower in _BOTH
            span = Span(before.start if is_both else together[0].start, together[-1].end)
            found[id(source)] = Joint(tuple(together), span)
    return found


def _those_who_speak(sentence: Sentence, cue: int, source: Mention) -> list[Mention]:
    """Give a source with who speaks together with it: Hale and Bell in "In a letter to Roy, Hale and Bell wrote"."""
    tokens = sentence.tokens
    together = _named_together(sentence, cue, source)
    are_joined = tokens[together[-1].first - 1].lower in _JOINTS  # not "Flanked by Roy, Hale and Bell, Moss said"
    while len(together) > 1 and not _are_subject(sentence, cue, together):
        is_apart = are_joined and tokens[together[1].first - 1].word == "," and together[0] is not source
        together = together[1:] if is_apart else [source]
    return together


def _verb_behind(sentence: Sentence, source: Mention) -> int:
    """Give the place of the first verb behind a source, or of the sentence's end."""
    tokens = sentence.tokens
    return next((at for at in range(source.stop, len(tokens)) if has_verb(tokens[at : at + 1])), len(tokens) - 1)


def _named_together(sentence: Sentence, cue: int, source: Mention) -> list[Mention]:
    """Give who is named with a source, in order: those before it and behind it, joined by "and" or in a list."""
    tokens = sentence.tokens
    starts = {mention.first: mention for mention in sentence.mentions}
    behind: dict[int, Mention] = {}
    before: dict[int, Mention] = {}
    for mention in sentence.mentions:
        other = starts.get(behind_joint(tokens, mention.stop))
        if other is not None and _are_two(tokens, mention, other):
            behind[id(mention)], before[id(other)] = other, mention
    together = [source]
    while (other := behind.get(id(together[-1]))) is not None:
        together.append(other)
    while (other := before.get(id(together[0]))) is not None:
        together.insert(0, other)
    is_joined = any(tokens[mention.first - 1].lower in _JOINTS for mention in together[1:])
    return together if is_joined or _is_headline_of_two(sentence, cue, together) else [source]


def _is_headline_of_two(sentence: Sentence, cue: int, together: list[Mention]) -> bool:
    """Tell whether a headline says of two that they say something: "Hale, Bell say levee will hold"."""
    verb = sentence.tokens[cue].lower
    is_whole = together[0].first == sentence.begin and together[-1].stop == cue
    return is_whole and sentence.index == 0 and not (verb.endswith(("s", "ed", "ing")) or verb in IRREGULAR_PASTS)


def _are_two(tokens: list[Token], one: Mention, other: Mention) -> bool:
    """Tell whether mentions are of two who may speak: not "Hale, a baker and a judge", "Dairy and Bakery Workers"."""
    if one.is_possessive or other.is_possessive or "pronoun" in (one.kind, other.kind):
        return False
    if _is_person(one) and _is_person(other):
        return one.entity is not other.entity
    if other.first != one.stop + 1 or tokens[one.stop].word == ",":
        return False
    return tokens[other.first].lower in _BEGINNINGS or (_is_person(other) and tokens[one.first].lower in DETERMINERS)


def _is_person(mention: Mention) -> bool:
    entity = mention.entity
    if mention.kind != "name" or entity is None:
        return False
    return entity.type == "person" or (entity.may_be_person and is_given_name(entity.name))  # "Mia and Noah said"


def _are_subject(sentence: Sentence, cue: int, together: list[Mention]) -> bool:
    """Tell whether they do what the cue says: "Bell and Moss have said", "said Bell and Moss"; not "met Bell and"."""
    tokens, first = sentence.tokens, together[0].first
    stop = behind_asides(tokens, together[-1].stop)
    if first <= cue < stop:
        return False  # "Roy, who said so, and Hale left"
    if cue < first:
        return stop == len(tokens) or not has_verb(tokens[stop : stop + 1])
    if tokens[cue - 1].lower == "as" and stop == cue - 1:
        return first > sentence.begin and tokens[first - 1].lower in QUOTING  # "quoted Roy and Hale as saying"
    is_aside = word_at(tokens, together[-1].stop) == "," and tokens[cue - 1].word == ","
    is_doing = _is_doing(tokens, stop)  # "Roy and Hale met on Monday and said"
    if not is_doing and first > sentence.begin and tokens[cue].lower.endswith("ing"):
        return False  # "Cole wrote to Roy and Hale, asking for help"
    is_near = all(map(_may_stand_between, tokens[stop:cue]))
    if not (is_aside or is_doing or is_near):
        return False
    before = tokens[first - 1] if first > sentence.begin else None
    if before is not None and before.lower in _BOTH:
        before = tokens[first - 2] if first - 1 > sentence.begin else None
    return (
        before is None
        or before.quotation is not None
        or not before.word[0].isalnum()
        or (before.lower in _BEFORE_SUBJECT and tokens[first - 2].lower != "well")
        or before.lower in _DAYS  # "Today Bell and Moss"
        or _are_several(before.lower)
    )


def _may_stand_between(token: Token) -> bool:
    return token.lower in _BETWEEN or token.lower.endswith("ly")


def _is_doing(tokens: list[Token], place: int) -> bool:
    """Tell whether a verb stands at a place, or behind when it is done: "today sent a letter"."""
    while place < len(tokens) and _may_stand_between(tokens[place]) and tokens[place].lower not in AUXILIARIES:
        place += 1
    return has_verb(tokens[place : place + 1])


def _are_several(noun: str) -> bool:
    """Tell whether a noun before names says what several are: "council members Bell and Moss", "sisters Ann and"."""
    singular = noun.removesuffix("s")
    return singular != noun and (noun in BARE_PLURALS or singular in KIN or is_role_noun(singular))
