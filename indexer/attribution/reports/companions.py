"""Who speaks beside a name that only says whose he is: the aide in "Hale aide says", the son in "Son of Hale says"."""

from __future__ import annotations

from indexer.attribution.phrases.descriptions import PERSON_NOUNS
from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.possessors import may_be_of_role
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.lexicon import DETERMINERS, PREPOSITIONS
from indexer.attribution.text.parts import Mention, Sentence, Token
from indexer.attribution.text.words import word_set

_PERSONS = (
    PERSON_NOUNS
    | KIN
    | word_set("ally foe rival critic suspect fan friend pal pick appointee relative client hire surrogate loyalist")
    | word_set("man woman boy girl couple family camp team estate leader head chief")
)
_LONGEST = 6  # words


def companion_of(sentence: Sentence, cue: int, source: Mention) -> Mention | None:
    """Give who is meant by the words about a name, as in headlines: "Former Hale aide says", "Friends of Hale say"."""
    tokens = sentence.tokens
    if source.is_possessive:
        return None
    if source.stop > cue:
        return _after_cue(sentence, source) if cue == source.first - 1 else None
    words = tokens[_end_of_name(source, tokens) : cue]
    if words:
        return sentence.mention("noun", source.first, cue, words[-1].lower) if _are_companions(words) else None
    head = source.first - 2
    if head < sentence.begin or tokens[source.first - 1].lower != "of" or not _is_person(tokens[head].lower):
        return None
    first = head
    while first > sentence.begin and may_be_of_role(tokens[first - 1]):
        first -= 1
    is_alone = first == sentence.begin or not tokens[first - 1].word[0].isalnum()
    has_article = tokens[first].lower in DETERMINERS
    return sentence.mention("noun", first, cue, tokens[head].lower) if is_alone and not has_article else None


def _after_cue(sentence: Sentence, source: Mention) -> Mention | None:
    """Give who is meant behind a verb at the end of a sentence: "“It will hold,” says Hale aide"."""
    stop = len(sentence.tokens) - (sentence.tokens[-1].word == ".")
    words = sentence.tokens[_end_of_name(source, sentence.tokens) : stop]
    is_companion = bool(words) and _are_companions(words)
    return sentence.mention("noun", source.first, stop, words[-1].lower) if is_companion else None


def _end_of_name(source: Mention, tokens: list[Token]) -> int:
    """Give where the words of the name itself end, before a noun with a capital that stands with it in a headline."""
    stop, last = source.stop, source.name.split()[-1]
    while stop > source.first + 1 and tokens[stop - 1].word[0].isupper() and tokens[stop - 1].word != last:
        stop -= 1
    return stop if tokens[stop - 1].word == last else source.stop


def _are_companions(words: list[Token]) -> bool:
    """Tell whether the words behind a name mean somebody: "murder suspect", "pick for clerk"."""
    of = next((place for place, word in enumerate(words) if word.lower in PREPOSITIONS), len(words))
    if not of or len(words) > _LONGEST or not _is_person(words[of - 1].lower):
        return False
    return all(may_be_of_role(word) and word.lower not in DETERMINERS for word in (*words[: of - 1], *words[of + 1 :]))


def _is_person(noun: str) -> bool:
    one = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return noun in _PERSONS or one in _PERSONS or is_role_noun(noun) or is_role_noun(one)
