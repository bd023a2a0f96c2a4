"""bench: long documents with their gold, made up from a seed out of short ones, shaped like real work.

Beads of the gold documents are drawn one after the other; most words of theirs that the dictionary knows
give way to words drawn from it (a pair of translations where the text had one, otherwise on either side by
itself), and figures that stand on both sides give way to others. So lengths, shapes, punctuation and the
share of words that have a partner are those of real text, and hardly a sentence comes twice.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from align_gold import Document, assemble
from workbench.lexicon.cedict import Entry
from workbench.lexicon.cuts import cut
from workbench.lexicon.lexicon import Lexicon
from workbench.text.fold import fold
from workbench.text.stems import stem

CHANGED_PAIRS, CHANGED_WORDS = 0.75, 0.5
"""How often a word gives way: with its partner, and one that has none."""
_ENGLISH = re.compile(r"[A-Za-z]+|\d+|[^A-Za-z\d]+")
_GLOSS = re.compile(r"(?:to )?([a-z]{3,})")
_HANZI = re.compile(r"[\u4e00-\u9fff]{2,3}")
_SHORTEST = 5  # letters of an English word that may give way without a partner: shorter ones are grammar
_FLATNESS = 60  # of Zipf's law after Mandelbrot: how many words share the first rank's frequency


class Pair(NamedTuple):
    """A headword and its first translation."""

    chinese: str
    english: str


class Piece(NamedTuple):
    """Part of a sentence.

    Attributes:
        text: as it stands.
        slot: which pair or figure of the bead it belongs to; None where it has no partner on the other side.
        free: it may give way by itself.
    """

    text: str
    slot: int | None = None
    free: bool = False


@dataclass(frozen=True, slots=True)
class Mould:
    """A gold bead taken apart: its sentences in pieces."""

    source: tuple[tuple[Piece, ...], ...]
    target: tuple[tuple[Piece, ...], ...]


def long_document(
    sentences: int,
    documents: Sequence[Document],
    lexicon: Lexicon,
    entries: Iterable[Entry],
    seed: int = 1966,
) -> Document:
    """A document of about so many sentences, both sides together; always the same for the same arguments.

    Args:
        sentences: how many; it ends with the first bead that reaches them.
        documents: whose beads are drawn.
        lexicon: tells which words translate each other.
        entries: of the dictionary, from which words are drawn.
        seed: of the drawing.
    """
    chance = random.Random(seed)
    moulds = [mould for document in documents for mould in _moulds(document, lexicon)]
    words = _vocabulary(entries)
    chance.shuffle(words)
    draw = _zipf(words, chance)
    beads: list[tuple[list[str], list[str]]] = []
    made = 0
    while made < sentences:
        beads.append(_cast(chance.choice(moulds), draw, chance))
        made += len(beads[-1][0]) + len(beads[-1][1])
    return assemble(f"made up, {sentences:,}", beads)


def _vocabulary(entries: Iterable[Entry]) -> list[Pair]:
    """Headwords of two or three hanzi whose first gloss is one English word."""
    pairs = {
        entry.simplified: match.group(1)
        for entry in entries
        if _HANZI.fullmatch(entry.simplified) and (match := _GLOSS.fullmatch(entry.glosses[0]))
    }
    return [Pair(chinese, english) for chinese, english in pairs.items()]


def _zipf(words: Sequence[Pair], chance: random.Random) -> Callable[[], Pair]:
    """Draws words by their rank, as in texts: the first ones often, most of them rarely."""
    many = (len(words) + _FLATNESS) / _FLATNESS

    def draw() -> Pair:
        return words[min(int(_FLATNESS * (many ** chance.random() - 1)), len(words) - 1)]

    return draw


def _moulds(document: Document, lexicon: Lexicon) -> Iterator[Mould]:
    beads = zip(document.gold, document.origins, strict=True)
    for _, parts in groupby(beads, key=lambda one: one[1]):
        same = [bead for bead, _ in parts]
        source = [document.source[at] for bead in same for at in bead.source]
        target = [document.target[at] for bead in same for at in bead.target]
        yield _mould(source, target, lexicon)


def _mould(source: Sequence[str], target: Sequence[str], lexicon: Lexicon) -> Mould:
    ours = [cut(text, lexicon, lexicon.longest) for text in source]
    theirs = [_ENGLISH.findall(text) for text in target]
    slots: dict[str, int] = {}  # a word or figure of either language to its slot
    english = {word for words in theirs for word in words}
    stems = {stem(word.lower()): word for word in english if word.isalpha() and len(word) > 2}
    for word in (word for words in ours for word in words):
        partners = [word] if word.isdigit() else _partners(word, stems, lexicon)
        partner = next((one for one in partners if one in english and one not in slots), None)
        if partner is not None and word not in slots:
            slots[word] = slots[partner] = len(slots)
    return Mould(
        tuple(tuple(_piece(word, slots, lexicon) for word in words) for words in ours),
        tuple(tuple(_piece(word, slots, lexicon) for word in words) for words in theirs),
    )


def _partners(word: str, stems: dict[str, str], lexicon: Lexicon) -> list[str]:
    if len(word) < 2:
        return []
    weights = lexicon.translations(fold(word))
    return [stems[token] for token in sorted(weights, key=lambda one: -weights[one]) if token in stems]


def _piece(word: str, slots: dict[str, int], lexicon: Lexicon) -> Piece:
    free = len(word) >= _SHORTEST if word.isascii() else len(word) > 1 and word in lexicon
    return Piece(word, slots.get(word), free and word.isalpha())


def _cast(mould: Mould, draw: Callable[[], Pair], chance: random.Random) -> tuple[list[str], list[str]]:
    """The bead anew."""
    drawn: dict[int, Pair] = {}
    for piece in (piece for sentence in (*mould.source, *mould.target) for piece in sentence):
        if piece.slot is not None and piece.slot not in drawn:
            drawn[piece.slot] = _instead(piece, draw, chance)

    def told(piece: Piece, side: int) -> str:
        if piece.slot is not None:
            return _like(piece.text, drawn[piece.slot][side])
        if piece.free and chance.random() < CHANGED_WORDS:
            return _like(piece.text, draw()[side])
        return piece.text

    return (
        ["".join(told(piece, 0) for piece in sentence) for sentence in mould.source],
        ["".join(told(piece, 1) for piece in sentence) for sentence in mould.target],
    )


def _instead(piece: Piece, draw: Callable[[], Pair], chance: random.Random) -> Pair:
    """What a slot holds now; an empty pair leaves it as it is."""
    if piece.text.isdigit():
        figure = str(chance.randrange(10 ** (len(piece.text) - 1), 10 ** len(piece.text)))
        return Pair(figure, figure)
    return draw() if chance.random() < CHANGED_PAIRS else Pair("", "")


def _like(old: str, new: str) -> str:
    """The new word with the old one's capital; the old one where there is no new one."""
    return (new.capitalize() if old[:1].isupper() else new) or old
