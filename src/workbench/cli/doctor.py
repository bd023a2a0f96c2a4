"""cli: `workbench doctor`."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.inputs import STANDARD_INPUT
from workbench.cli.reports import report_format
from workbench.cli.waiting import waiting
from workbench.model.faults import WorkbenchError
from workbench.model.findings import Severity

if TYPE_CHECKING:
    from workbench.exchange.doctor.examining import Doctor
    from workbench.exchange.doctor.faults import Fault
    from workbench.exchange.doctor.grouping import Groups

FINDINGS = 1
_ORDER = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


@click.command()
@click.argument("file", metavar="FILE.tmx")
@click.option("--repair", is_flag=True, help="Write what can be saved as a new file, TMX 1.4b in UTF-8.")
@click.option("-o", "--output", metavar="FILE", default="", help="The new file; never FILE.tmx itself.")
@click.option("--drop-duplicates", is_flag=True, help="Leave out units whose texts stood before.")
@click.option("--all", "every", is_flag=True, help="Show each finding, not one of a kind.")
@report_format("text", "json")
@click.option(
    "--severity",
    type=click.Choice([str(severity) for severity in _ORDER]),
    default="note",
    show_default=True,
    help="The least severity that is reported.",
)
def command(
    file: str, repair: bool, output: str, drop_duplicates: bool, every: bool, form: str, severity: str
) -> None:
    """Say what is wrong in FILE.tmx, where, which rule it breaks and how to mend it.

    Looked at are its encoding, its XML, its TMX, and its texts: empty sides, wrong languages, garbled
    characters, duplicates. Findings of one kind are shown once and counted. FILE.tmx is never changed.

    With --repair -o NEW.tmx what can be saved is written: units with nothing wrong as they stand, others
    mended where only one thing can be meant. What was done about each finding is said, and what was lost.
    Exit code 1 where something is found, mended or not.
    """
    if repair != bool(output):
        raise click.UsageError("Name the new file: --repair -o NEW.tmx.")
    if drop_duplicates and not repair:
        raise click.UsageError("--drop-duplicates goes with --repair -o NEW.tmx.")
    with _readable(file) as (path, name):
        if output:
            _refuse(Path(output), path, name)
        task = _Task(path, name, output, drop_duplicates, _ORDER.index(Severity(severity)))
        found = task.as_json() if form == "json" else task.as_text(every=every)
    if found:
        raise click.exceptions.Exit(FINDINGS)


class _Task:
    """One run of the command: what is read, what is written, what is shown."""

    def __init__(self, path: Path, name: str, output: str, drop_duplicates: bool, least: int) -> None:
        from workbench.exchange.doctor.grouping import Groups

        self._path, self._name, self._output = path, name, output
        self._drop, self._least = drop_duplicates, least
        self._groups: Groups = Groups()

    def as_text(self, *, every: bool) -> int:
        """For people; the number of findings."""
        if every:
            doctor = self._run(lambda fault: _show(fault))
        else:
            with waiting() as say:
                doctor = self._run(None, lambda units: say(f"unit {units:,}"))
            for group in self._groups:
                _show(group.first, group.sentence(), lost=False)
        self._say_end(doctor, every=every)
        return self._groups.total

    def as_json(self) -> int:
        """For programs, each finding as soon as it is found; the number of findings."""
        parts = _Array()
        doctor = self._run(lambda fault: parts.add(as_plain(fault)))
        parts.close()
        click.echo(_members(self._counts(doctor)))
        return self._groups.total

    def _run(self, show: Any, progress: Any = None) -> Doctor:
        from workbench.exchange.doctor.examining import Doctor

        def report(fault: Fault) -> None:
            if _ORDER.index(fault.rule.severity) >= self._least:
                self._groups.add(fault)
                if show is not None:
                    show(fault)

        doctor = Doctor(self._path, report, drop_duplicates=self._drop, progress=progress)
        if not self._output:
            doctor.examine()
            return doctor
        from workbench.project.atomic import write_atomically

        write_atomically(Path(self._output), doctor.repaired())
        return doctor

    def _counts(self, doctor: Doctor) -> dict[str, Any]:
        tally, counts = doctor.tally, self._groups.counts
        return {
            "file": self._name,
            "units": tally.units,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "notes": counts[Severity.NOTE],
            "output": self._output or None,
            "units_untouched": tally.untouched,
            "units_mended": tally.mended,
            "units_lost": tally.lost,
            "units_dropped": tally.duplicates,
        }

    def _say_end(self, doctor: Doctor, *, every: bool) -> None:
        groups, tally = self._groups, doctor.tally
        units = f"{tally.units:,} unit{'s' if tally.units != 1 else ''}"
        click.echo(f"{self._name}: {units}; {groups.summary() or 'nothing wrong'}.")
        if self._output:
            dropped = f", {tally.duplicates:,} dropped as duplicates" if self._drop else ""
            click.echo(
                f"{self._output}: {tally.untouched:,} as they were, {tally.mended:,} mended,"
                f" {tally.lost:,} lost{dropped}."
            )
            self._say_lost(every=every)
        elif groups.counts[Severity.ERROR]:
            file = "-" if self._name == STANDARD_INPUT else self._name
            click.echo(f"To save what can be saved: workbench doctor {file} --repair -o NEW.tmx")

    def _say_lost(self, *, every: bool) -> None:
        if every or not self._groups.lost:
            return
        click.echo("Lost:")
        for fault in self._groups.losses:
            click.echo(f"  {_place(fault)}: {fault.done or fault.message}: {fault.lost}")
        more = self._groups.lost - len(self._groups.losses)
        if more:
            click.echo(f"  and {more:,} more; --all shows each.")


class _Array:
    """The findings of a JSON object, written one after the other."""

    def __init__(self) -> None:
        self._begun = False

    def add(self, plain: dict[str, Any]) -> None:
        """Write one."""
        click.echo("," if self._begun else '{\n  "findings": [', nl=self._begun)
        if not self._begun:
            click.echo()
        self._begun = True
        text = json.dumps(plain, ensure_ascii=False, indent=2).replace("\n", "\n    ")
        click.echo(f"    {text}", nl=False)

    def close(self) -> None:
        """Write its end."""
        click.echo("\n  ]," if self._begun else '{\n  "findings": [],')


def _members(plain: dict[str, Any]) -> str:
    """The rest of an object that has begun."""
    return json.dumps(plain, ensure_ascii=False, indent=2).removeprefix("{\n")


def as_plain(fault: Fault) -> dict[str, Any]:
    """A finding as the object that programs read; documented in docs/formats.md."""
    return {
        "check": fault.rule.check,
        "severity": str(fault.rule.severity),
        "line": fault.line,
        "column": fault.column,
        "unit": fault.unit,
        "clause": fault.clause,
        "message": fault.message,
        "mend": fault.mend,
        "done": fault.done,
        "lost": fault.lost,
    }


def _show(fault: Fault, more: str = "", *, lost: bool = True) -> None:
    click.echo(f"{fault.rule.severity}: {_place(fault)}: {fault.message} [{fault.rule.check}]")
    lines = [
        f"Done: {fault.done}." if fault.done else f"Mend: {fault.mend}",
        f"Lost: {fault.lost}" if fault.lost and lost else "",
        f"Rule: {fault.clause}." if fault.clause else "",
        f"… {more}" if more else "",
    ]
    for line in filter(None, lines):
        click.echo(f"    {line}")


def _place(fault: Fault) -> str:
    unit = f" (unit {fault.unit:,})" if fault.unit else ""
    return f"line {fault.line}, column {fault.column}{unit}"


@contextmanager
def _readable(file: str) -> Iterator[tuple[Path, str]]:
    """The file and what to call it; standard input is put aside first, since it is read more than once."""
    if file != "-":
        path = Path(file)
        if path.is_dir():
            raise WorkbenchError(f"{file} is a folder; name a file in it.")
        if not path.exists():
            raise WorkbenchError(f"{file} does not exist; check the path.")
        yield path, file
        return
    with tempfile.NamedTemporaryFile(suffix=".tmx") as aside:
        shutil.copyfileobj(sys.stdin.buffer, aside)
        aside.flush()
        yield Path(aside.name), STANDARD_INPUT


def _refuse(output: Path, path: Path, name: str) -> None:
    """Raise WorkbenchError where the new file would take the place of the one that is read, or has none."""
    if str(output) == "-":
        raise WorkbenchError("The report goes to standard output; name a file with -o.")
    if output.is_dir():
        raise WorkbenchError(f"{output} is a folder; name a file in it with -o.")
    if output.resolve() == path.resolve() or (output.exists() and output.samefile(path)):
        raise WorkbenchError(f"{name} is never written over; choose another name with -o.")
