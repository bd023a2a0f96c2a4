from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.annotate.script import Script, convert, view

SCRIPTS: list[Script] = ["hans", "hant", "tw", "hk"]
texts = st.text(max_size=40) | st.text(alphabet="干后里发信息软件內裡臺\ud800㎡", max_size=30)


@settings(deadline=None)  # the first example loads the tables
@given(texts, st.sampled_from(SCRIPTS))
def test_a_view_has_as_many_code_points_as_the_text(text: str, to: Script) -> None:
    assert len(view(text, to)) == len(text)


@pytest.mark.parametrize(
    ("text", "to", "expected"),
    [
        ("干部群众了解皇后与里程碑", "hant", "幹部群眾瞭解皇后與里程碑"),
        ("群众在里面", "hk", "羣眾在裏面"),
        ("信息与软件", "tw", "資訊與軟體"),
        ("信息与软件", "hant", "信息與軟件"),
        ("幹部瞭解資訊", "hans", "干部了解资讯"),
    ],
)
def test_conversion_takes_context_and_place_into_account(text: str, to: Script, expected: str) -> None:
    assert convert(text, to) == expected


def test_a_text_already_traditional_keeps_its_words() -> None:
    text = "皇后關心臺灣的資訊與幹部"
    assert convert(text, "tw") == text


def test_a_view_never_exchanges_words() -> None:
    assert view("信息与软件", "tw") == "信息與軟件"


def test_latin_text_is_left_alone() -> None:
    assert convert("The plan, 5.2%.", "tw") == "The plan, 5.2%."
