"""tui: ResearchList, the research sheet of the project: what is open first, then what was decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from workbench.project.research import LEFT, TAKEN, Found
from workbench.text.shown import shown
from workbench.tui.screens.list_with_whole import ListWithWhole, line_of
from workbench.tui.widgets.choices import Choice

_KEYS = "Enter row   ^N new   ^E edit   ^T decide   ^Y copy address   ^D delete"
_NONE = "^N puts down what you found   Esc cancel"


class Act(StrEnum):
    """What is to be done with the entry under the cursor; a new one needs none."""

    GO = "go"
    NEW = "new"
    EDIT = "edit"
    DECIDE = "decide"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen: an act, and the entry under the cursor; None in an empty sheet."""

    act: Act
    found: Found | None


class ResearchList(ListWithWhole[Wanted]):
    """Gives what to do. Copying the address is done here.

    Args:
        entries: of the sheet.
        numbers: of their rows as the editor shows them, by id; a row that is gone has none.
        copy: puts a text into the clipboard and says how.
        at: the entry that the cursor stands on at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "do('new')", show=False, priority=True),
        Binding("ctrl+e", "do('edit')", show=False, priority=True),
        Binding("ctrl+t", "do('decide')", show=False, priority=True),
        Binding("ctrl+d", "do('delete')", show=False, priority=True),
        Binding("ctrl+y", "copy", show=False, priority=True),
    ]

    def __init__(
        self,
        entries: Sequence[Found],
        numbers: dict[int, int],
        copy: Callable[[str], str],
        at: Found | None = None,
    ) -> None:
        lines = research_lines(entries)
        keys = _KEYS if entries else _NONE
        super().__init__("Research sheet", keys, lines, line_of(lines, at), share=0.6, whole=(5, 7))
        self._numbers = numbers
        self._copy = copy

    @property
    def _found(self) -> Found | None:
        return self.value if isinstance(self.value, Found) else None

    def on_choice_list_chosen(self) -> None:
        """Enter: to the row."""
        found = self._found
        if found is not None and found.row not in self._numbers:
            self.tell_keys("It stands for no row of this project.")
        else:
            self.action_do(Act.GO)

    def action_do(self, act: str) -> None:
        """Do something with the entry under the cursor, or make one."""
        if self._found is not None or act == Act.NEW:
            self.dismiss(Wanted(Act(act), self._found))

    def action_copy(self) -> None:
        """Copy the address, and say so."""
        if self._found is not None:
            address = self._found.address
            self.tell_keys(self._copy(address) if address else "It has no address.")

    def whole(self) -> Content:
        """The entry, with its row."""
        found = self._found
        if found is None:
            return Content("Nothing has been put down for this project. It is kept in research.tsv.")
        self.tell_keys(_KEYS)
        number = self._numbers.get(found.row)
        place = f"   row {number}" if number else ""
        lines = [
            Content.styled(shown(found.term), "bold")
            + Content(f"  {shown(found.candidate)}")
            + Content.styled(place, "$faint"),
            Content.styled("address ", "$secondary") + Content(shown(found.address) or "none"),
            Content.styled("decision ", "$accent") + Content(shown(found.decision) or "open"),
        ]
        if any(found.others):
            others = " · ".join(shown(cell) for cell in found.others if cell)
            lines.append(Content.styled(others, "$faint"))
        return Content("\n").join(lines)


def research_lines(entries: Sequence[Found]) -> list[Choice]:
    """The lines of the list: what is open, what was taken or decided in words, what was left."""
    parts = {
        "open": [each for each in entries if not each.decision],
        "decided": [each for each in entries if each.decision not in ("", LEFT)],
        "left": [each for each in entries if each.decision == LEFT],
    }
    lines: list[Choice] = []
    for word, part in parts.items():
        if part:
            lines.append(Choice(None, f"{word}: {len(part)}"))
        lines += [Choice(each, _line(each), _detail(each), quiet=word == "left") for each in part]
    return lines


def _line(found: Found) -> str:
    return f"{found.term}  {found.candidate}" if found.candidate else found.term


def _detail(found: Found) -> str:
    decided = f"{found.decision}  " if found.decision not in ("", TAKEN, LEFT) else ""
    return f"{decided}{found.address}"
