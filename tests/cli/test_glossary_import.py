"""tests: `workbench glossary import` and `export`: shown first, applied when asked, told what was lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Workbench, files_under
from workbench.glossary.bundled import personal_path, policy_path
from workbench.glossary.table import read_glossary, write_glossary

LIST = "中文,English,Status,Note\n国情,the national conditions,Approved,\n民生,livelihood,,x\n"


@pytest.fixture
def terms(here: Path) -> Path:
    """A list of terms of another tool."""
    path = here / "list.csv"
    path.write_bytes(LIST.encode("utf-16"))
    return path


def test_an_import_shows_and_writes_nothing(workbench: Workbench, terms: Path, here: Path) -> None:
    before = files_under(here)
    done = workbench("glossary", "import", "list.csv", "--to", "own.tsv")
    assert done.code == 0
    assert done.out == (
        "+ 国情\tnational conditions\t(preferred)\n+ 民生\tlivelihood\t(preferred)\n"
        "own.tsv: 2 new (2 new concepts), 0 changed, 0 the same, 0 missing in the file (they stay)\n"
    )
    assert "中文 = zh" in done.err
    assert "the article at the front went to its own column" in done.err
    assert "--apply does it" in done.err
    assert files_under(here) == before


def test_applied_once_the_second_time_nothing_changes(workbench: Workbench, terms: Path, here: Path) -> None:
    assert workbench("glossary", "import", "list.csv", "--to", "own.tsv", "--apply").code == 0
    written = (here / "own.tsv").read_bytes()
    assert [one.zh for one in read_glossary(here / "own.tsv").concepts] == ["国情", "民生"]
    again = workbench("glossary", "import", "list.csv", "--to", "own.tsv", "--apply")
    assert "0 new" in again.out
    assert "2 the same" in again.out
    assert (here / "own.tsv").read_bytes() == written


def test_a_changed_cell_is_shown_with_both_values(workbench: Workbench, terms: Path, here: Path) -> None:
    workbench("glossary", "import", "list.csv", "--to", "own.tsv", "--apply")
    (here / "list.csv").write_text(LIST.replace("livelihood,,x", "livelihood,admitted,y"), "utf-8")
    done = workbench("glossary", "import", "list.csv", "--to", "own.tsv")
    assert "~ 民生\tlivelihood\n    status: preferred → admitted\n    note: x → y\n" in done.out
    assert "has no preferred rendering" in done.err


def test_what_is_missing_goes_only_when_asked(workbench: Workbench, terms: Path, here: Path) -> None:
    workbench("glossary", "import", "list.csv", "--to", "own.tsv", "--apply")
    (here / "list.csv").write_text("zh,en\n国情,the national conditions\n", "utf-8")
    kept = workbench("glossary", "import", "list.csv", "--to", "own.tsv", "--apply")
    assert "? 民生\tlivelihood" in kept.out
    assert len(read_glossary(here / "own.tsv").concepts) == 2
    gone = workbench("glossary", "import", "list.csv", "--to", "own.tsv", "--apply", "--delete-missing")
    assert "- 民生\tlivelihood" in gone.out
    assert len(read_glossary(here / "own.tsv").concepts) == 1


def test_it_goes_to_the_personal_glossary_unless_told(workbench: Workbench, terms: Path) -> None:
    assert workbench("glossary", "import", "list.csv", "--apply").code == 0
    assert len(read_glossary(personal_path()).concepts) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list.csv", "--map", "Note"], "write it as COLUMN=NAME"),
        (["none.csv"], "none.csv: cannot be read"),
        (["list.csv", "--to", "a.tsv", "--project", "p"], "name two glossaries"),
        (["list.csv", "--from", "tbx"], "not well-formed XML"),
        (["list.csv", "--from", "xlsx"], "no Excel workbook"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    workbench: Workbench, terms: Path, arguments: list[str], said: str
) -> None:
    done = workbench("glossary", "import", *arguments)
    assert (done.code, said in done.err, done.err.count("\n")) == (2, True, 1)


@pytest.mark.parametrize("form", ["csv", "xlsx", "tbx"])
def test_an_export_comes_back_as_the_same(workbench: Workbench, here: Path, form: str) -> None:
    some = read_glossary(policy_path()).concepts[::50]  # all of them go through every form in tests/project
    write_glossary(here / "some.tsv", some)
    assert workbench("glossary", "export", "--glossary", "some.tsv", "-o", f"out.{form}").code == 0
    done = workbench("glossary", "import", f"out.{form}", "--to", "some.tsv", "--delete-missing")
    assert "0 new (0 new concepts), 0 changed" in done.out
    assert "0 missing" in done.out


def test_an_export_says_what_its_form_cannot_hold(workbench: Workbench, here: Path) -> None:
    (here / "a.tsv").write_text("concept\tzh\ten\tpinyin\na\t国情\t=1+1\tguó qíng\n", "utf-8")
    (here / "b.tsv").write_text("concept\tzh\ten\na\t民生\tlivelihood\n", "utf-8")
    both = ["--glossary", "a.tsv", "--glossary", "b.tsv"]
    tbx = workbench("glossary", "export", "--to", "tbx", "--style", "dct", *both)
    assert "stand in notes" in tbx.err
    assert "pinyin (1)" in tbx.err
    assert "which glossary a concept is of (a, b)" in tbx.err
    assert "a: several concepts have this id" in tbx.err
    assert "<min:administrativeStatus>" in tbx.out
    tsv = workbench("glossary", "export", "--to", "tsv", *both)
    assert "open csv or xlsx in one, not tsv: “=1+1”" in tsv.err
    csv = workbench("glossary", "export", "--to", "csv", *both)
    assert "\t'=1+1" in csv.out.replace(",", "\t")


def test_a_workbook_offers_the_statuses(workbench: Workbench, here: Path) -> None:
    assert workbench("glossary", "export", "-o", "out.xlsx").code == 0
    sheet = load_workbook(here / "out.xlsx")["terms"]
    assert sheet.freeze_panes == "A2"
    assert len(sheet.data_validations.dataValidation) == 4


def test_a_style_is_for_tbx_alone(workbench: Workbench) -> None:
    assert workbench("glossary", "export", "--to", "csv", "--style", "dct").code == 2


def test_check_finds_a_rendering_to_avoid_in_a_table(workbench: Workbench, here: Path) -> None:
    (here / "own.tsv").write_text(
        "zh\ten\tstatus\tnote\n民生\tpeople's livelihood\tpreferred\t\n"
        "民生\tlivelihood matters\tdeprecated\tcalque\n",
        "utf-8",
    )
    (here / "pairs.tsv").write_text("source\ttarget\n保障民生。\tEnsure livelihood matters.\n", "utf-8")
    done = workbench("glossary", "check", "pairs.tsv", "--glossary", "own.tsv")
    assert done.code == 1
    assert "terms.avoided" in done.out
    assert workbench("glossary", "check", "pairs.tsv", "--glossary", "own.tsv", "--json").code == 1
    (here / "pairs.tsv").write_text("source\ttarget\n保障民生。\tEnsure people's livelihood.\n", "utf-8")
    assert workbench("glossary", "check", "pairs.tsv", "--glossary", "own.tsv").code == 0
