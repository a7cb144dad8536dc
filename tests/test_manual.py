"""The manual, the README and the program say the same."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from store.archive.archive import Archive
from store.ingest import plant_seeds
from store.query import Query
from store.wire.gazetteer import load
from tests.newsdesk import ROOT
from tests.screenshots import SHOTS, Shot
from tui.commands import newsdesk
from tui.handbook import PAGES
from tui.keys import names, table
from tui.own_keys import asked

MANUAL = ROOT / "tui" / "manual"
README = ROOT / "README.md"
DOCUMENTS = (*sorted(MANUAL.glob("*.md")), README)

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_QUERY_TABLE = re.compile(r"^\| Query .*\n\|[- |]+\n((?:\|.*\n)+)", re.MULTILINE)


def fenced(document: Path, language: str) -> Iterator[str]:
    """Yield the lines of the blocks of one language."""
    for found, block in _FENCE.findall(document.read_text("utf-8")):
        if found == language:
            yield from block.splitlines()


def queries(document: Path) -> list[str]:
    """Return what a document shows as queries: blocks of `query`, and the first column under that heading."""
    rows = "".join(_QUERY_TABLE.findall(document.read_text("utf-8"))).splitlines()
    return [*fenced(document, "query"), *(_CODE.findall(row)[0] for row in rows)]


def commands(document: Path) -> list[str]:
    """Return the command lines of newsdesk that a document shows, in blocks of a shell and inline."""
    text = _FENCE.sub("", document.read_text("utf-8"))
    shown = [*fenced(document, "sh"), *_CODE.findall(text)]
    return [line for line in shown if re.match(r"(ssh .*)?newsdesk( |$)", line)]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Return an archive with the two seeds, of which the examples speak."""
    kept = Archive(tmp_path_factory.mktemp("manual") / "archive", "tester")
    plant_seeds(kept, load(), datetime(2026, 11, 21, 20, tzinfo=UTC))
    return kept


def test_every_page_is_there_and_every_file_is_a_page() -> None:
    """The pages that help lists and the files of the manual are the same, and none is empty."""
    assert {page.name for page in PAGES} == {path.stem for path in MANUAL.glob("*.md")}
    for page in PAGES:
        assert page.text().startswith("# ")
        assert len(page.text().splitlines()) > 5


@pytest.mark.parametrize("document", [MANUAL / "keys.md", README], ids=["manual", "readme"])
def test_the_key_table_is_the_one_of_the_program(document: Path) -> None:
    """Manual and README print tui.keys.table(), and no other key table."""
    text = document.read_text("utf-8")
    assert f"\n\n{table()}\n" in text, f"put this into {document.name}:\n{table()}"
    assert text.count("| Key |") == 1


def test_the_names_of_actions_are_those_of_the_program() -> None:
    """The page on keys of one's own ends with the names that keys.toml takes."""
    assert (MANUAL / "own-keys.md").read_text("utf-8").endswith(f"\n\n{names()}\n"), names()


def test_the_example_of_own_keys_is_followed() -> None:
    """What the page shows as a keys.toml can be used as it stands."""
    example = "\n".join(fenced(MANUAL / "own-keys.md", "toml"))
    board, mistakes = asked(example.encode())
    assert mistakes == [] and len(board.given) == 5


def test_the_page_of_keys_is_the_table_under_a_heading() -> None:
    """Nothing but the table stands on the page of keys."""
    assert (MANUAL / "keys.md").read_text("utf-8") == f"# Every key\n\n{table()}\n"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_example_of_a_query_is_one(document: Path, archive: Archive) -> None:
    """What is shown as a query can be asked of the two seeds as it stands."""
    for query in queries(document):
        assert Query.parse(query, archive.vocabulary).terms or query.startswith("sort:")


def test_there_are_examples_of_queries() -> None:
    """The page of filters and the README show queries, and the test above sees them."""
    assert len(queries(MANUAL / "filters.md")) > 20
    assert len(queries(README)) > 5


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_example_of_a_command_is_one(document: Path) -> None:
    """The sub-commands and options that the documents show exist."""
    for line in commands(document):
        words = shlex.split(line, comments=True)
        words = words[words.index("newsdesk") + 1 :]
        plain = [w for at, w in enumerate(words) if w[:2] != "--" and words[at - 1 : at] != ["--archive"]]
        if "--plain" in words and ":" in "".join(plain[:1]):
            plain.insert(0, "open")  # a query tells itself
        assert plain[:1] == [] or plain[0] in newsdesk.commands, line
        taken = {*_options(newsdesk), *_options(newsdesk.commands[plain[0] if plain else "open"])}
        assert {word for word in words if word.startswith("--")} <= taken, line


def _options(command: click.Command) -> set[str]:
    context = click.Context(command)
    return {name for parameter in command.get_params(context) for name in parameter.opts}


def test_the_example_of_a_gazetteer_is_read() -> None:
    """The newsroom's own records that the manual shows are read as they stand, the removed one out."""
    found = load((("ours.toml", "\n".join(fenced(MANUAL / "files.md", "toml"))),))
    ids = ("party:vn-moon", "person:tran-moon", "place:moon-hill", "org:moon-harvest-institute")
    assert all(found.record(entity) for entity in (*ids, "event:moon-1st-congress"))
    assert load().record("party:gb-labour") and not found.record("party:gb-labour")


def test_every_command_is_explained() -> None:
    """The page of commands has a row for each command of the program."""
    page = (MANUAL / "commands.md").read_text("utf-8")
    assert all(f"| `newsdesk {name} " in page for name in newsdesk.commands)
    assert all(f"| `{option}" in page for option in _options(newsdesk) - {"--help", "--version"})


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_pictures_are_small_and_fetch_nothing(shot: Shot) -> None:
    """Every picture that `make screenshots` takes is there, and names no host but that of its format."""
    picture = (MANUAL / "pictures" / f"{shot.name}.svg").read_text("utf-8")
    assert len(picture.encode()) < 40_000
    assert set(re.findall(r"\w+://[^\"' )]*", picture)) == {"http://www.w3.org/2000/svg"}
    assert "newsdesk" in picture


def test_the_readme_shows_pictures_that_are_there() -> None:
    """Every picture and every file that the README links to exists."""
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8"))
    assert any(link.endswith(".svg") for link in links)
    assert all((ROOT / link).exists() for link in links)


def test_the_map_of_the_readme_names_every_file() -> None:
    """The map of the house names the modules of both packages, each in its room, and no other."""
    room: list[str] = []
    named = set()
    for line in next(
        block for language, block in _FENCE.findall(README.read_text("utf-8")) if not language
    ).splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        entry = line.split()[0]
        room[depth:] = [entry]
        named.add("".join(room))
    there = {
        p.relative_to(ROOT).as_posix() for package in ("store", "tui") for p in (ROOT / package).rglob("*.py")
    }
    there = {file for file in there if not file.endswith("__init__.py")}
    assert sorted(there - named) == [], "say in the README what these are for"
    assert [file for file in sorted(named) if not (ROOT / file).exists()] == []


@pytest.mark.parametrize("document", [*DOCUMENTS, ROOT / "CHANGELOG.md"], ids=lambda path: path.name)
def test_nothing_is_promised_that_is_not_built(document: Path) -> None:
    """No document speaks of what the program cannot do yet."""
    text = document.read_text("utf-8").lower()
    unbuilt = ("newsdesk export",)
    assert not [word for word in unbuilt if word in text]
