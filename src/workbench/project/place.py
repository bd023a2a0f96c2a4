"""project: Place and RowFilter, where the translator was and which rows they wanted to see."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from workbench.model.segments import Kind, State


@dataclass(frozen=True, slots=True)
class RowFilter:
    """The rows to show: of any of `states` and of any of `kinds`; an empty set means all."""

    states: frozenset[State] = frozenset()
    kinds: frozenset[Kind] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.states or self.kinds)

    @property
    def text(self) -> str:
        """The filter in words, such as "state: draft, rejected · kind: heading"; empty for none."""
        parts = []
        if self.states:
            parts.append("state: " + ", ".join(state.value for state in State if state in self.states))
        if self.kinds:
            parts.append("kind: " + ", ".join(kind.value for kind in Kind if kind in self.kinds))
        return " · ".join(parts).replace("_", " ")

    def lets(self, state: State, kind: Kind) -> bool:
        """Whether a row of this state and kind is shown."""
        return (not self.states or state in self.states) and (not self.kinds or kind in self.kinds)

    def condition(self, *, in_order: bool = False) -> tuple[str, list[str]]:
        """The filter as a condition of SQL and its values.

        Args:
            in_order: the first few rows in order are wanted: SQLite shall walk along the order of rows
                (a plus hides a column from its indexes) and not gather all that match and sort them.
        """
        plus = "+" if in_order else ""
        parts, values = ["1"], list[str]()
        for column, wanted in (("state", self.states), ("kind", self.kinds)):
            if wanted:
                parts.append(f"{plus}{column} IN ({','.join('?' * len(wanted))})")
                values.extend(sorted(item.value for item in wanted))
        return " AND ".join(parts), values


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
    plain["states"] = sorted(row_filter.states)
    plain["kinds"] = sorted(row_filter.kinds)
    return json.dumps(plain)


def place_of(text: str) -> tuple[Place, RowFilter]:
    """The inverse of `place_text`; what an older version did not keep has its default."""
    plain = json.loads(text) if text else {}
    states = frozenset(State(value) for value in _known(plain.pop("states", ()), State))
    kinds = frozenset(Kind(value) for value in _known(plain.pop("kinds", ()), Kind))
    known = {name: plain[name] for name in Place.__dataclass_fields__ if name in plain}
    return Place(**known), RowFilter(states, kinds)


def _known(values: Iterable[str], among: Iterable[str]) -> list[str]:
    names = {str(value) for value in among}
    return [value for value in values if value in names]
