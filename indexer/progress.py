"""How far a build has come: a bar with rate and time left on a terminal, silence in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from tqdm import tqdm

from indexer.outcomes import Outcome
from indexer.pipeline import Progress, silent

# tqdm would start a thread to watch its bars; a process that forks wants none.
tqdm.monitor_interval = 0


def choose_progress(quiet: bool) -> Progress:
    """Give the bar if someone is there to look at it."""
    return silent if quiet or not sys.stderr.isatty() else show_bar


def show_bar(outcomes: Iterable[Outcome], total: int, purpose: str) -> Iterable[Outcome]:
    """Show a bar on standard error while the outcomes pass."""
    if not total:
        return outcomes
    return _bar(outcomes, total, purpose)


def _bar(outcomes: Iterable[Outcome], total: int, purpose: str) -> Iterator[Outcome]:
    with tqdm(total=total, desc=purpose, unit=" files", file=sys.stderr, dynamic_ncols=True) as bar:
        for outcome in outcomes:
            yield outcome
            if outcome.last:
                bar.update()
