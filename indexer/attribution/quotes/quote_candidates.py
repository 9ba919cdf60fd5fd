"""Who may be the source of a quotation: the sources of reports and the names in the sentences about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from indexer.attribution.phrases.possessors import SOMEBODY
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.lexicon import SUBJECT_PRONOUNS
from indexer.attribution.text.parts import Mention, Quotation, Sentence
from indexer.attribution.text.words import word_set

How = Literal["cue", "mention", "previous", "other"]

_NEAR = (0, -1, 1, -2)  # sentences
_WHERE = word_set("with on to at in against about near outside")
_SUBORDINATE = word_set("after when because since while before where if")
_FRONTED = _SUBORDINATE | word_set("with though although")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible source of a quotation: ``how`` it was found, and the report whose source it is.

    ``is_announced``: a line before the quotation says whose it is: "Hale issued the following statement".
    """

    how: How
    source: Mention
    report: Report | None = None
    distance: int = 0
    is_announced: bool = False


@dataclass(frozen=True, slots=True)
class QuoteSource:
    """A quotation that is a statement, its source, and the margin over the next best choice.

    ``is_within``: another tells what its source said, so that it is a statement beside the other's.
    ``is_announced``: as of a candidate.
    """

    quotation: Quotation
    source: Mention | None
    report: Report | None
    how: How
    margin: float
    is_within: bool = False
    is_announced: bool = False


def candidates(quotation: Quotation, sentences: list[Sentence], reports: list[list[Report]]) -> list[Candidate]:
    """Give the sources of the reports, and the names and subject pronouns, in the sentences about a quotation."""
    found: list[Candidate] = []
    named = frozenset([word.partition("'")[0].partition("’")[0] for word in quotation.words])
    for distance in _NEAR:
        index = quotation.sentence + distance
        if not 0 <= index < len(sentences):
            continue
        sentence = sentences[index]
        if abs(sentence.paragraph - quotation.paragraph) > 1:
            continue
        taken: set[int] = set()
        for report in reports[index]:
            if report.source is not None and report.likelihood > 0:
                is_cue = not leads_up(report, quotation)
                if is_cue:
                    found.append(Candidate("cue", report.source, report, distance))
                if is_cue or report.source.first < report.cue:
                    taken.add(id(report.source))
                if report.relayer is not None:
                    taken.add(id(report.relayer))
        if distance == _NEAR[-1]:
            continue
        found += [
            Candidate("mention", mention, None, distance)
            for mention in sentence.mentions
            if may_speak(mention)
            and id(mention) not in taken
            and not _is_spoken_of(mention, named)
            and not _is_addressed(mention, sentence)
            and not _is_where(mention, sentence)
            and not _is_of_speaker(mention, sentence, quotation)
        ]
    return found


def leads_up(report: Report, quotation: Quotation) -> bool:
    """Tell whether a report only tells after or why a statement was made: "a statement after Hale announced it: …"."""
    tokens, source = report.sentence.tokens, report.source
    place = quotation.place if quotation.sentence == report.sentence.index else len(tokens)
    if source is None or not source.first or report.cue >= place - 2 or tokens[place - 1].word != ":":
        return False  # "After Hale said:"
    return tokens[source.first - 1].lower in _SUBORDINATE or _is_in_front(report, place)


def _is_in_front(report: Report, place: int) -> bool:
    """Tell whether the clause that a report is in is before what somebody else does: "With Hale worried, Bell …"."""
    sentence = report.sentence
    if sentence.tokens[sentence.begin].lower not in _FRONTED:
        return False
    comma = next((at for at in range(sentence.begin, place) if sentence.tokens[at].word == ","), 0)
    return report.cue < comma and any(
        mention.first == comma + 1 and not mention.is_possessive for mention in sentence.mentions
    )


def _is_spoken_of(mention: Mention, named: frozenset[str]) -> bool:
    """Tell whether the quoted words name somebody, who then is not who says them."""
    entity = mention.entity
    return entity is not None and entity.type == "person" and entity.last_name in named


def _is_addressed(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a letter begins with a name, which may hold the greeting: "Dear President Hale:"."""
    first = mention.first
    return any(token.word == "Dear" for token in sentence.tokens[max(0, first - 1) : first + 1])


def _is_where(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a body is only where or to whom something is said: "in an interview with WKRD: …", "on WKRD: …"."""
    if not mention.first or mention.is_possessive or sentence.tokens[mention.first - 1].lower not in _WHERE:
        return False
    return mention.entity is not None and mention.entity.type == "organisation"


def _is_of_speaker(mention: Mention, sentence: Sentence, quotation: Quotation) -> bool:
    """Tell whether a name only says whose brother speaks: "Bell's brother: “He is innocent.”"."""
    tokens, place = sentence.tokens, quotation.place - 1
    if not mention.is_possessive or quotation.sentence != sentence.index or place < mention.stop:
        return False
    return tokens[place].word == ":" and tokens[place - 1].lower in SOMEBODY


def may_speak(mention: Mention) -> bool:
    """Tell whether a mention may be the source of a quotation without a cue: a name, or he, she and the like."""
    return mention.kind == "name" or (mention.kind == "pronoun" and mention.name in SUBJECT_PRONOUNS)
