"""tui: Gate, who may reach the served editor: whoever has the token, from a page of ours, at a name of ours.

A server on this machine can be reached by every page that a browser here has open. So a request needs the
token (once in the address, from then on in a cookie that scripts and other sites do not get), a Host that
the server goes by (a name that someone has pointed at this machine is refused), and for the socket an Origin
that is the server itself.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Collection
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

PARAMETER = "token"
COOKIE = "workbench"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
        " img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def gate(token: str, hosts: Collection[str]) -> Middleware:
    """A middleware that lets in who has the token.

    Args:
        token: what the address that was printed carries.
        hosts: names the server may be called by, without ports; empty for any.
    """

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        if hosts and host_of(request.host) not in hosts:
            raise web.HTTPMisdirectedRequest(text="This address is not one that Workbench serves.")
        given = request.query.get(PARAMETER, "")
        if given and request.path == "/":
            if not _same(given, token):
                raise web.HTTPForbidden(text="The token in the address is not the one that was printed.")
            raise _welcome(request, token)
        if not _same(request.cookies.get(cookie_name(request.host), ""), token):
            raise web.HTTPForbidden(text="Open the address that `workbench serve` printed, with its token.")
        if request.path == "/ws" and not _from_here(request):
            raise web.HTTPForbidden(text="The socket is for the editor's own page.")
        response = await handler(request)
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    return middleware


def host_of(host: str) -> str:
    """The name in a Host header, without port and brackets."""
    return urlsplit(f"//{host}").hostname or ""


def cookie_name(host: str) -> str:
    """Cookies are shared by all ports of a name: each server has its own by its port."""
    return f"{COOKIE}-{host.rpartition(':')[2] if ':' in host else 'web'}"


def _welcome(request: web.Request, token: str) -> web.HTTPFound:
    """Keep the token in a cookie and show the page without it in the address."""
    response = web.HTTPFound("/")
    response.set_cookie(cookie_name(request.host), token, httponly=True, samesite="Strict", path="/")
    response.headers.update(HEADERS)
    return response


def _from_here(request: web.Request) -> bool:
    return urlsplit(request.headers.get("Origin", "")).netloc == request.host


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())
