"""memory: UnitFilter, which units are wanted, as a condition of SQL."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.memory_units import UnitState
from workbench.model.segments import OriginKind
from workbench.text.fold import fold


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """The units to give out: those that fulfil every condition that is set.

    Attributes:
        text: stands in the source, however it is written, or in the target, capitals aside.
        place: stands in the name of what the unit was in, capitals aside.
        state: how far the translation is.
        origin: how it was made.
        since: changed (or, where that is not known, created) then or later; UTC, ISO 8601 or its beginning.
        until: changed then or earlier; the beginning of a date, such as 2026-10, holds all of it.
        who: last changed by this person.
        wholes_only: whole rows of projects alone: no sentence of a row and nothing imported.
        include_parts: sentences of rows too.
    """

    text: str = ""
    place: str = ""
    state: UnitState | None = None
    origin: OriginKind | None = None
    since: str = ""
    until: str = ""
    who: str = ""
    wholes_only: bool = False
    include_parts: bool = True

    def condition(self) -> tuple[str, list[str]]:
        """The filter as a condition of SQL on a table `u`, and its values."""
        parts: list[str] = ["1"]
        values: list[str] = []
        if self.text:
            parts.append(f"(instr(ifnull(u.source_fold, u.source), ?) OR u.target {LIKE})")
            values += [fold(self.text), like(self.text)]
        if self.place:
            parts.append(f"u.place {LIKE}")
            values.append(like(self.place))
        for column, wanted in (
            ("u.state", self.state),
            ("u.origin", self.origin),
            ("u.changed_by", self.who),
        ):
            if wanted or (wanted is not None and column != "u.changed_by"):
                parts.append(f"{column} = ?")
                values.append(str(wanted))
        if self.since:
            parts.append(f"{_DATE} >= ?")
            values.append(self.since)
        if self.until:
            parts.append(f"{_DATE} != '' AND substr({_DATE}, 1, length(?)) <= ?")
            values += [self.until, self.until]
        if self.wholes_only:
            parts.append("u.part = 0")
        elif not self.include_parts:
            parts.append("ifnull(u.part, 0) = 0")
        return " AND ".join(parts), values


ALL = UnitFilter()
"""Every unit."""

LIKE = "LIKE ? ESCAPE '!'"
_DATE = "iif(u.changed = '', u.created, u.changed)"


def like(text: str) -> str:
    """The pattern of SQL for what holds `text`."""
    for special in "!%_":
        text = text.replace(special, "!" + special)
    return f"%{text}%"
