"""exchange: findings that a person takes for the same, told once, with the places of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.exchange.doctor.faults import Fault
from workbench.model.findings import Severity

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_PLACES = 5
_KINDS = 1000  # a file that has more kinds of faults has them told by rule
_LOSSES = 20


@dataclass(slots=True)
class Group:
    """Findings of one kind.

    Attributes:
        first: the first of them.
        count: how many there are.
        lines: where the first few others stand.
    """

    first: Fault
    count: int = 1
    lines: list[int] = field(default_factory=list)

    def sentence(self) -> str:
        """How many more there are and where; empty where there is one alone."""
        if self.count == 1:
            return ""
        lines = list(dict.fromkeys(self.lines))
        more = " …" if self.count - 1 > len(self.lines) else ""
        where = f"{'line' if len(lines) == 1 and not more else 'lines'} {', '.join(map(str, lines))}{more}"
        return f"and {self.count - 1:,} more like it, {where}"


class Groups:
    """Gathers findings, however many, in bounded memory.

    Attributes:
        counts: findings by severity.
        losses: the first findings with text that a repair could not save; `lost` counts all.
    """

    def __init__(self) -> None:
        self.counts = dict.fromkeys(ORDER, 0)
        self.losses: list[Fault] = []
        self.lost = 0
        self._groups: dict[tuple[str, ...], Group] = {}

    def add(self, fault: Fault) -> None:
        """Take a finding."""
        self.counts[fault.rule.severity] += 1
        if fault.lost:
            self.lost += 1
            if len(self.losses) < _LOSSES:
                self.losses.append(fault)
        kind = (*fault.kind, "done" if fault.done else "")
        if kind not in self._groups and len(self._groups) >= _KINDS:
            kind = (fault.rule.check,)
        group = self._groups.get(kind)
        if group is None:
            fault.node = None  # the unit is not needed again, and there may be many
            self._groups[kind] = Group(fault)
            return
        group.count += 1
        if len(group.lines) < _PLACES:
            group.lines.append(fault.line)

    def __iter__(self) -> Iterator[Group]:
        """The groups, the gravest first, then in the order of the file."""
        yield from sorted(
            self._groups.values(),
            key=lambda group: (ORDER.index(group.first.rule.severity), group.first.line),
        )

    @property
    def total(self) -> int:
        """How many findings there are."""
        return sum(self.counts.values())

    def summary(self) -> str:
        """The counts in words."""
        said = [
            f"{count:,} {severity}{'s' if count != 1 else ''}"
            for severity, count in self.counts.items()
            if count
        ]
        return ", ".join(said)
