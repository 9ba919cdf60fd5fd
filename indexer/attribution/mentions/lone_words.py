"""Words that stand for somebody by themselves beside a verb: "“Yes,” one said", "someone asked", "All said they"."""

from __future__ import annotations

from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.lexicon import DETERMINERS, IRREGULAR_PASTS, PREPOSITIONS, PRONOUNS
from indexer.attribution.text.parts import Sentence, Token, word_at
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.words import word_set

OBJECTS = DETERMINERS | PRONOUNS.keys() | word_set("that to how whether")
LONE_DETERMINERS = word_set("one another some many several others most both all neither few")
SOMEBODY = word_set("someone somebody everyone everybody anyone nobody")


def ends_alone(sentence: Sentence, place: int) -> bool:
    """Tell whether the verb at a place is of the determiner before it: "All said they knew", "“Yes,” one said"."""
    tokens, first = sentence.tokens, place - 1
    if first < 0 or tokens[first].lower not in LONE_DETERMINERS or not is_verb(tokens[place].lower):
        return False
    if first == sentence.begin:
        return any(after.lower in OBJECTS or after.quotation for after in tokens[place + 1 : place + 2])
    return _is_quoted(tokens, first - 1) and tokens[place].lower in TAG_VERBS


def says_alone(tokens: list[Token], place: int) -> bool:
    """Tell whether "someone" at a place says something: "someone asked", "“Yes,” shouted someone"."""
    if word_at(tokens, place + 1) in TAG_VERBS:
        return True
    after = word_at(tokens, place + 1)
    if after[0].isalpha() and after not in PREPOSITIONS:
        return False  # "said someone called Ann Roy"
    return place > 1 and tokens[place - 1].lower in TAG_VERBS and _is_quoted(tokens, place - 2)


def is_verb(word: str) -> bool:
    """Tell whether a word is a verb of saying or has the form of a past."""
    return word in VERBS_OF_SAYING or word in IRREGULAR_PASTS or word.endswith("ed")


def _is_quoted(tokens: list[Token], place: int) -> bool:
    return tokens[place].quotation is not None
