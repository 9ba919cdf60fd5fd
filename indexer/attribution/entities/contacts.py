"""Names in the lines that tell whom to call: "Contact: Len Pruitt, 555-0101" is not the "Senator Pruitt" below it."""

from __future__ import annotations

from indexer.attribution.text.lexicon import OFFICE_TITLES
from indexer.attribution.text.parts import Mention, Sentence, last_name
from indexer.attribution.text.words import word_set

_BEGINNINGS = word_set("contact contacts contact(s)")
_LONGEST_LABEL = 3  # tokens: "Media Contacts:"


def drop_contacts(sentences: list[Sentence]) -> None:
    """Drop the names of contact lines whose last name somebody with an office has in the text."""
    lines = [sentence for sentence in sentences if _is_contact_line(sentence)]
    if not lines:
        return
    indexes = {line.index for line in lines}
    others = [m for sentence in sentences if sentence.index not in indexes for m in sentence.mentions]
    officers = {last_name(mention.name) for mention in others if mention.title in OFFICE_TITLES}
    for line in lines:
        for mention in [one for one in line.mentions if _is_namesake(one, officers)]:
            line.drop(mention)


def _is_contact_line(sentence: Sentence) -> bool:
    label = sentence.words[:_LONGEST_LABEL]
    return ":" in label and not _BEGINNINGS.isdisjoint(map(str.lower, label))


def _is_namesake(mention: Mention, officers: set[str]) -> bool:
    return mention.kind == "name" and mention.title is None and last_name(mention.name) in officers
