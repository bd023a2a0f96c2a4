"""tests of exchange: whatever is done to a file, its repair is valid and keeps what was not touched."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.exchange.doctor_files import HEADER, checks, examined, repaired, tmx, unit
from workbench.exchange.tmx_reading import TmxReader
from workbench.model.faults import WorkbenchError

UNITS = (
    unit("改革开放", "reform and opening up", ' tuid="1" creationdate="20240305T101112Z"').replace(
        "<tuv", '<note>for Li</note><prop type="x-a">b &amp; c</prop><tuv', 1
    ),
    unit(
        '五万<bpt i="1" x="1">&lt;b&gt;</bpt>人<ept i="1">&lt;/b&gt;</ept>',
        '<bpt i="1" x="1">&lt;b&gt;</bpt>50,000<ept i="1">&lt;/b&gt;</ept> people'
        '<ph x="2">&lt;br/&gt;<sub>foot</sub></ph>',
    ),
    unit('中国<hi type="t">梦</hi>', 'The <it pos="begin">&lt;i&gt;</it>Chinese dream &#233;'),
    unit("共同富裕", "common prosperity"),
    unit("绿水青山", "lucid waters &amp; lush mountains", ' tuid="5"'),
)
_HEAD = HEADER.replace(
    "/>", '><note>n</note><ude name="u" base="b"><map unicode="#xF8FF" code="#xF0"/></ude></header>'
)
WHOLE = tmx(*UNITS, header=_HEAD)
_PIECES = (
    *(
        "<",
        "&",
        ">",
        '"',
        "'",
        "=",
        "/",
        "]]>",
        "-->",
        "<![CDATA[",
        "\x0b",
        "&#1;",
        "&nbsp;",
        "&a;",
        "\ud800",
    ),
    *("</seg>", "<seg>", "</tu>", "<tu>", "<tuv>", "</tuv>", "</tmx>", "</body>", "<body>", "<tmx>", "<TU>"),
    *(
        "<header>",
        "<header/>",
        "<prop>",
        "</prop>",
        "<note>x</note>",
        "<ude>",
        "<map/>",
        "tmx:",
        " xmlns='u'",
    ),
    *("<b>", "</b>", "<br/>", '<x y="1">', '<bpt i="1">', "<ept i='1'/>", "<sub>", "<hi>", "<ph/>", "<it>"),
    *("<ut/>", " lang='zh'", " i=1 ", "<?pi x?>", "<!DOCTYPE x>", "<!ENTITY a 'b'>", "<?xml version='1.0'?>"),
    *("中", "  "),
)

_put_in = st.tuples(st.just("in"), st.floats(0, 1), st.sampled_from(_PIECES))
_taken_out = st.tuples(st.just("out"), st.floats(0, 1), st.integers(1, 12))
_moved = st.tuples(st.just("copy"), st.floats(0, 1), st.tuples(st.floats(0, 1), st.integers(1, 60)))
_cut = st.tuples(st.just("cut"), st.floats(0.2, 1), st.just(0))
_untagged = st.tuples(st.just("untag"), st.floats(0, 1), st.just(0))
injuries = st.lists(_put_in | _taken_out | _moved | _cut | _untagged, min_size=1, max_size=4)


def _injured(text: str, what: list[tuple[str, float, object]]) -> str:
    for how, where, more in what:
        at = int(where * len(text))
        if how == "in":
            text = text[:at] + str(more) + text[at:]
        elif how == "out" and isinstance(more, int):
            text = text[:at] + text[at + more :]
        elif how == "copy" and isinstance(more, tuple):
            start = int(more[0] * len(text))
            text = text[:at] + text[start : start + more[1]] + text[at:]
        elif how == "cut":
            text = text[:at]
        else:
            found = re.compile("<[^<>]*>").search(text, at)
            text = text if found is None else text[: found.start()] + text[found.end() :]
    return text


def _segs(text: str) -> list[bytes]:
    return [etree.tostring(seg, with_tail=False) for seg in etree.fromstring(text.encode()).iter("seg")]


@pytest.fixture(scope="module")
def dtd() -> etree.DTD | None:
    path = Path(os.environ.get("WORKBENCH_EXTRA", "/nowhere")) / "schemas" / "tmx" / "tmx14.dtd"
    return etree.DTD(str(path)) if path.exists() else None


@settings(max_examples=300)
@given(injuries)
def test_a_repaired_file_is_valid_and_keeps_what_was_not_touched(
    tmp_path_factory: pytest.TempPathFactory, dtd: etree.DTD | None, what: list[tuple[str, float, object]]
) -> None:
    folder = tmp_path_factory.mktemp("injured")
    injured = _injured(WHOLE, what)
    try:
        text, _, doctor = repaired(injured, folder)
    except WorkbenchError:
        assert not re.search("<(tmx|tuv?)[ />]", injured)
        return
    tree = etree.fromstring(text.encode())
    assert dtd is None or dtd.validate(tree)
    assert [fault for fault in examined(text, folder) if fault.rule.severity == "error"] == []
    if injured.count("<!--") == WHOLE.count("<!--"):
        kept = _segs(text)
        assert all(seg in kept for whole in UNITS if whole in injured for seg in _segs(whole))
    assert doctor.tally.units == doctor.tally.untouched + doctor.tally.mended + doctor.tally.lost


@settings(max_examples=100)
@given(injuries)
def test_what_an_xml_parser_refuses_is_always_an_error(
    tmp_path_factory: pytest.TempPathFactory, what: list[tuple[str, float, object]]
) -> None:
    folder = tmp_path_factory.mktemp("injured")
    injured = _injured(WHOLE, what)
    try:
        found = examined(injured, folder)
    except WorkbenchError:
        return
    try:
        etree.fromstring((folder / "memory.tmx").read_bytes(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        assert any(fault.rule.severity == "error" for fault in found)


def test_a_file_with_nothing_wrong_comes_back_unit_by_unit_as_it_stands(tmp_path: Path) -> None:
    text, found, doctor = repaired(WHOLE, tmp_path)
    assert found == []
    assert doctor.tally.untouched == len(UNITS)
    assert all(f"    {one}\n" in text for one in UNITS)


def test_what_is_repaired_can_be_read(tmp_path: Path) -> None:
    broken = WHOLE.replace("reform and", "reform &").replace("xml:lang", "lang").replace("</body>", "")
    text, _, _ = repaired(broken, tmp_path)
    path = tmp_path / "mended.tmx"
    path.write_text(text, "utf-8")
    units = list(TmxReader(path))
    assert [one.source.text for one in units] == ["改革开放", "五万人", "中国梦", "共同富裕", "绿水青山"]
    assert units[0].target is not None
    assert units[0].target.text == "reform & opening up"
    assert len(units[1].source.codes) == 2


def test_many_signs_that_begin_nothing_take_no_longer_than_text(tmp_path: Path) -> None:
    signs = ("<", "&", "<!--", "<![CDATA[", "<?", "<!DOCTYPE [")
    content = tmx(*(unit("甲", sign * 20_000) for sign in signs), unit("乙", "the last"))
    text, _, doctor = repaired(content, tmp_path)
    assert doctor.tally.lost == 0
    assert "the last" in text


def test_comments_between_units_stay(tmp_path: Path) -> None:
    text, _, _ = repaired(tmx(unit(), "<!-- part two -->", unit("甲", "one")), tmp_path)
    assert "<!-- part two -->" in text


def test_deep_nesting_is_no_way_to_stop_the_doctor(tmp_path: Path) -> None:
    content = tmx(unit("甲", "<hi>" * 5000 + "deep" + "</hi>" * 5000))
    text, found, _ = repaired(content, tmp_path)
    assert "deep" in text
    assert "xml.tag" in checks(found)
    assert [fault for fault in examined(text, tmp_path) if fault.rule.severity == "error"] == []


def test_a_file_of_one_long_line_is_read_in_time(tmp_path: Path) -> None:
    one = unit("甲" * 50, "word " * 40).replace(" </seg>", "</seg>")
    content = tmx(*(one.replace("甲甲", str(n), 1) for n in range(2000))).replace("\n", "")
    found = examined(content, tmp_path)
    assert found == []


def test_a_text_without_end_is_not_read_again_and_again(tmp_path: Path) -> None:
    content = tmx(unit("甲", "x" * 3_000_000 + "<!-- " + "y" * 3_000_000))
    assert checks(examined(content, tmp_path)) == ["xml.less-than"]
