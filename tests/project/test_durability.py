"""tests of project: an editor that is killed at any moment loses nothing confirmed."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.model.segments import State
from workbench.project.session import Session

from .conftest import MakeSession

# Types and confirms for ever; says each confirmed row only after it is confirmed.
WRITER = """
import itertools, sys
from pathlib import Path
from workbench.project.session import Session

session = Session.open(Path(sys.argv[1]))
rows = list(session.full_view().ids)
for turn in itertools.count():
    row = rows[turn % len(rows)]
    text = f"Version {turn} of the row."
    for end in range(0, len(text), 7):
        session.type(row, text[: end + 7])
    session.type(row, text)
    session.confirm_and_stay(row)
    print(row, turn, flush=True)
    if turn % 40 == 39:
        session.save()
"""


@pytest.mark.parametrize("seed", range(8))
def test_kill_9_at_a_random_moment_loses_nothing_confirmed(make_session: MakeSession, seed: int) -> None:
    session = make_session([f"第{n}项任务要抓紧抓实。" for n in range(6)])
    folder: Path = session.folder
    session.close()
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(random.Random(seed).uniform(0.0, 0.4))
    writer.kill()
    said = [first, *writer.stdout.read().splitlines()]
    writer.wait()
    last = {int(line.split()[0]): int(line.split()[1]) for line in said if line.count(" ") == 1}
    again = Session.open(folder)
    assert again.store.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert last
    for row, turn in last.items():
        logged = [
            change.after.get("target")
            for operation in again.history(row)
            for change in operation.changes
            if change.after
        ]
        assert f"Version {turn} of the row." in logged
        segment = again.segment(row)
        if segment.state is State.CONFIRMED:
            assert int(segment.target.text.split()[1]) >= turn
    assert not again.read_only
    again.close()
