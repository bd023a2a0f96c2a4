"""tests: running heads and page numbers go, and nothing of the text with them."""

from __future__ import annotations

import random
from collections.abc import Callable
from textwrap import wrap
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.documents.furniture import furniture
from workbench.documents.reading import read_document
from workbench.model.segments import Kind

Blocks = list[tuple[Kind, str]]
Page = Callable[[int], list[str]]

CHINESE = "修路进村口货架山笋清晨雾气车站司机包裹蜂蜜菌菇冷链县城干部群众会议方案资金养护桥梁隧道学校医院图书"
ENGLISH = [
    *(
        "the",
        "road",
        "into",
        "village",
        "runs",
        "along",
        "river",
        "and",
        "every",
        "bus",
        "that",
        "leaves",
        "at",
    ),
    *("dawn", "carries", "mushrooms", "honey", "for", "people", "who", "wait", "beside", "station", "while"),
    *("drivers", "talk", "about", "rain", "repairs", "money", "schools", "clinics", "old", "bridges"),
]


def prose(language: str, paragraphs: int, seed: int) -> list[str]:
    """Paragraphs of made-up sentences, no two alike."""
    chance = random.Random(seed)
    result: list[str] = []
    for _ in range(paragraphs):
        sentences = []
        for _ in range(chance.randint(2, 6)):
            if language == "zh":
                clauses = ["".join(chance.choices(CHINESE, k=chance.randint(6, 16))) for _ in range(3)]
                sentences.append("，".join(clauses) + "。")
            else:
                words = chance.choices(ENGLISH, k=chance.randint(9, 26))
                sentences.append(" ".join(words).capitalize() + ".")
        result.append(("" if language == "zh" else " ").join(sentences))
    return result


def wrapped(language: str, paragraphs: list[str], blank: bool = True) -> list[str]:
    lines: list[str] = []
    for text in paragraphs:
        lines += ["", *broken(language, text)] if blank and lines else broken(language, text)
    return lines


def broken(language: str, text: str) -> list[str]:
    if language == "en":
        return wrap(text, 68)
    lines = [""]
    for at, sign in enumerate(text):
        if len(lines[-1]) >= 24 and sign not in "，。" and at:
            lines.append("")
        lines[-1] += sign
    return lines


def paged(
    lines: list[str], length: int, head: Page, foot: Page, feed: str = ""
) -> tuple[list[str], set[int]]:
    """Lines cut into pages with `head` and `foot` around them, and the 0-based numbers of what was put in."""
    result: list[str] = []
    added: set[int] = set()

    def put(texts: list[str]) -> None:
        added.update(len(result) + at for at, text in enumerate(texts) if text.strip())
        result.extend(texts)

    chance = random.Random(length)
    start, page = 0, 1
    while start < len(lines):
        end = start + length - chance.randint(0, 3)
        top = len(result)
        put([*head(page), ""] if head(page) else [])
        result.extend(lines[start:end])
        put(["", *foot(page), ""] if foot(page) else [])
        if feed and page > 1:
            result[top] = feed + result[top]
        start, page = end, page + 1
    return result, added


def none(page: int) -> list[str]:
    return []


def roman(page: int) -> str:
    tens, ones = divmod(page, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


NUMBERS: dict[str, Page] = {
    "bare": lambda page: [f"{page + 6}"],
    "dashes": lambda page: [f"— {page} —"],
    "hyphens": lambda page: [f"- {page} -"],
    "dots": lambda page: [f"·{page}·"],
    "page of": lambda page: [f"Page {page} of 40"],
    "page": lambda page: [f"第{page}页"],
    "counted": lambda page: [f"第 {page} 页 共 40 页"],
    "roman": lambda page: [roman(page)],
    "missing on every third": lambda page: [] if page % 3 == 0 else [str(page)],
    "from the third page on": lambda page: [str(page)] if page > 2 else [],
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("feed", ["", "\f"])
@pytest.mark.parametrize("blank", [True, False])
@pytest.mark.parametrize("name", NUMBERS)
def test_page_numbers_are_found_in_every_form(name: str, language: str, feed: str, blank: bool) -> None:
    lines = wrapped(language, prose(language, 60, 1), blank)
    for head, foot in ((none, NUMBERS[name]), (NUMBERS[name], none)):
        page, added = paged(lines, 28, head, foot, feed)
        assert furniture(page) == added


HEADS: dict[str, Page] = {
    "the same": lambda page: ["云岭年鉴"],
    "in capitals": lambda page: ["YUNLING YEARBOOK"],
    "left and right": lambda page: ["云岭年鉴 2025" if page % 2 else "经济与社会"],
    "with the number": lambda page: [f"{page}　云岭年鉴" if page % 2 else f"经济与社会　{page}"],
    "of two lines": lambda page: ["Yunling Yearbook", "Economy and Society"],
    "across the page": lambda page: [f"Yearbook             2025             {page}"],
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("feed", ["", "\f"])
@pytest.mark.parametrize("number", [none, NUMBERS["bare"]])
@pytest.mark.parametrize("name", HEADS)
def test_running_heads_are_found_and_at_most_the_first_of_each_stays(
    name: str, language: str, feed: str, number: Page
) -> None:
    lines = wrapped(language, prose(language, 90, 2))
    page, added = paged(lines, 28, HEADS[name], number, feed)
    found = furniture(page)
    assert found <= added
    kept = [page[at].strip() for at in sorted(added - found)]
    assert len(kept) == len(set(kept)) <= 2


def test_a_title_that_is_also_the_running_head_stays_where_it_stands_first() -> None:
    lines = ["云岭县农村公路发展报告", "", *wrapped("zh", prose("zh", 60, 3))]
    page, added = paged(
        lines, 28, lambda page: ["云岭县农村公路发展报告"] if page > 1 else [], NUMBERS["dashes"]
    )
    assert furniture(page) == added


def test_chapters_have_heads_of_their_own_and_keep_their_headings() -> None:
    page: list[str] = []
    truth: set[int] = set()
    for chapter, seed in (("The Road to Shimen", 4), ("A Bridge in the Rain", 5)):
        page += [chapter, ""]

        def head(number: int, chapter: str = chapter) -> list[str]:
            return [] if number == 1 else [chapter if number % 2 else "Mountain Roads"]

        body, added = paged(wrapped("en", prose("en", 60, seed)), 30, head, NUMBERS["hyphens"], "\f")
        truth |= {len(page) + at for at in added}
        page += body
    found = furniture(page)
    assert found <= truth
    assert {page[at].strip() for at in truth - found} <= {"Mountain Roads"}


def test_a_number_inside_a_table_is_no_page_number() -> None:
    lines = wrapped("zh", prose("zh", 40, 6))
    page, added = paged(lines, 28, none, NUMBERS["bare"])
    table = ["项目", "2023", "2024", "公路", "1268", "1301", "桥梁", "43", "44", "合计", "7", "8", "9", "10"]
    assert furniture([*page, "", *table]) == added


def verses(lines: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    texts = [" ".join(chance.choices(ENGLISH, k=7)).capitalize() for _ in range(lines)]
    return [text + chance.choice(["", ",", ";"]) for text in texts]


def hanzi(lines: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices(CHINESE, k=9)) for _ in range(lines)]


def sections(marks: list[str], language: str, blank: bool = True) -> list[str]:
    """Prose under marks that come at even distances, as those of pages do."""
    lines: list[str] = []
    for at, mark in enumerate(marks):
        lines += [*([""] if blank and lines else []), mark, *wrapped(language, prose(language, 6, at), blank)]
    return lines


def repeated(times: range, lines: Callable[[int], list[str]]) -> list[str]:
    return [line for at in times for line in lines(at)]


def chapter(seed: int) -> list[str]:
    return wrapped("en", prose("en", 1 + seed % 9, seed))


TEXTS: dict[str, list[str]] = {
    "a refrain": repeated(range(30), lambda at: [*verses(10, at), "And the road goes over the hill", ""]),
    "a Chinese refrain": repeated(range(20), lambda at: [*hanzi(12, at), "路在山那边"]),
    "sonnets": repeated(range(1, 30), lambda at: [roman(at).upper(), "", *verses(14, at), ""]),
    "numbered poems": repeated(range(1, 30), lambda at: [str(at), *verses(14, at), ""]),
    "articles": sections([f"Article {at}" for at in range(1, 20)], "en"),
    "Chinese articles": sections([f"第{at}条" for at in range(1, 20)], "zh", blank=False),
    "headings": sections(["一、", "背景", "做法", "二、", "背景", "做法", "三、", "背景", "做法"] * 3, "zh"),
    "English headings": sections(["Background", "Recommendations"] * 8, "en"),
    "items": sections([f"{at}." for at in range(1, 20)], "en"),
    "numbers of sections": sections([str(at) for at in range(1, 20)], "zh"),
    "numbers in dashes": repeated(range(1, 9), lambda at: [f"- {at} -", *chapter(at * at)]),
    "years": sections([str(at) for at in range(1995, 2015)], "en"),
    "Chinese years": sections([f"{at}年" for at in range(1995, 2015)], "zh"),
    "questions": sections(["问", "答"] * 10, "zh"),
    "English questions": sections(["Q:", "A:"] * 10, "en"),
    "speakers": sections(["Mr. Zhou", "The Reporter"] * 10, "en"),
    "a table": repeated(range(40), lambda at: [f"项目{at}", str(at), "合计", str(2000 + at), "12.5%"]),
    "a diagram": repeated(range(20), lambda at: ["+------+", "|  no  |", "   no", "+------+", " | yes"]),
    "numbers that begin a page": repeated(range(1, 9), lambda at: ["\f", str(at), *chapter(at)]),
    "years that begin a page": repeated(range(1995, 2005), lambda at: [f"\f{at}", *chapter(at)]),
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_text_is_never_dropped(name: str) -> None:
    found = furniture(TEXTS[name])
    assert not found, [TEXTS[name][at] for at in sorted(found)]


def test_notes_numbered_inside_sentences_are_no_page_numbers() -> None:
    lines = wrapped("en", prose("en", 60, 8), blank=False)
    chance = random.Random(9)
    at, number = 4, 1
    while at < len(lines):
        lines.insert(at, str(number))
        number += 1
        at += round(chance.expovariate(1 / 25)) + 2
    assert not furniture(lines)


SENTENCES = st.lists(
    st.tuples(st.text(CHINESE, min_size=3, max_size=60), st.sampled_from("。！？")).map("".join)
    | st.lists(st.sampled_from(ENGLISH), min_size=2, max_size=30).map(lambda words: " ".join(words) + "."),
    unique=True,
    max_size=60,
)


@settings(max_examples=100, deadline=None)
@given(SENTENCES, st.data())
def test_distinct_sentences_never_lose_a_line(sentences: list[str], data: st.DataObject) -> None:
    width = data.draw(st.integers(20, 120))
    wrapping = data.draw(st.booleans())
    blanks = data.draw(st.lists(st.sampled_from(["", "\f", " "]), max_size=2))
    lines: list[str] = []
    for text in sentences:
        lines += [*(wrap(text, width) if wrapping else [text]), *blanks]
    assert not furniture(lines)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(st.sampled_from("12 —页第路a.\f\tix页Page"), max_size=12), max_size=60))
def test_only_lines_with_something_on_them_are_found(lines: list[str]) -> None:
    assert all(0 <= at < len(lines) and lines[at].strip() for at in furniture(lines))


@pytest.mark.parametrize("feed", ["", "\f"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_paragraph_goes_on_over_the_end_of_a_page(language: str, feed: str) -> None:
    paragraphs = prose(language, 40, 10)
    lines = wrapped(language, paragraphs)
    page, added = paged(lines, 28, lambda page: [f"Yearbook {page}"], NUMBERS["dashes"], feed)
    document = read_document(None, data="\n".join(page).encode(), name="a", furniture="drop")
    clean = read_document(None, data="\n".join(lines).encode(), name="a")
    assert {line.line - 1 for line in document.dropped} == added
    assert all(page[line.line - 1].strip() == line.text for line in document.dropped)
    same = {one.text for one in document.paragraphs} & {one.text for one in clean.paragraphs}
    assert len(same) >= 0.9 * len(clean.paragraphs)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            there = page[run.line - 1][run.column - 1 : run.column - 1 + run.end - run.start]
            assert paragraph.text[run.start : run.end].rstrip() == there.rstrip()
            assert run.line - 1 not in added


def test_paragraphs_on_one_line_go_on_over_the_end_of_a_page() -> None:
    data = "路修到了村口，村里的人都出来看，说这回山货\n\n— 1 —\n\n不愁卖了。\n"
    data += "\n桥还没有修好，大家都在等。\n\n— 2 —\n"
    document = read_document(None, data=data.encode(), name="a", furniture="drop")
    assert [one.text for one in document.paragraphs] == [
        "路修到了村口，村里的人都出来看，说这回山货不愁卖了。",
        "桥还没有修好，大家都在等。",
    ]
    assert [one.line for one in document.dropped] == [3, 9]


def test_furniture_is_kept_unless_it_is_asked_for(
    article: Blocks, setting: Any, typeset: Callable[[Blocks, Any], Any]
) -> None:
    page, added = paged(typeset(article, setting(width=20)).lines, 24, none, NUMBERS["dashes"])
    document = read_document(None, data="\n".join(page).encode(), name="a")
    assert document.dropped == ()
    ignored = {one.start[0] - 1 for one in document.paragraphs if one.kind is Kind.IGNORED}
    assert ignored == added
