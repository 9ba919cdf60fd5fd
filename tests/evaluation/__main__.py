"""``make evaluate``: measure reading, dating and attribution, print the tables, and hold the floors."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.evaluation import (
    components,
    gold,
    known_items,
    ranking,
    sample_attribution,
    sample_reading,
    statement_scores,
)
from tests.evaluation.stories import stories

FLOORS = Path(__file__).parent / "floors.toml"


def main() -> int:
    """Print every table; give 1 if a measure is below its floor."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    reading, wrong = sample_reading.measure()
    below = _table("Reading the sample archive, share right", reading, floors["reading"])
    for line in wrong:
        print(f"    not right: {line}")
    statements = sample_attribution.measure()
    f1 = {name: getattr(statements, name).f1 for name in ("quotations", "pairs", "reports", "report_speakers")}
    below += _table("Statements of the sample archive, F1", f1, floors["attribution"])
    for part, title in (("train", "to learn from"), ("test", "only run")):
        scores = statement_scores.score(stories(part))
        below += _table(f"Our own annotated stories, {title}, percent", scores, floors.get(f"own_stories_{part}", {}))
        parts = components.score_components(story.gold() for story in stories(part))
        below += _table(
            f"… the parts of their statements, {title}, percent", parts, floors.get(f"own_parts_{part}", {})
        )
    judged = ranking.measure()
    measures = {"nDCG@10": judged.ours.gain, "recall@100": judged.ours.found, "searches": float(judged.searches)}
    below += _table("Judged searches of the sample archive", measures, floors["ranking"])
    for line in judged.lines:
        print(f"    nDCG and recall {line}")
    print(f"\nThe {judged.asked_of_all} of them that have words, asked of other engines too: nDCG@10, recall@100")
    for name, scores in judged.systems.items():
        print(f"    {name:36} {scores.gain:8.3f} {scores.found:8.3f}")
    if archives := known_items.archives():
        known = {f"{archive.name.partition('.')[0]} first": known_items.known_items(archive) for archive in archives}
        below += _table("Sentences looked for by their rarest words, share found first", known, floors["known_items"])
    if gold.has_gold():
        below += _table("Saved pages with gold labels", gold.score_pages(), floors["gold_pages"])
        below += _table("Annotated articles, percent", gold.score_statements(), floors["gold_statements"])
        below += _table("… their parts, percent", gold.score_parts(), floors["gold_parts"])
    else:
        print(f"\nNot run: the annotated pages and articles are not in {gold.GOLD.name}/ beside the checkout.")
    for line in below:
        print(f"BELOW ITS FLOOR: {line}")
    print("\nEvery floor is held." if not below else f"\n{len(below)} measures are below their floors.")
    return 1 if below else 0


def _table(title: str, measures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    print(f"\n{title}")
    for name, value in measures.items():
        floor = floors.get(name)
        print(f"    {name:28} {value:8.3f}" + (f"   floor {floor:.3f}" if floor is not None else ""))
    missing = [f"{name} is not measured any more" for name in floors if name not in measures]
    return missing + [
        f"{name}: {measures[name]:.3f} < {floors[name]:.3f}"
        for name in floors
        if measures.get(name, 9e9) < floors[name]
    ]


if __name__ == "__main__":
    sys.exit(main())
