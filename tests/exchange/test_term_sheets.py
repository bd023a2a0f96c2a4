"""tests: tables of terms as people and spreadsheets leave them: understood, or told."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from workbench.exchange.sheets_writing import write_workbook
from workbench.exchange.term_sheets import TermSheet, read_term_sheet
from workbench.exchange.term_sheets_columns import checked_mapping
from workbench.glossary.columns import CLOSED_VALUES, HEADER
from workbench.model.faults import WorkbenchError


def read(path: Path, *mapping: str, texts: Sequence[str] = ()) -> TermSheet:
    return read_term_sheet(path, HEADER, mapping=checked_mapping(mapping, HEADER), texts=texts)


def table(folder: Path, text: str, *, encoding: str = "utf-8", name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def pairs(sheet: TermSheet) -> list[tuple[str, str]]:
    return [(row.cells["zh"], row.cells["en"]) for row in sheet.rows]


def told(sheet: TermSheet, words: str) -> list[str]:
    """The places of the one message with these words."""
    (places,) = [places for message, places in sheet.told.items() if words in message]
    return places


@pytest.mark.parametrize(
    "header",
    [
        *(
            "zh,en",
            "Chinese,English",
            "中文,英文",
            "source term,target term",
            "Term,Translation",
            "ZH_cn,EN-us",
        ),
        *(
            "简体中文：,英文译名",
            "源语言,目标语言",
            "Chinese (PRC),English",
            "术语,译名",
            "chinese term,Rendering",
        ),
    ],
)
def test_columns_are_known_by_the_names_of_other_tools(tmp_path: Path, header: str) -> None:
    sheet = read(table(tmp_path, f"{header}\n国情,national conditions\n"))
    assert pairs(sheet) == [("国情", "national conditions")]
    assert not sheet.told


def test_what_another_tool_says_of_a_term_finds_its_place(tmp_path: Path) -> None:
    header = (
        "ID;Chinese;English;Source;状态;Subject field;Definition;Example;Comment;Part of speech;Traditional"
    )
    row = "7;国情;national conditions;Xinhua;Approved;政治;what a land is like;in light of ~;plural;noun;國情"
    sheet = read(table(tmp_path, f"{header}\n{row}\n"))
    assert dict(sheet.rows[0].cells) == {
        "zh": "国情",
        "zh_variants": "國情",
        "en": "national conditions",
        "status": "preferred",
        "domain": "政治",
        "authority": "Xinhua",
        "pos": "noun",
        "note": "plural; definition: what a land is like; example: in light of ~",
    }
    assert told(sheet, "left out (--map") == ["“ID”"]


def test_a_mapping_names_what_no_name_tells(tmp_path: Path) -> None:
    path = table(tmp_path, "Begriff,Bedeutung,Fach,Note\n国情,national conditions,Politik,secret\n")
    with pytest.raises(WorkbenchError, match="name them with --map"):
        read_term_sheet(table(tmp_path, "a,b\nx,y\n", name="none.csv"), HEADER)
    sheet = read(path, "begriff=zh", "Bedeutung=en", "Fach=domain", "Note=-")
    assert dict(sheet.rows[0].cells) | {"zh_variants": ""} == {
        "zh": "国情",
        "zh_variants": "",
        "en": "national conditions",
        "domain": "Politik",
    }


@pytest.mark.parametrize("pair", ["Fach", "=zh", "Fach=nothing"])
def test_a_wrong_mapping_is_one_sentence(pair: str) -> None:
    with pytest.raises(WorkbenchError, match="--map"):
        checked_mapping([pair], HEADER)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends_do_not_matter(tmp_path: Path, encoding: str, end: str) -> None:
    lines = ["zh\ten", "改革开放\treform and opening up", "科学发展观\tscientific outlook", ""]
    sheet = read(table(tmp_path, end.join(lines), encoding=encoding, name="t.txt"))
    assert [zh for zh, _ in pairs(sheet)] == ["改革开放", "科学发展观"]


def test_quoting_of_a_spreadsheet_is_undone_in_cells_over_several_lines(tmp_path: Path) -> None:
    text = 'zh,en,note\r\n国情,"national ""conditions""","one\r\ntwo, three"\r\n'
    assert read(table(tmp_path, text)).rows[0].cells["note"] == "one two, three"
    assert read(table(tmp_path, text)).rows[0].cells["en"] == 'national "conditions"'


def test_a_cell_that_was_guarded_against_running_comes_back(tmp_path: Path) -> None:
    assert pairs(read(table(tmp_path, "zh,en\n国情,'=1+1\n民生,'quoted'\n"))) == [
        ("国情", "=1+1"),
        ("民生", "'quoted'"),
    ]


def test_ragged_rows_are_told_and_what_they_hold_is_taken(tmp_path: Path) -> None:
    sheet = read(table(tmp_path, "zh,en,note\n国情,one\n民生,two,x,too much\n,three\n"))
    assert pairs(sheet) == [("国情", "one"), ("民生", "two"), ("民生", "three")]
    assert told(sheet, "fewer cells") == ["line 2", "line 4"]
    assert told(sheet, "more cells") == ["line 3"]
    assert told(sheet, "taken with the Chinese above") == ["line 4"]


def test_a_side_that_is_missing_leaves_the_row_out_and_is_told(tmp_path: Path) -> None:
    sheet = read(table(tmp_path, "zh,en\n,one\n国情,\n民生,two\n"))
    assert pairs(sheet) == [("民生", "two")]
    assert told(sheet, "no Chinese") == ["line 2"]
    assert told(sheet, "no English") == ["line 3"]


@pytest.mark.parametrize(
    "cell",
    ["2-Jan", "Feb-01", "1月2日", "2026/1/2", "1/2/2026", "2026-01-02", "2026-01-02 00:00:00", "#NAME?"],
)
def test_what_a_spreadsheet_has_spoilt_in_a_text_is_named_and_left_out(tmp_path: Path, cell: str) -> None:
    sheet = read(table(tmp_path, f"zh,en,note\n国情,{cell},x\n民生,two,{cell}\n"))
    assert pairs(sheet) == [("民生", "two")]
    assert sheet.rows[0].cells["note"] == ""
    assert told(sheet, "left out: ") == [f"line 2 (en) “{cell}”", f"line 3 (note) “{cell}”"]


def test_what_the_glossary_itself_has_is_no_spoilt_date(tmp_path: Path) -> None:
    path = table(tmp_path, "zh,en\n10月1日,National Day\n")
    assert pairs(read(path, texts=["10月1日"])) == [("10月1日", "National Day")]
    assert pairs(read(path)) == []


def workbook(folder: Path, *rows: Sequence[object], second: Sequence[Sequence[object]] = ()) -> Path:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    if second:
        other = book.create_sheet("More")
        for row in second:
            other.append(list(row))
    path = folder / "t.xlsx"
    book.save(path)
    return path


def test_a_date_a_formula_and_an_error_in_a_workbook_are_named_by_their_cells(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ["zh", "en", "note", "checked_on", "year_from"],
        ["国情", "one", datetime(2026, 1, 2), date(2024, 2, 29), 2012],
        ["民生", '=HYPERLINK("x")', "", "", ""],
        ["法治", date(2026, 1, 2), "", "", ""],
        ["改革", "two", "#REF!", "", 2012.0],
    )
    sheet = read(path)
    assert pairs(sheet) == [("国情", "one"), ("改革", "two")]
    assert sheet.rows[0].cells["checked_on"] == "2024-02-29"
    assert [row.cells["year_from"] for row in sheet.rows] == ["2012", "2012"]
    assert told(sheet, "a date, as") == ["C2 “2026-01-02T00:00:00”", "B4 “2026-01-02T00:00:00”"]
    assert told(sheet, "a formula") == ['B3 “=HYPERLINK("x")”']
    assert told(sheet, "an error") == ["C5 “#REF!”"]


def test_titles_above_the_header_and_further_sheets_are_understood(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ["Our terms"],
        [None],
        ["No.", "中文", "英文"],
        [1, "国情", "one"],
        ["", "", ""],
        second=[["Chinese", "English"], ["民生", "two"]],
    )
    sheet = read(path)
    assert pairs(sheet) == [("国情", "one"), ("民生", "two")]
    assert [row.place for row in sheet.rows] == ["Sheet!row 4", "More!row 2"]


def test_several_english_columns_are_several_renderings_and_one_is_preferred(tmp_path: Path) -> None:
    sheet = read(table(tmp_path, "Chinese,English,English 2,Chinese\n国情,one,two,國情\n"))
    assert [(row.cells["en"], row.cells.get("status", "")) for row in sheet.rows] == [
        ("one", ""),
        ("two", "admitted"),
    ]
    assert sheet.rows[0].cells["zh_variants"] == "國情"


def test_words_that_no_one_knows_are_told(tmp_path: Path) -> None:
    header = "zh,en,status,kind,article,year from"
    text = f"{header}\n国情,one,geprüft,slogan?,der,soon\n民生,two,Forbidden,什么,the,2012年\n"
    sheet = read(table(tmp_path, text))
    assert [(row.cells["en"], row.cells["status"], row.cells["kind"]) for row in sheet.rows] == [
        ("two", "deprecated", "")
    ]
    assert sheet.rows[0].cells["year_from"] == "2012"
    assert told(sheet, "the status “geprüft”") == ["line 2"]
    assert told(sheet, "the kind “什么”") == ["line 3"]


def test_a_column_of_yes_and_no_says_what_is_forbidden(tmp_path: Path) -> None:
    sheet = read(table(tmp_path, "source,target,forbidden\n国情,one,false\n国情,two,TRUE\n"))
    assert [row.cells.get("status") for row in sheet.rows] == [None, "deprecated"]


def test_sides_under_each_others_names_are_changed_back(tmp_path: Path) -> None:
    text = "term,translation\nnational conditions,国情\nlivelihood,民生\n"
    assert pairs(read(table(tmp_path, text))) == [("国情", "national conditions"), ("民生", "livelihood")]


def test_a_table_without_names_is_told_by_its_script(tmp_path: Path) -> None:
    sheet = read(table(tmp_path, "national conditions,国情\nlivelihood,民生\n"))
    assert pairs(sheet) == [("国情", "national conditions"), ("民生", "livelihood")]
    assert told(sheet, "no row names the columns")


def test_a_workbook_is_all_text_with_a_frozen_header_and_drop_downs(tmp_path: Path) -> None:
    file = BytesIO()
    rows = [["=1+1" if name == "en" else "1-2" if name == "note" else "" for name in HEADER]]
    write_workbook(file, HEADER, rows, tab="terms", choices=CLOSED_VALUES)
    sheet = load_workbook(file)["terms"]
    assert sheet.freeze_panes == "A2"
    en = sheet.cell(2, HEADER.index("en") + 1)
    assert (en.value, en.data_type, en.number_format) == ("=1+1", "s", "@")
    assert sheet.cell(2, HEADER.index("note") + 1).value == "1-2"
    lists = {str(one.sqref).split("2")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    assert lists[sheet.cell(1, HEADER.index("status") + 1).column_letter] == (
        '"preferred,admitted,deprecated,superseded"'
    )
    assert set(lists) == {
        sheet.cell(1, HEADER.index(name) + 1).column_letter
        for name in ("status", "attestation", "kind", "article")
    }
    with zipfile.ZipFile(file) as packed:
        assert "<f>" not in packed.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
def test_what_is_no_table_is_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with pytest.raises(WorkbenchError, match="cannot be read"):
        read(path)
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(WorkbenchError):
        read(path)


CELLS = st.text(st.sampled_from("国情改 aeE1-=,;\t\"'\n\r/#"), max_size=6)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=6), st.sampled_from([",", "\t", ";"]))
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_is_read_or_refused_and_no_english_is_lost_without_a_word(
    tmp_path: Path, rows: list[list[str]], delimiter: str
) -> None:
    path = tmp_path / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(["zh", "en", "note"])
        writer.writerows(rows)
    try:
        sheet = read_term_sheet(path, HEADER)
    except WorkbenchError:
        return
    assert all(row.cells["zh"] and row.cells["en"] for row in sheet.rows)
    left = sum(len(places) for message, places in sheet.told.items() if "left out" in message)
    full = [row for row in rows if len(row) > 1 and row[0].strip() and row[1].strip()]
    assert len(sheet.rows) + left >= len(full)


def test_names_with_a_word_in_brackets_and_forbidden_renderings_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "client.csv"
    path.write_text(
        "Term ID,Source,Target (US),Comment,Forbidden\n1,党中央,Party Center,calque,x\n", encoding="utf-8"
    )
    (row,) = read(path).rows
    assert (row.cells["status"], row.cells["note"]) == ("deprecated", "calque")


def test_columns_beside_two_that_only_their_script_tells_are_read_by_their_names(tmp_path: Path) -> None:
    path = tmp_path / "client.csv"
    path.write_text("Chinesisch,Englisch,Comment\n党中央,Central Committee,formal\n", encoding="utf-8")
    (row,) = read(path).rows
    assert (row.cells["zh"], row.cells["en"], row.cells["note"]) == ("党中央", "Central Committee", "formal")
