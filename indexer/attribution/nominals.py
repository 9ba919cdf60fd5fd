"""Who a noun phrase is: "the mayor" by title, "the sheriff's office" by name, "the agency" by what spoke last."""

from __future__ import annotations

import re

from indexer.attribution.lexicon import ORGANISATION_WORDS, ROLE_NOUNS, TITLES_OF_NOUN
from indexer.attribution.parts import Entity, Mention, Sentence
from indexer.attribution.words import word_set

ORGANISATION_NOUNS = word_set(
    "agency department company organization organisation group committee council commission board university school"
    " newspaper paper network station union association bureau firm institute authority district office hospital"
    " foundation nonprofit court church shelter academy campaign campus league corporation museum library college"
    " utility chamber coalition society federation partnership"
)
_NEW = word_set("new longtime veteran")
_WORD = re.compile(r"[\w-]+")


def words_of(mention: Mention, sentence: Sentence) -> list[str]:
    """Give the words of a noun phrase without its article; empty unless it is definite ("the", "this", or none)."""
    tokens = sentence.tokens[mention.first : mention.stop]
    words = [token.lower.removesuffix("'s") for token in tokens if token.word[0].isalnum()]
    if words and words[0] in ("the", "this"):
        return words[1:]
    return words if all(token.word[0].isupper() for token in tokens) else []


def persons_of_title(words: list[str], entities: list[Entity]) -> list[Entity]:
    """Give the persons who bear the title that a noun phrase names: "mayor", "council member", "new superintendent"."""
    noun = words[-1]
    titles = TITLES_OF_NOUN.get(noun) or (frozenset({noun}) if noun in ROLE_NOUNS else frozenset())
    modifiers = set(words[:-1]) - _NEW
    return [
        entity
        for entity in entities
        if entity.type == "person"
        and entity.titles & titles
        and (not modifiers or modifiers <= set(_WORD.findall((entity.role or "").lower())))
    ]


def organisations_named(words: list[str], entities: list[Entity]) -> list[Entity]:
    """Give the organisations whose name has every word of a noun phrase: "sheriff's office", "water authority"."""
    wanted = set(words)
    return [entity for entity in entities if entity.type == "organisation" and wanted <= name_words(entity)]


def name_words(entity: Entity) -> set[str]:
    """Give the words of a name in small letters, without possessive endings."""
    return {word.removesuffix("'s") for word in entity.name.lower().replace("’", "'").split()}


def is_organisation_like(entity: Entity) -> bool:
    """Tell whether a name is surely an organisation's, not a place's or a thing's."""
    return entity.type == "organisation" and (
        entity.name.isupper() or any(word in ORGANISATION_WORDS for word in entity.name.split())
    )
