"""Make the picture of the editor in a browser: `workbench serve` on a copy of the sample, headless Chromium.

Run: python docs/served.py [FILE.png]   (tutorial/served.png beside this script where none is given)

It clicks into a row and types through the browser, waits until the server's project has it, and only then
takes the picture.
"""

from __future__ import annotations

import asyncio
import base64
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp

from workbench.project.sample import copy_sample
from workbench.project.session import Session

PORT = 8_917
SIZE = (1_280, 800)
TYPED = "At 6:40 in the morning, the rush hour reaches Liuquan Station. "
EMPTY = (760, 422)  # where the English of the first row without any begins
PATIENCE = 60.0  # s
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Page:
    """A page of a browser, told what to do over its debugging socket."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = count(1)

    async def do(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call a method and wait for its answer."""
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        async for message in self._socket:
            answer: dict[str, Any] = message.json()
            if answer.get("id") == number:
                return dict(answer.get("result", {}))
        raise ConnectionError(f"the browser closed before it answered {method}")

    async def click(self, x: int, y: int) -> None:
        """Click at a point."""
        for kind in ("mousePressed", "mouseReleased"):
            await self.do("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    async def type(self, text: str) -> None:
        """Type a text, a character at a time."""
        for character in text:
            await self.do("Input.dispatchKeyEvent", type="char", text=character)
            await asyncio.sleep(0.02)


@asynccontextmanager
async def running(*command: str, **options: Any) -> AsyncIterator[asyncio.subprocess.Process]:
    """A program that is ended at the end of the block."""
    process = await asyncio.create_subprocess_exec(*command, **options)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


@asynccontextmanager
async def opened(address: str, folder: Path) -> AsyncIterator[Page]:
    """An address in a headless browser."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise SystemExit(f"none of {', '.join(BROWSERS)} is installed")
    width, height = SIZE
    command = (
        browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--user-data-dir={folder}", f"--window-size={width},{height}",
        f"--remote-debugging-port={PORT + 1}", address,
    )  # fmt: skip
    nothing = asyncio.subprocess.DEVNULL
    async with running(*command, stdout=nothing, stderr=nothing), aiohttp.ClientSession() as session:
        socket = await _debugging_socket(session)
        async with session.ws_connect(socket, max_msg_size=0) as connection:
            yield Page(connection)


async def _debugging_socket(session: aiohttp.ClientSession) -> str:
    """Address of the debugging socket of the page, once the browser has one."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            async with session.get(f"http://127.0.0.1:{PORT + 1}/json") as answer:
                pages = [page for page in await answer.json() if page["type"] == "page"]
            if pages:
                return str(pages[0]["webSocketDebuggerUrl"])
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.2)
    raise TimeoutError("the browser did not start")


async def until(holds: Callable[[], bool], what: str) -> None:
    """Wait for something."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} never came about")
        await asyncio.sleep(0.2)


def typed_in(project: Path) -> bool:
    """Whether the project on disk has what was typed."""
    session = Session.open(project, read_only=True)
    try:
        return any(TYPED.strip() in segment.target.text for segment in session.every_segment())
    finally:
        session.close()


async def shoot(picture: Path) -> None:
    """Serve, type, and take the picture."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        project = folder / "capital-region"
        copy_sample(project)
        homes = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        command = (sys.executable, "-m", "workbench", "serve", str(project), "--port", str(PORT))
        pipe = asyncio.subprocess.PIPE
        async with running(*command, stdout=pipe, env={**os.environ, **homes, "LOGNAME": "lin"}) as server:
            assert server.stdout is not None
            said = (await server.stdout.readline()).decode()
            address = re.search(r"http\S+", said)
            if address is None:
                raise SystemExit(f"the server did not say where it is: {said}")
            async with opened(address.group(), folder / "browser") as page:
                await asyncio.sleep(6)  # the editor opens, and its panes come
                await page.click(*EMPTY)
                await page.type(TYPED)
                await until(lambda: typed_in(project), "what was typed")
                await asyncio.sleep(2)
                taken = await page.do("Page.captureScreenshot", format="png")
                picture.write_bytes(base64.b64decode(taken["data"]))


if __name__ == "__main__":
    named = sys.argv[1:] or [str(Path(__file__).parent / "tutorial" / "served.png")]
    asyncio.run(shoot(Path(named[0])))
