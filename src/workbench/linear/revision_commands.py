"""linear: commands on what was done to a row: its versions, and what another file has of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.linear.found import numbered
from workbench.linear.told import changes_said, one_line
from workbench.project.comparing_with import DifferenceKind

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk
    from workbench.project.comparing_with import Comparison, DifferentRow
    from workbench.project.history import RowVersion

SHOWN = 10


def history(desk: LinearDesk, rest: str) -> None:
    """Say who changed the row, when and what, newest first."""
    del rest
    versions = desk.session.versions(desk.row)
    for number, version in enumerate(versions[:SHOWN], 1):
        desk.say(f"{number}. {version.at} {version.who}: {version.what}")
        if version.before is not None and version.before.target != version.segment.target:
            desk.say(changes_said(version.before.target.text, version.segment.target.text))
    if len(versions) > SHOWN:
        desk.say(f"And {len(versions) - SHOWN} more.")


def restore(desk: LinearDesk, rest: str) -> None:
    """Bring back the English of a version of the list, as a draft."""
    version = numbered(desk.session.versions(desk.row), rest)
    if version is None:
        desk.say("Name a version by its number in /history: /restore NUMBER.")
    else:
        _restored(desk, version)


def _restored(desk: LinearDesk, version: RowVersion) -> None:
    desk.apply(desk.session.restore(desk.row, version))
    desk.say(f"English: {one_line(desk.segment.target.text)}")


def changes(desk: LinearDesk, rest: str) -> None:
    """Say what was changed since the row was confirmed last."""
    del rest
    confirmed = desk.session.confirmed_version(desk.row)
    if confirmed is None:
        desk.say("The row was never confirmed.")
    elif confirmed.target == desk.segment.target.text:
        desk.say("Nothing was changed since it was confirmed.")
    else:
        desk.say(changes_said(confirmed.target, desk.segment.target.text))


def compare(desk: LinearDesk, rest: str) -> None:
    """Go through the rows in which a colleague's TMX or another save differs, and take theirs or not."""
    files = desk.session.comparable_files()
    one = numbered(files, rest)
    if not rest:
        for number, file in enumerate(files, 1):
            desk.say(f"{number}. {file.name}: {file.path}")
        desk.say("Name a file, or one of these by its number: /compare FILE.")
        return
    found = desk.session.compare(one.path if one is not None else Path(rest).expanduser())
    differ = "1 row differs" if len(found.rows) == 1 else f"{len(found.rows)} rows differ"
    desk.say_done(f"{differ}, {found.same} are the same. {found.said}".strip())
    for kind in DifferenceKind:
        if found.rows and found.of(kind):
            desk.say(f"{len(found.of(kind))} {kind.value}.")
    if found.elsewhere:
        desk.say(f"{len(found.elsewhere)} units of theirs are no row here.")
    for row in found.rows:
        if desk.session.is_taken(row):
            continue
        _tell_different(desk, row)
        if not _answered(desk, found, row):
            return


def _tell_different(desk: LinearDesk, row: DifferentRow) -> None:
    desk.say(f"Row {row.number}, {row.changed.value}:")
    desk.say(changes_said(row.ours.target.text, row.theirs.work.target.text))


def _answered(desk: LinearDesk, found: Comparison, row: DifferentRow) -> bool:
    """Do what is said of a row; False where the rest of the rows is left."""
    answer = (desk.ask("take, leave, go, a kind, all or stop: ") or "stop").strip().casefold()
    kind = next((kind for kind in DifferenceKind if kind.value == answer), None)
    if kind is not None:
        desk.apply(desk.session.take(found, found.of(kind)))
    elif answer in ("take", "t"):
        desk.apply(desk.session.take(found, [row.row]))
    elif answer in ("all", "a"):
        desk.apply(desk.session.take(found, [each.row for each in found.rows]))
    elif answer in ("go", "g"):
        desk.session.jump(row.row, desk.row)
        desk.go(row.row)
    return answer not in ("stop", "s", "all", "a", "go", "g")
