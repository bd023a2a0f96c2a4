"""tests of exchange: every inline element of TMX comes back as it was, and is a code that can be shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from workbench.exchange.tmx import TmxHeader, write_tmx
from workbench.exchange.tmx_reading import TmxReader
from workbench.model.coded import CodedText, CodeKind, InlineCode, parse_coded, print_coded
from workbench.model.units import TranslationUnit

HEADER = TmxHeader("0.1")


def read(path: Path, segment: str, other: str = "") -> TranslationUnit:
    variant = f'<tuv xml:lang="en"><seg>{other}</seg></tuv>' if other else ""
    path = path / "in.tmx"
    path.write_text(
        f'<tmx version="1.4"><header srclang="zh-CN"/><body><tu><tuv xml:lang="zh-CN"><seg>{segment}</seg>'
        f"</tuv>{variant}</tu></body></tmx>",
        "utf-8",
    )
    (unit,) = TmxReader(path)
    return unit


def written(unit: TranslationUnit, level: int = 2) -> str:
    text = "".join(write_tmx([unit], HEADER, level=1 if level == 1 else 2))
    segment = etree.fromstring(text.encode()).find("body/tu/tuv/seg")
    assert segment is not None
    return etree.tostring(segment, encoding="unicode").removeprefix("<seg>").removesuffix("</seg>")


SAME = [
    'a<bpt i="1" x="1" type="bold">{}</bpt>b<ept i="1">}</ept>c',
    '<ph x="1" assoc="p" type="image">&lt;img/&gt;</ph>',
    '<it pos="begin" x="1" type="font">f</it>x<it pos="end" x="2">/f</it>',
    'a<hi x="1" type="term">b<hi x="2">c</hi></hi>d',
    '<hi x="1">a<ph x="2">t</ph>b</hi>',
    '<ut x="1">{\\b </ut>',
    '<ph x="1">&lt;a title="<sub type="title">see</sub>"/&gt;</ph>',
    '<ph x="1">&lt;a title="<sub>see <hi>this</hi><bpt i="1">b</bpt><ept i="1"/></sub>"/&gt;</ph>',
    '<bpt i="1" x="1">a</bpt><bpt i="2" x="2">b</bpt>t<ept i="2">/b</ept><ept i="1">/a</ept>',
]


@pytest.mark.parametrize("segment", SAME)
def test_an_element_with_all_that_it_says_of_itself_comes_back(tmp_path: Path, segment: str) -> None:
    again = written(read(tmp_path, segment))
    assert etree.canonicalize(f"<seg>{again}</seg>") == etree.canonicalize(f"<seg>{segment}</seg>")


@pytest.mark.parametrize("segment", SAME)
def test_the_printed_form_tells_all_codes_of_a_segment_apart(tmp_path: Path, segment: str) -> None:
    source = read(tmp_path, segment).source
    assert parse_coded(print_coded(source), source.codes) == source


def test_the_text_in_a_highlight_is_text_and_that_in_a_sub_is_not(tmp_path: Path) -> None:
    unit = read(tmp_path, 'a<hi type="x">b</hi><ph>c<sub>d</sub></ph>e')
    assert unit.source.text == "abe"
    assert [code.kind for code in unit.source.codes] == [CodeKind.OPEN, CodeKind.CLOSE, CodeKind.ALONE]


def test_level_1_has_the_text_alone(tmp_path: Path) -> None:
    assert (
        written(read(tmp_path, '改<bpt i="1">b</bpt>革<ept i="1"/><ph><sub>s</sub></ph>'), level=1) == "改革"
    )


def test_codes_counted_from_0_match_in_both_languages(tmp_path: Path) -> None:
    unit = read(tmp_path, '<ph x="1">a</ph>改<ph x="0">b</ph>', '<ph x="0">b</ph>x<ph x="1">a</ph>')
    assert unit.target is not None
    numbers = {code.data: code.number for code in unit.source.codes}
    assert {code.data: code.number for code in unit.target.codes} == numbers
    assert len(set(numbers.values())) == 2


def test_codes_without_any_number_match_by_their_order(tmp_path: Path) -> None:
    unit = read(tmp_path, "<ph>a</ph>改<ph>b</ph>", "<ph>a</ph>x<ph>b</ph>")
    assert unit.target is not None
    assert (
        [code.number for code in unit.source.codes] == [code.number for code in unit.target.codes] == [1, 2]
    )


def test_highlights_that_cross_are_written_as_codes_that_may() -> None:
    data = '<?tmx?><hi type="x">'
    codes = (
        InlineCode(0, 1, CodeKind.OPEN, data),
        InlineCode(1, 2, CodeKind.OPEN, data),
        InlineCode(2, 1, CodeKind.CLOSE, "<?tmx?></hi>"),
        InlineCode(3, 2, CodeKind.CLOSE, "<?tmx?></hi>"),
    )
    again = written(TranslationUnit("1", CodedText("改革史", codes), None))
    assert again == '<hi x="1" type="x">改<bpt i="2" x="2" type="x"></bpt>革</hi>史<ept i="2"></ept>'.replace(
        "></bpt>", "/>"
    ).replace("></ept>", "/>")


@pytest.mark.parametrize(
    "data",
    ["<?tmx?>", "<?tmx?><ph>", "<?tmx?><b/>", "<?tmx?><ph/>t", "<?tmx?><ph/><ph/>", "<?tmx?>&x;", "\0"],
)
def test_data_that_only_looks_like_an_element_is_written_as_text(data: str) -> None:
    code = InlineCode(0, 1, CodeKind.ALONE, data)
    again = etree.fromstring(f"<seg>{written(TranslationUnit('1', CodedText('改', (code,)), None))}</seg>")
    assert again[0].tag == "ph"
    assert again[0].text == data.replace("\0", "\ufffd")


def test_the_same_pair_twice_has_two_numbers_for_pairing_and_one_for_matching(tmp_path: Path) -> None:
    pair = '<bpt i="{}" x="1">b</bpt>t<ept i="{}">/b</ept>'
    unit = read(tmp_path, pair.format(1, 1) + pair.format(2, 2))
    assert [code.number for code in unit.source.codes] == [1, 1, 1, 1]
    assert written(unit) == pair.format(1, 1) + pair.format(2, 2)


def test_a_pair_in_a_pair_of_the_same_number_gets_its_own(tmp_path: Path) -> None:
    unit = read(tmp_path, '<hi x="1">a<hi x="1">b</hi></hi>')
    assert [code.number for code in unit.source.codes] == [1, 2, 2, 1]
