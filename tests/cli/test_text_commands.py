from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import ARTICLE, Workbench


def test_reflow_joins_lines_and_says_where_each_paragraph_stands(workbench: Workbench, article: Path) -> None:
    rows = [
        json.loads(line) for line in workbench("reflow", "article.txt", "--format", "jsonl").out.splitlines()
    ]
    assert list(rows[1]) == ["text", "kind", "start_line", "start_column", "end_line", "end_column"]
    assert rows[1]["text"].startswith("近年来，清河县坚持把解决好群众急难愁盼问题作为")
    assert [rows[1][key] for key in ("start_line", "start_column", "end_line", "end_column")] == [3, 3, 5, 24]
    text = workbench("reflow", "-", stdin=ARTICLE.encode("gb18030")).out
    assert text.splitlines() == [row["text"] for row in rows]


def test_annotate_reads_words_across_the_line_breaks_of_a_page(workbench: Workbench, article: Path) -> None:
    out = workbench("annotate", "article.txt", "--to", "tsv").out
    rows = [line.split("\t") for line in out.splitlines()]
    assert rows[0] == ["line", "column", "character", "pinyin", "word"]
    assert ["3", "22", "问", "wèn", "问题"] in rows
    assert ["4", "1", "题", "tí", "问题"] in rows


def test_annotate_as_text_by_word_and_by_character(workbench: Workbench) -> None:
    stdin = "重庆加快发展。\n".encode()
    assert (
        workbench("annotate", "-", "--to", "text", stdin=stdin).out
        == "重庆加快发展。\nChóngqìng jiākuài fāzhǎn.\n"
    )
    over = workbench("annotate", "-", "--to", "text", "--by", "char", stdin=stdin).out
    assert over.splitlines() == ["chóng qìng jiā kuài fā zhǎn", "重    庆   加  快   发 展。"]


def test_annotate_by_word_as_a_table(workbench: Workbench) -> None:
    out = workbench("annotate", "-", "--to", "tsv", "--by", "word", stdin="西安发展".encode()).out
    assert out.splitlines()[1:] == ["1\t1\t西安\txī'ān\t西安", "1\t3\t发展\tfāzhǎn\t发展"]


def test_convert_keeps_lines_and_takes_words_of_the_place(workbench: Workbench) -> None:
    text = "　　干部与信息\n\n里程碑\n"
    Path("a.txt").write_text(text, "utf-8")
    assert workbench("convert", "a.txt", "--to", "hant").out == "　　幹部與信息\n\n里程碑\n"
    assert workbench("convert", "a.txt", "--to", "tw").out == "　　幹部與資訊\n\n里程碑\n"
    back = workbench("convert", "-", "--to", "hans", stdin="　　幹部與信息\n".encode())
    assert back.out == "　　干部与信息\n"
