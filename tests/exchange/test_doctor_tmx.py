"""tests of exchange: what breaks TMX itself, elements, order, attributes and codes, and how it is mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.exchange.doctor_files import HEADER, checks, examined, places, repaired, tmx, unit
from workbench.exchange.doctor.dtd import ELEMENTS
from workbench.exchange.doctor.values import is_language, is_tmx_date, mended_date, mended_language

NOTE = "<note>for Li</note>"
PROP = '<prop type="x-domain">politics</prop>'


def _english(content: str) -> str:
    return unit("甲", content)


@pytest.mark.parametrize("name", ELEMENTS["header"].required)
def test_every_attribute_that_a_header_needs_is_missed_and_filled(tmp_path: Path, name: str) -> None:
    header = " ".join(part for part in HEADER[:-2].split(" ") if not part.startswith(f"{name}=")) + "/>"
    found = examined(tmx(header=header), tmp_path)
    assert [(fault.rule.check, fault.values[1], fault.line) for fault in found] == [
        ("tmx.attribute-missing", name, 4)
    ]
    text, _, _ = repaired(tmx(header=header), tmp_path)
    assert examined(text, tmp_path) == []


@pytest.mark.parametrize(
    ("broken", "expected", "saved"),
    [
        (unit().replace('xml:lang="en"', ""), ["tmx.language-missing"], 'xml:lang="en"'),
        (unit().replace('xml:lang="zh-CN"', ""), ["tmx.language-missing"], 'xml:lang="zh"'),
        (unit().replace('xml:lang="en"', 'lang="en"'), ["tmx.lang"], 'xml:lang="en"'),
        (unit().replace('"zh-CN"', '"zh_CN"'), ["tmx.language"], '"zh-CN"'),
        (unit().replace('"en"', '"English"'), ["tmx.language"], '"en"'),
        (unit(attributes=' creationdate="2024-03-05T10:00:00+08:00"'), ["tmx.date"], '"20240305T020000Z"'),
        (unit(attributes=' changedate="20240230T000000Z"'), ["tmx.date"], "<tu>"),
        (unit(attributes=' segtype="Sentence"'), ["tmx.attribute-value"], 'segtype="sentence"'),
        (unit(attributes=' tuid="a b"'), ["tmx.attribute-value"], 'tuid="a_b"'),
        (unit(attributes=' usagecount="often"'), ["tmx.attribute-value"], "<tu>"),
        (unit(attributes=' status="new"'), ["tmx.attribute-unknown"], '<prop type="x-status">new</prop>'),
        (unit(attributes=' TUID="7"'), ["tmx.case"], '<tu tuid="7">'),
        (unit(attributes=' xmlns="http://www.lisa.org/tmx14"'), ["tmx.namespace"], "<tu>"),
        (unit().replace("</tu>", f"{NOTE}</tu>"), ["tmx.order"], NOTE),
        (unit().replace("</seg></tuv></tu>", f"</seg>{PROP}</tuv></tu>"), ["tmx.order"], PROP),
        (
            unit().replace("<tu>", "<tu><prop>x</prop>"),
            ["tmx.attribute-missing"],
            '<prop type="x-unknown">x</prop>',
        ),
        (unit().replace("<tu>", "<tu>loose"), ["tmx.text-misplaced"], "<note>loose</note>"),
        (
            unit().replace("<tu>", "<tu><status>new</status>"),
            ["tmx.element-unknown"],
            '<prop type="x-status">new</prop>',
        ),
        (unit().replace("</tu>", '<tuv xml:lang="fr"></tuv></tu>'), ["tmx.element-missing"], "reform"),
        (
            unit().replace("up</seg>", "up</seg><seg>opening</seg>"),
            ["tmx.element-twice"],
            "<seg>opening</seg>",
        ),
        (unit().replace("<tu>", "<TU>").replace("</tu>", "</TU>"), ["tmx.case"], "<tu>"),
        (unit().replace("<tu>", "<t:tu>").replace("</tu>", "</t:tu>"), ["xml.prefix"], "<tu>"),
        (unit().replace("</tu>", "</t:tu>"), ["xml.tag"], "<tu>"),
        (unit(attributes=' q:n="1"'), ["xml.prefix", "tmx.attribute-unknown"], '<prop type="x-q-n">1</prop>'),
        (_english('<bpt i="1">x</bpt>a'), ["tmx.code-not-closed"], '<it pos="begin">x</it>a'),
        (_english('a<ept i="1">x</ept>'), ["tmx.code-not-opened"], 'a<it pos="end">x</it>'),
        (
            _english("<bpt>x</bpt>a<ept>y</ept>"),
            ["tmx.attribute-missing"] * 2,
            '<bpt i="1">x</bpt>a<ept i="1">y</ept>',
        ),
        (
            _english('<bpt i="b">x</bpt>a<ept i="b">y</ept>'),
            ["tmx.attribute-value"] * 2,
            '<bpt i="1">x</bpt>a<ept i="1">y</ept>',
        ),
        (_english("<it>&lt;/b></it>a"), ["tmx.attribute-missing"], '<it pos="end">&lt;/b&gt;</it>a'),
        (_english('<it pos="Begin">x</it>a'), ["tmx.attribute-value"], '<it pos="begin">x</it>a'),
        (_english("a<ut>x</ut>"), ["tmx.unknown-tag"], "a<ph>x</ph>"),
        (_english("a<sub>b</sub>"), ["tmx.element-misplaced"], "<seg>ab</seg>"),
        (
            _english("<b>bold</b> face"),
            ["tmx.element-unknown"],
            '<bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> face',
        ),
        (_english("a<br/>b"), ["tmx.element-unknown"], "a<ph>&lt;br/&gt;</ph>b"),
        (_english("a<br>b"), ["tmx.element-unknown"], "a<ph>&lt;br&gt;</ph>b"),
        (_english("press <Enter> now"), ["tmx.element-unknown"], "press &lt;Enter&gt; now"),
        (_english("end</b> now"), ["tmx.element-unknown"], 'end<it pos="end">&lt;/b&gt;</it> now'),
        (
            _english('<bpt i="1"><b></bpt>x<ept i="1"></b></ept>'),
            ["tmx.element-unknown"] * 2,
            '<bpt i="1">&lt;b&gt;</bpt>x<ept i="1">&lt;/b&gt;</ept>',
        ),
    ],
)
def test_each_fault_is_found_alone_and_mended(
    tmp_path: Path, broken: str, expected: list[str], saved: str
) -> None:
    content = tmx(unit("乙", "before"), broken)
    found = examined(content, tmp_path)
    assert checks(found) == expected
    assert {(fault.line, fault.unit) for fault in found} == {(7, 2)}
    assert all(fault.clause and fault.mend for fault in found)
    text, found, doctor = repaired(content, tmp_path)
    assert saved in text
    assert all(fault.done for fault in found)
    assert (doctor.tally.untouched, doctor.tally.mended) == (1, 1)
    assert [fault for fault in examined(text, tmp_path) if fault.rule.severity == "error"] == []


def test_two_codes_of_one_number_get_numbers_of_their_own(tmp_path: Path) -> None:
    nested = '<bpt i="1">b</bpt><bpt i="1">i</bpt>x<ept i="1">/i</ept><ept i="1">/b</ept>'
    content = tmx(_english(nested))
    assert checks(examined(content, tmp_path)) == ["tmx.code-twice"]
    text, _, _ = repaired(content, tmp_path)
    assert '<bpt i="1">b</bpt><bpt i="2">i</bpt>x<ept i="2">/i</ept><ept i="1">/b</ept>' in text


def test_a_unit_without_any_text_is_lost_and_said_to_be(tmp_path: Path) -> None:
    text, found, doctor = repaired(tmx("<tu tuid='9'><note>n</note></tu>", unit()), tmp_path)
    assert doctor.tally.lost == 1
    assert "left out" in found[0].done
    assert examined(text, tmp_path) == []


@pytest.mark.parametrize(
    ("content", "check"),
    [
        (tmx(version="1.5"), "tmx.version"),
        (tmx(version="1.4b"), "tmx.version"),
        (tmx().replace(' version="1.4"', ""), "tmx.version-missing"),
        (tmx(version="1.3"), "tmx.doctype"),
        (tmx().replace("DOCTYPE tmx", "DOCTYPE html"), "tmx.doctype"),
        (tmx().replace('"tmx14.dtd"', '"tmx14.dtd" [<!ELEMENT x ANY>]'), "tmx.doctype"),
        (tmx().replace("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" '), "tmx.namespace"),
        (tmx().replace("<tmx ", '<tmx a="b" '), "tmx.attribute-unknown"),
        (tmx(header=""), "tmx.element-missing"),
        (tmx(header="").replace("</body>", f"</body>{HEADER}"), "tmx.order"),
        (tmx(header=HEADER * 2), "tmx.element-twice"),
        (tmx().replace("<body>", "<body><body>").replace("</body>", "</body></body>"), "tmx.element-twice"),
        (tmx("loose", unit()), "tmx.text-misplaced"),
        (tmx(PROP, unit()), "tmx.element-misplaced"),
        (tmx("<group>", unit(), "</group>"), "tmx.element-unknown"),
        (tmx().replace(unit(), ""), "tmx.no-units"),
    ],
)
def test_the_frame_of_a_file(tmp_path: Path, content: str, check: str) -> None:
    assert checks(examined(content, tmp_path)) == [check]
    text, _, _ = repaired(content, tmp_path)
    assert [fault for fault in examined(text, tmp_path) if fault.rule.severity == "error"] == []


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_older_versions_have_lang_and_are_written_as_the_newest(tmp_path: Path, version: str) -> None:
    old = tmx(version=version).replace("xml:lang", "lang").replace("tmx14", f"tmx{version.replace('.', '')}")
    assert examined(old, tmp_path) == []
    text, found, _ = repaired(old, tmp_path)
    assert found == []
    assert text.count("xml:lang") == 2
    assert set(checks(examined(old.replace("lang=", "xml:lang="), tmp_path))) >= {"tmx.lang-early"}


def _named(content: object) -> set[str]:
    """The elements in the content model of an element, as lxml gives it."""
    if content is None:
        return set()
    names = {str(getattr(content, "name", "") or "")}
    return (names | _named(getattr(content, "left", None)) | _named(getattr(content, "right", None))) - {""}


def test_the_table_of_elements_is_that_of_the_dtd(extra: Path) -> None:
    dtd: Any = etree.DTD(str(extra / "schemas" / "tmx" / "tmx14.dtd"))
    seen = set()
    for element in dtd.iterelements():
        ours = ELEMENTS[element.name]
        needed: set[str] = set()
        known: set[str] = set()
        for attribute in element.iterattributes():
            name = f"xml:{attribute.name}" if attribute.prefix == "xml" else attribute.name
            (needed if attribute.default == "required" else known).add(name)
        assert set(ours.required) | ours.optional == needed | known
        assert needed <= set(ours.required)
        assert _named(element.content) == ours.children
        assert ours.text == (element.type == "mixed")
        seen.add(element.name)
    assert seen == set(ELEMENTS)


@pytest.mark.parametrize(
    ("date", "mended"),
    [
        ("20240305T101112Z", "20240305T101112Z"),
        ("2024-03-05", "20240305T000000Z"),
        ("20240305", "20240305T000000Z"),
        ("2024-03-05 10:11:12", "20240305T101112Z"),
        ("20240305T101112", "20240305T101112Z"),
        ("2024-03-05T10:11:12.345-0500", "20240305T151112Z"),
        ("20240230T000000Z", ""),
        ("yesterday", ""),
        ("05/03/2024", ""),
        ("", ""),
    ],
)
def test_dates_are_read_where_only_one_can_be_meant(date: str, mended: str) -> None:
    assert mended_date(date) == mended
    assert is_tmx_date(date) == (date == mended != "")


@pytest.mark.parametrize(
    "code", ["zh", "ZH-cn", "eN-uS", "zh-Hans-CN", "es-419", "cmn", "x-klingon", "zh-yue"]
)
def test_codes_of_any_case_country_and_script_are_right(code: str) -> None:
    assert is_language(code)


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("zh_CN", "zh-CN"),
        ("Chinese (Simplified)", "zh-CN"),
        ("2052", "zh-CN"),
        ("cn", "zh-CN"),
        ("jp", "ja"),
        ("qq", ""),
    ],
)
def test_other_names_of_languages_are_known_where_they_are_certain(code: str, meant: str) -> None:
    assert not is_language(code)
    assert mended_language(code) == meant


def test_a_place_is_that_of_the_element(tmp_path: Path) -> None:
    content = tmx(_english("a"), "  <tu>\n    <tuv>\n<seg>b</seg></tuv></tu>")
    assert places(examined(content, tmp_path), "tmx.language-missing") == [(8, 5)]
