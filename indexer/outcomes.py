"""What readers of files are told, settings and limits, and what they tell: the outcome of each file.

The process that indexes knows nothing else of reading, so that it can begin while the parsers are still being loaded.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from indexer.files import MAX_BYTES, SourcePath
from indexer.outlets import Outlets
from indexer.overrides import Overrides
from search.builds import SkippedPart
from search.documents import Article

THE_REST = "the rest"
"""The part of a file that was not read because what came before it broke its reader."""


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What reading needs to know beside the file: the outlets, and the last day that a date may name.

    ``overrides`` is what the archive's own table says against its files. ``whole_body`` takes each file as the body of
    an article, without looking for a header; ``fast`` reads each page once instead of twice, and less well.
    """

    outlets: Outlets = field(default_factory=Outlets)
    overrides: Overrides = field(default_factory=Overrides)
    today: datetime.date = field(default_factory=datetime.date.today)
    whole_body: bool = False
    fast: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: bytes of the file, bytes of its reader's address space, and seconds.

    The seconds are those that may pass until the next batch of its articles, so that an archive of 100,000 may take
    its time as long as it gets on.
    """

    seconds: float = 60.0
    file_bytes: int = MAX_BYTES
    memory_bytes: int = 4 * 1024**3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: its articles, or the reason why there are none; or one batch of many.

    The last outcome of a file is ``last``, and only it can have an ``error``, which says that the file gave no article.
    ``parts`` are those that were left out of the file. ``digest`` is "" if the file was not read to its end.
    """

    source: SourcePath
    digest: str
    articles: tuple[Article, ...] = ()
    error: str | None = None
    parts: tuple[SkippedPart, ...] = ()
    last: bool = True
