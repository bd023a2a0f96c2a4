"""lexicon: a lexicon in its file says what it says in memory, and a damaged file is made again."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.lexicon.kept import keep_lexicon, kept_lexicon, kept_path, stamp_of
from workbench.lexicon.lexicon import Lexicon
from workbench.lexicon.packed import PackDamagedError, in_memory, mapped, packed
from workbench.lexicon.packed_words import PackedTexts, PackedWords, packed_texts, packed_words

WORDS = st.text(st.sampled_from("改革开放中国a1\ud800é"), max_size=4)


def _views(buffers: dict[str, bytes]) -> dict[str, memoryview]:
    return {name: memoryview(data) for name, data in buffers.items()}


@given(st.dictionaries(WORDS, st.integers(0, 2**32 - 1)), WORDS)
def test_packed_words_are_the_same_mapping(numbers: dict[str, int], other: str) -> None:
    found = PackedWords(_views(packed_words(numbers)))
    assert list(found.items()) == list(numbers.items())
    assert found.get(other) == numbers.get(other)
    assert (other in found) == (other in numbers)
    number: object = 3
    assert number not in found


@given(st.lists(WORDS), st.slices(6))
def test_packed_texts_are_the_same_list(texts: list[str], some: slice) -> None:
    found = PackedTexts(_views(packed_texts(texts)))
    assert (list(found), found[some]) == (texts, texts[some])


@pytest.fixture
def small() -> Lexicon:
    return Lexicon(
        rows={"改革": 0, "开放": 1, "中国": 2},
        tokens=["reform", "open", "China"],
        starts=np.array([0, 1, 3, 3], np.int32),
        columns=np.array([0, 1, 0], np.int32),
        weights=np.array([1, 0.7, 0.3], np.float32),
        longest=2,
    ).with_terms([("改革开放", ["reform and opening up"]), ("改革", ["overhaul"])])


def test_a_lexicon_says_the_same_from_its_file(small: Lexicon, tmp_path: Path) -> None:
    path = tmp_path / "some.packed"
    path.write_bytes(b"".join(packed(small)))
    for found in (mapped(path), in_memory(path)):
        assert {word: found.translations(word) for word in found.rows} == {
            word: small.translations(word) for word in small.rows
        }
        assert found.cut("中国改革开放的改革A1") == small.cut("中国改革开放的改革A1")
        assert (found.longest, dict(found.reach), list(found.tokens)) == (
            small.longest,
            small.reach,
            list(small.tokens),
        )
    more, as_much = (one.with_terms([("扶贫", ["poverty relief"])]) for one in (mapped(path), small))
    assert more.translations("扶贫") == as_much.translations("扶贫")
    assert more.cut("改革扶贫") == as_much.cut("改革扶贫")


def test_the_dictionary_says_the_same_from_its_file(lexicon: Lexicon, tmp_path: Path) -> None:
    keep_lexicon(lexicon, "all", tmp_path)
    found = kept_lexicon("all", tmp_path)
    assert found is not None
    some = list(lexicon.rows)[::97]
    assert [found.translations(word) for word in some] == [lexicon.translations(word) for word in some]
    text = "各地要坚持以人民为中心的发展思想，把老百姓的事情办好"
    assert found.kept is not None
    found.kept.let_go()
    assert found.cut(text) == lexicon.cut(text)


@pytest.mark.parametrize("at", [0, 9, 40, -60, -1])
def test_a_damaged_file_is_noticed_and_goes(at: int, small: Lexicon, tmp_path: Path) -> None:
    keep_lexicon(small, "mine", tmp_path)
    path = kept_path("mine", tmp_path)
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    with pytest.raises(PackDamagedError):
        mapped(path)
    assert kept_lexicon("mine", tmp_path) is None
    assert not path.exists()


def test_the_lexicons_used_last_stay(small: Lexicon, tmp_path: Path) -> None:
    for number in range(5):
        keep_lexicon(small, f"n{number}", tmp_path)
        os.utime(kept_path(f"n{number}", tmp_path), (number, number))
        assert kept_lexicon("n0", tmp_path) is not None  # which touches it
    assert kept_lexicon("n1", tmp_path) is None
    assert all(kept_lexicon(f"n{number}", tmp_path) is not None for number in (0, 2, 3, 4))


def test_other_terms_have_another_stamp() -> None:
    stamps = [
        stamp_of([("改革", ["reform"])]),
        stamp_of([("改革", ["reform", "overhaul"])]),
        stamp_of([("改革", ["reform"]), ("开放", [])]),
        stamp_of([]),
    ]
    assert len(set(stamps)) == 4
    assert stamp_of([("改革", ["reform"])]) == stamps[0]
