"""glossary: terms with quotation marks inside them: “放管服”改革 is 放管服改革, and the other way round."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

Place: TypeAlias = tuple[int, int, int]
"""Number of a form, start and end of a place."""

_MARKS: Final = "“”‘’「」『』\"'"
_INSIDE: Final = re.compile(rf"(?<=[^\W_])[{_MARKS}](?=[^\W_])")
"""A single mark between two characters of words; between two quotations there are two."""


def without_inner_marks(form: str) -> str:
    """A folded form without the quotation marks that part it inside."""
    return _INSIDE.sub("", form.strip(_MARKS)) if _INSIDE.search(form) else form


def across_marks(text: str, find: Callable[[str], Iterable[Place]]) -> Iterator[Place]:
    """The places of a folded text that forms take when quotation marks inside it are not there.

    Only places that go across such a mark come; the others are found in the text itself.
    """
    gone = [match.start() for match in _INSIDE.finditer(text)]
    if not gone:
        return
    kept = [at - number for number, at in enumerate(gone)]  # how the offsets are without the marks
    for form, start, end in find(_INSIDE.sub("", text)):
        before, after = _moved(start, kept), _moved(end - 1, kept)
        if after - before > end - 1 - start:
            yield form, before, after + 1


def _moved(offset: int, kept: list[int]) -> int:
    """The offset in the text with its marks."""
    return offset + bisect_left(kept, offset + 1)
