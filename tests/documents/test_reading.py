"""tests: a file on disk becomes a document, or one sentence that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.documents import reading
from workbench.documents.reading import read_document, split_lines
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind


def test_lines_are_numbered_as_an_editor_numbers_them() -> None:
    assert split_lines("一\r\n二\r三\x0c三\u2028三\n") == ["一", "二", "三\x0c三\u2028三", ""]


def test_a_file_is_read_with_its_name_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "路.txt"
    path.write_bytes("修路\r\n\r\n　　路修好了。\r\n".encode("gb18030"))
    document = read_document(path)
    assert (document.name, document.encoding) == ("路.txt", "gb18030")
    assert [(one.text, one.kind, one.start, one.end) for one in document.paragraphs] == [
        ("修路", Kind.TITLE, (1, 1), (1, 3)),
        ("路修好了。", Kind.PARAGRAPH, (3, 3), (3, 8)),
    ]


def test_bytes_at_hand_need_no_path() -> None:
    document = read_document(None, data="路修好了。".encode(), name="pasted")
    assert document.name == "pasted"
    assert len(document.paragraphs) == 1


def test_never_leaves_every_line_a_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("路修到了村口，村里的人\n都出来看，说这回山货不\n愁卖了。\n", encoding="utf-8")
    assert len(read_document(path, reflow="never").paragraphs) == 3
    assert len(read_document(path).paragraphs) == 1


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".DOC", ".html", ".xlsx"])
def test_another_form_is_refused_with_the_forms_that_are_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"x")
    with pytest.raises(WorkbenchError, match=r"only plain text \(\.txt\) and Markdown \(\.md\)"):
        read_document(path)


def test_a_path_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match=r"gone\.txt does not exist"):
        read_document(tmp_path / "gone.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="is a folder"):
        read_document(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("路", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(WorkbenchError, match=r"a\.txt cannot be read"):
        read_document(path)


def test_a_file_of_200_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a hole: it takes no room on the disk
    with pytest.raises(WorkbenchError, match="has 200 MB, and at most 20 MB"):
        read_document(path)


def test_a_line_too_long_to_work_on_is_refused_with_its_number() -> None:
    data = ("短句。\n" + "长" * (reading.LONGEST_PARAGRAPH + 1)).encode()
    with pytest.raises(WorkbenchError, match=r"line 2: a paragraph of 100,001 characters"):
        read_document(None, data=data, name="a.txt")
