"""tests/lexicon: a dictionary of a few entries, and the installed one."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from workbench.lexicon.cedict import Entry, entries
from workbench.lexicon.index import load_lexicon
from workbench.lexicon.lexicon import Lexicon

SMALL = """# CC-CEDICT
#! version=1
改革 改革 [gai3 ge2] /reform/to reform/CL:次[ci4],種|种[zhong3],項|项[xiang4]/
國家 国家 [guo2 jia1] /country/nation/state/CL:個|个[ge4]/
國慶 国庆 [Guo2 qing4] /National Day/
台灣 台湾 [Tai2 wan1] /Taiwan/
臺灣 台湾 [Tai2 wan1] /variant of 台灣|台湾[Tai2 wan1]/
革 革 [ge2] /leather/to reform/
"""


@pytest.fixture
def dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small dictionary in the place of the installed one."""
    path = tmp_path / "dictionary.gz"
    path.write_bytes(gzip.compress(SMALL.encode()))
    monkeypatch.setattr("workbench.lexicon.index.dictionary_path", lambda: path)
    return path


@pytest.fixture(scope="session")
def cedict() -> dict[str, list[Entry]]:
    """The entries of the installed dictionary by their simplified headword."""
    found: dict[str, list[Entry]] = {}
    for entry in entries():
        found.setdefault(entry.simplified, []).append(entry)
    return found


@pytest.fixture(scope="session")
def lexicon(indexed: Path) -> Lexicon:
    """The installed dictionary."""
    return load_lexicon(indexed / "workbench")
