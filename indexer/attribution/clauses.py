"""Whether a report tells what was said, or only that something was: "he asked for a year", "she read the ruling"."""

from __future__ import annotations

from indexer.attribution.cue_words import VERBS_OF_SAYING
from indexer.attribution.lexicon import AUXILIARIES, IRREGULAR_PASTS, PREPOSITIONS
from indexer.attribution.parts import Token
from indexer.attribution.reports import Report
from indexer.attribution.words import word_set

# Cues that have content only with a clause or a quotation: "asked whether it was", but not "asked for a year".
_WITH_CLAUSE = word_set(
    "asked ask asks asking read reads reading spoke speak speaks speaking spoken put puts plead pleaded pleads conceded"
    " concedes reported reports report talked talks talk talking repeat repeated repeats went goes answered answers"
    " replied replies responded responds continued continues recalled cried shouted yelled text texted emailed email"
    " posted post posts recounted"
)
_SAYING = word_set("said say says saying told tell tells telling wrote write writes writing written")
_NO_CLAUSE = PREPOSITIONS | word_set("back again")
_PASSIVE = word_set(
    "asked told accused urged charged ordered reminded advised encouraged invited required instructed notified warned"
    " informed"
)
_UNFINISHED = word_set("that said says")
_BE = word_set("am is are was were be been being")
_NO_CONTENT = word_set("nothing so it much little anything something more less again")


def is_passive(report: Report) -> bool:
    """Tell whether the source is spoken to, or left out: "was asked", "Asked whether", "is expected to"."""
    tokens = report.sentence.tokens
    cue = tokens[report.cue]
    if cue.word == "Asked" or (cue.lower in _PASSIVE and report.cue and tokens[report.cue - 1].lower == "when"):
        return True
    if report.source is not None and cue.lower not in _PASSIVE:
        return False
    return any(token.lower in _BE for token in tokens[max(0, report.cue - 2) : report.cue])


def is_unfinished(report: Report) -> bool:
    """Tell whether the content breaks off: "The District Attorney said that, according to police, …"."""
    return report.sentence.tokens[report.content[-1][1] - 1].lower in _UNFINISHED


def reports_a_clause(report: Report) -> bool:
    """Tell whether a report's content is what somebody said: a quotation or, for a cue that needs it, a clause."""
    tokens = report.sentence.tokens
    cue = tokens[report.cue]
    content = [token for first, stop in report.content for token in tokens[first:stop]]
    if any(token.quotation is not None for token in content):
        return True
    if cue.lower in _SAYING:
        return content[0].lower not in _NO_CLAUSE and (content[0].lower not in _NO_CONTENT or _has_verb(content))
    return cue.lower not in _WITH_CLAUSE or _has_verb(content)


def _has_verb(content: list[Token]) -> bool:
    return any(_is_verb(token) for token in content)


def _is_verb(token: Token) -> bool:
    word = token.lower
    if word in AUXILIARIES or word in IRREGULAR_PASTS or word in VERBS_OF_SAYING or word.endswith("ed"):
        return True
    return ("'" in word and not token.is_possessive) or word.split("'")[0] in ("it", "he", "she", "that", "there", "to")
