"""text: stems of English words."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.stems import stem


@pytest.mark.parametrize(
    "words",
    [
        "develop develops developing development",
        "go goes going went gone",
        "be is are was were been being",
        "say says said saying",
        "think thinks thought thoughts",
        "child children",
        "high higher highest",
        "organize organise organized organised organization organisation organisations",
        "analyze analyse analysed",
        "realize realise realising",
        "labor labour labours labouring",
        "neighborhood neighbourhood neighbourhoods",
        "favorite favourite",
        "center centre centres centred",
        "kilometer kilometre kilometres",
        "defense defence",
        "program programme programmes",
        "practice practise practised",
    ],
)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("our", "or"), ("four", "for"), ("hour", "hor"), ("there", "ther"), ("found", "founded")],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "found"),
    [("rise", "rise"), ("promise", "promis"), ("exercised", "exercis"), ("his", "his"), ("this", "this")],
)
def test_what_ends_in_ise_everywhere_keeps_its_s(word: str, found: str) -> None:
    assert stem(word) == found


@given(st.text(max_size=20))
def test_any_text_has_a_stem(text: str) -> None:
    assert isinstance(stem(text), str)


def test_threads_that_stem_at_once_find_what_one_alone_finds() -> None:
    words = [f"{start}{number}{end}" for number in range(400) for start in "xq" for end in ("nesses", "ly")]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(stem.__wrapped__, words * 3))
    finally:
        sys.setswitchinterval(before)
    assert found == [stem(word) for word in words] * 3


def test_the_stemmer_is_loaded_at_first_use() -> None:
    code = "import sys, workbench.text.stems; print('snowballstemmer' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
