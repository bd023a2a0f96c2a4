"""tests of project: the light, which Chinese sentence the caret in the English belongs to."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.coded import CodedText
from workbench.model.segments import Anchor, Segment, State
from workbench.project.light import light

SOURCE = "三地共治一条河。水质好转，岸线变绿。群众满意。"  # sentences end at 8, 18, 23


def row(target: str, *anchors: tuple[int, int], state: State = State.DRAFT) -> Segment:
    return Segment(
        id=1,
        rank=1,
        document=1,
        source=CodedText(SOURCE),
        target=CodedText(target),
        anchors=tuple(Anchor(*anchor) for anchor in anchors),
        state=state,
    )


def lit(segment: Segment, caret: int) -> tuple[str, str]:
    shown = light(segment, segment.target.text, segment.anchors, caret)
    return SOURCE[slice(*shown.source)], segment.target.text[slice(*shown.target)]


def test_an_empty_row_lights_its_first_sentence() -> None:
    assert lit(row(""), 0) == ("三地共治一条河。", "")


def test_the_next_sentence_is_lit_once_one_is_finished_and_a_space_typed() -> None:
    segment = row("The three share one river. ")
    assert lit(segment, 10) == ("三地共治一条河。", "The three share one river.")
    assert lit(segment, 27) == ("水质好转，岸线变绿。", "")


def test_an_anchor_says_that_two_english_sentences_are_one_chinese() -> None:
    segment = row("They share it. One river. The water is better. ", (8, 26))
    assert lit(segment, 3) == ("三地共治一条河。", "They share it. One river.")
    assert lit(segment, 30) == ("水质好转，岸线变绿。", "The water is better.")


def test_a_space_inside_a_sentence_does_not_light_the_next_one() -> None:
    assert lit(row("They share one "), 15)[0] == "三地共治一条河。"
    assert lit(row("They share one river. The water ", (8, 21)), 32)[0] == "水质好转，岸线变绿。"


def test_behind_an_anchor_two_english_sentences_stay_with_one_chinese() -> None:
    segment = row("They share it. The water is better. The banks are green. ", (8, 14))
    assert lit(segment, 57) == ("水质好转，岸线变绿。", "The water is better. The banks are green.")


def test_an_anchor_may_skip_a_chinese_sentence() -> None:
    segment = row("All of it in one. Satisfied", (18, 17))
    assert lit(segment, 20)[0] == "群众满意。"


def test_a_settled_row_of_other_length_is_lit_in_proportion() -> None:
    segment = row("All was done and the water is clean and green. Good.", state=State.CONFIRMED)
    assert lit(segment, 50)[0] == "群众满意。"


def test_the_caret_on_the_anchor_belongs_to_the_next_sentence() -> None:
    segment = row("One.", (8, 4))
    assert lit(replace(segment), 4)[0] == "水质好转，岸线变绿。"


def test_a_colon_ends_no_sentence_and_a_semicolon_only_where_the_chinese_has_one() -> None:
    assert lit(row("Three things: "), 14)[0] == "三地共治一条河。"
    assert lit(row("They share one river; "), 22)[0] == "三地共治一条河。"
    segment = replace(row("They share one river; "), source=CodedText("三地共治一条河；水质好转。"))
    shown = light(segment, segment.target.text, (), 22)
    assert segment.source.text[slice(*shown.source)] == "水质好转。"
