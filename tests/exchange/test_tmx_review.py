"""tests of exchange: TMX as it comes, in odd encodings, with odd codes, mangled; and ours, valid."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from workbench.exchange.tmx import TmxHeader, write_tmx
from workbench.exchange.tmx_reading import TmxReader
from workbench.model.coded import CodedText, CodeKind, InlineCode, parse_coded, print_coded
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit

SEGMENT = '改<bpt i="1" x="5">&lt;b&gt;</bpt>革<ept i="1"/><ph x="3"><sub>s</sub></ph><it pos="end" x="9"/>'
UNIT = (
    '<tu tuid="1"><note>n</note><prop type="x-target-raw">"Reform"</prop>'
    f'<tuv xml:lang="zh-CN"><seg>{SEGMENT}</seg></tuv><tuv lang="EN_us"><seg>Reform</seg></tuv></tu>'
)


def tmx(unit: str = UNIT, encoding: str = "UTF-8", doctype: str = "") -> str:
    head = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}'
    return f'{head}<tmx version="1.4"><header srclang="zh-CN"/><body>{unit}</body></tmx>'


def read(path: Path, data: bytes) -> list[TranslationUnit]:
    path = path / "in.tmx"
    path.write_bytes(data)
    return list(TmxReader(path))


@pytest.mark.parametrize("encoding", ["GB2312", "gbk", "gb18030", "Big5", "UTF-7"])
def test_a_declared_encoding_that_expat_does_not_know_is_read(tmp_path: Path, encoding: str) -> None:
    (unit,) = read(tmp_path, tmx(encoding=encoding).encode(encoding))
    assert unit.source.text == "改革"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_that_declares_utf_8_is_read(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, tmx().encode(encoding))[0].source.text == "改革"


def test_the_mark_of_utf_8_counts_more_than_the_declaration(tmp_path: Path) -> None:
    assert read(tmp_path, tmx(encoding="gb2312").encode("utf-8-sig"))[0].source.text == "改革"


def test_utf_8_that_declares_utf_16_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, tmx(encoding="UTF-16").encode())[0].source.text == "改革"


@pytest.mark.parametrize("name", ["rot13", "no-such", "hex", "undefined", "gb2312"])
def test_an_encoding_that_is_none_or_not_the_one_is_one_sentence(tmp_path: Path, name: str) -> None:
    data = tmx(encoding=name).encode() + b"\xff\xff\xff"
    with pytest.raises(WorkbenchError, match="save it as UTF-8"):
        read(tmp_path, data)


def test_a_pair_has_one_number_even_where_i_and_x_differ(tmp_path: Path) -> None:
    (unit,) = read(tmp_path, tmx().encode())
    assert [(code.number, code.kind) for code in unit.source.codes[:2]] == [
        (5, CodeKind.OPEN),
        (5, CodeKind.CLOSE),
    ]


@pytest.mark.parametrize("number", ["²", "9" * 5000, "1000000", "-1", "٣", "0", ""])
def test_a_code_whose_number_cannot_be_shown_gets_one_that_can(tmp_path: Path, number: str) -> None:
    (unit,) = read(tmp_path, tmx(UNIT.replace('x="3"', f'x="{number}"')).encode())
    assert parse_coded(print_coded(unit.source), unit.source.codes) == unit.source


def test_codes_of_one_number_and_different_content_are_told_apart(tmp_path: Path) -> None:
    twice = UNIT.replace(SEGMENT, '改<ph x="1">a</ph>革<ph x="1">b</ph><ph>c</ph>')
    (unit,) = read(tmp_path, tmx(twice).encode())
    assert [code.data for code in parse_coded(print_coded(unit.source), unit.source.codes).codes] == [*"abc"]


def test_a_name_that_only_the_outside_dtd_explains_is_not_lost(tmp_path: Path) -> None:
    data = tmx(UNIT.replace("Reform<", "Reform&nbsp;&client;<"), doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
    (unit,) = read(tmp_path, data.encode())
    assert unit.target == CodedText("Reform\u00a0&client;")


@pytest.mark.parametrize("raw", ["{", '"\\ud800"', "[" * 100_000, '"Other"', "1"])
def test_a_raw_text_that_does_not_fit_the_segment_does_not_count(tmp_path: Path, raw: str) -> None:
    (unit,) = read(tmp_path, tmx(UNIT.replace('"Reform"', raw)).encode())
    assert unit.target == CodedText("Reform")


def test_languages_may_be_left_to_the_header_and_what_is_left_out_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "u.tmx"
    third = '<tuv xml:lang="fr"><seg>Réforme</seg></tuv></tu>'
    path.write_text(tmx(UNIT + UNIT.replace("zh-CN", "ja") + UNIT.replace("</tu>", third)), "utf-8")
    reader = TmxReader(path, source="", target="")
    assert [unit.target and unit.target.text for unit in reader] == ["Reform", "Reform"]
    assert (reader.passed_over, reader.doubled) == (1, 1)


@given(st.data())
def test_mangled_bytes_are_read_or_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    mangled = bytearray(tmx().encode(data.draw(st.sampled_from(["utf-8", "utf-16", "gb18030"]))))
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(mangled)))
        mangled[at : at + data.draw(st.integers(0, 9))] = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"<ph>", b"</seg>", b"&x;", b"&#1;", b"<!ENTITY"])
        )
    try:
        units = read(tmp_path_factory.mktemp("fuzz"), bytes(mangled))
    except WorkbenchError as error:
        assert "\n" not in str(error)
    else:
        assert all(unit.source.text.encode() is not None for unit in units)


texts = st.text(max_size=8)
codes = st.builds(
    InlineCode, st.integers(0, 8), st.integers(0, 9), st.sampled_from(CodeKind), st.text(max_size=4)
)
coded = st.builds(
    lambda text, found: CodedText(text, tuple(sorted(found, key=lambda code: code.offset))),
    texts,
    st.lists(codes, max_size=5),
)
units = st.builds(
    TranslationUnit,
    id=texts,
    source=coded,
    target=st.none() | coded,
    created=texts,
    changed=texts,
    changed_by=texts,
    note=texts,
    props=st.lists(st.tuples(st.text(min_size=1, max_size=4), texts), max_size=3).map(tuple),
)


def test_whatever_is_written_is_valid(extra: Path) -> None:
    with (extra / "schemas" / "tmx" / "tmx14.dtd").open("rb") as file:
        dtd = etree.DTD(file)

    @given(st.lists(units, max_size=3), texts)
    def check(found: list[TranslationUnit], name: str) -> None:
        written = "".join(write_tmx(found, TmxHeader("0.1", props=((name or "x", name),))))
        tree = etree.fromstring(written.encode("utf-8"))
        assert dtd.validate(tree), str(dtd.error_log)

    check()


def test_a_note_keeps_its_control_characters(tmp_path: Path) -> None:
    unit = TranslationUnit(id="1", source=CodedText("改"), target=None, note="a\x0bb\r\nc")
    assert read(tmp_path, "".join(write_tmx([unit], TmxHeader("0.1"))).encode())[0].note == unit.note
