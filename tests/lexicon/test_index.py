"""tests/lexicon: the installed dictionary as an index."""

from __future__ import annotations

from pathlib import Path

from workbench.lexicon.index import load_lexicon


def test_the_dictionary_loads_and_loads_again(tmp_path: Path) -> None:
    first, second = load_lexicon(tmp_path), load_lexicon(tmp_path)
    assert first.translations("改革") == second.translations("改革")
    assert first.translations("改革")["reform"] > 0.8
    assert first.cut("中国共产党") == ["中国共产党"]
