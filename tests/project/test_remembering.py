"""tests of project: what is confirmed reaches the memory, and what is not any more leaves it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.lexicon.lexicon import Lexicon
from workbench.memory.memory import Memory
from workbench.model.memory_units import MemoryUnit, UnitState
from workbench.model.segments import OriginKind, State
from workbench.project.creation import rebuild
from workbench.project.remembering import Remembering
from workbench.project.row_units import Owner
from workbench.project.session import Session


def no_lexicon() -> Lexicon:
    raise AssertionError("the dictionary is not needed here")


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory.open(tmp_path / "m.tm", create=True, index_folder=tmp_path / "index")
    yield memory
    memory.close()


def keeper(session: Session, memory: Memory) -> Remembering:
    return Remembering(session.folder / "project.db", memory, Owner("", "River"), no_lexicon)


def kept(memory: Memory) -> list[tuple[int, int, str]]:
    """Row, part and English of every unit, in order."""
    found = [(u.key.row, u.key.part, u.target.text) for u in memory.units() if u.key is not None]
    return sorted(found)


def confirm(session: Session, row: int, english: str) -> None:
    session.type(row, english)
    assert session.confirm_and_stay(row).done


def ids(session: Session) -> list[int]:
    return [segment.id for segment in session.every_segment()]


def unit_of(memory: Memory, row: int, part: int = 0) -> MemoryUnit:
    return next(u for u in memory.units() if u.key and (u.key.row, u.key.part) == (row, part))


def test_of_a_row_with_a_gap_the_memory_takes_only_sentences_that_have_english(
    session: Session, memory: Memory
) -> None:
    row = ids(session)[1]
    session.type(row, "[…] ")
    session.end_sentence(row, 3)
    session.type(row, "[…] The second sentence.")
    session.end_sentence(row, len("[…] The second sentence."))
    done = session.confirm_and_stay(row)
    assert "[…] stands for a sentence without English" in done.message
    keeper(session, memory).catch_up()
    assert [english for _, _, english in kept(memory)] == ["The second sentence."]


def test_a_confirmed_row_is_there_with_what_is_known_of_it(session: Session, memory: Memory) -> None:
    rows = ids(session)
    confirm(session, rows[0], "Green Is the Color of Growth")
    session.set_note(rows[0], "a slogan")
    assert keeper(session, memory).catch_up() == {rows[0]}
    unit = unit_of(memory, rows[0])
    assert unit.target.text == "Green Is the Color of Growth"
    assert (unit.state, unit.origin, unit.place) == (UnitState.CONFIRMED, OriginKind.TYPED, "River")
    assert (unit.before, unit.after) == ("", session.segment(rows[1]).source.text)
    assert (unit.note, unit.changed_by) == ("a slogan", session.user)
    assert unit.changed == session.segment(rows[0]).changed_at


def test_catching_up_twice_changes_nothing(session: Session, memory: Memory) -> None:
    confirm(session, ids(session)[0], "Green Growth")
    remembering = keeper(session, memory)
    assert remembering.catch_up()
    before = list(memory.units())
    assert not remembering.catch_up()
    assert not keeper(session, memory).catch_up()
    assert list(memory.units()) == before


def test_a_correction_replaces_and_never_leaves_the_old_one(session: Session, memory: Memory) -> None:
    row = ids(session)[0]
    remembering = keeper(session, memory)
    confirm(session, row, "Green Growth")
    remembering.catch_up()
    confirm(session, row, "Greener Growth")
    remembering.catch_up()
    assert kept(memory) == [(row, 0, "Greener Growth")]


def test_what_is_typed_on_leaves_and_undo_brings_it_back(session: Session, memory: Memory) -> None:
    row = ids(session)[0]
    remembering = keeper(session, memory)
    confirm(session, row, "Green Growth")
    remembering.catch_up()
    session.type(row, "Green Gro")
    remembering.catch_up()
    assert kept(memory) == []
    session.undo()
    remembering.catch_up()
    assert kept(memory) == [(row, 0, "Green Growth")]
    session.undo()  # the confirming itself
    remembering.catch_up()
    assert kept(memory) == []


@pytest.mark.parametrize("state", [State.DRAFT, State.REJECTED])
def test_a_row_that_is_not_settled_any_more_is_withdrawn(
    session: Session, memory: Memory, state: State
) -> None:
    row = ids(session)[0]
    confirm(session, row, "Green Growth")
    remembering = keeper(session, memory)
    remembering.catch_up()
    session.set_state(row, state, "wrong")
    remembering.catch_up()
    assert kept(memory) == []


def test_a_review_is_carried(session: Session, memory: Memory) -> None:
    row = ids(session)[0]
    confirm(session, row, "Green Growth")
    session.set_state(row, State.REVIEWED)
    keeper(session, memory).catch_up()
    assert unit_of(memory, row).state is UnitState.REVIEWED


def test_anchors_part_a_row_into_certain_pairs_with_their_neighbours(
    session: Session, memory: Memory
) -> None:
    row = ids(session)[1]
    english = "All three treat the river together. The water is cleaner. People gain."
    session.type(row, english)
    session.end_sentence(row, english.index("The"))
    session.end_sentence(row, english.index("People"))
    session.confirm_and_stay(row)
    keeper(session, memory).catch_up()
    assert [(part, text) for found, part, text in kept(memory) if found == row] == [
        (0, english),
        (1, "All three treat the river together."),
        (2, "The water is cleaner."),
        (3, "People gain."),
    ]
    second = unit_of(memory, row, 2)
    assert second.source.text == "水质明显好转，岸线重新变绿。"
    assert (second.before, second.after) == ("三地共同治理河流。", "群众的获得感不断增强。")
    assert (second.origin, second.confidence) == (OriginKind.TYPED, 1.0)
    assert unit_of(memory, row, 1).before == session.segment(ids(session)[0]).source.text
    assert unit_of(memory, row, 3).after == "疏解北京非首都功能是一项长期任务。"


def test_a_split_takes_the_row_out_and_its_neighbours_see_the_new_ones(
    session: Session, memory: Memory
) -> None:
    rows = ids(session)
    confirm(session, rows[1], "All three treat the river. It is cleaner. People gain.")
    confirm(session, rows[2], "A long task. Be patient.")
    remembering = keeper(session, memory)
    remembering.catch_up()
    source = session.segment(rows[1]).source.text
    session.split(rows[1], source.index("水"))
    remembering.catch_up()
    assert rows[1] not in {row for row, _, _ in kept(memory)}
    assert unit_of(memory, rows[2]).before == source[source.index("水") :]
    session.undo()
    remembering.catch_up()
    assert unit_of(memory, rows[1]).target.text.startswith("All three")
    assert unit_of(memory, rows[2]).before == source


def test_a_row_that_is_merged_away_leaves_nothing(session: Session, memory: Memory) -> None:
    rows = ids(session)
    for row in rows[:3]:
        confirm(session, row, "Some English.")
    remembering = keeper(session, memory)
    remembering.catch_up()
    session.merge(rows[0])
    remembering.catch_up()
    left = {row for row, _, _ in kept(memory)}
    assert rows[0] not in left
    assert rows[1] not in left
    assert unit_of(memory, rows[2]).before == session.segment(rows[0]).source.text


def test_an_edited_source_replaces_the_unit_and_the_context_of_the_next(
    session: Session, memory: Memory
) -> None:
    rows = ids(session)
    confirm(session, rows[0], "Green Growth")
    confirm(session, rows[4], "Jobs.")
    remembering = keeper(session, memory)
    remembering.catch_up()
    session.edit_source(rows[3], "别的话。")
    remembering.catch_up()
    assert unit_of(memory, rows[4]).before == "别的话。"


def test_ignored_rows_are_passed_over(session: Session, memory: Memory) -> None:
    from workbench.model.segments import Kind

    rows = ids(session)
    confirm(session, rows[2], "A long task. Be patient.")
    session.set_kind(rows[1], Kind.IGNORED)
    keeper(session, memory).catch_up()
    assert unit_of(memory, rows[2]).before == session.segment(rows[0]).source.text


def test_a_database_made_again_is_taken_whole_and_leaves_no_stale_unit(
    session: Session, memory: Memory
) -> None:
    rows = ids(session)
    confirm(session, rows[0], "Green Growth")
    session.save()
    confirm(session, rows[4], "Jobs, never saved.")
    keeper(session, memory).catch_up()
    session.close()
    (session.folder / "project.db").unlink()
    rebuild(session.folder)
    again = Session.open(session.folder)
    keeper(again, memory).catch_up()
    assert kept(memory) == [(rows[0], 0, "Green Growth")]
    confirm(again, rows[4], "Jobs.")
    keeper(again, memory).catch_up()
    assert kept(memory) == [(rows[0], 0, "Green Growth"), (rows[4], 0, "Jobs.")]
    again.close()


def test_a_memory_that_was_put_back_from_an_older_copy_takes_what_it_lacks(
    session: Session, memory: Memory, tmp_path: Path
) -> None:
    rows = ids(session)
    confirm(session, rows[0], "Green Growth")
    keeper(session, memory).catch_up()
    memory.close()
    old = memory.path.read_bytes()
    again = Memory.open(memory.path, index_folder=tmp_path / "index")
    confirm(session, rows[0], "Greener Growth")
    confirm(session, rows[4], "Jobs.")
    keeper(session, again).catch_up()
    again.close()
    memory.path.write_bytes(old)
    back = Memory.open(memory.path, index_folder=tmp_path / "index")
    keeper(session, back).catch_up()
    assert kept(back) == [(rows[0], 0, "Greener Growth"), (rows[4], 0, "Jobs.")]
    back.close()


def test_a_project_that_was_put_back_from_an_older_copy_withdraws_what_it_does_not_have(
    session: Session, memory: Memory
) -> None:
    rows = ids(session)
    confirm(session, rows[0], "Green Growth")
    session.close()
    old = (session.folder / "project.db").read_bytes()
    newer = Session.open(session.folder)
    confirm(newer, rows[4], "Jobs.")
    keeper(newer, memory).catch_up()
    newer.close()
    (session.folder / "project.db").write_bytes(old)
    again = Session.open(session.folder)
    keeper(again, memory).catch_up()
    assert kept(memory) == [(rows[0], 0, "Green Growth")]
    assert keeper(again, memory).catch_up() == frozenset()
    again.close()


def test_the_aligner_pairs_what_no_anchor_parts_and_its_pairs_say_so(
    session: Session, memory: Memory, lexicon: Lexicon
) -> None:
    row = ids(session)[1]
    english = (
        "The three places treat their rivers together. The water is clearly better. The people gain more."
    )
    confirm(session, row, english)
    remembering = Remembering(session.folder / "project.db", memory, Owner("", "River"), lambda: lexicon)
    remembering.catch_up()
    assert kept(memory) == [(row, 0, english)]
    assert remembering.pair_up() == {row}
    assert [part for _, part, _ in kept(memory)] == [0, 1, 2, 3]
    second = unit_of(memory, row, 2)
    assert second.target.text == "The water is clearly better."
    assert (second.origin, second.state) == (OriginKind.ALIGNED, UnitState.UNKNOWN)
    assert 0.5 <= second.confidence < 1
    assert not remembering.pair_up()
    session.type(row, "Other.")
    assert remembering.pair_up() == frozenset()
    assert kept(memory) == []


def test_a_row_changed_while_the_aligner_worked_is_not_overwritten(
    session: Session, memory: Memory, lexicon: Lexicon
) -> None:
    rows = ids(session)
    english = (
        "The three places treat their rivers together. The water is clearly better. The people gain more."
    )
    for row in (rows[1], rows[3]):
        confirm(session, row, english)

    def meanwhile() -> Lexicon:
        confirm(session, rows[1], "Corrected, as one.")
        remembering.catch_up()
        return lexicon

    remembering = Remembering(session.folder / "project.db", memory, Owner("", "River"), meanwhile)
    assert rows[1] not in remembering.pair_up()
    assert [text for row, _, text in kept(memory) if row == rows[1]] == ["Corrected, as one."]


WRITER = """
import itertools, sys
from pathlib import Path
from workbench.memory.memory import Memory
from workbench.project.remembering import Remembering
from workbench.project.row_units import Owner
from workbench.project.session import Session

session = Session.open(Path(sys.argv[1]))
memory = Memory.open(Path(sys.argv[2]), index_folder=Path(sys.argv[3]))
remembering = Remembering(session.folder / "project.db", memory, Owner("", "River"), lambda: None)
rows = [segment.id for segment in session.every_segment()]
print("ready", flush=True)
for turn in itertools.count():
    row = rows[turn % len(rows)]
    session.type(row, f"Version {turn}.")
    session.confirm_and_stay(row)
    remembering.catch_up()
"""


@pytest.mark.parametrize("seed", range(4))
def test_kill_9_at_any_moment_is_mended_by_the_next_catching_up(
    session: Session, memory: Memory, tmp_path: Path, seed: int
) -> None:
    session.close()
    arguments = [str(session.folder), str(memory.path), str(tmp_path / "index")]
    writer = subprocess.Popen([sys.executable, "-c", WRITER, *arguments], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(random.Random(seed).uniform(0.02, 0.3))
    writer.kill()
    writer.wait()
    writer.stdout.close()
    again = Session.open(session.folder)
    keeper(again, memory).catch_up()
    expected = [(s.id, 0, s.target.text) for s in again.every_segment() if s.state is State.CONFIRMED]
    assert expected
    assert kept(memory) == sorted(expected)
    again.close()


def test_a_copy_of_a_folder_is_another_project(session: Session, memory: Memory, tmp_path: Path) -> None:
    import shutil

    row = ids(session)[0]
    confirm(session, row, "Green Growth")
    keeper(session, memory).catch_up()
    session.close()
    shutil.copytree(session.folder, tmp_path / "copy")
    copy = Session.open(tmp_path / "copy")
    confirm(copy, row, "Verdant Growth")
    keeper(copy, memory).catch_up()
    assert [text for _, _, text in kept(memory)] == ["Green Growth", "Verdant Growth"]
    copy.close()


def test_a_folder_that_was_moved_is_the_same_project(
    session: Session, memory: Memory, tmp_path: Path
) -> None:
    row = ids(session)[0]
    confirm(session, row, "Green Growth")
    keeper(session, memory).catch_up()
    session.close()
    session.folder.rename(tmp_path / "moved")
    moved = Session.open(tmp_path / "moved")
    confirm(moved, row, "Verdant Growth")
    keeper(moved, memory).catch_up()
    assert [text for _, _, text in kept(memory)] == ["Verdant Growth"]
    moved.close()
