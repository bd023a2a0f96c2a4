"""cli: `workbench segments`."""

from __future__ import annotations

from typing import Any

import click

from workbench.cli.inputs import reading
from workbench.cli.reports import print_line, report_format
from workbench.model.segments import Origin, Segment


@click.command()
@click.argument("project")
@report_format("text", "jsonl")
def command(project: str, form: str) -> None:
    """List the rows of PROJECT.

    As text: number, state and kind, then both sides. As jsonl: one object a row (id, number, document,
    source, target, state, locked, kind, origin, note).
    """
    with reading(project) as opened:
        documents = {document.id: document.name for document in opened.store.documents()}
        for number, segment in enumerate(opened.store.every_segment(), 1):
            if form == "jsonl":
                print_line(as_plain(segment, number, documents.get(segment.document, "")))
            else:
                _print_text(segment, number)


def as_plain(segment: Segment, number: int, document: str) -> dict[str, Any]:
    """A row as the object that programs read; documented in docs/formats.md."""
    return {
        "id": segment.id,
        "number": number,
        "document": document,
        "source": segment.source.text,
        "target": segment.target.text,
        "state": str(segment.state),
        "locked": segment.lock is not None,
        "kind": str(segment.kind),
        "origin": origin_said(segment.origin),
        "note": segment.note,
    }


def origin_said(origin: Origin) -> str:
    """Where a target came from: typed, repetition, match 86; empty where there is none."""
    return f"{origin.kind} {origin.score}" if origin.score is not None else str(origin.kind)


def _print_text(segment: Segment, number: int) -> None:
    locked = ", locked" if segment.lock else ""
    click.echo(f"{number}  {segment.state}{locked}, {segment.kind.replace('_', ' ')}")
    for text in (segment.source.text, segment.target.text, segment.note and f"Note: {segment.note}"):
        if text:
            click.echo("    " + text.replace("\n", "\n    "))
