"""tests: a paste is text and never keys, whatever it holds and however it arrives."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual import events

from workbench.tui.pasting import PasteParser

START, END = "\x1b[200~", "\x1b[201~"
contents = st.lists(
    st.sampled_from(["a", "改", "\r", "\x1b[31m", "\x1b", "\x1b[", "[", "~", "0"]), max_size=10
)


def read(data: str, cuts: list[int]) -> list[events.Event]:
    parser = PasteParser()
    places = sorted({min(cut, len(data)) for cut in cuts} | {0, len(data)})
    pieces = [data[a:b] for a, b in pairwise(places)]
    return [event for piece in pieces for event in parser.feed(piece) if isinstance(event, events.Event)]


@given(contents.map("".join), st.lists(st.integers(0, 60), max_size=5))
def test_what_is_pasted_never_arrives_as_keys(content: str, cuts: list[int]) -> None:
    found = read(f"x{START}{content}{END}y", cuts)
    assert [event.key for event in found if isinstance(event, events.Key)] == ["x", "y"]
    pasted = "".join(event.text for event in found if isinstance(event, events.Paste))
    assert "\x1b" not in pasted
    assert pasted.count("改") == content.count("改")


def test_keys_outside_a_paste_are_as_before() -> None:
    keys = [event.key for event in read("\x1b[A\r\x1bOP", [2, 4]) if isinstance(event, events.Key)]
    assert keys == ["up", "enter", "f1"]
