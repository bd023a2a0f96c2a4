"""text: the caret moves by what the eye takes for one character, and by words."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.text.strategies import texts
from workbench.text.graphemes import next_boundary, previous_boundary, word_at, word_left, word_right


def boundaries(text: str) -> list[int]:
    places = [0]
    while places[-1] < len(text):
        places.append(next_boundary(text, places[-1]))
    return places


def words_of_two(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(0, len(run), 2)]


@given(texts)
def test_going_back_visits_the_places_that_going_on_visited(text: str) -> None:
    places = boundaries(text)
    for before, after in pairwise(places):
        assert previous_boundary(text, after) == before


@given(texts, st.integers(0, 120))
def test_words_move_on_and_end_at_the_ends(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    assert word_right(text, offset) > offset or offset == len(text)
    assert word_left(text, offset) < offset or offset == 0
    start, end = word_at(text, offset)
    assert 0 <= start <= end <= len(text)
    assert start < end or not text


def test_one_key_takes_a_whole_emoji_flag_accent_or_variant() -> None:
    for character in ("👨\u200d👩\u200d👧", "🇨🇳", "e\u0301", "葛\U000e0100", "👍🏽", "❤\ufe0f"):
        text = f"京{character}津"
        assert next_boundary(text, 1) == 1 + len(character)
        assert previous_boundary(text, 1 + len(character)) == 1


def test_flags_are_told_apart_from_the_start_of_their_run() -> None:
    text = "🇨🇳🇺🇸🇬🇧"
    assert boundaries(text) == [0, 2, 4, 6]
    assert previous_boundary(text, 4) == 2


def test_a_control_is_deleted_alone() -> None:
    assert boundaries("a\x1bb\r\u0301") == [0, 1, 2, 3, 4, 5]


def test_english_words_keep_their_apostrophe_and_numbers_their_point() -> None:
    text = "don’t add 3,000.5% to well-known"
    assert text[slice(*word_at(text, 1))] == "don’t"
    assert text[slice(*word_at(text, 11))] == "3,000.5%"
    assert word_left(text, len(text)) == text.index("known")


def test_ctrl_w_after_a_space_takes_the_word_before_it() -> None:
    assert word_left("relieve Beijing ", 16) == 8
    assert word_right("relieve Beijing", 7) == 15


def test_marks_are_a_stop_of_their_own_and_so_is_a_newline() -> None:
    assert word_left("京津冀，", 4) == 3
    assert word_right("ab\ncd", 2) == 3
    assert word_left("ab\ncd", 3) == 2


def test_hanzi_go_one_by_one_without_a_segmenter_and_word_by_word_with_one() -> None:
    text = "推进协同发展，"
    assert word_right(text, 0) == 1
    assert word_right(text, 0, words_of_two) == 2
    assert word_left(text, 6, words_of_two) == 4
    assert word_at(text, 3, words_of_two) == (2, 4)
    assert word_at("PM2.5治理", 6) == (6, 7)


def test_the_word_at_the_caret_is_the_one_it_touches() -> None:
    assert word_at("one two", 3) == (0, 3)
    assert word_at("one two", 7) == (4, 7)
    assert word_at("", 0) == (0, 0)
