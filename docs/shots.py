"""Make the pictures of the README and the tutorial: the editor on a copy of the sample, as SVG.

Run: python docs/shots.py [FOLDER]   (the folder of this script where none is given)
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from html import escape, unescape
from pathlib import Path

from textual.pilot import Pilot

from workbench.project.sample import copy_sample
from workbench.project.session import Session
from workbench.text.width import cell_width
from workbench.tui.app import WorkbenchApp

HERE = Path(__file__).parent
SIZE = (140, 40)
CELL = 12.2  # the width of a cell in the picture, as Rich draws it
FONTS = "ui-monospace, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"


def tidy(svg: str) -> str:
    """A picture that fetches no font, stands in true cells, and is the same each time it is made."""
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.S)
    svg = re.sub(r"font-family: ?Fira Code, ?monospace", f"font-family: {FONTS}", svg)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = re.sub(
        r'<text class="(\S+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"[^>]*>([^<]*)</text>', cells, svg
    )
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def cells(match: re.Match[str]) -> str:
    """A run of text as its words and its hanzi, each put where its cell is: fonts differ in width."""
    style, x, y, text = match[1], float(match[2]), match[3], unescape(match[4])
    parts = []
    for word in re.finditer(r"[^\s\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]+|[^\s\u00a0]", text):
        at = x + cell_width(text[: word.start()]) * CELL
        parts.append(f'<text class="{style}" x="{at:.1f}" y="{y}">{escape(word.group())}</text>')
    return "".join(parts)


async def shoot(folder: Path, name: str, *keys: str, size: tuple[int, int] = SIZE) -> str:
    """The editor on a project after some keys, as SVG."""
    app = WorkbenchApp(Session.open(folder))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        svg = app.export_screenshot(title=name)
        app.leave()
    return tidy(svg)


async def settle(pilot: Pilot[None]) -> None:
    """Let workers bring pinyin, terms and findings."""
    for _ in range(12):
        await asyncio.sleep(0.1)
        await pilot.pause()


def main() -> None:
    """Write every picture."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    with tempfile.TemporaryDirectory() as room:
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{room}/{kind.lower()}"
        folder = Path(room) / "capital-region"
        copy_sample(folder)
        (target / "editor.svg").write_text(asyncio.run(shoot(folder, "Workbench")), "utf-8")
        ruby = asyncio.run(shoot(folder, "Workbench", "f2"))
        (target / "pinyin.svg").write_text(ruby, "utf-8")


if __name__ == "__main__":
    main()
