"""text: stems of English words."""

from __future__ import annotations

from workbench.text.stems import stem


def test_forms_of_one_word_have_one_stem() -> None:
    assert stem("develops") == stem("developing") == stem("development") == "develop"
