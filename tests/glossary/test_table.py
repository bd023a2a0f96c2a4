"""tests: a glossary file is read as it stands, or refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.glossaries import write
from workbench.glossary.columns import HEADER, one_line, split_article
from workbench.glossary.rows import parse
from workbench.glossary.table import as_tsv, concepts_of, read_glossary, write_glossary
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Attestation, Concept, Rendering, Status, TermKind

SHORT = "zh en"


def test_rows_of_one_concept_become_renderings_with_the_preferred_ones_offered_first(tmp_path: Path) -> None:
    path = write(tmp_path, "c;座谈会;;meeting;admitted", "c;;;symposium;preferred", "c;;;chat;deprecated")
    (concept,) = read_glossary(path).concepts
    assert [rendering.en for rendering in concept.renderings] == ["meeting", "symposium", "chat"]
    assert [rendering.en for rendering in concept.usable] == ["symposium", "meeting"]


def test_a_file_with_only_two_columns_is_enough(tmp_path: Path) -> None:
    (concept,) = read_glossary(write(tmp_path, "座谈会;symposium", header=SHORT)).concepts
    assert (concept.id, concept.zh, concept.kind) == ("座谈会", "座谈会", TermKind.TERM)
    assert (concept.renderings[0].status, concept.glossary) == (Status.PREFERRED, "terms")


def test_byte_order_mark_carriage_returns_and_blank_lines_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "windows.tsv"
    path.write_bytes("\ufeffzh\ten\r\n座谈会\tsymposium\r\n\r\n".encode())
    assert read_glossary(path).concepts[0].renderings[0].en == "symposium"


@pytest.mark.parametrize(
    ("rows", "header", "line", "said"),
    [
        (["座谈会;symposium", "国情"], SHORT, 3, "1 cell where the header has 2"),
        (["座谈会;symposium;x"], SHORT, 2, "3 cells where the header has 2"),
        ([";symposium"], SHORT, 2, "the Chinese side is empty"),
        (["座谈会;"], SHORT, 2, "the English side is empty"),
        (["座谈会;symposium;forbidden"], "zh en status", 2, "unknown value `forbidden`"),
        (["座谈会;symposium;MMXX"], "zh en year_from", 2, "`MMXX` is no year"),
        (["座谈会;symposium;x"], "zh en colour", 1, "unknown column `colour`"),
        (["座谈会"], "zh", 1, "the header lacks the column `en`"),
        (["座谈会;a;b"], "zh en en", 1, "names this column twice"),
    ],
)
def test_what_cannot_be_read_is_refused_with_file_and_line(
    tmp_path: Path, rows: list[str], header: str, line: int, said: str
) -> None:
    path = write(tmp_path, *rows, header=header)
    with pytest.raises(WorkbenchError, match=r"terms\.tsv") as raised:
        read_glossary(path)
    assert f"{path}:{line}: " in str(raised.value)
    assert said in str(raised.value)


def test_text_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gbk.tsv"
    path.write_bytes(b"zh\ten\n" + "座谈会\tsymposium\n".encode("gbk"))
    with pytest.raises(WorkbenchError, match=r"gbk.tsv:2: not UTF-8"):
        read_glossary(path)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match=r"none.tsv: cannot be read"):
        read_glossary(tmp_path / "none.tsv")


def test_a_failed_write_leaves_the_old_file_and_no_scrap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "座谈会;symposium", header=SHORT)
    before = path.read_bytes()

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WorkbenchError, match="No space left"):
        write_glossary(path, [])
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["terms.tsv"]


def test_a_glossary_behind_a_link_stays_behind_it(tmp_path: Path) -> None:
    real = write(tmp_path, "座谈会;symposium", header=SHORT, name="real.tsv")
    link = tmp_path / "link.tsv"
    link.symlink_to(real)
    write_glossary(link, read_glossary(link).concepts)
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("concept\tzh\t")


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(one_line)
FILLED = CELL.filter(lambda cell: bool(cell))
ITEM = FILLED.filter(lambda cell: "|" not in cell)
YEAR = st.none() | st.integers(1000, 2999)
RENDERING = st.builds(
    Rendering,
    en=FILLED,
    article=st.sampled_from(["", "the", "a", "an"]),
    short_form=CELL,
    status=st.sampled_from(Status),
    attestation=st.sampled_from(Attestation),
    register=CELL,
    authority=CELL,
    year_from=YEAR,
    year_to=YEAR,
    source_url=CELL,
    checked_on=CELL,
    pos=CELL,
    valency=CELL,
    note=CELL,
)
CONCEPT = st.builds(
    Concept,
    id=FILLED,
    zh=FILLED,
    renderings=st.lists(RENDERING, min_size=1, max_size=3).map(tuple),
    zh_variants=st.lists(ITEM, max_size=2).map(tuple),
    pinyin=CELL,
    kind=st.sampled_from(TermKind),
    domain=CELL,
    members=st.lists(ITEM, max_size=2).map(tuple),
    abbreviation_of=CELL,
    first_mention=CELL,
    context=CELL,
    glossary=st.just("g"),
)


@given(st.lists(CONCEPT, max_size=4, unique_by=lambda concept: concept.id))
def test_written_and_read_again_the_concepts_are_the_same(concepts: list[Concept]) -> None:
    table = parse(as_tsv(concepts))
    assert (table.problems, table.columns) == ([], HEADER)
    assert concepts_of(table.rows, "g") == concepts


@given(st.text())
def test_any_text_is_taken_apart_without_a_crash(text: str) -> None:
    table = parse(text)
    assert table.problems or set(table.columns) >= {"zh", "en"}


def test_only_a_lower_case_article_is_taken_off() -> None:
    assert split_article("the Pearl River Delta") == ("the", "Pearl River Delta")
    assert split_article("The Governance of China") == ("", "The Governance of China")
    assert split_article("then") == ("", "then")
    assert split_article("a") == ("", "a")
