"""tests of exchange: TMX that every tool accepts, and TMX that nobody should trust."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from workbench.exchange.tmx import TmxHeader, iso_date, tmx_date, write_tmx
from workbench.exchange.tmx_reading import TmxReader
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit

HEADER = TmxHeader("0.1")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@st.composite
def coded(draw: st.DrawFn) -> CodedText:
    text = draw(texts)
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    codes = tuple(
        InlineCode(at, n + 1, CodeKind.ALONE, draw(st.text("<b>/&x", max_size=5)))
        for n, at in enumerate(offsets)
    )
    return CodedText(text, codes)


def written(units: list[TranslationUnit]) -> bytes:
    return "".join(write_tmx(units, HEADER)).encode("utf-8")


@given(st.lists(st.tuples(coded(), st.none() | coded(), texts.map(str.strip)), max_size=3))
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[CodedText, CodedText | None, str]]
) -> None:
    units = [
        TranslationUnit(
            id=str(n), source=source, target=target, props=(("x-kind", "title"), ("x-note", "a<b"))
        )
        for n, (source, target, _) in enumerate(parts, 1)
    ]
    path = tmp_path_factory.mktemp("tmx") / "u.tmx"
    path.write_bytes(written(units))
    assert list(TmxReader(path)) == units


def test_pairs_of_codes_are_bpt_and_ept_and_a_lonely_one_is_it(tmp_path: Path) -> None:
    codes = (
        InlineCode(0, 1, CodeKind.OPEN, "<b>"),
        InlineCode(2, 1, CodeKind.CLOSE, "</b>"),
        InlineCode(2, 2, CodeKind.OPEN, "<i>"),
    )
    unit = TranslationUnit(id="1", source=CodedText("改革", codes), target=None)
    data = written([unit])
    assert b'<bpt i="1" x="1">&lt;b&gt;</bpt>' in data
    assert b'<it pos="begin" x="2">' in data
    path = tmp_path / "codes.tmx"
    path.write_bytes(data)
    (read,) = TmxReader(path)
    assert read.source == unit.source


def test_an_export_is_valid_against_the_dtd(extra: Path) -> None:
    codes = (
        InlineCode(0, 1, CodeKind.OPEN),
        InlineCode(2, 1, CodeKind.CLOSE),
        InlineCode(2, 2, CodeKind.ALONE),
    )
    unit = TranslationUnit(
        id="7",
        source=CodedText("改革", codes),
        target=CodedText("Reform"),
        segtype="sentence",
        created="2026-01-02T03:04:05Z",
        changed="2026-01-02T03:04:06Z",
        changed_by="a<b",
        note="why & how",
        props=(("x-state", "draft"),),
    )
    with (extra / "schemas" / "tmx" / "tmx14.dtd").open("rb") as file:
        dtd = etree.DTD(file)
    tree = etree.fromstring(written([unit]))
    assert dtd.validate(tree), str(dtd.error_log)
    assert tree.xpath("string(header/@srclang)") == "zh-CN"


def test_dates_go_there_and_back() -> None:
    assert tmx_date("2026-11-22T08:09:10Z") == "20261122T080910Z"
    assert iso_date("20261122T080910Z") == "2026-11-22T08:09:10Z"
    assert iso_date("last week") == "last week"


def tmx(body: str, head: str = "") -> str:
    return f'<?xml version="1.0"?>{head}<tmx version="1.4"><header/><body>{body}</body></tmx>'


UNIT = '<tu><tuv xml:lang="ZH"><seg>改革</seg></tuv><tuv xml:lang="eN-us"><seg>Reform</seg></tuv></tu>'


def read(tmp_path: Path, data: bytes) -> list[TranslationUnit]:
    path = tmp_path / "in.tmx"
    path.write_bytes(data)
    return list(TmxReader(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_that_tools_write_is_read(tmp_path: Path, encoding: str) -> None:
    (unit,) = read(tmp_path, tmx(UNIT).encode(encoding))
    assert (unit.source.text, unit.target and unit.target.text) == ("改革", "Reform")


def test_the_old_lang_attribute_is_read(tmp_path: Path) -> None:
    (unit,) = read(tmp_path, tmx(UNIT.replace("xml:lang", "lang")).encode())
    assert unit.target == CodedText("Reform")


def test_a_unit_without_chinese_is_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, tmx('<tu><tuv xml:lang="fr"><seg>x</seg></tuv></tu>').encode()) == []


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
LEAK = '<!DOCTYPE tmx [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [BOMB, LEAK])
def test_an_entity_is_refused_by_name(tmp_path: Path, head: str) -> None:
    with pytest.raises(WorkbenchError, match="declares the entity"):
        read(tmp_path, tmx(UNIT, head).encode())


def test_an_outside_dtd_is_accepted_and_never_loaded(tmp_path: Path) -> None:
    started = time.monotonic()
    assert len(read(tmp_path, tmx(UNIT, '<!DOCTYPE tmx SYSTEM "http://192.0.2.1/tmx14.dtd">').encode())) == 1
    assert time.monotonic() - started < 5


def test_a_file_cut_off_in_the_middle_says_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match=r"in\.tmx, line 1: not well-formed"):
        read(tmp_path, tmx(UNIT).encode()[:-30])


def test_another_xml_file_is_not_taken_for_tmx(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="is not TMX"):
        read(tmp_path, b"<html><body/></html>")


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="cannot be read"):
        list(TmxReader(tmp_path / "none.tmx"))
