"""tui: KeysInTurn, an app that deals with one command key before it passes the next key on.

Textual hands a key to the widget that has the focus and goes on to the next; whether it is a command turns
out only when it has come back up to the app. Of keys that come in a burst (a slow line, a fast hand, a macro
of tmux) the later ones are with that widget by then, and not with the dialog that the first one opens; and a
key that came before would be tried on that dialog. So a key that the screen binds, and every key of a dialog,
waits for those before it, and those behind it wait for it. So does every key of a list: what is typed there
moves the focus to the English, and the next letter is for the English then. Keys that type or move in the
English wait for nothing.

A key in its turn has nothing before it: where the widget that has the focus can say at once that the key is
none of its own, the command runs without going up through the queues first.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections import deque
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widget import Widget

from workbench.tui.at_once import nothing_before

LONGEST = 2.0  # s; a widget that went away may never have its turn


class EachInTurn:
    """What a widget is where a key may mean that the next one is for another widget."""


class AnswersAtOnce(Widget):
    """A widget that answers keys where they come in."""

    @abstractmethod
    def answers(self, event: events.Key) -> bool:
        """Deal with a key; False where it is for those above."""


class KeysInTurn(App[None]):
    """The app, as far as keys come in."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._keys: deque[events.Key] = deque()
        self._waiting = False
        self._turn = 0
        self._unsettled = False  # keys were passed on and may not be dealt with yet
        self._patience: asyncio.TimerHandle | None = None

    async def on_event(self, event: events.Event) -> None:
        """Keys go through the turnstile, all else as ever."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._keys.append(event)
        await self._pass_on()

    def again(self, event: events.Key) -> None:
        """A key that came to a dialog that is going away stands before those that came after it."""
        self._keys.appendleft(events.Key(event.key, event.character))
        if not self._waiting:
            self.call_later(self._pass_on)

    async def _pass_on(self) -> None:
        """Pass keys on until one has to be waited for."""
        while self._keys and not self._waiting:
            alone = self._has_its_turn(self._keys[0])
            if alone and self._unsettled:
                self._wait()
                return
            self._unsettled = True
            event = self._keys.popleft()
            if not (alone and await self._answered_at_once(event)):
                await super().on_event(event)
            if alone:
                self._wait()

    async def _answered_at_once(self, event: events.Key) -> bool:
        """Whether a key was dealt with where it came in: by the widget with the focus, or as a command."""
        focused = self.focused
        if not isinstance(focused, AnswersAtOnce) or event.key == "escape":
            return False
        if not nothing_before(focused) or not nothing_before(self.screen):
            return False
        self.screen._clear_tooltip()
        if await self._check_bindings(event.key, priority=True) or focused.answers(event):
            return True
        return await self._check_bindings(event.key)

    def _has_its_turn(self, event: events.Key) -> bool:
        screen = self.screen
        if isinstance(screen, ModalScreen) or isinstance(self.focused, EachInTurn):
            return True
        return event.key in screen._bindings.key_to_bindings

    def _wait(self) -> None:
        """Go on when what was passed on has been dealt with: by the widget, and by each above it in turn."""
        self._waiting = True
        self._turn += 1
        target = self.focused or self.screen
        loop = asyncio.get_running_loop()
        self._patience = loop.call_later(LONGEST, self.call_later, self._over, self._turn)
        nodes = [node for node in target.ancestors_with_self if node is not self]
        # A dialog that was answered may be gone by then: the screen that asked deals with the answer, and may
        # open the next dialog.
        nodes += [screen for screen in reversed(self.screen_stack) if screen not in nodes]
        self._climb(nodes, self._turn)

    def _climb(self, nodes: list[DOMNode], turn: int) -> None:
        """A callback stands in the queue of each node behind the keys, and only then goes to the next."""
        for at, node in enumerate(nodes):
            if node.call_later(self._climb, nodes[at + 1 :], turn):
                return
        self.call_later(self._over, turn)

    async def _over(self, turn: int) -> None:
        """The keys that were waited for are dealt with."""
        if turn != self._turn or not self._waiting:
            return
        if self._patience is not None:
            self._patience.cancel()
        self._unsettled = False
        self._waiting = False
        await self._pass_on()
