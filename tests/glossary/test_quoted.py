"""Quotation marks inside a term part nothing: what is quoted in one text is plain in another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.glossary.quoted import across_marks
from workbench.glossary.recognition import Recogniser
from workbench.model.terms import Concept, Rendering


def found(text: str, *forms: str) -> list[str]:
    hits = Recogniser([Concept(form, form, (Rendering("x"),)) for form in forms]).hits(text)
    return [hit.term for hit in hits]


@pytest.mark.parametrize(
    ("text", "form", "hit"),
    [
        ("深化“放管服”改革。", "放管服改革", "放管服”改革"),
        ("深化放管服改革。", "“放管服”改革", "放管服改革"),
        ("实行“负面清单”管理。", "负面清单管理", "负面清单”管理"),
        ("推进「一網通辦」服務。", "一网通办服务", "一網通辦」服務"),
        ("深化“放管服”改革。", "“放管服”改革", "“放管服”改革"),
    ],
)
def test_a_term_is_found_whichever_of_the_two_has_the_marks(text: str, form: str, hit: str) -> None:
    assert found(text, form) == [hit]


def test_two_quotations_side_by_side_are_no_term() -> None:
    assert found("“放管服”“改革”", "放管服改革") == []


def test_what_the_text_itself_has_is_found_once() -> None:
    assert found("“四个意识”要增强", "四个意识", "意识") == ["四个意识"]


@given(st.text(alphabet="甲乙丙“”a", max_size=12), st.text(alphabet="甲乙丙", min_size=1, max_size=3))
def test_a_place_across_marks_is_the_form_without_them(text: str, form: str) -> None:
    def find(within: str) -> list[tuple[int, int, int]]:
        return [(0, at, at + len(form)) for at in range(len(within)) if within.startswith(form, at)]

    for _, start, end in across_marks(text, find):
        assert "".join(one for one in text[start:end] if one not in "“”") == form
        assert len(text[start:end]) > len(form)
