"""project: what a process of its own reads of a long project is what reading it here says."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model.segments import Kind, State
from workbench.project import mention_finding
from workbench.project.log_reading import in_flow, placed_rows, snapshot
from workbench.project.session import Session

LINES = (
    "疏解北京非首都功能是关键环节。",
    "推进京津冀协同发展。",
    "疏解非首都功能，推进协同发展。",
    "保护生态环境。",
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A project of twelve rows, one of them ignored and two confirmed."""
    source = tmp_path / "plan.txt"
    source.write_text("\n".join(LINES * 3) + "\n", "utf-8")
    Session.create([source], folder=tmp_path / "plan", name="plan", reflow="never").close()
    made = Session.open(tmp_path / "plan")
    ids = list(made.full_view().ids)
    made.set_kind(ids[2], Kind.IGNORED)
    for row in (ids[1], ids[7]):
        made.type(row, "Coordinated development.")
        made.confirm(row)
    return made


def test_a_process_of_its_own_finds_the_same_first_mentions(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = list(session.full_view().ids)
    here = [session.first_mentions(row) for row in ids]
    assert any(here)
    asked: list[Path] = []
    apart = mention_finding.mentioned_apart

    def told(folder: Path, *others: object) -> object:
        asked.append(folder)
        return apart(folder, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(mention_finding, "LONG", 1)
    monkeypatch.setattr(mention_finding, "mentioned_apart", told)
    again = Session.open(session.folder, read_only=True)
    try:
        assert [again.first_mentions(row) for row in ids] == here
        assert asked == [session.folder]
    finally:
        again.close()
        session.close()


def test_settled_rows_are_read_with_the_neighbours_they_have_among_all(session: Session) -> None:
    with snapshot(session.store.path) as connection:
        every = list(in_flow(session.every_segment()))
        assert list(placed_rows(connection, None)) == every
        settled = [placed for placed in every if placed.segment.state is State.CONFIRMED]
        assert len(settled) >= 2
        assert list(placed_rows(connection, None, settled=True)) == settled
        ids = {placed.segment.id for placed in every[:5]}
        few = list(placed_rows(connection, ids, settled=True))
        assert few == [placed for placed in settled if placed.segment.id in ids]
    session.close()
