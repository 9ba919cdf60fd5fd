"""What a text says that somebody is, beside the name: "the trial's first witness, Ann Roy,", "Roy is the principal"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.attribution.phrases.capitals import title_of
from indexer.attribution.phrases.nominals import NEVER_PERSONS, is_of_several
from indexer.attribution.phrases.possessors import PAPERS
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.lexicon import CALENDAR, CALENDAR_LOWER, DETERMINERS, PHRASE_STOPS, PREPOSITIONS, PRONOUNS
from indexer.attribution.text.parts import QUOTATION, STOP, Epithet, Mention, Token, word_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_BEING = word_set("is was became remains are were")
_AS = word_set("works worked serves served")
_PERFECT = word_set("has had")
_HELD = word_set("is became remains")
_NEWLY_CHOSEN = word_set("elected appointed named chosen sworn picked hired promoted")
_CHOSEN = _NEWLY_CHOSEN | word_set("re-elected reelected reappointed")
_BEFORE_OFFICE = CALENDAR_LOWER | word_set("in as")  # "was sworn in Monday as mayor", "has served as mayor"
_CHOOSING = word_set("named appointed hired picked chose elected promoted tapped installed selected")
_TAKING = (["takes", "over", "as"], ["took", "over", "as"])
_TO_TAKE = (["take", "over", "as"], ["serve", "as"], ["become"])
_COMING_TO = word_set("will takes took")
_TO_BE = word_set("as to be")
_NO_OFFICES = word_set("secretary")  # of state or of a club
_NEW, _NEXT = frozenset(["new"]), frozenset(["next"])
_OPENINGS = word_set("a an the its his her their our my this")
_CLOSED = frozenset({",", ".", ";", "?", "!", "—", "–", STOP, QUOTATION})
_SAYING = word_set("said says told testified")
_ADJECTIVES = word_set("retired elected appointed accused injured self-described licensed certified")
_YEARS_OLD = re.compile(r"\d{1,3}-year-old")
_AFTER_NAME = _BEING | _AS | _PERFECT | {",", "testified", "took"}  # what is read on from
_DOERS = {  # what somebody does, of whom "who coaches the team" is told
    **dict.fromkeys(("coaches", "coached"), "coach"),
    **dict.fromkeys(("directs", "directed"), "director"),
    **dict.fromkeys(("drives", "drove"), "driver"),
    **dict.fromkeys(("farms", "farmed"), "farmer"),
    **dict.fromkeys(("manages", "managed"), "manager"),
    **dict.fromkeys(("owns", "owned"), "owner"),
    **dict.fromkeys(("ranches", "ranched"), "rancher"),
    **dict.fromkeys(("teaches", "taught"), "teacher"),
    "testified": "witness",
}
_LONGEST, _LONGEST_CLAUSE = 9, 12  # tokens


def epithets_of(mention: Mention, tokens: list[Token]) -> list[Epithet]:
    """Give what the words about a person's name say that he or she is."""
    if mention.is_possessive:
        return []
    found = [*_behind(mention, tokens)] if word_at(tokens, mention.stop) in _AFTER_NAME else []
    if mention.first > 1:
        found += _in_front(mention, tokens)
    found.append(_to_office(mention, tokens))
    return [epithet for epithet in found if epithet is not None]


def _in_front(mention: Mention, tokens: list[Token]) -> Iterator[Epithet | None]:
    """Read "the company's lawyer, Dan Voss,", "the coach of the Tigers, …," and "the nurse who found her, …,"."""
    stop = mention.first - 1
    if tokens[stop].word != "," and _YEARS_OLD.fullmatch(tokens[stop].lower):
        # "the candidate, 34-year-old welder Dan Voss,"
        stop -= 1
    if stop < 1 or tokens[stop].word != "," or not _is_closed(tokens, mention.stop):
        return
    stop = _before_clause(tokens, stop)
    first = stop
    while first > max(0, stop - _LONGEST) and _may_be_of_phrase(tokens[first - 1]):
        first -= 1
    while first < stop and not _opens(tokens[first]):
        first += 1
    is_adverbial = first > 0 and tokens[first - 1].lower in PHRASE_STOPS and word_at(tokens, mention.stop) in _SAYING
    yield _head(tokens, first, stop) if not is_adverbial else None  # "According to the affidavit, Hale said"


def _before_clause(tokens: list[Token], stop: int) -> int:
    """Give where a phrase's own words end: before "who was in the room"."""
    for place in range(stop - 1, max(0, stop - _LONGEST_CLAUSE), -1):
        if tokens[place].quotation is not None or tokens[place].word == ",":
            break
        if tokens[place].lower == "who":
            return place
    return stop


def _behind(mention: Mention, tokens: list[Token]) -> Iterator[Epithet | None]:
    """Read ", 44, a 150-pound safety," and "is the principal of" after a name, and ", who coaches the team,"."""
    place = mention.stop
    if word_at(tokens, place) == "testified":
        yield Epithet(_DOERS["testified"])
    if word_at(tokens, place) == ",":
        place += 1
        if place + 1 < len(tokens) and tokens[place].word.isdigit() and tokens[place + 1].word == ",":
            place += 2
        if place < len(tokens) and _opens(tokens[place]):
            yield _head(tokens, place, _end(tokens, place))
        elif place < len(tokens):
            yield _office(tokens, place)
        place += word_at(tokens, place) == "who"
        doer = _DOERS.get(word_at(tokens, place))
        if doer is not None:
            yield Epithet(doer)
    office = _before_office(tokens, place)
    yield _new_office(tokens, office) if word_at(tokens, place + 1) in _NEWLY_CHOSEN else _office(tokens, office)
    if word_at(tokens, place) in _PERFECT and word_at(tokens, place + 1) == "been":
        place += 2
    elif word_at(tokens, place) in _BEING or (word_at(tokens, place) in _AS and word_at(tokens, place + 1) == "as"):
        place += 1 + (word_at(tokens, place) in _AS)
    else:
        return
    if place < len(tokens) and _opens(tokens[place]):
        yield _head(tokens, place, _end(tokens, place))


def _before_office(tokens: list[Token], place: int) -> int:
    """Give where the office stands that somebody came to: "became mayor", "was sworn in as mayor"; else the end."""
    verb, after = word_at(tokens, place), word_at(tokens, place + 1)
    if verb in _HELD and after not in _CHOSEN:
        return place + 1
    is_taken = (verb in _PERFECT and after in _AS) or (verb in _BEING and after in _CHOSEN)
    if not (is_taken or verb == "serves" or (verb == "took" and after == "office")):
        return len(tokens)
    place += 1 + (verb != "serves")
    place += after == "promoted" and word_at(tokens, place) == "to"
    while word_at(tokens, place) in _BEFORE_OFFICE:
        place += 1
    return place


def _to_office(mention: Mention, tokens: list[Token]) -> Epithet | None:
    """Read the office that somebody is chosen for, or takes: "named Ann Roy chief", "Roy will become mayor"."""
    place = mention.stop
    if mention.first and tokens[mention.first - 1].lower in _CHOOSING:
        while word_at(tokens, place) in _TO_BE:
            place += 1
        return _new_office(tokens, place)
    verb = word_at(tokens, place)
    if verb not in _COMING_TO:
        return None
    is_to_come = verb == "will"
    for words in _TO_TAKE if is_to_come else _TAKING:
        behind = place + is_to_come + len(words)
        if [token.lower for token in tokens[place + is_to_come : behind]] == words:
            return _new_office(tokens, behind, _NEXT if is_to_come else _NEW)
    return None


def _new_office(tokens: list[Token], place: int, mark: frozenset[str] = _NEW) -> Epithet | None:
    """Read an office that somebody has just come to, with an article or without: "the city's next fire chief"."""
    if place >= len(tokens):
        return None
    office = _head(tokens, place, _end(tokens, place)) if _opens(tokens[place]) else _office(tokens, place)
    if office is None or office.noun in _NO_OFFICES or not _is_office(office.noun):
        return None
    behind = next(at for at in range(place, len(tokens)) if tokens[at].lower == office.noun) + 1
    if word_at(tokens, behind) == "of" and word_at(tokens, behind + 1) == "staff":
        return None  # "took over as acting chief of staff"
    return Epithet(office.noun, office.words | mark)


def _is_office(noun: str) -> bool:
    return is_role_noun(noun) or title_of(noun.capitalize()) is not None


def _office(tokens: list[Token], place: int) -> Epithet | None:
    """Read an office without an article, which is held still: "fire chief since May", not "mayor until May"."""
    stop = _end(tokens, place)
    if place >= stop or _opens(tokens[place]) or tokens[place].lower in PHRASE_STOPS:
        return None
    if any(token.lower == "until" for token in tokens[place:stop]):
        return None
    office = _head(tokens, place, stop)
    return office if office is not None and _is_office(office.noun) else None


def _opens(token: Token) -> bool:
    return token.lower in _OPENINGS or (token.is_possessive and token.quotation is None)


def _may_be_of_phrase(token: Token) -> bool:
    if token.quotation is not None or not (token.word[0].isalnum() or token.word == ".") or token.word in CALENDAR:
        return False
    return token.lower in _ADJECTIVES or (token.lower not in _SAYING and not has_verb([token]))


def _end(tokens: list[Token], first: int) -> int:
    stop = first
    while stop < min(len(tokens), first + _LONGEST) and _may_be_of_phrase(tokens[stop]):
        stop += 1
    return stop


def _head(tokens: list[Token], first: int, stop: int) -> Epithet | None:
    """Give the noun at which a phrase's own words end, before "of" and the like."""
    words: list[str] = []
    for token in tokens[first:stop]:
        if token.lower in PREPOSITIONS or (token.lower in PHRASE_STOPS and words):
            break
        if token.lower in DETERMINERS or token.lower in PRONOUNS or token.is_possessive:
            continue
        words.append(token.lower)
    if words[-1:] == ["."]:
        words.pop()  # the sentence's
    if not words or not words[-1][0].isalpha() or words[-1] in PAPERS or is_of_several(words[-1]):
        return None
    if words[-1] in NEVER_PERSONS:
        return None  # "At its session with the delegation, Hale said"
    return Epithet(words[-1], frozenset(words[:-1]), tokens[first].lower == "the" or tokens[first].is_possessive)


def _is_closed(tokens: list[Token], place: int) -> bool:
    return word_at(tokens, place) in _CLOSED or word_at(tokens, place) in _SAYING
