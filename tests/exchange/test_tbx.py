"""tests: the TBX is what the published schemas of TBX-Basic ask for, and says all we know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from workbench.exchange.tbx import write_tbx
from workbench.exchange.tbx_elements import Style
from workbench.glossary.bundled import policy_path
from workbench.glossary.table import read_glossary
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Attestation, Concept, Rendering, Status, TermKind

TBX = "{urn:iso:std:iso:30042:ed-2}"
TWO_SESSIONS = Concept(
    "two-sessions",
    "两会",
    (
        Rendering(
            "two sessions",
            article="the",
            short_form="sessions",
            attestation=Attestation.OFFICIAL,
            authority="Xinhua News Agency",
            year_from=2012,
            source_url="https://example.org/a?b=1&c=2",
            pos="noun",
            valency="during ~",
        ),
        Rendering("NPC & CPPCC sessions", status=Status.ADMITTED),
        Rendering("two meetings", status=Status.DEPRECATED, note="calque"),
        Rendering("Two Sessions", status=Status.SUPERSEDED, note="older style"),
    ),
    zh_variants=("“两会”",),
    pinyin="liǎng huì",
    kind=TermKind.FORMULA,
    domain="governance",
    members=("全国人大", "全国政协"),
    abbreviation_of="national-two-sessions",
)
NATIONAL = Concept("national-two-sessions", "全国两会", (Rendering("two sessions", article="the"),))


def parsed(text: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(text.encode(), parser)


def texts(root: etree._Element, path: str) -> list[str]:
    return [element.text or "" for element in root.iterfind(path)]


def test_every_status_has_its_word_in_tbx() -> None:
    root = parsed(write_tbx([TWO_SESSIONS, NATIONAL], title="t"))
    entry = root.find(f".//{TBX}conceptEntry[@id='two-sessions']")
    assert entry is not None
    assert texts(entry, f".//{TBX}termNote[@type='administrativeStatus']") == [
        "preferredTerm-admn-sts",
        "admittedTerm-admn-sts",
        "deprecatedTerm-admn-sts",
        "supersededTerm-admn-sts",
        "admittedTerm-admn-sts",
    ]


def test_what_basic_has_no_slot_for_stands_in_notes() -> None:
    root = parsed(write_tbx([TWO_SESSIONS, NATIONAL], title="t"))
    notes = set(texts(root, f".//{TBX}note"))
    assert {
        "pinyin: liǎng huì",
        "article: the",
        "attestation: official",
        "years: 2012–",
        "valency: during ~",
        "members: 全国人大|全国政协",
        "calque",
    } <= notes
    assert texts(root, f".//{TBX}admin[@type='source']") == ["Xinhua News Agency"]


def test_ids_that_are_no_xml_names_or_stand_twice_are_replaced() -> None:
    concepts = [Concept(name, "甲", (Rendering("x"),)) for name in ("两会", "ok", "ok", "1a")]
    root = parsed(write_tbx(concepts, title="t"))
    assert [entry.get("id") for entry in root.iter(f"{TBX}conceptEntry")] == ["_1", "ok", "_ok", "_1a"]


def test_no_concepts_are_an_error_and_not_an_invalid_file() -> None:
    with pytest.raises(WorkbenchError, match="no concept"):
        write_tbx([], title="t")


@given(st.text(min_size=1), st.text(min_size=1))
@settings(max_examples=50)
def test_any_characters_give_well_formed_xml(zh: str, en: str) -> None:
    root = parsed(write_tbx([Concept("c", zh, (Rendering(en, note=en),), domain=zh)], title=en))
    assert len(texts(root, f".//{TBX}term")) == 2


RNG = "{http://relaxng.org/ns/structure/1.0}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"


def permitted(extra: Path) -> dict[str, set[str]]:
    """What the Schematron of TBX-Basic permits: values by `element/@type` and by `element[@type='category']`.

    The rules are XSLT 2, which lxml does not run, so the lists are read out of them.
    """
    rules = etree.parse(str(extra / "schemas" / "tbx" / "TBX-Basic_DCA.sch"))
    lists: dict[str, set[str]] = {}
    for rule in rules.iter(f"{SCH}rule"):
        tests = [one.get("test", "") for one in rule.iter(f"{SCH}assert")]
        values = {
            value for test in tests if test.startswith(".=") for value in re.findall(r"\.='([^']+)'", test)
        }
        if values:
            lists[rule.get("context", "").replace("tbx:", "")] = values
    return lists


def types(extra: Path) -> dict[str, set[str]]:
    """The categories of TBX-Basic by the element that carries them in the DCA style."""
    return {context: values for context, values in permitted(extra).items() if context.endswith("/@type")}


def schema(extra: Path) -> etree.RelaxNG:
    """The core schema, its extension points filled as it asks for the DCA style: with the permitted types."""
    (path,) = (extra / "schemas" / "tbx").glob("*.rng")
    core = etree.parse(str(path))
    lists = permitted(extra)
    for define in core.iter(f"{RNG}define"):
        name = define.get("name", "")
        if name.endswith(".types"):
            values = lists.get(f"{name.removesuffix('.types')}/@type", set())
            for child in list(define):
                define.remove(child)
            choice = etree.SubElement(define, f"{RNG}choice" if values else f"{RNG}empty")
            for value in sorted(values):
                etree.SubElement(choice, f"{RNG}value").text = value
    return etree.RelaxNG(core)


@pytest.mark.parametrize("style", ["dca", "dct"])
def test_the_bundled_glossary_is_valid_against_the_core_schema(extra: Path, style: Style) -> None:
    rng = schema(extra)
    for concepts in (read_glossary(policy_path()).concepts, [TWO_SESSIONS, NATIONAL]):
        assert rng.validate(parsed(write_tbx(concepts, title="policy", style=style))), rng.error_log
    assert not rng.validate(
        parsed(write_tbx([NATIONAL], title="t").replace("administrativeStatus", "status"))
    )


def test_tags_of_the_dct_style_are_the_categories_of_the_modules(extra: Path) -> None:
    """The Schematron of DCT: no element of TBX has a type, and what is pointed at is there."""
    root = parsed(
        write_tbx([*read_glossary(policy_path()).concepts, TWO_SESSIONS, NATIONAL], title="p", style="dct")
    )
    rules = (extra / "schemas" / "tbx" / "TBX-Basic_DCT.sch").read_text("utf-8")
    assert "DCA style elements are not permitted" in rules
    body = root.find(f"{TBX}text")
    assert body is not None
    assert [one.tag for one in body.iter(f"{TBX}*") if one.get("type")] == []
    named = {one.get("id") for one in root.iter() if one.get("id")}
    targets = [one.get("target", "") for one in root.iter() if one.get("target")]
    assert targets
    assert [one for one in targets if one not in named and not re.match("https?://.+", one)] == []
    known = {name for values in types(extra).values() for name in values}
    used = {etree.QName(one).localname for one in body.iter() if "tbxinfo" in str(one.tag)}
    assert used
    assert used <= known


def test_every_value_is_one_the_basic_schematron_permits(extra: Path) -> None:
    root = parsed(write_tbx([*read_glossary(policy_path()).concepts, TWO_SESSIONS, NATIONAL], title="policy"))
    checked = 0
    for context, values in permitted(extra).items():
        if "[" in context:
            element, category = re.findall(r"\w+", context.replace("@type", ""))[:2]
            used = set(texts(root, f".//{TBX}{element}[@type='{category}']"))
            checked += len(used)
            assert used <= values, context
    assert checked >= 8


def test_descriptions_stand_at_the_levels_basic_gives_them() -> None:
    root = parsed(write_tbx([TWO_SESSIONS, NATIONAL], title="policy"))
    assert len(root.findall(f".//{TBX}conceptEntry/{TBX}descrip[@type='subjectField']")) == 1
    assert len(root.findall(f".//{TBX}descrip")) == 1
    targets = {one.get("target") for one in root.iter(f"{TBX}ref")}
    assert targets <= {entry.get("id") for entry in root.iter(f"{TBX}conceptEntry")}
