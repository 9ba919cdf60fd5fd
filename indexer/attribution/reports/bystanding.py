"""Words of others beside the subject of a sentence: "signed papers claiming it", "left while the crowd yelled"."""

from __future__ import annotations

from indexer.attribution.text.cue_words import NOUNS_OR_VERBS, VERBS_OF_SAYING
from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.text.words import word_set

_PAPERS = word_set(
    "letter letters paperwork note notes email emails message messages sign signs banner banners document documents"
    " lawsuit lawsuits post posts video videos ad ads flyer flyers petition petitions complaint complaints memo text"
    " texts card cards affidavit filing filings placard placards sticker stickers shirt shirts graffiti leaflet"
    " leaflets voicemail voicemails call calls tip report reports"
)
_CLAIMING = word_set(
    "claiming alleging threatening saying accusing asking demanding warning stating complaining calling"
)
_GETTING = word_set(
    "received receives got gets found finds read reads saw obtained reviewed seized recovered opened answered"
)
_RELATIVES = word_set("who which")
_SHOUTS = word_set("chants chant shouts cries screams cheers jeers calls yells boos")
_AMID = word_set("with to by amid of over from")
_SUBORDINATE = word_set("while as when where because")
_SAYING = VERBS_OF_SAYING - NOUNS_OR_VERBS


def without_bystander(sentence: Sentence, cue: int, source: Mention | None) -> Mention | None:
    """Give the source of a cue, or who says it in his place, or None where only things or a crowd without a name do."""
    if source is None or source.stop >= cue:
        return source
    tokens = sentence.tokens
    word = tokens[cue].lower
    before = cue - 1 - tokens[cue - 1].lower.endswith("ly")
    if word in _SHOUTS and tokens[cue - 1].lower in _AMID:
        return None
    if word in _CLAIMING and before > source.stop:
        noun = tokens[before]
        if noun.lower in _PAPERS and _is_anothers(sentence, source.stop, before):
            return None  # "received a letter claiming", not "filed a report claiming"
        if noun.lower == "for":  # "fined the firm for falsely claiming"
            return next((m for m in sentence.mentions if m.stop == before and m is not source), source)
    if word in _SAYING and not word.endswith("ing"):
        return next((m for m in sentence.mentions if _is_subject(sentence, m, cue, source)), source)
    return source


def _is_anothers(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether a paper is not made by who stands before it: he gets it, or somebody "who signed" it does."""
    return any(token.lower in _GETTING or token.lower in _RELATIVES for token in sentence.tokens[first:stop])


def _is_subject(sentence: Sentence, mention: Mention, cue: int, source: Mention) -> bool:
    """Tell whether somebody else says it in a clause behind "while": "Ives left while the crowd yelled"."""
    if mention.stop != cue or mention.first <= source.stop or mention.is_possessive or mention.name == "who":
        return False
    return sentence.tokens[mention.first - 1].lower in _SUBORDINATE
