"""tui: Dialog, what every question of the editor looks like: a panel at the bottom, Escape cancels."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual._styles_cache import StylesCache
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from workbench.tui.keys_in_turn import KeysInTurn

Answer = TypeVar("Answer")
KEYS_APART = "   "
"""Between the keys in a frame: "Enter goes on   Esc cancel"."""


class Panel(Vertical):
    """The frame of a dialog."""


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A question over the editor. Escape and ctrl+g answer None."""

    DEFAULT_CSS = """
    Dialog { align: center bottom; background: transparent; }
    Dialog Panel {
        width: 100%; max-width: 110; height: auto; max-height: 80%; margin: 0 1 2 1; padding: 0 1;
        background: $panel; border: round $primary; border-title-color: $primary;
        border-title-style: bold; border-subtitle-color: $foreground 70%;
    }
    Dialog Input, Dialog Input:focus { padding: 0 1; background: $boost; width: 1fr; }
    Dialog .line { height: 1; }
    Dialog .told { height: auto; padding: 0 1; color: $foreground 80%; }
    Dialog.-plain Panel { border: ascii $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+g", "cancel", show=False),
        Binding("f1", "tell_all_keys", show=False),
    ]

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self._title = title
        self._keys = keys
        self._answered = False

    def compose(self) -> ComposeResult:
        """The frame and what stands in it."""
        with Panel() as panel:
            panel.border_title = self._title
            panel.border_subtitle = self._keys
            yield from self.body()

    def body(self) -> ComposeResult:
        """What stands in the frame; every dialog has its own."""
        yield Widget()

    def on_mount(self) -> None:
        """Plain signs where the editor has them."""
        self.set_class(bool(getattr(self.app, "plain", False)), "-plain")

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer, once: of keys that come in a burst the second would take away the screen below."""
        if self._answered:
            return AwaitComplete()
        self._answered = True
        return super().dismiss(result)

    def on_unmount(self) -> None:
        """Its lines go too: Textual keeps those of the last thousand widgets beside two of their colours."""
        StylesCache.get_inner_outer.cache_clear()

    async def on_event(self, event: events.Event) -> None:
        """Keys that were on their way here when the dialog was answered are for what is below it."""
        if self._answered and isinstance(event, events.Key):
            event.stop()
            if isinstance(self.app, KeysInTurn):
                self.app.again(event)
            else:
                self.app.post_message(events.Key(event.key, event.character))
        else:
            await super().on_event(event)

    def tell_keys(self, keys: str) -> None:
        """Show other keys in the frame, or what is wrong, which has no three blanks in it."""
        self.query_one(Panel).border_subtitle = keys
        if KEYS_APART in keys:
            self._keys = keys

    @property
    def keys_told(self) -> list[str]:
        """The keys of the dialog, each with what it does, such as "Enter goes on"."""
        return [part.strip() for part in self._keys.split(KEYS_APART) if part.strip()]

    @property
    def name_told(self) -> str:
        """What stands on the frame."""
        return self._title

    def action_tell_all_keys(self) -> None:
        """F1: all keys of the dialog, to be searched; the one chosen is pressed."""
        from workbench.tui.screens.dialog_help import tell_keys_of

        tell_keys_of(self)

    def action_cancel(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
