"""tests: the real dictionary for the aligner, and the benchmark's readers of gold."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workbench.lexicon.index import load_lexicon
from workbench.lexicon.lexicon import Lexicon

# The benchmark's files are imported by their own names, as they import each other.
sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """The dictionary; its index takes some seconds to make."""
    return load_lexicon(tmp_path_factory.mktemp("lexicon"))
