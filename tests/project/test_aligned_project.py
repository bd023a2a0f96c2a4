from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.test_furniture import prose
from workbench.model.faults import WorkbenchError
from workbench.model.segments import OriginKind, Segment, State
from workbench.project.aligned_project import aligned_project
from workbench.project.aligning import Aligned, Pair, Task
from workbench.project.creation import Unit
from workbench.project.light import light
from workbench.project.opened import OpenedProject
from workbench.project.session import Session

from .test_aligning import EN, STRAIGHT, ZH, aligned, read, text_of


def project_of(tmp_path: Path, found: Aligned, unit: Unit = "paragraph") -> list[Segment]:
    """The rows of a project made of two texts."""
    aligned_project(Task(text_of(ZH, "river"), text_of(EN)), found, tmp_path / "river", unit)
    return rows_of(tmp_path / "river")


def rows_of(folder: Path) -> list[Segment]:
    opened = OpenedProject.open(folder, read_only=True)
    try:
        return list(opened.store.every_segment())
    finally:
        opened.close()


def test_a_project_has_the_english_as_drafts_with_the_sentences_tied(tmp_path: Path) -> None:
    rows = project_of(tmp_path, aligned(STRAIGHT))
    assert [row.state for row in rows] == [State.DRAFT] * 3
    assert rows[1].target.text.endswith("sewage into the river. Now there are fish in the water again.")
    assert (rows[1].origin.kind, rows[1].origin.score) == (OriginKind.ALIGNED, 95)
    assert rows[1].origin.inserted == rows[1].target.text
    assert [row.note for row in rows] == [""] * 3
    caret = rows[1].target.text.index("sewage")
    lit = light(rows[1], rows[1].target.text, rows[1].anchors, caret)
    assert rows[1].source.text[slice(*lit.source)] == "过去，两岸的工厂把污水排进河里；"
    assert rows[1].target.text[slice(*lit.target)].startswith("Factories on its banks")


def test_a_project_is_whole_without_its_database(tmp_path: Path) -> None:
    rows = project_of(tmp_path, aligned(STRAIGHT))
    for path in (tmp_path / "river").glob("project.db*"):
        path.unlink()
    session = Session.open(tmp_path / "river")
    assert session.every_segment() == rows
    session.close()
    assert (tmp_path / "river" / "source" / "river.txt").read_text("utf-8") == ZH


def test_doubt_stands_in_the_note_and_ties_no_sentences(tmp_path: Path) -> None:
    doubtful = [Pair(pair.source, pair.target, 0.43) if pair.source[0] > 1 else pair for pair in STRAIGHT]
    rows = project_of(tmp_path, aligned(doubtful))
    assert [row.note for row in rows] == ["", "aligned, 0.43; check", "aligned, 0.43; check"]
    assert [len(row.anchors) for row in rows] == [1, 0, 0]
    assert rows[1].origin.score == 43


def test_what_has_no_partner_is_named_in_the_note(tmp_path: Path) -> None:
    pairs = [Pair((0,), (0,)), Pair((1,), (1,)), Pair((2,), ()), Pair((3,), (2,)), Pair((), (3,))]
    rows = project_of(tmp_path, aligned([*pairs, Pair((4,), (4,)), Pair((5,), (5,))]))
    assert rows[1].note == (
        "no English was found for “过去，两岸的工厂把污水排进河里；”\n"
        "no Chinese was found for “Now there are fish in the water again.”"
    )
    assert rows[1].target.text.endswith("river. Now there are fish in the water again.")
    assert rows[1].anchors == ()
    assert rows[2].note == ""


def test_a_row_without_english_says_so_in_its_note(tmp_path: Path) -> None:
    missing = [Pair((n,), ()) for n in (1, 2, 3)]
    pairs = [STRAIGHT[0], *missing, Pair((4,), (1, 2)), Pair((5,), (3, 4, 5))]
    rows = project_of(tmp_path, aligned(pairs))
    assert (rows[1].state, rows[1].note) == (State.UNTRANSLATED, "no English was found for this row")
    assert [rows[0].note, rows[2].note] == ["", ""]


def test_a_row_with_english_of_too_little_confidence_names_what_has_none(tmp_path: Path) -> None:
    found = aligned([*STRAIGHT[:4], Pair((4,), ())], below=[Pair((5,), (4, 5), 0.2)])
    assert project_of(tmp_path, found)[2].note.startswith(
        "no English was found for “村民老周说：“水清了，人也留得住了。””\nleft out, 0.20: “"
    )


@pytest.mark.parametrize(("confidence", "note"), [(0.494, "aligned, 0.49; check"), (0.497, "")])
def test_a_confidence_that_is_shown_as_a_half_is_no_doubt(
    tmp_path: Path, confidence: float, note: str
) -> None:
    pairs = [*STRAIGHT[:4], Pair((4,), (4,), confidence), STRAIGHT[5]]
    assert project_of(tmp_path, aligned(pairs))[2].note == note


def test_english_that_stands_apart_is_kept_in_a_note_alone(tmp_path: Path) -> None:
    en = EN + "\nTranslated by a friend.\n"
    rows = project_of(tmp_path, aligned([*STRAIGHT, Pair((), (6,))], en=en))
    assert rows[2].note == "no Chinese was found for “Translated by a friend.”, which is left out"
    assert "friend" not in rows[2].target.text


def test_what_is_left_out_for_lack_of_confidence_is_kept_in_the_note(tmp_path: Path) -> None:
    found = aligned(STRAIGHT[:5], below=[Pair((5,), (5,), 0.2)])
    rows = project_of(tmp_path, found)
    assert rows[2].target.text == '"The water is clear, and people stay," says Zhou, a villager.'
    assert rows[2].note == "left out, 0.20: “Last year the county had 120,000 visits by tourists.”"


def test_a_row_of_sentences_is_a_bead_within_its_paragraph(tmp_path: Path) -> None:
    pairs = [Pair((0,), (0,)), Pair((1, 2), (1,)), Pair((3, 4), (2, 3, 4)), Pair((5,), (5,))]
    rows = project_of(tmp_path, aligned(pairs), "sentence")
    assert [row.source.text for row in rows] == [
        "河长制带来了什么",
        "清水河全长86公里，流经三个县。过去，两岸的工厂把污水排进河里；",
        "如今，水里又有了鱼。",
        "村民老周说：“水清了，人也留得住了。”",
        "去年，全县接待游客12万人次。",
    ]
    assert [row.state.value for row in rows] == ["draft", "draft", "draft", "untranslated", "draft"]
    assert rows[3].note == "the English of its beginning stands in row 3"
    assert rows[1].pieces[0].runs[0].line == 3
    assert len({row.id for row in rows}) == 5


PARAGRAPHS = prose("zh", 30, 1)


def book() -> str:
    """The paragraphs in lines of 24 hanzi on pages of 12 lines, each under a running head with its number."""
    flow = ["　　" + text for text in PARAGRAPHS]
    lines = [text[at : at + 24] for text in flow for at in range(0, len(text), 24)]
    pages = [lines[at : at + 12] for at in range(0, len(lines), 12)]
    return "\n".join(
        "\n".join(["清河纪事", "", *page, "", str(number), "\f"]) for number, page in enumerate(pages, 1)
    )


def project_of_a_book(folder: Path) -> list[Segment]:
    found = Aligned(read(book()), read(EN, "en"), "sentence", (Pair((0,), (0,)),))
    aligned_project(Task(text_of(book(), "book"), text_of(EN)), found, folder, "paragraph")
    return rows_of(folder)


def test_running_heads_are_no_rows_and_part_no_paragraph(tmp_path: Path) -> None:
    rows = project_of_a_book(tmp_path / "book")
    assert [row.source.text for row in rows] == ["清河纪事", *PARAGRAPHS]  # the first is a title


@pytest.mark.parametrize("lost", [["project.db"], ["project.db", "project.tmx"]])
def test_a_project_that_is_made_again_has_no_running_heads_either(tmp_path: Path, lost: list[str]) -> None:
    before = project_of_a_book(tmp_path / "book")
    for name in lost:
        for path in (tmp_path / "book").glob(f"{name}*"):
            path.unlink()
    session = Session.open(tmp_path / "book")
    after = session.every_segment()
    session.close()
    assert [(row.source, row.pieces) for row in after] == [(row.source, row.pieces) for row in before]


def test_a_folder_that_is_taken_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "river").mkdir()
    (tmp_path / "river" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(WorkbenchError, match="exists already"):
        project_of(tmp_path, aligned(STRAIGHT))
    assert [path.name for path in tmp_path.iterdir()] == ["river"]
    assert [path.name for path in (tmp_path / "river").iterdir()] == ["mine.txt"]


@given(st.data())
def test_every_sentence_of_the_english_is_in_a_row_or_a_note(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    found = aligned(data.draw(_any_pairs()))
    folder = tmp_path_factory.mktemp("any")
    rows = project_of(folder, found, data.draw(st.sampled_from(["paragraph", "sentence"])))
    everything = "\n".join(f"{row.target.text}\n{row.note}" for row in rows)
    assert all(part.text in everything for part in found.target.parts)
    assert "".join(row.source.text for row in rows) == "".join(part.text for part in found.source.parts)
    for row in rows:
        assert all(row.target.text[: a.target_end].strip() for a in row.anchors)
        assert [a.target_end for a in row.anchors] == sorted({a.target_end for a in row.anchors})


@st.composite
def _any_pairs(draw: st.DrawFn) -> list[Pair]:
    """Some way of pairing six sentences with six."""
    zh = sorted(draw(st.lists(st.integers(0, 6), max_size=5)))
    en = sorted(draw(st.lists(st.integers(0, 6), min_size=len(zh), max_size=len(zh))))
    borders = [(0, 0), *zip(zh, en, strict=True), (6, 6)]
    pairs = []
    for (z0, e0), (z1, e1) in pairwise(borders):
        if z1 > z0 or e1 > e0:
            sure = draw(st.sampled_from([0.1, 0.6, 0.95]))
            pairs.append(Pair(tuple(range(z0, z1)), tuple(range(e0, e1)), sure))
    return pairs
