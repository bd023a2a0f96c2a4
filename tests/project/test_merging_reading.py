"""tests of project: a merge that passes over what is the same finds what one that reads all of it does."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model.segments import Kind
from workbench.project.log_reading import snapshot
from workbench.project.merging import Merge
from workbench.project.merging_reading import merge
from workbench.project.saved_units import OtherWriterError, own_units
from workbench.project.session import Session
from workbench.project.stopping import unheard

from .conftest import LINES
from .test_session import ids

Act = tuple[str, int, int]
_acts = st.lists(
    st.tuples(
        st.sampled_from(("type", "split", "merge", "kind", "note", "source", "move", "lock")),
        st.integers(0, 20),
        st.integers(1, 12),
    ),
    max_size=6,
)


def act(session: Session, acts: Sequence[Act], who: str) -> None:
    for what, place, size in acts:
        rows = ids(session)
        row = rows[place % len(rows)]
        match what:
            case "type":
                session.type(row, f"{who} {size}")
                session.pause()
            case "split":
                session.split(row, size)
            case "merge":
                session.merge(row)
            case "kind":
                session.set_kind(row, list(Kind)[size % len(Kind)])
            case "note":
                session.set_note(row, f"{who} & {size}")
            case "source":
                session.edit_source(row, f"{session.segment(row).source.text}{size}")
            case "move":
                session.move([row], rows[size % len(rows)])
            case "lock":
                session.toggle_lock(row, who)


def merged(session: Session, theirs: Path) -> Merge:
    with snapshot(session.store.path) as connection:
        return merge(connection, session.folder, theirs, unheard)


@settings(max_examples=25, deadline=None)
@given(_acts, _acts, _acts)
def test_what_is_passed_over_would_have_changed_nothing(
    before: list[Act], here: list[Act], there: list[Act]
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "river"
        (Path(scratch) / "river.txt").write_text("\n".join(LINES) + "\n", "utf-8")
        ours = Session.create([Path(scratch) / "river.txt"], folder=folder, name="river", reflow="never")
        act(ours, before, "both")
        ours.save()
        shutil.copytree(
            folder, Path(scratch) / "clone", ignore=shutil.ignore_patterns("project.db*", "backups")
        )
        theirs = Session.open(Path(scratch) / "clone")
        act(ours, here, "ours")
        act(theirs, there, "theirs")
        theirs.save()
        path = theirs.folder / "project.tmx"
        other = Path(scratch) / "other.tmx"
        other.write_text(path.read_text("utf-8").replace('tool="Workbench"', 'tool="another"'), "utf-8")
        quick, whole = merged(ours, path), merged(ours, other)
        assert sorted(quick.changes, key=lambda one: one.row) == sorted(
            whole.changes, key=lambda one: one.row
        )
        assert (quick.taken, quick.conflicts, quick.kept) == (whole.taken, whole.conflicts, whole.kept)
        assert (quick.next_id, quick.documents) == (whole.next_id, whole.documents)
        ours.close()
        theirs.close()


def test_a_file_that_was_cut_off_is_not_taken_for_one_of_ours(session: Session) -> None:
    session.save()
    path = session.folder / "project.tmx"
    data = path.read_bytes()
    assert [unit.row for unit in own_units(path)] == ids(session)
    for end in (data.index(b"</tu>") + 5, len(data) - 10):
        path.write_bytes(data[:end])
        with pytest.raises(OtherWriterError):
            list(own_units(path))
