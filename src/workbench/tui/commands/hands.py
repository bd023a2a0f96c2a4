"""tui: commands that save typing: figures, names, case, marks, another editor, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.screens.hands import Hands

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def next_figure(desk: EditorScreen) -> None:
    """Insert the next figure of the Chinese; pressed again, its next form."""
    if desk.may_type():
        desk.part(Hands).next_figure()


def name_as_pinyin(desk: EditorScreen) -> None:
    """Insert the selected Chinese name as pinyin; again, its next reading."""
    if desk.may_type():
        desk.part(Hands).name_as_pinyin()


def change_case(desk: EditorScreen) -> None:
    """Write the selection, or the word at the caret, in the next case."""
    if desk.may_type():
        desk.part(Hands).change_case()


def marks_and_letters(desk: EditorScreen) -> None:
    """Pick a mark or an accented letter, or make the quotes of the row curly."""
    from workbench.tui.screens.accents import CURL, Accents

    if not desk.may_type():
        return

    def chosen(text: str | None) -> None:
        if text == CURL:
            desk.apply(desk.session.curl_quotes(desk.row))
        elif text is not None:
            desk.to_english()
            desk.put_in(text)

    desk.ask(Accents(), chosen)


def external_editor(desk: EditorScreen) -> None:
    """Write the English of the row in another editor."""
    from workbench.tui.screens.external_editor import write_elsewhere

    if desk.may_type():
        write_elsewhere(desk)


def copy_row(desk: EditorScreen) -> None:
    """Copy the Chinese, the English or both."""
    from workbench.tui.screens.choose import Choose, Option

    segment = desk.segment
    source, target = segment.source.text, segment.target.text
    options = [Option(source, "the Chinese", source[:40])]
    if target.strip():
        options += [
            Option(target, "the English", target[:40]),
            Option(f"{source}\n{target}\n", "both, a line each"),
        ]

    def chosen(text: str | None) -> None:
        if text is not None:
            desk.app.copy_to_clipboard(text)

    desk.ask(Choose(f"Copy row {desk.number}", options), chosen)
