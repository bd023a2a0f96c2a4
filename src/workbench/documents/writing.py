"""documents: a translation becomes a file again: plain text, Markdown, a bilingual page, a table.

Every writer takes segments in order and gives a string that depends on nothing else: no clock, no machine.
Rows of the kind `ignored` are left out of what people read and stay in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Literal

from workbench.model.segments import Kind, Segment, State

Untranslated = Literal["skip", "source"]

TSV_HEADER = (
    "id",
    "number",
    "document",
    "kind",
    "source",
    "target",
    "state",
    "origin",
    "note",
)
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_UNESCAPED = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
_ITALIC = re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*")
_MARKDOWN_START = re.compile(r"(?:#{1,6}(?=\s)|[-+*](?=\s)|>|\d{1,9}[.)](?=\s)|={2,}|-{2,}|~{3}|`{3}|\|)")
_HEADINGS = {Kind.TITLE: "#", Kind.SUBTITLE: "##", Kind.HEADING: "##"}


def as_txt(segments: Iterable[Segment], *, untranslated: Untranslated = "skip") -> str:
    """The translation alone, a blank line between paragraphs; marks of italics and notes are taken out.

    Args:
        segments: rows in order.
        untranslated: "skip" leaves out rows that have no English yet, "source" puts their Chinese.
    """
    paragraphs = [_plain(text) for _, text in _readable(segments, untranslated)]
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def as_markdown(segments: Iterable[Segment], title: str = "", *, untranslated: Untranslated = "skip") -> str:
    """The translation as Markdown (CommonMark): headings from the kinds, bylines and credits in italics.

    Args:
        segments: rows in order; `*italic*` and `[^1]` in a target are kept as they are.
        title: written as the first heading where no row is a title; empty for none.
        untranslated: as in `as_txt`.
    """
    rows = list(_readable(segments, untranslated))
    blocks: list[str] = []
    if title and not any(segment.kind is Kind.TITLE for segment, _ in rows):
        blocks.append(f"# {_markdown_line(title)}")
    blocks.extend(_markdown_block(segment.kind, text) for segment, text in rows)
    return "\n\n".join(blocks) + "\n" if blocks else ""


def as_html(
    segments: Iterable[Segment],
    title: str = "",
    *,
    source_language: str = "zh-CN",
    target_language: str = "en",
    numbers: Mapping[int, int] | None = None,
) -> str:
    """Source and target side by side as one self-contained page that prints well and follows light and dark.

    Args:
        segments: rows in order; untranslated ones have an empty right cell.
        title: heading of the page and of its window; else the first title row's English or Chinese.
        source_language: language tag of the left column. `target_language` of the right one.
        numbers: the number shown for each row id; else rows count from 1, ignored ones too.
    """
    languages = source_language, target_language
    return "".join(html_parts(segments, title, languages=languages, numbers=numbers))


def html_parts(
    segments: Iterable[Segment],
    title: str = "",
    *,
    languages: tuple[str, str] = ("zh-CN", "en"),
    numbers: Mapping[int, int] | None = None,
) -> Iterator[str]:
    """What `as_html` gives, row by row; with a title no more than one row is held."""
    rows = segments if title else list(segments)
    named = title or next(
        (row.target.text or row.source.text for row in rows if row.kind is Kind.TITLE), "Translation"
    )
    source, target = map(escape, languages)
    head = _PAGE.format(
        page=target, title=escape(_visible(_plain(named))), style=_STYLE, source=source, target=target
    )
    yield head
    between = ""
    for at, row in enumerate(rows, 1):
        if row.kind is not Kind.IGNORED:
            yield between + _html_row(row, numbers.get(row.id, at) if numbers else at, *languages)
            between = "\n"
    yield _PAGE_END


def as_tsv(
    segments: Iterable[Segment],
    *,
    numbers: Mapping[int, int] | None = None,
    documents: Mapping[int, str] | None = None,
) -> str:
    r"""A table with a header (`TSV_HEADER`) and one line a row, all kinds and states.

    Inside a cell a tab is written \t, a line break \n, a carriage return \r and a backslash \\; so a line is
    a row and a tab a column whatever the text holds; `unescape_cell` is the inverse.

    Args:
        segments: rows in order.
        numbers: the number shown for each row id; else rows count from 1.
        documents: names of documents by id; else the id.
    """
    return "".join(tsv_parts(segments, numbers=numbers, documents=documents))


def tsv_parts(
    segments: Iterable[Segment],
    *,
    numbers: Mapping[int, int] | None = None,
    documents: Mapping[int, str] | None = None,
) -> Iterator[str]:
    """What `as_tsv` gives, line by line."""
    yield "\t".join(TSV_HEADER) + "\n"
    for at, row in enumerate(segments, 1):
        origin = (
            f"{row.origin.kind.value} {row.origin.score}"
            if row.origin.score is not None
            else row.origin.kind.value
        )
        cells = (
            str(row.id),
            str(numbers.get(row.id, at) if numbers else at),
            documents.get(row.document, str(row.document)) if documents else str(row.document),
            row.kind.value,
            row.source.text,
            row.target.text,
            row.state.value,
            origin,
            row.note,
        )
        yield "\t".join(map(escape_cell, cells)) + "\n"


def escape_cell(cell: str) -> str:
    r"""A cell of a table as it stands in its line, with \t, \n, \r and \\ written out."""
    return cell.translate(_ESCAPES)


def unescape_cell(cell: str) -> str:
    """The inverse of `escape_cell`."""
    return re.sub(r"\\[\\tnr]", lambda found: _UNESCAPED[found.group()], cell)


def _readable(segments: Iterable[Segment], untranslated: Untranslated) -> Iterable[tuple[Segment, str]]:
    for segment in segments:
        if segment.kind is Kind.IGNORED:
            continue
        if segment.target.text.strip():
            yield segment, segment.target.text.strip()
        elif untranslated == "source" and segment.source.text.strip():
            yield segment, segment.source.text.strip()


def _plain(text: str) -> str:
    """Without the marks of `*italic*` and `[^1]`, which plain text cannot show."""
    return _ITALIC.sub(r"\1", _NOTE_MARK.sub("", text))


def _markdown_line(text: str) -> str:
    return " ".join(text.split())


def _markdown_block(kind: Kind, text: str) -> str:
    if kind in _HEADINGS:
        return text if re.match(r"#{1,6}\s", text) else f"{_HEADINGS[kind]} {_markdown_line(text)}"
    lines = [line.strip() for line in text.split("\n")]
    if kind is Kind.LIST_ITEM:
        first = re.sub(r"^(?:[•●○◆◇■□▲△▪·*+-]|—{1,2})\s*", "- ", lines[0])
        return "  \n".join([first, *lines[1:]])
    if kind in (Kind.BYLINE, Kind.CREDIT, Kind.CAPTION) and "*" not in text:
        return "  \n".join(f"*{line}*" for line in lines if line)
    return "  \n".join(
        _MARKDOWN_START.sub(_escaped_start, line, count=1) if _MARKDOWN_START.match(line) else line
        for line in lines
    )


def _escaped_start(found: re.Match[str]) -> str:
    """A paragraph whose first mark Markdown would take for a heading, a list or a rule."""
    mark = found.group()
    return f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}"


def _visible(text: str) -> str:
    """Without characters that HTML forbids (control characters, lone surrogates)."""
    return "".join(
        sign
        if sign >= " " and not "\ud800" <= sign <= "\udfff" and not "\x7f" <= sign <= "\x9f"
        else " "
        if sign in "\t\n\r"
        else "\ufffd"
        for sign in text
    )


def _html_text(text: str, *, marks: bool) -> str:
    lines = [escape(_visible(line)) for line in text.strip().split("\n")]
    if marks:
        lines = [
            _NOTE_MARK.sub(
                lambda found: f"<sup>{found.group()[2:-1]}</sup>", _ITALIC.sub(r"<em>\1</em>", line)
            )
            for line in lines
        ]
    return "<br>".join(lines)


def _html_row(row: Segment, number: int, source_language: str, target_language: str) -> str:
    tag = {Kind.TITLE: "h2", Kind.SUBTITLE: "h3", Kind.HEADING: "h3"}.get(row.kind, "p")
    target = _html_text(row.target.text, marks=True)
    said = [row.comment, row.note]
    note = "".join(f'<p class="note">{_html_text(text, marks=False)}</p>' for text in said if text.strip())
    state = f"<br>{row.state.value}" if row.state in (State.DRAFT, State.REJECTED) else ""
    right = f"<{tag}>{target}</{tag}>" if target else ""
    return (
        f'<tr class="{row.kind.value} {row.state.value}"><th scope="row">{number}{state}</th>'
        f'<td lang="{escape(source_language)}"><{tag}>{_html_text(row.source.text, marks=False)}</{tag}></td>'
        f'<td lang="{escape(target_language)}">{right}{note}</td></tr>'
    )


_STYLE = """
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; line-height: 1.55;
  font-family: Charter, Georgia, "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
h1 { font-size: 1.5rem; font-weight: 600; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
col.number { width: 4.5rem; }
th, td { border-top: 1px solid color-mix(in srgb, currentColor 22%, transparent); padding: .45rem .7rem;
  text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-top: 0; font-size: .85rem; font-weight: 600; }
tbody th { font-weight: 400; font-size: .8rem; opacity: .6; padding-top: .65rem; }
td p, td h2, td h3 { margin: 0; }
td h2 { font-size: 1.25rem; } td h3 { font-size: 1.08rem; }
.byline td p, .credit td p, .caption td p { font-style: italic; }
:lang(zh) p { font-style: normal; }
.note { border-left: 2px solid currentColor; font-size: .85rem; margin-top: .4rem; opacity: .75;
  padding-left: .5rem; }
@page { margin: 18mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; }
  thead { display: table-header-group; } tr { break-inside: avoid-page; }
  .heading, .title { break-after: avoid; } }
"""

_PAGE = """<!DOCTYPE html>
<html lang="{page}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
<table>
<colgroup><col class="number"><col><col></colgroup>
<thead><tr><th scope="col">No.</th><th scope="col">{source}</th><th scope="col">{target}</th></tr></thead>
<tbody>
"""
_PAGE_END = """
</tbody>
</table>
</body>
</html>
"""
