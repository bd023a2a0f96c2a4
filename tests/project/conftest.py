"""tests: projects to work on, made from a few lines of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from workbench.lexicon.lexicon import Lexicon
from workbench.project.session import Session

LINES = (
    "绿水青山就是发展的底色",
    "三地共同治理河流。水质明显好转，岸线重新变绿。群众的获得感不断增强。",
    "疏解北京非首都功能是一项长期任务。要坚持问题导向，久久为功。",
    "三地共同治理河流。水质明显好转，岸线重新变绿。群众的获得感不断增强。",
    "全县新增就业1.2万人，城镇登记失业率保持在较低水平。",
)

MakeSession = Callable[..., Session]


@pytest.fixture
def make_session(tmp_path: Path) -> Iterator[MakeSession]:
    """Makes a project of the given lines, a paragraph each, and opens it; closes it at the end."""
    opened: list[Session] = []

    def make(lines: Sequence[str] = LINES, *, name: str = "river", unit: str = "paragraph") -> Session:
        source = tmp_path / f"{name}.txt"
        source.write_text("\n".join(lines) + "\n", "utf-8")
        assert unit in ("paragraph", "sentence")
        session = Session.create(
            [source],
            folder=tmp_path / name,
            name=name,
            unit="sentence" if unit == "sentence" else "paragraph",
            reflow="never",
        )
        opened.append(session)
        return session

    yield make
    for session in opened:
        session.close()


@pytest.fixture(scope="session")
def lexicon(indexed: Path) -> Lexicon:
    """The dictionary."""
    from workbench.lexicon.index import load_lexicon

    return load_lexicon(indexed / "workbench")


@pytest.fixture
def session(make_session: MakeSession) -> Session:
    """A project of five rows; the second and the fourth have the same source."""
    return make_session()
