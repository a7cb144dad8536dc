"""What other processes do to an archive: `python -m tests.archive.worker TASK ARGUMENT...`."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from store.archive import files
from store.archive.archive import Archive
from store.archive.doctor import repair
from store.archive.identity import account, folder_apart
from store.archive.storage import TableFiles
from store.archive.tables import table_bytes
from store.document import from_document, to_document
from store.errors import NewsError
from store.ingest import ingest, read, seed_files
from store.query import Query
from store.wire import gazetteer
from tests.archive.making import IMPORTED, TODAY, many

ROOT: Final = Path(__file__).parents[2]
"""Where the checks must be started, so that they find the packages."""

NOBODY: Final = 65534


def start(task: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a task in a process of its own."""
    command = [sys.executable, "-m", "tests.archive.worker", task, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> list[str]:
    """Wait for a task, which must succeed, and return the lines that it printed."""
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out.splitlines()


def give_up_root() -> None:
    """Become nobody; who is no superuser in the first place stays who they are.

    What is imported lazily is imported before: nobody may not be able to read this Python.
    """
    (article,) = many(1)
    assert from_document(to_document(article)) == article
    assert table_bytes("t", {}) and TableFiles("none").read() is None
    assert folder_apart(Path("none")) != folder_apart(Path("other"))
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    if os.geteuid() == 0:
        raise SystemExit("still root: rights cannot be checked")


def add(folder: str, first: str, count: str) -> None:
    """Add articles one by one, and print the id of each when it is kept."""
    archive = Archive(Path(folder), patience=60)
    for article in many(int(count), int(first)):
        (outcome,) = archive.add([article])
        print(outcome.id, flush=True)


def mark(folder: str, reader: str, *ids: str) -> None:
    """Mark articles as read, one by one."""
    archive = Archive(Path(folder), reader)
    for article_id in ids:
        archive.mark([article_id], read=True)


def watch(folder: str, until: str) -> None:
    """Read the archive over and over until it holds so many texts; any error ends this process."""
    archive = Archive(Path(folder))
    while (texts := archive.tally(Query(), TODAY).texts) < int(until):
        for row in archive.window(Query(), 0, 5, TODAY):
            archive.article(row.id)
        assert not archive.damaged, archive.damaged
        archive.refresh()
        assert archive.tally(Query(), TODAY).texts >= texts


def hold(folder: str) -> None:
    """Take the lock of an archive, say so, and keep it for as long as we live."""
    with files.locked(Path(folder) / files.LOCK, account()):
        print("held", flush=True)
        signal.pause()


def mend(folder: str) -> None:
    """Repair an archive, and print what was found."""
    known = gazetteer.load()
    print("begun", flush=True)
    for finding in repair(Path(folder), known, patience=60):
        print(finding)


def limited(folder: str, size: str, deadly: str) -> None:
    """Add articles where no file may grow beyond a size; the system's signal kills or is ignored."""
    archive = Archive(Path(folder))
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), int(size)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if deadly == "deadly" else signal.SIG_IGN)
    for article in many(200, 1000):
        try:
            archive.add([article])
        except NewsError as error:
            print(error, flush=True)
            return
        print(article.id, flush=True)


def unprivileged(folder: str) -> None:
    """Read an archive without the right to write it or to read all of it, nor a home, and try to write."""
    give_up_root()
    os.environ.update(HOME=folder, XDG_DATA_HOME=folder)
    archive = Archive(Path(folder))
    print(archive.tally(Query(), TODAY).texts)
    print(*archive.damaged, sep="\n")
    archive.mine.learned("p")  # what nobody asked to keep is not missed where nothing can be kept
    (known,) = many(1)
    for change in (lambda: archive.add(many(1, 500)), lambda: archive.mark([known.id], starred=True)):
        try:
            change()
        except NewsError as error:
            print(error)


def partial(folder: str) -> None:
    """Print what an account sees that may write nothing: texts, whether these are all, and files not read."""
    give_up_root()
    archive = Archive(Path(folder), "ann")
    rows = archive.window(Query(), 0, 100_000, TODAY)
    print(archive.tally(Query(), TODAY).texts, archive.is_partial, archive.behind)
    try:
        archive.catch_up()
    except NewsError as error:
        print(error)
    archive.refresh()
    assert archive.window(Query(), 0, 100_000, TODAY) == rows
    print(*(row.id for row in rows), sep="\n")


def take(folder: str, archive: str) -> None:
    """Take a folder in without the right to read all of it, and print the reports."""
    known = gazetteer.load()
    for seed in seed_files():
        read(seed, known, IMPORTED)
    give_up_root()
    for report in ingest([Path(folder)], Archive(Path(archive)), known, IMPORTED):
        print(report)


def main(arguments: Sequence[str]) -> None:
    """Do the task that the command line names."""
    tasks = {t.__name__: t for t in (add, mark, watch, hold, mend, limited, unprivileged, partial, take)}
    tasks[arguments[0]](*arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
