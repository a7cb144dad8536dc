"""A reader without the rights of root: `python -m tests.archive.lone_reader READERS WORD...`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import platformdirs

from store.archive import sayings
from store.archive.marks import Marks
from store.archive.readers import Reader
from store.errors import NewsError
from tests.archive.worker import ROOT, give_up_root

ONE, TWO = "42c399a76e27", "313c00000001"


def told(home: Path, readers: Path, *words: str) -> dict[str, Any]:
    """Return what a reader Ann without rights says after some words, with a home folder."""
    command = [sys.executable, "-m", "tests.archive.lone_reader", str(readers), *words]
    variables = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home)}
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def main(readers: str, *words: str) -> None:
    """Say some words as one who may only do what anybody may, and print what came of it."""
    platformdirs.user_data_path("newsdesk")
    sayings.note("imported before")
    give_up_root()
    ann = Reader(Path(readers), "ann", may_be_apart="nowhere else" not in words)
    answer: dict[str, Any] = {"apart": ann.is_apart, "folder": str(ann.folder), "refused": []}
    acts: dict[str, Callable[[], Marks]] = {
        "star": lambda: ann.mark([ONE], starred=True),
        "unread": lambda: ann.mark([ONE], read=False),
        "tag": lambda: ann.mark([ONE, TWO], tags=["apart"]),
        "step": lambda: ann.mark([ONE, TWO], tags=["step"], is_undoable=True),
        "undo": ann.undo,
        "redo": ann.redo,
        "view": lambda: ann.drop_view("mine"),
        "hint": lambda: ann.learn("i"),
    }
    for word in words:
        try:
            if word in acts:
                acts[word]()
            ann.marks()
        except NewsError as error:
            answer["refused"].append(str(error))
    if not answer["refused"]:
        marks = ann.marks()
        answer["marks"] = {a: [m.read, m.starred, list(m.tags)] for a, m in marks.articles.items()}
        answer["hints"], answer["views"] = sorted(marks.hints), list(marks.views)
        answer["stamped"] = ann.stamp() == ann.stamp()
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
