"""memory: lines of a concordance have what was found in one column, whatever stands around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.kwic import kwic
from workbench.text.width import cell_width


def test_what_was_found_stands_in_one_column_of_lines_of_one_width() -> None:
    short = kwic("推动高质量发展", (2, 5), 40)
    long = kwic("and so we will pursue high-quality development in every region", (22, 34), 40)
    assert [cell_width(line.left) for line in (short, long)] == [16, 16]
    assert [sum(map(cell_width, line)) for line in (short, long)] == [40, 40]
    assert (short.hit, long.hit) == ("高质量", "high-quality")
    assert long.left.startswith("…") and long.right.rstrip().endswith("…")


def test_a_short_text_is_not_cut() -> None:
    assert "".join(kwic("推动发展", (0, 2), 40)).strip() == "推动发展"


def test_controls_and_line_ends_do_not_break_the_line() -> None:
    line = "".join(kwic("a\nb\x1b[31mc\u202ed", (2, 3), 30))
    assert line.isprintable() and "\x1b" not in line


def test_a_character_is_not_cut_from_its_accent() -> None:
    line = kwic("e\u0301" * 60 + "X", (120, 121), 20)
    assert not line.left.lstrip("…").startswith("\u0301")


@given(st.text(max_size=120), st.data(), st.integers(0, 80))
def test_the_parts_fill_the_width_and_come_from_the_text(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line = kwic(text, (start, end), width)
    assert sum(map(cell_width, line)) == width
    assert cell_width(line.left) == int(width * 0.4)
