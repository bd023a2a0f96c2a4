"""linear: commands on the whole project: saving, exporting, leaving."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.linear.found import numbered, two
from workbench.linear.going_commands import jump
from workbench.linear.told import one_line
from workbench.project.exporting import FORMS, export, left_out
from workbench.project.reviewing import Role

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk


def save(desk: LinearDesk, rest: str) -> None:
    """Write project.tmx."""
    del rest
    desk.apply(desk.session.save())


def merge_save(desk: LinearDesk, rest: str) -> None:
    """Take from a project.tmx that someone else changed what was changed only there."""
    del rest
    desk.apply(desk.session.merge_foreign())


def glance(desk: LinearDesk, rest: str) -> None:
    """Say the documents with their rows and words, and the settings; with a number, go to that document."""
    overview = desk.session.overview()
    chosen = numbered(overview.documents, rest)
    if chosen is not None and chosen.row:
        jump(desk, chosen.row)
        return
    words = desk.session.word_counts()
    for number, document in enumerate(overview.documents, 1):
        desk.say(f"{number}. {document.name}: {document.done} of {document.total} rows done.")
        states = ", ".join(f"{state.value} {count}" for state, count in document.by_state.items() if count)
        hanzi = sum(count for (id, _), count in words.hanzi.items() if id == document.id)
        english = sum(count for (id, _), count in words.english.items() if id == document.id)
        desk.say(f"{states}; {hanzi} hanzi, {english} English words.")
    for name, said in desk.session.settings_said():
        desk.say_done(f"{name}: {one_line(said)}")


def write(desk: LinearDesk, rest: str) -> None:
    """Write the translation as a file, beside the project's other files or where it is said."""
    word, path = two(rest, " ")
    form = next((form for form in FORMS if form == word), None)
    if form is None:
        desk.say(f"A form is one of: {', '.join(FORMS)}.")
        return
    written = export(desk.session, form, Path(path).expanduser() if path else None)
    desk.say(f"Written: {written}. {left_out(desk.session)}".strip())


def role(desk: LinearDesk, rest: str) -> None:
    """Translate or review from here on."""
    chosen = next((role for role in Role if role.value == rest.strip()), None)
    if chosen is None:
        desk.say(f"A role is one of: {', '.join(role.value for role in Role)}.")
    else:
        desk.apply(desk.session.set_role(chosen))


def leave(desk: LinearDesk, rest: str) -> None:
    """End; nothing needs saving."""
    del rest
    desk.leaving = True
