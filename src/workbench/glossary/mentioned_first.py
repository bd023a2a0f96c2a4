"""glossary: which row of a document mentions a concept first, for all rows of a long project in few bytes."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from typing import BinaryIO, Final, Self

from workbench.glossary.mentions import abbreviations, mentioned
from workbench.glossary.recognition import Recogniser

_CONCEPTS: Final = 24  # bits of the number of a concept; a glossary file has no room for so many


class MentionedFirst:
    """What each row is the first of its document to mention, as the rows were when it was made.

    `FirstMentions` knows every mention and follows changes; here a number is kept for each first one alone.
    """

    def __init__(self, recogniser: Recogniser, rows: Iterable[tuple[int, int, str]]) -> None:
        """Read all rows.

        Args:
            recogniser: finds the concepts.
            rows: document, id and Chinese of those in running text (`mentions.RUNNING`); those of a document
                stand together and in order.
        """
        shorter = abbreviations(recogniser.concepts)
        numbers: dict[str, int] = {}
        firsts = array("Q")
        of_document, known = -1, set[int]()
        for document, row, text in rows:
            if document != of_document:
                of_document, known = document, set()
            for concept, _, _ in mentioned(recogniser, shorter, text):
                number = numbers.setdefault(concept.id, len(numbers))
                if number not in known:
                    known.add(number)
                    firsts.append(row << _CONCEPTS | number)
        self._concepts = list(numbers)
        self._firsts = array("Q", sorted(firsts))

    def write(self, file: BinaryIO) -> None:
        """Write it, for `read` in another process of the same machine."""
        file.write(json.dumps(self._concepts).encode() + b"\n")
        self._firsts.tofile(file)

    @classmethod
    def read(cls, file: BinaryIO) -> Self:
        """What `write` wrote."""
        made = cls.__new__(cls)
        made._concepts = json.loads(file.readline())
        made._firsts = array("Q", file.read())
        return made

    def first_in(self, row: int) -> frozenset[str]:
        """Ids of the concepts that a row, by its id, is the first to mention."""
        start = bisect_left(self._firsts, row << _CONCEPTS)
        end = bisect_left(self._firsts, (row + 1) << _CONCEPTS)
        last = (1 << _CONCEPTS) - 1
        return frozenset(self._concepts[first & last] for first in self._firsts[start:end])
