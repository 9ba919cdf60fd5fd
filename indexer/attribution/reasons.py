"""Why a source means a speaker, in a few words: the last clause of a statement's evidence."""

from __future__ import annotations

from indexer.attribution.entities.acronyms import is_acronym
from indexer.attribution.resolution.resolved import NOBODY_ELSE, Resolved


def rule_of(source: str, resolved: Resolved) -> str:
    """Give by which rule the words of a source lead to the entity that was found."""
    entity, printed = resolved.entity, source.replace("’", "'")
    words = printed.removesuffix("'s")
    if resolved.how == "pronoun":
        alone = resolved.margin >= NOBODY_ELSE
        return "he or she, and nobody else fits" if alone else f"he or she, fits best by {resolved.margin:.1f}"
    if resolved.how == "maker":
        return "whose paper it is"
    if resolved.how == "noun":
        return "by the role" if entity.type == "person" else "by what kind of body it is"
    if entity.name.replace("’", "'") in printed:
        return "named here"
    if any(is_acronym(word) for word in words.split()) and entity.type != "person":
        return "by its initials"
    if entity.last_name.replace("’", "'") in words:
        return "last name of the same person"
    return "another form of the name" if any(word in words for word in entity.name.split()) else "stands for the name"
