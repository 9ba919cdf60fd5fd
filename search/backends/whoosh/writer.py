"""Writer: articles into a new generation, built beside the live one and published in one step."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from search.backends.whoosh.archive import WhooshArchive
from search.backends.whoosh.carry import carry_over
from search.backends.whoosh.first_seen import ledger_before
from search.backends.whoosh.generations import IndexFolder
from search.backends.whoosh.growing import GrowingForms
from search.backends.whoosh.identities import Before
from search.backends.whoosh.layout import FILES, SHARED
from search.backends.whoosh.lock import WriterLock
from search.backends.whoosh.manifest import FileSum, Manifest
from search.backends.whoosh.opened import check_generation, read_generation, read_segments
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.publish import Past, Unfinished, finish_generation
from search.backends.whoosh.searcher import WhooshSearcher
from search.backends.whoosh.segment import Segment
from search.builds import BuildReport, IndexStatus
from search.documents import Article, SourceFile
from search.errors import NoIndex
from search.moving import moved_articles
from search.speakers.table import NO_TABLE, SpeakerTable


class WhooshWriter:
    """Takes articles; ``publish`` makes them live. Holds the index's lock from its making until it is left."""

    def __init__(self, index: Path, fresh: bool) -> None:
        """Begin the next generation: empty if ``fresh``, else with what the live one holds.

        Raises IndexLocked if another process is writing, IndexDamaged if there is something to begin with and it is
        not what was written.
        """
        self._folder = IndexFolder(index)
        self._folder.make()
        self._lock = WriterLock(index)
        self._building: Path | None = None
        try:
            self._folder.sweep()
            self._ledger, self._files_before = ledger_before(self._folder)
            self._base: WhooshSearcher | None = None
            self._files: dict[str, tuple[str, tuple[str, ...]]] = {}
            carried: Mapping[str, FileSum] = {}
            forms, segments = GrowingForms(), list[Segment]()
            base = None if fresh else self._live()
            self._name, self._building = self._folder.begin()
            if base:
                folder, manifest = base
                self._base = read_generation(folder, manifest)
                rows = json.loads((folder / FILES).read_text(encoding="ascii"))
                self._files = {path: (digest, tuple(ids)) for path, digest, ids in rows}
                carried = carry_over(folder, self._building, manifest)
                # Segments of this writer's own: what is deleted is marked in them.
                shared = Packed.open(folder / SHARED)
                forms, segments = GrowingForms.read(shared), read_segments(folder, manifest, shared)
            self._carried = carried
            self._before = Before(base[0], base[1].dead, base[1].status.report.speaker_table) if base else None
            self._archive = WhooshArchive(self._building, forms, segments, carried)
        except BaseException:
            self._folder.sweep()  # an interrupt may come before the name of a folder that was made is known here
            self.discard()
            raise

    def _live(self) -> tuple[Path, Manifest] | None:
        try:
            folder = self._folder.path / self._folder.current()
        except NoIndex as error:
            if type(error) is NoIndex:
                return None
            raise
        return folder, check_generation(folder)

    def files(self) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        """Give every file that the index knows."""
        return dict(self._files)

    def article(self, id: str) -> Article | None:
        """Give an article as it stands in the index before this build."""
        return self._base.printed(id) if self._base else None

    def add(self, article: Article) -> None:
        """Take an article; one of the same id is replaced."""
        self._archive.add(article)

    def remove(self, id: str) -> None:
        """Take an article out."""
        self._archive.remove(id)

    def note_file(self, file: SourceFile, articles: tuple[str, ...]) -> None:
        """Keep a file's digest and the ids of its articles."""
        self._files[file.path] = (file.digest, articles)

    def forget_file(self, path: str) -> None:
        """Drop a file that is no longer there."""
        self._files.pop(path, None)

    def publish(self, report: BuildReport, corpus_digest: str, table: SpeakerTable = NO_TABLE) -> IndexStatus:
        """Make what was taken live: written, read back, and only then named in CURRENT."""
        assert self._building is not None, "this writer is done"
        segments = self._archive.commit()
        rows = [[path, digest, ids] for path, (digest, ids) in sorted(self._files.items())]
        (self._building / FILES).write_text(json.dumps(rows, separators=(",", ":")), encoding="ascii")
        paths = {id: path for path, (_, ids) in sorted(self._files.items(), reverse=True) for id in ids}
        made = Unfinished(self._building, self._name, segments, self._archive.forms, self._carried)
        past = Past(self._before, self._ledger, moved_articles(self._files_before, self._files))
        looked_at = paths if table.looks_at_paths else {}
        status = finish_generation(made, past, report, corpus_digest, table, looked_at)
        self._folder.publish(self._name)
        self._building = None
        return status

    def discard(self) -> None:
        """Drop all that was taken; the live generation stays as it was. The lock is given back."""
        archive, building = getattr(self, "_archive", None), self._building
        self._building = None
        if archive is not None:
            with suppress(OSError):  # on a full disk Whoosh's own files cannot be ended
                archive.close()
        if building is not None:
            shutil.rmtree(building, ignore_errors=True)
        self._lock.release()

    def __enter__(self) -> WhooshWriter:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End; whatever is not published is discarded."""
        self.discard()
