"""tests of exchange: what a TMX reader takes, what it leaves out and says so, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.exchange.tmx import TmxHeader, write_tmx
from workbench.exchange.tmx_feeding import Feed
from workbench.exchange.tmx_reading import TmxReader
from workbench.exchange.tmx_skipped import Skip
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit, UnitDetails


def tuv(language: str, text: str = "x", inside: str = "", attributes: str = "") -> str:
    return f'<tuv xml:lang="{language}"{attributes}>{inside}<seg>{text}</seg></tuv>'


def tu(*variants: str, inside: str = "", attributes: str = "") -> str:
    return f"<tu{attributes}>{inside}{''.join(variants)}</tu>"


def tmx(*units: str, srclang: str = "zh-CN", header: str = "") -> str:
    head = f'<header srclang="{srclang}">{header}</header>'
    return f'<?xml version="1.0"?><tmx version="1.4">{head}<body>{"".join(units)}</body></tmx>'


def reader(path: Path, text: str | bytes, **options: object) -> TmxReader:
    path = path / "in.tmx"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return TmxReader(path, **options)  # type: ignore[arg-type]


PAIR = tu(tuv("zh-CN", "改革"), tuv("en", "Reform"))


@pytest.mark.parametrize("codes", [("ZH", "EN"), ("zh_TW", "en_us"), ("cmn-Hans", "eng"), ("chi", "eN-gB")])
def test_any_manner_of_writing_a_language_is_understood(tmp_path: Path, codes: tuple[str, str]) -> None:
    (unit,) = reader(tmp_path, tmx(tu(tuv(codes[1], "Reform"), tuv(codes[0], "改革"))))
    assert (unit.source.text, unit.target) == ("改革", CodedText("Reform"))


def test_the_exact_language_counts_before_the_bare_one_and_that_before_another_country(
    tmp_path: Path,
) -> None:
    unit = tu(tuv("zh", "改革"), tuv("en-GB", "gb"), tuv("en-US", "us"), tuv("en", "en"))
    found = [next(iter(reader(tmp_path, tmx(unit), target=wanted))) for wanted in ("en_us", "en", "en-AU")]
    assert [each.target and each.target.text for each in found] == ["us", "en", "en"]
    assert [each.target_language for each in found] == ["en-US", "en", "en"]


def test_all_targets_give_a_unit_each(tmp_path: Path) -> None:
    unit = tu(tuv("fr", "Réforme"), tuv("ZH", "改革"), tuv("en", "Reform"), tuv("en-GB", "reform"))
    found = list(reader(tmp_path, tmx(unit), targets="all"))
    assert [(each.target_language, each.target and each.target.text) for each in found] == [
        ("fr", "Réforme"),
        ("en", "Reform"),
        ("en-GB", "reform"),
    ]


def test_a_unit_may_have_a_source_language_of_its_own_and_any_may_be_source(tmp_path: Path) -> None:
    own = tu(tuv("zh", "改革"), tuv("en", "Reform"), attributes=' srclang="en"')
    (unit,) = reader(tmp_path, tmx(own), source="", target="")
    assert (unit.source.text, unit.source_language) == ("Reform", "en")
    (unit,) = reader(tmp_path, tmx(PAIR, srclang="*all*"), source="", target="")
    assert unit.source.text == "改革"


def test_what_is_left_out_is_counted_and_said(tmp_path: Path) -> None:
    deep = "<hi>" * 70 + "改" + "</hi>" * 70
    units = (
        tu(tuv("fr")),
        tu(tuv("zh", "改革")),
        tu(tuv("zh", " "), tuv("en")),
        tu(tuv("zh", "改"), tuv("en", "　")),
        tu(tuv("zh", "改" * 101), tuv("en")),
        tu(tuv("zh", deep), tuv("en")),
        tu(tuv("zh", "改"), tuv("en"), tuv("en", "y")),
    )
    file = reader(tmp_path, tmx(*units), pairs_only=True, longest=100)
    assert [unit.source.text for unit in file] == ["改"]
    assert file.skipped == dict.fromkeys(Skip, 1)
    assert file.passed_over == 6
    assert file.said().startswith("Left out: 1 unit without a text in zh, 1 unit without a text in en,")
    assert "\n" not in file.said()


def test_a_whole_file_has_nothing_to_say(tmp_path: Path) -> None:
    file = reader(tmp_path, tmx(PAIR, PAIR))
    assert len(list(file)) == 2
    assert (file.said(), file.cut, file.skipped) == ("", "", {})


def test_who_and_when_come_from_the_translation_before_the_unit(tmp_path: Path) -> None:
    whole = ' creationdate="20200101T000000Z" changedate="20210101T000000Z" changeid="unit" usagecount="3"'
    unit = tu(
        tuv("zh", "改革", attributes=' creationid="source"'),
        tuv("en", "Reform", attributes=' changeid="target" changedate="20220101T000000Z"'),
        attributes=whole,
    )
    (found,) = reader(tmp_path, tmx(unit))
    assert (found.changed_by, found.changed) == ("target", "2022-01-01T00:00:00Z")
    assert (found.created_by, found.created) == ("source", "2020-01-01T00:00:00Z")
    assert found.details.uses == "3"


def test_notes_and_properties_of_units_and_variants_go_there_and_back(tmp_path: Path) -> None:
    unit = TranslationUnit(
        id="1",
        source=CodedText("改革"),
        target=CodedText("Reform"),
        note="of both",
        props=(("x-a", "1"), ("x-a", "2")),
        created_by="lin",
        details=UnitDetails(
            uses="3",
            used="2026-01-02T03:04:05Z",
            source_note="of the source",
            target_note="of the target",
            source_props=(("x-s", "<"),),
            target_props=(("x-t", ""),),
            attributes=(("datatype", "html"),),
            target_attributes=(("creationtool", "other"),),
        ),
    )
    assert list(reader(tmp_path, "".join(write_tmx([unit], TmxHeader("1"))))) == [unit]


def test_the_header_is_kept(tmp_path: Path) -> None:
    inside = (
        '<note>n</note><prop type="p">v</prop><ude name="u" base="b"><map unicode="#xE000" code="#x1"/></ude>'
    )
    file = reader(tmp_path, tmx(PAIR, header=inside))
    assert len(list(file)) == 1
    assert (file.header["srclang"], file.header_notes, file.header_props) == ("zh-CN", ["n"], [("p", "v")])
    ((own, maps),) = file.header_encodings
    header = TmxHeader(
        "1", notes=("n",), props=(("p", "v"),), encodings=((tuple(own.items()), (tuple(maps[0].items()),)),)
    )
    again = reader(tmp_path, "".join(write_tmx([], header)))
    assert list(again) == []
    assert again.header_encodings == [(own, maps)]
    assert again.header_notes == ["n"]


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1", "us-ascii", "utf-8"])
def test_western_encodings_and_references_are_read(tmp_path: Path, encoding: str) -> None:
    text = tmx(tu(tuv("zh", "改革"), tuv("en", "naïve"))).replace('"1.0"', f'"1.0" encoding="{encoding}"')
    (unit,) = reader(tmp_path, text.encode(encoding, "xmlcharrefreplace"))
    assert (unit.source.text, unit.target) == ("改革", CodedText("naïve"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_seen_by_their_bytes(tmp_path: Path, encoding: str) -> None:
    text = tmx(PAIR).removeprefix('<?xml version="1.0"?>')
    assert len(list(reader(tmp_path, f"\n{text}".encode(encoding)))) == 1


@pytest.mark.parametrize("name", ["punycode", "unicode_escape", "idna"])
def test_a_codec_that_is_no_encoding_of_files_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorkbenchError, match="which is none"):
        list(reader(tmp_path, tmx(PAIR).replace('"1.0"', f'"1.0" encoding="{name}"')))


def test_a_file_that_breaks_off_gives_its_whole_units_and_says_where(tmp_path: Path) -> None:
    whole = tmx(*[PAIR + "\n"] * 3000).encode()
    start = b"\n".join(whole.split(b"\n")[:2000]) + b"\n<tu"
    with pytest.raises(WorkbenchError, match="line 2001: not well-formed"):
        list(reader(tmp_path, start))
    file = reader(tmp_path, whole[: len(whole) // 2], keep_whole=True)
    units = list(file)
    assert 1480 < len(units) < 1500
    assert f"line {len(units) + 1}: not well-formed" in file.cut
    assert file.cut.count("\n") == 0


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_file_that_ends_in_the_middle_of_a_character_keeps_what_is_before(
    tmp_path: Path, encoding: str
) -> None:
    data = tmx(PAIR, tu(tuv("zh", "改"))).replace('"1.0"', f'"1.0" encoding="{encoding}"').encode(encoding)
    cut = data[: data.rindex("改".encode(encoding)) + 1]
    file = reader(tmp_path, cut, keep_whole=True)
    assert [unit.source.text for unit in file] == ["改革"]
    assert "encoding" in file.cut


@pytest.mark.parametrize("inside", ["<!-- {} -->", "<?p {} ?>", "<![CDATA[{}]]>"])
def test_units_in_a_comment_an_instruction_or_cdata_are_none(tmp_path: Path, inside: str) -> None:
    hidden = inside.format(PAIR * 300)  # longer than what is read at once
    assert len(list(reader(tmp_path, tmx(PAIR, hidden * 5, PAIR)))) == 2


def test_attributes_that_a_dtd_in_the_file_gives_count(tmp_path: Path) -> None:
    dtd = '?><!DOCTYPE tmx [<!ATTLIST tuv xml:lang CDATA "en">]>'
    unit = PAIR.replace(' xml:lang="en"', "")
    (found,) = reader(tmp_path, tmx(unit).replace("?>", dtd, 1))
    assert found.target == CodedText("Reform")


UNUSUAL = [
    tu(tuv("zh", "a &amp; b"), tuv("en", "&lt;&gt;&quot;&apos;")),
    tu(tuv("zh", "a&#38;b"), tuv("en", "&#x1F600;")),
    tu(tuv("zh", "<![CDATA[<a>]]>"), tuv("en", "x<!-- c -->y")),
    tu(tuv("zh", "改\r\n革"), tuv("en", "a\tb\n")),
    tu(tuv("zh", '<bpt i="1" x="1">&lt;b&gt;</bpt>改<ept i="1"/>'), tuv("en", "<ph x='1'/>")),
    tu(tuv("zh", '<bpt i="1">a&#38;</bpt>改<ept i="1"/>'), tuv("en", "<ph x='1'/>")),
    tu(tuv("zh"), tuv("en"), inside='<prop type="a">b &amp; c</prop><prop>d</prop>'),
    tu(tuv("zh"), tuv("en"), inside="<note>n</note>", attributes=" tuid='1'"),
    tu(tuv("zh"), tuv("en"), attributes=' tuid="a &amp; b"\n\tchangeid="c\nd" segtype="phrase"'),
    tu(tuv("zh"), tuv("en"), attributes=' o-encoding="x" changedate="yesterday"'),
    tu(tuv("zh", attributes=' changeid="a>b"'), tuv("en", inside='<prop type="p">q</prop>')),
    tu(tuv("en"), tuv("zh")).replace("><", ">\n  <"),
    tu(tuv("zh", "x<g>y</g>z"), tuv("en", "")).replace("<seg></seg>", "<seg/>"),
    tu(tuv("zh"), tuv("en"), tuv("fr")),
]


@pytest.mark.parametrize("unit", UNUSUAL)
def test_units_cut_out_at_once_are_what_the_events_of_the_parser_say(
    tmp_path: Path, unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmx(PAIR, unit, unit, PAIR, unit)
    at_once = list(reader(tmp_path, text))
    alone = list(reader(tmp_path, tmx(unit, unit, unit)))
    monkeypatch.setattr(Feed, "_between_units", lambda _: False)
    from_events = list(reader(tmp_path, text))
    assert at_once == from_events
    assert alone == [at_once[1], at_once[2], at_once[4]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (tmx("<x>" * 2000), "stand in one another"),
        (tmx(f"<!-- {'x' * 5_000_000} -->", PAIR), "a tag or comment of more than 4 MB"),
        (tmx(header=f"<note>{'x' * 9_000_000}</note>"), "its header is too large"),
    ],
)
def test_what_could_fill_the_memory_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(WorkbenchError, match=said):
        list(reader(tmp_path, text))


@pytest.mark.parametrize(
    "heavy",
    [
        tu(tuv("zh", "改" * 2_000_000), tuv("en")),
        tu(tuv("zh", "<ph/>" * 200_000), tuv("en")),
        tu(tuv("zh"), tuv("en"), inside="<prop/>" * 200_000),
        tu(tuv("zh"), *[tuv("en")] * 50_000),
    ],
)
def test_a_unit_too_heavy_is_left_out_and_the_next_is_read(tmp_path: Path, heavy: str) -> None:
    file = reader(tmp_path, tmx(PAIR, heavy, PAIR))
    assert len(list(file)) == 2
    assert file.skipped == {Skip.TOO_LONG: 1}


@pytest.mark.parametrize("root", ["tu", "seg", "TMX", "body"])
def test_only_tmx_is_read_whatever_is_in_the_file(tmp_path: Path, root: str) -> None:
    with pytest.raises(WorkbenchError, match="is not TMX"):
        list(reader(tmp_path, f"<{root}>{PAIR}</{root}>"))


def test_properties_that_stand_outside_of_header_and_units_are_nobodys(tmp_path: Path) -> None:
    file = reader(tmp_path, tmx('<prop type="a">b</prop><note>n</note><ude name="u"/>', PAIR))
    assert len(list(file)) == 1
    assert (file.header_props, file.header_notes, file.header_encodings) == ([], [], [])


def test_a_unit_in_a_stray_segment_keeps_its_own_attributes(tmp_path: Path) -> None:
    first = tu(tuv("zh-CN", "改革"), tuv("en", "Reform"), attributes=' tuid="1"')
    second = tu(tuv("zh-CN", "开放"), tuv("en", "Opening up"), attributes=' tuid="2"')
    units = list(reader(tmp_path, tmx(first, "<seg>", second, "</seg>")))
    assert [(unit.id, unit.source.text) for unit in units] == [("1", "改革"), ("2", "开放")]
