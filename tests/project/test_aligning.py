from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exchange.tmx_reading import TmxReader
from workbench.model.faults import WorkbenchError
from workbench.project.aligned_forms import left_out, written
from workbench.project.aligned_summary import summary, unrelated
from workbench.project.aligning import Aligned, Block, Pair, Task, align_texts
from workbench.project.aligning_pins import read_pins
from workbench.project.aligning_texts import CHINESE, ENGLISH, Text, TextFile, read_lines, read_text
from workbench.project.creation import Unit

ZH = """　　河长制带来了什么

　　清水河全长86公里，流经三个县。过去，两岸的工厂把污水排进河里；如今，水里又有了鱼。
　　村民老周说：“水清了，人也留得住了。”去年，全县接待游客12万人次。
"""
WRAPPED = """　　推动乡村振兴取得新进展

　　近年来，清河县坚持把解决好群众急难愁盼问
题作为工作的出发点，累计转移农业人口32万
人，城镇化率达到64.2%。农民收入稳步增长。
　　全县上下一心，新建农村公路一千二百公里，让
每个村庄都通上客车，生产生活更加便利；群众
的获得感明显增强。
"""
EN = """What the River Chiefs Have Brought

The Qingshui River runs for 86 kilometers through three counties.
Factories on its banks once let their sewage into the river. Now
there are fish in the water again.

"The water is clear, and people stay," says Zhou, a villager. Last
year the county had 120,000 visits by tourists.
"""


def text_of(content: str, name: str = "text") -> TextFile:
    return TextFile(f"{name}.txt", content.encode(), Path(f"{name}.txt"))


def read(content: str, language: str = "zh", unit: Unit = "sentence") -> Text:
    chosen = CHINESE if language == "zh" else ENGLISH
    return read_text(text_of(content, language), chosen, unit, "auto")


def aligned(pairs: Iterable[Pair], zh: str = ZH, en: str = EN, below: Iterable[Pair] = ()) -> Aligned:
    """The two texts with pairs of our own."""
    return Aligned(read(zh), read(en, "en"), "sentence", tuple(pairs), tuple(below))


# 0 title; 1, 2, 3 the first paragraph; 4, 5 the second. In both languages.
STRAIGHT = tuple(Pair((n,), (n,), 0.95) for n in range(6))


# ---- reading


@pytest.mark.parametrize(("language", "content", "count"), [("zh", WRAPPED, 5), ("zh", ZH, 6), ("en", EN, 6)])
def test_a_sentence_knows_where_it_stands_in_its_file(language: str, content: str, count: int) -> None:
    lines = content.split("\n")
    text = read(content, language)
    assert [part.index for part in text.parts] == list(range(count))
    for part in text.parts:
        (line, column), (last_line, last_column) = part.first, part.last
        assert lines[line - 1][column - 1] == part.text[0]
        assert lines[last_line - 1][last_column - 1] == part.text[-1]


def test_places_are_told_by_lines() -> None:
    text = read(WRAPPED)
    assert [text.lines((number,)) for number in range(5)] == ["1", "3-5", "5", "6-7", "7-8"]
    assert (text.lines((1, 2, 3)), text.lines(())) == ("3-7", "")


def test_sentences_are_joined_as_they_stood_in_their_paragraph() -> None:
    assert read(ZH).joined((0, 1)) == "河长制带来了什么清水河全长86公里，流经三个县。"
    assert read(EN, "en").joined((2, 3)) == (
        "Factories on its banks once let their sewage into the river. Now there are fish in the water again."
    )
    assert read(EN, "en").joined((0, 1)).startswith("What the River Chiefs Have Brought The Qingshui River")


def test_paragraphs_are_known_where_the_text_has_some() -> None:
    assert read(ZH).paragraphs == [0, 1, 1, 1, 2, 2]
    assert read(ZH, unit="paragraph").paragraphs is None
    flat = read_lines(text_of("甲。\n乙。\n"), CHINESE)
    assert flat.paragraphs is None
    assert read_lines(text_of("甲。\n\n乙。\n丙。\n"), CHINESE).paragraphs == [0, 1, 1]


@given(
    st.lists(st.sampled_from(["", " ", "　　坚持改革开放。", "河水变清。 ", "ab c"]), min_size=1).filter(any)
)
def test_lines_keep_their_numbers_and_blank_ones_are_no_sentences(lines: list[str]) -> None:
    full = [(n, line.strip()) for n, line in enumerate(lines) if line.strip()]
    if full:
        text = read_lines(text_of("\r\n".join(lines)), CHINESE)
        assert [(part.index, part.text) for part in text.parts] == full
        assert [part.first[0] for part in text.parts] == [n + 1 for n, _ in full]


PAGES = "\n".join(
    f"　　第{number}段写的是河流两岸的变化，村民的日子越过越好，\n道路也一直修到了家门口，\n— {number} —\n"
    "孩子们上学近了，老人看病也近了，大家都很满意。"
    for number in range(1, 8)
)


def test_page_numbers_are_left_out_and_said() -> None:
    text = read(PAGES)
    assert len(text.dropped) == 7
    assert not any("—" in part.text for part in text.parts)
    said = list(summary(Aligned(text, read(EN, "en"), "sentence", ())))
    assert said[-1] == "zh.txt: 7 page numbers and running heads were left out."


# ---- aligning


@pytest.fixture
def dictionary(indexed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dictionary's index in the user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))


def task(pins: str = "", least: float = 0.0, memories: tuple[Path, ...] = ()) -> Task:
    given_pins = text_of(pins, "pins") if pins else None
    return Task(text_of(ZH, "zh"), text_of(EN, "en"), pins=given_pins, least=least, memories=memories)


def test_two_texts_become_pairs_that_hold_every_sentence_once(dictionary: None) -> None:
    said: list[str] = []
    found = align_texts(task(), said.append)
    assert [pair.source for pair in found.pairs] == [(n,) for n in range(6)]
    assert [pair.target for pair in found.pairs] == [(n,) for n in range(6)]
    assert said[-1] == "Aligning 6 with 6 sentences"


def test_pins_stand_and_what_they_pin_to_nothing_is_no_part_of_another_pair(dictionary: None) -> None:
    found = align_texts(task("3\t\n\t3\n2\t2\t0.1\n"))
    pinned = [pair for pair in found.pairs if pair.pinned]
    assert sorted((pair.source, pair.target) for pair in pinned) == [((), (3,)), ((2,), (2,)), ((3,), ())]
    assert all(pair.confidence == 1 for pair in pinned)
    assert sorted(n for pair in found.pairs for n in pair.source) == list(range(6))
    assert sorted(n for pair in found.pairs for n in pair.target) == list(range(6))
    assert [pair.source for pair in found.pairs if pair.source] == [(n,) for n in range(6)]


def test_what_was_written_as_beads_is_the_same_when_it_is_pinned(dictionary: None) -> None:
    first = written(align_texts(task()), "beads")
    second = written(align_texts(task(first)), "beads")
    assert [line.split("\t")[:2] for line in first.splitlines()] == [
        line.split("\t")[:2] for line in second.splitlines()
    ]
    assert all(line.endswith("\t1.000") for line in second.splitlines())


def test_a_memory_is_read_in_both_directions_and_one_without_chinese_is_refused(
    dictionary: None, tmp_path: Path
) -> None:
    path = tmp_path / "old.tmx"
    path.write_text(written(aligned(STRAIGHT), "tmx"), "utf-8")
    assert len(align_texts(task(memories=(path,))).pairs) == 6
    path.write_text(path.read_text("utf-8").replace('"zh-CN"', '"fr"'), "utf-8")
    with pytest.raises(WorkbenchError, match="holds no Chinese with its English"):
        align_texts(task(memories=(path,)))


def test_pairs_without_confidence_are_left_out_and_counted(dictionary: None) -> None:
    found = align_texts(task("0\t0\n", least=1.0))
    assert [pair.pinned for pair in found.pairs if pair.confidence < 1] == []
    assert len(found.pairs) + len(found.below) == 6
    assert left_out(found, "tsv") == f"Left out: {len(found.below)} of too little confidence."


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        (EN, ZH, "the Chinese text comes first; change their order"),
        (ZH, ZH, "one and the same text"),
        (ZH, ZH + "又一年。\n", "is not English"),
        (EN, EN + "Again.\n", "holds no Chinese"),
        (ZH, "1\n2\n", "is not English"),
        (ZH, " \n", "is empty"),
    ],
)
def test_texts_that_are_not_chinese_and_english_are_refused(zh: str, en: str, said: str) -> None:
    with pytest.raises(WorkbenchError, match=said):
        align_texts(Task(text_of(zh, "zh"), text_of(en, "en")))


@pytest.mark.parametrize(
    ("pins", "said"),
    [
        ("0\t0\nsome\t1\n", "line 2: a bead is"),
        ("0\n", "line 1: a bead is"),
        ("\t\n0\t\t\n\n-1\t2\n", "line 4: a bead is"),
        ("0\t9\n", "line 1: the English text has no sentence 9; its sentences are numbered from 0 to 5"),
        ("7\t9\n", "line 1: the Chinese text has no sentence 7"),
        ("  \n", "is empty; it should hold the beads"),
        ("0\t0\n\n0,1\t2\n", "line 3: what it names stands in line 1 too"),
        ("0,2\t0\n", "line 1: a bead has neighbours only"),
        ("1\t1\n2\t0\n", "line 2: it crosses line 1"),
        ("1,1\t1\n", "line 1: what it names stands in line 1 too"),
    ],
)
def test_a_pin_that_cannot_be_is_refused_with_its_line(pins: str, said: str) -> None:
    with pytest.raises(WorkbenchError, match=f"pins.txt,? {said}"):
        read_pins(text_of(pins, "pins"), read(ZH), read(EN, "en"))


def test_a_pin_may_reach_over_what_is_pinned_to_nothing() -> None:
    pins = read_pins(text_of("1,3\t1\n2\t\n", "pins"), read(ZH), read(EN, "en"))
    assert [(pin.source, pin.target) for pin in pins] == [((1, 3), (1,)), ((2,), ())]


# ---- forms


def test_beads_hold_indexes_and_the_table_texts_and_lines() -> None:
    found = aligned([Pair((0,), (0,), 0.5), Pair((1,), ()), Pair((2, 3), (1, 2), 0.12345), Pair((), (3,))])
    assert written(found, "beads") == "0\t0\t0.500\n1\t\t1.000\n2,3\t1,2\t0.123\n\t3\t1.000\n"
    rows = [line.split("\t") for line in written(found, "tsv").splitlines()]
    assert rows[0] == ["source", "target", "confidence", "source_lines", "target_lines"]
    assert rows[1] == ["河长制带来了什么", "What the River Chiefs Have Brought", "0.500", "1", "1"]
    assert rows[2] == ["清水河全长86公里，流经三个县。", "", "1.000", "3", ""]
    assert rows[3][2:] == ["0.123", "3", "3-4"]
    assert rows[4] == ["", "Now there are fish in the water again.", "1.000", "", "4-5"]


def test_a_tab_in_a_text_parts_no_cell() -> None:
    zh = read_lines(text_of("河水\t变清。\\n\n"), CHINESE)
    en = read_lines(text_of("The river is clear.\n"), ENGLISH)
    table = written(Aligned(zh, en, "sentence", (Pair((0,), (0,)),)), "tsv")
    assert table.splitlines()[1].split("\t")[0] == r"河水\t变清。\\n"


def test_tmx_reads_back_with_origin_confidence_and_places(tmp_path: Path) -> None:
    pairs = [Pair((0,), (0,), pinned=True), Pair((1,), ()), Pair((2, 3), (1, 2), 0.9), Pair((), (3,))]
    found = aligned(pairs)
    path = tmp_path / "river.tmx"
    path.write_text(written(found, "tmx"), "utf-8")
    reader = TmxReader(path)
    units = list(reader)
    assert reader.header["segtype"] == "sentence"
    assert [unit.id for unit in units] == ["1", "2"]
    assert units[1].source.text == "过去，两岸的工厂把污水排进河里；如今，水里又有了鱼。"
    assert units[1].props == (
        ("x-pair-origin", "aligner"),
        ("x-pair-confidence", "0.900"),
        ("x-workbench:source-file", "zh.txt"),
        ("x-workbench:source-lines", "3"),
        ("x-workbench:target-file", "en.txt"),
        ("x-workbench:target-lines", "3-4"),
    )
    assert units[0].prop("x-pair-origin") == "pinned"
    assert left_out(found, "tmx") == "Left out: 2 without a partner."
    assert left_out(found, "tsv") == ""


def test_the_summary_says_how_it_went_and_where_to_look() -> None:
    pairs = [Pair((0,), (0,), 0.4), Pair((1,), (), 0.9), Pair((2, 3), (1, 2), 0.1), Pair((), (3,), 0.8)]
    found = Aligned(*(read(ZH), read(EN, "en"), "sentence"), tuple(pairs), (), (Block((4, 5), (4, 5)),))
    assert list(summary(found)) == [
        "4 beads, 1 of them one to one; 1 Chinese sentence and 1 English sentence without a partner;"
        " mean confidence 0.25.",
        "Below 0.50: 2 beads. zh.txt line 1 = en.txt line 1 “河长制带来了什么” (0.40);"
        " zh.txt line 3 = en.txt lines 3-4 “过去，两岸的工厂把污水排…” (0.10).",
        "Stands in another place: zh.txt line 4 = en.txt lines 7-8.",
    ]


@pytest.mark.parametrize(("confidence", "listed"), [(0.494, True), (0.496, False)])
def test_what_is_shown_as_a_half_is_not_listed_as_below_it(confidence: float, listed: bool) -> None:
    said = list(summary(aligned([Pair((0,), (0,), confidence)])))
    assert said[0] == f"1 bead, one to one; mean confidence {confidence:.2f}."
    assert len(said[1:]) == listed


def test_english_that_is_doubted_alone_is_quoted_by_its_beginning() -> None:
    said = list(summary(aligned([Pair((), (5,), 0.3)])))
    assert said == [
        "1 bead; 1 English sentence without a partner.",
        "Below 0.50: 1 bead. en.txt lines 7-8 “Last year the county had 120,0…” (0.30).",
    ]


@pytest.mark.parametrize(("good", "doubted"), [(0, True), (1, True), (2, False), (6, False)])
def test_texts_of_which_little_is_paired_well_look_unrelated(good: int, doubted: bool) -> None:
    pairs = [Pair((n,), (n,), 0.9 if n < good else 0.2) for n in range(6)]
    said = unrelated(aligned(pairs[:4], below=pairs[4:]))
    assert bool(said) is doubted
    if doubted:
        assert said.startswith("These hardly look like a text and its translation: ")
        assert f"{2 * good} of 12 sentences" in said
