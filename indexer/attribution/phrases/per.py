"""“Per” before whoever says so is “according to”: "shut, per police", "per Principal Ann Bell", not "$20 per head"."""

from __future__ import annotations

from indexer.attribution.phrases.nominals import ORGANISATION_NOUNS
from indexer.attribution.phrases.possessors import PAPERS, POSSESSIVES, SOMEBODY
from indexer.attribution.text.lexicon import AUXILIARIES, BARE_PLURALS, PHRASE_STOPS, PLACE_ENDINGS, ROLE_NOUNS
from indexer.attribution.text.parts import STOP, Mention, Sentence, word_at
from indexer.attribution.text.words import word_set

_PER = ("per", "Per")
_BEFORE = frozenset(",;:(—–-") | {"as", "but"}
_FARTHEST = 3  # tokens: "per the Rill County sheriff's office"
_SAYS = SOMEBODY.union(ROLE_NOUNS, PAPERS, BARE_PLURALS, word_set("team firm source sources"))
_RULES = word_set("Section Rule Article Title Chapter Code Ordinance Order Proposition Policy Charter Directive")
_GOES_ON = PHRASE_STOPS | AUXILIARIES | word_set("via")


def read_per(sentence: Sentence) -> None:
    """Read each “per” of a sentence as the “according” that it stands for, in its tokens and words."""
    for printed in _PER:
        if printed not in sentence.words:
            continue
        for place, word in enumerate(sentence.words):
            if word == printed and _names_source(sentence, place):
                sentence.words[place] = "according" if word.islower() else "According"
                sentence.tokens[place].lower = "according"


def _names_source(sentence: Sentence, place: int) -> bool:
    """Tell whether somebody who may say something follows a “per”."""
    source = next((mention for mention in sentence.mentions if mention.first > place), None)
    if source is None or source.first - place > _FARTHEST:
        return False
    between = sentence.words[place + 1 : source.first]
    if not all(word.islower() and word.isalpha() and word not in _GOES_ON for word in between):
        return False
    if not (_is_apart(sentence, place) or source.title or source.name in BARE_PLURALS):
        return False
    return _says(sentence, source)


def _is_apart(sentence: Sentence, place: int) -> bool:
    """Tell whether a mark, a quotation or the sentence's beginning stands before a place."""
    before = sentence.tokens[place - 1]
    return place == sentence.begin or before.quotation is not None or before.lower in _BEFORE


def _says(sentence: Sentence, source: Mention) -> bool:
    """Tell whether a mention is of who says something: not "the team's rules", "Rill resident", "Section 12"."""
    if source.is_possessive:
        behind = next((m for m in sentence.mentions if m.first == source.stop and m.kind == "name"), None)
        return behind is not None or word_at(sentence.tokens, source.stop) in ORGANISATION_NOUNS
    if source.kind == "noun":
        return source.name in _SAYS
    if source.name in POSSESSIVES:
        return word_at(sentence.tokens, source.stop) in _SAYS
    after = word_at(sentence.tokens, source.stop)
    is_whole = after == STOP or not after[0].isalnum() or after in _GOES_ON or after in ROLE_NOUNS
    words = source.name.split()
    return source.kind == "name" and is_whole and words[-1] not in PLACE_ENDINGS and _RULES.isdisjoint(words)
