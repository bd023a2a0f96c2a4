"""tests of project: a filter as it is typed; what is printed is read again as the same filter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, State
from workbench.project.filter_text import parse_filter, print_filter
from workbench.project.filter_values import TEXTS, WORDS, canonical
from workbench.project.row_filter import Condition, Field, RowFilter

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
TYPED = st.text('ab 河-/"\\:：,，c.*()|\n\t', min_size=1, max_size=10).filter(str.strip)
PATTERNS = st.sampled_from([r"\d{4}", "a/b", r"a\/b", r"[/]", r"\\", r"(河|水)流", r"\"x", "a b", ">=3"])
RANGES = st.one_of(
    st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
    st.tuples(st.sampled_from(["", ">", ">=", "<="]), st.integers(0, 999)).map(lambda p: f"{p[0]}{p[1]}"),
    st.integers(1, 999).map(lambda number: f"<{number}"),
)
SINCE = st.one_of(
    st.tuples(st.integers(0, 99999), st.sampled_from("dhm")).map(lambda pair: f"{pair[0]}{pair[1]}"),
    st.dates().filter(lambda day: day.year >= 1000).map(str),
    st.sampled_from(["save", "today"]),
)
CHECKS = st.sampled_from(["any", "numbers", "terms.avoided", "terms.first-mention"])
VALUES = {
    Field.MATCH: RANGES | st.just("none"),
    Field.LENGTH: RANGES,
    Field.CHANGED: SINCE,
    Field.FINDING: CHECKS,
}


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    field = draw(st.sampled_from(Field))
    negated = draw(st.booleans())
    if field in TEXTS:
        regex = draw(st.booleans())
        value = draw(PATTERNS if regex else TEXT | TYPED)
        return canonical(Condition(field, (value,), negated, regex, draw(st.booleans())))
    one = st.sampled_from(WORDS[field]) if field in WORDS else VALUES.get(field, TEXT | TYPED)
    return canonical(Condition(field, tuple(draw(st.lists(one, min_size=1, max_size=3))), negated))


@st.composite
def filters(draw: st.DrawFn) -> RowFilter:
    states = draw(st.frozensets(st.sampled_from(State)))
    kinds = draw(st.frozensets(st.sampled_from(Kind)))
    others: list[Condition] = []
    for one in draw(st.lists(conditions(), max_size=4)):
        first = {Field.STATE: not states, Field.KIND: not kinds}.get(one.field, False)
        if one not in others and (one.negated or not first):
            others.append(one)
    return RowFilter(states, kinds, tuple(others))


@given(filters())
def test_what_is_printed_is_read_as_the_same_filter(row_filter: RowFilter) -> None:
    assert parse_filter(print_filter(row_filter)) == row_filter


@given(st.text('state:draft,-/"\\c 河length>5', max_size=30))
def test_whatever_is_typed_is_a_filter_or_a_sentence_on_what_is_wrong(text: str) -> None:
    try:
        found = parse_filter(text)
    except WorkbenchError as error:
        assert str(error).startswith("filter")
    else:
        assert parse_filter(print_filter(found)) == found


def test_conditions_stand_beside_one_another() -> None:
    text = "state:rejected,draft kind:heading term:非首都功能 changed:2d -is:locked /resi\\w+/"
    found = parse_filter(text)
    assert found.states == {State.DRAFT, State.REJECTED}
    assert found.kinds == {Kind.HEADING}
    assert found.others == (
        Condition(Field.TERM, ("非首都功能",)),
        Condition(Field.CHANGED, ("2d",)),
        Condition(Field.IS, ("locked",), negated=True),
        Condition(Field.TEXT, (r"resi\w+",), regex=True),
    )
    assert print_filter(found) == text.replace("rejected,draft", "draft,rejected")


def test_numbers_have_one_form() -> None:
    assert parse_filter("length:>200 match:99-85,<75").text == "length:>=201 match:85-99,<=74"
    assert parse_filter("length:≥20").text == "length:>=20"


def test_the_colon_and_the_comma_of_an_input_method_do_too() -> None:
    assert parse_filter("state：draft，confirmed") == parse_filter("state:draft,confirmed")


def test_a_text_stands_in_quotes_where_it_would_be_read_otherwise() -> None:
    found = parse_filter('"note: by the Party"c source:"a, b" target:-')
    assert [one.values for one in found.others] == [("note: by the Party",), ("a, b",), ("-",)]
    assert found.others[0].case
    assert found.text == '"note: by the Party"c source:"a, b" target:"-"'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("stat:draft", "stat: is no condition; there are state:"),
        ("state:done", "there are untranslated, draft"),
        ("state:", "something must follow “state:”"),
        ("changed:yesterday", "write 2d, 4h"),
        ("changed:2026-02-31", "write 2d, 4h"),
        ("length:short", "50-100"),
        ("match:<0", "a match is a score"),
        ("/(/", "not a regular expression"),
        ('"open', "does not close"),
        ("term:/x/", "takes no /pattern/"),
        ('"a"b', "a space must follow"),
    ],
)
def test_what_is_wrong_is_said_with_what_could_stand_there(text: str, said: str) -> None:
    with pytest.raises(WorkbenchError) as caught:
        parse_filter(text)
    assert said in str(caught.value)


def test_no_text_is_no_filter() -> None:
    assert not parse_filter("  ")
    assert RowFilter().text == ""


def test_the_page_on_filters_names_every_condition_and_its_examples_are_filters() -> None:
    page = (Path(__file__).parents[2] / "docs" / "filters.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    examples = [quoted for row in rows for quoted in re.findall(r"`([a-z]+:[^`]+)`", row)]
    named = {one.field for text in examples for one in parse_filter(text).conditions}
    assert named == set(Field) - {Field.TEXT}
    for field, words in WORDS.items():
        (row,) = [line for line in rows if line.startswith(f"| `{field}:")]
        assert all(word in row for word in words), field
    for text in re.findall(r'^    (?:"[^"]+" = "(.+)"|(state:.+))$', page, re.MULTILINE):
        assert parse_filter("".join(text))
