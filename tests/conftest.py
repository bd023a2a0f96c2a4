"""tests: what every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The first example of a property may pay for loading a dictionary; the machine may be busy.
settings.register_profile("workbench", deadline=None)
settings.load_profile("workbench")


@pytest.fixture
def extra() -> Path:
    """The folder of published schemas and of the sample article, which are not part of this project."""
    where = os.environ.get("WORKBENCH_EXTRA", "")
    if not where or not Path(where).is_dir():
        pytest.skip("WORKBENCH_EXTRA names no folder with schemas/ and sample/")
    return Path(where)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the configuration, data or cache of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with the dictionary's index, which takes some seconds to make."""
    from workbench.lexicon.index import load_lexicon

    cache = tmp_path_factory.mktemp("indexed")
    load_lexicon(cache / "workbench")
    return cache


@pytest.fixture(scope="session")
def worded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with the index of the dictionary for readers."""
    from workbench.lexicon.dictionary import Dictionary

    cache = tmp_path_factory.mktemp("worded")
    Dictionary.open(cache / "workbench").close()
    return cache
