"""tests of memory: whatever becomes of its index, a memory finds all that is in its file."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from workbench.memory import store_index, store_keys
from workbench.memory.memory import Duplicates, Memory
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.matches import Query
from workbench.model.memory_units import MemoryUnit
from workbench.text.fold import fold

WORDS = [
    *"三个县的和在了新",
    "推动",
    "京津冀",
    "协同",
    "发展",
    "不断",
    "迈上",
    "台阶",
    "人民",
    "生活",
    "5.2%",
]


def made_up(count: int, seed: int = 1) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices(WORDS, k=chance.randint(1, 14))) + "。" for _ in range(count)]


def units(sources: Sequence[str]) -> list[MemoryUnit]:
    return [MemoryUnit(CodedText(source), CodedText(f"Unit {at}")) for at, source in enumerate(sources)]


def expected(sources: Sequence[str], text: str, least: int, best: int) -> list[int]:
    """The best similarities, by comparing with every source."""
    folded = fold(text)
    found = []
    for source in map(fold, sources):
        longer = max(len(source), len(folded))
        similarity = 100 * (longer - Levenshtein.distance(source, folded)) // longer
        if similarity >= least and not _differ_by_numbers(source, folded):
            found.append(similarity)
    return sorted(found, reverse=True)[:best]


def _differ_by_numbers(one: str, other: str) -> bool:
    from workbench.memory.numbers import only_numbers_differ

    return only_numbers_differ(one, other)


def similarities(memory: Memory, text: str, least: int, best: int) -> list[int]:
    found = memory.look_up(Query(CodedText(text)), least=least, best=best + 40)
    return [match.similarity for match in found if match.kind != "numbers"][:best]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[tuple[Memory, list[str]]]:
    memory = Memory.open(tmp_path / "a.tm", create=True, index_folder=tmp_path / "index")
    sources = made_up(600)
    memory.add_many(units(sources), duplicates=Duplicates.KEEP_ALL)
    memory.flush()
    yield memory, sources
    memory.close()


def reopened(memory: Memory, tmp_path: Path) -> Memory:
    memory.close()
    return Memory.open(tmp_path / "a.tm", index_folder=tmp_path / "index")


@pytest.mark.parametrize("least", [40, 60, 75])
def test_the_best_scores_are_those_of_a_full_comparison(filled: tuple[Memory, list[str]], least: int) -> None:
    memory, sources = filled
    later = made_up(50, seed=2)
    for one in units(later):
        memory.add(one)
    for text in [*made_up(25, seed=3), *sources[:5]]:
        assert similarities(memory, text, least, 5) == expected([*sources, *later], text, least, 5)


@pytest.mark.parametrize("harm", ["missing", "flipped", "other listing"])
def test_an_index_that_is_harmed_is_made_again(
    filled: tuple[Memory, list[str]], tmp_path: Path, harm: str
) -> None:
    memory, sources = filled
    wanted = similarities(memory, sources[0], 60, 5)
    memory.close()
    files = [file for file in (tmp_path / "index").rglob("*") if file.is_file()]
    assert files
    if harm == "missing":
        shutil.rmtree(tmp_path / "index")
    for file in files if harm != "missing" else []:
        content = bytearray(file.read_bytes())
        if harm == "flipped" and file.suffix == ".segment":
            for at in range(0, len(content), 4096):
                content[at] ^= 0x40
        elif harm == "other listing" and file.suffix != ".segment":
            content[:] = content.replace(b"last", b"lost")
        file.write_bytes(content)
    again = Memory.open(tmp_path / "a.tm", index_folder=tmp_path / "index")
    assert similarities(again, sources[0], 60, 5) == wanted
    assert similarities(again, sources[0], 60, 5) == wanted
    assert [one.source.text for one in again.units_containing(fold(sources[0]), 1)]
    again.close()


def test_while_a_large_index_is_built_in_the_background_answers_are_complete(
    filled: tuple[Memory, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, sources = filled
    memory.close()
    shutil.rmtree(tmp_path / "index")
    monkeypatch.setattr(store_index, "REPLAYED", 10)
    again = Memory.open(tmp_path / "a.tm", index_folder=tmp_path / "index")
    for text in sources[:20]:
        assert similarities(again, text, 60, 5) == expected(sources, text, 60, 5)
    again.flush()
    assert similarities(again, sources[3], 60, 5) == expected(sources, sources[3], 60, 5)
    again.close()


def test_an_older_copy_put_back_does_not_use_the_index_of_the_newer(
    filled: tuple[Memory, list[str]], tmp_path: Path
) -> None:
    memory, _ = filled
    memory.close()
    older = (tmp_path / "a.tm").read_bytes()
    memory = Memory.open(tmp_path / "a.tm", index_folder=tmp_path / "index")
    memory.add_many(units(made_up(40, seed=9)), duplicates=Duplicates.KEEP_ALL)
    memory.flush()
    memory.close()
    (tmp_path / "a.tm").write_bytes(older)
    again = Memory.open(tmp_path / "a.tm", index_folder=tmp_path / "index")
    for text in ("完全不同的一个句子，以前没有。", "另外一个没有见过的句子在此。"):
        again.add(MemoryUnit(CodedText(text), CodedText("New.")))
        assert similarities(again, text, 70, 5) == [100]
    again.close()


def test_a_copy_grows_on_its_own(filled: tuple[Memory, list[str]], tmp_path: Path) -> None:
    memory, _ = filled
    memory.close()
    shutil.copy(tmp_path / "a.tm", tmp_path / "b.tm")
    texts = "在第一个库里加上的句子。", "到第二个库里去的别的话。"
    for name, text in zip("ab", texts, strict=True):
        one = Memory.open(tmp_path / f"{name}.tm", index_folder=tmp_path / "index")
        one.add(MemoryUnit(CodedText(text), CodedText("New.")))
        one.flush()
        one.close()
    for name, text in zip("ab", texts, strict=True):
        one = Memory.open(tmp_path / f"{name}.tm", index_folder=tmp_path / "index", read_only=True)
        assert similarities(one, text, 70, 5) == [100]
        one.close()


def test_another_version_of_folding_makes_keys_and_index_anew(
    filled: tuple[Memory, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, sources = filled
    wanted = similarities(memory, sources[0], 60, 5)
    memory.close()
    path = tmp_path / "a.tm"
    file = sqlite3.connect(path)
    file.execute("UPDATE units SET mask_hash = 0, number_hash = 7, source_fold = 'wrong'")
    file.execute("UPDATE meta SET value = 'old' WHERE key = 'keys'")
    file.commit()
    file.close()
    reader = Memory.open(path, index_folder=tmp_path / "index", read_only=True)
    assert similarities(reader, sources[0], 60, 5) == wanted
    reader.close()
    again = Memory.open(path, index_folder=tmp_path / "index")
    assert similarities(again, sources[0], 60, 5) == wanted
    again.close()
    file = sqlite3.connect(path)
    assert file.execute("SELECT count(*) FROM units WHERE mask_hash = 0").fetchone() == (0,)
    assert file.execute("SELECT value FROM meta WHERE key = 'keys'").fetchone() == (store_keys.KEY_VERSION,)
    file.close()


def test_an_index_that_cannot_be_written_makes_look_ups_slower_not_wrong(tmp_path: Path) -> None:
    blocked = tmp_path / "index"
    blocked.write_text("a file where a folder should be")
    memory = Memory.open(tmp_path / "a.tm", create=True, index_folder=blocked)
    sources = made_up(100)
    assert memory.add_many(units(sources), duplicates=Duplicates.KEEP_ALL).added > 90
    with pytest.raises(WorkbenchError, match="cannot be written"):
        memory.flush()
    assert "slower" in memory.index_fault
    assert similarities(memory, sources[0], 60, 5) == expected(list(set(sources)), sources[0], 60, 5)
    memory.close()


WRITER = """
import sys
from pathlib import Path
from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit
memory = Memory.open(Path(sys.argv[1]), index_folder=Path(sys.argv[2]))
for number in range(int(sys.argv[3])):
    memory.add(MemoryUnit(CodedText(f"别的进程{sys.argv[4]}写下的第{number}句话。"), CodedText("x")))
texts = [f"别的进程{sys.argv[4]}导入的第{number}句话。" for number in range(300)]
print(memory.add_many([MemoryUnit(CodedText(text), CodedText("y")) for text in texts]).added)
memory.delete(1) if sys.argv[4] == "甲" else None
memory.close()
"""


def test_two_processes_write_one_memory_and_see_each_other(tmp_path: Path) -> None:
    path, index = tmp_path / "a.tm", tmp_path / "index"
    memory = Memory.open(path, create=True, index_folder=index)
    memory.add(MemoryUnit(CodedText("先写下的一句，后来删去。"), CodedText("x")))
    assert memory.look_up(Query(CodedText("先写下的一句，后来删去。")))
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, path, index, "40", name], stdout=subprocess.PIPE)
        for name in "甲乙"
    ]
    for number in range(40):
        memory.add(MemoryUnit(CodedText(f"自己写下的第{number}句话。"), CodedText("z")))
        assert memory.look_up(Query(CodedText(f"自己写下的第{number}句话。")))[0].similarity == 100
    assert [writer.communicate()[0].strip() for writer in writers] == [b"300", b"300"]
    assert memory.look_up(Query(CodedText("先写下的一句，后来删去。"))) == []
    for name in "甲乙":
        for text in (f"别的进程{name}写下的第39句话。", f"别的进程{name}导入的第299句话。"):
            assert memory.look_up(Query(CodedText(text)))[0].similarity == 100
    assert memory.statistics().units == 40 * 3 + 600
    memory.close()


def test_compacting_gives_room_back_and_loses_nothing(
    filled: tuple[Memory, list[str]], tmp_path: Path
) -> None:
    memory, sources = filled
    ids = [one.id for one in memory.units()]
    for unit_id in ids[:400]:
        memory.delete(unit_id)
    before = (tmp_path / "a.tm").stat().st_size
    left = [one.source.text for one in memory.units()]
    memory.compact()
    assert (tmp_path / "a.tm").stat().st_size < before
    assert similarities(memory, left[0], 60, 5) == expected(left, left[0], 60, 5)
    again = reopened(memory, tmp_path)
    assert [one.source.text for one in again.units()] == left
    again.close()
    assert sources
