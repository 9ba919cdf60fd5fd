"""Participles of saying that open a sentence, whose subject speaks: "Noting that, so far, it had held, Bell left"."""

from __future__ import annotations

from indexer.attribution.phrases.predicates import predicate_of
from indexer.attribution.text.lexicon import PREPOSITIONS, SUBJECT_PRONOUNS
from indexer.attribution.text.parts import Mention, Sentence, Token
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

PARTICIPLES = word_set(
    "saying adding arguing contending claiming noting explaining insisting warning calling asking urging citing telling"
    " alleging asserting stating predicting denying complaining stressing maintaining declaring promising vowing"
    " pledging acknowledging admitting conceding allowing cautioning emphasizing accusing blaming describing writing"
    " praising criticizing quoting thanking reminding"
)
_OPENING = PARTICIPLES | {"pointing"}
_NO_VERBS = word_set("that to it he she there")
_TURNING = word_set("though however")
_NO_CLAUSE = PREPOSITIONS | {","}
_SHORTEST_CLAUSE = 3  # words: "the roof leaks"
_VERB_WITHIN = 2  # tokens behind the subject: "Bell abruptly left"


def main_subject(sentence: Sentence, cue: int) -> Mention | None:
    """Give the subject of the clause behind a participle of saying that opens its sentence, None if it is none."""
    tokens = sentence.tokens
    if cue != sentence.begin or tokens[cue].lower not in _OPENING:
        return None
    for mention in sentence.mentions:
        if mention.first > cue + 1 and _is_subject(tokens, mention):
            words = tokens[cue + 1 : end_before(tokens, mention)]
            if words and _is_whole(words):
                return mention
    return None


def end_before(tokens: list[Token], subject: Mention) -> int:
    """Give where the words before a main clause's subject end, without comma and "though"."""
    end = subject.first - (tokens[subject.first - 1].quotation is None)
    return end - (tokens[end - 1].lower in _TURNING)


def _is_subject(tokens: list[Token], mention: Mention) -> bool:
    """Tell whether a mention stands behind a comma and does something: ", Bell said", ", Bell, 44, of Rill, left"."""
    if mention.is_possessive or (mention.kind == "pronoun" and mention.name not in SUBJECT_PRONOUNS):
        return False
    before = tokens[mention.first - 1]
    if before.word != "," and (before.quotation is None or before.quotation.last != ","):
        return False
    behind = tokens[mention.stop : mention.stop + _VERB_WITHIN]
    if behind and behind[0].word == ",":
        return predicate_of(tokens, mention.first) is not None
    return any(map(_is_verb, behind))


def _is_verb(token: Token) -> bool:
    return token.word[0].islower() and token.lower not in _NO_VERBS and has_verb([token])


def _is_whole(words: list[Token]) -> bool:
    """Tell whether what is said may end here: not with "that, at times" or "historically"."""
    if words[0].lower == "out":  # "pointing out that"
        words = words[1:]
    is_clause = bool(words) and words[0].lower == "that"
    words = words[is_clause:]
    if not words:
        return False
    if has_verb(words) or words[-1].quotation is not None:
        return True
    if is_clause:
        return len(_without_adverbial(words)) >= _SHORTEST_CLAUSE
    return not words[-1].lower.endswith("ly")


def _without_adverbial(words: list[Token]) -> list[Token]:
    """Give the words of a clause without what tells when or where: "the roof leaks" of "at times, the roof leaks"."""
    if words[0].lower not in _NO_CLAUSE and not words[0].lower.endswith("ly"):
        return words
    commas = [place for place, token in enumerate(words) if token.word == ","]
    return words[commas[-1] + 1 :] if commas else []
