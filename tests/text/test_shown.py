"""text: nothing that is shown or pasted can break the screen."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tests.text.strategies import texts
from workbench.text.shown import pasted, shown

wild = st.one_of(
    texts,
    st.text(st.characters(), max_size=40),
    st.text(
        st.sampled_from(
            "a京\x1b[]31mP;0\x07\\\x9b\x9c\u202e\u2066\ud800\r\n\t\u2028\u200b\u200d👩🌾🏴\U000e0067\U000e007f"
        ),
        max_size=40,
    ),
)


def harmless(ch: str) -> bool:
    return unicodedata.category(ch) not in ("Cc", "Cs", "Zl", "Zp") and ch not in "\u202e\u2066\u061c\u200f"


@given(wild)
def test_offsets_are_the_same_in_the_text_and_on_the_screen(text: str) -> None:
    assert len(shown(text)) == len(text)


@given(wild)
def test_nothing_shown_moves_the_cursor_or_turns_the_direction(text: str) -> None:
    assert all(ch == "\n" or harmless(ch) for ch in shown(text))


@given(wild)
def test_what_is_shown_is_shown_as_it_is(text: str) -> None:
    assert shown(shown(text)) == shown(text)


@given(wild)
def test_a_paste_holds_only_what_may_be_shown_and_pasting_it_again_changes_nothing(text: str) -> None:
    clean = pasted(text)
    assert shown(clean) == clean
    assert pasted(clean) == clean


def test_controls_are_seen_for_what_they_are() -> None:
    assert shown("a\x00b\x1b[31m\tc") == "a␀b␛[31m c"
    assert shown("\u202ea\ud800\x9b") == "␦a␦␦"
    assert shown("a\u200bb\ufeff\u2028") == "a¦b¦␤"


def test_joiners_and_tags_inside_emoji_stay_and_stray_ones_show() -> None:
    assert shown("👩\u200d🌾") == "👩\u200d🌾"
    assert shown("中\u200d文") == "中¦文"
    assert shown("👩🏽\u200d🌾\u200b") == "👩🏽\u200d🌾¦"


def test_a_paste_loses_its_colours_title_and_bidi_controls() -> None:
    assert pasted("\x1b[1;31mred\x1b[0m\x1b]0;title\x07 \u202etext\u202c\x00") == "red text"
    assert pasted("京\u200b津\ufeff冀") == "京津冀"


def test_every_kind_of_line_end_in_a_paste_becomes_a_newline() -> None:
    assert pasted("a\r\nb\rc\u2028d\x0be\tf") == "a\nb\nc\nd\ne f"
