"""tui: HistoryForm, the versions of a row: who, when and what, and what differed; Enter restores one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from workbench.model.segments import Segment
from workbench.project.english_changes import english_changes
from workbench.project.history import RowVersion, source_changes, told_changes
from workbench.text.shown import shown
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.telling import local_time
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock
from workbench.tui.widgets.review_line import fitted_difference

_KEYS = "Enter restores its English   Tab beside {}   Esc cancel"
_BEFORE, _NOW = "the one before", "the row now"
_TALL = 36


class HistoryForm(Dialog[RowVersion]):
    """Gives the version whose English the row shall have again."""

    DEFAULT_CSS = """
    HistoryForm Panel { max-width: 140; }
    HistoryForm TextBlock { border-top: solid $foreground 25%; padding: 0 1; }
    .-plain HistoryForm TextBlock { border-top: ascii $foreground 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "against", show=False, priority=True)]

    def __init__(self, number: int, versions: Sequence[RowVersion]) -> None:
        super().__init__(f"History of row {number}", _KEYS.format(_NOW))
        self._versions = versions
        self._against_now = False

    def body(self) -> ComposeResult:
        """The versions, newest first, and what differed in the one under the cursor."""
        yield ChoiceList([self._line(version) for version in self._versions], share=0.4)
        yield TextBlock()

    def on_mount(self) -> None:
        """The newest version under the cursor."""
        super().on_mount()
        self._fit(self.app.size.height)
        self.query_one(ChoiceList).focus()
        self.call_after_refresh(self._show)

    def on_resize(self, event: events.Resize) -> None:
        """Another window."""
        self._fit(event.size.height)
        self.call_after_refresh(self._show)

    def _fit(self, height: int) -> None:
        low = height < _TALL
        self.query_one(TextBlock).styles.height = 8 if low else 13
        self.query_one(ChoiceList).styles.height = max(3, min(len(self._versions), 6 if low else 12))

    def action_against(self) -> None:
        """Compare with the version before, or with the row as it is now."""
        self._against_now = not self._against_now
        self.tell_keys(_KEYS.format(_BEFORE if self._against_now else _NOW))
        self._show()

    def on_choice_list_moved(self) -> None:
        """Another version is under the cursor."""
        self._show()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        if isinstance(message.value, RowVersion):
            self.dismiss(message.value)

    def _line(self, version: RowVersion) -> Choice:
        who = f" {version.who}" if version.who else ""
        now = version is self._versions[0]
        what = f"{version.what} · now" if now else version.what
        return Choice(version, f"{local_time(version.at)}{who}", what)

    def _show(self) -> None:
        version = self.query_one(ChoiceList).value
        if not isinstance(version, RowVersion):
            return
        block = self.query_one(TextBlock)
        width, height = max(20, block.size.width - 2), max(4, block.size.height - 1)
        now = self._versions[0].segment
        if self._against_now:
            content = version_content("To the row now: ", version.segment, now, width, height)
        else:
            content = version_content("", version.before, version.segment, width, height)
        block.show(content)


def version_content(head: str, older: Segment | None, newer: Segment, width: int, height: int) -> Content:
    """What leads from one version of a row to another: words, its English, and its Chinese where it differs.

    Args:
        head: what the words begin with.
        older: None where there was no row before.
        width: cells a line.
        height: so many lines at most; stretches that are the same give way.
    """
    lines = [fitted_difference(Content.styled(_told(head, older, newer), "$secondary"), (), width, 2)]
    left = height - lines[0].plain.count("\n") - 1
    if older is not None and older.source.text != newer.source.text:
        source = source_changes(older.source.text, newer.source.text)
        lines.append(fitted_difference(_side("Chinese"), source, width, max(1, left // 3)))
        left -= lines[1].plain.count("\n") + 1
    before = older.target.text if older is not None else ""
    parts = english_changes(before, newer.target.text)
    return Content("\n").join([*lines, fitted_difference(_side("English"), parts, width, max(1, left))])


def _side(name: str) -> Content:
    return Content.styled(name, "$faint")


def _told(head: str, older: Segment | None, newer: Segment) -> str:
    if older is None:
        return f"{head}A new row."
    said = told_changes(older, newer)
    if older.source.text != newer.source.text:
        said.append("other Chinese")
    if older.target.text != newer.target.text:
        said.append("other English")
    return shown(head + ("; ".join(said) if said else "the same") + ".").replace("\n", " ")
