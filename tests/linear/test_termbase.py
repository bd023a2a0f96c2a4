"""tests: the termbase and the research sheet are worked on line by line."""

from __future__ import annotations

from tests.linear.conftest import Talk
from workbench.model.terms import Concept, Status
from workbench.project.session import Session


def known(session: Session, zh: str) -> Concept:
    return next(one for one in session.concepts() if one.zh == zh)


def test_a_new_concept_is_kept_and_its_fields_are_changed(session: Session, talk: Talk) -> None:
    said = talk(
        "/newterm 河长制 = river chief system",
        "/field pinyin = hé zhǎng zhì",
        "/rendering 1 short form = the system",
        "/addrendering system of river chiefs",
        "/field colour = blue",
    )
    concept = known(session, "河长制")
    assert concept.pinyin == "hé zhǎng zhì"
    assert [one.en for one in concept.renderings] == ["river chief system", "system of river chiefs"]
    assert concept.renderings[0].short_form == "the system"
    assert any(line.startswith("Write /field NAME = VALUE. Names: zh, zh variants") for line in said)


def test_a_rendering_is_preferred_deprecated_and_taken_out(session: Session, talk: Talk) -> None:
    talk("/newterm 河长制 = river boss system", "/addrendering river chief system", "/prefer 2")
    talk("/concept 河长制", "/deprecate 1 too jocular")
    concept = known(session, "河长制")
    by_english = {one.en: one for one in concept.renderings}
    assert by_english["river chief system"].status is Status.PREFERRED
    assert by_english["river boss system"].status is Status.DEPRECATED
    assert by_english["river boss system"].note == "too jocular"
    at = [one.en for one in concept.renderings].index("river boss system") + 1
    talk("/concept 河长制", f"/droprendering {at}")
    assert [one.en for one in known(session, "河长制").renderings] == ["river chief system"]


def test_what_is_not_sound_is_said_and_not_kept(session: Session, talk: Talk) -> None:
    said = talk(
        "/newterm 河长制 = river chief system", "/droprendering 1", "/rendering 1 year from = long ago"
    )
    assert "renderings: There is no English yet; add a rendering." in said
    assert said[-1].startswith("“long ago” is no year")
    assert known(session, "河长制").renderings


def test_two_concepts_become_one_and_it_is_taken_out(session: Session, talk: Talk) -> None:
    talk("/newterm 湖长制 = lake chief system", "/newterm 河长制 = river chief system")
    talk("/concept 河长制", "/mergeterm 湖长制", filled="yes")
    assert "湖长制" in known(session, "河长制").zh_variants
    assert talk("/concept 河长制", "/dropterm", filled="no")[-1] == "It stays."
    said = talk("/concept 河长制", "/dropterm", filled="yes")
    assert said[-1].startswith("Took 河长制 out.")


def test_concepts_are_found_by_pinyin_and_by_domain_and_their_uses_said(session: Session, talk: Talk) -> None:
    talk("/go 3", "Moving non-capital functions out takes long.")
    said = talk("/concepts fsdgn", "/concept 非首都功能", "/uses", "/concepts")
    assert any("非首都功能: non-capital functions" in line for line in said)
    assert "非首都功能 stands 1 time in 1 row." in said
    assert "Row 3: non-capital functions" in said
    assert said[-1].startswith("Glossary ")


def test_a_project_settles_on_a_rendering_and_lets_it_go(session: Session, talk: Talk) -> None:
    other = "functions nonessential to Beijing's role as the capital"
    talk("/go 3", "Moving non-capital functions out takes long.", f"/settle 非首都功能 = {other}")
    row = session.row_numbered(3)
    assert row is not None
    assert other in session.segment(row).target.text
    said = talk("/settle 非首都功能")
    assert said == ["非首都功能 is as the glossaries have it again."]


def test_research_is_put_down_changed_decided_and_offered_as_a_term(session: Session, talk: Talk) -> None:
    talk("/research 底色 = ground @ https://example.org/ground", "/editfound 1 candidate = hue")
    (found,) = session.research()
    assert (found.term, found.candidate, found.address) == ("底色", "hue", "https://example.org/ground")
    talk("/decide 1 taken", filled="yes")
    assert known(session, "底色").usable[0].en == "hue"
    talk("/dropfound 1")
    assert session.research() == ()


def test_a_query_names_its_chinese_is_reworded_sent_and_answered(session: Session, talk: Talk) -> None:
    said = talk(
        "/query 底色: A colour? => hue", "/reword 1 A colour, or a ground?", "/queries", "/clientlist docx"
    )
    (asked,) = session.queries()
    assert asked.asked == "底色"
    assert "1. open, row 1: A colour, or a ground? About 底色. Proposal: hue." in said
    path = session.folder / "river.queries.docx"
    assert path.is_file()
    assert talk(f"/answers {path}")[-1] == "1 left empty."
    talk("/dropquery 1")
    assert session.queries() == []
