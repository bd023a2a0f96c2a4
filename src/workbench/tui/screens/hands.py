"""tui: Hands, what is put into the English instead of being typed: figures, names, another case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.text.characters import is_hanzi
from workbench.text.graphemes import word_at
from workbench.tui.screens.part import Part
from workbench.tui.screens.printed import plain_offset, plain_text, printed_offset

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

Span = tuple[int, int]
_TOUCHES = ",.;:!?)”’%"


class Hands(Part):
    """Puts text in at the caret; each goes in as if it had been typed."""

    def __init__(self, desk: EditorScreen) -> None:
        super().__init__(desk)
        self._name: tuple[int, str, int, str] | None = None  # row, Chinese, where it was put, and as what

    # ---- figures

    def next_figure(self) -> None:
        """The next figure of the Chinese that the English has not; right after, its next form."""
        desk = self.desk
        desk.to_english()
        printed = desk.pane.target_text
        target, caret = plain_text(printed), plain_offset(printed, desk.pane.caret)
        now = desk.facts.now
        hits = now.hits if now.row == desk.row else ()
        found = desk.session.next_figure(desk.segment, target, caret, hits)
        if found is None:
            desk.say("The English has every figure of this row.")
            return
        self._put_in((found.start, found.end), found.text)
        again = f" F10 again: {found.following}." if found.following else ""
        self._say(f"{found.chinese}: {found.text.strip()}.{again}")

    # ---- names

    def name_as_pinyin(self) -> None:
        """The selected Chinese name in pinyin; right after, its next reading."""
        if not self._name_selected() and not self._name_again():
            self.desk.say("Select a Chinese name first: Tab goes to the source, Shift with arrows selects.")

    def _name_selected(self) -> bool:
        desk = self.desk
        side, start, end = desk.pane.selection()
        chinese = desk.pane.selected_text()
        if not any(map(is_hanzi, chinese)):
            return False
        if side == "source":
            printed = desk.pane.target_text
            start = end = plain_offset(printed, desk.pane.caret)
        else:
            printed = desk.pane.target_text
            start, end = plain_offset(printed, start), plain_offset(printed, end)
        self._put_name(chinese, (start, end), again=False)
        return True

    def _name_again(self) -> bool:
        """Another reading in the place of the one just put in; False where it is not there any more."""
        desk = self.desk
        if self._name is None:
            return False
        row, chinese, start, text = self._name
        printed = desk.pane.target_text
        end = start + len(text)
        if row != desk.row or plain_text(printed)[start:end] != text:
            return False
        if plain_offset(printed, desk.pane.caret) != end:
            return False
        self._put_name(chinese, (start, end), again=True)
        return True

    def _put_name(self, chinese: str, span: Span, *, again: bool) -> None:
        name, other = self.desk.session.name_in_english(chinese, again=again)
        if not name:
            self.desk.say(f"{chinese} has no reading.", warn=True)
            return
        target = plain_text(self.desk.pane.target_text)
        text = _spaced(name, target[: span[0]], target[span[1] :])
        self._put_in(span, text)
        self._name = (self.desk.row, chinese, span[0], text)
        self._say(f"{chinese}: {name}." + (f" F9 9 p again: {other}." if other else ""))

    # ---- case

    def change_case(self) -> None:
        """The selection, or the word at the caret, in the next case."""
        desk = self.desk
        side, start, end = desk.pane.selection()
        if side == "source":
            desk.say("Case is for the English; Tab goes there.")
            return
        printed = desk.pane.target_text
        if start == end:
            start, end = self._recased_just_now(printed, start) or word_at(printed, start)
        text = printed[start:end]
        made, case = desk.session.next_case(text)
        if made == text:
            desk.say("There is no word here whose case could change.")
            return
        desk.put_in(made, replace=(start, end))
        self._say(f"{case}. F9 9 c again: the next case.")

    def _recased_just_now(self, printed: str, caret: int) -> Span | None:
        """What was just written in another case, with the caret behind it."""
        last = self.desk.session.recased
        return (caret - len(last), caret) if last and printed[:caret].endswith(last) else None

    # ---- both

    def _put_in(self, span: Span, text: str) -> None:
        printed = self.desk.pane.target_text
        place = printed_offset(printed, span[0]), printed_offset(printed, span[1])
        self.desk.put_in(text, replace=place)

    def _say(self, text: str) -> None:
        self.desk.call_later(self.desk.say, text)  # behind the edit, which clears what was said before it


def _spaced(name: str, before: str, after: str) -> str:
    """The name with spaces where words would touch."""
    if before and (before[-1].isalnum() or before[-1] in _TOUCHES):
        name = " " + name
    return name + " " if after and after[0].isalnum() else name
