"""tests of project: what comes of an alignment that is mended keeps who says so and how sure it is."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.project.mending_folders import DOUBTED, alignment
from workbench.exchange.tmx_reading import TmxReader
from workbench.memory.memory import Memory
from workbench.memory.places import memory_path
from workbench.model.coded import CodedText
from workbench.model.matches import Query
from workbench.model.memory_units import UnitState
from workbench.model.segments import OriginKind
from workbench.project.memory_files import import_file
from workbench.project.mending import Mending
from workbench.project.mending_beads import SOURCE
from workbench.project.mending_results import aligned_of, exported, into_memory, into_project, said
from workbench.project.session import Session


@pytest.fixture
def mending(tmp_path: Path) -> Mending:
    """An alignment with one bead that is right and one made by hand."""
    mending = Mending.open(alignment(tmp_path / "river", DOUBTED))
    mending.confirm(mending.beads[0].place)
    last = mending.beads[4]
    mending.split(last.place, SOURCE, mending.sentences(last, SOURCE)[1].start)
    return mending


def test_tmx_says_of_each_pair_who_made_it_and_how_sure_it_is(mending: Mending) -> None:
    path = exported(mending, "tmx")
    units = list(TmxReader(path))
    assert path == mending.folder / "river.tmx"
    assert [unit.prop("x-pair-origin") for unit in units] == ["pinned", "aligner", "aligner", "hand", "hand"]
    assert [unit.prop("x-pair-confidence") for unit in units] == ["1.000", "0.310", "0.920", "0.000", "0.000"]
    assert [unit.prop("x-state") for unit in units] == ["confirmed", "", "", "", ""]
    assert units[1].prop("x-workbench:source-lines") == "3"
    assert said(mending, "tmx") == "5 beads, 1 of them right; left out: 1 without a partner."


def test_the_table_has_also_what_has_no_partner(mending: Mending) -> None:
    rows = [line.split("\t") for line in exported(mending, "tsv").read_text("utf-8").splitlines()]
    assert len(rows) == 7
    assert rows[3][:2] == ["", "Factories on its banks once let their sewage into the river."]


def test_a_memory_takes_points_off_until_a_pair_is_confirmed(mending: Mending) -> None:
    assert into_memory(mending, "rivers").startswith("5 units are in the memory rivers; 1 are right")
    query = Query(CodedText("如今，水里又有了鱼。"))
    with closing(Memory.open(memory_path("rivers"))) as memory:
        (match,) = memory.look_up(query)
        assert [(one.name, one.points) for one in match.penalties] == [("aligned", 2)]
        assert match.unit.origin is OriginKind.ALIGNED
        assert match.unit.before == "清水河全长86公里，流经三个县。过去，两岸的工厂把污水排进河里。"
    mending.confirm(mending.beads[3].place)
    into_memory(mending, "rivers")
    with closing(Memory.open(memory_path("rivers"))) as memory:
        (match,) = memory.look_up(query)
        assert "aligned" not in [one.name for one in match.penalties]
        assert match.unit.state is UnitState.CONFIRMED


def test_a_pair_that_is_no_more_leaves_the_memory_too(mending: Mending) -> None:
    into_memory(mending, "rivers")
    mending.omit(mending.beads[1].place)
    into_memory(mending, "rivers")
    with closing(Memory.open(memory_path("rivers"))) as memory:
        assert len(list(memory.units())) == 4


def test_the_tmx_says_the_same_to_another_memory(mending: Mending, tmp_path: Path) -> None:
    with closing(Memory.open(tmp_path / "other.tm", create=True, index_folder=tmp_path / "i")) as memory:
        import_file(memory, exported(mending, "tmx"))
        states = [(unit.state, unit.confidence) for unit in memory.units()]
    assert states[:2] == [(UnitState.CONFIRMED, 1.0), (UnitState.UNKNOWN, 0.31)]


def test_a_project_has_the_english_as_drafts(mending: Mending, tmp_path: Path) -> None:
    sentence = mending.sentences(mending.beads[3], SOURCE)[0]
    mending.cut_sentence(mending.beads[3].place, SOURCE, sentence.start, 3)
    assert "3 rows, 3 of them" in into_project(mending, tmp_path / "made")
    session = Session.open(tmp_path / "made")
    rows = session.every_segment()
    assert rows[0].target.text == "What the River Chiefs Have Brought"
    assert rows[1].target.text.endswith("Now there are fish in the water again.")
    session.close()


def test_the_whole_is_there_as_the_aligner_would_give_it(mending: Mending) -> None:
    aligned = aligned_of(mending)
    assert [n for pair in aligned.pairs for n in pair.source] == list(range(6))
    assert [n for pair in aligned.pairs for n in pair.target] == list(range(6))
