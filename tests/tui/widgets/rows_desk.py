"""tui: a pane of made-up rows that tests press keys in, and a list of what it says."""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Sequence

from textual import events
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen

from workbench.model.coded import CodedText
from workbench.model.segments import Lock, Segment, State
from workbench.project.view import RowView
from workbench.text.width import cell_width
from workbench.tui.widgets.editor_messages import CaretMoved, Edited, Refused, RowChanged
from workbench.tui.widgets.editor_pane import EditorPane

SENTENCE = "推进交通一体化建设，完善城市群的公共服务体系。"
ENGLISH = "Integrated transport and better public services serve the whole city cluster. "
SIZE = (100, 24)


class Store:
    """Rows in memory."""

    def __init__(self, rows: Sequence[Segment]) -> None:
        self.rows = {row.id: row for row in rows}

    def segment(self, id: int) -> Segment:
        return self.rows[id]

    def segments(self, ids: Sequence[int]) -> list[Segment]:
        return [self.rows[id] for id in ids]

    def put(self, id: int, **changes: object) -> None:
        self.rows[id] = dataclasses.replace(self.rows[id], **changes)  # type: ignore[arg-type]

    def view(self, ids: Sequence[int] | None = None) -> RowView:
        ids = sorted(self.rows) if ids is None else ids
        rows = self.segments(ids)
        return RowView(
            array("q", ids),
            array("l", ids),
            array("l", [cell_width(row.source.text) for row in rows]),
            array("l", [cell_width(row.target.text) for row in rows]),
            len(self.rows),
        )


def made_rows(count: int = 60) -> list[Segment]:
    """Row 5 is taller than the screen, row 7 locked, row 9 not translated; ids are numbers."""
    sizes = {5: 24, 3: 2}
    return [
        Segment(
            number,
            number,
            1,
            source=CodedText(SENTENCE * sizes.get(number, 1)),
            target=CodedText("" if number == 9 else (ENGLISH * sizes.get(number, 1)).rstrip()),
            state=State.UNTRANSLATED if number == 9 else State.DRAFT,
            lock=Lock("Li", "law") if number == 7 else None,
        )
        for number in range(1, count + 1)
    ]


class Room(Screen[None]):
    """A screen that hears what the pane says."""

    def compose(self) -> ComposeResult:
        assert isinstance(self.app, Desk)
        yield self.app.pane

    def on_mount(self) -> None:
        desk = self.app
        assert isinstance(desk, Desk)
        desk.pane.set_view(desk.store.view())
        desk.pane.activate(1)
        desk.pane.focus()

    def hear(self, message: Message) -> None:
        assert isinstance(self.app, Desk)
        self.app.told.append(message)

    def on_editor_pane_edited(self, message: Edited) -> None:
        desk = self.app
        assert isinstance(desk, Desk)
        self.hear(message)
        desk.order.append(message.text)
        if desk.stores:
            desk.store.put(message.row_id, target=CodedText(message.text))
            desk.pane.reload(message.row_id)

    def on_editor_pane_row_changed(self, message: RowChanged) -> None:
        self.hear(message)

    def on_editor_pane_caret_moved(self, message: CaretMoved) -> None:
        self.hear(message)

    def on_editor_pane_refused(self, message: Refused) -> None:
        self.hear(message)

    def on_key(self, event: events.Key) -> None:
        assert isinstance(self.app, Desk)
        self.app.keys.append(event.key)
        self.app.order.append(event.key)


class Desk(App[None]):
    """A pane and a list of what it said."""

    def __init__(self, rows: Sequence[Segment], *, stores: bool = True) -> None:
        super().__init__()
        self.store = Store(rows)
        self.pane = EditorPane(self.store, id="rows")
        self.told: list[Message] = []
        self.keys: list[str] = []
        self.order: list[str] = []
        self.stores = stores

    def get_default_screen(self) -> Screen[None]:
        return Room()

    def heard(self, kind: type[Message]) -> list[Message]:
        return [message for message in self.told if isinstance(message, kind)]

    def lines(self) -> list[str]:
        """What stands on the screen, a string a line."""
        return ["".join(piece.text for piece in strip) for strip in self.screen._compositor.render_strips()]


def line_of(desk: Desk, number: int) -> int:
    """The line of the screen on which a row begins."""
    marks = [line[1 : desk.pane.grid.columns.digits + 1].strip() for line in desk.lines()]  # type: ignore[union-attr]
    return marks.index(str(number))


def press_at_once(desk: Desk, key: str, character: str) -> None:
    """A key as the app passes it on, without waiting for what it does."""
    event = events.Key(key, character)
    event._set_forwarded()
    desk.pane.post_message(event)


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause()
