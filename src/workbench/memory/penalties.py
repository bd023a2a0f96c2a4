"""memory: points taken off a match, each by its name in the settings and with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from unicodedata import normalize

from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.matches import Penalty, Query
from workbench.model.memory_units import MemoryUnit, UnitState
from workbench.model.segments import OriginKind
from workbench.text.characters import is_hanzi
from workbench.text.fold_table import FOLD_TABLE

_MOST = 100


@dataclass(frozen=True, slots=True)
class PenaltyRules:
    """Points for each thing that makes a unit less to be trusted; 0 takes nothing off.

    Attributes:
        unreviewed: a draft, or confirmed by its translator and not reviewed. A unit that came from
            elsewhere and says nothing of its state is spared.
        script: the same characters in the other script (traditional, simplified).
        aligned: paired by the aligner and not confirmed by anybody.
        machine: translated by a machine.
        codes: inline codes differ.
        old: last changed more than `years` years ago.
        years: see `old`; at least 1.
    """

    unreviewed: int = 1
    script: int = 1
    aligned: int = 2
    machine: int = 5
    codes: int = 1
    old: int = 0
    years: int = 5

    @classmethod
    def from_table(cls, table: Mapping[str, object]) -> PenaltyRules:
        """The rules of a table of settings; what it does not name keeps its default.

        Raises:
            WorkbenchError: a name that is no penalty, or a value that is no whole number of points.
        """
        names = [field.name for field in fields(cls)]
        points: dict[str, int] = {}
        for name, value in table.items():
            if name not in names:
                raise WorkbenchError(f"penalties: {name!r} is none of them; write {', '.join(names)}.")
            points[name] = _points(name, value)
        return cls(**points)


def _points(name: str, value: object) -> int:
    least = 1 if name == "years" else 0
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _MOST:
        raise WorkbenchError(f"penalties: {name} is {value!r}; write a whole number from {least} to {_MOST}.")
    return value


def penalties(
    query: Query, unit: MemoryUnit, rules: PenaltyRules, today: str, own: int = 0
) -> tuple[Penalty, ...]:
    """What is taken off a match of `unit`, in the order of the settings.

    Args:
        query: what is looked up.
        unit: what was found.
        rules: points by name.
        today: the date, ISO 8601 (YYYY-MM-DD, a time may follow).
        own: points that the memory itself costs.
    """
    reasons = _reasons(query, unit, rules, today)
    taken = [Penalty(name, points, why) for name, points, why in reasons if points > 0]
    if own > 0:
        taken.append(Penalty("memory", own, "penalty of this memory"))
    return tuple(taken)


def _reasons(
    query: Query, unit: MemoryUnit, rules: PenaltyRules, today: str
) -> Iterator[tuple[str, int, str]]:
    if unit.state is UnitState.DRAFT:
        yield "unreviewed", rules.unreviewed, "a draft"
    elif unit.state is UnitState.CONFIRMED:
        yield "unreviewed", rules.unreviewed, "confirmed, not reviewed"
    if rules.script and scripts_differ(query.source.text, unit.source.text):
        yield "script", rules.script, "the same characters in the other script"
    is_settled = unit.state in (UnitState.CONFIRMED, UnitState.REVIEWED)
    if unit.origin is OriginKind.ALIGNED and not is_settled:
        yield "aligned", rules.aligned, f"paired by the aligner ({unit.confidence:.0%} sure), not confirmed"
    if unit.origin is OriginKind.MACHINE:
        yield "machine", rules.machine, "translated by a machine"
    if _codes_differ(query.source, unit.source):
        yield "codes", rules.codes, "inline codes differ"
    changed = unit.changed or unit.created
    if changed and _years_between(changed, today) >= rules.years:
        yield "old", rules.old, f"last changed {changed[:10]}"


def scripts_differ(one: str, other: str) -> bool:
    """Whether a hanzi of both texts is written in one script here and in the other there (both shown)."""
    here, there = set(one), set(other)
    return _has_variant(here, there) or _has_variant(there, here)


def _has_variant(here: set[str], there: set[str]) -> bool:
    """Whether a character of `here` that only one script has stands in `there` in the other's form only."""
    for sign in here - there:
        plain = FOLD_TABLE.get(ord(sign))
        if plain is not None and _is_of_a_script(sign) and chr(plain) in there and chr(plain) not in here:
            return True
    return False


def _is_of_a_script(sign: str) -> bool:
    """A hanzi, and neither a radical nor a compatibility form, which are accidents of a PDF's fonts."""
    return sign > "⿟" and is_hanzi(sign) and normalize("NFKC", sign) == sign


def _codes_differ(one: CodedText, other: CodedText) -> bool:
    """Whether the codes are of other kinds or in another order; in equal texts also at other places."""
    if not one.codes and not other.codes:
        return False
    return _shape(one) != _shape(other) or (
        one.text == other.text
        and [code.offset for code in one.codes] != [code.offset for code in other.codes]
    )


def _shape(coded: CodedText) -> list[tuple[str, int]]:
    """Kinds of the codes in order, numbered anew from 1 as they come."""
    anew: dict[int, int] = {}
    return [(code.kind.value, anew.setdefault(code.number, len(anew) + 1)) for code in coded.codes]


def _years_between(earlier: str, later: str) -> int:
    """Whole years from one ISO date to another; 0 where one of them is none."""
    try:
        before = int(earlier[:4]), earlier[4:10].replace("-", "")[:4]
        after = int(later[:4]), later[4:10].replace("-", "")[:4]
    except ValueError:
        return 0
    return after[0] - before[0] - (after[1] < before[1])
