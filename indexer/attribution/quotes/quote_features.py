"""What the choice of a quotation's source looks at: where a candidate stands, how the sentences are made."""

from __future__ import annotations

from indexer.attribution.entities.analysis import mention_kind
from indexer.attribution.quotes.quote_candidates import Candidate, QuoteSource, may_speak
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.lexicon import AUXILIARIES, IRREGULAR_PASTS, PREPOSITIONS
from indexer.attribution.text.parts import STOP, Mention, Quotation, Sentence, Token, kind_at, word_at
from indexer.attribution.text.words import word_set
from indexer.attribution.text.work_titles import looks_like_title

_OBLIQUE = PREPOSITIONS | word_set("like as than into over under against through without near")


def candidate_features(quotation: Quotation, sentences: list[Sentence], candidate: Candidate) -> list[str]:
    """Describe a candidate: where it stands, by which cue, how that sentence is made."""
    sentence = sentences[quotation.sentence]
    there = sentences[candidate.source.sentence]
    paragraphs = there.paragraph - quotation.paragraph
    alone = not sentence.has_words
    kind = mention_kind(candidate.source)
    where = f"d{candidate.distance}p{paragraphs}c{candidate.how == 'cue':d}"
    features = [
        f"d{candidate.distance}",
        f"p{paragraphs}",
        "k=" + kind,
        where,
        f"{where}alone{alone:d}",
        f"{where}last{quotation.last}",
    ]
    if candidate.report is not None:
        features += _report_features(quotation, candidate, candidate.report, paragraphs)
    if candidate.distance == 0:
        features += _same_sentence_features(quotation, sentence, candidate)
    else:
        has_quote = bool(there.quotes)
        ends_with_colon = any(token.word == ":" for token in there.tokens[-2:])
        features += [
            f"o{candidate.distance}q{has_quote:d}colon{ends_with_colon:d}alone{alone:d}",
            f"{where}q{has_quote:d}",
            f"o{candidate.distance}last{quotation.last}",
        ]
        if candidate.report is None:
            role = _role(there, candidate.source)
            features += [
                f"om{candidate.distance}{kind}{candidate.source.first == there.begin:d}",
                f"om{candidate.distance}{role}",
                f"om{candidate.distance}{role}colon{ends_with_colon:d}alone{alone:d}q{has_quote:d}",
            ]
    if quotation.continues:
        features.append(f"continues,d{candidate.distance}")
    if candidate.source.is_possessive:
        features.append("possessive")
    return features


def _report_features(quotation: Quotation, candidate: Candidate, report: Report, paragraphs: int) -> list[str]:
    word = report.sentence.tokens[report.cue].lower
    covers = 2
    if candidate.distance == 0:
        covers = int(report.covers(quotation.place))
    if not report.content:
        covers = 3
    return [
        "w=" + word,
        f"d{candidate.distance}w={word}",
        f"likely{0 if report.likelihood < 1 else 1 if report.likelihood < 3 else 2}",
        f"covers{covers}d{candidate.distance}",
        f"covers{covers}d{candidate.distance}p{paragraphs}",
    ]


def _same_sentence_features(quotation: Quotation, sentence: Sentence, candidate: Candidate) -> list[str]:
    place = quotation.place
    source, report = candidate.source, candidate.report
    if report is None:
        side = "L" if source.stop <= place else "R"
        mark = _mark(sentence.tokens[place - 1 if side == "L" else place + 1])
        gap = min(abs(source.first - place), 6)
        is_last = kind_at(sentence.tokens, source.stop) in (".", STOP)
        return [
            f"m{side}{gap}",
            f"m{side}{gap}{mark}{is_last:d}",
            f"m{side}{mark}{_role(sentence, source)}",
            f"m{side}{mark}rank{_rank(sentence, source, place)}",
        ]
    side = "R" if report.cue > place else "L"
    first, stop = (place + 1, report.cue) if side == "R" else (report.cue + 1, place)
    has_other = any(first <= other < stop for other in sentence.quotes)
    beside = source.first == place + 1 or source.stop == place
    features = [
        "s" + side,
        f"s{side}gap{min(stop - first, 6)}",
        f"s{side}last{quotation.last}",
        f"s{side}beside{beside:d}",
        f"s{side}capital{quotation.is_capital:d}",
        f"s{side}other{has_other:d}",
        f"s{side}w={sentence.tokens[report.cue].lower}",
    ]
    if side == "L":
        features.append("before=" + (sentence.tokens[place - 1].word if place else ""))
    return features


def _role(sentence: Sentence, mention: Mention) -> str:
    """Tell what a name is in its sentence by the words beside it: who says, a subject, after a preposition."""
    tokens = sentence.tokens
    before = tokens[mention.first - 1].lower if mention.first else ""
    if before in _OBLIQUE:
        return "oblique"
    behind = mention.stop + word_at(tokens, mention.stop).endswith("ly")  # "he allegedly told"
    after = tokens[behind].lower if behind < len(tokens) else ""
    if before in VERBS_OF_SAYING:
        return "said"
    if after in VERBS_OF_SAYING:
        return "says"
    if after in AUXILIARIES or after in IRREGULAR_PASTS or after.endswith("ed"):
        return "subject"
    return "first" if mention.first == sentence.begin else "other"


def _rank(sentence: Sentence, mention: Mention, place: int) -> int:
    """Count the possible speakers nearer to a quotation on the same side, up to 2."""
    nearer = 0
    for other in sentence.mentions:
        if other is not mention and may_speak(other):
            nearer += mention.stop <= other.first < place or place < other.first < mention.first
    return min(nearer, 2)


def _mark(token: Token) -> str:
    return "" if token.quotation is not None or token.word[0].isalnum() else token.word[0]


def none_features(quotation: Quotation, sentence: Sentence, reports: list[list[Report]]) -> list[str]:
    """Describe a quotation as one that is no statement: how short, how printed, in what place."""
    place = quotation.place
    length = _length(len(quotation.words))
    alone = not sentence.has_words
    title = looks_like_title(quotation)
    before, after = kind_at(sentence.tokens, place - 1), kind_at(sentence.tokens, place + 1)
    capital, last = f"{quotation.is_capital:d}", quotation.last
    covered = 0
    for report in reports[quotation.sentence]:
        if report.likelihood > 0 and report.covers(place):
            covered = max(covered, 1 if any(stop - first > 2 for first, stop in report.content) else 2)
    features = [
        f"N,title{title:d}",
        f"N,title{title:d}last{last}",
        f"N,title{title:d}alone{alone:d}",
        "N,b=" + before,
        "N,a=" + after,
        "N,last" + last,
        f"N,n{length}",
        f"N,capital{capital}n{length}",
        f"N,alone{alone:d}n{length}",
        f"N,last{last}n{length}",
        f"N,capital{capital}last{last}",
        f"N,b={before},{capital}",
        f"N,covered{covered}",
        f"N,covered{covered}n{length}",
        f"N,covered{covered}capital{capital}last{last}",
        "N",
    ]
    if quotation.continues:
        features.append("N,continues")
    return features


def previous_features(quotation: Quotation, sentence: Sentence, previous: QuoteSource) -> list[str]:
    """Describe a quotation as one that the speaker before goes on with."""
    before = previous.quotation
    paragraphs = min(quotation.paragraph - before.paragraph, 3)
    apart = min(quotation.sentence - before.sentence, 4)
    alone = not sentence.has_words
    return [
        "V",
        f"V,p{paragraphs}",
        f"V,s{apart}",
        f"V,p{paragraphs}s{apart}alone{alone:d}",
        f"V,continues{quotation.continues:d}",
        f"V,last{before.last}",
        f"V,open{not before.closed:d}p{paragraphs}",
        f"V,p{paragraphs}capital{quotation.is_capital:d}alone{alone:d}",
        f"V,{previous.how}p{paragraphs}",
        f"V,n{_length(len(quotation.words))}alone{alone:d}",
    ]


def _length(words: int) -> int:
    return 0 if words < 3 else 1 if words < 6 else 2 if words < 12 else 3
