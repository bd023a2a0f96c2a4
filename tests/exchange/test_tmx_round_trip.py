"""tests of exchange: every text that XML allows comes back; damaged TMX gives units or a sentence."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from workbench.exchange.tmx import TmxHeader, write_tmx
from workbench.exchange.tmx_feeding import Feed
from workbench.exchange.tmx_reading import TmxReader
from workbench.exchange.tmx_text import content, holds, iso_date, iso_dates, tmx_date, valid
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit

HEADER = TmxHeader("0.1")
awkward = st.sampled_from(
    ["\r", "\t", "\n", " ", "　", "]]>", "&amp;", "<", "\u2028", "\x85", "\ufeff", "\U0010ffff"]
)
allowed = st.text(st.characters(exclude_categories=["Cs"]).filter(holds), max_size=12)
texts = st.lists(st.one_of(allowed, awkward), max_size=5).map("".join)
codes = st.builds(
    InlineCode,
    st.integers(0, 6),
    st.integers(1, 3),
    st.sampled_from(CodeKind),
    st.sampled_from(["", "<b>", "&"]),
)
coded = st.builds(
    lambda text, found: CodedText(text, tuple(sorted(found, key=lambda code: code.offset))),
    texts,
    st.lists(codes, max_size=3),
)
moments = st.sampled_from(["", "2026-11-22T08:09:10Z", "2026", "a-b:c"])
units = st.builds(
    TranslationUnit,
    id=texts,
    source=coded,
    target=st.none() | coded,
    source_language=st.sampled_from(["zh-CN", "zh-TW"]),
    segtype=st.sampled_from(["", "phrase", "none"]),
    created=moments,
    changed=moments,
    changed_by=texts,
    created_by=texts,
    note=texts,
    props=st.lists(st.tuples(st.sampled_from("ab"), texts), max_size=2).map(tuple),
)


def read(folder: pytest.TempPathFactory, data: bytes, **options: bool) -> list[TranslationUnit]:
    path = folder.mktemp("tmx") / "in.tmx"
    path.write_bytes(data)
    return list(TmxReader(path, **options))  # type: ignore[arg-type]


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=4))
def test_every_text_that_xml_allows_comes_back(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    found = [TranslationUnit(str(n), CodedText(zh), CodedText(en)) for n, (zh, en) in enumerate(pairs)]
    assert read(tmp_path_factory, "".join(write_tmx(found, HEADER)).encode()) == found


@pytest.mark.parametrize("start", range(0, sys.maxunicode, 0x44000))
def test_every_character_of_unicode_comes_back(tmp_path_factory: pytest.TempPathFactory, start: int) -> None:
    text = "".join(chr(code) for code in range(start, start + 0x44000) if not 0xD800 <= code < 0xE000)
    unit = TranslationUnit("1", CodedText(text), CodedText(text[::-1]))
    assert read(tmp_path_factory, "".join(write_tmx([unit], HEADER)).encode()) == [unit]


@given(st.text(max_size=20))
def test_what_xml_cannot_hold_is_replaced_one_for_one(text: str) -> None:
    assert len(valid(text)) == len(text)
    assert holds(valid(text))
    assert holds(text) == (valid(text) == text)
    assert etree.fromstring(f"<a>{content(text)}</a>").text in (valid(text), None)


@settings(max_examples=60)
@given(st.lists(units, max_size=6), st.sampled_from([1, 2]))
def test_many_units_are_written_as_each_alone(found: list[TranslationUnit], level: int) -> None:
    head, *body = write_tmx(found, HEADER, level=1 if level == 1 else 2)
    alone = ["".join(list(write_tmx([unit], HEADER, level=1 if level == 1 else 2))[2:-1]) for unit in found]
    assert "".join(body[1:-1]) == "".join(alone)
    assert head.startswith("<?xml")


@settings(max_examples=60)
@given(st.lists(units, max_size=6))
def test_what_is_written_reads_the_same_again_and_again(
    tmp_path_factory: pytest.TempPathFactory, found: list[TranslationUnit]
) -> None:
    first = read(tmp_path_factory, "".join(write_tmx(found, HEADER)).encode())
    assert read(tmp_path_factory, "".join(write_tmx(first, HEADER)).encode()) == first
    assert [unit.source.text for unit in first] == [valid_or_kept(unit.source.text) for unit in found]


def valid_or_kept(text: str) -> str:
    """What XML cannot hold is kept beside, but halves of a pair, which no file can hold."""
    return valid(text) if any("\ud800" <= each <= "\udfff" for each in text) else text


def test_whatever_is_written_at_either_level_is_valid(extra: Path) -> None:
    with (extra / "schemas" / "tmx" / "tmx14.dtd").open("rb") as file:
        dtd = etree.DTD(file)

    @settings(max_examples=60)
    @given(st.lists(units, max_size=4), st.sampled_from([1, 2]))
    def check(found: list[TranslationUnit], level: int) -> None:
        written = "".join(write_tmx(found, HEADER, level=1 if level == 1 else 2))
        tree = etree.fromstring(written.encode())
        assert dtd.validate(tree), str(dtd.error_log)
        assert level == 2 or not tree.xpath("//seg/*")

    check()


@given(
    st.lists(st.sampled_from(["", "20261122T080910Z", "20261122T080910", "x" * 16, "２" * 16]), max_size=5)
)
def test_dates_of_many_are_the_dates_of_each(column: list[str]) -> None:
    assert iso_dates(column) == [iso_date(each) for each in column]
    assert all(tmx_date(iso_date(each)) == each for each in column)


PIECES = [
    b"<ph/>",
    b"</seg>",
    b"</tu>",
    b"<tu>",
    b"<hi>",
    b"</hi>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"&x;",
]
FILE = "".join(
    write_tmx(
        [
            TranslationUnit(
                str(n), CodedText("改革"), CodedText("Reform", (InlineCode(1, 1, CodeKind.ALONE, "<"),))
            )
            for n in range(4)
        ],
        HEADER,
    )
)


@settings(max_examples=60)
@given(st.sampled_from(["utf-8", "utf-16", "gb18030"]), st.randoms(use_true_random=False), st.integers(1, 4))
def test_damaged_files_give_units_or_one_sentence_and_the_same_in_either_manner(
    tmp_path_factory: pytest.TempPathFactory, encoding: str, chance: random.Random, times: int
) -> None:
    data = bytearray(FILE.encode(encoding))
    for _ in range(times):
        at = chance.randrange(len(data))
        data[at : at + chance.choice([0, 0, 1, 9])] = chance.choice([*PIECES, bytes([chance.randrange(256)])])
    with pytest.MonkeyPatch.context() as patch:
        at_once = outcome(tmp_path_factory, bytes(data))
        patch.setattr(Feed, "_between_units", lambda _: False)
        assert outcome(tmp_path_factory, bytes(data)) == at_once


def outcome(folder: pytest.TempPathFactory, data: bytes) -> tuple[list[TranslationUnit], str]:
    path = folder.mktemp("fuzz") / "in.tmx"
    path.write_bytes(data)
    reader = TmxReader(path, keep_whole=True)
    try:
        return list(reader), reader.cut.partition(":")[2]
    except WorkbenchError as error:
        assert "\n" not in str(error)
        return [], str(error).partition(":")[2]
