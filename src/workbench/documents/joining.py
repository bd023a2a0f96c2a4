"""documents: lines put together into the text of a paragraph, every character mapped to where it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from workbench.documents.measure import Line, Measure, is_cjk
from workbench.model.segments import Run

_NO_SPACE_BEFORE = frozenset(".,;:!?%)]}’”")
_NO_SPACE_AFTER = frozenset("([{‘“/")


def join_lines(
    lines: Sequence[Line], measured: Measure, soft: Collection[int] = frozenset()
) -> tuple[str, tuple[Run, ...]]:
    """The text of `lines` without their breaks, and the runs that cover it.

    Args:
        lines: the lines of one paragraph.
        measured: the file's measure.
        soft: numbers of lines that end in a hyphen of the line and not of the word (hyphens.py): it goes.

    Dropped: spaces at either end of a line, and spaces between hanzi and digits or Latin where the file does
    not set them apart as a habit. Where a break stands between two Latin words one space is kept for it; its
    run leads to the place after the line's last character.
    """
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for at, line in enumerate(lines):
        text = line.text
        if at + 1 < len(lines) and line.number in soft:
            text = text[:-1]
        elif at + 1 < len(lines) and needs_space(text, lines[at + 1].text, measured.latin):
            text += " "
        for start, end in _kept(text, measured):
            parts.append(text[start:end])
            runs.append(Run(length, length + end - start, line.number, line.column + start))
            length += end - start
    return "".join(parts), tuple(runs)


def needs_space(before: str, after: str, latin: bool) -> bool:
    """Whether the line break between two lines stands for a space.

    Args:
        before: a line without outer spaces. `after` likewise, the next one.
        latin: whether the file is mostly Latin; in a Chinese one a number may have been broken.
    """
    last, first = before[-1], after[0]
    if is_cjk(last) or is_cjk(first) or first in _NO_SPACE_BEFORE or last in _NO_SPACE_AFTER:
        return False
    if last == "-" and before[-2:-1].isalnum():
        return False
    if latin:
        # Typewriters have two hyphens for a dash, which words stand close to.
        dashes = before[-2:] == "--" != before[-3:-1] and not before[-3:-2].isspace()
        return last not in "—–" and first not in "—–" and not dashes
    plain = (last.isalnum() or last in ".,;:)!?") and first.isalnum()
    return plain and not (last.isdigit() and first.isdigit())


def _kept(text: str, measured: Measure) -> list[tuple[int, int]]:
    """The stretches of `text` that stay."""
    if measured.latin or measured.spaced:
        return [(0, len(text))]
    result: list[tuple[int, int]] = []
    start = at = 0
    while at < len(text):
        if not text[at].isspace():
            at += 1
            continue
        gap = at
        while at < len(text) and text[at].isspace():
            at += 1
        if gap > 0 and at < len(text) and _parts_scripts(text[gap - 1], text[at]):
            result.append((start, gap))
            start = at
    result.append((start, len(text)))
    return result


def _parts_scripts(before: str, after: str) -> bool:
    if is_cjk(before) == is_cjk(after):
        return False
    narrow = after if is_cjk(before) else before
    return narrow.isalnum() or narrow in "%.,()+-$&/°‰¥€£#"
