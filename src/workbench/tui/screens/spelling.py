"""tui: Spelling, the misspelt words of the English: found, gone through, and put right."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from workbench.model.faults import WorkbenchError
from workbench.project.stopping import StopError
from workbench.text.spelling import SpeltWord, spelt_words
from workbench.tui.giving_way import giving_way
from workbench.tui.screens.choose import Choose, Option
from workbench.tui.screens.long_steps import LongSteps
from workbench.tui.screens.part import Part
from workbench.tui.screens.printed import plain_offset, plain_text, printed_offset

if TYPE_CHECKING:
    from workbench.project.spelling_commands import Misspelling
    from workbench.tui.screens.editor import EditorScreen

REST: Final = 2.5  # s without a key before the dictionary is read: a tenth of a second no key is answered
_PROPOSALS: Final = 7  # with the two lists of words, as many as there are digits
_MINE, _PROJECT = object(), object()


class Spelling(Part):
    """Spelling at the desk."""

    def __init__(self, desk: EditorScreen) -> None:
        super().__init__(desk)
        self._looking = 0  # number of the search under way; 0 for none
        self._searches = 0
        self._begun = 0.0

    # ---- the dictionary

    def start(self) -> None:
        """The dictionary is read when the keyboard rests."""
        self.desk.set_timer(REST, self._load_when_resting)

    def _load_when_resting(self) -> None:
        if monotonic() - self.desk.reading.touched < REST:
            self.desk.set_timer(REST, self._load_when_resting)
        elif not self.desk.session.spelling_ready:
            self.desk.run_worker(self._load, thread=True, exclusive=True, group="spelling")

    def _load(self) -> None:
        """In a worker's thread."""
        try:
            with giving_way():
                speller = self.desk.session.load_speller()
        except WorkbenchError as error:
            self.desk.call_later(partial(self.desk.say, str(error), warn=True))
            return
        if speller is not None:
            self.desk.call_later(self._loaded, speller.dictionary.remark)

    def _loaded(self, remark: str) -> None:
        if remark:
            self.desk.say(remark)
        self.desk.facts.terms_changed()

    # ---- going from one to the next

    def next(self) -> None:
        """Go to the next misspelt word, in this row or a later one, round the end."""
        desk = self.desk
        desk.to_english()
        caret = plain_offset(desk.pane.target_text, desk.pane.caret)
        self._searches += 1
        self._looking, self._begun = self._searches, monotonic()
        look = partial(self._look, self._looking, desk.row, caret)
        desk.run_worker(look, thread=True, exclusive=True, group="misspelt")

    def _look(self, search: int, row: int, caret: int) -> None:
        """In a worker's thread."""

        def progress(done: int, of: int) -> None:
            if self._looking != search:
                raise StopError
            self.desk.call_later(self._tell, search, done, of)

        try:
            with giving_way():
                found = self.desk.session.next_misspelling(row, caret, progress)
        except StopError:
            return
        except WorkbenchError as error:
            self.desk.call_later(partial(self.desk.say, str(error), warn=True))
            return
        self.desk.call_later(self._found, search, found)

    def _tell(self, search: int, done: int, of: int) -> None:
        if search == self._looking and done:
            left = round((monotonic() - self._begun) / done * max(0, of - done))
            self.desk.say(
                f"Looking for the next misspelt word: {done:,} of {of:,} rows, {left} s left. Any key stops."
            )

    def _found(self, search: int, found: Misspelling | None) -> None:
        if search != self._looking:
            return
        self._looking = 0
        desk = self.desk
        if found is None:
            desk.say("No other word is misspelt.")
            return
        if found.row != desk.row:
            desk.jump(found.row, found.end)
        else:
            desk.pane.set_caret(printed_offset(desk.pane.target_text, found.end))
        desk.say(f"“{found.word}” in row {desk.number}. F9 9 k proposes others, F9 9 z goes on.")

    def _stop(self) -> None:
        if self._looking:
            self._looking = 0
            self.desk.say("Stopped looking for misspelt words.")

    def edited(self) -> None:
        """Who types wants to look no further."""
        self._stop()

    def caret_moved(self) -> None:
        """Who moves on wants to look no further; a word that is left may be told misspelt."""
        self._stop()
        if self.desk.facts.held:
            self.desk.facts.row_touched()

    def row_changed(self) -> None:
        """Another row."""
        self._stop()

    def cancelled(self) -> None:
        """Escape."""
        self._stop()

    def closing(self) -> None:
        """Whoever leaves waits for nothing."""
        self._looking = 0

    # ---- putting right

    def propose(self) -> None:
        """Propose others for the word at the caret."""
        desk = self.desk
        word = self._word()
        if word is None:
            desk.say("Put the caret into an English word: others are proposed for it.")
            return
        look = partial(self._look_up, desk.row, word, desk.segment.source.text)
        desk.run_worker(look, thread=True, exclusive=True, group="proposals")

    def _word(self) -> SpeltWord | None:
        """The word at the caret of the English."""
        text = plain_text(self.desk.pane.target_text)
        caret = plain_offset(self.desk.pane.target_text, self.desk.pane.caret)
        return next((word for word in spelt_words(text) if word.start <= caret <= word.end), None)

    def _look_up(self, row: int, word: SpeltWord, source: str) -> None:
        """In a worker's thread."""
        try:
            speller = self.desk.session.load_speller()
            if speller is None:
                said = "Only English is checked, and this project is not translated into it."
                self.desk.call_later(self.desk.say, said)
                return
            right = not speller.misspelt(word.text, source)
            found = speller.dictionary.proposals(word.text)[:_PROPOSALS]
        except WorkbenchError as error:
            self.desk.call_later(partial(self.desk.say, str(error), warn=True))
            return
        self.desk.call_later(self._ask, row, word, found, right)

    def _ask(self, row: int, word: SpeltWord, found: tuple[str, ...], right: bool) -> None:
        if row != self.desk.row or self._word() != word:
            return  # the translator went on
        options: list[Option[object]] = [Option(one, one) for one in found if one != word.text]
        if not right:
            options += [
                Option(_MINE, f"“{word.text}” is right", "add it to your words"),
                Option(_PROJECT, f"“{word.text}” is right here", "add it to the project's words.txt"),
            ]
        if not options:
            self.desk.say(f"“{word.text}” is right, and nothing is like it.")
            return
        title = f"“{word.text}” is in the dictionary" if right else f"“{word.text}” is in no dictionary"
        self.desk.ask(Choose(title, options), partial(self._chosen, word))

    def _chosen(self, word: SpeltWord, answer: object | None) -> None:
        desk = self.desk
        if answer is _MINE or answer is _PROJECT:
            desk.apply(desk.session.add_word(word.text, personal=answer is _MINE))
            desk.facts.terms_changed()
        elif isinstance(answer, str) and desk.may_type():
            printed = desk.pane.target_text
            span = printed_offset(printed, word.start), printed_offset(printed, word.end)
            apostrophe = "’" if "’" in printed[slice(*span)] else "'"
            desk.put_in(answer.replace("'", apostrophe), replace=span)
            look = partial(self._look_for_others, desk.row, word.text, answer)
            desk.run_worker(look, thread=True, exclusive=True, group="respelling")

    def _look_for_others(self, row: int, word: str, by: str) -> None:
        """In a worker's thread: the other rows in which the word stands."""
        try:
            rows = tuple(other for other in self.desk.session.rows_with_word(word) if other != row)
        except WorkbenchError as error:
            self.desk.call_later(partial(self.desk.say, str(error), warn=True))
            return
        if rows:
            self.desk.call_later(self._ask_for_others, word, by, rows)

    def _ask_for_others(self, word: str, by: str, rows: tuple[int, ...]) -> None:
        if self.desk.app.screen is not self.desk:
            return  # something else is being asked already
        count = f"{len(rows):,} more row{'s' if len(rows) > 1 else ''}"
        options = [
            Option(False, "Leave them"),
            Option(True, f"“{by}” there too", "one step of undo; confirmed rows become drafts"),
        ]

        def answered(all_of_them: bool | None) -> None:
            if all_of_them:
                steps = self.desk.part(LongSteps)
                steps.do("Replacing", lambda session: session.respell(word, by, rows), len(rows))

        self.desk.ask(Choose(f"“{word}” stands in {count}", options), answered)
