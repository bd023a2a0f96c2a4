"""tests/cli: docs/formats.md is true: its files are written, its command lines run, their output compared.

After a change that is meant: python -m tests.cli.test_formats
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats.md"
_FILE = re.compile(r"^```text (\S+)\n(.*?)^```$", re.M | re.S)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


def played(page: str, folder: Path) -> str:
    """The page with the output of its command lines as they print it now."""
    for name, text in _FILE.findall(page):
        (folder / name).write_text(text, "utf-8")
    return _CONSOLE.sub(lambda block: f"```console\n{_played_block(block[1], folder)}```", page)


def _played_block(block: str, folder: Path) -> str:
    out = ""
    for line in block.splitlines():
        if line.startswith("$ "):
            out += f"{line}\n{_output(line[2:], folder)}"
    return out


def _output(line: str, folder: Path) -> str:
    program = f'"{sys.executable}" -c "from workbench.cli import main; raise SystemExit(main())"'
    result = subprocess.run(
        line.replace("workbench", program),
        shell=True,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "XDG_STATE_HOME": str(folder / "state"), "XDG_DATA_HOME": str(folder / "data")},
    )
    assert result.returncode < 2, result.stderr
    return result.stdout


def _without_changing(page: str) -> str:
    """How sure the aligner is changes whenever it learns something; how long a look-up takes, every time."""
    page = re.sub(r"(?<=\t)[01]\.\d{3}(?=\t|\n)", "0.000", page)
    return re.sub(r'(?<="elapsed_ms": )[\d.]+', "0.5", page)


def test_every_example_of_the_page_prints_what_it_shows(
    tmp_path: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    page = PAGE.read_text("utf-8")
    assert _without_changing(played(page, tmp_path)) == _without_changing(page)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        PAGE.write_text(played(PAGE.read_text("utf-8"), Path(scratch)), "utf-8")
