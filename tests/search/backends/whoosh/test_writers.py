"""One writer at a time, and one that is killed leaves a whole index behind."""

from __future__ import annotations

import errno
import gc
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from search.backends.whoosh.generations import IndexFolder
from search.backends.whoosh.writer import WhooshWriter
from search.builds import BuildReport
from search.errors import IndexDamaged, IndexLocked, NoIndex
from tests.search.backends.whoosh.archives import build, current, names, opened, stories, total

ROOT = Path(__file__).parents[4]

CHILD = """
    import os, signal, sys
    from pathlib import Path
    from search.backends.whoosh.writer import WhooshWriter
    from search.builds import BuildReport
    from tests.search.backends.whoosh.archives import build, stories
    index = Path(sys.argv[1])
    def die(*_, **__):
        os.kill(os.getpid(), signal.SIGKILL)
"""


def run(index: Path, program: str) -> subprocess.Popen[str]:
    code = textwrap.dedent(CHILD) + textwrap.dedent(program)
    return subprocess.Popen(
        [sys.executable, "-c", code, str(index)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def finish(process: subprocess.Popen[str], expected: int) -> None:
    process.communicate()
    assert process.returncode == expected


HOLD = """
    with WhooshWriter(index, fresh=False) as writer:
        print("held", flush=True)
        sys.stdin.readline()
"""


def test_a_second_writer_is_refused_with_the_first_ones_process_id(tmp_path: Path) -> None:
    build(tmp_path, range(2))
    holder = run(tmp_path, HOLD)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(IndexLocked, match=f"pid {holder.pid}") as refused:
        build(tmp_path, range(3))
    assert refused.value.pid == holder.pid
    assert total(opened(tmp_path)) == 2
    finish(holder, 0)
    build(tmp_path, range(3))


def test_two_writers_in_one_process_are_refused_too(tmp_path: Path) -> None:
    with WhooshWriter(tmp_path, fresh=True), pytest.raises(IndexLocked, match=f"pid {os.getpid()}"):
        WhooshWriter(tmp_path, fresh=True)
    build(tmp_path, range(1))


def test_a_killed_writer_frees_the_lock_though_its_children_live(tmp_path: Path) -> None:
    child = run(
        tmp_path,
        """
        with WhooshWriter(index, fresh=True):
            if os.fork() == 0:
                print("ready", flush=True)
                sys.stdin.readline()
                os._exit(0)
            os.waitid(os.P_ALL, 0, os.WEXITED)
        """,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    child.kill()
    child.wait()
    build(tmp_path, range(2))
    finish(child, -signal.SIGKILL)


def test_a_writer_that_is_killed_at_any_moment_leaves_the_old_or_the_new_generation(tmp_path: Path) -> None:
    build(tmp_path, range(10))
    killed = 0
    chance = random.Random(7)
    for attempt in range(8):
        process = run(
            tmp_path,
            """
            with WhooshWriter(index, fresh=True) as writer:
                print("begun", flush=True)
                for story in stories(range(60)):
                    writer.add(story)
                writer.publish(BuildReport(), "digest")
            """,
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.6) if attempt else 0)
        process.kill()
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        assert total(opened(tmp_path)) in (10, 60)
    assert killed
    build(tmp_path, range(5), fresh=True)
    assert total(opened(tmp_path)) == 5
    assert len(names(tmp_path)) == 2
    assert not [path for path in tmp_path.iterdir() if "building" in path.name]


@pytest.mark.parametrize(
    ("step", "survives"),
    [("os.rename", False), ("os.replace", False), ("shutil.rmtree", True)],
    ids=["before the folder is named", "before CURRENT is replaced", "before the old ones are swept"],
)
def test_a_writer_that_is_killed_between_two_steps_of_publishing(tmp_path: Path, step: str, survives: bool) -> None:
    build(tmp_path, range(10), fresh=True)
    build(tmp_path, range(11), fresh=True)
    module = step.partition(".")[0]
    process = run(
        tmp_path,
        f"""
        import {module}
        from search.backends.whoosh import generations
        with WhooshWriter(index, fresh=False) as writer:
            for story in stories(range(20)):
                writer.add(story)
            whole = generations.IndexFolder.publish
            def publish(self, name):
                generations.{step} = die
                whole(self, name)
            generations.IndexFolder.publish = publish
            writer.publish(BuildReport(), "digest")
        """,
    )
    finish(process, -signal.SIGKILL)
    assert total(opened(tmp_path)) == (20 if survives else 11)
    build(tmp_path, range(30, 32))
    assert total(opened(tmp_path)) == (22 if survives else 13)
    assert len(names(tmp_path)) == 2


def test_a_full_disk_at_publish_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, range(10))
    before = current(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("search.backends.whoosh.publish.write_manifest", full)
    with pytest.raises(OSError, match="No space left"):
        build(tmp_path, range(20))
    monkeypatch.undo()
    assert current(tmp_path) == before
    assert names(tmp_path) == {before.name}
    build(tmp_path, range(20))
    assert total(opened(tmp_path)) == 20


def test_a_disk_that_is_full_while_a_segment_is_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, range(10))
    before = current(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("search.backends.whoosh.packing.Packing.take", full)
    with pytest.raises(OSError, match="No space left"):
        build(tmp_path, range(20))
    gc.collect()  # a file that is still open would be told of here
    monkeypatch.undo()
    assert names(tmp_path) == {before.name}
    build(tmp_path, range(20))
    assert total(opened(tmp_path)) == 20


def test_an_index_of_another_user_says_so_and_asks_for_no_rebuild(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, range(2))

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    for called in ("os.scandir", "Path.read_text"):
        monkeypatch.setattr(f"search.backends.whoosh.generations.{called}", forbidden)
        with pytest.raises(NoIndex, match="belongs to another user") as caught:
            IndexFolder(tmp_path).candidates()
        assert not isinstance(caught.value, IndexDamaged)
        monkeypatch.undo()


def test_only_a_writer_sweeps_what_a_killed_one_left(tmp_path: Path) -> None:
    build(tmp_path, range(2))
    debris = tmp_path / "20200101T000000Z-dead.building"
    (debris / "whoosh").mkdir(parents=True)
    (tmp_path / "CURRENT.building").write_text("half a na")
    assert total(opened(tmp_path)) == 2
    assert debris.exists()
    with WhooshWriter(tmp_path, fresh=False):
        assert not debris.exists()
    assert {path.name for path in tmp_path.iterdir()} == {"CURRENT", "LOCK", current(tmp_path).name}


def test_a_writer_that_has_published_can_be_left_and_discarded(tmp_path: Path) -> None:
    with WhooshWriter(tmp_path, fresh=True) as writer:
        writer.add(stories([1])[0])
        writer.publish(BuildReport(), "digest")
        writer.discard()
    assert total(opened(tmp_path)) == 1
