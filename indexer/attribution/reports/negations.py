"""What somebody does not say, or may not have said: "refused to say", "told no one that", "if Hale says that"."""

from __future__ import annotations

from indexer.attribution.reports.reports import Report
from indexer.attribution.text.parts import Mention, Token, word_at
from indexer.attribution.text.verbs import TELLING
from indexer.attribution.text.words import word_set

_BARRED = word_set(
    "prohibited dissuaded deterred barred banned refrain refrained prevented kept stopped discouraged prohibits bars"
    " bans"
)
_UNSAID = word_set(
    "refused refuses declined declines failed fails unable refusing declining failing neglected try tries tried trying"
)
_FARTHEST_BAR = 5  # tokens: "dissuaded his sister from telling"
_SUPPOSING = word_set("if unless whether without")
_SOMEBODY = word_set("but except other else less in")  # "told no one but her husband", "no one in particular"
_NOT = word_set("not never didn't hasn't haven't hadn't don't doesn't won't wouldn't")


def is_denied(report: Report) -> bool:
    """Tell whether a report's cue is what its source does not do, or is not known to have done."""
    tokens, source = report.sentence.tokens, report.source
    if _is_unsaid(tokens, report.cue) or _is_told_nobody(report):
        return True
    return source is not None and _is_supposed(tokens, source, report.cue)


def _is_unsaid(tokens: list[Token], cue: int) -> bool:
    """Tell whether the cue is what nobody does: "is barred from disclosing", "refused to say"."""
    at = cue - 1 - (cue > 1 and tokens[cue - 1].lower == "even")
    before = tokens[at].lower if cue else ""
    if before == "from":
        return any(token.lower in _BARRED for token in tokens[max(0, cue - _FARTHEST_BAR) : cue - 1])
    earlier = {token.lower for token in tokens[max(0, cue - 3) : cue - 1]}
    if (before == "have" and "would" in earlier) or before == "without" or (before == "of" and "short" in earlier):
        return True
    return before in _NOT or (before == "to" and bool(earlier & _UNSAID))


def _is_told_nobody(report: Report) -> bool:
    """Tell whether somebody kept it to himself: "told no one that it leaked"; not “It leaks,” she told no one."""
    tokens, after = report.sentence.tokens, report.cue + 1
    if tokens[report.cue].lower not in TELLING or not report.content or report.content[0][0] < after:
        return False
    is_no_one = (word_at(tokens, after), word_at(tokens, after + 1)) == ("no", "one")
    is_nobody = is_no_one or word_at(tokens, after) == "nobody"
    return is_nobody and word_at(tokens, after + 1 + is_no_one) not in _SOMEBODY


def _is_supposed(tokens: list[Token], source: Mention, cue: int) -> bool:
    """Tell whether it is open if somebody says so: "if Hale says that it is safe", "whether Hale said so"."""
    return source.stop == cue and any(
        token.lower in _SUPPOSING for token in tokens[max(0, source.first - 1) : source.first + 1]
    )
