"""project: Place and RowFilter, where the translator was and which rows they wanted to see."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, State
from workbench.project.row_filter import RowFilter

__all__ = ["Place", "RowFilter", "place_of", "place_text"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the translator was.

    Attributes:
        row: id of the active row; 0 before the first opening.
        caret: offset in its printed target.
        scroll_row: id of the row at the top of the screen, and `scroll_offset` its lines above it.
        ruby: off, pane, row or all: where pinyin stands.
        script: as is, hans or hant: how the source is shown.
        sound: tone marks or numbers in pinyin: marks or numbers.
        look: layout, columns and panes as the screen has them, in its own words; empty for as usual.
    """

    row: int = 0
    caret: int = 0
    scroll_row: int = 0
    scroll_offset: int = 0
    ruby: str = "pane"
    script: str = "as is"
    sound: str = "marks"
    look: str = ""


def place_text(place: Place, row_filter: RowFilter) -> str:
    """Both as JSON, for the store."""
    plain: dict[str, object] = asdict(place)
    plain["filter"] = row_filter.text
    return json.dumps(plain)


def place_of(text: str) -> tuple[Place, RowFilter]:
    """The inverse of `place_text`; what an older version did not keep has its default."""
    plain = json.loads(text) if text else {}
    states = frozenset(State(value) for value in _known(plain.pop("states", ()), State))
    kinds = frozenset(Kind(value) for value in _known(plain.pop("kinds", ()), Kind))
    known = {name: plain[name] for name in Place.__dataclass_fields__ if name in plain}
    written = str(plain.get("filter", ""))
    return Place(**known), _filter_of(written) if written else RowFilter(states, kinds)


def _filter_of(text: str) -> RowFilter:
    """The filter that was kept; none where a newer version wrote it in words that mean nothing here."""
    from workbench.project.filter_text import parse_filter

    try:
        return parse_filter(text)
    except WorkbenchError:
        return RowFilter()


def _known(values: Iterable[str], among: Iterable[str]) -> list[str]:
    names = {str(value) for value in among}
    return [value for value in values if value in names]
