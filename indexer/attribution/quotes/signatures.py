"""Who is named below a quotation that stands by itself: “The levee will hold.”, and below it "— Ann Roy, engineer"."""

from __future__ import annotations

from indexer.attribution.text.parts import Mention, Quotation, Sentence
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_DASHES = frozenset("-–—―")
_LONGEST = 16  # tokens
_BEHIND_NAMES = frozenset(",.(") | word_set("of on in at from")


def signer_of(quotation: Quotation, sentences: list[Sentence]) -> Mention | None:
    """Give who is named in the line after a quotation, behind a dash; not who wrote the story, as at its end."""
    place = quotation.sentence + 1
    if place >= len(sentences) or sentences[place].paragraph > quotation.paragraph + 1:
        return None
    line = sentences[place]
    if line.quotes or len(line.tokens) > _LONGEST or line.tokens[0].word[0] not in _DASHES:
        return None
    is_whole = place + 1 == len(sentences) or sentences[place + 1].paragraph > line.paragraph
    signer = next((mention for mention in line.mentions if mention.kind == "name" and mention.first == 1), None)
    if signer is None or not is_whole or signer.is_possessive or has_verb(line.tokens[signer.stop :]):
        return None
    if signer.stop < len(line.tokens) and line.tokens[signer.stop].lower not in _BEHIND_NAMES:
        return None
    return signer if place + 1 < len(sentences) or _is_known(signer) else None


def _is_known(signer: Mention) -> bool:
    """Tell whether the text speaks of somebody elsewhere, as it does not of whoever wrote it."""
    return signer.entity is not None and signer.entity.mentions > 1
