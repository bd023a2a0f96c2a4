"""tests: XLIFF of both versions and of the tools that bend it gives the texts, codes and states it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exchange.xliff import XliffReader
from workbench.model.coded import CodeKind, InlineCode, print_coded
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit

ONE = "urn:oasis:names:tc:xliff:document:1.2"
TWO = "urn:oasis:names:tc:xliff:document:2.0"
SDL = "http://sdl.com/FileTypes/SdlXliff/1.0"
MEMOQ = "MQXliff"

Read = Callable[[str], list[TranslationUnit]]


def one(body: str, *, source: str = "zh-CN", target: str = "en-US", more: str = "") -> str:
    """A file of version 1.2 around some trans-units."""
    return (
        f'<?xml version="1.0"?>\n<xliff version="1.2" xmlns="{ONE}" xmlns:sdl="{SDL}" xmlns:mq="{MEMOQ}">'
        f'<file original="a.docx" source-language="{source}" target-language="{target}" datatype="x">{more}'
        f"<body>{body}</body></file></xliff>"
    )


def two(body: str) -> str:
    """A file of version 2.1 around some units."""
    return (
        f'<xliff version="2.1" srcLang="zh-CN" trgLang="en" xmlns="{TWO}"'
        ' xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><file id="f1" original="a.md">'
        f"{body}</file></xliff>"
    )


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def call(text: str) -> list[TranslationUnit]:
        path = tmp_path / "a.xlf"
        path.write_text(text, "utf-8")
        return list(XliffReader(path))

    return call


def texts(units: list[TranslationUnit]) -> list[tuple[str, str]]:
    return [(print_coded(u.source), "" if u.target is None else print_coded(u.target)) for u in units]


def test_a_unit_has_its_texts_languages_note_and_document(read: Read) -> None:
    (unit,) = read(
        one(
            '<trans-unit id="7"><source>乡村振兴</source><target>rural revitalization</target>'
            "<note>a slogan</note><note>since 2017</note></trans-unit>"
        )
    )
    assert (unit.id, unit.source.text, unit.target and unit.target.text) == (
        *("7", "乡村振兴", "rural revitalization"),
    )
    assert (unit.source_language, unit.target_language) == ("zh-CN", "en-US")
    assert (unit.note, unit.prop("x-file")) == ("a slogan\nsince 2017", "a.docx")


def test_proposals_of_the_tool_are_no_translation(read: Read) -> None:
    proposed = "<alt-trans><source>甲</source><target>Wrong</target></alt-trans>"
    assert texts(read(one(f'<trans-unit id="1"><source>乙</source>{proposed}</trans-unit>'))) == [("乙", "")]
    match = (
        '<mtc:matches><mtc:match ref="#1"><source>甲</source><target>Wrong</target></mtc:match></mtc:matches>'
    )
    body = f'<unit id="1">{match}<segment><source>乙</source></segment></unit>'
    assert texts(read(two(body))) == [("乙", "")]


def test_segments_are_paired_by_their_mark_and_not_by_their_place(read: Read) -> None:
    body = (
        '<trans-unit id="1"><source>一。二。</source>'
        '<seg-source><g id="9"><mrk mtype="seg" mid="a">一。</mrk>'
        ' <mrk mtype="seg" mid="b">二<x id="2"/>。</mrk></g></seg-source>'
        '<target><mrk mtype="seg" mid="b"><x id="2"/>Two.</mrk> <mrk mtype="seg" mid="a">One.</mrk>'
        "</target><note>n</note></trans-unit>"
    )
    units = read(one(body))
    assert texts(units) == [("一。", "One."), ("二⟨2/⟩。", "⟨2/⟩Two.")]
    assert [(unit.id, unit.note) for unit in units] == [("1.a", "n"), ("1.b", "")]


def test_a_target_that_is_not_parted_belongs_to_the_whole_source(read: Read) -> None:
    body = (
        '<trans-unit id="1"><source>一。二。</source><seg-source><mrk mtype="seg" mid="1">一。</mrk>'
        '<mrk mtype="seg" mid="2">二。</mrk></seg-source><target>One and two.</target></trans-unit>'
    )
    assert texts(read(one(body))) == [("一。二。", "One and two.")]


def test_marks_that_are_no_segments_are_text(read: Read) -> None:
    body = (
        '<trans-unit id="1"><source>在<mrk mtype="term">北京</mrk>开会</source>'
        '<target>a meeting in <mrk mtype="protected">Beijing</mrk></target></trans-unit>'
    )
    assert texts(read(one(body))) == [("在北京开会", "a meeting in Beijing")]


def test_a_code_has_one_number_on_both_sides_and_keeps_what_it_stands_for(read: Read) -> None:
    body = (
        '<trans-unit id="1"><source><bpt id="1" rid="4">&lt;b></bpt>甲<ept id="2" rid="4">&lt;/b></ept>'
        '<ph id="br">&lt;br/></ph><g id="5" ctype="italic">乙</g><it id="6" pos="close">&lt;/i></it></source>'
        '<target><ph id="br">&lt;br/></ph><g id="5" ctype="italic">B</g><bpt id="1" rid="4">&lt;b></bpt>A'
        '<ept id="2" rid="4">&lt;/b></ept></target></trans-unit>'
    )
    (unit,) = read(one(body))
    assert texts([unit]) == [("⟨4⟩甲⟨/4⟩⟨1/⟩⟨5⟩乙⟨/5⟩⟨/6⟩", "⟨1/⟩⟨5⟩B⟨/5⟩⟨4⟩A⟨/4⟩")]
    assert unit.source.codes[:3] == (
        InlineCode(0, 4, CodeKind.OPEN, "<b>"),
        InlineCode(1, 4, CodeKind.CLOSE, "</b>"),
        InlineCode(1, 1, CodeKind.ALONE, "<br/>"),
    )
    assert unit.source.codes[3].data == "italic"


def test_version_2_codes_take_their_data_from_the_unit(read: Read) -> None:
    body = (
        '<unit id="u"><originalData><data id="d1">[b]</data><data id="d2">[/b]</data></originalData>'
        '<segment id="s1"><source><pc id="1" dataRefStart="d1" dataRefEnd="d2">甲<cp hex="001B"/></pc>'
        '<sc id="2" dataRef="d1"/>乙<ec startRef="2" dataRef="d2"/><ph id="3" equiv="[img]"/>'
        '<mrk id="m" type="term">丙</mrk><sm id="m2"/>丁<em startRef="m2"/></source>'
        '<target><ph id="3" equiv="[img]"/>A</target></segment></unit>'
    )
    (unit,) = read(two(body))
    assert texts([unit]) == [("⟨1⟩甲\x1b⟨/1⟩⟨2⟩乙⟨/2⟩⟨3/⟩丙丁", "⟨3/⟩A")]
    assert [code.data for code in unit.source.codes] == ["[b]", "[/b]", "[b]", "[/b]", "[img]"]


def test_version_2_segments_are_units_and_what_is_between_them_is_not(read: Read) -> None:
    body = (
        '<unit id="u"><notes><note>n</note></notes><segment id="s1" state="final"><source>一。</source>'
        "<target>One.</target></segment><ignorable><source> </source></ignorable>"
        "<segment><source>二。</source></segment></unit>"
    )
    units = read(two(body))
    assert texts(units) == [("一。", "One."), ("二。", "")]
    assert [(unit.id, unit.note) for unit in units] == [("u.s1", "n"), ("u.2", "")]
    assert units[0].prop("x-state") == "reviewed"


@pytest.mark.parametrize(
    ("attributes", "state", "origin"),
    [
        ("", "", ""),
        ('state="translated"', "confirmed", ""),
        ('state="final"', "reviewed", ""),
        ('state="signed-off"', "reviewed", ""),
        ('state="needs-review-translation"', "draft", ""),
        ('state="translated" state-qualifier="rejected-grammar"', "draft", ""),
        ('state-qualifier="mt-suggestion"', "", "machine"),
        ('state-qualifier="leveraged-mt"', "", "machine"),
        ('state-qualifier="leveraged-tm"', "", "match"),
        ('state-qualifier="exact-match"', "", "match"),
        ('state="x-something"', "", ""),
    ],
)
def test_states_of_version_1(read: Read, attributes: str, state: str, origin: str) -> None:
    body = f'<trans-unit id="1"><source>甲</source><target {attributes}>A</target></trans-unit>'
    (unit,) = read(one(body))
    assert (unit.prop("x-state"), unit.prop("x-origin")) == (state, origin)


def test_an_approved_unit_is_reviewed(read: Read) -> None:
    body = '<trans-unit id="1" approved="yes"><source>甲</source><target state="new">A</target></trans-unit>'
    assert read(one(body))[0].prop("x-state") == "reviewed"


def test_trados_says_of_each_segment_how_far_it_is_and_who_did_it(read: Read) -> None:
    body = (
        '<group><trans-unit id="t"><source>一。二。</source><seg-source><mrk mtype="seg" mid="1">一。</mrk>'
        '<mrk mtype="seg" mid="2">二。</mrk></seg-source><target><mrk mtype="seg" mid="1">One.</mrk>'
        '<mrk mtype="seg" mid="2">Two.</mrk></target><sdl:seg-defs>'
        '<sdl:seg id="1" conf="ApprovedTranslation" origin="interactive">'
        '<sdl:value key="last_modified_by">Li</sdl:value>'
        '<sdl:value key="modified_on">06/20/2021 14:27:13</sdl:value></sdl:seg>'
        '<sdl:seg id="2" conf="Draft" origin="tm" percent="86"/></sdl:seg-defs></trans-unit></group>'
    )
    first, second = read(one(body))
    assert (first.prop("x-state"), first.changed, first.changed_by) == (
        *("reviewed", "2021-06-20T14:27:13Z", "Li"),
    )
    assert (second.prop("x-state"), second.prop("x-origin")) == ("draft", "match 86")


def test_memoq_says_it_in_attributes_of_the_unit(read: Read) -> None:
    body = (
        '<trans-unit id="1" mq:status="ManuallyConfirmed" mq:lastchanginguser="Li"'
        ' mq:lastchangedtimestamp="2021-06-20T14:27:13Z"><source>甲</source><target>A</target></trans-unit>'
    )
    (unit,) = read(one(body))
    assert (unit.prop("x-state"), unit.changed, unit.changed_by) == (
        *("confirmed", "2021-06-20T14:27:13Z", "Li"),
    )


def test_a_file_of_the_opposite_direction_is_turned(read: Read) -> None:
    body = '<trans-unit id="1"><source>A</source><target>甲</target></trans-unit>'
    (unit,) = read(one(body, source="en-GB", target="zh-TW"))
    assert texts([unit]) == [("甲", "A")]
    assert (unit.source_language, unit.target_language) == ("zh-TW", "en-GB")


def test_what_is_left_out_is_counted_by_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    unit = "<trans-unit id='1'><source>甲</source><target>A</target></trans-unit>"
    path.write_text(one(f'<group translate="no">{unit}{unit}</group>{unit}'), "utf-8")
    reader = XliffReader(path)
    assert len(list(reader)) == 1
    assert reader.skipped == {"marked as not to be translated": 2}
    path.write_text(one(unit, source="de", target="fr"), "utf-8")
    reader = XliffReader(path)
    assert not list(reader)
    assert reader.skipped == {"in other languages": 1}


def test_indentation_around_a_text_is_none_of_it(read: Read) -> None:
    body = '<trans-unit id="1"><source>\n      甲<x id="1"/>\n   </source><target> A\n</target></trans-unit>'
    assert texts(read(one(body))) == [("甲⟨1/⟩", " A")]


def test_old_files_without_a_namespace_are_read(read: Read) -> None:
    body = '<trans-unit id="1"><source>甲</source><target>A</target></trans-unit>'
    assert texts(read(one(body).replace(f' xmlns="{ONE}"', ""))) == [("甲", "A")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE xliff [<!ENTITY a "b">]><xliff version="1.2"/>', "declares the entity “a”"),
        (
            '<!DOCTYPE xliff [<!ENTITY % a SYSTEM "file:///x">]><xliff version="1.2"/>',
            "declares the entity “a”",
        ),
        ('<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="1.2">&a;</xliff>', "“a”"),
        ("<tmx/>", "is not XLIFF"),
        ("<tmx><xliff version='1.2'/></tmx>", "its first element is <tmx>"),
        ("", "line 1: not well-formed XML"),
        ("<xliff version='3.0'/>", "XLIFF 3.0; versions 1 and 2"),
        ("<xliff/>", "without a version"),
    ],
)
def test_what_is_no_xliff_or_not_to_be_trusted_is_refused(read: Read, text: str, said: str) -> None:
    with pytest.raises(WorkbenchError, match=r"a\.xlf") as refused:
        read(text)
    assert said in str(refused.value)


def test_entities_that_grow_are_refused_before_they_do(read: Read) -> None:
    bomb = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(WorkbenchError, match=r"attack|well-formed"):
        read(f"<!DOCTYPE xliff [{bomb}]><xliff version='1.2' x='&i;'>&i;</xliff>")


def test_whole_units_come_before_the_error_of_a_file_cut_off(tmp_path: Path) -> None:
    unit = '<trans-unit id="1"><source>甲</source><target>A</target></trans-unit>\n'
    path = tmp_path / "a.xlf"
    path.write_text(one(unit * 2000)[:-5000], "utf-8")
    read = iter(XliffReader(path))
    whole = [next(read) for _ in range(1500)]
    with pytest.raises(WorkbenchError, match=r"line 19\d\d: not well-formed"):
        list(read)
    assert texts(whole[-1:]) == [("甲", "A")]


@given(
    st.lists(
        st.text(
            st.characters(
                exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n\t"
            ),
            min_size=1,
        ).filter(lambda text: text == text.strip("\n\t \x85\u2028\u2029") and text.strip()),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_that_xml_holds_comes_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, sources: list[str]
) -> None:
    path = tmp_path_factory.mktemp("xliff") / "a.xlf"
    body = "".join(
        f'<trans-unit id="{n}"><source>{escape(text)}</source><target>{escape(text)}</target></trans-unit>'
        for n, text in enumerate(sources)
    )
    path.write_text(one(body), "utf-8", newline="")
    assert texts(list(XliffReader(path))) == [(text.replace("⟨", "⟨⟨"),) * 2 for text in sources]


_ODD = b"<>\"'/& =\xff\x00a1:"
SAMPLE = one(
    '<group><trans-unit id="1" approved="yes"><source>一。<g id="1">二</g></source><seg-source>'
    '<mrk mtype="seg" mid="1">一。</mrk><mrk mtype="seg" mid="2"><g id="1">二</g></mrk></seg-source>'
    '<target state="final"><mrk mtype="seg" mid="1">One.</mrk><mrk mtype="seg" mid="2">Two</mrk></target>'
    '<sdl:seg-defs><sdl:seg id="1" conf="Draft"><sdl:value key="modified_on">06/20/2021 14:27:13'
    "</sdl:value></sdl:seg></sdl:seg-defs></trans-unit></group>"
).encode()


@given(st.data())
def test_a_damaged_file_never_ends_in_anything_but_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("xliff") / "a.xlf"
    whole = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(SAMPLE) - 1))] = data.draw(
            st.sampled_from(b"<>\"'/& =\xff\x00a1:")
        )
    path.write_bytes(whole[: data.draw(st.just(len(SAMPLE)) | st.integers(0, len(SAMPLE)))])
    try:
        units = list(XliffReader(path))
    except WorkbenchError as refused:
        assert "a.xlf" in str(refused)
    else:
        assert all(unit.source.text is not None for unit in units)
