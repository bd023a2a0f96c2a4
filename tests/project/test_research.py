"""tests of project: the research sheet is a file that people and the program write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.faults import WorkbenchError
from workbench.project.research import (
    FILE_NAME,
    TAKEN,
    Found,
    ResearchSheet,
    put,
    read_sheet,
    sheet_lines,
    write_sheet,
)
from workbench.project.session import Session

PAGE = "https://example.org/core-area?lang=en"
CORE = Found("首都功能核心区", "core area of the capital", PAGE, "", 3)

_cell = st.text(st.characters(codec="utf-8"), max_size=12).map(str.strip)
_found = st.builds(Found, _cell.filter(bool), _cell, _cell, _cell, st.integers(0, 10**9), st.tuples(_cell))


@given(st.lists(_found, max_size=5))
def test_the_sheet_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Found]
) -> None:
    folder = tmp_path_factory.mktemp("sheet")
    sheet = ResearchSheet(("remarks",), tuple(entries))
    write_sheet(folder, sheet)
    assert read_sheet(folder) == sheet


@given(st.lists(_found, max_size=5), _found)
def test_putting_and_taking_leaves_the_others_in_order(entries: list[Found], new: Found) -> None:
    more = put(entries, None, new)
    assert more == (*entries, new)
    if new not in entries:
        assert put(more, new, None) == tuple(entries)


def test_what_is_found_is_kept_decided_and_dropped(session: Session) -> None:
    assert session.research() == ()
    session.keep_found(replace(CORE, candidate=" core  area of the capital "))
    assert session.research() == (CORE,)
    session.decide(CORE, TAKEN)
    (taken,) = session.research()
    assert taken.decision == TAKEN
    assert "首都功能核心区\tcore area of the capital\t" in (session.folder / FILE_NAME).read_text("utf-8")
    session.drop_found(taken)
    assert session.research() == ()


def test_what_a_person_wrote_into_the_file_stays(session: Session) -> None:
    path = session.folder / FILE_NAME
    path.write_text("Term\tSource of it\taddress\n河长制\tGazette\thttps://example.org/h\n\n", "utf-8")
    session.keep_found(CORE)
    assert path.read_text("utf-8").splitlines() == [
        "term\tcandidate\taddress\tdecision\trow\tSource of it",
        "河长制\t\thttps://example.org/h\t\t\tGazette",
        f"首都功能核心区\tcore area of the capital\t{PAGE}\t\t3\t",
    ]


def test_a_line_that_was_changed_by_hand_meanwhile_is_not_overwritten(session: Session) -> None:
    session.keep_found(CORE)
    path = session.folder / FILE_NAME
    path.write_text(path.read_text("utf-8").replace("core area", "Core Area"), "utf-8")
    assert not session.decide(CORE, TAKEN).done
    assert "Core Area" in path.read_text("utf-8")


def test_nothing_is_written_read_only_and_no_term_is_refused(session: Session) -> None:
    reader = Session.open(session.folder, read_only=True)
    try:
        assert not reader.keep_found(CORE).done
    finally:
        reader.close()
    assert not session.keep_found(Found(" ")).done
    assert not (session.folder / FILE_NAME).exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"chinese\tenglish\n", "line 1"),
        (b"term\tterm\n", "each once"),
        (b"term\trow\nx\ttwelve\n", "line 2"),
        (b"term\nx\ty\n", "line 2: more cells"),
        ("term\n河长制\n".encode("gb18030"), "not UTF-8"),
    ],
)
def test_a_sheet_that_is_wrong_names_the_line(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(data)
    with pytest.raises(WorkbenchError, match=said):
        read_sheet(tmp_path)


def test_a_sheet_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    data = "".join(sheet_lines(ResearchSheet((), (CORE,)))).replace("\n", "\r\n")
    (tmp_path / FILE_NAME).write_bytes(b"\xef\xbb\xbf" + data.encode())
    assert read_sheet(tmp_path).entries == (CORE,)
