"""Whether words hold a verb, told by closed lists and endings."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.lexicon import AUXILIARIES, IRREGULAR_PASTS
from indexer.attribution.text.parts import Token
from indexer.attribution.text.tokens import lowered
from indexer.attribution.text.words import PerWord, word_set

# Verbs that have a clause for object: "said it was", never "said the pie".
TELLING = word_set("told tell tells telling")
SAYING = TELLING | word_set("said say says saying wrote write writes writing written")
_LIKE_PREPOSITIONS = word_set("regarding considering concerning")
_BEFORE_VERBS = word_set("it he she that there to")


def has_verb(tokens: Iterable[Token]) -> bool:
    """Tell whether a verb is among the tokens; "the town's reply" is none."""
    before: Token | None = None
    for token in tokens:
        if _IS_VERB[token.word]:
            is_owned = before is not None and before.is_possessive and token.lower in VERBS_OF_SAYING
            if not is_owned:
                return True
        before = token
    return False


def _is_verb(printed: str) -> bool:
    word = lowered(printed)
    if word in _LIKE_PREPOSITIONS:
        return False
    if word in AUXILIARIES or word in IRREGULAR_PASTS or word in VERBS_OF_SAYING or word.endswith("ed"):
        return True
    is_contracted = "'" in word and not word.endswith("'s") and printed[1:2] not in ("'", "’")  # not O'Malley
    return is_contracted or word.split("'")[0] in _BEFORE_VERBS


_IS_VERB = PerWord(_is_verb)
