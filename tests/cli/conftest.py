"""tests/cli: a command line run in this process, in an empty folder."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from workbench.cli.running import run

ARTICLE = """　　推动乡村振兴取得新进展

　　近年来，清河县坚持把解决好群众急难愁盼问
题作为工作的出发点，累计转移农业人口32万
人，城镇化率达到64.2%，农民收入稳步增长。
　　全县上下一心，新建农村公路一千二百公里，让
每个村庄都通上客车，生产生活更加便利，群众
的获得感明显增强。
"""


class Result(NamedTuple):
    """What a command line left behind."""

    code: int
    out: str
    err: str


Workbench = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def workbench(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Workbench:
    """Runs a command line; `stdin` is what standard input gives."""

    def call(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capsys.readouterr()
        code = run(arguments)
        return Result(code, *capsys.readouterr())

    return call


@pytest.fixture
def article(here: Path) -> Path:
    """A short hard-wrapped article."""
    path = here / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def project(workbench: Workbench, article: Path) -> str:
    """A project of the article with two of its rows translated, one with a wrong number."""
    from workbench.project.session import Session

    assert workbench("new", article.name, "--name", "county", "--no-open").code == 0
    session = Session.open(Path("county"))
    rows = [segment.id for segment in session.every_segment()]
    session.type(rows[0], "New Progress in Rural Revitalization")
    session.confirm(rows[0])
    session.type(rows[1], "The county has resettled 3.2 million people from farming.")
    session.close()
    return "county"


def files_under(folder: Path) -> dict[str, bytes]:
    """Every file and what it holds, to see that nothing was changed."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
