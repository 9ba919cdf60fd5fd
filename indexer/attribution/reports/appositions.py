"""The name behind a source's words: "The driver, Len Pruitt, said", "Agnes Roy, who runs it, said"."""

from __future__ import annotations

from indexer.attribution.mentions.voices import may_be_called_so
from indexer.attribution.phrases.lists import behind_bracket
from indexer.attribution.phrases.nominals import may_mean_person
from indexer.attribution.phrases.possessors import (
    POSSESSIVES,
    REPORTS,
    SOMEBODY,
    may_be_of_role,
    of_possessor,
    possessed,
    possessed_name,
)
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.reports.companions import companion_of
from indexer.attribution.reports.self_given import self_given_name
from indexer.attribution.text.lexicon import DETERMINERS, ORGANISATION_WORDS, PHRASE_STOPS, ROLE_NOUNS
from indexer.attribution.text.parts import APOSTROPHES, STOP, Mention, Sentence, Token, kind_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_AFTER = frozenset({",", ".", ";", "?", "!", STOP, "<quotation>"})
_FARTHEST_NAMED = 10
_LONGEST_ROLE = 6
_REFLEXIVES = word_set("himself herself itself")
_PLACED = word_set("of from at for in with to")  # "the mayor of Corbin, Ann Roy,", "Ann Roy of Roy & Sons,"
_LONGEST_PLACED = 6  # tokens
_BESIDE = word_set("beside besides alongside behind beneath past like unlike although though unless next")


def settle_source(sentence: Sentence, cue: int, source: Mention | None) -> Mention | None:
    """Give the mention that names the speaker where the words chosen as source are only its neighbours."""
    source = _bare_noun(sentence, cue, source) or source
    if source is None:
        return None
    if _is_person(source):
        return _bearer_of_role(sentence, cue, source) or companion_of(sentence, cue, source) or source
    bearer = _bearer(sentence, cue, source)
    if bearer is not None:
        return bearer
    if source.kind == "name":
        beside = possessed_name(sentence, cue, source) or companion_of(sentence, cue, source)
        return beside or of_possessor(sentence, cue, source)
    return (
        _doer(sentence, cue)
        or _reflected(sentence, source)
        or _by_whom(sentence, cue, source)
        or _before_who(sentence, cue, source)
        or _in_apposition(sentence, cue, source)
        or self_given_name(sentence, source)
        or possessed_name(sentence, cue, source)
        or possessed(sentence, cue, source)
    )


def _bare_noun(sentence: Sentence, cue: int, source: Mention | None) -> Mention | None:
    """Find what something is told according to where it has no article: "court papers"; not if others made it."""
    tokens = sentence.tokens
    if tokens[cue].lower != "according" or kind_at(tokens, cue + 1) != "to":
        return None
    first = stop = cue + 2
    while stop < len(tokens) and _is_small_noun(tokens[stop]):
        stop += 1
    is_whole = kind_at(tokens, stop) in _AFTER or (stop < len(tokens) and tokens[stop].lower in PHRASE_STOPS)
    while stop > first and tokens[stop - 1].lower.endswith("ed"):  # "audio obtained by"
        stop -= 1
    if stop == first or not is_whole:
        return None
    if source is not None and source.first > cue and "," not in sentence.words[stop : source.first]:
        return None  # "figures compiled for the Tribune"
    return sentence.mention("noun", first, stop, tokens[stop - 1].lower)


def _is_small_noun(token: Token) -> bool:
    """Tell whether a word is no mention's and may be of a noun phrase without an article."""
    is_small = token.mention is None and token.word.islower() and token.word[0].isalpha()
    return is_small and token.lower not in PHRASE_STOPS and token.lower not in DETERMINERS


def _doer(sentence: Sentence, cue: int) -> Mention | None:
    """Find who says in "footage of Hale saying"."""
    if not sentence.tokens[cue].lower.endswith("ing"):
        return None
    return next((m for m in sentence.mentions if m.stop == cue and _is_person(m)), None)


def _reflected(sentence: Sentence, source: Mention) -> Mention | None:
    """Find the name of "Hale himself said"."""
    if source.name not in _REFLEXIVES:
        return None
    return next((m for m in sentence.mentions if m.stop == source.first and m.kind == "name"), None)


def _by_whom(sentence: Sentence, cue: int, source: Mention) -> Mention | None:
    """Find who made what something is told according to: "a tally by the Tribune"."""
    tokens = sentence.tokens
    if tokens[cue].lower != "according" or source.kind != "noun" or source.name not in REPORTS:
        return None
    if kind_at(tokens, source.stop) not in ("by", "from"):
        return None
    return next((m for m in sentence.mentions if m.first == source.stop + 1 and m.kind == "name"), None)


def _bearer_of_role(sentence: Sentence, cue: int, source: Mention) -> Mention | None:
    """Find whom a name belongs to that only says whose aide he is: "Hale top aide Ann Roy", "said Hale ally Ann"."""
    tokens = sentence.tokens
    for mention in sentence.mentions:
        if mention.first <= source.stop or not _is_person(mention):
            continue
        words = tokens[source.stop : mention.first]
        is_role = _has_role(tokens, mention) or words[-1].lower in ROLE_NOUNS or _is_tag(words[-1], cue, source)
        return mention if is_role and len(words) <= _LONGEST_ROLE and all(map(may_be_of_role, words)) else None
    return None


def _has_role(tokens: list[Token], mention: Mention) -> bool:
    """Tell whether a mention begins with what somebody is: "director Ann Roy"."""
    return tokens[mention.first].lower in ROLE_NOUNS


def _is_tag(word: Token, cue: int, source: Mention) -> bool:
    """Tell whether a word may be an aide's in "said Hale ally Ann"; not in "said Hale beside Ann", "holding Ann"."""
    return cue == source.first - 1 and word.lower not in _BESIDE and not word.lower.endswith("ing")


def _bearer(sentence: Sentence, cue: int, source: Mention) -> Mention | None:
    """Find who bears the role that a source is part of: "Trump's senior adviser Jason Miller", "a friend, Ann Roy,"."""
    tokens = sentence.tokens
    if source.kind == "pronoun" and source.name not in POSSESSIVES:
        return None
    for mention in sentence.mentions:
        if mention.first < source.stop or not _is_person(mention):
            continue
        stop = mention.first
        first = _beginning_of_role(tokens, source)
        has_comma = stop > first and tokens[stop - 1].word == ","
        role = tokens[first : stop - has_comma]
        if _is_of_office(sentence, source, mention):
            return mention
        if tokens[stop].word.islower():
            role = [*role, tokens[stop]]  # "neighbor and", and "friend Ann Roy"
        if len(role) > _LONGEST_ROLE or not _are_of_roles(role) or source.stop <= cue < stop:
            return None
        is_closed = mention.stop == cue or kind_at(tokens, mention.stop) in _AFTER
        return mention if not has_comma or is_closed else None
    return None


def _are_of_roles(words: list[Token]) -> bool:
    """Tell whether words may be what somebody is, or two things that he is: "neighbor and friend"."""
    joined = [place for place, word in enumerate(words) if word.lower == "and" and 0 < place < len(words) - 1]
    if joined and not may_mean_person([words[joined[0] - 1].lower]) and not may_mean_person([words[-1].lower]):
        return False
    return all(place in joined[:1] or may_be_of_role(word) for place, word in enumerate(words))


def _beginning_of_role(tokens: list[Token], source: Mention) -> int:
    """Give where a role goes on: behind an apostrophe, or the "and" of "Mayor and Senate hopeful Ann Roy"."""
    after = kind_at(tokens, source.stop)
    if source.kind != "noun" or not may_mean_person([source.name]) or tokens[source.first].lower in DETERMINERS:
        return source.stop + (source.is_possessive and after in APOSTROPHES)
    stop = source.stop + (after == ".")  # "State Rep. and lawyer Ann Roy"
    return stop + 1 if kind_at(tokens, stop) == "and" else source.stop


def _is_of_office(sentence: Sentence, source: Mention, mention: Mention) -> bool:
    """Tell whether a run says what an office is of: "Dean of Health Sciences Ann Roy", "Speaker of the House Roy"."""
    tokens = sentence.tokens
    if source.kind != "noun" or not is_role_noun(source.name) or mention.first != source.stop + 1:
        return False
    is_longer = mention.stop - mention.first > len(mention.name.split())
    is_whole = tokens[mention.first].lower not in DETERMINERS or tokens[mention.first + 1].word in ORGANISATION_WORDS
    return is_longer and kind_at(tokens, source.stop) == "of" and is_whole


def _in_apposition(sentence: Sentence, cue: int, source: Mention) -> Mention | None:
    """Find the name of "One of its authors, Ed Nowak, said", "a judge from Corbin named Frances Ito said"."""
    tokens = sentence.tokens
    for mention in sentence.mentions:
        if mention.first <= source.stop or mention.kind != "name":
            continue
        between = tokens[source.stop : mention.first]
        if len(between) > _FARTHEST_NAMED:
            return None
        if between[-1].lower == "named":
            return mention if _is_person(mention) else None
        if between[-1].word != ",":
            continue  # "the mayor of Corbin, Ann Roy,"
        if mention.is_possessive:
            return None
        if not _is_closed(tokens, cue, mention.stop):
            is_joint = len(between) == 1 and _is_person(mention) and _are_several(sentence, cue, source, mention)
            return mention if is_joint else None
        if len(between) == 1:
            is_whose = source.name in SOMEBODY or is_role_noun(source.name)  # not "the bill, H.R. 12,"
            return mention if (_is_person(mention) or is_whose) and may_be_called_so(mention) else None
        is_placed = between[0].lower in _PLACED and all(map(_may_be_of_place, between[1:-1]))
        return mention if is_placed and _is_person(mention) else None
    return None


def _are_several(sentence: Sentence, cue: int, source: Mention, first: Mention) -> bool:
    """Tell whether a noun's several persons are named behind it: "the owners, Jim and Ann Roy, said"."""
    tokens = sentence.tokens
    if not source.name.endswith("s") or not is_role_noun(source.name[:-1]) or kind_at(tokens, first.stop) != "and":
        return False
    second = next((mention for mention in sentence.mentions if mention.first == first.stop + 1), None)
    return second is not None and _is_person(second) and _is_closed(tokens, cue, second.stop)


def _is_closed(tokens: list[Token], cue: int, stop: int) -> bool:
    """Tell whether an apposition ends at a place, or after "of Roy & Sons,"."""
    stop = behind_bracket(tokens, stop)  # "(D-Oakland)"
    if stop == cue or kind_at(tokens, stop) in _AFTER:
        return True
    if kind_at(tokens, stop) not in _PLACED:
        return False
    for place in range(stop + 1, min(len(tokens), stop + _LONGEST_PLACED + 1)):
        if tokens[place].word == ",":
            return True
        if not _may_be_of_place(tokens[place]):
            return place == cue
    return False


def _may_be_of_place(token: Token) -> bool:
    return token.quotation is None and (token.word[0].isalnum() or token.word in "&.") and not has_verb([token])


def _before_who(sentence: Sentence, cue: int, source: Mention) -> Mention | None:
    """Find the name of "Agnes Roy, who runs it, said", where "it" stands nearest to the cue."""
    tokens = sentence.tokens
    if cue < 1 or tokens[cue - 1].word != "," or source.stop > cue:
        return None
    for mention in reversed(sentence.mentions):
        if mention.stop + 1 < source.first and _is_person(mention):
            has_who = tokens[mention.stop].word == "," and tokens[mention.stop + 1].lower in ("who", "whose")
            is_whole = all(token.word != "," for token in tokens[mention.stop + 1 : cue - 1])
            return mention if has_who and is_whole else None
    return None


def _is_person(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.type == "person" and not mention.is_possessive
