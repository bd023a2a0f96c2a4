"""tui: what an EditorPane tells the screen; handlers are named on_editor_pane_edited and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from workbench.tui.widgets.row_room import Side
    from workbench.tui.widgets.rows_pane import RowsPane


class RowMessage(Message, bubble=False, namespace="editor_pane"):
    """Something happened in a row; told to the screen and nobody else.

    Attributes:
        row_id: the row. `pane`: the pane it is in.
    """

    def __init__(self, pane: RowsPane, row_id: int) -> None:
        super().__init__()
        self.pane = pane
        self.row_id = row_id

    @property
    def control(self) -> RowsPane:
        """The pane, for `on` with a selector."""
        return self.pane


class Edited(RowMessage, bubble=False, namespace="editor_pane"):
    """The target of the active row was changed: its printed text now, and the caret in it."""

    def __init__(self, pane: RowsPane, row_id: int, text: str, caret: int) -> None:
        super().__init__(pane, row_id)
        self.text = text
        self.caret = caret


class CaretMoved(RowMessage, bubble=False, namespace="editor_pane"):
    """The caret moved without a change: its offset, and the side it is on."""

    def __init__(self, pane: RowsPane, row_id: int, caret: int, side: Side) -> None:
        super().__init__(pane, row_id)
        self.caret = caret
        self.side = side


class RowChanged(RowMessage, bubble=False, namespace="editor_pane"):
    """Another row became active by a key or a click, or because the one before left the view.

    Attributes:
        previous: id of the row left; 0 if there was none.
        placed: True where the user put the caret where it is (a click, up, down), so that it should stay.
    """

    def __init__(self, pane: RowsPane, row_id: int, previous: int, placed: bool) -> None:
        super().__init__(pane, row_id)
        self.previous = previous
        self.placed = placed


class Refused(RowMessage, bubble=False, namespace="editor_pane"):
    """A key would have changed what must not be changed; `why` is one sentence for a person."""

    def __init__(self, pane: RowsPane, row_id: int, why: str) -> None:
        super().__init__(pane, row_id)
        self.why = why
