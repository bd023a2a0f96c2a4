"""project: what there is to say about an alignment, for the person who asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.project.aligning import UNSURE, Aligned, Numbers, Pair, is_unsure
from workbench.project.aligning_texts import Text

RELATED = 0.25
"""The share of two texts that stands in good pairs when one is a translation of the other, at the least."""

_SHOWN = 5
_QUOTED_HANZI, _QUOTED_LETTERS = 12, 30


def summary(aligned: Aligned) -> Iterator[str]:
    """Lines: how many beads of which kind, how sure, where to look, what stands elsewhere or was left out."""
    pairs = [*aligned.pairs, *aligned.below]
    yield _counts(aligned, pairs)
    unsure = sorted(
        (pair for pair in pairs if is_unsure(pair.confidence)), key=lambda pair: _how_far(aligned, pair)
    )
    if unsure:
        first = "; ".join(_doubt(aligned, pair) for pair in unsure[:_SHOWN])
        yield f"Below {UNSURE:.2f}: {_beads(len(unsure))}. {'The first: ' if unsure[_SHOWN:] else ''}{first}."
    for block in aligned.moved:
        yield f"Stands in another place: {_where(aligned, Pair(block.source, block.target))}."
    for text in (aligned.source, aligned.target):
        if text.dropped:
            one, many = "page number or running head was", "page numbers and running heads were"
            yield f"{text.name}: {_count(len(text.dropped), one, many)} left out."


def unrelated(aligned: Aligned) -> str:
    """A sentence where the texts hardly have anything to do with each other; else empty.

    That is where less than a quarter of what they hold stands in pairs that are rather right than wrong.
    """
    pairs = [*aligned.pairs, *aligned.below]
    good = (pair for pair in pairs if pair.source and pair.target and not is_unsure(pair.confidence))
    paired = sum(len(pair.source) + len(pair.target) for pair in good)
    whole = len(aligned.source.parts) + len(aligned.target.parts)
    if paired >= RELATED * whole:
        return ""
    return (
        f"These hardly look like a text and its translation: {paired:,} of {whole:,} {aligned.unit}s have a"
        f" partner with a confidence of {UNSURE:.2f} or more; check that {aligned.source.name} and"
        f" {aligned.target.name} belong together."
    )


def _counts(aligned: Aligned, pairs: list[Pair]) -> str:
    single = sum(len(pair.source) == len(pair.target) == 1 for pair in pairs)
    both = [pair.confidence for pair in pairs if pair.source and pair.target]
    said = [f"{_beads(len(pairs))}, {single:,} of them one to one"]
    if len(pairs) == 1:
        said = [f"1 bead{', one to one' if single else ''}"]
    alone = _alone(aligned, pairs)
    if alone:
        said.append(f"{alone} without a partner")
    if both:
        said.append(f"mean confidence {sum(both) / len(both):.2f}")
    pinned = sum(pair.pinned for pair in pairs)
    if pinned:
        said.append(f"{pinned:,} given")
    return "; ".join(said) + "."


def _alone(aligned: Aligned, pairs: list[Pair]) -> str:
    zh = sum(len(pair.source) for pair in pairs if not pair.target)
    en = sum(len(pair.target) for pair in pairs if not pair.source)
    unit = aligned.unit
    parts = [
        _count(n, f"{side} {unit}", f"{side} {unit}s") for side, n in (("Chinese", zh), ("English", en)) if n
    ]
    return " and ".join(parts)


def _doubt(aligned: Aligned, pair: Pair) -> str:
    """Where a pair stands, how it begins, and how sure it is."""
    if pair.source:
        text, most = aligned.source.joined(pair.source), _QUOTED_HANZI
    else:
        text, most = aligned.target.joined(pair.target), _QUOTED_LETTERS
    start = text if len(text) <= most else f"{text[:most].rstrip()}…"
    return f"{_where(aligned, pair)} “{start}” ({pair.confidence:.2f})"


def _where(aligned: Aligned, pair: Pair) -> str:
    sides = (_side(aligned.source, pair.source), _side(aligned.target, pair.target))
    return " = ".join(side for side in sides if side)


def _side(text: Text, numbers: Numbers) -> str:
    lines = text.lines(numbers)
    return f"{text.name} {'lines' if '-' in lines else 'line'} {lines}" if lines else ""


def _how_far(aligned: Aligned, pair: Pair) -> float:
    """How far into its text a pair stands, 0 to 1."""
    if pair.source:
        return pair.source[0] / len(aligned.source.parts)
    return pair.target[0] / len(aligned.target.parts)


def _beads(count: int) -> str:
    return _count(count, "bead", "beads")


def _count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
