"""What the doctor finds where the articles of sound segments do not fit together, and among the letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.archive.tables import read_table, table_bytes
from tests.archive import sickroom
from tests.archive.sickroom import found, lines, mended, tables


@pytest.fixture
def archive(small_patient: Path) -> Path:
    """A copy of a sound archive of a few texts."""
    return small_patient


def test_a_text_that_stands_twice_is_kept_once(archive: Path) -> None:
    """Copies that a restored segment brings are found; the first stays, under all its names."""
    path = archive / "articles/00001.json"
    table = read_table(path)
    copy = {**table["3"], "source": {**table["3"]["source"], "file": "/other/3.txt", "also": ["/more/3.txt"]}}
    second = archive / "articles/00002.json"
    second.write_bytes(table_bytes("00002", {1: copy, 2: table["4"]}))
    ids = f"{table['3']['id']}, {table['4']['id']}"
    assert (
        f"articles/00002.json: 2 texts stand in an earlier place, too: {ids}; with --repair: kept once"
        in ("\n".join(lines(archive)))
    )
    mended(archive)
    assert read_table(second) == {}
    kept = read_table(path)
    assert kept["3"]["source"]["also"] == ["/other/3.txt", "/more/3.txt"]
    assert [kept[n]["id"] for n in kept] == [table[n]["id"] for n in table]
    assert found(archive) == []


def test_a_text_that_came_back_is_no_copy(tmp_path: Path) -> None:
    """A file that changes to another text and back, or whose old text comes under another name, is sound."""
    archive, file, other = tmp_path / "archive", tmp_path / "a.txt", tmp_path / "b.txt"
    for text in ("HANOI - One.", "HANOI - Two.", "HANOI - One.", "HANOI - Three."):
        file.write_text(text)
        sickroom.take(archive, [file])
    other.write_text("HANOI - One.")
    sickroom.take(archive, [other])
    assert found(archive) == []


def test_texts_in_the_wrong_order_change_places(archive: Path) -> None:
    """Where two documents were swapped so that one stands before the text that it replaces, they go back."""
    file = archive.parent / "new.txt"
    for text in ("HANOI - Before.", "HANOI - After."):
        file.write_text(text)
        sickroom.take(archive, [file])
    before = tables(archive)
    path = archive / "articles/00001.json"
    table = read_table(path)
    table["10"], table["11"] = table["11"], table["10"]
    path.write_bytes(table_bytes("00001", table))
    assert "stands before the text that it replaces, document 11" in lines(archive)[0]
    mended(archive)
    assert tables(archive) == before


def test_stale_texts_are_read_again(archive: Path) -> None:
    """Texts that another gazetteer read are counted; a repair reads them again, each in its place."""
    before = tables(archive)
    path = archive / "articles/00001.json"
    table = read_table(path)
    for number in ("2", "5"):
        table[number] = {
            **table[number],
            "credit": "Old",
            "read_by": {"newsdesk": "0.0.9", "gazetteer": "0" * 12},
        }
    path.write_bytes(table_bytes("00001", table))
    assert lines(archive)[0] == (
        "note    articles: 2 texts in 1 file may read otherwise by now: read by newsdesk 0.0.9 (2); "
        "with --repair: read again"
    )
    assert "broken" not in {f.state for f in found(archive)}
    mended(archive)
    assert tables(archive) == before


def test_parties_that_a_new_reading_finds_get_letters(archive: Path) -> None:
    """Where texts were read by a newsdesk that knew no party, the new reading also gives the letters."""
    path, letters = archive / "articles/00001.json", archive / "letters.json"
    before = tables(archive), sickroom.party_letters(archive)
    poor = {
        "entities": [],
        "mentions": [],
        "contacts": [],
        "read_by": {"newsdesk": "0.0.9", "gazetteer": "0" * 12},
    }
    path.write_bytes(table_bytes("00001", {n: {**d, **poor} for n, d in read_table(path).items()}))
    letters.write_bytes(table_bytes("letters", {}))
    assert [f.what for f in mended(archive) if f.file == "letters.json"] != []
    assert (tables(archive), sickroom.party_letters(archive)) == before


def test_what_replaces_nothing_is_told(archive: Path) -> None:
    """An article whose predecessor is in no file is told of, and stays as it is."""
    sickroom.edit(archive / "articles/00001.json", "4", replaces="0123456789ab")
    told = "note    articles/00001.json, document 4: replaces text 0123456789ab, which no file has"
    assert told in lines(archive)
    mended(archive)
    assert told in lines(archive)


def test_letters_are_mended(archive: Path) -> None:
    """One letter for two parties, two for one, none, and one that nobody can type: the older one stays."""
    path = archive / "letters.json"
    before = read_table(path)
    first = before["1"]
    wrong = [
        {"party": "party:x", "letter": first["letter"]},
        {"party": first["party"], "letter": "z"},
        {"party": "party:y", "letter": "7"},
        {"party": "party:w", "letter": f"{first['letter']}q"},
        {"letter": 5},
    ]
    more = {str(number): document for number, document in enumerate(wrong, 50)}
    lost = before.pop("2")
    path.write_bytes(table_bytes("letters", {**before, **more}))
    assert [f.place for f in found(archive)] == [f"document {number}" for number in range(50, 55)]
    assert {f.state for f in mended(archive)} == {"mended"}
    letters = sickroom.party_letters(archive)
    assert letters[first["party"]] == first["letter"]
    assert letters.keys() == {first["party"], lost["party"]}
    assert found(archive) == []


@pytest.mark.parametrize("damage", ["flip", "empty", "missing"])
def test_damaged_letters_come_back(archive: Path, damage: str) -> None:
    """Letters are taken from what is left and from the backups, else given anew in order of arrival."""
    path = archive / "letters.json"
    before = sickroom.party_letters(archive)
    match damage:
        case "flip":
            sickroom.flip(path, path.stat().st_size - 8)
        case "empty":
            path.write_bytes(b"")
        case "missing":
            path.unlink()
    (told,) = found(archive)
    assert (told.state, told.file) == ("broken", "letters.json")
    mended(archive)
    assert sickroom.party_letters(archive) == before
