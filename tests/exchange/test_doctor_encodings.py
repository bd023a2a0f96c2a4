"""tests of exchange: which encoding a file is in, and bytes that are in none."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from tests.exchange.doctor_files import checks, examined, places, repaired, tmx, unit

WHOLE = tmx(unit("推动三省一市协同发展不断迈上新台阶", "coordinated development"))


@pytest.mark.parametrize(
    "content",
    [
        WHOLE.encode(),
        codecs.BOM_UTF8 + WHOLE.encode(),
        WHOLE.replace(' encoding="UTF-8"', "").encode(),
        WHOLE.replace("UTF-8", "UTF-16").encode("utf-16"),
        codecs.BOM_UTF16_BE + WHOLE.replace("UTF-8", "utf-16").encode("utf-16-be"),
        WHOLE.replace("UTF-8", "US-ASCII").encode("ascii", "xmlcharrefreplace"),
    ],
)
def test_what_a_file_says_of_its_encoding_may_be_true(tmp_path: Path, content: bytes) -> None:
    assert examined(content, tmp_path) == []


@pytest.mark.parametrize(
    ("declared", "real", "check", "shown"),
    [
        ("gb2312", "utf-8", "encoding.declared", "it is in UTF-8"),
        ("UTF-8", "gbk", "encoding.declared", "it is in GBK"),
        ("UTF-8", "big5", "encoding.declared", "it is in Big5"),
        ("ISO-8859-1", "gb18030", "encoding.declared", "it is in GBK"),
        ("UTF-16", "utf-8", "encoding.declared", "it is in UTF-8"),
        ("UTF-8", "utf-16", "encoding.mark", "its byte order mark says UTF-16"),
        ("UTF-16", "utf-16-le", "encoding.no-mark", "no byte order mark"),
        ("utf8", "utf-8", "encoding.unknown", "which is no encoding"),
        ("rot13", "utf-8", "encoding.unknown", "which is no encoding"),
        ("GBK", "gbk", "encoding.foreign", "not Unicode"),
    ],
)
def test_clashes_of_declaration_mark_and_bytes_are_told_and_the_text_is_saved(
    tmp_path: Path, declared: str, real: str, check: str, shown: str
) -> None:
    texts = unit("推動京津冀協同發展" if real == "big5" else "推动京津冀协同发展", "coordinated development")
    content = tmx(texts, encoding=declared).encode(real)
    found = examined(content, tmp_path)
    assert checks(found) == [check]
    assert shown in found[0].message
    text, _, _ = repaired(content, tmp_path)
    assert texts in text
    assert examined(text, tmp_path) == []


def test_chinese_without_a_declaration_is_recognised(tmp_path: Path) -> None:
    content = WHOLE.replace(' encoding="UTF-8"', "").encode("gbk")
    assert checks(examined(content, tmp_path)) == ["encoding.undeclared"]


def test_bytes_that_are_not_in_the_encoding_have_line_and_column(tmp_path: Path) -> None:
    second = unit("共同富裕", "farmers@ incomes")
    content = tmx(unit(), second).encode().replace(b"@", b"\xff")
    assert places(examined(content, tmp_path), "encoding.bytes") == [(7, second.index("@") + 1)]


def test_a_lone_apostrophe_of_windows_is_put_in_and_other_bytes_are_said_to_be_lost(tmp_path: Path) -> None:
    content = (
        tmx(unit("共同富裕", "farmers@ incomes #")).encode().replace(b"@", b"\x92").replace(b"#", b"\xff")
    )
    text, found, _ = repaired(content, tmp_path)
    assert "farmers’ incomes �" in text
    assert [fault.lost for fault in found] == ["", "the bytes FF"]


def test_chinese_in_gbk_inside_a_file_in_utf8_is_turned_round(tmp_path: Path) -> None:
    content = tmx(unit(), unit("@", "common prosperity")).encode().replace(b"@", "共同富裕".encode("gbk"))
    text, found, _ = repaired(content, tmp_path)
    assert "<seg>共同富裕</seg>" in text
    assert set(checks(found)) == {"encoding.bytes"}


def test_half_a_character_at_the_end_of_a_file_is_no_riddle(tmp_path: Path) -> None:
    content = WHOLE.encode()[: WHOLE.encode().index("推".encode()) + 1]
    assert "xml.truncated" in checks(examined(content, tmp_path))
