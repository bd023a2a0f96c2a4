"""model: inline codes as text, for whatever keeps a text and its codes in two columns."""

from __future__ import annotations

import json
from collections.abc import Sequence

from workbench.model.coded import CodeKind, InlineCode


def codes_text(codes: Sequence[InlineCode]) -> str:
    """Inline codes as JSON; empty for none."""
    if not codes:
        return ""
    return json.dumps([[c.offset, c.number, c.kind.value, c.data] for c in codes], ensure_ascii=False)


def codes_of(text: str) -> tuple[InlineCode, ...]:
    """The inverse of `codes_text`. Raises ValueError for anything else."""
    if not text:
        return ()
    return tuple(
        InlineCode(int(at), int(number), CodeKind(kind), str(data))
        for at, number, kind, data in json.loads(text)
    )
