"""tui: commands on the whole project: saving, exporting, merging another's save, taking over, quitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.project.exporting import Form
    from workbench.tui.screens.editor import EditorScreen

FORMS: dict[Form, str] = {
    "tmx": "for other translation tools",
    "txt": "the English alone",
    "md": "the English as Markdown",
    "tsv": "a table of rows with ids",
    "html": "both languages side by side, to print",
}


def save(desk: EditorScreen) -> None:
    """Write project.tmx; every change is on disk already."""
    desk.keeping.save()


def export(desk: EditorScreen) -> None:
    """Write the translation as a file of another form."""
    from workbench.tui.screens.choose import Choose, Option

    options = [Option(form, form, why) for form, why in FORMS.items()]

    def chosen(form: Form | None) -> None:
        if form is not None:
            desk.keeping.export(form)

    desk.ask(Choose("Export the translation", options), chosen)


def take_over(desk: EditorScreen) -> None:
    """Ask the other window that has the project to hand it over."""
    desk.keeping.take_over()


def leave(desk: EditorScreen) -> None:
    """Keep the place and quit; nothing needs saving first."""
    desk.workbench.leave()
