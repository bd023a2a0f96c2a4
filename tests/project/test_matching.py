"""tests of project: what the memories have for a row, whole and sentence by sentence, and how it gets in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.matches import GAP, MatchKind
from workbench.model.memory_units import MemoryUnit, UnitState
from workbench.model.segments import OriginKind, State
from workbench.project.matching import MatchDesk, RowMatches
from workbench.project.proposals import InsertMode, Proposal
from workbench.project.session import Session

from .conftest import MakeSession

TEACHES = {
    "三地共同治理河流。": "All three clean up the river together.",
    "群众的获得感不断增强。": "People feel better off.",
}


def unit(source: str, target: str, **more: object) -> MemoryUnit:
    return MemoryUnit(CodedText(source), CodedText(target), **more)  # type: ignore[arg-type]


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory.open(tmp_path / "m.tm", create=True, index_folder=tmp_path / "index", name="river")
    for source, target in TEACHES.items():
        memory.add(unit(source, target))
    yield memory
    memory.close()


def asked(session: Session, desk: MatchDesk, row: int) -> RowMatches:
    placed = session.placed(row)
    assert placed is not None
    return desk.row_matches(placed.segment, placed.before, placed.after)


def ids(session: Session) -> list[int]:
    return [segment.id for segment in session.every_segment()]


def test_a_paragraph_is_put_together_from_its_sentences_and_the_gap_is_marked(
    session: Session, memory: Memory
) -> None:
    found = asked(session, MatchDesk([memory]), ids(session)[1])
    assert found.whole == ()
    assert [len(sentence.matches) for sentence in found.sentences] == [1, 0, 1]
    made = found.assembled
    assert made is not None
    assert made.text == f"All three clean up the river together. {GAP} People feel better off."
    assert made.covered == 2
    lengths = [end - start for start, end in (part.source for part in made.parts)]
    assert made.score == 100 * (lengths[0] + lengths[2]) // sum(lengths)
    source = session.segment(ids(session)[1]).source.text
    assert [(a.source_end, made.text[: a.target_end].split()[-1]) for a in made.anchors] == [
        (source.index("水"), "together."),
        (source.index("群"), GAP),
        (len(source), "off."),
    ]


def test_a_sentence_has_context_in_its_paragraph(session: Session, memory: Memory) -> None:
    source = "水质明显好转，岸线重新变绿。"
    memory.add(unit(source, "Cleaner.", before="三地共同治理河流。", after="群众的获得感不断增强。"))
    found = asked(session, MatchDesk([memory]), ids(session)[1])
    (match,) = found.sentences[1].matches
    assert match.kind is MatchKind.CONTEXT
    assert found.assembled is not None
    assert found.assembled.score == 100  # what was put together is no context match


def test_two_sentences_that_a_memory_has_as_one_are_found_as_one(
    make_session: MakeSession, memory: Memory
) -> None:
    session = make_session(["三地共同治理河流。水质明显好转。岸线也重新变绿了。"])
    memory.add(unit("水质明显好转。岸线也重新变绿了。", "The water is cleaner and the banks are green."))
    made = asked(session, MatchDesk([memory]), ids(session)[0]).assembled
    assert made is not None
    assert made.text == "All three clean up the river together. The water is cleaner and the banks are green."
    assert made.score == 100


def test_a_row_is_not_matched_with_itself_but_with_its_like(session: Session, tmp_path: Path) -> None:
    rows = ids(session)
    session.type(rows[1], "All three clean it up. It is clean. They feel better off.")
    session.confirm_and_stay(rows[1])
    session.catch_up()
    desk = session.match_desk()
    assert asked(session, desk, rows[1]).whole == ()
    (match,) = asked(session, desk, rows[3]).whole
    assert match.unit.key is not None
    assert match.unit.key.row == rows[1]


def test_a_clause_inside_another_unit_is_found_with_the_english_sentence_that_holds_it(
    make_session: MakeSession, memory: Memory
) -> None:
    session = make_session(["推动高质量发展，要坚持绿色发展理念，这是全局性要求。"])
    memory.add(
        unit(
            "我们要坚持绿色发展理念，走好自己的路。第二句。",
            "We must pursue green growth our own way. Second.",
        )
    )
    (fragment,) = asked(session, MatchDesk([memory]), ids(session)[0]).fragments
    source = session.segment(ids(session)[0]).source.text
    assert source[fragment.start : fragment.end] == "要坚持绿色发展理念"
    (hit,) = fragment.hits
    assert hit.unit.target.text[slice(*hit.target)].strip() == "We must pursue green growth our own way."


def test_no_fragment_comes_from_the_row_itself(session: Session) -> None:
    row = ids(session)[2]
    session.type(row, "Relieving Beijing of these functions takes time. Be patient.")
    session.confirm_and_stay(row)
    session.catch_up()
    assert asked(session, session.match_desk(), row).fragments == ()


def test_refrains_are_found_anew_when_rows_change(
    make_session: MakeSession, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    refrain = "推动三省一市协同发展不断迈上新台阶"
    session = make_session([f"我们要{refrain}，久久为功。", f"各地{refrain}的步伐加快。", "别的一段话。"])
    rows = ids(session)
    assert session.refrain_marks(rows[0])
    assert session.refrain_marks(rows[2]) == ()
    session.type(rows[0], "We must take the coordinated development of the region to a new level.")
    session.confirm_and_stay(rows[0])
    (offer,) = session.refrain_offers(rows[1])
    assert (offer.row, offer.sentence) == (rows[0], session.segment(rows[0]).target.text)
    session.edit_source(rows[1], "完全不同的一段话。")
    assert session.refrain_marks(rows[0]) == ()


def test_memories_stand_in_their_order_and_a_copy_in_another_one_is_left_out(
    session: Session, memory: Memory, tmp_path: Path
) -> None:
    other = Memory.open(tmp_path / "o.tm", create=True, index_folder=tmp_path / "index", name="other")
    other.add(unit("绿水青山就是发展的底色", "Green is the base color."))
    other.add(unit("三地共同治理河流。", TEACHES["三地共同治理河流。"]))
    memory.add(unit("绿水青山就是发展的底色", "Lucid waters are the color of growth."))
    for first, second in ((memory, other), (other, memory)):
        desk = MatchDesk([first, second])
        whole = asked(session, desk, ids(session)[0]).whole
        assert [match.memory for match in whole] == [first.name, second.name]
        sentence = asked(session, desk, ids(session)[1]).sentences[0]
        assert [match.memory for match in sentence.matches] == [first.name]
    other.close()


def test_what_was_looked_up_ahead_is_there_until_the_memory_changes(session: Session, memory: Memory) -> None:
    desk = MatchDesk([memory])
    rows = ids(session)
    ahead = session.rows_ahead(rows[0], 2)
    assert [placed.segment.id for placed in ahead] == rows[1:3]
    desk.prefetch(ahead)
    kept = asked(session, desk, rows[1])
    assert asked(session, desk, rows[1]) is kept
    memory.add(unit("水质明显好转，岸线重新变绿。", "Cleaner."))
    desk.renew()
    again = asked(session, desk, rows[1])
    assert again.assembled is not None
    assert again.assembled.covered == 3


# ---- putting in


def proposal_of(session: Session, memory: Memory, row: int) -> Proposal:
    made = asked(session, MatchDesk([memory]), row).assembled
    assert made is not None
    return Proposal.of_assembled(made)


def test_what_was_put_together_replaces_the_row_as_a_draft_with_anchors_and_the_caret_in_the_gap(
    session: Session, memory: Memory
) -> None:
    row = ids(session)[1]
    proposal = proposal_of(session, memory, row)
    done = session.insert_match(row, proposal, 0, InsertMode.REPLACE)
    after = session.segment(row)
    assert after.state is State.DRAFT
    assert after.target.text[done.caret :].startswith(GAP)
    assert after.anchors == proposal.anchors
    assert (after.origin.kind, after.origin.score) == (OriginKind.MATCH, proposal.score)
    assert after.origin.inserted == after.target.text
    session.undo()
    assert session.segment(row).state is State.UNTRANSLATED


def test_replacing_a_confirmed_row_makes_it_a_draft_and_says_so(session: Session, memory: Memory) -> None:
    row = ids(session)[1]
    session.type(row, "Mine. All mine.")
    session.confirm_and_stay(row)
    done = session.insert_match(row, proposal_of(session, memory, row), 0, InsertMode.REPLACE)
    assert "was confirmed and is a draft now" in done.message
    session.undo()
    assert (session.segment(row).state, session.segment(row).target.text) == (
        State.CONFIRMED,
        "Mine. All mine.",
    )


def test_a_locked_row_takes_nothing(session: Session, memory: Memory) -> None:
    row = ids(session)[1]
    session.toggle_lock(row, "client's wording")
    done = session.insert_match(row, proposal_of(session, memory, row), 0, InsertMode.REPLACE)
    assert not done.done
    assert session.segment(row).target.text == ""


def test_sentences_put_in_one_after_the_other_are_anchored(session: Session, memory: Memory) -> None:
    row = ids(session)[1]
    memory.add(unit("水质明显好转，岸线重新变绿。", "The water is cleaner."))
    found = asked(session, MatchDesk([memory]), row)
    caret = 0
    for sentence in found.sentences:
        proposal = Proposal.of_sentence(sentence, sentence.matches[0])
        done = session.insert_match(row, proposal, caret, InsertMode.INSERT)
        assert done.caret is not None
        caret = done.caret
    after = session.segment(row)
    assert (
        after.target.text
        == "All three clean up the river together. The water is cleaner. People feel better off."
    )
    assert [a.source_end for a in after.anchors] == [sentence.end for sentence in found.sentences]
    assert after.origin.kind is OriginKind.MATCH
    assert after.origin.inserted == after.target.text


def test_a_sentence_replaces_its_own_english_alone(session: Session, memory: Memory) -> None:
    row = ids(session)[1]
    session.type(row, "They treat rivers. Better water. ")
    session.end_sentence(row, len("They treat rivers."))
    found = asked(session, MatchDesk([memory]), row)
    proposal = Proposal.of_sentence(found.sentences[0], found.sentences[0].matches[0])
    session.insert_match(row, proposal, 4, InsertMode.REPLACE)
    after = session.segment(row)
    assert after.target.text.rstrip() == "All three clean up the river together. Better water."
    assert after.anchors[0].target_end == len("All three clean up the river together.")


def test_only_what_is_missing_comes_in_and_every_typed_word_stays(session: Session, memory: Memory) -> None:
    row = ids(session)[0]
    memory.add(unit("绿水青山就是发展的底色", "Lucid waters are the color of growth"))
    (match,) = asked(session, MatchDesk([memory]), row).whole
    session.type(row, "Lucid waters are")
    done = session.insert_match(row, Proposal.of_match(match), 16, InsertMode.DIFFERENCE)
    assert session.segment(row).target.text == "Lucid waters are the color of growth"
    assert done.caret == len("Lucid waters are the color of growth")
    assert session.segment(row).origin.kind is OriginKind.TYPED
    again = session.insert_match(row, Proposal.of_match(match), 0, InsertMode.DIFFERENCE)
    assert again.changed == ()


def test_a_piece_of_english_goes_in_at_the_caret_with_its_space(session: Session) -> None:
    row = ids(session)[0]
    session.type(row, "Growth is")
    session.insert_match(row, Proposal.of_text("green growth"), 9, InsertMode.INSERT)
    assert session.segment(row).target.text == "Growth is green growth"
    assert session.segment(row).origin.kind is OriginKind.TYPED


# ---- units


def test_a_unit_is_edited_locked_and_deleted_in_its_memory(session: Session) -> None:
    row = ids(session)[0]
    written = session.memories().written
    assert written is not None
    number = written.add(unit("绿水青山就是发展的底色", "Green.", state=UnitState.REVIEWED))
    (match,) = asked(session, session.match_desk(), row).whole
    assert session.edit_unit(match, "Greener.").done
    assert written.unit(number).target.text == "Greener."
    assert session.lock_unit(match).done
    refused = session.delete_unit(match)
    assert not refused.done
    assert "locked" in refused.message
    assert session.lock_unit(match, locked=False).done
    assert session.delete_unit(match).done
    assert asked(session, session.match_desk(), row).whole == ()
    assert not session.delete_unit(match).done


def test_the_unit_of_a_row_of_this_project_is_mended_at_the_row(session: Session) -> None:
    rows = ids(session)
    session.type(rows[1], "All three clean it up. It is clean. They feel better off.")
    session.confirm_and_stay(rows[1])
    session.catch_up()
    (match,) = asked(session, session.match_desk(), rows[3]).whole
    done = session.edit_unit(match, "Other.")
    assert (done.done, done.row) == (False, rows[1])
    assert session.delete_unit(match).changed == (rows[1],)
    assert session.segment(rows[1]).state is State.DRAFT
    session.catch_up()
    assert asked(session, session.match_desk(), rows[3]).whole == ()
    session.undo()
    session.catch_up()
    assert len(asked(session, session.match_desk(), rows[3]).whole) == 1
