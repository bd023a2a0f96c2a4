"""text: sentences end where a translator would say they end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.strategies import texts
from workbench.text.sentences import chinese_sentences, english_clauses, english_sentences

stops = st.text(st.sampled_from('他说好的。！？；…：，“”‘’（）《》「」"[1]．.3 \n\u3000'), max_size=60)
points = st.lists(
    st.sampled_from(
        ["Mr", "U", "No", "The", "end", " ", ".", "?", "…", "”", "“", "(", ")", "1", "\n", "[^1]"]
    )
).map("".join)


def zh(text: str) -> list[str]:
    return [text[start:end] for start, end in chinese_sentences(text)]


def en(text: str) -> list[str]:
    return [text[start:end] for start, end in english_sentences(text)]


@given(st.one_of(texts, stops))
def test_chinese_spans_cover_the_text_without_gaps(text: str) -> None:
    assert "".join(zh(text)) == text
    assert all(start < end for start, end in chinese_sentences(text))


@given(st.one_of(texts, points))
def test_english_spans_cover_the_text_without_gaps(text: str) -> None:
    assert "".join(en(text)) == text
    assert all(start < end for start, end in english_sentences(text))


@given(st.one_of(texts, stops, points))
def test_a_sentence_never_begins_with_a_space(text: str) -> None:
    for start, _ in [*chinese_sentences(text)[1:], *english_sentences(text)[1:]]:
        assert not text[start].isspace()


@pytest.mark.parametrize(
    "sentences",
    [
        ["有序疏解非首都功能。", "交通先行！", "怎么办？", "继续推进"],
        ["会议指出：“要久久为功。”", "会后，代表们作了交流。"],
        ["他说：“路修好了。", "日子也好了。”", "大家都笑了。"],
        ["他说：「好。」", "然后走了。"],
        ["一是抓规划；", "二是抓项目；", "三是抓落实。"],
        ["增速达３．５％，比上年高０．２个百分点；", "投资增长8.1%。"],
        ["他只写了两个字：“快办！”", "于是大家连夜动手。"],
        ["真的吗？！", "真的！！"],
        ["这是国家的战略。[1]", "各地要落实。[^2]", "完。"],
        ["天色暗了下来……", "村里的灯一盏盏亮了。"],
        ["（一）加强领导。", "（二）压实责任。"],
        ["会议通过了决议。", "（全文另发。）", "会议还研究了其他事项。"],
        ["　　首段有缩进。 ", "第二句。\n", "新的一行"],
        ["改革开放. ", "经济发展."],
        ["他问：“来了吗？”", "没有人回答。"],
    ],
)
def test_chinese_sentences(sentences: list[str]) -> None:
    assert zh("".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "要破解“钱从哪里来？人往哪里去？”的难题。",
        "“绿水青山就是金山银山。”这一论断深入人心。",
        "提出“稳字当头；稳中求进”的要求。",
        "全市（含两区；不含开发区。下同）共有12个项目。",
        "《谁来养活中国？》一书引起热议。",
        "“我们的日子越过越好。”村民李大姐说。",
        "原文为“……的核心”，今从之。",
        "他……没有来。",
        "他用了“伟大！”“光荣！”两个词。",
        "网址是https://example.org/?a=1&b=2，请查。",
        "这就是“改革。”。",
        "一．加强领导",
    ],
)
def test_what_is_one_chinese_sentence(sentence: str) -> None:
    assert zh(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Growth reached 3.5 percent. ", "It was higher than in 2014. ", "Investment rose."],
        ["“The road is done.” ", "“Life is better,” said Mr. Li. ", "Everyone laughed."],
        ["He works in the U.S. Government office. ", "She left the U.S. ", "The talks went on."],
        ["See No. 12 of Vol. 3, pp. 4–5. ", "The answer was no. ", "Work went on."],
        [
            "J. R. Smith and Xi’an Steel Co. Ltd. signed it. ",
            "Prices fell (see Annex 1. Not public.) at once.",
        ],
        ["Why? ", "Because! ", "Really?! ", "Yes …"],
        ["The strategy works.[^1] ", "*It lasts.* ", "(All of it.) ", "Done."],
        [
            "Officials (e.g. Dr. Wang, i.e. the mayor) came at 9 a.m. on Jan. 5. ",
            "They left at 5 p.m. ",
            "In May it rained.",
        ],
        ["1. Strengthen leadership. ", "2. Clarify duties."],
        ["He waited... and waited. ", "Nothing came… ", "Then it did."],
        ["Steel, coal, etc. ", "Beijing has closed them all."],
        ["First line\n", "second line. ", "Third."],
    ],
)
def test_english_sentences(sentences: list[str]) -> None:
    assert en("".join(sentences)) == sentences


def test_a_question_in_quotes_goes_on_with_who_asked() -> None:
    assert en("“Why now?” he asked.") == ["“Why now?” he asked."]


def test_nothing_has_no_sentences() -> None:
    assert chinese_sentences("") == english_sentences("") == []
    assert chinese_sentences("  ") == [(0, 2)]


def test_for_an_aligner_english_is_parted_at_semicolons_as_chinese_is() -> None:
    text = 'Rivers run clear; forests are green; "skies are blue;" we go on. See Table 3;4.'
    parts = [text[start:end].strip() for start, end in english_clauses(text)]
    assert parts == [
        "Rivers run clear;",
        "forests are green;",
        '"skies are blue;"',
        "we go on.",
        "See Table 3;4.",
    ]


@given(st.text(alphabet='Ab ;."\n', max_size=40))
def test_clauses_cover_the_text_and_keep_every_sentence_end(text: str) -> None:
    clauses = english_clauses(text)
    assert "".join(text[start:end] for start, end in clauses) == text
    assert {end for _, end in english_sentences(text)} <= {end for _, end in clauses}
