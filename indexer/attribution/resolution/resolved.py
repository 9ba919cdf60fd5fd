"""The entity behind a source, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from indexer.attribution.text.parts import Entity

How = Literal["name", "pronoun", "noun", "maker"]

SURE = 1.0  # the share of such resolutions that are right: a name
BY_NOUN = 0.9  # "the mayor" where one person is mayor
LIKELY = 0.8
UNSURE = 0.5
NOBODY_ELSE = 50.0  # the margin of fit where nobody else fits


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entity behind a source, how it was found, and how sure that is.

    ``margin``: for he and she the margin of fit over the next person, else the share that is right.
    """

    entity: Entity
    margin: float
    how: How = "name"
