"""linear: LinearDesk, the row that is being worked on, and the sentence of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.found import LastFound
from workbench.linear.talk import Ask, Say, Talk
from workbench.linear.told import changes_said, one_line, row_lines, sentence_lines
from workbench.model.coded import CodedText, parse_coded, print_coded
from workbench.model.segments import Segment
from workbench.project.light import Light, sentences_of_target
from workbench.project.outcome import Outcome
from workbench.project.place import Place
from workbench.project.proposals import spliced
from workbench.project.reviewing import Role
from workbench.project.session import Session

if TYPE_CHECKING:
    from workbench.project.completion import Vocabulary


class LinearDesk(Talk):
    """A session, a row and a caret.

    Attributes:
        row: id of the row; 0 where the project has none.
        caret: offset in the plain English: the sentence that stands there is the one to be done.
        found: what lists have told last, so that the next line may name one of it by its number.
        words: those of the project that Tab completes too; None where it does not.
    """

    def __init__(self, session: Session, say: Say, ask: Ask) -> None:
        super().__init__(say, ask)
        self.session = session
        self.found = LastFound()
        self.words: Vocabulary | None = None
        self._begun: tuple[int, int] | None = None  # row and caret behind what was put in last
        self.row = self._first()
        self.caret = session.resting_caret(self.row) if self.row else 0

    def _first(self) -> int:
        """The row of the last time, else the first."""
        place = self.session.place.row
        if place and self.session.number(place):
            return place
        return self.session.row_numbered(1) or 0

    @property
    def segment(self) -> Segment:
        """The row as it is now."""
        return self.session.segment(self.row)

    @property
    def number(self) -> int:
        """Its number, 1-based."""
        return self.session.number(self.row)

    @property
    def light(self) -> Light:
        """The sentence at the caret, on both sides."""
        segment = self.segment
        return self.session.light(segment, segment.target.text, self.caret)

    def tell_row(self) -> None:
        """Say what the row is, and the sentence that is to be done."""
        if not self.row:
            self.say("This project has no rows.")
            return
        self.tell(row_lines(self.segment, self.number, self.session.counts().total))
        if self.session.is_bookmarked(self.row):
            self.say("It has a bookmark.")
        if self.session.role is Role.REVIEWER:
            self._tell_changes()
        self.tell_sentence()

    def _tell_changes(self) -> None:
        """What differs from what the translator confirmed last, for a reviewer."""
        confirmed, now = self.session.confirmed_version(self.row), self.segment.target.text
        if confirmed is not None and confirmed.target != now:
            self.say(f"Since it was confirmed: {changes_said(confirmed.target, now)}")

    def tell_sentence(self) -> None:
        """Say the sentence that is to be done."""
        self.tell(sentence_lines(self.segment, self.light))

    def go(self, row: int, caret: int | None = None) -> None:
        """Go to a row and say it."""
        if self.session.number(self.row):
            self.session.leave(self.row, self.caret)
        self.row = row
        self.caret = self.session.resting_caret(row) if caret is None else caret
        self.session.remember(Place(row=row))
        self.tell_row()

    def apply(self, outcome: Outcome) -> None:
        """Say what a command did, and go where it leads."""
        self.say_done(outcome.message)
        if outcome.row is not None and outcome.row != self.row:
            self.go(outcome.row, outcome.caret)
        elif not self.session.number(self.row):
            self.go(self._first())
        else:
            here = len(self.segment.target.text)
            self.caret = min(self.caret if outcome.caret is None else outcome.caret, here)

    def sentence_at(self, index: int) -> int | None:
        """The caret that makes the sentence with this index the one to be done; None for none such."""
        segment = self.segment
        text = segment.target.text
        starts = [start for start, _ in sentences_of_target(text)]
        for caret in (*starts, *(anchor.target_end for anchor in segment.anchors), len(text)):
            if self.session.light(segment, text, caret).index == index:
                return caret
        return None

    def write(self, text: str) -> None:
        """Add English to the sentence at the caret, which ends with it; the next one is said."""
        segment, lit = self.segment, self.light
        has_english = segment.target.text[slice(*lit.target)].strip() or _is_complete(segment, self.caret)
        if has_english and self._begun != (self.row, self.caret):  # what was put in last may be gone on with
            self.say("This sentence has its English: /edit changes it, /sentence NUMBER goes to another.")
            return
        start, after, piece = self._joined(segment.target.text, text)
        target = spliced(segment.target, start, after, piece)
        typed = self.session.type(self.row, print_coded(target))
        self.session.pause()
        if not typed.done:
            self.apply(typed)
            return
        end = start + len(piece.text.rstrip())
        self.apply(self.session.end_sentence(self.row, end))
        if self.light.index != lit.index:
            self.tell_sentence()

    def put_in(self, text: str) -> None:
        """Put a text in at the caret, with blanks where words would touch; the next line goes on with it."""
        english = self.segment.target.text
        lead = " " if english[: self.caret][-1:].isalnum() and text[0].isalnum() else ""
        trail = " " if english[self.caret :][:1].isalnum() and text[-1].isalnum() else ""
        self.put(self.caret, self.caret, f"{lead}{text}{trail}", begins=True)

    def put(self, start: int, end: int, text: str, *, begins: bool = False) -> Outcome:
        """Put a text in the place of a stretch of the plain English, as if typed; say the English.

        The caret goes behind it. Codes stay where they are.

        Args:
            begins: the next line goes on with it.
        """
        before = self.segment.target
        self.session.pause()
        typed = self.session.type(self.row, print_coded(spliced(before, start, end, parse_coded(text))))
        self.session.pause()
        self.apply(typed)
        if typed.done:
            self.caret = start + len(text)
            self._begun = (self.row, self.caret) if begins else None
            self.say(f"English: {one_line(self.segment.target.text)}")
        return typed

    def _joined(self, english: str, text: str) -> tuple[int, int, CodedText]:
        """Where a sentence goes in at the caret, and with the blanks that part it from its neighbours."""
        start = len(english[: self.caret].rstrip(" "))
        after = len(english) - len(english[self.caret :].lstrip(" "))
        lead = " " if start and english[start - 1] != "\n" else ""
        trail = " " if after < len(english) and english[after] != "\n" else ""
        return start, after, parse_coded(f"{lead}{text.strip()}{trail}")


def _is_complete(segment: Segment, caret: int) -> bool:
    """Whether the last sentence of the row has ended before the caret."""
    last = segment.anchors[-1] if segment.anchors else None
    return last is not None and last.source_end == len(segment.source.text) and caret >= last.target_end
