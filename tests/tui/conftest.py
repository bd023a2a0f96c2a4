"""tests: the editor without a terminal, on a small project of our own."""

from __future__ import annotations

import asyncio
import gc
import os
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from workbench.project.session import Session
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.editor import EditorScreen

LINES = (
    "一江清水润京畿",
    "疏解北京非首都功能是京津冀协同发展的牛鼻子。十年来，三地坚持问题导向，办成了一批实事。"
    "“大城市病”得到缓解，公共服务更加均衡。实践证明，这条路走得对、走得稳。今后还要久久为功。",
    "三地共同治理河流。水质明显好转，岸线重新变绿。",
    "全县新增就业1.2万人，城镇登记失业率保持在较低水平。",
    "三地共同治理河流。水质明显好转，岸线重新变绿。",
    "交通一体化是先行领域。“轨道上的京津冀”跑出了加速度。",
)
SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    """An editor puts off looks through all of the memory; the tests after it do not."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder of a project of six rows; the third and the fifth have the same source."""
    source = tmp_path / "river.txt"
    source.write_text("\n".join(LINES) + "\n", "utf-8")
    folder = tmp_path / "river"
    Session.create([source], folder=folder, name="river", reflow="never").close()
    return folder


class Desk:
    """An editor that a test drives."""

    def __init__(self, app: WorkbenchApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> EditorScreen:
        """The editor, also while a dialog is over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, EditorScreen))

    @property
    def session(self) -> Session:
        """Its session."""
        return self.screen.session

    async def press(self, *keys: str) -> None:
        """Press keys and let the editor answer."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Type a text."""
        await self.press(*(_KEYS.get(character, character) for character in text))

    async def until(self, holds: Callable[[], bool], seconds: float = 15.0) -> None:
        """Wait for what a worker brings."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, "it never came about"
            await asyncio.sleep(0.02)
            await self.pilot.pause()

    async def terms_known(self) -> None:
        """Wait until the facts of the active row are there."""
        await self.until(lambda: self.screen.facts.now.row == self.screen.row)

    def row(self, number: int) -> int:
        """Id of the row of this number."""
        found = self.session.row_numbered(number)
        assert found is not None
        return found

    @property
    def said(self) -> str:
        """The message line."""
        from workbench.tui.widgets.bottom_lines import MessageLine

        return self.screen.query_one(MessageLine).text

    def lines(self) -> list[str]:
        """The screen as plain lines."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]


_KEYS = {" ": "space", ".": "full_stop", ",": "comma", "\n": "ctrl+j", "-": "minus", "%": "percent_sign"}


@asynccontextmanager
async def opened(folder: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Desk]:
    """The editor on a project, closed at the end as ctrl+q does."""
    app = WorkbenchApp(Session.open(folder))
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await pilot.pause()
        await desk.until(lambda: desk.screen.view.complete)
        yield desk
        app.leave()


@pytest.fixture
def _fixed_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times and names on the screen are the same on every machine."""
    import workbench.project.opened
    import workbench.tui.screens.telling

    monkeypatch.setattr(workbench.tui.screens.telling, "local_time", lambda stamp: "14:02" if stamp else "")
    monkeypatch.setattr(workbench.project.opened, "_user", lambda: "lin")
    yield


def matches_snapshot(name: str, lines: list[str]) -> None:
    """Compare with tests/tui/snapshots/NAME.txt; WORKBENCH_SNAPSHOTS=update writes it."""
    path = SNAPSHOTS / f"{name}.txt"
    text = "\n".join(lines) + "\n"
    if os.environ.get("WORKBENCH_SNAPSHOTS") == "update":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.is_file(), f"no snapshot {path.name}; WORKBENCH_SNAPSHOTS=update writes it"
    assert text == path.read_text("utf-8"), f"{path.name} differs; WORKBENCH_SNAPSHOTS=update writes it anew"
