"""exchange: the list of queries for a client: what stands in it, and the answers in one that came back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.exchange.tmx_text import valid

HEADINGS: Final = ("Row 行", "ID", "Chinese 原文", "Question 问题", "Our proposal 建议译文", "Answer 答复")
SHARES: Final = (6, 9, 33, 20, 15, 17)
"""How wide the columns are, in hundredths of the whole."""
HOW: Final = (
    "Please write each answer into the last column and leave the rest as it is; rows may stay empty.",
    "请在最后一栏填写答复，其余各栏请勿改动；暂无答复的可以留空。",
)
_ID = re.compile("q[a-hjkmnp-z2-9]{7}", re.IGNORECASE)
_ANSWER = ("answer", "答复")

Part = tuple[str, bool]
Answer = tuple[str, str]


@dataclass(frozen=True, slots=True)
class QueryLine:
    """One query as the client sees it.

    Attributes:
        id: by which its answer is known again.
        row: the row's number, with the name of its document where there are several.
        source: the row's Chinese; `span` the half-open offsets in it that are asked about, or 0, 0.
        answer: what was answered already; empty for one that waits.
    """

    id: str
    row: str
    source: str
    span: tuple[int, int]
    question: str
    proposal: str = ""
    answer: str = ""

    def parts(self) -> Iterator[Part]:
        """The Chinese in parts, each with whether it is to be marked."""
        start, end = self.span
        texts = (self.source[:start], self.source[start:end], self.source[end:])
        return ((valid(text), at == 1) for at, text in enumerate(texts) if text)

    @property
    def cells(self) -> tuple[str, str, str, str, str, str]:
        """Its cells under `HEADINGS`, without what XML cannot hold."""
        texts = (self.row, self.id, self.source, self.question, self.proposal, self.answer)
        row, id, source, question, proposal, answer = map(valid, texts)
        return row, id, source, question, proposal, answer


def heading(title: str, count: int) -> str:
    """What stands above the list."""
    return f"Queries 翻译疑问: {valid(title)} ({count})"


def answers_in(rows: Iterable[Sequence[str]]) -> list[Answer]:
    """Ids of queries and their answers in a table.

    The columns are found by their headings, wherever they stand; where the headings are gone, the id is
    known by its form and the answer is the last cell.
    """
    found: list[Answer] = []
    column: int | None = None
    for cells in rows:
        at = next((n for n, cell in enumerate(cells) if _ID.fullmatch(cell.strip())), None)
        if at is not None:
            answer = len(cells) - 1 if column is None else column
            said = cells[answer].strip() if answer < len(cells) and answer != at else ""
            found.append((cells[at].strip().casefold(), said))
        elif (named := _answer_column(cells)) is not None:
            column = named
    return found


def _answer_column(cells: Sequence[str]) -> int | None:
    """The column headed as that of the answers, in a row that heads the ids too."""
    words = [cell.strip().casefold() for cell in cells]
    if "id" not in words:
        return None
    return next((n for n, word in enumerate(words) if any(name in word for name in _ANSWER)), None)
