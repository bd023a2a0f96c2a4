"""glossary: which words must or must not stand beside a term, for one written form with two meanings.

A context cell is conditions parted by `;`:

    before:院长/书记;after:表示/说    one of these words stands directly before, or directly behind, the term
    near:三线建设/备战                one of these words stands in the same sentence, the term itself included
    not-before:… not-after:… not-near:…    none of these words stands there
    word                              the cut into words puts the term neither inside a longer word nor across

`before`, `after` and `near` are alternatives: one that holds is enough. `word` and every `not-…` must hold.
Words are compared folded (`text.fold`), Latin capitals as small letters; quotation marks beside the term are
passed over; blanks around the parts of a cell mean nothing. A sentence goes up to 。！？； or a line end on
either side. A form of two hanzi needs no `word` against 生物｜流感: that much is looked after for all of them
(`glossary.recognition`); `word` also refuses 群众 in 困难群众 where the segmenter knows that as one word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Final

from workbench.glossary.surroundings import QUOTES, Cut, Surroundings, match_key

WORD: Final = "word"
PLACES: Final = ("before", "after", "near")
KEYS: Final = (*PLACES, *(f"not-{place}" for place in PLACES))

_PARTS = re.compile("[;；]")
_WORDS = re.compile("[/／]")
_COLON = re.compile("[:：]")


@dataclass(frozen=True, slots=True)
class Context:
    """The conditions of a context cell; words are folded.

    Attributes:
        before: words of which one stands directly before the term; the next five likewise.
        word: the term is whole words of the cut.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    word: bool = False

    def __bool__(self) -> bool:
        return self.word or any(getattr(self, one.name) for one in fields(self))

    def allows(self, text: str, start: int, end: int, cut: Cut | None = None) -> bool:
        """Whether the term may stand at a place of a text.

        Args:
            text: the shown text.
            start: code points of `text`; `end` is after the term's last character.
            end: see `start`.
            cut: tells words; None: `word` is taken to hold.
        """
        around = Surroundings(text, cut)
        return self.allows_in(around, *around.place(start, end))

    def allows_in(self, around: Surroundings, start: int, end: int) -> bool:
        """`allows` for a place of the folded text of `around`."""
        text = around.text
        before, after = start, end
        while before and text[before - 1] in QUOTES:
            before -= 1
        while after < len(text) and text[after] in QUOTES:
            after += 1
        if self.not_before and text.endswith(self.not_before, 0, before):
            return False
        if self.not_after and text.startswith(self.not_after, after):
            return False
        if self.not_near and _near(around, start, end, self.not_near):
            return False
        if self.word and not around.stands_alone(start, end):
            return False
        if self.before and text.endswith(self.before, 0, before):
            return True
        if self.after and text.startswith(self.after, after):
            return True
        if self.near:
            return _near(around, start, end, self.near)
        return not (self.before or self.after)


def _near(around: Surroundings, start: int, end: int, words: tuple[str, ...]) -> bool:
    first, last = around.sentence(start, end)
    return any(around.text.find(word, first, last) >= 0 for word in words)


def parse(cell: str) -> Context:
    """Read a context cell; an empty one allows every place.

    Raises:
        ValueError: a part is no condition, a condition has no words or an empty one, or a word both must and
            must not stand at the same place; the message says which, and how to mend it.
    """
    words: dict[str, list[str]] = {}
    is_word = False
    for part in filter(None, map(str.strip, _PARTS.split(cell))):
        key, *rest = _COLON.split(part, maxsplit=1)
        key = key.strip().lower()
        if key == WORD and not rest:
            is_word = True
            continue
        if key not in KEYS or not rest:
            raise ValueError(
                f"`{part}` is no condition; write `{WORD}` or one of {', '.join(KEYS)} with a colon and words"
                " parted by `/`, and put advice into the note"
            )
        words.setdefault(key, []).extend(_words(part, rest[0]))
    _refuse_contradictions(words)
    named = {key.replace("-", "_"): tuple(dict.fromkeys(some)) for key, some in words.items()}
    return Context(**named, word=is_word)


def _words(part: str, cell: str) -> list[str]:
    words = [match_key(word) for word in _WORDS.split(cell)]
    if not all(words):
        raise ValueError(f"`{part}` has an empty word; write words parted by `/`")
    return words


def _refuse_contradictions(words: dict[str, list[str]]) -> None:
    for place in PLACES:
        for word in words.get(place, ()):
            if word in words.get(f"not-{place}", ()):
                raise ValueError(f"`{word}` stands both in {place} and in not-{place}; strike one of them")
