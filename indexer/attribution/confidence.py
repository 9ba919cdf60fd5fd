"""How sure an attribution is: the margins of the choices that led to it, as shares that proved right.

The bends were read off the development articles: of attributions by a name with a margin of choice below 7 two in
three were right, above 15 nineteen in twenty; of those by he or she one in three with a margin of fit below 3.5 and
nineteen in twenty above 6. Read them off again when the models change.
The tagger gives log odds for the source of a report; on articles that it had not learnt from three in five were right
at even odds, nine in ten at 2 and 99 in 100 at 4.5.
"""

from __future__ import annotations

import math

from indexer.attribution.resolution import Resolved

SURE_FROM = 0.65  # chosen so that nineteen in twenty named speakers shown by default are right
_RANK_FLOOR, _RANK_TOP, _RANK_BEND = 0.62, 0.98, 15.0
_ODDS_BASE, _ODDS_SLOPE = 0.4, 0.85
_FIT_FLOOR, _FIT_TOP, _FIT_BEND = 0.3, 0.97, 7.0


def confidence(resolved: Resolved | None, margin: float) -> float:
    """Give how likely a speaker is right, 0 to 1, by the margin of the choice of the source and by who it is."""
    if resolved is None:
        return 0.0
    return round(_share(margin, _RANK_FLOOR, _RANK_TOP, _RANK_BEND) * _resolved_share(resolved), 2)


def report_confidence(resolved: Resolved | None, margin: float) -> float:
    """Give how likely a report's speaker is right, by the log odds of its source against the next best choice."""
    if resolved is None:
        return 0.0
    share = 1 / (1 + math.exp(-_ODDS_BASE - _ODDS_SLOPE * margin))
    return round(share * _resolved_share(resolved), 2)


def _resolved_share(resolved: Resolved) -> float:
    if resolved.how == "pronoun":
        return _share(resolved.margin, _FIT_FLOOR, _FIT_TOP, _FIT_BEND)
    return resolved.margin


def _share(margin: float, floor: float, top: float, bend: float) -> float:
    return floor + (top - floor) * min(1.0, max(0.0, margin / bend))
