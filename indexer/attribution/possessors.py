"""Who speaks where a source only tells whose: "her husband said", "White's sister said", "White's letter said"."""

from __future__ import annotations

from dataclasses import replace

from indexer.attribution.cue_words import VERBS_OF_SAYING
from indexer.attribution.kin import KIN
from indexer.attribution.lexicon import PHRASE_STOPS, PREPOSITIONS
from indexer.attribution.parts import APOSTROPHES, Mention, Sentence, Token, kind_at
from indexer.attribution.verbs import has_verb
from indexer.attribution.words import word_set

WRITINGS = word_set(  # in which their writers speak: "her letter says"
    "letter letters statement statements post posts tweet tweets email emails e-mail message messages memo column book"
    " books op-ed essay speech speeches remarks testimony answer answers reply response comments comment words memoir"
    " filing brief note notes blog diary autobiography"
)
POSSESSIVES = word_set("his her their its my our your")
_LONGEST_POSSESSED = 4  # tokens


def possessed_name(sentence: Sentence, cue: int, source: Mention) -> Mention | None:
    """Find the name of "the Tribune's Ann Roy said" and "the state's Department of Roads, which salts them, said"."""
    if not source.is_possessive:
        return None
    for mention in sentence.mentions:
        if mention.first == source.stop and mention.kind == "name" and not mention.is_possessive:
            is_whole = mention.stop == cue or cue < source.first or kind_at(sentence.tokens, mention.stop) == ","
            return mention if is_whole else None
    return None


def possessed(sentence: Sentence, cue: int, source: Mention) -> Mention:
    """Give "her husband" for "her", who does not speak in "Her husband said"."""
    if source.kind != "pronoun" or source.name not in POSSESSIVES:
        return source
    tokens = sentence.tokens
    stop = source.stop
    while stop < min(len(tokens), source.stop + _LONGEST_POSSESSED) and stop != cue and may_be_of_role(tokens[stop]):
        stop += 1
    if stop == source.stop or tokens[stop - 1].lower in WRITINGS:
        return source
    name = tokens[stop - 1].lower.removesuffix("'s")
    return replace(source, kind="noun", stop=stop, end=tokens[stop - 1].end, name=name, entity=None)


def of_possessor(sentence: Sentence, cue: int, source: Mention) -> Mention:
    """Give "White's sister" for "White's", who does not speak in "White's sister explained"."""
    if not source.is_possessive or not source.stop < cue <= source.stop + _LONGEST_POSSESSED:
        return source
    tokens = sentence.tokens
    first = source.stop + (tokens[source.stop].word in APOSTROPHES)
    kin = tokens[first].lower
    if kin in KIN and kind_at(tokens, first + 1) == ",":  # "The mayor, White's sister, said"
        return replace(source, kind="noun", stop=first + 1, end=tokens[first].end, name=kin, entity=None)
    if tokens[cue].lower not in VERBS_OF_SAYING or not all(t.word[0].isalpha() for t in tokens[first:cue]):
        return source
    if first == cue or _is_own_writing(tokens, first, cue):
        return source  # "White's letter said"
    return replace(source, kind="noun", stop=cue, end=tokens[cue - 1].end, name=tokens[cue - 1].lower, entity=None)


def may_be_of_role(token: Token) -> bool:
    """Tell whether a word may be of what somebody is or of what is somebody's: no verb, no preposition."""
    return (
        token.quotation is None
        and token.word[0].isalpha()
        and token.lower not in PHRASE_STOPS
        and token.lower not in PREPOSITIONS
        and not has_verb([token])
    )


def _is_own_writing(tokens: list[Token], first: int, cue: int) -> bool:
    """Tell whether words are for something written that is a possessor's own, not "sister's letter"."""
    stop = next((place for place in range(first, cue) if tokens[place].lower in PREPOSITIONS), cue)
    return tokens[stop - 1].lower in WRITINGS and not any(token.is_possessive for token in tokens[first : stop - 1])
