"""tests: tables as clients and spreadsheets save them give their pairs, and what does not fit is said."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.exchange.sheets import SheetReader
from workbench.exchange.sheets_columns import columns_of
from workbench.exchange.sheets_writing import csv_parts, tsv_parts, write_workbook
from workbench.model.faults import WorkbenchError

PAIRS = [
    (
        "推动三省一市协同发展不断迈上新台阶。",
        "Coordinated development of the region keeps reaching new heights.",
    ),
    ("累计转移农业人口32万人，城镇化率达到64.2%。", "Some 320,000 people, 64.2 percent, have left farming."),
    ("加强城乡规划建设管理", "Better planning, building, and management"),
]
TRADITIONAL = [("加強城鄉規劃建設管理，進一步提高農民收入", "Better planning"), ("我們的國家", "Our country")]


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def pairs(path: Path) -> list[tuple[str, str]]:
    return [(u.source.text, "" if u.target is None else u.target.text) for u in SheetReader(path)]


def table(rows: Iterable[tuple[str, ...]], delimiter: str = "\t") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize(
    "header",
    [
        ("source", "target"),
        ("中文", "英文"),
        ("Chinese (Simplified)", "English"),
        ("zh_CN", "en-US"),
        ("源文", "译文"),
        ("原文：", "翻译："),
        ("ZH", "Remarks of the client"),
        ("汉语文本", "英语文本"),
        ("Text A", "Text B"),
    ],
)
def test_a_header_is_none_of_the_pairs(tmp_path: Path, header: tuple[str, str]) -> None:
    assert pairs(saved(tmp_path, "a.tsv", table([header, *PAIRS]))) == PAIRS


def test_columns_without_names_are_told_by_their_script(tmp_path: Path) -> None:
    rows = [(str(n), english, chinese, "2026-01-02") for n, (chinese, english) in enumerate(PAIRS, 1)]
    assert pairs(saved(tmp_path, "a.csv", table(rows, ","))) == PAIRS


def test_a_first_row_that_is_not_translated_is_no_header(tmp_path: Path) -> None:
    rows = [("农业人口", ""), PAIRS[0], ("城镇化", "2026")]
    assert pairs(saved(tmp_path, "a.tsv", table(rows))) == rows
    assert pairs(saved(tmp_path, "b.tsv", table([PAIRS[0], ("城镇化", "")]))) == [PAIRS[0], ("城镇化", "")]


def test_a_table_of_english_into_chinese_is_turned(tmp_path: Path) -> None:
    rows = [("source", "target"), *((english, chinese) for chinese, english in PAIRS)]
    assert pairs(saved(tmp_path, "a.tsv", table(rows))) == PAIRS


def test_named_columns_are_found_among_others() -> None:
    columns = columns_of([["id", "備考", "EN", "State", "zh-Hant"], ["1", "", "A", "draft", "甲"]])
    assert columns is not None
    assert (columns.source, columns.target, columns.others) == (4, 2, {"id": 0, "state": 3})


@pytest.mark.parametrize("delimiter", ["\t", ",", ";", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_the_delimiter_is_found_whatever_the_ending_says(tmp_path: Path, name: str, delimiter: str) -> None:
    assert pairs(saved(tmp_path, name, table([("zh", "en"), *PAIRS], delimiter))) == PAIRS


def test_excel_may_name_the_delimiter_in_the_first_line(tmp_path: Path) -> None:
    assert pairs(saved(tmp_path, "a.csv", "sep=;\n" + table(PAIRS, ";"))) == PAIRS


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("gb18030", b""),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, encoding: str, mark: bytes) -> None:
    data = mark + table([("zh", "en"), *PAIRS]).encode(encoding)
    assert pairs(saved(tmp_path, "a.tsv", data)) == PAIRS


def test_big5_is_told_from_gbk(tmp_path: Path) -> None:
    assert pairs(saved(tmp_path, "a.tsv", table(TRADITIONAL).encode("big5"))) == TRADITIONAL


def test_cells_in_quotes_hold_line_breaks_and_doubled_quotes(tmp_path: Path) -> None:
    rows = [("甲\n乙", 'He said "so".'), ("丙", "plain")]
    for delimiter in "\t,":
        assert pairs(saved(tmp_path, "a.csv", table(rows, delimiter))) == rows


def test_quotes_of_the_text_stay_where_a_program_wrote_tabs(tmp_path: Path) -> None:
    rows = [("甲", '"Yes," he said.'), ("乙", '"No."'), ("丙", 'a 5" pipe')]
    assert pairs(saved(tmp_path, "a.tsv", "".join(f"{zh}\t{en}\n" for zh, en in rows))) == rows


def test_the_own_table_has_its_tabs_and_line_ends_written_out(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.tsv", "source\ttarget\n甲\\n乙\tA\\tB \\\\ C\n")
    assert pairs(path) == [("甲\n乙", "A\tB \\ C")]
    assert pairs(saved(tmp_path, "b.tsv", "甲\tC:\\new\n")) == [("甲", "C:\\new")]


def test_apostrophes_that_guard_against_formulas_go(tmp_path: Path) -> None:
    assert pairs(saved(tmp_path, "a.csv", "zh,en\n'=甲,'-5 percent\n乙,'tis\n")) == [
        *(("=甲", "-5 percent"), ("乙", "'tis")),
    ]


def test_rows_that_do_not_fit_are_counted_with_the_line_of_the_first(tmp_path: Path) -> None:
    reader = SheetReader(saved(tmp_path, "a.csv", "zh,en\n甲,A\n\n乙,B, and C\n丙\n,D\n丁,\n戊,E,\n"))
    assert [(u.source.text, u.target and u.target.text) for u in reader] == [
        *(("甲", "A"), ("丁", None), ("戊", "E")),
    ]
    assert reader.skipped == {
        "with other cells than columns (first in line 4)": 2,
        "without Chinese": 1,
    }


def test_what_a_row_says_of_itself_comes_with_it(tmp_path: Path) -> None:
    path = saved(
        tmp_path, "a.tsv", "id\tsource\ttarget\tstate\torigin\tnote\n7\t甲\tA\treviewed\tmatch 86\tn\n"
    )
    (unit,) = SheetReader(path)
    assert (unit.id, unit.prop("x-state"), unit.prop("x-origin"), unit.note) == (
        *("7", "reviewed", "match 86", "n"),
    )


def test_a_workbook_is_read_sheet_by_sheet_and_formulas_are_text(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["notes of the client"])
    for name, row in (("one", ["甲", "=A1&B1"]), ("two", ["乙", 2026])):
        sheet = book.create_sheet(name)
        sheet.append(["中文", "English"])
        sheet.append(row)
    book.create_sheet("hidden").sheet_state = "hidden"
    book["hidden"].append(["丙", "C"])
    book.save(tmp_path / "a.xlsx")
    reader = SheetReader(tmp_path / "a.xlsx")
    units = list(reader)
    assert [(u.source.text, u.target and u.target.text, u.prop("x-file")) for u in units] == [
        *(("甲", "=A1&B1", "one"), ("乙", "2026", "two")),
    ]
    assert reader.skipped == {"on sheets without Chinese and English columns": 1}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.tsv", b"", "is empty"),
        ("a.tsv", b"\xef\xbb\xbf", "one column"),
        ("a.tsv", "只有中文\n没有英文\n".encode(), "has one column"),
        ("a.tsv", b"one\ttwo\nthree\tfour\n", "no two columns are Chinese and English"),
        ("a.tsv", bytes(range(256)) * 3, "is no text"),
        ("a.tsv", "甲\tA\n乙\tB".encode() + b"\xff\xfe\xfa\n", "line 2: not UTF-8"),
        ("a.csv", '甲,"A\n'.encode() + b"x" * 200_000, "line 1: a cell that begins there does not end"),
        ("a.xlsx", b"PK\x03\x04 broken", "damaged or no Excel workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0", "damaged or no Excel workbook"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    with pytest.raises(WorkbenchError) as refused:
        list(SheetReader(saved(tmp_path, name, data)))
    assert said in str(refused.value)
    assert name in str(refused.value)


def test_a_workbook_that_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ZipFile(tmp_path / "a.xlsx", "w", ZIP_DEFLATED) as packed, packed.open("bomb", "w") as entry:
        entry.write(bytes(3 << 20))
    monkeypatch.setattr("workbench.exchange.sheets_workbook.MOST_UNPACKED", 2 << 20)
    with pytest.raises(WorkbenchError, match="would unpack to 3 MB"):
        list(SheetReader(tmp_path / "a.xlsx"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.data())
def test_a_damaged_workbook_never_ends_in_anything_but_a_sentence(
    tmp_path: Path, data: st.DataObject
) -> None:
    packed = io.BytesIO()
    write_workbook(packed, ("zh", "en"), PAIRS)
    path, whole = tmp_path / "a.xlsx", bytearray(packed.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole)))])
    try:
        read = pairs(path)
    except WorkbenchError as refused:
        assert "a.xlsx" in str(refused)
    else:
        assert isinstance(read, list)


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
ROWS = st.lists(st.tuples(TEXT, TEXT).filter(lambda row: bool(row[0].strip())), min_size=1, max_size=6)


@given(ROWS)
def test_any_text_comes_back_from_every_form(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("sheets")
    header = ("source", "target", "place")
    # A pair of real texts first: what a column holds is judged by the first rows.
    written = [(*PAIRS[0], "x"), *((zh, en, "x") for zh, en in rows)]
    expected = [PAIRS[0], *((zh, en if en.strip() else "") for zh, en in rows)]
    saved(folder, "a.tsv", "".join(tsv_parts(header, written)))
    saved(folder, "a.csv", "".join(csv_parts(header, written)))
    with (folder / "a.xlsx").open("wb") as file:
        write_workbook(file, header, written)
    for name in ("a.tsv", "a.csv", "a.xlsx"):
        assert pairs(folder / name) == expected, name


def test_a_workbook_of_more_rows_than_a_sheet_holds_goes_on_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.exchange.sheets_writing.MOST_ROWS", 3)
    rows = [PAIRS[0], PAIRS[1], PAIRS[2], PAIRS[0], PAIRS[1]]
    with (tmp_path / "a.xlsx").open("wb") as file:
        write_workbook(file, ("source", "target"), rows)
    assert pairs(tmp_path / "a.xlsx") == rows
    assert {unit.prop("x-file") for unit in SheetReader(tmp_path / "a.xlsx")} == {
        *("memory", "memory 2", "memory 3"),
    }


def test_a_cell_that_a_workbook_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="longer than a cell"):
        write_workbook(io.BytesIO(), ("source",), [("甲" * 40_000,)])


@given(st.binary(max_size=200) | st.text(max_size=80).map(str.encode), st.sampled_from(["a.tsv", "a.csv"]))
def test_any_bytes_are_a_table_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    path = saved(tmp_path_factory.mktemp("bytes"), name, data)
    try:
        read = pairs(path)
    except WorkbenchError as refused:
        assert name in str(refused)
    else:
        assert all(source.strip() for source, _ in read)
