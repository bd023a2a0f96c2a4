"""tests: running heads and page numbers go, and nothing of the text with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workbench.documents.furniture import furniture
from workbench.documents.reading import read_document
from workbench.model.segments import Kind

Blocks = list[tuple[Kind, str]]

FORMS = ["— {} —", "- {} -", "{}", "第{}页", "第 {} 页 共 40 页", "Page {} of 40", "·{}·"]


def paged(lines: list[str], length: int, foot: list[str], before: str = "") -> tuple[list[str], set[int]]:
    """Lines cut into pages with `foot` between them, and the 0-based numbers of what was put in."""
    result: list[str] = []
    added: set[int] = set()
    for page, start in enumerate(range(0, len(lines), length), 1):
        result.extend(lines[start : start + length])
        for text in foot:
            if text.strip():
                added.add(len(result))
            result.append(text.format(page))
        result[-1] += before
    return result, added


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("feed", ["", "\f"])
def test_page_numbers_are_found_in_every_form(
    form: str, feed: str, article: Blocks, setting: Any, typeset: Callable[[Blocks, Any], Any]
) -> None:
    page = typeset(article, setting(width=20, blanks="nowhere"))
    lines, added = paged(page.lines, 17, ["", form, feed])
    assert furniture(lines) == added
    document = read_document(None, data="\n".join(lines).encode(), name="a", furniture="drop")
    assert [one.text for one in document.paragraphs] == page.texts
    assert {one.line - 1 for one in document.dropped} == added
