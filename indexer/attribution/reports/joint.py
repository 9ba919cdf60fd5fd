"""Several who speak as one, so that it is nobody's by himself: "Bell and Moss said", "the city and the union"."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import AUXILIARIES, BARE_PLURALS, DETERMINERS
from indexer.attribution.text.parts import Mention, Sentence, Token, word_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set
from search.documents import Span

_BEGINNINGS = DETERMINERS | BARE_PLURALS
_AND = word_set("and nor or")
_BOTH = word_set("both neither either")
_BEFORE_SUBJECT = _AND | word_set("but that as when while because although though after before since if")
_BETWEEN = AUXILIARIES | word_set("also then now together jointly never not")  # "each" says so by himself


def joint_sources(reports: Iterable[Report]) -> dict[int, Span]:
    """Give for the ids of those sources which speak together with others the words that name all of them."""
    found: dict[int, Span] = {}
    for report in reports:
        source = report.source
        if source is None or source.kind == "pronoun" or source.is_possessive:
            continue
        together = _named_together(source, report.sentence)
        if len(together) > 1 and _are_subject(report, together):
            before = report.sentence.tokens[together[0].first - 1]
            is_both = together[0].first > 0 and before.lower in _BOTH
            found[id(source)] = Span(before.start if is_both else together[0].start, together[-1].end)
    return found


def _named_together(source: Mention, sentence: Sentence) -> list[Mention]:
    """Give who is named with a source, in order: those before it and behind it, joined by "and" or in a list."""
    tokens = sentence.tokens
    starts = {mention.first: mention for mention in sentence.mentions}
    ends = {mention.stop: mention for mention in sentence.mentions}
    together = [source]
    while (behind := starts.get(_behind_joint(tokens, together[-1].stop))) and _are_two(tokens, together[-1], behind):
        together.append(behind)
    while (before := ends.get(_before_joint(tokens, together[0].first))) and _are_two(tokens, before, together[0]):
        together.insert(0, before)
    is_joined = any(tokens[mention.first - 1].lower in _AND for mention in together[1:])
    return together if is_joined else [source]


def _behind_joint(tokens: list[Token], place: int) -> int:
    """Give the place behind the comma, the "and" or both at a place; -1 if there is none."""
    end = place + (word_at(tokens, place) == ",")
    end += word_at(tokens, end) in _AND
    return end if end > place else -1


def _before_joint(tokens: list[Token], place: int) -> int:
    """Give the place of the comma, the "and" or both before a place; -1 if there is none."""
    begin = place - (place > 0 and tokens[place - 1].lower in _AND)
    begin -= begin > 0 and tokens[begin - 1].word == ","
    return begin if begin < place else -1


def _are_two(tokens: list[Token], one: Mention, other: Mention) -> bool:
    """Tell whether mentions are of two who may speak: not "Hale, a baker and a judge", "Dairy and Bakery Workers"."""
    if one.is_possessive or other.is_possessive or "pronoun" in (one.kind, other.kind):
        return False
    if _is_person(one) and _is_person(other):
        return one.entity is not other.entity
    return other.first == one.stop + 1 and tokens[one.stop].word != "," and tokens[other.first].lower in _BEGINNINGS


def _is_person(mention: Mention) -> bool:
    entity = mention.entity
    if mention.kind != "name" or entity is None:
        return False
    return entity.type == "person" or (entity.may_be_person and is_given_name(entity.name))  # "Mia and Noah said"


def _are_subject(report: Report, together: list[Mention]) -> bool:
    """Tell whether they do what the cue says: "Bell and Moss have said", "said Bell and Moss"; not "met Bell and"."""
    tokens, first, stop = report.sentence.tokens, together[0].first, together[-1].stop
    if report.cue < first:
        return stop == len(tokens) or not has_verb(tokens[stop : stop + 1])
    is_aside = word_at(tokens, stop) == "," and tokens[report.cue - 1].word == ","
    between = tokens[stop : report.cue]
    if not is_aside and not all(token.lower in _BETWEEN or token.lower.endswith("ly") for token in between):
        return False
    before = tokens[first - 1] if first > report.sentence.begin else None
    if before is not None and before.lower in _BOTH:
        before = tokens[first - 2] if first - 1 > report.sentence.begin else None
    return (
        before is None
        or before.quotation is not None
        or not before.word[0].isalnum()
        or before.lower in _BEFORE_SUBJECT
        or _are_several(before.lower)
    )


def _are_several(noun: str) -> bool:
    """Tell whether a noun before names says what several are: "council members Bell and Moss", "sisters Ann and"."""
    singular = noun.removesuffix("s")
    return singular != noun and (noun in BARE_PLURALS or singular in KIN or is_role_noun(singular))
