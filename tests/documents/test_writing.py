"""tests: what leaves the program can be read by people, browsers and spreadsheets, whatever a cell holds."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.writing import (
    TSV_HEADER,
    as_html,
    as_markdown,
    as_tsv,
    as_txt,
    unescape_cell,
)
from workbench.model.coded import CodedText
from workbench.model.segments import Kind, Origin, OriginKind, Segment, State


def row(number: int, source: str, target: str = "", kind: Kind = Kind.PARAGRAPH, note: str = "") -> Segment:
    return Segment(
        id=number,
        rank=number * 100,
        document=1,
        kind=kind,
        source=CodedText(source),
        target=CodedText(target),
        state=State.CONFIRMED if target else State.UNTRANSLATED,
        note=note,
    )


ROWS = [
    row(1, "山乡的路", "Roads in the Hills", Kind.TITLE),
    row(2, "——来自云岭的报道", "A report from Yunling", Kind.SUBTITLE),
    row(3, "本报记者 林禾", "By Lin He", Kind.BYLINE),
    row(4, "先修哪一段", "Which Stretch First", Kind.HEADING),
    row(5, "路通了。", "The road is *open*.[^1]"),
    row(6, "还没有译。"),
    row(7, "— 3 —", "page three", Kind.IGNORED),
    row(8, "——补齐短板。", "— Closing the gaps.", Kind.LIST_ITEM),
]


def test_plain_text_holds_the_translation_alone() -> None:
    assert as_txt(ROWS) == (
        "Roads in the Hills\n\nA report from Yunling\n\nBy Lin He\n\nWhich Stretch First\n\n"
        "The road is open.\n\n— Closing the gaps.\n"
    )


def test_untranslated_rows_stand_in_chinese_when_asked_for() -> None:
    assert "还没有译。" not in as_txt(ROWS) + as_markdown(ROWS)
    assert "\n\n还没有译。\n\n" in as_txt(ROWS, untranslated="source")
    assert "\n\n还没有译。\n\n" in as_markdown(ROWS, untranslated="source")


def test_markdown_has_headings_from_kinds() -> None:
    assert as_markdown(ROWS, "Not needed") == (
        "# Roads in the Hills\n\n## A report from Yunling\n\n*By Lin He*\n\n## Which Stretch First\n\n"
        "The road is *open*.[^1]\n\n- Closing the gaps.\n"
    )


def test_markdown_takes_the_title_given_where_no_row_is_one() -> None:
    assert as_markdown([row(1, "路", "Road.")], "Hills") == "# Hills\n\nRoad.\n"


def test_a_paragraph_that_looks_like_markdown_stays_a_paragraph() -> None:
    texts = ["# 3 road", "1. It rained.", "- no list", "> quote", "1986. A year."]
    written = as_markdown([row(at, "路", text) for at, text in enumerate(texts)])
    assert written == "\\# 3 road\n\n1\\. It rained.\n\n\\- no list\n\n\\> quote\n\n1986\\. A year.\n"


def test_nothing_to_write_is_an_empty_file() -> None:
    assert as_txt([]) == as_markdown([]) == ""
    assert as_txt(ROWS[5:7]) == ""


class Reader(HTMLParser):
    """Collects text and checks that tags close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.cells: list[tuple[str, str]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "td":
            self.cells.append((dict(attrs).get("lang") or "", ""))
        if tag not in ("meta", "br", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "td" in self.open:
            lang, text = self.cells[-1]
            self.cells[-1] = (lang, text + data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


def test_html_sets_source_and_target_side_by_side() -> None:
    reader = read(as_html(ROWS))
    assert reader.cells[:2] == [("zh-CN", "山乡的路"), ("en", "Roads in the Hills")]
    assert ("en", "") in reader.cells
    assert all(text != "page three" for _, text in reader.cells)
    assert len(reader.cells) == 2 * 7


def test_html_needs_nothing_from_elsewhere() -> None:
    page = as_html(ROWS, "Hills")
    assert "http" not in page
    assert "src=" not in page
    assert "<title>Hills</title>" in page
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "color-scheme: light dark" in page


def test_html_shows_italics_as_italics() -> None:
    assert "The road is <em>open</em>.<sup>1</sup>" in as_html(ROWS)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=20))
def test_html_never_lets_a_cell_out(source: str, target: str, note: str) -> None:
    page = as_html(
        [row(1, "<b>&" + source, "<script>alert(1)</script>" + target, note=note + "</td>")], target
    )
    reader = read(page)
    assert reader.tags <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "table", "colgroup", "col"),
        *("thead", "tr", "th", "tbody", "td", "p", "br", "em", "sup"),
    }
    page.encode("utf-8")


def test_a_table_holds_all_rows_with_a_header() -> None:
    lines = as_tsv(ROWS, documents={1: "路.txt"}).splitlines()
    assert lines[0].split("\t") == list(TSV_HEADER)
    assert lines[1].split("\t")[:7] == [
        *("1", "1", "路.txt", "title", "山乡的路", "Roads in the Hills", "confirmed"),
    ]
    assert len(lines) == 1 + len(ROWS)


def test_a_match_shows_its_score_in_the_table() -> None:
    matched = Segment(1, 1, 1, origin=Origin(OriginKind.MATCH, 86, "x"))
    assert as_tsv([matched]).splitlines()[1].split("\t")[7] == "match 86"


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30)), max_size=5))
def test_a_table_survives_any_cell(cells: list[tuple[str, str, str]]) -> None:
    table = as_tsv([row(at, *cell[:2], note=cell[2]) for at, cell in enumerate(cells, 1)])
    lines = table.split("\n")[1:-1]
    assert len(lines) == len(cells)
    for line, cell in zip(lines, cells, strict=True):
        parts = [unescape_cell(part) for part in line.split("\t")]
        assert len(parts) == len(TSV_HEADER)
        assert (parts[4], parts[5], parts[8]) == cell


def test_the_same_rows_give_the_same_bytes() -> None:
    for write in (as_txt, as_markdown, as_html, as_tsv):
        assert write(iter(ROWS)) == write(list(ROWS))
