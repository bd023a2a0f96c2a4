"""tests: the editor in a browser: who is let in, and that it is the editor who gets in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from workbench.project.sample import copy_sample
from workbench.tui.serving.server import EditorServer

TOKEN = "a-token-of-some-length"


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[TestClient[aiohttp.web.Request, aiohttp.web.Application]]:
    server = EditorServer(folder, title="t", host="127.0.0.1", port=1, token=TOKEN, say=lambda address: None)
    app = await server._make_app()
    jar = aiohttp.CookieJar(unsafe=True)
    async with TestClient(TestServer(app), cookie_jar=jar) as client:
        yield client


async def let_in(client: TestClient[aiohttp.web.Request, aiohttp.web.Application]) -> str:
    """Open the address with the token; the page."""
    async with client.get("/", params={"token": TOKEN}) as answer:
        assert answer.status == 200
        assert "token" not in str(answer.url)
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        return await answer.text()


@pytest.mark.parametrize("path", ["/", "/ws", "/static/js/textual.js", "/download/x", "/?token=wrong"])
async def test_nothing_is_served_without_the_token(tmp_path: Path, path: str) -> None:
    async with served(tmp_path) as client, client.get(path) as answer:
        assert answer.status == 403


async def test_a_name_that_someone_pointed_at_this_machine_is_refused(tmp_path: Path) -> None:
    evil, path = {"Host": "evil.example"}, f"/?token={TOKEN}"
    async with served(tmp_path) as client, client.get(path, headers=evil) as answer:
        assert answer.status == 421


async def test_a_page_of_another_site_cannot_open_the_socket(tmp_path: Path) -> None:
    async with served(tmp_path) as client:
        await let_in(client)
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await client.ws_connect("/ws", headers={"Origin": "http://evil.example"})
        assert refused.value.status == 403


async def test_the_cookie_is_kept_from_scripts_and_other_sites(tmp_path: Path) -> None:
    async with served(tmp_path) as client:
        async with client.get("/", params={"token": TOKEN}, allow_redirects=False) as answer:
            cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie


async def test_the_page_fetches_nothing_from_afar(tmp_path: Path) -> None:
    async with served(tmp_path) as client:
        page = await let_in(client)
        assert "https://" not in page
        assert "/static/js/textual.js" in page
        async with client.get("/static/js/textual.js") as script:
            assert script.status == 200


async def test_who_is_let_in_gets_the_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    folder = tmp_path / "sample"
    copy_sample(folder)
    async with served(folder) as client:
        await let_in(client)
        url = URL(str(client.make_url("/")))
        origin = {"Origin": f"http://{url.host}:{url.port}"}
        async with client.ws_connect("/ws?width=100&height=30", headers=origin) as socket:
            seen = b""
            async with asyncio.timeout(60):
                while "非首都功能".encode() not in seen:
                    message = await socket.receive()
                    assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
                    seen += message.data if isinstance(message.data, bytes) else b""
                await socket.send_json(["stdin", "\x11"])  # ctrl+q
                while not socket.closed:
                    await socket.receive()
