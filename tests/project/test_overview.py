"""tests of project: a project at a glance: documents by state, last places, words, settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model.segments import Kind, State
from workbench.project.overview import last_places
from workbench.project.reviewing import Role
from workbench.project.session import Session
from workbench.project.settings_words import settings_said

from .conftest import LINES
from .test_session import ids


@pytest.fixture
def two(tmp_path: Path) -> Session:
    """A project of two documents, the second of two rows."""
    first, second = tmp_path / "river.txt", tmp_path / "road.txt"
    first.write_text("\n".join(LINES) + "\n", "utf-8")
    second.write_text("公路通到了家门口\n群众出行更加方便\n", "utf-8")
    return Session.create([first, second], folder=tmp_path / "two", name="two", reflow="never")


def test_each_document_is_counted_by_state_without_ignored_rows(two: Session) -> None:
    rows = ids(two)
    two.type(rows[0], "Green")
    two.confirm_and_stay(rows[0])
    two.set_kind(rows[6], Kind.IGNORED)
    first, second = two.overview().documents
    assert (first.name, second.name) == ("river.txt", "road.txt")
    assert first.by_state == {State.CONFIRMED: 1, State.UNTRANSLATED: 4}
    assert (first.done, first.total, second.total, second.ignored) == (1, 5, 1, 1)


def test_a_document_leads_to_its_first_open_row_of_whoever_works(two: Session) -> None:
    rows = ids(two)
    for row in rows[:2]:
        two.type(row, "Green")
        two.confirm_and_stay(row)
    assert [each.row for each in two.overview().documents] == [rows[2], rows[5]]
    two.set_role(Role.REVIEWER)
    assert [each.row for each in two.overview().documents] == [rows[0], rows[5]]


def test_the_last_places_are_rows_that_are_still_there_each_once(two: Session) -> None:
    rows = ids(two)
    for row in (rows[3], rows[0], rows[1], rows[3]):
        two.type(row, f"{two.number(row)} again {len(two.history(row))}")
        two.pause()
    second = two.split(rows[1], 9).changed[1]
    two.type(second, "Second")
    two.pause()
    two.merge(rows[1])
    places = two.overview().places
    assert [place.row for place in places] == [rows[1], rows[3], rows[0]]
    assert places[0].label == "merged rows 2 and 3"
    two.undo()
    assert two.overview().places[0].label == "undone: merged rows 2 and 3"


def test_a_place_has_the_number_that_its_row_has_now_in_its_words_too(two: Session) -> None:
    rows = ids(two)
    two.type(rows[2], "Third")
    two.confirm_and_stay(rows[2])
    two.merge(rows[0])
    place = next(place for place in two.overview().places if place.row == rows[2])
    assert (place.number, place.label) == (2, "confirmed row 2")


def test_of_many_places_the_newest_are_shown(two: Session) -> None:
    rows = ids(two)
    for row in rows:
        two.type(row, "Green")
    assert [place.row for place in last_places(two.store.connection, 3)] == [rows[6], rows[5], rows[4]]


def test_words_are_counted_by_document_and_state(two: Session) -> None:
    rows = ids(two)
    two.type(rows[6], "People get about more easily[^1]")
    words = two.word_counts()
    assert words.english[2, State.DRAFT] == 5
    assert words.hanzi[2, State.DRAFT] == 8
    assert words.hanzi[2, State.UNTRANSLATED] == 8
    assert sum(words.hanzi.values()) == sum(
        "\u4e00" <= sign <= "\u9fff" for segment in two.every_segment() for sign in segment.source.text
    )


def test_the_settings_are_told_in_words(session: Session) -> None:
    (session.folder / "project.toml").write_text(
        'title = "Rivers"\nname = "river"\ndate = "2024-02-26"\nmemories = ["old", "personal"]\n'
        'glossaries = ["client.tsv"]\n[terms]\n"绿水青山" = "green mountains"\n[style]\nspelling = "UK"\n'
        "[memory.old]\nread_only = true\npenalty = 5\n[matching]\nleast = 75\nold = 3\n",
        "utf-8",
    )
    from workbench.project.config import read_config

    said = dict(settings_said(read_config(session.folder), Role.REVIEWER))
    assert said["memories"] == "old (only read, 5 points off), personal (takes what is confirmed)"
    assert said["style"] == "spelling = UK"
    assert said["matching"] == "from 75 %; points off: old 3"
    assert said["terms"] == "settled for this project: 绿水青山 green mountains"
    assert said["role"] == "reviewer: Enter sets a row reviewed"
    assert "client.tsv" in said["glossaries"]
