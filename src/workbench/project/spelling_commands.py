"""project: commands on the spelling of the English: what is misspelt, and what is done about it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from workbench.model.faults import WorkbenchError
from workbench.model.findings import Finding, Severity
from workbench.model.segments import Kind, Segment
from workbench.project.checking_commands import CheckingCommands
from workbench.project.config import FILE_NAME
from workbench.project.opened import rows_said
from workbench.project.outcome import Outcome, refused
from workbench.project.stopping import Progress, unheard
from workbench.project.termbase_commands import READ_ONLY

if TYPE_CHECKING:
    from workbench.model.terms import Concept
    from workbench.project.spelling import Speller
    from workbench.project.spelling_dictionaries import English, SpellingDictionary

CHECK: Final = "spelling.word"
_AS_WRITTEN: Final[dict[str, English]] = {
    "us": "US",
    "american": "US",
    "en-us": "US",
    "uk": "UK",
    "gb": "UK",
    "british": "UK",
    "en-gb": "UK",
}
_NAMES: Final = {"US": "American", "UK": "British"}
_STRIDE: Final = 500  # rows between two looks at whether one has given up
_AFTER = """
SELECT id, target, source, (SELECT count(*) FROM rows) FROM rows
WHERE kind != 'ignored' AND target != '' AND (rank, id) > (SELECT rank, id FROM rows WHERE id = ?)
ORDER BY rank, id
"""
_BEFORE = """
SELECT id, target, source, (SELECT count(*) FROM rows) FROM rows
WHERE kind != 'ignored' AND target != '' AND (rank, id) <= (SELECT rank, id FROM rows WHERE id = ?)
ORDER BY rank, id
"""


class Misspelling(NamedTuple):
    """A misspelt word: its row, and where it stands in the plain English of that row."""

    row: int
    start: int
    end: int
    word: str


class SpellingCommands(CheckingCommands):
    """Spelling. The dictionary is read by `load_speller`; before that, nothing is misspelt."""

    _speller: Speller | None = None
    _spelt_by: SpellingDictionary | None = None
    _terms_known: tuple[tuple[Concept, ...], frozenset[str]] = ((), frozenset())
    _spelling_lock = threading.RLock()

    @property
    def spelling(self) -> English:
        """The English of the project: `[style] spelling`, else what its target language says, else American.

        Raises:
            WorkbenchError: project.toml names another.
        """
        said = self.config.style.get("spelling", "")
        if not said:
            return _AS_WRITTEN.get(self.config.target_language.lower(), "US")
        english = _AS_WRITTEN.get(said.strip().lower())
        if english is None:
            raise WorkbenchError(
                f"{self.folder / FILE_NAME}: [style] spelling is {said!r}; write US or UK there."
            )
        return english

    @property
    def spelling_ready(self) -> bool:
        """Whether the dictionary has been read."""
        return self._speller is not None

    def load_speller(self) -> Speller | None:
        """Read dictionary, word lists and the words of the termbase; in any thread, under a second.

        Returns:
            None where the project is translated into another language than English.

        Raises:
            WorkbenchError: project.toml names another English, or a word list cannot be read.
        """
        if not self.config.target_language.lower().startswith("en"):
            return None
        from workbench.project.spelling_dictionaries import load_dictionary

        with self._spelling_lock:
            if self._spelt_by is None or self._spelt_by.english != self.spelling:
                self._spelt_by = load_dictionary(self.spelling)
                self._terms_known = ((), frozenset())
            self._speller = self._made_speller(self._spelt_by)
            return self._speller

    def _made_speller(self, dictionary: SpellingDictionary) -> Speller:
        from workbench.project.spelling import Speller
        from workbench.project.word_lists import personal_words, project_words, read_words

        lists = read_words(personal_words()) | read_words(project_words(self.folder))
        return Speller(dictionary, lists, self._words_of_terms(dictionary))

    def _words_of_terms(self, dictionary: SpellingDictionary) -> frozenset[str]:
        """The words of the termbase; of the concepts read before only what is new is looked at."""
        from workbench.project.spelling import english_of, words_of_terms

        try:
            concepts = self.glossaries().concepts()
        except WorkbenchError:  # said where terms are shown
            return self._terms_known[1]
        before, words = self._terms_known
        if concepts is not before:
            known = set(map(id, before))
            new = english_of(concept for concept in concepts if id(concept) not in known)
            words |= words_of_terms((*new, *self.config.terms.values()), dictionary)
            self._terms_known = (concepts, words)
        return words

    # ---- finding

    def plain_findings(self, segment: Segment) -> tuple[Finding, ...]:
        """What is wrong in a row whatever stands in the others, misspelt words last."""
        return (*super().plain_findings(segment), *self._misspellings(segment))

    def _misspellings(self, segment: Segment) -> tuple[Finding, ...]:
        if segment.kind is Kind.IGNORED or not segment.target.text.strip():
            return ()
        speller = self._speller_now()
        if speller is None:
            return ()
        of = _NAMES[speller.dictionary.english]
        return tuple(
            Finding(
                segment.id,
                CHECK,
                Severity.WARNING,
                f"“{word.text}” is not in the {of} dictionary.",
                target_span=(word.start, word.end),
            )
            for word in speller.misspelt(segment.target.text, segment.source.text)
        )

    def _speller_now(self) -> Speller | None:
        """The speller, once it was loaded; with the words of terms that were added since."""
        speller = self._speller
        if speller is None or self._terms_known[0] is self._concepts_now():
            return speller
        try:
            return self.load_speller()
        except WorkbenchError:  # a word list broke meanwhile: said when a word is added or proposed
            return speller

    def _concepts_now(self) -> tuple[Concept, ...]:
        try:
            return self.glossaries().concepts()
        except WorkbenchError:  # said where terms are shown
            return self._terms_known[0]

    def next_misspelling(
        self,
        row: int,
        caret: int,
        progress: Progress = unheard,
    ) -> Misspelling | None:
        """The first misspelt word behind an offset of the English of a row, round the end; in any thread.

        Args:
            row: where to begin; the rows before it come last.
            caret: a word that begins there or later counts in this row.
            progress: told now and then how many rows were looked at.

        Raises:
            WorkbenchError: see `load_speller`.
            StopError: `progress` did.
        """
        speller = self.load_speller()
        if speller is None:
            return None
        from workbench.project.log_reading import snapshot

        here = self._misspelt_in(speller, row, caret)
        if here is not None:
            return here
        looked_at = 0
        with snapshot(self._store.path) as connection:
            for query in (_AFTER, _BEFORE):
                for at, target, source, total in connection.execute(query, (row,)):
                    looked_at += 1
                    if looked_at % _STRIDE == 0:
                        progress(looked_at, total)
                    for word in speller.misspelt(target, source):
                        return Misspelling(at, word.start, word.end, word.text)
        return None

    def _misspelt_in(self, speller: Speller, row: int, caret: int) -> Misspelling | None:
        from workbench.project.log_reading import snapshot

        with snapshot(self._store.path) as connection:
            found = connection.execute("SELECT target, source FROM rows WHERE id = ?", (row,)).fetchone()
        if found is None:
            return None
        for word in speller.misspelt(*found):
            if word.start >= caret:
                return Misspelling(row, word.start, word.end, word.text)
        return None

    def spelling_proposals(self, word: str) -> tuple[str, ...]:
        """What a misspelt word may have been meant to be, likeliest first. Raises WorkbenchError."""
        speller = self.load_speller()
        return () if speller is None else speller.dictionary.proposals(word)

    # ---- mending

    def add_word(self, word: str, *, personal: bool) -> Outcome:
        """Say that a word is right: in all projects of this person, or in this project.

        Raises:
            WorkbenchError: it is no word, or its list cannot be read or written.
        """
        from workbench.project import word_lists

        if not personal and self.read_only:
            return refused(READ_ONLY)
        path = word_lists.personal_words() if personal else word_lists.project_words(self.folder)
        added = word_lists.add_word(path, word)
        if self._speller is not None:
            self.load_speller()
        where = "your words" if personal else "the words of this project"
        return Outcome(message=f"“{word}” is {'now' if added else 'already'} one of {where} ({path}).")

    def rows_with_word(self, word: str) -> tuple[int, ...]:
        """Ids of the rows whose English has this very word, in order; in any thread."""
        from workbench.project.log_reading import snapshot
        from workbench.project.respelling import places_of_word

        query = "SELECT id, target FROM rows WHERE instr(lower(target), lower(?)) ORDER BY rank, id"
        with snapshot(self._store.path) as connection:
            found = connection.execute(query, (word,))
            return tuple(row for row, target in found if places_of_word(target, word))

    def respell(self, word: str, by: str, rows: Sequence[int]) -> Outcome:
        """Write another word in place of a misspelt one in some rows, in one step of undo.

        A confirmed or reviewed row becomes a draft; a locked one stays as it is. Both are said.
        """
        from workbench.project.respelling import respelt

        if self.read_only:
            return refused(READ_ONLY)
        pairs, locked, reopened = [], 0, 0
        for segment in self.segments(rows):
            after = respelt(segment, word, by)
            if after == segment:
                continue
            if segment.lock is not None:
                locked += 1
                continue
            reopened += segment.settled
            pairs.append((segment, self._stamped(after)))
        left = f" {rows_said(locked).capitalize()} left: locked." if locked else ""
        if not pairs:
            return refused(f"“{word}” stands in no row that may be changed.{left}")
        self._commit(f"{word} → {by} in {rows_said(len(pairs))}", pairs[0][0].id, list(pairs))
        drafts = f" {rows_said(reopened).capitalize()} had been confirmed: drafts now." if reopened else ""
        said = f"“{word}” is “{by}” in {rows_said(len(pairs))}; ^Z takes that back.{drafts}{left}"
        return Outcome(tuple(before.id for before, _ in pairs), message=said)
