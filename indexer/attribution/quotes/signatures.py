"""Who is named behind a quotation that stands by itself: “The levee will hold.”, and below it "— Ann Roy, engineer"."""

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
    return None if line.quotes else _signer(line, 0, sentences)


def signer_of_paragraph(quotation: Quotation, sentences: list[Sentence]) -> Mention | None:
    """Give who is named at the end of a paragraph that begins with a quotation: "“It leaks.” So “what.” — Ann Roy"."""
    last = quotation.sentence
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == quotation.paragraph:
        last += 1
    line = sentences[last]
    if sentences[_first_of(line, sentences)].tokens[0].quotation is None:
        return None
    return _signer(line, line.quotes[-1] + 1 if line.quotes else 0, sentences)


def _first_of(line: Sentence, sentences: list[Sentence]) -> int:
    first = line.index
    while first > 0 and sentences[first - 1].paragraph == line.paragraph:
        first -= 1
    return first


def _signer(line: Sentence, dash: int, sentences: list[Sentence]) -> Mention | None:
    """Give the name behind a dash at a place of a line, if all of the line behind it says who that is."""
    tokens = line.tokens
    if not dash < len(tokens) <= dash + _LONGEST or tokens[dash].word[0] not in _DASHES:
        return None
    is_last = line.index + 1 == len(sentences)
    is_whole = is_last or sentences[line.index + 1].paragraph > line.paragraph
    signer = next((mention for mention in line.mentions if mention.kind == "name" and mention.first == dash + 1), None)
    if signer is None or not is_whole or signer.is_possessive or has_verb(tokens[signer.stop :]):
        return None
    if signer.stop < len(tokens) and tokens[signer.stop].lower not in _BEHIND_NAMES:
        return None
    return signer if not is_last or _is_known(signer) else None


def _is_known(signer: Mention) -> bool:
    """Tell whether the text speaks of somebody elsewhere, as it does not of whoever wrote it."""
    return signer.entity is not None and signer.entity.mentions > 1
