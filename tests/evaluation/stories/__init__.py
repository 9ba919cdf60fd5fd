"""Our own annotated stories: train/ to learn from and choose with, test/ that is only run."""

from __future__ import annotations

from pathlib import Path

from indexer.attribution.training.annotated import AnnotatedStory, read_stories

FOLDER = Path(__file__).parent


def stories(part: str) -> list[AnnotatedStory]:
    """Read the stories of ``train`` or ``test``."""
    return read_stories(FOLDER / part)
