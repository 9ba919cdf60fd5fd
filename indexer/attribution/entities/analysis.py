"""One text taken apart: skeleton, mentions, entities; what every later step looks at."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from indexer.attribution.entities.contacts import drop_contacts
from indexer.attribution.entities.entities import find_entities
from indexer.attribution.mentions.last_names import last_names
from indexer.attribution.mentions.mentions import find_mentions
from indexer.attribution.mentions.sole_names import sole_names
from indexer.attribution.phrases.capitals import sentences_in_capitals
from indexer.attribution.phrases.per import read_per
from indexer.attribution.text.parts import Entity, Mention, Quotation, Sentence
from indexer.attribution.text.skeleton import build_skeleton
from indexer.attribution.text.words import Without


@dataclass(frozen=True, slots=True)
class Analysis:
    """The parts of a text that statements are made of; its first paragraph may be a headline."""

    text: str
    has_headline: bool
    sentences: list[Sentence]
    quotations: list[Quotation]
    entities: list[Entity]
    usual: Container[str] = frozenset()  # words usually printed in small letters


def analyse(text: str, usual: frozenset[str], has_headline: bool = False) -> Analysis:
    """Take a text apart and link its names."""
    skeleton = build_skeleton(text, has_headline)
    in_capitals = sentences_in_capitals(skeleton)
    in_small = [sentence for sentence in skeleton.sentences if sentence.index not in in_capitals]
    surnames = last_names(in_small)
    names = usual.intersection(surname.lower() for surname in surnames) | sole_names(in_small, usual)
    usual_here = Without(usual, names) if names else usual
    for sentence in skeleton.sentences:
        find_mentions(text, sentence, usual_here, surnames, sentence.index in in_capitals)
        read_per(sentence)
    drop_contacts(skeleton.sentences)
    entities = find_entities(skeleton, usual_here)
    for sentence in skeleton.sentences:
        for mention in sentence.mentions:
            mention.seen_as = mention_kind(mention)
    return Analysis(text, has_headline, skeleton.sentences, skeleton.quotations, entities, usual_here)


def mention_kind(mention: Mention) -> str:
    """Give what the linear models see of a mention."""
    if mention.kind == "pronoun":
        return f"<{mention.name}>"
    if mention.kind == "noun":
        return "<noun>"
    return "<person>" if mention.entity is not None and mention.entity.type == "person" else "<organisation>"
