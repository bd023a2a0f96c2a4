"""tui: the lines of a comparison: a row in one line, and in full with both sides and what both came from."""

from __future__ import annotations

from textual.content import Content

from workbench.model.segments import Segment
from workbench.project.comparing_with import Changed, Comparison, DifferenceKind, DifferentRow, Work
from workbench.project.english_changes import english_changes
from workbench.text.shown import shown
from workbench.tui.screens.telling import local_time
from workbench.tui.widgets.choices import Choice
from workbench.tui.widgets.review_line import difference_content

WORDS = {
    Changed.THERE: "only there",
    Changed.HERE: "only here",
    Changed.BOTH: "both sides",
    Changed.UNKNOWN: "differs",
}
_FEW = 12  # characters before the first change in the line of a row


def row_line(different: DifferentRow, *, taken: bool) -> Choice:
    """A row that differs in one line: its number, who changed it, the states, their English."""
    states = _states(different)
    text = " · ".join(filter(None, (WORDS[different.changed], "locked" if different.locked else "", states)))
    if taken:
        text = "taken"
    english = _from_the_change(different) or ("their English is empty" if different.english_differs else "")
    return Choice(different, text, english, label=str(different.number), quiet=taken)


def _states(different: DifferentRow) -> str:
    ours, theirs = different.ours.state, different.theirs.work.state
    if theirs is None or ours is None or ours is theirs:
        return "" if ours is None else ours.value
    return f"{ours.value} > {theirs.value}"


def _from_the_change(different: DifferentRow) -> str:
    """Their English from a little before where it differs."""
    ours, theirs = different.ours.target.text, different.theirs.work.target.text
    same = next((at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), 0)
    start = theirs.rfind(" ", 0, max(0, same - _FEW)) + 1 if same > 2 * _FEW else 0
    return ("…" if start else "") + theirs[start : start + 200]


def row_content(different: DifferentRow, segment: Segment) -> Content:
    """A row in full: the Chinese, what both came from, ours and theirs with the signs of what differs."""
    parts = [Content(shown(segment.source.text))]
    if different.theirs.source:
        parts.append(_line("source there", Content(shown(different.theirs.source))))
    base, ours, theirs = different.base, different.ours, different.theirs.work
    if base is not None:
        parts.append(_line(f"base {_state(base)}", _text(base)))
    parts.append(_line(f"ours {_state(ours)}", _beside(base, ours)))
    by = " ".join(filter(None, (different.theirs.who, local_time(different.theirs.at))))
    about = f"theirs {_state(theirs)}{f', {by}' if by else ''}"
    parts.append(_line(about, _beside(base or ours, theirs)))
    if base is not None and different.changed is Changed.BOTH:
        parts.append(_line("ours to theirs", _beside(ours, theirs)))
    for name, mine, other in (
        ("comment there", ours.comment, theirs.comment),
        ("note there", ours.note, theirs.note),
    ):
        if other and other != mine:
            parts.append(_line(name, Content(shown(other))))
    if different.theirs.parts > 1:
        parts.append(Content.styled(f"{different.theirs.parts} units there are one row here", "$faint"))
    return Content("\n").join(parts)


def _line(name: str, content: Content) -> Content:
    return Content.styled(f"{name}  ", "$secondary") + content


def _state(work: Work) -> str:
    return f"({work.state.value})" if work.state is not None else "(its state is not said)"


def _text(work: Work) -> Content:
    return Content(shown(work.target.text)) if work.target else Content.styled("no English", "$faint")


def _beside(before: Work | None, after: Work) -> Content:
    """A text with what differs from another; itself where there is nothing to compare it with."""
    if before is None or not before.target or not after.target:
        return _text(after)
    if before.target.text == after.target.text:
        return Content.styled("the same English", "$faint")
    return difference_content(english_changes(before.target.text, after.target.text))


def heading(comparison: Comparison, kind: DifferenceKind, count: int) -> str:
    """What is listed, and what the comparison rests on."""
    base = f"base: our save of {local_time(comparison.base)}" if comparison.base else "no common base known"
    listed = f"{kind.value}: {count:,} of {len(comparison.rows):,}"
    return f"{listed} · {base} · {_rows(comparison.same)} the same"


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def elsewhere_lines(comparison: Comparison) -> list[Choice]:
    """What of the file is no row here, and what it lacks; lines that cannot be taken."""
    lines: list[Choice] = []
    if comparison.missing:
        lines.append(Choice(None, f"{_rows(comparison.missing)} here not in the file"))
    count = len(comparison.elsewhere) + comparison.more
    if count:
        units = "1 unit" if count == 1 else f"{count:,} units"
        lines.append(Choice(None, f"{units} of the file not a row here"))
        lines += [
            Choice(each, each.source, each.target, label=f"({each.number})", quiet=True)
            for each in comparison.elsewhere
        ]
        if comparison.more:
            lines.append(Choice(None, f"and {comparison.more:,} more"))
    return lines
