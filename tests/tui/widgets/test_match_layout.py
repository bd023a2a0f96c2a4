"""tests/tui: the lines of a match, exactly as wide as the pane, and readable without colour."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.model.matches import Change, Difference
from workbench.tui.widgets.match_layout import MatchEntry, Run, difference_runs, entry_lines

texts = st.text(alphabet="疏解非首都功能，。“” abc12é👩①", max_size=60)


def painted(entry: MatchEntry, width: int, *, chosen: bool) -> list[str]:
    return ["".join(run.text for run in line) for line in entry_lines(entry, width, chosen=chosen, lead=10)]


def test_what_differs_is_shown_by_signs_and_not_by_colour_alone() -> None:
    runs = difference_runs(
        (
            Difference(Change.KEPT, "有序疏解"),
            Difference(Change.REMOVED, "首都"),
            Difference(Change.ADDED, "非首都"),
            Difference(Change.KEPT, "功能。"),
        )
    )
    assert "".join(run.text for run in runs) == "有序疏解[-首都-]{+非首都+}功能。"


def test_a_long_unchanged_stretch_is_shortened_so_that_what_differs_is_seen() -> None:
    same = "推动三省一市协同发展不断迈上新台阶是一项长期的历史任务也是一件大事"
    runs = difference_runs(
        (Difference(Change.KEPT, same), Difference(Change.ADDED, "新"), Difference(Change.KEPT, same))
    )
    assert "".join(run.text for run in runs) == f"…{same[-10:]}{{+新+}}{same[:10]}…"


def test_the_entry_under_the_cursor_is_whole_and_says_where_it_is_from() -> None:
    entry = MatchEntry(
        1,
        "1",
        "86 %",
        (Run("疏解北京非首都功能取得成效", "source"),),
        (Run("Relieving Beijing of non-capital functions has paid off.", "target"),),
        "personal · capital-region · lin",
    )
    whole = painted(entry, 40, chosen=True)
    assert whole[0].startswith(" 1 86 %")
    said = " ".join(" ".join(whole[1:]).split())
    assert said == (
        "Relieving Beijing of non-capital functions has paid off. personal · capital-region · lin"
    )
    short = painted(entry, 40, chosen=False)
    assert len(short) == 2
    assert short[1].rstrip().endswith("…")


@given(texts, texts, texts, st.integers(14, 70), st.booleans())
def test_every_line_is_as_wide_as_the_pane(
    source: str, target: str, about: str, width: int, chosen: bool
) -> None:
    entry = MatchEntry(
        1, "1", "100 %", (Run(source, "source"), Run("新", "added")), (Run(target, "target"),), about
    )
    for line in painted(entry, width, chosen=chosen):
        assert cell_len(line) == width
