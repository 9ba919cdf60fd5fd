"""Dialogue without cues: whose turn it is where two people speak by turns, the last speaker's or the other's."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.entities.analysis import mention_kind
from indexer.attribution.model import Weights
from indexer.attribution.quotes.quote_candidates import Candidate, QuoteSource
from indexer.attribution.reports.reports import Report
from indexer.attribution.resolution.nameless import is_somebody
from indexer.attribution.text.parts import Mention, Quotation, Sentence
from indexer.attribution.text.words import word_set

_TURN = "O"  # the feature that every such choice has
_COMMON = frozenset({_TURN, "V,turn", "O,open0", "O,you0", "O,reply0", "O,cue", "O,previous", "O,k=<person>"})
_FARTHEST_OTHER = 3  # paragraphs
_FEWEST_TO = 3  # words
_AFTER_TITLE = word_set("I I'm I’m I've I’ve I'd I’d I'll I’ll")
_REPLIES = word_set("yes no yeah yep nope well oh okay ok sure maybe never right because not but and so then")
_YOU = word_set("you your you're you've you'll you'd sir ma'am")


def have_learnt_turns(weights: Weights) -> bool:
    """Tell whether weights know the other's turn; to those that do not, its features would all count 0."""
    return not weights.keys().isdisjoint(_COMMON)


@dataclass(frozen=True, slots=True)
class Turns:
    """The last quotation that is a statement, and the last one before it that was somebody else's."""

    previous: QuoteSource | None = None
    other: QuoteSource | None = None

    def after(self, new: QuoteSource) -> Turns:
        """Give the turns after one more quotation."""
        before = self.previous
        is_turn = before is not None and not is_same_source(before.source, new.source)
        return Turns(new, before if is_turn else self.other)


def is_same_source(one: Mention | None, other: Mention | None) -> bool:
    """Tell whether two sources are one mention or one person."""
    if one is None or other is None:
        return one is other
    return one is other or (one.entity is not None and one.entity is other.entity)


def other_speaker(
    quotation: Quotation, sentences: list[Sentence], reports: list[list[Report]], turns: Turns
) -> Candidate | None:
    """Give who spoke last before the last speaker, in marks or not, where a paragraph is all quotation."""
    previous, other = turns.previous, turns.other
    if previous is None or previous.source is None or quotation.paragraph - previous.quotation.paragraph != 1:
        return None
    here = sentences[max(0, quotation.sentence - 1) : quotation.sentence + 1]
    if quotation.continues or any(there.has_words and there.paragraph == quotation.paragraph for there in here):
        return None
    start, source = -1, None
    if other is not None and quotation.paragraph - other.quotation.paragraph <= _FARTHEST_OTHER:
        start, source = other.quotation.start, other.source
    for index in range(previous.quotation.sentence, -1, -1):
        sentence = sentences[index]
        if quotation.paragraph - sentence.paragraph > _FARTHEST_OTHER:
            break
        for report in reversed(reports[index]):
            found = report.source
            if found is None or report.likelihood <= 0 or is_same_source(found, previous.source):
                continue
            if start < found.start < quotation.start:
                start, source = found.start, found
    if source is None and previous.quotation.last == "?":
        source = _asked(sentences[previous.quotation.sentence], previous.source)
    if source is None:
        return None
    return Candidate("other", source, None, sentences[quotation.sentence].paragraph - source.paragraph)


def _asked(sentence: Sentence, asking: Mention) -> Mention | None:
    """Give the only other person of whom a sentence with a question tells: "Hale turned to the nominee and asked"."""
    others = [
        mention
        for mention in sentence.mentions
        if not is_same_source(mention, asking) and not mention.is_possessive and _is_somebody(mention)
    ]
    return others[0] if len(others) == 1 else None


def _is_somebody(mention: Mention) -> bool:
    if mention.kind == "noun":
        return is_somebody(mention.name)
    return mention.kind == "name" and mention.entity is not None and mention.entity.type == "person"


def is_spoken_to(source: Mention, quotation: Quotation) -> bool:
    """Tell whether a quotation begins with a title of somebody, who hears it: “Senator, I wrote it.”"""
    words, entity = quotation.words, source.entity
    if entity is None or len(words) < _FEWEST_TO or words[0].lower() not in entity.titles:
        return False
    return words[1] in _AFTER_TITLE or words[1][0].islower()


def other_features(quotation: Quotation, previous: QuoteSource, candidate: Candidate) -> list[str]:
    """Describe a quotation as the other's turn."""
    before = previous.quotation
    return [
        _TURN,
        *(f"{_TURN},{feature}" for feature in _turn_features(quotation, previous)),
        f"{_TURN},named{_is_named(candidate.source, quotation):d}",
        f"{_TURN},open{not before.closed:d}",
        f"{_TURN},p{min(candidate.distance, 6)}",
        f"{_TURN},p{min(candidate.distance, 6)}{previous.how}",
        f"{_TURN},k={mention_kind(candidate.source)}",
        f"{_TURN},same kind{candidate.source.name == (previous.source.name if previous.source else ''):d}",
    ]


def same_turn_features(quotation: Quotation, previous: QuoteSource) -> list[str]:
    """Describe a quotation as the last speaker's, where it may be the other's turn."""
    return ["V,turn", *(f"V,turn,{feature}" for feature in _turn_features(quotation, previous))]


def _turn_features(quotation: Quotation, previous: QuoteSource) -> list[str]:
    before = previous.quotation
    first = quotation.words[0].lower().strip(",.") if quotation.words else ""
    you = any(word.lower().strip(",.?!") in _YOU for word in quotation.words)
    length = min(len(quotation.words) // 5, 4)
    return [
        f"asked{before.last == '?':d}asks{quotation.last == '?':d}",
        f"asked{before.last == '?':d}{previous.how}",
        f"asks{quotation.last == '?':d}",
        previous.how,
        f"{previous.how}n{length}",
        f"n{length}",
        f"reply{first in _REPLIES:d}",
        f"reply{first in _REPLIES:d}asked{before.last == '?':d}",
        f"you{you:d}",
        f"addressed{previous.source is not None and _is_named(previous.source, quotation):d}",
    ]


def _is_named(source: Mention, quotation: Quotation) -> bool:
    """Tell whether a quotation names a speaker, who hears it rather than says it: “You are late, Mr. Hale.”"""
    entity = source.entity
    return entity is not None and any(word.strip(",.?!") == entity.last_name for word in quotation.words)
