"""cli: `workbench serve`."""

from __future__ import annotations

import secrets

import click

from workbench.model.faults import WorkbenchError


@click.command()
@click.argument("project")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535), help="Port.")
@click.option("--public-url", default="", help="What a browser calls it by, behind a proxy: https://…")
@click.option("--token", envvar="WORKBENCH_TOKEN", default="", help="The token; by default a new one.")
def command(project: str, host: str, port: int, public_url: str, token: str) -> None:
    """Serve the editor of PROJECT to a browser.

    Prints the address to open. Only who has the token in it is let in, and only from this machine unless
    --host says otherwise; then use it behind a proxy that speaks https, for the token would be seen.
    """
    from workbench.project.config import read_config
    from workbench.project.recent import resolve

    folder = resolve(project)
    title = read_config(folder).title
    if public_url and not public_url.startswith(("http://", "https://")):
        raise WorkbenchError(f"--public-url {public_url}: write it with http:// or https://.")
    if token and len(token) < 16:
        raise WorkbenchError("--token is shorter than 16 characters: leave it out, and one is made.")
    try:
        from workbench.tui.serving.server import EditorServer
    except ModuleNotFoundError as error:
        raise WorkbenchError(
            f"`serve` needs the package {(error.name or '').replace('_', '-')}: install workbench[serve]."
        ) from error
    server = EditorServer(
        folder,
        title=f"{title} · Workbench",
        host=host,
        port=port,
        public=public_url.rstrip("/"),
        token=token or secrets.token_urlsafe(24),
        say=_tell,
    )
    try:
        server.serve()
    except OSError as error:
        raise WorkbenchError(
            f"Port {port} of {host} cannot be used ({error.strerror}); give --port."
        ) from error


def _tell(address: str) -> None:
    click.echo(f"Open {address}\nCtrl+C ends it.")
