"""tests: true paragraphs out of hard-wrapped lines, judged where the truth is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.documents.reading import split_lines
from workbench.documents.reflow import one_a_line, reflow
from workbench.model.paragraphs import Paragraph
from workbench.model.segments import Kind

Blocks = list[tuple[Kind, str]]


def faithful(lines: Sequence[str], paragraphs: Sequence[Paragraph]) -> bool:
    """Every character that is no space stands in one run, and runs say the truth."""
    seen: set[tuple[int, int]] = set()
    for paragraph in paragraphs:
        at = 0
        for run in paragraph.runs:
            if run.start != at or run.end <= run.start:
                return False
            at = run.end
            for offset in range(run.start, run.end):
                place = (run.line, run.column + offset - run.start)
                line = lines[run.line - 1]
                there = line[place[1] - 1] if place[1] <= len(line) else " "
                sign = paragraph.text[offset]
                if place in seen or (sign != there and not (sign == " " and there.isspace())):
                    return False
                seen.add(place)
        if at != len(paragraph.text):
            return False
    solid = {
        (number, column)
        for number, line in enumerate(lines, 1)
        for column, sign in enumerate(line, 1)
        if not sign.isspace()
    }
    return solid <= seen


def f1(page: Any, paragraphs: Sequence[Paragraph]) -> float:
    found, truth = {paragraph.start for paragraph in paragraphs}, set(page.starts)
    return 2 * len(found & truth) / (len(found) + len(truth))


SETTINGS: dict[str, tuple[float, dict[str, Any]]] = {
    "a newspaper that lost its indents": (0.99, {}),
    "false blanks, and true breaks without one": (0.98, {"false_blanks": 0.06, "missing_blanks": 0.25}),
    "columns cut every 17 lines": (0.98, {"column_lines": 17, "missing_blanks": 0.15}),
    "marks pulled to the next line": (0.98, {"hanging": False, "false_blanks": 0.05, "missing_blanks": 0.2}),
    "a blank line after every line": (0.97, {"blanks": "every line"}),
    "no blank lines at all": (0.97, {"blanks": "nowhere"}),
    "indents kept as spaces": (0.98, {"indent": "kept", "false_blanks": 0.05, "missing_blanks": 0.3}),
    "indents kept, no blank lines": (0.97, {"indent": "kept", "blanks": "nowhere"}),
    "no indents, blank lines between": (0.99, {"indent": "none"}),
    "no indents, false blanks": (0.98, {"indent": "none", "false_blanks": 0.05}),
    "no indents and no blank lines": (0.93, {"indent": "none", "blanks": "nowhere"}),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_paragraphs_are_found_however_the_page_is_set(
    name: str, article: Blocks, setting: Any, typeset: Callable[[Blocks, Any], Any]
) -> None:
    least, chosen = SETTINGS[name]
    scores = []
    for width in (14, 17, 20, 22, 26, 32, 40):
        page = typeset(article, setting(width=width, seed=width, **chosen))
        paragraphs = reflow(page.lines)
        assert faithful(page.lines, paragraphs)
        scores.append(f1(page, paragraphs))
    assert sum(scores) / len(scores) >= least, scores


@pytest.mark.parametrize("width", [16, 20, 24])
def test_joined_text_and_kinds_are_those_of_the_author(
    width: int, article: Blocks, setting: Any, typeset: Callable[[Blocks, Any], Any]
) -> None:
    page = typeset(article, setting(width=width))
    paragraphs = reflow(page.lines)
    assert [paragraph.text for paragraph in paragraphs] == page.texts
    kinds = [
        Kind.PARAGRAPH if paragraph.kind is Kind.LIST_ITEM else paragraph.kind for paragraph in paragraphs
    ]
    assert kinds == page.kinds


@pytest.mark.parametrize("blank", [False, True])
def test_text_with_a_paragraph_on_each_line_is_left_alone(article: Blocks, blank: bool) -> None:
    lines = [line for _, text in article for line in ([text, ""] if blank else [text])]
    paragraphs = reflow(lines)
    assert [paragraph.text for paragraph in paragraphs] == [text for _, text in article]
    assert paragraphs[0].kind is Kind.TITLE


def test_long_lines_of_one_length_are_no_column() -> None:
    lines = ["路通了，村里人说，" + "修路的事要一件一件办" * 20 for _ in range(8)] + ["都记下了。"]
    assert [paragraph.text for paragraph in reflow(lines)] == lines


ENGLISH = [
    "The county did not rush to spread its projects thin. Officials from transport, water and farming went "
    "from village to village for three months and drew up a register of all 1,268 kilometres of rural road.",
    "Roads carry more than goods. A mobile clinic stops in each village twice a month, and a library shelf "
    "stands beside the bus stop so that children can borrow books while they wait.",
    "Some problems remain. A number of mountain roads are narrow and easily washed out, and the money for "
    "their well-tended upkeep falls short of what is needed every year. The county plans a fund of its own.",
]


def test_english_paragraphs_on_one_line_are_left_alone() -> None:
    assert [paragraph.text for paragraph in reflow(ENGLISH)] == ENGLISH


@pytest.mark.parametrize("width", [48, 64, 72, 80])
def test_wrapped_english_gets_its_spaces_back(width: int) -> None:
    from textwrap import wrap

    lines = [line for text in ENGLISH for line in [*wrap(text, width), ""]]
    paragraphs = reflow(lines)
    assert [paragraph.text for paragraph in paragraphs] == ENGLISH
    assert faithful(lines, paragraphs)


@pytest.mark.parametrize(
    "lines",
    [
        ["春风又绿旧河堤，", "万户新灯照小溪。", "山路不知何处尽，", "一声鸡唱过桥西。"],
        ["石门村村民委员会", "青川镇人民政府", "云岭县发展改革局", "云岭县财政局办公室", "县农业农村水利局"],
    ],
)
def test_verses_and_lists_of_names_are_not_joined(lines: list[str]) -> None:
    assert [paragraph.text for paragraph in reflow(lines)] == lines
    assert {paragraph.kind for paragraph in reflow(lines)} == {Kind.PARAGRAPH}


def test_a_credit_after_the_last_sentence_is_cut_inside_the_line() -> None:
    lines = ["路通到村口，村里的山货卖到了省城。 据新华社云岭5月16日电"]
    (body, credit) = reflow(lines)
    assert (body.text, body.kind) == ("路通到村口，村里的山货卖到了省城。", Kind.PARAGRAPH)
    assert (credit.text, credit.kind, credit.start) == ("据新华社云岭5月16日电", Kind.CREDIT, (1, 19))


def test_a_credit_may_itself_be_broken_by_the_column(
    article: Blocks, setting: Any, typeset: Callable[[Blocks, Any], Any]
) -> None:
    lines = typeset(article[:-1], setting(width=20)).lines
    lines[-1] = lines[-1] + " 据新华社云岭"
    lines.append("5月16日电")
    credit = reflow(lines)[-1]
    assert (credit.kind, credit.text) == (Kind.CREDIT, "据新华社云岭5月16日电")


def test_a_sentence_in_brackets_is_no_credit() -> None:
    assert len(reflow(["路通到了村口。（当时还没有桥。）", "现在有了。"])) == 2


def test_spaces_between_hanzi_and_digits_go_where_most_are_set_solid() -> None:
    (solid,) = reflow(["全县2023年修路126公里，其中 18 公里在山上。"])
    (spaced,) = reflow(["全县 2023 年修路 126 公里，其中18公里在山上。"])
    assert solid.text == "全县2023年修路126公里，其中18公里在山上。"
    assert spaced.text == "全县 2023 年修路 126 公里，其中18公里在山上。"
    assert faithful(["全县2023年修路126公里，其中 18 公里在山上。"], [solid])


def test_a_page_number_does_not_cut_the_paragraph_around_it(
    article: Blocks, setting: Any, typeset: Callable[[Blocks, Any], Any]
) -> None:
    page = typeset(article, setting(width=20))
    inside = page.starts[5][0] + 2
    lines = [*page.lines[:inside], "", "— 3 —", "", *page.lines[inside:]]
    paragraphs = reflow(lines)
    assert [one.text for one in paragraphs if one.kind is not Kind.IGNORED] == page.texts
    assert [one.text for one in paragraphs if one.kind is Kind.IGNORED] == ["— 3 —"]


def test_every_boundary_says_why_and_how_sure(
    article: Blocks, setting: Any, typeset: Callable[[Blocks, Any], Any]
) -> None:
    for paragraph in reflow(typeset(article, setting(width=20)).lines):
        assert paragraph.reason
        assert 0.5 <= paragraph.confidence <= 1.0


def test_nothing_comes_of_nothing() -> None:
    assert reflow([]) == reflow(["", " \t", "　"]) == ()


SIGNS = st.sampled_from("路县村的一，。：“”（）——■ 　1a.%\t\x0c据新华社电转自第章、")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(SIGNS, max_size=30), max_size=30))
def test_no_character_is_lost_or_added_whatever_the_lines(lines: list[str]) -> None:
    for paragraphs in (reflow(lines), one_a_line(lines)):
        assert faithful(lines, paragraphs)
        joined = "".join(paragraph.text for paragraph in paragraphs)
        assert "".join(joined.split()) == "".join("".join(lines).split())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 10_000),
    width=st.floats(14, 40),
    indent=st.sampled_from(["lost", "kept", "none"]),
    false_blanks=st.floats(0, 0.3),
    chosen=st.lists(st.integers(0, 16), min_size=1, max_size=17),
)
def test_no_character_is_lost_or_added_on_any_page(
    article: Blocks,
    setting: Any,
    typeset: Callable[[Blocks, Any], Any],
    seed: int,
    width: float,
    indent: str,
    false_blanks: float,
    chosen: list[int],
) -> None:
    blocks = [article[at] for at in chosen]
    page = typeset(blocks, setting(width=width, seed=seed, indent=indent, false_blanks=false_blanks))
    paragraphs = reflow(page.lines)
    assert faithful(page.lines, paragraphs)
    joined = "".join(paragraph.text for paragraph in paragraphs)
    assert "".join(joined.split()) == "".join("".join(page.lines).split())


def test_the_sample_article_is_read_as_its_editors_set_it(extra: Path) -> None:
    (path,) = (extra / "sample").glob("*.txt")
    lines = split_lines(path.read_text(encoding="utf-8"))
    paragraphs = reflow(lines)
    assert faithful(lines, paragraphs)
    starts = {paragraph.start for paragraph in paragraphs}
    assert len(starts & SAMPLE_STARTS) / len(starts) >= 0.97
    assert len(starts & SAMPLE_STARTS) / len(SAMPLE_STARTS) >= 0.97
    body = (Kind.PARAGRAPH, Kind.LIST_ITEM)
    named = {paragraph.start: paragraph.kind for paragraph in paragraphs if paragraph.kind not in body}
    assert named == SAMPLE_KINDS
    leads = {paragraph.start[0] for paragraph in paragraphs if paragraph.lead_end}
    assert leads >= {67, 89, 109, 285, 304, 327, 346, 369, 497, 510, 524, 537}


@pytest.mark.parametrize("blanks", ["nowhere", "every line"])
def test_the_sample_article_is_read_without_the_help_of_blank_lines(extra: Path, blanks: str) -> None:
    (path,) = (extra / "sample").glob("*.txt")
    lines = split_lines(path.read_text(encoding="utf-8"))
    full = [number for number, line in enumerate(lines, 1) if line.strip()]
    step = 1 if blanks == "nowhere" else 2
    shown = [text for number in full for text in [lines[number - 1], ""][:step]]
    truth = {(full.index(line) * step + 1, column) for line, column in SAMPLE_STARTS}
    found = {paragraph.start for paragraph in reflow(shown)}
    assert 2 * len(found & truth) / (len(found) + len(truth)) >= 0.96


# Where paragraphs of the sample begin, told by reading it: line and column.
SAMPLE_STARTS = {(1, 2), (546, 9)} | {
    (line, 1)
    for line in (
        *(10, 12, 25, 37, 51, 67, 89, 109, 141, 143, 161, 187, 205, 227, 252, 274, 276, 285, 304, 327),
        *(346, 369, 387, 406, 408, 409, 411, 412, 418, 423, 426, 430, 431, 437, 438, 446, 452, 453, 460),
        *(467, 472, 475, 481, 484, 489, 494, 497, 503, 510, 516, 524, 532, 537, 542, 548, 549),
    )
}
SAMPLE_KINDS = {
    **{(line, 1): Kind.HEADING for line in (10, 141, 274, 423, 481)},
    **{(line, 1): Kind.TITLE for line in (408, 548)},
    (406, 1): Kind.CREDIT,
    (409, 1): Kind.BYLINE,
    (546, 9): Kind.CREDIT,
    (549, 1): Kind.SUBTITLE,
}
