"""tests of exchange: what breaks XML is found at its place, and only that."""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.doctor_files import HEADER, checks, examined, places, repaired, tmx, unit
from workbench.exchange.doctor.windows import Window, windows
from workbench.model.faults import WorkbenchError


@pytest.mark.parametrize(
    ("english", "check", "at", "saved"),
    [
        ("R & D", "xml.ampersand", 2, "R &amp; D"),
        ("a &amp b", "xml.ampersand", 2, "a &amp;amp b"),
        ("a < b", "xml.less-than", 2, "a &lt; b"),
        ("I <3 you", "xml.less-than", 2, "I &lt;3 you"),
        ("<省略>", "xml.less-than", 0, "&lt;省略&gt;"),
        ("a]]>b", "xml.section-end", 1, "a]]&gt;b"),
        ("a\x0bb", "xml.control", 1, "ab"),
        ("a\ufffeb", "xml.control", 1, "ab"),
        ("a&#x1F;b", "xml.control-reference", 1, "ab"),
        ("a&#1114112;b", "xml.control-reference", 1, "ab"),
        ("caf&eacute;", "xml.entity", 3, "café"),
        ("a &foo; b", "xml.entity", 2, "a &amp;foo; b"),
        ("a<!ENTITY x 'y'>", "xml.less-than", 1, "a&lt;!ENTITY x 'y'&gt;"),
    ],
)
def test_characters_that_break_xml(tmp_path: Path, english: str, check: str, at: int, saved: str) -> None:
    found = examined(tmx(unit("甲", english)), tmp_path)
    assert places(found, check) == [(6, unit("甲", "").rindex("</seg>") + at + 1)]
    text, _, _ = repaired(tmx(unit("甲", english)), tmp_path)
    assert f"<seg>{saved}</seg>" in text


@pytest.mark.parametrize(
    ("broken", "check"),
    [
        (unit().replace("</seg></tuv></tu>", "</tuv></tu>"), "xml.not-closed"),
        (unit().replace("</tuv></tu>", "</tu>"), "xml.not-closed"),
        (unit().replace("</tu>", ""), "xml.not-closed"),
        (unit().replace("<seg>reform", "reform"), "xml.not-opened"),
        (unit().replace("<tu>", ""), "xml.not-opened"),
        (unit() + "</tu>", "xml.stray-end"),
        (unit().replace('xml:lang="en"', "xml:lang=en"), "xml.tag"),
        (unit().replace('xml:lang="en"', 'xml:lang="en'), "xml.tag"),
        (unit().replace('<tuv xml:lang="en">', '<tuv xml:lang="en"'), "xml.tag"),
        (unit().replace('xml:lang="en"', 'xml:lang="en" xml:lang="en"'), "xml.tag"),
        (unit().replace('xml:lang="en"', 'xml:lang="en""x"'), "xml.tag"),
        (unit().replace("</tuv>", "</ tuv>"), "xml.tag"),
        (unit().replace("</tuv>", "</tuv"), "xml.tag"),
        (unit() + "<!-- a -- b -->", "xml.comment"),
    ],
)
def test_broken_tags_cost_no_text(tmp_path: Path, broken: str, check: str) -> None:
    content = tmx(unit("甲", "first"), broken, unit("乙", "third"))
    found = examined(content, tmp_path)
    assert set(checks(found)) == {check}
    assert {fault.line for fault in found} <= {7, 8}
    text, _, doctor = repaired(content, tmp_path)
    assert all(part in text for part in ("改革开放", "reform and opening up", "first", "third"))
    assert doctor.tally.lost == 0
    assert examined(text, tmp_path) == []


def test_a_start_of_a_comment_by_accident_swallows_no_units(tmp_path: Path) -> None:
    content = tmx(unit("甲", "first <!-- one"), "<!-- two -->", unit("乙", "second"))
    assert checks(examined(content, tmp_path)) == ["xml.less-than"]
    text, _, _ = repaired(content, tmp_path)
    assert "first &lt;!-- one" in text
    assert "second" in text


def test_units_in_a_comment_are_none(tmp_path: Path) -> None:
    content = tmx(unit("甲", "first"), f"<!-- {unit('乙', 'R & D')} -->")
    assert examined(content, tmp_path) == []
    assert repaired(content, tmp_path)[2].tally.units == 1


def test_a_file_cut_off_in_a_unit_yields_the_whole_ones_and_says_what_is_lost(tmp_path: Path) -> None:
    whole = tmx(*(unit(f"第{n}句", f"sentence number {n}") for n in range(50)))
    content = whole[: whole.index("sentence number 49")]
    found = examined(content, tmp_path)
    assert checks(found) == ["xml.truncated"]
    assert found[0].line == 55
    text, found, doctor = repaired(content, tmp_path)
    assert text.count("<tu>") == doctor.tally.untouched == 49
    assert (found[0].unit, found[0].lost) == (50, "第49句")
    assert examined(text, tmp_path) == []


def test_a_unit_that_lacks_only_its_end_is_whole(tmp_path: Path) -> None:
    content = tmx(unit())
    text, _, doctor = repaired(content[: content.index("</tu>")], tmp_path)
    assert doctor.tally.lost == 0
    assert "reform and opening up" in text


def test_two_files_in_one_become_one(tmp_path: Path) -> None:
    content = tmx(unit("甲", "first")) + tmx(unit("乙", "second"))
    assert "xml.second-file" in checks(examined(content, tmp_path))
    text, _, _ = repaired(content, tmp_path)
    assert text.count("<tu>") == 2
    assert examined(text, tmp_path) == []


def test_a_blank_line_before_the_declaration_is_told_once(tmp_path: Path) -> None:
    assert checks(examined("\n" + tmx(), tmp_path)) == ["xml.declaration"]


def test_units_alone_without_a_head_are_saved(tmp_path: Path) -> None:
    text, _, doctor = repaired(unit() + unit("甲", "one"), tmp_path)
    assert doctor.tally.lost == 0
    assert examined(text, tmp_path) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04\0\0", bytes(range(256)), b"<html><body>x</body></html>", "中国".encode(), b"\0" * 99],
)
def test_what_is_no_tmx_at_all_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(WorkbenchError, match=r"memory\.tmx"):
        examined(content, tmp_path)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    outside = '<!ENTITY x SYSTEM "file:///etc/hostname">'
    content = tmx(unit("甲", "&e29; &x;")).replace('"tmx14.dtd">', f'"tmx14.dtd" [{bomb}{outside}]>')
    found = examined(content, tmp_path)
    assert checks(found).count("xml.entity-declared") == 30
    text, _, _ = repaired(content, tmp_path)
    assert "&amp;e29; &amp;x;" in text
    assert "ENTITY" not in text


def test_a_dtd_elsewhere_is_no_fault_and_is_not_fetched(tmp_path: Path) -> None:
    content = tmx().replace('"tmx14.dtd"', '"http://127.0.0.1:9/tmx14.dtd"')
    assert examined(content, tmp_path) == []


def test_what_only_a_parser_knows_is_told_in_its_words(tmp_path: Path) -> None:
    found = examined(tmx(unit() + "<?xML x?>"), tmp_path)
    assert checks(found) == ["xml.declaration"]
    found = examined(tmx(header=HEADER + "<?a:b:c ?>"), tmp_path)
    assert found == []


@given(st.text(st.sampled_from("a<tu></tu>\r\n&中!-[]"), max_size=200), st.integers(1, 40))
def test_windows_lose_nothing_and_know_line_and_column(text: str, size: int) -> None:
    parts = [text[at : at + size] for at in range(0, len(text), size)]
    made = list(windows(parts))
    assert "".join(window.text for window in made) == text
    for offset in (0, len(text) // 2, len(text)):
        before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        assert Window(0, text).place(offset)[0] == line or text[:offset].endswith("\r")


@given(st.binary(max_size=60))
def test_no_bytes_stop_the_doctor(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    folder = tmp_path_factory.mktemp("noise")
    at = len(noise) * 7
    whole = tmx(unit("甲", "first"), unit("乙", "second")).encode()
    content = whole[:at] + noise + whole[at:]
    try:
        found = examined(content, folder)
    except WorkbenchError:
        return
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        assert any(fault.rule.severity == "error" for fault in found)
    except (ValueError, LookupError):
        assert found
