"""exchange: Rule and Fault, what the doctor can find and what it has found at one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.model.findings import Severity

if TYPE_CHECKING:
    from workbench.exchange.doctor.nodes import Node

XML = "XML 1.0"
TMX = "TMX 1.4b"
DTD = "tmx14.dtd"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong.

    Attributes:
        check: its name for programs, such as xml.ampersand.
        severity: error: breaks XML or TMX; warning: the texts or their use suffer; note: worth knowing.
        clause: what it breaks in XML 1.0, in the TMX 1.4b specification or its DTD; empty where it breaks
            no rule of the format.
        message: one sentence, with {0}, {1} … for what differs from place to place.
        mend: what a person can do about it, likewise.
        key: how many of these values part findings into kinds; those after them are particulars.
    """

    check: str
    severity: Severity
    clause: str
    message: str
    mend: str
    key: int = 0


@dataclass(slots=True, eq=False)
class Fault:
    """A rule broken at a place.

    Attributes:
        rule: what is broken.
        offset: where, in characters from the start of the file, the byte order mark not counted.
        values: what the sentences of the rule name.
        node: the element that is concerned, for mending.
        attribute: its attribute that is.
        line: 1-based, as `column`, in characters; known once the fault is handed out.
        unit: number of the translation unit, from 1; 0 outside units.
        done: what the repair did about it; empty where it did nothing.
        lost: text that the repair could not save.
    """

    rule: Rule
    offset: int
    values: tuple[str, ...] = ()
    node: Node | None = field(default=None, repr=False)
    attribute: str = ""
    line: int = 0
    column: int = 0
    unit: int = 0
    done: str = ""
    lost: str = ""

    @property
    def message(self) -> str:
        """What is wrong, in one sentence."""
        return self.rule.message.format(*self.values)

    @property
    def mend(self) -> str:
        """What a person can do."""
        return self.rule.mend.format(*self.values)

    @property
    def clause(self) -> str:
        """The clause that is broken; empty where none is."""
        return self.rule.clause.format(*self.values)

    @property
    def kind(self) -> tuple[str, ...]:
        """Equal for findings that a person takes for the same."""
        return (self.rule.check, *self.values[: self.rule.key])


def table(*rules: Rule) -> dict[str, Rule]:
    """Rules by their names."""
    return {rule.check: rule for rule in rules}


def short(text: str, length: int = 40) -> str:
    """A text on one line, cut where it is long; what cannot be shown is left out."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= length else line[: length - 1] + "…"
