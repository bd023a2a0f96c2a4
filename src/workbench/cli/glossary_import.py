"""cli: `workbench glossary import`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.glossary_choosing import WHERE, target_of

if TYPE_CHECKING:
    from workbench.glossary.diffs import Difference, RowChange
    from workbench.project.glossary_files import GlossaryImport

_MOST = 40
"""Lines of one kind that are shown without --all."""
_FEW = 5
"""Likewise of what is missing and stays."""


@click.command(name="import")
@click.argument("file", type=WHERE)
@click.option("--to", "target", metavar="GLOSSARY", type=WHERE, default=None, help="Into this glossary file.")
@click.option(
    "--project",
    metavar="PROJECT",
    default="",
    help="Into this project's glossary. Default: the personal one.",
)
@click.option(
    "--from",
    "form",
    type=click.Choice(["csv", "tsv", "xlsx", "tbx"]),
    default=None,
    help="The form of FILE, where neither its ending nor its beginning says it.",
)
@click.option(
    "--map",
    "mapping",
    metavar="COL=NAME",
    multiple=True,
    help="What a column holds, as in --map Fachgebiet=domain; - leaves it out. May be given several times.",
)
@click.option(
    "--apply", "is_applied", is_flag=True, help="Write the changes; without it they are only shown."
)
@click.option(
    "--delete-missing",
    is_flag=True,
    help="Delete what FILE does not have: its missing rows, and the cells it has empty.",
)
@click.option("--all", "every", is_flag=True, help=f"Show every change and not {_MOST} of a kind.")
def import_file(
    file: Path,
    target: Path | None,
    project: str,
    form: str | None,
    mapping: Sequence[str],
    is_applied: bool,
    delete_missing: bool,
    every: bool,
) -> None:
    """Show what the terms in FILE would change in a glossary, and with --apply change it.

    Read are CSV, TSV and XLSX in any common encoding, TBX (v3 in both styles, v2) and the XML of MultiTerm.
    Columns are found by their names (zh, en, Chinese, English, 中文, 英文, source term, domain, status ...).

    Nothing is written without --apply, and nothing is deleted without --delete-missing.
    """
    from workbench.project.glossary_files import compare_file

    path = target_of(target, project)
    done = compare_file(file, path, form=form or "", mapping=mapping)
    _print_remarks(done, delete_missing)
    _print_difference(done.difference, None if every else _MOST, delete_missing)
    click.echo(_summary(done, delete_missing))
    if not done.difference.changes(delete_missing=delete_missing):
        return
    if is_applied:
        done.apply(delete_missing=delete_missing)
        click.echo(f"{path} was written.", err=True)
    else:
        click.echo("Nothing was written; --apply does it.", err=True)


def _print_remarks(done: GlossaryImport, delete_missing: bool) -> None:
    """What was understood, put right and left out, on standard error."""
    if done.named:
        named = ", ".join(f"{column} = {name}" for column, name in done.named.items())
        click.echo(f"{done.source}: columns: {named}", err=True)
    for remark in done.remarks():
        click.echo(f"{done.source}: {remark}", err=True)
    findings = done.findings(delete_missing=delete_missing)
    for finding in findings[:_MOST]:
        click.echo(f"lint would say: {finding}", err=True)
    if len(findings) > _MOST:
        click.echo(f"lint would say {len(findings) - _MOST:,} things more.", err=True)


def _print_difference(difference: Difference, most: int | None, delete_missing: bool) -> None:
    _print_some(difference.new, most, _print_new)
    _print_some(difference.changed, most, _print_changed(delete_missing))
    sign, few = ("-", most) if delete_missing else ("?", most and _FEW)
    lines = [f"{sign} {row.cell('zh') or row.concept}\t{row.cell('en')}" for row in difference.missing]
    for line in lines[:few]:
        click.echo(line)
    _print_more(len(lines), few)


def _print_some(changes: Sequence[RowChange], most: int | None, show: Callable[[RowChange], None]) -> None:
    for change in islice(changes, most):
        show(change)
    _print_more(len(changes), most)


def _print_more(count: int, most: int | None) -> None:
    if most is not None and count > most:
        click.echo(f"  … and {count - most:,} more (--all shows them)")


def _print_new(change: RowChange) -> None:
    status = next((one.new for one in change.fields if one.column == "status"), "")
    click.echo(f"+ {change.zh}\t{change.en}" + (f"\t({status})" if status else ""))


def _print_changed(delete_missing: bool) -> Callable[[RowChange], None]:
    def show(change: RowChange) -> None:
        fields = change.fields if delete_missing else change.filling
        if fields:
            click.echo(f"~ {change.zh}\t{change.en}")
        for one in fields:
            click.echo(f"    {one.column}: {one.old or '(empty)'} → {one.new or '(empty)'}")

    return show


def _summary(done: GlossaryImport, delete_missing: bool) -> str:
    difference = done.difference
    fresh = sum(1 for _ in groupby(one.concept for one in difference.new if one.opens))
    changed = sum(bool(one.fields if delete_missing else one.filling) for one in difference.changed)
    parts = [
        f"{len(difference.new):,} new ({fresh:,} new concept{'' if fresh == 1 else 's'})",
        f"{changed:,} changed",
        f"{difference.same:,} the same",
        f"{len(difference.missing):,} missing in the file" + ("" if delete_missing else " (they stay)"),
    ]
    if difference.emptied:
        stay = "" if delete_missing else " (the glossary's stay)"
        parts.append(f"{difference.emptied:,} cells empty in the file{stay}")
    return f"{done.target}: {', '.join(parts)}"
