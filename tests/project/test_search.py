"""tests of project: find; what SQLite narrows down is what reading every row would find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.project.filter_text import parse_filter
from workbench.project.search import FindQuery, Side, find
from workbench.project.session import Session
from workbench.project.stopping import StopError
from workbench.text.fold import fold_mapped

SOURCES = ("一江清水，２０２４年ABC", "標題 河流", "河 流Café治理", "100%_\\")
TARGETS = ("Clear Water of 2024", "clearing the café", "É ", "100%_\\ done", "")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Session:
    folder: Path = tmp_path_factory.mktemp("search")
    (folder / "river.txt").write_text("\n".join(SOURCES) + "\n", "utf-8")
    made = Session.create([folder / "river.txt"], folder=folder / "river", name="river", reflow="never")
    for row, target in zip(made.full_view().ids, TARGETS, strict=False):
        made.type(row, target)
    return made


def test_a_hit_is_where_it_stands_in_the_shown_text(project: Session) -> None:
    (hit,) = project.find(FindQuery("2024 年a", side="source"))
    assert SOURCES[0][hit.start : hit.end] == "２０２４年A"
    assert hit.context[hit.start - hit.context_start :].startswith("２０２４年A")


def test_whole_words_end_where_latin_words_do(project: Session) -> None:
    assert project.find(FindQuery("clear", words=True))[0].number == 1
    assert len(project.find(FindQuery("clear", words=True))) == 1
    assert len(project.find(FindQuery("流Café治", words=True))) == 1
    assert project.find(FindQuery("caf", words=True)) == []


def test_only_rows_under_the_filter_where_asked(project: Session) -> None:
    project.set_filter(parse_filter("source:café"))
    assert {hit.number for hit in project.find(FindQuery("é", shown=True))} == {3}
    assert len({hit.number for hit in project.find(FindQuery("é"))}) == 2
    project.set_filter(parse_filter(""))


def test_a_search_can_be_stopped(project: Session) -> None:
    def stop(done: int, of: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        project.find(FindQuery("a.", regex=True), stop)


SIDES: st.SearchStrategy[Side] = st.sampled_from(["source", "target", "both"])
NEEDLES = st.one_of(
    st.sampled_from(["ABC", "abc", "標", "100%", "_", "\\", "é", "É ", "Café", "流c", "of 2", "水，2", " "]),
    st.text("abcé 100%_河流水A", min_size=1, max_size=3),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(NEEDLES, st.booleans(), SIDES)
def test_narrowing_loses_no_hit(project: Session, text: str, case: bool, side: Side) -> None:
    query = FindQuery(text, side, case=case)
    found = {(hit.number, hit.side, hit.start, hit.end) for hit in project.find(query)}
    flags = 0 if case else re.IGNORECASE
    plain = set()
    for number, (source, target) in enumerate(zip(SOURCES, TARGETS, strict=False), 1):
        folded = fold_mapped(source)
        wanted = fold_mapped(text).text
        if side != "target" and wanted and text.strip():
            for match in re.finditer(re.escape(wanted), folded.text, flags):
                plain.add((number, "source", *folded.span(*match.span())))
        if side != "source" and text.strip():
            plain |= {
                (number, "target", *match.span()) for match in re.finditer(re.escape(text), target, flags)
            }
    assert found == plain


def test_no_more_is_read_than_is_listed(project: Session) -> None:
    view = project.full_view()
    hits = find(project.store.connection, FindQuery("e"), view, limit=2)
    assert len(hits) == 2
