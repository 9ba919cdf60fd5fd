"""Lines that only announce words below them: "Statement from Mayor Ann Hale:", "TEXT OF REMARKS BY SEN. HALE"."""

from __future__ import annotations

from dataclasses import replace

from indexer.attribution.text.parts import APOSTROPHES, Mention, Sentence, Token, kind_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

SPOKEN = word_set("remarks statement letter speech testimony transcript text address comments message op-ed")
_BY = word_set("by from")
_THIS = word_set("this these following")
_MARKS_BELOW = word_set("below follow follows following")
_ADJECTIVES = word_set(
    "the a full complete opening closing prepared official floor press joint written brief following is are here below"
    " of conference weekly radio"
)
_HEADING = SPOKEN | _ADJECTIVES  # "Full text of opening remarks"
ENDS = frozenset(".?!:")
_WORDS_OF_SOMEBODY = SPOKEN | word_set(
    "answer response reply message advice verdict reaction assessment explanation comment comments motto warning"
    " plea words take conclusion prediction request question argument promise retort rejoinder complaint quip joke"
    " tweet post email text note review summary mantra slogan guess suggestion proposal description analysis"
    " greeting farewell"
)
_HIS = word_set("his her")
_FEWEST_BEFORE, _MOST_ADJECTIVES = 3, 2  # tokens before "…”, and between "Roy's" and "message"


def announced_speaker(line: Sentence, before: Sentence | None) -> Mention | None:
    """Give whose words a line announces; None if it announces none.

    ``before``: the line before it, which may begin what it goes on: "TEXT OF STATEMENT", and below "BY SEN. HALE".
    """
    words = [token.lower for token in line.tokens]
    place = _message_in(words)
    if place is None and words[0] in _BY and before is not None and before.words[-1].lower() in SPOKEN:
        place = -1
    if place is None or line.quotes or not (_is_heading(line, words, place) or _points_below(words)):
        return None
    for mention in line.mentions:
        if mention.kind != "name":
            continue
        if mention.is_possessive and mention.stop <= place:
            behind = words[mention.stop + (words[mention.stop] in APOSTROPHES) : place]
            return replace(mention, is_possessive=False) if _ADJECTIVES.issuperset(behind) else None
        before_name = kind_at(line.tokens, mention.first - 1)
        is_beside = before_name == "of" or before_name in _BY
        is_author = is_beside and (mention.first == place + 2 or (before_name in _BY and words[-1] != ":"))
        if mention.first > place and is_author:
            return mention if not mention.is_possessive else None
    return None


def pointed_at(sentence: Sentence, place: int) -> Mention | None:
    """Give whose words follow at a place: "The site rated this statement by Hale on June 11: “…”"."""
    words = [token.lower for token in sentence.tokens[:place]]
    for mention in sentence.mentions:
        by = mention.first - 1
        if mention.kind == "name" and 1 < by < place and words[by] in _BY and words[by - 1] in SPOKEN:
            return mention if not _THIS.isdisjoint(words[max(0, by - 3) : by - 1]) else None
    return None


def owner_of_words(sentence: Sentence, place: int) -> Mention | None:
    """Give whose words follow a colon before a place: "The mayor's message to drivers: “…”", "Roy's: “…”"."""
    tokens = sentence.tokens
    colon = place - 1
    if place < _FEWEST_BEFORE or tokens[colon].word != ":":
        return None
    owner = next((at for at in range(colon - 1, -1, -1) if tokens[at].is_possessive or tokens[at].lower in _HIS), None)
    mention = tokens[owner].mention if owner is not None else None
    if owner is None or mention is None:
        return None
    behind = [token.lower for token in tokens[owner + 1 : colon]]
    noun = next((at for at, word in enumerate(behind) if word in _WORDS_OF_SOMEBODY), None)
    if behind and (noun is None or noun > _MOST_ADJECTIVES or _has_verb(tokens[owner + 2 + noun : colon])):
        return None
    if mention.stop == owner + 1:
        return replace(mention, is_possessive=False)
    return sentence.mention("noun", mention.first, owner + 1, tokens[owner].lower.removesuffix("'s"))


def _has_verb(tokens: list[Token]) -> bool:
    """Tell whether a verb is among the words behind "message", which may say to whom it is: "to drivers"."""
    return has_verb(token for token in tokens if token.lower != "to")


def _message_in(words: list[str]) -> int | None:
    """Give where the last of the nouns for what is said stands: "text of remarks"."""
    return max((place for place, word in enumerate(words) if word in SPOKEN), default=None)


def _is_heading(line: Sentence, words: list[str], place: int) -> bool:
    """Tell whether a line without a mark at its end begins with what is announced: "Full text of remarks by"."""
    return words[-1] not in ENDS and _HEADING.issuperset(words[: max(place, 0)])


def _points_below(words: list[str]) -> bool:
    """Tell whether a line ends with a colon, or with where the words stand: "… is below."."""
    if words[-1] == ":":
        return True
    return words[0] in _MARKS_BELOW or not _MARKS_BELOW.isdisjoint(words[-2:])
