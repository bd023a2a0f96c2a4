"""tui: EditorServer, textual-serve behind the gate, with a page of ours that fetches nothing from afar."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

from workbench.tui.serving.gate import LOOPBACK, PARAMETER, gate, host_of

Say = Callable[[str], None]


class EditorServer(Server):
    """Serves the editor on one project.

    Args:
        folder: the project.
        title: of the page.
        host: the address to listen at. `port`: likewise.
        public: what a browser calls the server by, such as https://desk.example; empty for host and port.
        token: without which nobody is let in.
        say: where the address is told.
    """

    def __init__(
        self, folder: Path, *, title: str, host: str, port: int, public: str = "", token: str, say: Say
    ) -> None:
        super().__init__(
            editor_command(folder),
            host=host,
            port=port,
            title=title,
            public_url=public or None,
            templates_path=Path(__file__).parent / "page",
        )
        self._token = token
        self._say = say

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"{self.public_url}/?{PARAMETER}={self._token}"

    @property
    def hosts(self) -> frozenset[str]:
        """Names it may be called by."""
        return LOOPBACK | {self.host, host_of(self.public_url.partition("://")[2])}

    def initialize_logging(self) -> None:
        """Nothing is logged: the address with its token would be in it."""

    async def on_startup(self, app: web.Application) -> None:
        """Tell the address."""
        del app
        self._say(self.address)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(gate(self._token, self.hosts))
        return app


def editor_command(folder: Path) -> str:
    """The command line of the editor's own process, which textual-serve gives to a shell."""
    words = [sys.executable, "-m", "workbench.tui.serving.served", str(folder)]
    if sys.platform == "win32":
        import subprocess

        return subprocess.list2cmdline(words)
    return shlex.join(words)
