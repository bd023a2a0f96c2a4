"""tests: a conversation with the line editor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workbench.linear.desk import LinearDesk
from workbench.linear.loop import work
from workbench.project.session import Session

LINES = (
    "绿水青山就是发展的底色",
    "三地共同治理河流。水质明显好转，岸线重新变绿。群众的获得感不断增强。",
    "疏解北京非首都功能是一项长期任务。要坚持问题导向，久久为功。",
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    source = tmp_path / "river.txt"
    source.write_text("\n".join(LINES) + "\n", "utf-8")
    session = Session.create([source], folder=tmp_path / "river", name="river", reflow="never")
    yield session
    session.close()


Talk = Callable[..., list[str]]


@pytest.fixture
def talk(session: Session) -> Talk:
    """Types lines, and gives what was said from the first on; `filled` answers all other questions."""

    def typed(*lines: str, filled: str = "") -> list[str]:
        said: list[str] = []
        waiting = iter(lines)
        begun = 0

        def ask(prompt: str, there: str = "") -> str | None:
            nonlocal begun
            if there or prompt != "> ":
                return filled
            begun = begun or len(said)
            return next(waiting, None)

        work(LinearDesk(session, said.append, ask), said.append)
        return said[begun:-1]

    return typed
