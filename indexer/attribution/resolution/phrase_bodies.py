"""Bodies that a text names only within noun phrases: "The Rill School District board", "the Rill school district"."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.attribution.phrases.nominals import is_head_of_bodies
from indexer.attribution.text.lexicon import DETERMINERS
from indexer.attribution.text.parts import Entity, Sentence, Token
from indexer.attribution.text.words import word_set

# What a body printed in small letters behind a town's name is of: "the Rill police department".
_OF_WHAT = word_set("school fire police planning zoning water transit health library parks public city county housing")


def bodies_in_phrases(sentences: list[Sentence]) -> list[Entity]:
    """Give the bodies that noun phrases name, by first mention."""
    found: dict[str, Entity] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind != "noun" or mention.stop - mention.first < 2:
                continue
            for name in _names(sentence.tokens[mention.first : mention.stop]):
                entity = found.setdefault(name, Entity(name, "organisation", mention))
                entity.starts.append(mention.start)
    return [*found.values()]


def _names(tokens: list[Token]) -> Iterator[str]:
    """Give the name that a phrase's words in capitals are or begin, if it is a body's."""
    words = [token.word for token in tokens[tokens[0].lower in DETERMINERS :]]
    count = next((place for place, word in enumerate(words) if not word[0].isupper()), len(words))
    if not count or any(token.is_possessive for token in tokens[:-1]):
        return
    if 1 < count < len(words) and is_head_of_bodies(words[count - 1].lower()):
        yield " ".join(words[:count])
    of_what, noun = words[count:-1], words[-1]
    if of_what and of_what[-1] in _OF_WHAT and all(map(str.islower, of_what)) and is_head_of_bodies(noun):
        yield " ".join(words)
