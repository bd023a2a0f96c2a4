"""tests: finding, revising and asking in the editor for screen readers."""

from __future__ import annotations

from tests.linear.conftest import Talk
from tests.linear.test_linear import state, target
from workbench.linear.desk import LinearDesk
from workbench.linear.lines import completions
from workbench.linear.told import changes_said
from workbench.model.segments import State
from workbench.project.session import Session


def test_a_version_comes_back_as_a_draft(session: Session, talk: Talk) -> None:
    talk("Lucid waters", "", "/go 1", "/clear", "Lush hills", "")
    said = talk("/go 1", "/history")
    number = next(
        line.split(".")[0] for line in said if "confirmed row 1" in line and not line.startswith("1.")
    )
    talk("/go 1", f"/restore {number}")
    assert target(session, 1) == "Lucid waters"
    assert state(session, 1) is State.DRAFT


def test_what_a_revision_changed_is_said_in_words() -> None:
    assert changes_said("the lucid water", "the clear water") == "the (out: lucid) (in: clear) water"


def test_a_colleague_s_file_is_gone_through_and_taken(session: Session, talk: Talk) -> None:
    from workbench.project.exporting import export

    talk("Lucid waters", "")
    path = export(session, "tmx", session.folder.parent / "theirs.tmx")
    talk("/go 1", "/clear", "Green hills", "")
    said = talk(f"/compare {path}", filled="take")
    assert any(line.startswith("1 row differs, ") for line in said)
    assert target(session, 1) == "Lucid waters"


def test_a_replacement_is_made_on_the_word_alone(session: Session, talk: Talk) -> None:
    talk("Lucid waters", "")
    assert talk("/replace waters => streams", filled="none")[-1] == "Nothing was changed."
    talk("/replace waters => streams", filled="all")
    assert target(session, 1) == "Lucid streams"
    assert state(session, 1) is State.DRAFT


def test_a_query_is_asked_answered_and_closed(session: Session, talk: Talk) -> None:
    talk("/query Is 底色 a colour here? => hue")
    said = talk("/queries", "/answer 1 No, the ground of a painting", "/close 1", "/queries", "/row")
    assert "1. open, row 1: Is 底色 a colour here? Proposal: hue." in said
    assert (
        "1. closed, row 1: Is 底色 a colour here? Proposal: hue. Answer: No, the ground of a painting" in said
    )
    assert "Query: Is 底色 a colour here?" in said


def test_a_filter_leads_past_the_rows_it_hides(session: Session, talk: Talk) -> None:
    said = talk("Lucid waters", "", "/filter state:confirmed", "/next")
    assert "1 of 3 rows." in said
    assert said[-1] == "This is the last row."
    assert talk("/filter state:reviewed") == ["No row passes that filter; nothing was changed."]
    assert talk("/filter nonsense:x")[0].count(".") >= 1


def test_figures_are_said_and_completed(session: Session, talk: Talk) -> None:
    row = session.row_numbered(1)
    assert row is not None
    session.edit_source(row, "全县新增就业1.2万人，比上年增长64.2%。")
    said = talk("/figures")
    assert "1.2万人: 12,000" in " ".join(said)
    desk = LinearDesk(session, lambda text: None, lambda prompt, filled="": None)
    assert completions(desk, "", "12")[0].startswith("12,000")


def test_a_misspelt_word_is_found_and_its_mending_proposed(session: Session, talk: Talk) -> None:
    talk("Lucid rivvers", "")
    said = talk("/go 1", "/spelling")
    assert any(line.startswith("rivvers is in no dictionary. Perhaps:") for line in said)
    assert talk("/addword rivvers", "/spelling")[-1].startswith("Every word")


def test_a_bookmark_is_put_and_listed(session: Session, talk: Talk) -> None:
    said = talk("/go 2", "/bookmark", "/bookmarks", "/bookmark")
    assert "1. Row 2: 三地共同治理河流。水质明显好转，岸线重新变绿。群众的获得感不断增强。" in said
    assert said[-1] == "Row 2 has no bookmark any more."


def test_a_name_is_said_as_pinyin(session: Session, talk: Talk) -> None:
    assert talk("/name 李长安")[0].startswith("Li Chang'an")


def test_of_a_colleague_s_file_a_kind_of_rows_is_taken_or_a_row_gone_to(session: Session, talk: Talk) -> None:
    from workbench.project.exporting import export

    talk("Lucid waters", "", "/go 3", "Move them out.", "Keep at it.", "")
    path = export(session, "tmx", session.folder.parent / "theirs.tmx")
    talk("/go 1", "/clear", "/go 3", "/clear", "Something else", "")
    assert "1 untranslated here, translated there." in talk(f"/compare {path}", filled="go")
    talk(f"/compare {path}", filled="untranslated here, translated there")
    assert target(session, 1) == "Lucid waters"
    assert target(session, 3).strip() == "Something else"
