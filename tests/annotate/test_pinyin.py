from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.annotate.pinyin import joined, numeric, pinyin_line, readings


def read(text: str) -> str:
    return " ".join(filter(None, readings(text)))


@settings(deadline=None)  # the first example loads the dictionary
@given(st.text(max_size=60) | st.text(alphabet="重庆银行行长京⽅⻄㎡½ 一不5．%“A\ud800𠮷", max_size=40))
def test_there_is_exactly_one_reading_a_code_point_whatever_the_text(text: str) -> None:
    assert len(readings(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("银行行长长大", "yín háng háng zhǎng zhǎng dà"),
        ("重大任务在重庆", "zhòng dà rèn wù zài chóng qìng"),
        ("勉强供给", "miǎn qiǎng gōng jǐ"),
        ("都市圈都在", "dū shì quān dōu zài"),
    ],
)
def test_neighbours_decide_between_readings(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长三角", "cháng sān jiǎo"),
        ("锻造长板", "duàn zào cháng bǎn"),
        ("以发展为核心的体系", "yǐ fā zhǎn wéi hé xīn de tǐ xì"),
        ("以“双碳”目标为引领", "yǐ shuāng tàn mù biāo wéi yǐn lǐng"),
        ("为核心区疏解", "wèi hé xīn qū shū jiě"),
        ("可以更好为群众服务", "kě yǐ gèng hǎo wèi qún zhòng fú wù"),
        ("久久为功", "jiǔ jiǔ wéi gōng"),
        ("积小胜为大胜", "jī xiǎo shèng wéi dà shèng"),
        ("指明了方向", "zhǐ míng le fāng xiàng"),
        ("必须发挥作用", "bì xū fā huī zuò yòng"),
        ("决定当代", "jué dìng dāng dài"),
        ("朝鲜", "cháo xiǎn"),
        ("太行山", "tài háng shān"),
        ("数以万计", "shù yǐ wàn jì"),
        ("倒逼改革", "dào bī gǎi gé"),
    ],
)
def test_known_errors_of_the_dictionary_are_mended(text: str, expected: str) -> None:
    assert read(text) == expected


def test_tones_are_original_and_not_changed_by_their_neighbours() -> None:
    assert read("一个不变的一带一路") == "yī gè bù biàn de yī dài yī lù"
    assert read("差不多") == "chà bu duō"


def test_traditional_characters_and_radicals_of_a_pdf_are_read_in_context() -> None:
    assert read("重慶銀行") == "chóng qìng yín háng"
    assert readings("⽅⾯") == ("fāng", "miàn")


def test_digits_marks_and_latin_have_no_reading() -> None:
    assert readings("GDP增5.2%。") == ("", "", "", "zēng", "", "", "", "", "")


def test_numeric_readings_are_ascii() -> None:
    assert numeric(("nǐ", "lǜ", "de", "", "ér")) == ("ni3", "lv4", "de5", "", "er2")


@settings(deadline=None)  # the first example loads the dictionary
@given(st.text(alphabet="绿女略儿嗯的一重庆", max_size=20))
def test_every_reading_has_an_ascii_form(text: str) -> None:
    assert all(reading.isascii() for reading in numeric(readings(text)))


def test_an_apostrophe_parts_syllables_that_begin_with_a_vowel() -> None:
    assert joined(("xī", "ān")) == "xī'ān"
    assert joined(("gōng", "ān", "bù")) == "gōng'ānbù"
    assert joined(("ān", "quán")) == "ānquán"


def test_a_line_joins_words_and_turns_marks_into_latin_ones() -> None:
    assert pinyin_line("疏解功能，提升质量。西安市") == "shūjiě gōngnéng, tíshēng zhìliàng. xī'ānshì"
    assert pinyin_line("坚持改革。推动“双碳”", capital=True) == "Jiānchí gǎigé. Tuīdòng “shuāngtàn”"
    assert pinyin_line("疏解功能，西安", ascii_only=True) == "shu1jie3 gong1neng2, xi1an1"
    assert pinyin_line("GDP增长5．2%") == "GDP zēngzhǎng 5.2%"


@settings(deadline=None)  # the first example loads the dictionary
@given(st.text(max_size=40))
def test_any_text_makes_a_line(text: str) -> None:
    assert "\t" not in pinyin_line(text.replace("\t", ""))
