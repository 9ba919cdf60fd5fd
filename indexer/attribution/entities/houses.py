"""Houses called after somebody: "St. Bride's" of the "St. Bride's Medical Center", "Rosie's" that says something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from indexer.attribution.mentions.name_shapes import is_house
from indexer.attribution.mentions.name_words import is_saint
from indexer.attribution.text.cue_words import NOUNS_OR_VERBS, VERBS_OF_SAYING
from indexer.attribution.text.lexicon import AUXILIARIES, IRREGULAR_PASTS, PHRASE_STOPS
from indexer.attribution.text.parts import Mention, Sentence, Token, last_name
from indexer.attribution.text.words import word_set

_SAYING = VERBS_OF_SAYING - NOUNS_OR_VERBS
_DOING = word_set("will would has had can could")  # not "Roy's will was read"
_BEFORE_VERB = PHRASE_STOPS | IRREGULAR_PASTS | _SAYING


def name_houses(names: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
    """Make "St. Bride's said" a name that speaks, and give it the whole name if the text has one that begins so."""
    wholes: defaultdict[str, set[str]] = defaultdict(set)
    for mention in names:
        words = mention.name.split() if " " in mention.name else []
        if is_house(words):
            wholes[_owner_of(words)].add(mention.name)
    owners = [one for one in names if one.is_possessive and one.title is None]
    # A body's own name is whole without: "the Defense Department's proposed budget".
    may_speak = (one for one in owners if one.shape != "organisation")
    speaking = {one.name for one in may_speak if _says(sentences[one.sentence].tokens, one.stop)}
    if speaking:
        speaking -= {last_name(one.name) for one in names if " " in one.name and one.shape != "organisation"}
    for mention in owners:
        is_of_saint = is_saint(mention.name.split()[:-1])
        if not is_of_saint and mention.name not in wholes and mention.name not in speaking:
            continue
        whole = wholes.get(mention.name, ())
        tokens = sentences[mention.sentence].tokens
        is_whose = _is_of_noun(tokens, mention.stop)
        if len(whole) == 1 and (is_of_saint or not is_whose):
            mention.name = next(iter(whole))
        elif mention.name in speaking:
            mention.name += tokens[mention.stop - 1].word[-2:].lower()
            mention.shape = "organisation"
        elif not is_of_saint or is_whose:
            continue
        else:
            mention.name += tokens[mention.stop - 1].word[-2:]
        mention.is_possessive = is_whose


def _says(tokens: list[Token], place: int) -> bool:
    """Tell whether a verb of saying or doing stands behind a house's name: "Rosie's said", "Rosie's will close"."""
    if place + 1 >= len(tokens) or tokens[place].quotation is not None:
        return False
    word, after = tokens[place].lower, tokens[place + 1].lower
    return word in _SAYING or (word in _DOING and after not in AUXILIARIES and after[0].isalpha())


def _owner_of(words: list[str]) -> str:
    """Give after whom a house is called: "St. Bride" of "St. Bride's Medical Center"."""
    place = next(place for place, word in enumerate(words) if word.endswith(("'s", "’s")))
    return " ".join(words[: place + 1])[:-2]


def _is_of_noun(tokens: list[Token], place: int) -> bool:
    """Tell whether a noun follows a possessive at its end: "St. Bride's nurses"; not "St. Bride's turned us down"."""
    after = tokens[place] if place < len(tokens) else None
    if after is None or after.quotation is not None or not after.word[0].isalnum():
        return False
    return after.lower not in _BEFORE_VERB and not after.lower.endswith("ed")
