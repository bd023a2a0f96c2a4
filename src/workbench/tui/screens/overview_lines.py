"""tui: the lines of the project screen: documents, last places, and what is known of each in full."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from workbench.model.segments import State
from workbench.project.overview import DocumentRows, LastPlace, Overview, WordCounts
from workbench.text.shown import shown
from workbench.tui.screens.telling import local_time
from workbench.tui.widgets.choices import Choice

_BAR, _FULL = 20, "█#"
_OPENING = 14  # characters of a source by which a row is known


def overview_lines(overview: Overview, words: WordCounts | None) -> list[Choice]:
    """Documents, and below them the last places."""
    documents = [Choice(each, each.name, _counted(each, words)) for each in overview.documents]
    places = [
        Choice(
            place,
            f"row {place.number:,}  {place.source[:_OPENING]}",
            f"{local_time(place.at)}  {place.label}, {place.who}",
        )
        for place in overview.places
    ]
    one = len(documents) == 1
    lines = [Choice(None, "Document" if one else f"{len(documents)} documents"), *documents]
    return [*lines, Choice(None, "Last places"), *places] if places else lines


def _counted(rows: DocumentRows, words: WordCounts | None) -> str:
    done = f"{_share(rows.done, rows.total):>5}  {rows.done:,} of {rows.total:,} rows done"
    if words is None:
        return done
    signs = sum(count for (document, _), count in words.hanzi.items() if document == rows.id)
    return f"{done}  {signs:,} hanzi"


def _share(part: int, whole: int) -> str:
    return f"{100 * part // whole} %" if whole else "-"


def progress_said(overview: Overview, words: WordCounts | None, counted: int) -> str:
    """The whole project in one line; done is what is confirmed or reviewed.

    Args:
        words: None while they are being counted; `counted` is how many rows were, then.
    """
    total = sum(each.total for each in overview.documents)
    done = sum(each.done for each in overview.documents)
    said = f"{done:,} of {total:,} rows done, {_share(done, total)}"
    if words is None:
        return f"{said}   counting words{f': {counted:,} rows' if counted else ''}…"
    signs, english = sum(words.hanzi.values()), sum(words.english.values())
    settled = sum(count for (_, state), count in words.hanzi.items() if state in _SETTLED)
    return f"{said}   {signs:,} hanzi, {_share(settled, signs)} done   {english:,} English words"


_SETTLED = (State.CONFIRMED, State.REVIEWED)


def document_content(rows: DocumentRows, words: WordCounts | None, *, plain: bool) -> Content:
    """A document in full: each state with its rows, share, hanzi and English words."""
    lines = [Content.styled(shown(rows.name), "bold")]
    table = [[state.value, f"{count:,}", "row" if count == 1 else "rows"] for state, count in _states(rows)]
    for line, (state, count) in zip(table, _states(rows), strict=True):
        line.append(_share(count, rows.total))
        if words is not None:
            line += [f"{words.hanzi.get((rows.id, state), 0):,}", "hanzi"]
            line += [f"{words.english.get((rows.id, state), 0):,}", "English words"]
        line.append(_bar(count, rows.total, plain=plain))
    lines += [_with_bar(line) for line in aligned(table)]
    if rows.ignored:
        lines.append(Content.styled(f"{rows.ignored:,} rows are ignored and not counted", "$faint"))
    return Content("\n").join(lines)


def _with_bar(line: str) -> Content:
    """A line of the table; its bar is set off."""
    at = next((at for at, sign in enumerate(line) if sign in _FULL), len(line))
    return Content(line[:at]) + Content.styled(line[at:], "$success")


def _states(rows: DocumentRows) -> list[tuple[State, int]]:
    return [(state, rows.by_state.get(state, 0)) for state in State]


def _bar(part: int, whole: int, *, plain: bool) -> str:
    full = round(_BAR * part / whole) if whole else 0
    return _FULL[plain] * full


def aligned(table: Sequence[Sequence[str]]) -> list[str]:
    """Rows of cells as lines: figures to the right of their columns, words to the left."""
    if not table:
        return []
    widths = [max(len(line[at]) for line in table) for at in range(len(table[0]))]
    return [
        "  ".join(
            cell.rjust(width) if cell[:1].isdigit() or cell == "-" else cell.ljust(width)
            for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in table
    ]


def place_content(place: LastPlace) -> Content:
    """A row worked on lately."""
    about = f"row {place.number:,}, {place.state.value}: {place.label}, {place.who}, {local_time(place.at)}"
    return Content.styled(shown(about), "bold") + Content(f"\n{shown(place.source)}")


def settings_content(settings: Sequence[tuple[str, str]]) -> Content:
    """The settings, one a line."""
    width = max((len(name) for name, _ in settings), default=0)
    lines = [
        Content.styled(f"{name:<{width}}  ", "$secondary") + Content(shown(said)) for name, said in settings
    ]
    return Content("\n").join(lines)
