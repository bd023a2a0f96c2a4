"""tests of project: the termbase behind the editor, and renderings that a project settles on."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.glossary.bundled import personal_path
from workbench.glossary.table import read_glossary
from workbench.model.faults import WorkbenchError
from workbench.model.segments import State
from workbench.model.terms import Concept
from workbench.project.fixing import FixStep
from workbench.project.session import Session

TEXT = """疏解北京非首都功能是一项长期任务。

各地要有序疏解非首都功能。

非首都功能的疏解取得进展。

要把握好节奏，稳步推进非首都功能疏解。
"""


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Four rows with one term; three are translated, in three ways."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    source = tmp_path / "text.txt"
    source.write_text(TEXT, encoding="utf-8")
    made = Session.create([source], folder=tmp_path / "project", name="project")
    rows = [row.id for row in made.every_segment()]
    made.type(rows[0], "It takes time to move out functions nonessential to Beijing's role as the capital.")
    made.type(rows[1], "Non-capital functions are to be moved out in good order.")
    made.type(rows[2], "Progress was made in moving non-core functions out.")
    made.confirm_and_stay(rows[1])
    return made


def roles(session: Session) -> Concept:
    """The concept of all four rows."""
    return next(one for one in session.concepts() if one.zh == "非首都功能")


def steps(session: Session, en: str) -> list[FixStep]:
    return session.fix_steps(roles(session), en)


def test_a_term_added_in_another_editor_is_found_at_once(session: Session) -> None:
    assert all(concept.zh != "长期任务" for concept in session.concepts())
    (session.folder / "glossary.tsv").write_text("zh\ten\n长期任务\tlong haul\n", encoding="utf-8")
    assert [c.usable[0].en for c in session.concepts() if c.zh == "长期任务"] == ["long haul"]
    assert session.recogniser() is session.recogniser()


def test_ones_own_rendering_goes_first_and_the_bundled_ones_stay(session: Session) -> None:
    before = [rendering.en for rendering in roles(session).usable]
    said = session.add_term("非首都功能", "the noncapital roles", note="the client's wish")
    assert said.message == "Added 非首都功能 = the noncapital roles to the project's glossary."
    assert [rendering.en for rendering in roles(session).usable] == ["noncapital roles", *before]
    assert roles(session).usable[0].article == "the"
    assert session.owner_of(roles(session)) == session.folder / "glossary.tsv"


def test_a_personal_term_is_there_in_every_project(session: Session, tmp_path: Path) -> None:
    session.add_term("长期任务", "long haul", personal=True)
    assert [concept.zh for concept in read_glossary(personal_path()).concepts] == ["长期任务"]
    other = Session.create([tmp_path / "text.txt"], folder=tmp_path / "other", name="other")
    assert any(concept.zh == "长期任务" for concept in other.concepts())


def test_taking_ones_own_out_brings_the_bundled_concept_back(session: Session) -> None:
    bundled = roles(session).usable[0].en
    session.add_term("非首都功能", "noncapital roles")
    said = session.drop_term(roles(session))
    assert said.message == f"Took 非首都功能 out. {bundled} stands again."
    assert roles(session).usable[0].en == bundled


def test_a_bundled_concept_is_not_taken_out(session: Session) -> None:
    refused = session.drop_term(roles(session))
    assert not refused.done
    assert "policy.tsv" in refused.message


def test_merging_makes_one_concept_of_two(session: Session) -> None:
    session.add_term("首都外功能", "functions outside the capital")
    other = next(one for one in session.concepts() if one.zh == "首都外功能")
    session.merge_terms(roles(session), [other])
    assert "首都外功能" in roles(session).zh_variants
    assert "functions outside the capital" in [one.en for one in roles(session).usable]
    assert all(one.zh != "首都外功能" for one in session.concepts())


def test_settling_lists_the_rows_and_says_which_are_confirmed(session: Session) -> None:
    found = steps(session, "non-capital functions")
    assert [(step.number, step.settled, step.written, bool(step.pieces)) for step in found] == [
        (1, False, False, True),
        (2, True, True, False),
        (3, False, False, True),
    ]
    assert found[2].after == "Progress was made in moving non-capital functions out."


def test_settling_changes_the_rows_taken_in_one_step_of_undo(session: Session) -> None:
    found = steps(session, "non-capital functions")
    done = session.fix(roles(session), "non-capital functions", [found[0], found[2]])
    assert done.message == (
        "This project writes non-capital functions for 非首都功能 now. 2 rows changed; ^Z takes that back."
    )
    assert "terms" in (session.folder / "project.toml").read_text(encoding="utf-8")
    texts = [row.target.text for row in session.every_segment()]
    assert texts[2] == "Progress was made in moving non-capital functions out."
    assert "nonessential" not in texts[0]
    assert session.undo().message == (
        "Undone: 非首都功能 = non-capital functions in 2 rows (it stays settled)."
    )
    assert next(row.target.text for row in session.every_segment()) == found[0].english


def test_a_confirmed_row_changes_only_when_it_is_taken_and_stays_confirmed(session: Session) -> None:
    found = steps(session, "noncapital roles")
    session.fix(roles(session), "noncapital roles", [step for step in found if not step.settled])
    rows = session.every_segment()
    assert rows[1].target.text == "Non-capital functions are to be moved out in good order."
    session.fix(roles(session), "noncapital roles", steps(session, "noncapital roles"))
    rows = session.every_segment()
    assert rows[1].target.text == "Noncapital roles are to be moved out in good order."
    assert rows[1].state is State.CONFIRMED


def test_a_row_that_changed_meanwhile_is_left_as_it_is(session: Session) -> None:
    found = steps(session, "non-capital functions")
    session.type(found[0].row, "Something else now.")
    done = session.fix(roles(session), "non-capital functions", found)
    assert "1 row left" in done.message
    assert session.segment(found[0].row).target.text == "Something else now."


def test_what_is_settled_is_the_only_english_to_use_and_missing_it_is_said(session: Session) -> None:
    session.fix(roles(session), "functions nonessential to Beijing", [])
    assert roles(session).fixed
    assert [one.en for one in roles(session).usable] == ["functions nonessential to Beijing"]
    row = session.every_segment()[1]
    (found,) = [one for one in session.findings(row, finished=True) if one.check.startswith("terms.")]
    assert "functions nonessential to Beijing" in found.message
    assert session.unfix(roles(session)).done
    assert not roles(session).fixed


def test_comments_of_project_toml_are_kept(session: Session) -> None:
    path = session.folder / "project.toml"
    path.write_text("# mine\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    session.fix(roles(session), "noncapital roles", [])
    assert path.read_text(encoding="utf-8").startswith("# mine\n")


def test_an_empty_rendering_is_refused_before_anything_is_written(session: Session) -> None:
    before = (session.folder / "project.toml").read_bytes()
    with pytest.raises(WorkbenchError, match="is empty"):
        session.fix(roles(session), "  ", [])
    assert (session.folder / "project.toml").read_bytes() == before


def test_a_glossary_that_project_toml_names_must_be_there(session: Session) -> None:
    path = session.folder / "project.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("glossaries = []", 'glossaries = ["client.tsv"]'),
        encoding="utf-8",
    )
    folder = session.folder
    session.close()
    again = Session.open(folder)
    with pytest.raises(WorkbenchError, match=r"client\.tsv"):
        again.concepts()
    (folder / "client.tsv").write_text("zh\ten\n长期任务\tlong haul\n", encoding="utf-8")
    assert [source.name for source in again.glossary_sources()] == [
        "this project",
        "client",
        "personal",
        "policy",
    ]


def test_a_fault_in_a_glossary_is_said_and_the_terms_stay_as_they_were(session: Session) -> None:
    session.add_term("长期任务", "long haul")
    count = len(session.concepts())
    (session.folder / "glossary.tsv").write_text("zh\ten\nragged\n", encoding="utf-8")
    assert len(session.concepts()) == count
    assert "glossary.tsv:2" in session.term_trouble
    (session.folder / "glossary.tsv").write_text("zh\ten\n", encoding="utf-8")
    assert len(session.concepts()) == count - 1
    assert session.term_trouble == ""


def test_the_article_before_it_fits_what_is_written_now(session: Session) -> None:
    session.add_term("长期任务", "ongoing task")
    concept = next(one for one in session.concepts() if one.zh == "长期任务")
    row = session.every_segment()[0].id
    session.type(row, "Moving functions out is an ongoing task, an ongoing  task indeed.")
    (step,) = session.fix_steps(concept, "long-term task")
    assert step.after == "Moving functions out is a long-term task, a long-term task indeed."


def test_what_to_write_at_a_first_mention_is_offered_there_and_nowhere_else(session: Session) -> None:
    (session.folder / "glossary.tsv").write_text(
        "zh\ten\tfirst_mention\n长期任务\tlong haul\tthe long haul of many years\n"
        "稳步推进\tsteady progress\tsteady progress step by step\n",
        encoding="utf-8",
    )
    rows = session.every_segment()
    assert "长期任务" in session.first_mentions(rows[0].id)
    offers = {one.hit.term: one for one in session.term_list(rows[0], "", 0)}
    assert [one.en for one in offers["长期任务"].renderings] == ["long haul", "long haul of many years"]
    session.edit_source(rows[1].id, "稳步推进疏解。")
    assert "稳步推进" in session.first_mentions(rows[1].id)
    assert "稳步推进" not in session.first_mentions(rows[3].id)


def test_what_becomes_personal_leaves_the_projects_glossary(session: Session) -> None:
    session.add_term("长期任务", "long haul")
    concept = next(one for one in session.concepts() if one.zh == "长期任务")
    assert not session.is_personal(concept)
    session.keep_term(concept, former=concept.id, personal=True)
    assert session.is_personal(concept)
    assert all(one.zh != "长期任务" for one in read_glossary(session.folder / "glossary.tsv").concepts)
    session.keep_term(concept, former=concept.id)
    assert session.is_personal(concept)
