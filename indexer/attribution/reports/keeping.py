"""Which reports are statements: what is said against what is only told about, by a model that learnt the difference."""

from __future__ import annotations

from bisect import bisect_right

from indexer.attribution.model import Model, score
from indexer.attribution.phrases.capitals import is_shouted, is_titled
from indexer.attribution.reports.clauses import (
    is_about_somebody,
    is_addressed,
    is_passive,
    is_said_by_object,
    is_unfinished,
    reports_a_clause,
)
from indexer.attribution.reports.deeds import tells_a_deed
from indexer.attribution.reports.doubts import is_wished
from indexer.attribution.reports.reports import Report
from indexer.attribution.reports.subjects import is_speaking
from indexer.attribution.reports.unsaid import is_unsaid
from indexer.attribution.text.cue_words import BELIEF_WORDS, SPEECH_WORDS
from indexer.attribution.text.parts import kind_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

KEEP_FROM = -0.5  # log odds of being a statement as annotated; between the best F1 of statements and of their words
_KNOWN_CUES = SPEECH_WORDS | BELIEF_WORDS
_STRANGE_FROM = 0.2  # the same for a word that is in no list of cues, where no quotation stands by it: "filed a plan"
_STRANGE_SURE_FROM = 1.5  # and for it to pass for something said
_FEWEST_WORDS = 2
_REFERRING_BACK = word_set("it that this so them him her which yes no otherwise some anything")
_BACK_FROM = -0.9  # the same for "denied it", "said so"
_WORD_FROM = 0.5  # the same for one word that says all: "predicted rain", but not "asked why"
_NAMING_ANOTHER = word_set("attributed credited")  # "a letter that was attributed to Hale"
_OFTEN_DEEDS = word_set("called adding added")  # "called the owner", "added two rooms"
_NO_DEEDS = word_set("to a an himself herself themselves into attention")  # behind "called"
_LONGEST_SOMEBODY = 4  # tokens
_STEPS = (-0.9, -0.6, -0.3, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)
_MARGINS = (0.5, 1.0, 2.0, 3.0, 4.5, 6.0)
_LENGTHS = (2, 3, 4, 6, 9, 13, 20)
_OUTER_STEPS = (-1.0, 0.0, 1.0, 2.0, 3.0)
_MOST_COMPANIONS = 3


def is_kept(report: Report, model: Model) -> bool:
    """Tell whether a report is likely enough to be a statement."""
    if is_addressed(report) and len(report.words()) <= _LONGEST_SOMEBODY:
        return False
    if report.sentence.tokens[report.cue].lower in _NAMING_ANOTHER and is_passive(report):
        return False
    if is_unsaid(report) or (_is_often_deed(report) and tells_a_deed(report)):
        return False
    return score(model.report, report_features(report)) > _least_score(report)


def _is_often_deed(report: Report) -> bool:
    tokens = report.sentence.tokens
    return tokens[report.cue].lower in _OFTEN_DEEDS and kind_at(tokens, report.cue + 1).strip("<>") not in _NO_DEEDS


def _least_score(report: Report) -> float:
    """Give from which score on a report is kept: one of a single word must refer back, "denied it", or be sure."""
    words = [] if report.has_quotation else [token.lower for token in report.words() if token.word[0].isalnum()]
    if len(words) < _FEWEST_WORDS and not report.has_quotation:
        return _BACK_FROM if words and words[0] in _REFERRING_BACK else _WORD_FROM
    return _STRANGE_FROM if _is_strange(report) else KEEP_FROM


def is_surely_said(report: Report, model: Model) -> bool:
    """Tell whether a report that is kept is sure to tell what somebody said."""
    if report.likelihood <= 0 or is_shouted(report.sentence) or tells_a_deed(report):
        return False
    if is_wished(report) or not is_speaking(report) or (report.sentence.paragraph and is_titled(report.sentence)):
        return False
    if is_said_by_object(report):
        return True
    return reports_a_clause(report) and (
        not _is_strange(report) or score(model.report, report_features(report)) > _STRANGE_SURE_FROM
    )


def _is_strange(report: Report) -> bool:
    return report.sentence.tokens[report.cue].lower not in _KNOWN_CUES and not report.has_quotation


def report_features(report: Report) -> list[str]:
    """Describe a report: how sure its cue, source and content are, and how it is worded."""
    tokens = report.sentence.tokens
    cue = tokens[report.cue]
    likely = _step(report.likelihood, _STEPS)
    kind = "speech" if cue.lower in SPEECH_WORDS else "belief" if cue.lower in BELIEF_WORDS else "strange"
    content = report.words()
    verb = f"verb{has_verb(content):d}quotation{report.has_quotation:d}"
    side = "".join("L" if stop <= report.cue else "R" for _, stop in report.content)
    length = _step(len(content), _LENGTHS)
    source = "none" if report.source is None else kind_of_source(report)
    first = kind_at(tokens, report.content[0][0])
    return [
        "bias",
        f"likely{likely}",
        f"{kind},likely{likely}",
        "w=" + cue.lower,
        f"ending={cue.lower[-3:]}",
        "before=" + kind_at(tokens, report.cue - 1),
        "after=" + kind_at(tokens, report.cue + 1),
        f"{kind},{verb}",
        f"{side},{verb}",
        f"length{length}",
        f"{kind},length{length},{verb}",
        f"source={source}",
        f"{kind},source={source},margin{_step(report.margin, _MARGINS)}",
        f"first={first}",
        f"{kind},first={first}",
        f"last={kind_at(tokens, report.content[-1][1])}",
        f"surety{_step(report.surety, _STEPS)}",
        f"{kind},surety{_step(report.surety, _STEPS)}",
        f"{kind},passive{is_passive(report):d}",
        f"{kind},unfinished{is_unfinished(report):d}",
        f"about{is_about_somebody(report):d}",
        f"{kind},clause{reports_a_clause(report):d}",
        *_beside(report, kind),
    ]


def _beside(report: Report, kind: str) -> list[str]:
    """Describe how a report stands to the others of its sentence: what somebody is said to believe is seldom kept."""
    features = [f"companions{min(report.companions, _MOST_COMPANIONS)}"]
    if report.holds_another:
        features += ["holds", f"{kind},holds"]
    outer = report.outer
    if outer is None:
        return features
    features += ["inside", f"{kind},inside", f"inside,outer{_step(outer.likelihood, _OUTER_STEPS)}"]
    features.append(f"{kind},inside,surer{outer.likelihood > report.likelihood:d}")
    features.append(f"inside,quotation{report.has_quotation:d}")
    if report.source is None:
        features.append("inside,sourceless")
    elif report.source is outer.source:
        features.append("inside,same source")
    return features


def kind_of_source(report: Report) -> str:
    """Give what a report's source is: a name, a pronoun by itself, or a noun."""
    source = report.source
    assert source is not None
    return source.name if source.kind == "pronoun" else source.kind


def _step(value: float, steps: tuple[float, ...]) -> int:
    return bisect_right(steps, value)
