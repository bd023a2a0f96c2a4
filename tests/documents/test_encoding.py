"""tests: the encodings Chinese files come in, and what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.encoding import decode
from workbench.model.faults import WorkbenchError

TEXT = "云岭县的路修好了，村民们说：“路通了，心就定了。”\n今年上半年，全县新增农村公路126公里。\n"
TRADITIONAL = "雲嶺縣的路修好了，村民們說：「路通了，心就定了。」\n今年上半年，全縣新增農村公路126公里。\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_simplified_text_is_read_in_each_encoding(encoding: str, found: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == (TEXT, found)


@pytest.mark.parametrize(
    ("encoding", "found"), [("big5", "big5"), ("gb18030", "gb18030"), ("utf-16-be", "utf-16-be")]
)
def test_traditional_text_is_told_from_simplified(encoding: str, found: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "a.txt") == (TRADITIONAL, found)


def test_a_big_endian_mark_is_obeyed() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt") == (TEXT, "utf-16")


@pytest.mark.parametrize("text", ["A road to the hills.\n", "No. 126", "ab"])
def test_english_is_never_taken_for_utf16(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, "utf-8")


@pytest.mark.parametrize("text", ["A road to the hills.\n", "Two\r\nlines\r\n"])
def test_english_in_utf16_without_a_mark_is_read(text: str) -> None:
    assert decode(text.encode("utf-16-le"), "a.txt")[0] == text


@pytest.mark.parametrize("data", [b"", b"  \r\n ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_named(data: bytes) -> None:
    with pytest.raises(WorkbenchError, match=r"^a\.txt is empty"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04aaaa",
        b"\x7fELF\x02\x01\x01\0\0\0",
        bytes(range(256)) * 8,
        b"abc\0\0\0def\0\0\0\xff\xff" * 40,
        b"\x01\x02\x03\x04\x05\x06\x07" * 40,
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(WorkbenchError, match=r"^a\.txt is "):
        decode(data, "a.txt")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_one_sentence(data: bytes) -> None:
    try:
        text, encoding = decode(data, "a.txt")
    except WorkbenchError as error:
        assert str(error).startswith("a.txt ")
        assert "\n" not in str(error)
    else:
        assert text.strip()
        assert encoding


@given(st.text(st.sampled_from(TEXT), min_size=20, max_size=200).filter(lambda text: text.strip()))
def test_utf8_comes_back_whole(text: str) -> None:
    assert decode(text.encode(), "a.txt")[0] == text
