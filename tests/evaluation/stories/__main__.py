"""Print every statement of annotated stories, to be read by eye: python -m tests.evaluation.stories PATH…."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from indexer.attribution.training.annotated import AnnotatedStory, read_story
from indexer.attribution.training.story_marks import AnnotationError

_TELLING = re.compile(
    r"\b(?:said|says?|saying|told|tells?|asked|wrote|writes|added|according|call(?:s|ed)|believes?)\b"
)


def main(paths: list[Path]) -> int:
    """Print the stories at some paths, files or folders; give 1 if one is not in order."""
    files = [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    problems = 0
    for file in files:
        try:
            print("\n".join(_lines(file.name, read_story(file))))
        except AnnotationError as error:
            problems += 1
            print(f"NOT IN ORDER  {error}")
    return 1 if problems else 0


def _lines(name: str, story: AnnotatedStory) -> list[str]:
    words = len(story.text.split())
    lines = [f"== {name}: {words} words, {len(story.statements)} statements"]
    for statement in story.statements:
        content = " … ".join(story.text[span.start : span.end] for span in statement.content)
        source, cue = (story.words(span) or "-" for span in (statement.source, statement.cue))
        speaker = (
            f"{statement.speaker or '-'} ({statement.speaker_how}, {statement.kind}{', nested' * statement.is_nested})"
        )
        lines.append(f"{statement.number:3}  {source} | {cue} | {content} | {speaker}")
    lines += [f"  no statement: {story.words(span)}" for span in story.unmarked_quotations()]
    marked = [statement.cue for statement in story.statements if statement.cue]
    marked += [span for statement in story.statements if statement.kind == "direct" for span in statement.content]
    for found in _TELLING.finditer(story.text):
        if not any(span.start <= found.start() < span.end for span in marked):
            lines.append(f"  no cue: {story.text[max(0, found.start() - 30) : found.end() + 30]!r}")
    return lines


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
