"""Whether a man or a woman speaks whose name does not say: "Stacy Poole told troopers he was texting"."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.attribution.reports.reports import Report
from indexer.attribution.text.given_names import Gender

_GENDERS: dict[str, Gender] = {"he": "m", "she": "f"}


def note_genders(reports: Iterable[Report]) -> None:
    """Note the gender of each person by whose own words it is told, where the sentence names nobody else."""
    for report in reports:
        entity = report.source.entity if report.source is not None else None
        if entity is None or entity.type != "person" or entity.gender is not None:
            continue
        said = next((token.lower for token in report.words()[:2] if token.lower != "that"), "")
        persons = (m.entity for m in report.sentence.mentions if m.entity is not None and m.entity.type == "person")
        if said in _GENDERS and all(person is entity for person in persons):
            entity.gender = _GENDERS[said]
