from __future__ import annotations

from workbench.annotate.table import as_table, as_text
from workbench.model.paragraphs import Paragraph
from workbench.model.segments import Kind, Run

BROKEN = Paragraph("加快建设大都市圈。", Kind.PARAGRAPH, (Run(0, 6, 3, 2), Run(6, 9, 4, 1)))


def test_a_row_says_where_in_the_file_a_character_stands_and_which_word_a_line_break_cut() -> None:
    rows = [row.rstrip("\n").split("\t") for row in as_table([BROKEN])]
    assert rows[0] == ["line", "column", "character", "pinyin", "word"]
    assert [row[:4] for row in rows[5:9]] == [
        ["3", "6", "大", "dà"],
        ["3", "7", "都", "dū"],
        ["4", "1", "市", "shì"],
        ["4", "2", "圈", "quān"],
    ]
    assert rows[-1] == ["4", "3", "。", "", "。"]
    assert "".join(row[2] for row in rows[1:]) == BROKEN.text


def test_a_row_a_word_joins_its_syllables() -> None:
    rows = [row.rstrip("\n").split("\t") for row in as_table([BROKEN], by="word")]
    assert rows[1] == ["3", "2", "加快", "jiākuài", "加快"]


def test_a_tab_in_the_text_does_not_break_the_table() -> None:
    paragraph = Paragraph("甲\t乙\\", Kind.PARAGRAPH, (Run(0, 4, 1, 1),))
    rows = [row.rstrip("\n").split("\t") for row in as_table([paragraph])]
    assert {len(row) for row in rows} == {5}
    assert [row[2] for row in rows[1:]] == ["甲", "\\t", "乙", "\\\\"]


def test_text_puts_pinyin_under_a_paragraph_or_over_its_characters() -> None:
    lines = "".join(as_text([BROKEN, BROKEN])).splitlines()
    assert lines[1:4] == ["Jiākuài jiànshè dàdūshìquān.", "", BROKEN.text]
    over = list(as_text([BROKEN], by="char", width=20))
    assert over[:2] == ["jiā kuài jiàn shè dà\n", "加  快   建   设  大\n"]
