"""tests of project: the operations log, undone to the start and redone to the end."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model.segments import Kind, Segment, State
from workbench.project.session import Session

LINES = ("改革进入深水区。要敢于突破。", "坚持问题导向。", "改革进入深水区。要敢于突破。", "推动高质量发展。")

step = st.tuples(
    st.sampled_from(
        ["type", "confirm", "lock", "note", "kind", "split", "merge", "sentence", "source", "state", "undo"]
    ),
    st.integers(0, 20),
    st.integers(1, 20),
    st.text(alphabet="ab. 改⟨⟩1", max_size=8),
)


def snapshot(session: Session) -> list[Segment]:
    return session.every_segment()


def carry_out(session: Session, what: str, which: int, at: int, text: str) -> None:
    rows = session.every_segment()
    row = rows[which % len(rows)].id
    match what:
        case "type":
            session.pause()
            session.type(row, text)
        case "confirm":
            session.confirm(row)
        case "lock":
            session.toggle_lock(row, text)
        case "note":
            session.set_note(row, text)
        case "kind":
            session.set_kind(row, list(Kind)[at % len(Kind)])
        case "split":
            session.split(row, at)
        case "merge":
            session.merge(row)
        case "sentence":
            session.end_sentence(row, at)
        case "source":
            session.edit_source(row, text + "段")
        case "state":
            session.set_state(row, list(State)[at % len(State)], text)
        case "undo":
            session.undo()


@settings(max_examples=60, deadline=None)
@given(st.lists(step, max_size=14))
def test_undo_of_all_is_the_start_and_redo_of_all_the_end(steps: list[tuple[str, int, int, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "s.txt"
        source.write_text("\n".join(LINES), "utf-8")
        session = Session.create([source], folder=Path(name) / "p", name="p", reflow="never")
        start = snapshot(session)
        for one in steps:
            carry_out(session, *one)
        end = snapshot(session)
        done = 0
        while session.undo().done:
            done += 1
        assert snapshot(session) == start
        for _ in range(done):
            assert session.redo().done
        assert snapshot(session) == end
        session.close()
