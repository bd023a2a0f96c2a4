"""tests of bench: a token is covered by a term that is it, or by terms that together are all of it."""

from __future__ import annotations

from coverage_of_terms import Covered, covered, read_marked
from workbench.glossary.recognition import Recogniser
from workbench.model.terms import Concept, Rendering

TERMS = ("国务院", "常务会议", "放管服", "改革")
TEXT = "# 通稿\n【国务院常务会议】讨论【“放管服”改革】和【营商环境】，听取【国务院】汇报。\n"


def recogniser() -> Recogniser:
    return Recogniser([Concept(zh, zh, (Rendering(zh),)) for zh in TERMS])


def test_marks_are_taken_out_and_their_places_kept() -> None:
    marked = read_marked(TEXT)
    assert marked.kind == "通稿"
    assert [marked.text[start:end] for start, end in marked.tokens] == [
        "国务院常务会议",
        "“放管服”改革",
        "营商环境",
        "国务院",
    ]


def test_a_token_is_counted_whole_or_in_parts_or_not() -> None:
    assert covered(read_marked(TEXT), recogniser()) == Covered(tokens=4, whole=1, parts=3)
