"""tests of exchange: what is wrong with the texts of units, and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.doctor_files import checks, examined, repaired, tmx, unit
from workbench.exchange.doctor.mojibake import LOST, garbled
from workbench.exchange.doctor.seen import Seen

CHINESE = "推动三省一市协同发展不断迈上新台阶"
ENGLISH = "It’s “coordinated” — a café"


def _as_latin(text: str) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("text", [CHINESE, ENGLISH, "他说：“好的。”", "Résumé", "5 °C, £3"])
def test_utf8_that_was_read_as_latin_is_turned_back(text: str) -> None:
    for wrong in (_as_latin(text), text.encode().decode("latin-1")):
        found = garbled(wrong, chinese=False)
        assert found is not None
        assert found.text == text


def test_what_was_garbled_twice_is_turned_back_twice() -> None:
    found = garbled(_as_latin(_as_latin("银行")), chinese=True)
    assert found is not None
    assert found.text == "银行"


@pytest.mark.parametrize(("wrong", "right"), [("It鈥檚", "It’s"), ("鍏变骇鍏氬憳", "共产党员")])
def test_utf8_that_was_read_as_gbk_is_turned_back(wrong: str, right: str) -> None:
    found = garbled(wrong, chinese=False)
    assert found is not None
    assert found.text == right


@pytest.mark.parametrize("text", [CHINESE, "他说：“好的。”", "中国共产党", "第1条政策"])
def test_gbk_that_was_read_as_latin_is_turned_back_on_a_chinese_side(text: str) -> None:
    wrong = text.encode("gbk").decode("latin-1")
    found = garbled(wrong, chinese=True)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("text", ["锟斤拷锟斤拷", "中国�", "ï¿½", "烫烫烫烫"])
def test_what_was_replaced_is_lost_and_nothing_is_invented(text: str) -> None:
    found = garbled(text, chinese=True)
    assert found is not None
    assert (found.how, found.text) == (LOST, "")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "naïve “résumé” £5 ±2 °C",
            "CAFÉ—BAR",
            "IRMÃ”",
            "SÃO PAULO",
            "Citroën ÀÉ",
            "«Été» 12°–15°",
            "x² × y³",
        ),
        *(
            "涓涓细流汇成大海",
            "习近平总书记强调",
            "擘画蓝图",
            "浜松町",
            "ā á ǎ à",
            "Łódź Dvořák",
            "Ελλάδα",
        ),
    ],
)
def test_what_people_write_is_not_taken_for_garbled(text: str) -> None:
    assert garbled(text, chinese=True) is None


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=20))
def test_turning_back_gives_what_was_there_or_says_nothing(text: str) -> None:
    found = garbled(_as_latin(text), chinese=True)
    assert found is not None
    assert found.text in (text, "")


@given(
    st.text(
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产",
        max_size=30,
    )
)
def test_common_chinese_is_never_garbled(text: str) -> None:
    assert garbled(text, chinese=True) is None


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("This is the whole sentence.", "It is English.", ["text.language"]),
        ("改革开放", "改革开放以来取得成就", ["text.language"]),
        ("改革开放", "改革开放", ["text.untranslated"]),
        ("This is the whole sentence.", "This is the whole sentence.", ["text.untranslated"]),
        ("This is the whole sentence.", "这是一个句子", ["text.swapped"]),
        ("农村公路", "rural 公路 roads", ["text.leftover"]),
        ("これはペンです", "a pen", ["text.language"]),
        ("改革", "", ["unit.empty"]),
        ("", "reform", ["unit.empty"]),
        (" 改革", "reform", ["text.edges"]),
        (_as_latin(CHINESE), "coordinated", ["text.mojibake"]),
        ("中国", "Itâ€™s China", ["text.mojibake"]),
        ("锟斤拷", "lost", ["text.mojibake-lost"]),
        # what is no fault
        ("GDP", "GDP", []),
        ("Windows 10", "Windows 10", []),
        ("https://www.example.com/a/long/address", "https://www.example.com/a/long/address", []),
        ("2024", "2024", []),
        ("西安", "Xi’an (西安)", []),
        ("《三体》", "The Three-Body Problem (《三体》) by Liu", []),
        ("用 Excel 打开 file.xlsx", "open file.xlsx with Excel", []),
        ("<br/>".replace("<", "&lt;"), "&lt;br/>", []),
    ],
)
def test_sides_and_their_languages(tmp_path: Path, chinese: str, english: str, expected: list[str]) -> None:
    assert checks(examined(tmx(unit(chinese, english)), tmp_path)) == expected


def test_garbled_text_is_mended_in_the_file_and_what_is_lost_is_left(tmp_path: Path) -> None:
    text, found, _ = repaired(tmx(unit(_as_latin(CHINESE), "锟斤拷 coordinated")), tmp_path)
    assert f"<seg>{CHINESE}</seg>" in text
    assert [bool(fault.done) for fault in found if fault.rule.check.startswith("text.m")] == [True, False]


def test_units_without_source_or_alone_or_twice_in_a_language(tmp_path: Path) -> None:
    french = unit().replace("zh-CN", "fr").replace("改革开放", "réforme et ouverture")
    alone = '<tu><tuv xml:lang="ZH-tw"><seg>改革</seg></tuv></tu>'
    twice = unit("甲", "one").replace("</tu>", '<tuv xml:lang="EN"><seg>two</seg></tuv></tu>')
    found = examined(tmx(french, alone, twice, unit()), tmp_path)
    assert checks(found) == ["unit.no-source", "unit.one-variant", "unit.same-language"]
    assert [fault.line for fault in found] == [6, 7, 8]


def test_any_language_may_be_the_source_where_the_header_says_so(tmp_path: Path) -> None:
    french = unit().replace("zh-CN", "fr").replace("改革开放", "réforme")
    content = tmx(french).replace('srclang="zh-CN"', 'srclang="*all*"')
    assert examined(content, tmp_path) == []


def test_duplicates_are_told_with_the_line_of_the_first_and_dropped_only_on_request(tmp_path: Path) -> None:
    content = tmx(unit(), unit("甲", "one"), unit(), unit("改革开放", "other English"))
    found = examined(content, tmp_path)
    assert [(fault.rule.check, fault.line, fault.values) for fault in found] == [
        ("unit.duplicate", 8, ("6",))
    ]
    assert repaired(content, tmp_path)[0].count("<tu>") == 4
    text, _, doctor = repaired(content, tmp_path, drop_duplicates=True)
    assert (text.count("<tu>"), doctor.tally.duplicates) == (3, 1)


def test_a_name_of_two_units_is_told_where_their_texts_differ(tmp_path: Path) -> None:
    content = tmx(
        unit(attributes=' tuid="1"'), unit("甲", "one", ' tuid="1"'), unit("乙", "two", ' tuid="2"')
    )
    found = examined(content, tmp_path)
    assert [(fault.rule.check, fault.line) for fault in found] == [("unit.id-twice", 7)]


@given(st.lists(st.integers(0, 3000), max_size=9000))
def test_what_was_seen_is_remembered_with_its_first_line(keys: list[int]) -> None:
    seen, first = Seen(), dict[int, int]()
    for line, key in enumerate(keys, 1):
        assert seen.first(("key", key), line) == first.get(key, 0)
        first.setdefault(key, line)


def test_the_table_grows_without_forgetting() -> None:
    seen = Seen()
    assert not any(seen.first(str(n), n + 1) for n in range(20_000))
    assert [seen.first(str(n), 1) for n in (0, 9_999, 19_999)] == [1, 10_000, 20_000]
