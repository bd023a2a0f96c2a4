"""project: what there is to say about an alignment, for the person who asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.project.aligning import UNSURE, Aligned, Numbers, Pair
from workbench.project.aligning_texts import Text

_SHOWN = 5


def summary(aligned: Aligned) -> Iterator[str]:
    """Lines: how many beads of which kind, how sure, where to look, what stands elsewhere or was left out."""
    pairs = [*aligned.pairs, *aligned.below]
    yield _counts(aligned, pairs)
    unsure = sorted(
        (pair for pair in pairs if pair.confidence < UNSURE), key=lambda pair: _how_far(aligned, pair)
    )
    if unsure:
        first = "; ".join(f"{_where(aligned, pair)} ({pair.confidence:.2f})" for pair in unsure[:_SHOWN])
        yield f"Below {UNSURE:.2f}: {_beads(len(unsure))}. {'The first: ' if unsure[_SHOWN:] else ''}{first}."
    for block in aligned.moved:
        yield f"Stands in another place: {_where(aligned, Pair(block.source, block.target))}."
    for text in (aligned.source, aligned.target):
        if text.dropped:
            one, many = "page number or running head was", "page numbers and running heads were"
            yield f"{text.name}: {_count(len(text.dropped), one, many)} left out."


def _counts(aligned: Aligned, pairs: list[Pair]) -> str:
    single = sum(len(pair.source) == len(pair.target) == 1 for pair in pairs)
    mean = sum(pair.confidence for pair in pairs) / max(1, len(pairs))
    said = [f"{_beads(len(pairs))}, {single:,} of them one to one"]
    alone = _alone(aligned, pairs)
    if alone:
        said.append(f"{alone} without a partner")
    said.append(f"mean confidence {mean:.2f}")
    pinned = sum(pair.pinned for pair in pairs)
    if pinned:
        said.append(f"{pinned:,} given")
    return "; ".join(said) + "."


def _alone(aligned: Aligned, pairs: list[Pair]) -> str:
    zh = sum(len(pair.source) for pair in pairs if not pair.target)
    en = sum(len(pair.target) for pair in pairs if not pair.source)
    parts = [f"{zh:,} Chinese"] if zh else []
    parts += [f"{en:,} English"] if en else []
    return f"{' and '.join(parts)} {aligned.unit}{'' if zh + en == 1 else 's'}" if parts else ""


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
