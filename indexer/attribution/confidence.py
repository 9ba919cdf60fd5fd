"""How sure an attribution is: the margins of the choices that led to it, as shares that proved right.

The margins are log odds. Read off articles that the models had not learnt from: of the sources chosen at even odds
seven in ten were right, at 2 nine in ten, at 5 and more 98 in 100, of quotations and reports alike; of the persons
whom he or she was taken for seven in ten below 2, nineteen in twenty above 3. Read them off again when the models
change.
"""

from __future__ import annotations

import math

from indexer.attribution.resolution.resolved import NOBODY_ELSE, Resolved

SURE_FROM = 0.78  # below it two in five that readers judged in archives nobody annotated were wrong
DOUBTFUL = 0.6  # times a confidence: what may not be anybody's words is never shown as sure
_SOURCE_BASE, _SOURCE_SLOPE = 0.8, 0.62
_ALONE = 0.87  # of he and she where nobody else fits
_PERSON_BASE, _PERSON_SLOPE = -0.2, 1.0


def confidence(resolved: Resolved | None, margin: float) -> float:
    """Give how likely a speaker is right, 0 to 1, by the margin of the choice of the source and by who it is."""
    if resolved is None:
        return 0.0
    return round(_share(_SOURCE_BASE + _SOURCE_SLOPE * margin) * _resolved_share(resolved), 2)


def _resolved_share(resolved: Resolved) -> float:
    if resolved.how == "pronoun":
        return _ALONE if resolved.margin >= NOBODY_ELSE else _share(_PERSON_BASE + _PERSON_SLOPE * resolved.margin)
    return resolved.margin


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
