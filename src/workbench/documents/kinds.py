"""documents: what each paragraph is: title, heading, byline, credit, item, caption or plain text.

A heading has text after it. One that has none, or stands beside a byline or a `——subtitle`, or after a
credit, is the title of an article, wherever the page put it; file order is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.documents.cues import (
    Ending,
    ending,
    is_byline,
    is_caption,
    is_credit,
    is_marked,
    is_name,
    is_page_number,
    is_subtitle,
)
from workbench.documents.leads import lead_ends
from workbench.documents.measure import width
from workbench.model.segments import Kind

_LONGEST_DISPLAY = 48.0  # em: two lines of a wide newspaper column
_LONGEST_ROW = 5  # lines; a title may have a line above, two lines, a subtitle
_SECTION = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,5}(?:章|节|编|篇|部分|讲)|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]|#{2,6}\s"
)
_ITEM = re.compile(r"\d{1,3}(?:[.．、]|[)）])|[（(]\d{1,3}[)）]|[①-⑳]|——|[•●○◆◇■□▲△★☆※▪]|[-*+]\s")
_DATED = re.compile(r"[（(][^）)]*\d{4}\s*年[^）)]*[）)]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that has no name yet.

    Attributes:
        text: its characters.
        display: False where its lines read as running text, whatever its last mark.
        cut: True where it was cut from the end of a line.
    """

    text: str
    display: bool
    cut: bool


@dataclass(frozen=True, slots=True)
class Named:
    """What a paragraph is, and the offset after its run-in head (0 for none)."""

    kind: Kind
    lead_end: int


def name_blocks(blocks: Sequence[Block]) -> list[Named]:
    """Name all paragraphs of a document, in file order."""
    kinds = [_alone(block) for block in blocks]
    order = [at for at, kind in enumerate(kinds) if kind is not Kind.IGNORED]
    _drop_lists(blocks, kinds, order)
    _settle_subtitles(blocks, kinds, order)
    _settle_titles(blocks, kinds, order)
    _settle_items(blocks, kinds, order)
    leads = lead_ends([block.text for block in blocks], kinds)
    return [Named(kind, lead) for kind, lead in zip(kinds, leads, strict=True)]


def _alone(block: Block) -> Kind:
    """What a paragraph is by itself; a display line of any sort is a heading so far."""
    text = block.text
    if is_page_number(text):
        return Kind.IGNORED
    if is_credit(text):
        return Kind.CREDIT
    if is_byline(text):
        return Kind.BYLINE
    if is_caption(text):
        return Kind.CAPTION
    if block.display and _is_display(text):
        return Kind.HEADING
    return Kind.LIST_ITEM if _ITEM.match(text) else Kind.PARAGRAPH


def _is_display(text: str) -> bool:
    if width(text) > _LONGEST_DISPLAY or "。" in text:
        return False
    last = ending(text)
    if last is Ending.ASKING:
        return is_marked(text) and not _ITEM.match(text)
    return last in (Ending.MID, Ending.CLOSED)


def _drop_lists(blocks: Sequence[Block], kinds: list[Kind], order: Sequence[int]) -> None:
    """Lines without a stop that follow each other are no headings: a list of names, a table, verses."""
    body = any(kinds[at] in (Kind.PARAGRAPH, Kind.LIST_ITEM) for at in order)
    row: list[int] = []
    for at in [*order, -1]:
        if at >= 0 and kinds[at] is Kind.HEADING and not is_marked(blocks[at].text):
            row.append(at)
            continue
        if len(row) >= _LONGEST_ROW or not body:
            for listed in row:
                kinds[listed] = Kind.PARAGRAPH
        row = []


def _settle_subtitles(blocks: Sequence[Block], kinds: list[Kind], order: Sequence[int]) -> None:
    """A `——` line right after a heading, and no second one after it, makes a title and its subtitle."""
    for place, at in enumerate(order):
        if kinds[at] is not Kind.HEADING or not is_subtitle(blocks[at].text):
            continue
        before = order[place - 1] if place else None
        after = order[place + 1] if place + 1 < len(order) else None
        listed = after is not None and blocks[after].text.startswith("——")
        if before is not None and kinds[before] is Kind.HEADING and not listed:
            kinds[before], kinds[at] = Kind.TITLE, Kind.SUBTITLE
        else:
            kinds[at] = Kind.LIST_ITEM


def _settle_titles(blocks: Sequence[Block], kinds: list[Kind], order: Sequence[int]) -> None:
    last_body = max((at for at in order if kinds[at] in (Kind.PARAGRAPH, Kind.LIST_ITEM)), default=-1)
    small = (Kind.CREDIT, Kind.BYLINE, Kind.CAPTION)
    for place, at in enumerate(order):
        if kinds[at] is not Kind.HEADING or _SECTION.match(blocks[at].text):
            continue
        before = kinds[order[place - 1]] if place else None
        after = kinds[order[place + 1]] if place + 1 < len(order) else None
        opens = all(kinds[earlier] in small for earlier in order[:place]) if place < 4 else False
        if opens or after is Kind.BYLINE or before is Kind.CREDIT:
            kinds[at] = Kind.TITLE
        elif before is Kind.TITLE and is_name(blocks[at].text):
            kinds[at] = Kind.BYLINE
        elif before is Kind.TITLE and _DATED.fullmatch(blocks[at].text):
            kinds[at] = Kind.SUBTITLE
        elif at > last_body and before is not Kind.TITLE and last_body >= 0:
            kinds[at] = Kind.TITLE


def _settle_items(blocks: Sequence[Block], kinds: list[Kind], order: Sequence[int]) -> None:
    """Numbered lines without a stop are headings over text, but a list where they follow each other."""
    listed: list[int] = []
    for place, at in enumerate(order):
        if kinds[at] is not Kind.HEADING or not _ITEM.match(blocks[at].text):
            continue
        beside = [*order[max(0, place - 1) : place], *order[place + 1 : place + 2]]
        bullet = not blocks[at].text[0].isalnum() and blocks[at].text[0] not in "（("
        if bullet or any(_ITEM.match(blocks[other].text) for other in beside):
            listed.append(at)
    for at in listed:
        kinds[at] = Kind.LIST_ITEM
