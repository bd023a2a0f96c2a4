"""project: the tally says what counting all rows would say, whatever has happened to them."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, State
from workbench.project.session import Session

LINES = [f"第{number}段，推进协同发展。也要保护生态环境。" for number in "一二三四五六七八九十"]


def counted(session: Session) -> Counter[tuple[str, str]]:
    """The rows as a query of their own counts them."""
    query = "SELECT state, kind, count(*) FROM rows GROUP BY state, kind"
    with sqlite3.connect(session.store.path) as connection:
        return Counter({(state, kind): count for state, kind, count in connection.execute(query)})


def do_something(session: Session, chance: random.Random) -> None:
    """One command that changes rows, on any row."""
    row = chance.choice(list(session.full_view().ids))
    state = chance.choice([State.DRAFT, State.UNTRANSLATED])
    kind = chance.choice([Kind.HEADING, Kind.IGNORED, Kind.PARAGRAPH])
    chance.choice(
        (
            lambda: session.type(row, f"Part {chance.random()}."),
            lambda: session.confirm(row),
            lambda: session.set_state(row, state),
            lambda: session.set_kind(row, kind),
            lambda: session.split(row, 5),
            lambda: session.merge(row),
            session.undo,
            session.redo,
        )
    )()


@pytest.mark.parametrize("seed", range(4))
def test_the_tally_is_what_counting_says(tmp_path: Path, seed: int) -> None:
    source = tmp_path / "plan.txt"
    source.write_text("\n".join(LINES) + "\n", "utf-8")
    Session.create([source], folder=tmp_path / "plan", name="plan", reflow="never").close()
    session, chance = Session.open(tmp_path / "plan"), random.Random(seed)
    try:
        session.counts()
        for _ in range(60):
            do_something(session, chance)
            assert +Counter(session.store.counts()) == counted(session)
    finally:
        session.close()


def test_what_another_connection_wrote_and_what_was_rolled_back_are_counted_anew(tmp_path: Path) -> None:
    source = tmp_path / "plan.txt"
    source.write_text("\n".join(LINES) + "\n", "utf-8")
    Session.create([source], folder=tmp_path / "plan", name="plan", reflow="never").close()
    session = Session.open(tmp_path / "plan")
    try:
        assert session.counts().total == len(LINES)
        with pytest.raises(WorkbenchError), session.store.transaction():
            session.store.connection.execute("DELETE FROM rows WHERE id = 1")
            assert session.store.counts()
            session.store.connection.execute("DELETE FROM nowhere")
        assert session.counts().total == len(LINES)
        with sqlite3.connect(session.store.path) as other:
            other.execute("UPDATE rows SET kind = 'ignored' WHERE id = 2")
        assert session.counts().total == len(LINES) - 1
    finally:
        session.close()
