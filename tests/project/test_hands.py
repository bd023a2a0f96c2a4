"""tests/project: what saves typing: figures one after another, names, case, quotes, text from elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.project.conftest import MakeSession
from workbench.model.faults import WorkbenchError
from workbench.model.segments import State
from workbench.model.terms import Concept, TermHit
from workbench.project.session import Session

LINE = "2014年2月26日，完成投资1.2万亿元，惠及3.5亿人。第二年，产值增长两倍，三分之二的村通了公路。"


@pytest.fixture
def figures(make_session: MakeSession) -> Session:
    return make_session([LINE])


def pressed(session: Session, target: str, caret: int | None = None, hits: tuple[TermHit, ...] = ()) -> str:
    """The English after the figure key."""
    segment = session.every_segment()[0]
    at = len(target) if caret is None else caret
    found = session.next_figure(segment, target, at, hits)
    assert found is not None
    return target[: found.start] + found.text + target[found.end :]


def test_figures_come_in_the_order_of_the_chinese_and_other_forms_when_pressed_again(
    figures: Session,
) -> None:
    text = pressed(figures, "On ")
    assert text == "On February 26, 2014"
    assert pressed(figures, text) == "On 26 February 2014"
    text += ", investment reached"
    text = pressed(figures, text)
    assert text.endswith("reached 1.2 trillion yuan")
    text = pressed(figures, text)
    assert text.endswith("reached RMB 1.2 trillion")
    assert pressed(figures, text).endswith("reached 1.2 trillion yuan"), "after the last form the first"


def test_what_the_english_says_already_is_passed_over(figures: Session) -> None:
    said = "On Feb. 26, 2014, RMB 1.2 trillion was spent for "
    assert pressed(figures, said).endswith("for 350 million")


def test_the_lit_sentence_goes_first_and_what_stands_before_is_not_said_twice(figures: Session) -> None:
    row = figures.every_segment()[0].id
    first = "On February 26, 2014, it spent a lot."
    figures.type(row, first)
    figures.end_sentence(row, len(first))
    text = figures.segment(row).target.text
    assert pressed(figures, text + "In the") == text + "In the second"
    after = text + "In the second year, output"
    assert pressed(figures, after).endswith("output tripled")
    text = pressed(figures, after + " grew by")
    assert text.endswith("grew by 200 percent"), "the form that fits, its by not written twice"
    assert pressed(figures, text).endswith("grew by to three times the original figure")


def test_a_sentence_begins_with_a_capital(make_session: MakeSession) -> None:
    session = make_session(["三分之二的村庄通了公路。"])
    assert pressed(session, "") == "Two-thirds"


def test_spaces_come_where_words_would_touch(figures: Session) -> None:
    assert pressed(figures, "Onit met", caret=2) == "On February 26, 2014 it met"


def test_a_figure_inside_a_term_is_left_to_the_term(figures: Session) -> None:
    concept = Concept("第二年", "第二年", ())
    at = LINE.index("第二年")
    said = "On February 26, 2014, 1.2 trillion yuan and 350 million and"
    hits = (TermHit(at, at + 3, "第二年", concept),)
    assert pressed(figures, said).endswith("and second")
    assert pressed(figures, said + " x", hits=hits).endswith("x tripled")


def test_when_all_is_said_nothing_is_put_in(make_session: MakeSession) -> None:
    session = make_session(["全县有5个村。"])
    segment = session.every_segment()[0]
    assert session.next_figure(segment, "The county has five villages.", 29) is None


def test_the_clients_style_is_followed_and_a_wrong_one_is_named(figures: Session) -> None:
    figures.config = replace(figures.config, style={"spelling": "UK", "money": "RMB"})
    assert pressed(figures, "On ") == "On 26 February 2014"
    assert pressed(figures, "On 26 February 2014,").endswith("2014, RMB 1.2 trillion")
    figures.config = replace(figures.config, style={"dates": "backwards"})
    with pytest.raises(
        WorkbenchError, match=r"\[style\] dates is 'backwards'; write month first or day first"
    ):
        pressed(figures, "On ")


def test_a_name_and_then_its_other_readings(figures: Session) -> None:
    assert figures.name_in_english("覃秀兰") == ("Qin Xiulan", "Tan Xiulan")
    assert figures.name_in_english("覃秀兰", again=True)[0] == "Tan Xiulan"
    assert figures.name_in_english("李长安", again=True)[0] == "Li Chang'an"
    assert figures.name_in_english("no name") == ("", "")


def test_case_takes_turns_and_comes_back_to_what_was_there(figures: Session) -> None:
    text = "Hebei and the GDP of Li Wei"
    for expected in ("HEBEI AND THE GDP OF LI WEI", "Hebei and the GDP of li wei"):
        text = figures.next_case(text)[0]
        assert text == expected
    for _ in range(2):
        text = figures.next_case(text)[0]
    assert text == "HEBEI AND THE GDP OF LI WEI"


def test_straight_quotes_become_curly_in_one_step(session: Session) -> None:
    row = session.every_segment()[0].id
    session.type(row, 'Green is the "base" of the county\'s growth.')
    session.confirm_and_stay(row)
    done = session.curl_quotes(row)
    assert done.message == "3 marks are curly now."
    assert session.segment(row).target.text == "Green is the “base” of the county’s growth."
    assert session.segment(row).state is State.DRAFT, "a confirmed row is not changed silently"
    assert not session.curl_quotes(row).done
    session.undo()
    assert session.segment(row).target.text == 'Green is the "base" of the county\'s growth.'
    assert session.segment(row).state is State.CONFIRMED


def test_text_from_another_editor_is_one_step_and_a_locked_row_is_left_alone(session: Session) -> None:
    row = session.every_segment()[0].id
    session.type(row, "before")
    session.take_text(row, "written elsewhere,\nin two lines")
    session.type(row, "written elsewhere, and on")
    session.undo()
    assert session.segment(row).target.text == "written elsewhere,\nin two lines"
    session.undo()
    assert session.segment(row).target.text == "before"
    session.toggle_lock(row)
    assert not session.take_text(row, "no").done
    assert session.segment(row).target.text == "before"
