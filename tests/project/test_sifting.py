"""tests of project: which rows pass a filter; SQL and a plain reading of the rows agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.queries import Query
from workbench.model.segments import Kind, Lock, Origin, OriginKind, Segment, State
from workbench.project.filter_sql import SURE_PER_CENT, Surroundings, since
from workbench.project.filter_text import parse_filter
from workbench.project.filter_values import bounds
from workbench.project.row_filter import Condition, Field, RowFilter
from workbench.project.session import Session
from workbench.project.sifting import sifted
from workbench.project.store import Store
from workbench.text.fold import fold

from .conftest import MakeSession

NOW = datetime(2026, 8, 14, 12, tzinfo=UTC)
SOURCES = ("河流治理。", "河流 治理。", "大城市病A", "２０２４年水质", "Kafé 河", "", "標題")
TARGETS = ("", "River 100% done_", "river", "É la Café", "2024 Rivers\\", "urban ills")
MOMENTS = ("", "2026-08-14T11:00:00Z", "2026-08-13T00:00:00Z", "2020-01-01T00:00:00Z")
QUERIES = (
    (),
    (Query("a1", 'is "open":true right?', open=False),),
    (Query("a2", "which?"), Query("a3", "why?", answer="so", open=False)),
)
segments = st.builds(
    Segment,
    id=st.just(0),
    rank=st.integers(0, 5),
    document=st.just(1),
    kind=st.sampled_from(Kind),
    source=st.sampled_from(SOURCES).map(CodedText),
    target=st.sampled_from(TARGETS).map(CodedText),
    state=st.sampled_from(State),
    lock=st.sampled_from([None, Lock("lin")]),
    origin=st.builds(Origin, st.sampled_from(OriginKind), st.sampled_from([None, 40, 90])),
    note=st.sampled_from(["", "ask the River office", "any"]),
    original_source=st.sampled_from(["", "河"]),
    changed_at=st.sampled_from(MOMENTS),
    changed_by=st.sampled_from(["", "lin", "Wu"]),
    queries=st.sampled_from(QUERIES),
)
CONDITIONS = (
    "state:draft,confirmed", "kind:heading", "is:bookmarked", "is:locked,edited", "is:doubtful",
    "origin:none,match", "origin:aligned", "repetition:first", "repetition:further", "query:open",
    "query:closed", "query:answered", "query:any", "note:any", "note:river", 'note:"River"c', "note:/r.ver/",
    "finding:any", "finding:numbers", "finding:terms.avoided", "match:none", "match:100", "match:>=85",
    "match:<90", "match:50-95", "term:大城市病", "term:river", "term:avoided", "changed:2d", "changed:save",
    "changed:today", "changed:2026-08-13", "by:LIN", "document:1", "document:riv", "length:4-5", "length:>5",
    "length:<1", "length:0",
    "河流治理", "标题", "2024", "source:a", 'source:"A"c', "target:RIVER", 'target:"River"c', "target:100%",
    "target:done_", "target:é", 'target:"é"c', "target:\"café\"", r"/\d{4}/", "source:/^河/", "target:/s$/c",
    '"\\\\"', "target:/^$/",
)  # fmt: skip
FINDINGS = {
    1: frozenset({"numbers.value"}),
    2: frozenset({"terms.avoided", "gaps.sentence"}),
    4: frozenset({"numbersome.x"}),
}
SCORES = {1: 100, 2: 85, 3: 52}


def plainly(row: Segment, rows: Sequence[Segment], one: Condition, around: Surroundings) -> bool:
    """Whether a row passes a condition, without SQL."""
    return any(value_holds(row, rows, one, value, around) for value in one.values) != one.negated


def value_holds(
    row: Segment, rows: Sequence[Segment], one: Condition, value: str, around: Surroundings
) -> bool:
    folded = fold(row.source.text)
    match one.field:
        case Field.STATE | Field.KIND:
            return value == (row.state if one.field is Field.STATE else row.kind)
        case Field.ORIGIN:
            return row.origin.kind.value == value.replace("none", "")
        case Field.IS:
            unsure = row.origin.kind is OriginKind.ALIGNED and (row.origin.score or 0) < SURE_PER_CENT
            return {
                "bookmarked": row.id in around.bookmarks,
                "locked": row.lock is not None,
                "edited": row.original_source != "",
                "doubtful": unsure and not row.settled,
            }[value]
        case Field.REPETITION:
            same = [
                each.id for each in rows if each.kind is not Kind.IGNORED and fold(each.source.text) == folded
            ]
            return len(same) > 1 and row.id in (same[:1] if value == "first" else same[1:])
        case Field.QUERY:
            return any(
                {"open": q.open, "closed": not q.open, "answered": q.answer != "", "any": True}[value]
                for q in row.queries
            )
        case Field.NOTE if value == "any" and not one.case:
            return row.note != ""
        case Field.FINDING:
            names = around.findings.get(row.id, frozenset())
            return any(value in ("any", name, name.split(".")[0]) for name in names)
        case Field.MATCH:
            score = around.scores.get(row.id, 0)
            return score == 0 if value == "none" else inside(score, value)
        case Field.TERM if value == "avoided":
            return "terms.avoided" in around.findings.get(row.id, frozenset())
        case Field.TERM:
            forms = (value, "病") if value == "大城市病" else ()
            return any(form in folded for form in forms) or (not forms and value in row.target.text.lower())
        case Field.CHANGED:
            begin = since(value, around)
            return row.changed_at > begin if value == "save" else row.changed_at >= begin
        case Field.BY:
            return row.changed_by.lower() == value.lower()
        case Field.DOCUMENT:
            return True
        case Field.LENGTH:
            return inside(len(row.source.text), value)
    return any(text_holds(one, text, shown) for text, shown in sides(row, one))


def sides(row: Segment, one: Condition) -> Iterable[tuple[str, bool]]:
    """The texts that a condition looks in, and whether they are folded."""
    if one.field is Field.NOTE:
        return [(row.note, False)]
    source, target = (fold(row.source.text), True), (row.target.text, False)
    return {Field.SOURCE: [source], Field.TARGET: [target]}.get(one.field, [source, target])


def text_holds(one: Condition, text: str, folded: bool) -> bool:
    value = one.values[0]
    if one.regex:
        return re.search(value, text, 0 if one.case else re.IGNORECASE) is not None
    wanted = fold(value) if folded else value
    return wanted in text if one.case else wanted.lower() in text.lower()


def inside(number: int, value: str) -> bool:
    wanted = bounds(value)
    return (wanted.least or 0) <= number <= (10**9 if wanted.most is None else wanted.most)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("sifting")
    (folder / "river.txt").write_text("河\n", "utf-8")
    Session.create([folder / "river.txt"], folder=folder / "river", name="river").close()
    return Store(folder / "river" / "project.db")


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
@given(st.lists(segments, min_size=1, max_size=8), st.data())
def test_sql_and_a_plain_reading_of_the_rows_agree(
    store: Store, made: list[Segment], data: st.DataObject
) -> None:
    rows = [replace(row, id=number) for number, row in enumerate(made, 1)]
    with store.transaction():
        store.connection.execute("DELETE FROM rows")
        store.insert(rows)
    rows.sort(key=lambda row: (row.rank, row.id))
    around = Surroundings(
        now=NOW,
        saved_at="2026-08-13T00:00:00Z",
        bookmarks=frozenset({1, 3, 99}),
        documents={1: "river.txt"},
        written=lambda term: (term, "病") if term == "大城市病" else (),
        findings=FINDINGS,
        scores=SCORES,
    )
    text = " ".join(data.draw(st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=3)))
    row_filter = parse_filter(data.draw(st.sampled_from(["", "-"])) + text)
    found = sifted(store.connection, row_filter, around)
    condition, values = row_filter.condition()
    live = set(store.find_ids(condition, values))
    passing = [row.id for row in rows if row.id in live and found.passes(row.id)]
    wanted = list(row_filter.conditions)
    assert passing == [row.id for row in rows if all(plainly(row, rows, one, around) for one in wanted)]


def test_midnight_is_that_of_the_clock_on_the_wall() -> None:
    around = Surroundings(now=NOW)
    local = datetime.fromisoformat(since("today", around).replace("Z", "+00:00")).astimezone()
    assert (local.hour, local.minute, local.date()) == (0, 0, NOW.astimezone().date())
    assert since("2d", around) == "2026-08-12T12:00:00Z"


def shown(session: Session, text: str) -> list[int]:
    """Numbers of the rows that a filter shows."""
    session.set_filter(parse_filter(text))
    return list(session.full_view().numbers)


def test_a_filter_of_several_conditions_shows_what_passes_all(session: Session) -> None:
    rows = session.full_view().ids
    session.type(rows[1], "The river is clean.")
    session.type(rows[2], "River work goes on.")
    session.confirm_and_stay(rows[2])
    assert shown(session, "river state:draft source:河流") == [2]
    done = session.set_filter(parse_filter("target:river -state:confirmed"))
    assert done.message == "Only target:river · -state:confirmed: 1 of 5 rows."
    assert shown(session, "repetition:further") == [4]
    assert shown(session, "") == [1, 2, 3, 4, 5]


def test_enter_goes_on_among_the_rows_that_pass(session: Session) -> None:
    rows = session.full_view().ids
    session.set_filter(parse_filter("source:/河流|就业/"))
    session.type(rows[1], "The river.")
    assert session.confirm(rows[1]).row == rows[3]
    assert [placed.segment.id for placed in session.rows_ahead(rows[1])] == [rows[3], rows[4]]


def test_a_row_that_was_split_stays_in_the_filter_and_so_does_what_passes(session: Session) -> None:
    rows = session.full_view().ids
    session.set_filter(parse_filter("source:河流"))
    assert session.split(rows[1], 9).structure
    assert list(session.full_view().numbers) == [2, 5]
    session.undo()
    assert list(session.full_view().numbers) == [2, 4]


def test_rows_with_findings_and_those_with_avoided_english(session: Session) -> None:
    rows = session.full_view().ids
    session.type(rows[4], "The county added 120,000 jobs.")
    session.confirm_and_stay(rows[4])
    said: list[tuple[int, int]] = []
    sifted_rows = session.sift(parse_filter("finding:numbers"), lambda done, of: said.append((done, of)))
    assert list(sifted_rows.view.numbers) == [5]
    assert said == []  # five rows are checked one by one
    session.set_filter(sifted_rows.filter)
    session.type(rows[4], "The county added 12,000 jobs.")
    session.confirm_and_stay(rows[4])
    assert shown(session, "finding:numbers") == []


def test_all_rows_are_checked_in_one_go_and_the_work_can_be_stopped(make_session: MakeSession) -> None:
    from workbench.project.stopping import StopError

    session = make_session([f"第{number}个村新增就业1.2万人。" for number in range(60)])
    row = session.full_view().ids[7]
    session.type(row, "The village added 120,000 jobs.")
    session.confirm_and_stay(row)

    def stop(done: int, of: int) -> None:
        if done >= of // 2:
            raise StopError

    with pytest.raises(StopError):
        session.sift(parse_filter("finding:any"), stop)
    assert session.looked_over().findings.keys() == {row}
    assert shown(session, "finding:numbers") == [8]


def test_the_best_match_of_each_row_is_looked_up(session: Session) -> None:
    rows = session.full_view().ids
    session.type(rows[1], "The three localities are cleaning the river.")
    session.confirm_and_stay(rows[1])
    session.catch_up()
    assert 4 in shown(session, "match:>=95")
    assert shown(session, "match:none")


def test_a_document_that_is_none_is_said_with_those_that_are(session: Session) -> None:
    with pytest.raises(WorkbenchError, match=r"there are 1 river\.txt"):
        session.set_filter(parse_filter("document:sea"))
    assert shown(session, "document:1") == [1, 2, 3, 4, 5]


def test_a_filter_that_takes_a_while_waits_at_the_next_opening(session: Session) -> None:
    session.set_filter(parse_filter("finding:any"))
    folder = session.folder
    session.close()
    again = Session.open(folder)
    assert len(again.first_view()) == 5
    assert again.waiting_filter == parse_filter("finding:any")
    assert not again.filter
    again.close()


def test_a_filter_on_texts_holds_at_the_next_opening(session: Session) -> None:
    session.set_filter(parse_filter("source:河流"))
    folder = session.folder
    session.close()
    again = Session.open(folder)
    assert list(again.first_view().numbers) == [2, 4]
    assert again.filter == parse_filter("source:河流")
    again.close()


def test_two_filters_that_want_the_same_are_equal_whatever_passed() -> None:
    one = RowFilter(others=(Condition(Field.IS, ("locked",)),))
    assert replace(one, among=frozenset({1})) == one
    assert not replace(one, among=frozenset({1})).passes(2)
