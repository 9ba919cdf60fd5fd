"""Several who speak as one, so that it is nobody's by himself: "Bell and Moss said", "the city and the union"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.lists import AND, behind_bracket, behind_joint
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import AUXILIARIES, BARE_PLURALS, DETERMINERS, IRREGULAR_PASTS
from indexer.attribution.text.parts import Mention, Token, word_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set
from search.documents import Span

_JOINTS = AND | {"as"}  # as well as
_PRINTED_JOINTS = _JOINTS | {word.upper() for word in _JOINTS}
_BEGINNINGS = DETERMINERS | BARE_PLURALS
_BOTH = word_set("both neither either")
_BEFORE_SUBJECT = AND | word_set("but that as when while because although though after before since if")
# "Bell and Moss today announced"; but "each" says so by himself.
_BETWEEN = AUXILIARIES | word_set(
    "also now then together jointly never not on today yesterday tonight monday tuesday wednesday thursday friday"
    " saturday sunday"
)


@dataclass(frozen=True, slots=True)
class Joint:
    """Several who speak together, in order, and the words that name all of them."""

    members: tuple[Mention, ...]
    span: Span


def joint_sources(reports: Iterable[Report]) -> dict[int, Joint]:
    """Give for the ids of those sources which speak together with others who these are."""
    found: dict[int, Joint] = {}
    for report in reports:
        source = report.source
        if source is None or source.kind == "pronoun" or source.is_possessive:
            continue
        if _PRINTED_JOINTS.isdisjoint(report.sentence.words) and report.sentence.index:
            continue
        together = _named_together(report, source)
        if len(together) > 1 and _are_subject(report, together):
            before = report.sentence.tokens[together[0].first - 1]
            is_both = together[0].first > 0 and before.lower in _BOTH
            span = Span(before.start if is_both else together[0].start, together[-1].end)
            found[id(source)] = Joint(tuple(together), span)
    return found


def _named_together(report: Report, source: Mention) -> list[Mention]:
    """Give who is named with a source, in order: those before it and behind it, joined by "and" or in a list."""
    sentence, tokens = report.sentence, report.sentence.tokens
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
    return together if is_joined or _is_headline_of_two(report, together) else [source]


def _is_headline_of_two(report: Report, together: list[Mention]) -> bool:
    """Tell whether a headline says of two that they say something: "Hale, Bell say levee will hold"."""
    sentence, cue = report.sentence, report.sentence.tokens[report.cue].lower
    is_whole = together[0].first == sentence.begin and together[-1].stop == report.cue
    return is_whole and sentence.index == 0 and not (cue.endswith(("s", "ed", "ing")) or cue in IRREGULAR_PASTS)


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


def _are_subject(report: Report, together: list[Mention]) -> bool:
    """Tell whether they do what the cue says: "Bell and Moss have said", "said Bell and Moss"; not "met Bell and"."""
    tokens, first = report.sentence.tokens, together[0].first
    stop = behind_bracket(tokens, together[-1].stop)
    if first <= report.cue < stop:
        return False  # "Roy, who said so, and Hale left"
    if report.cue < first:
        return stop == len(tokens) or not has_verb(tokens[stop : stop + 1])
    is_aside = word_at(tokens, stop) == "," and tokens[report.cue - 1].word == ","
    is_doing = has_verb(tokens[stop : stop + 1])  # "Roy and Hale met on Monday and said"
    if not is_doing and first > report.sentence.begin and tokens[report.cue].lower.endswith("ing"):
        return False  # "Cole wrote to Roy and Hale, asking for help"
    between = tokens[stop : report.cue]
    is_near = all(token.lower in _BETWEEN or token.lower.endswith("ly") for token in between)
    if not (is_aside or is_doing or is_near):
        return False
    before = tokens[first - 1] if first > report.sentence.begin else None
    if before is not None and before.lower in _BOTH:
        before = tokens[first - 2] if first - 1 > report.sentence.begin else None
    return (
        before is None
        or before.quotation is not None
        or not before.word[0].isalnum()
        or (before.lower in _BEFORE_SUBJECT and tokens[first - 2].lower != "well")
        or _are_several(before.lower)
    )


def _are_several(noun: str) -> bool:
    """Tell whether a noun before names says what several are: "council members Bell and Moss", "sisters Ann and"."""
    singular = noun.removesuffix("s")
    return singular != noun and (noun in BARE_PLURALS or singular in KIN or is_role_noun(singular))
