"""tests of project: queries stay with their Chinese, whatever is done to the row, and survive every file."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.coded import CodedText
from workbench.model.queries import OPEN_MARK, Query, has_open, queries_of, queries_text
from workbench.model.segments import Segment
from workbench.project.query_spans import taken_together
from workbench.project.session import Session
from workbench.project.structure import merged, split_at
from workbench.project.structure_sources import source_edited
from workbench.project.units import segment_of_unit, unit_of

from .conftest import MakeSession
from .test_review_merging import pair, pull
from .test_session import ids

__all__ = ["pair"]

_words = st.text(st.characters(codec="utf-8"), max_size=12)
_ids = st.text("abcdef", min_size=1, max_size=3)


@st.composite
def rows(draw: st.DrawFn) -> Segment:
    """A row with queries, some of them about a part of its source."""
    source = draw(st.text("改革开放", min_size=2, max_size=12))
    queries = []
    for number in range(draw(st.integers(0, 3))):
        ends = sorted((draw(st.integers(0, len(source))), draw(st.integers(0, len(source)))))
        whole = ends[0] == ends[1] or ends == [0, len(source)]
        start, end = (0, 0) if whole else ends
        text, proposal, who, at, answer = (draw(_words) for _ in range(5))
        query = Query(f"q{number}", text, start, end, proposal, who, at, answer, open=draw(st.booleans()))
        queries.append(query)
    return Segment(1, 1, 1, source=CodedText(source), queries=tuple(queries))


def asked(segment: Segment, query: Query) -> str:
    """What of the source a query is about."""
    return segment.source.text[query.start : query.end] if query.spans else segment.source.text


@given(rows())
def test_queries_are_read_back_as_they_were_written(row: Segment) -> None:
    length = len(row.source.text)
    for ascii_only in (False, True):
        text = queries_text(row.queries, ascii_only=ascii_only)
        assert queries_of(text, length) == row.queries
        assert (OPEN_MARK in text) == has_open(row.queries)


@given(rows())
def test_project_tmx_keeps_queries_with_any_character(row: Segment) -> None:
    assert segment_of_unit(unit_of(row, whole=True), 1, "project.tmx").queries == row.queries


@given(rows(), st.data())
def test_a_split_loses_no_query_and_no_place(row: Segment, data: st.DataObject) -> None:
    offset = data.draw(st.integers(1, len(row.source.text) - 1))
    first, second = split_at(row, offset, 0)
    assert sorted(q.id for q in first.queries + second.queries) == [q.id for q in row.queries]
    for part, begin in ((first, 0), (second, offset)):
        for query in part.queries:
            before = next(each for each in row.queries if each.id == query.id)
            if before.spans:
                shown = asked(part, query)
                assert asked(row, before).startswith(shown)
                assert row.source.text[begin:].find(shown) >= 0


@given(rows(), rows())
def test_merged_rows_can_be_split_again_with_their_queries(one: Segment, two: Segment) -> None:
    both = merged(one, replace(two, id=2))
    parts = split_at(both, len(one.source.text), 0)
    assert (parts[0].queries, parts[1].queries) == (one.queries, two.queries)


@given(rows(), st.text("改革新", min_size=1, max_size=12))
def test_an_edited_source_keeps_every_query_inside_it(row: Segment, text: str) -> None:
    edited = source_edited(row, text)
    assert [query.id for query in edited.queries] == [query.id for query in row.queries]
    assert all(0 <= query.start <= query.end <= len(text) for query in edited.queries)


def test_a_misread_character_mended_inside_a_span_leaves_the_span_where_it_is() -> None:
    row = Segment(1, 1, 1, source=CodedText("疏解北京非首部功能"), queries=(Query("qa", "?", 4, 9),))
    mended = source_edited(row, "现疏解北京非首都功能")
    assert asked(mended, mended.queries[0]).endswith("非首都功能")
    mended = source_edited(row, "疏解北京非首都功能")
    assert asked(mended, mended.queries[0]) == "非首都功能"


_some = st.lists(st.builds(Query, _ids, _words), max_size=4, unique_by=lambda query: query.id).map(tuple)


@given(_some, _some)
def test_what_only_one_side_did_remains(base: tuple[Query, ...], theirs: tuple[Query, ...]) -> None:
    assert set(taken_together(base, theirs, base)) == set(theirs)
    assert taken_together(theirs, base, base) == theirs


def _ask(session: Session, row: int, query: Query) -> None:
    segment = session.segment(row)
    session._edit("asked", segment, replace(segment, queries=(*segment.queries, query)))


def test_queries_of_both_sides_come_together(pair: tuple[Session, Session]) -> None:
    ours, theirs = pair
    row = ids(ours)[2]
    _ask(ours, row, Query("qa", "Which tasks?", 0, 4))
    _ask(theirs, row, Query("qb", "Since when?"))
    pull(ours, theirs)
    assert {query.id for query in ours.segment(row).queries} == {"qa", "qb"}


def test_a_query_of_theirs_is_kept_where_the_row_was_split_here(
    pair: tuple[Session, Session],
) -> None:
    ours, theirs = pair
    row = ids(ours)[2]
    ours.split(row, 17)
    _ask(theirs, row, Query("qb", "Since when?", 0, 2))
    pull(ours, theirs)
    assert [query.text for query in ours.segment(row).queries] == ["Since when?"]


def test_a_rebuilt_database_has_the_queries(make_session: MakeSession) -> None:
    session = make_session()
    query = Query(
        "qa", "Which “three places”?\n\x01", 0, 2, "the three localities", "me", "2024-05-01T08:00:00Z"
    )
    _ask(session, ids(session)[1], query)
    session.save()
    session.close()
    for left in session.folder.glob("project.db*"):
        left.unlink()
    again = Session.open(session.folder)
    try:
        assert again.segment(ids(again)[1]).queries == (query,)
    finally:
        again.close()


def _as_first_schema(database: Path) -> None:
    """Make a database what the first version wrote."""
    connection = sqlite3.connect(database)
    connection.executescript(
        "DROP INDEX rows_with_queries; ALTER TABLE rows DROP COLUMN queries; PRAGMA user_version=1;"
    )
    connection.close()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_project_of_the_first_schema_opens(make_session: MakeSession, read_only: bool) -> None:
    session = make_session()
    session.type(ids(session)[0], "Green")
    before, folder = session.every_segment(), session.folder
    session.close()
    _as_first_schema(folder / "project.db")
    again = Session.open(folder, read_only=read_only)
    try:
        assert again.every_segment() == before
        assert again.full_view().ids == again.first_view().ids
        version = again.store.connection.execute("PRAGMA user_version").fetchone()[0]
        assert version == (1 if read_only else 2)
    finally:
        again.close()


def test_a_reader_of_the_first_schema_follows_a_writer_of_the_second(
    make_session: MakeSession,
) -> None:
    session = make_session()
    folder = session.folder
    session.close()
    _as_first_schema(folder / "project.db")
    reader = Session.open(folder, read_only=True)
    writer = Session.open(folder)
    try:
        row = ids(writer)[0]
        _ask(writer, row, Query("qa", "What?"))
        assert reader.segment(row).queries == writer.segment(row).queries != ()
    finally:
        reader.close()
        writer.close()


def test_a_merge_that_the_first_schema_logged_can_be_taken_back(make_session: MakeSession) -> None:
    session = make_session()
    rows_before = session.every_segment()
    session.merge(ids(session)[1])
    folder = session.folder
    session.close()
    connection = sqlite3.connect(folder / "project.db")
    connection.execute("UPDATE operations SET changes = replace(changes, ',\"queries\":\"\"', '')")
    connection.commit()
    connection.close()
    again = Session.open(folder)
    try:
        assert again.undo().done
        assert again.every_segment() == rows_before
    finally:
        again.close()
