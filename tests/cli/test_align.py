from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Workbench, files_under
from workbench.align.engine import Alignment
from workbench.cli.waiting import waiting
from workbench.exchange.tmx_reading import TmxReader
from workbench.model.beads import Bead

GOLD = Path(__file__).resolve().parents[1] / "gold" / "align"

ZH = """河长制带来了什么
清水河全长86公里，流经三个县。过去，两岸的工厂把污水排进河里。如今，水里又有了鱼。
村民老周说：“水清了，人也留得住了。”去年，全县接待游客12万人次。
"""
EN = (
    "What the River Chiefs Have Brought\n\n"
    "The Qingshui River runs for 86 kilometers through three counties. "
    "Factories on its banks once let their sewage into the river. Now there are fish in the water again.\n\n"
    '"The water is clear, and people stay," says Zhou, a villager. '
    "Last year the county had 120,000 visits by tourists.\n"
)


@pytest.fixture(autouse=True)
def texts(here: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with both texts, and the dictionary's index."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    (here / "zh.txt").write_text(ZH, "utf-8")
    (here / "en.txt").write_text(EN, "utf-8")
    return here


def gold(name: str) -> tuple[list[str], list[str], set[tuple[str, str]]]:
    """Chinese lines, English lines, and the right beads as indexes."""
    zh: list[str] = []
    en: list[str] = []
    beads = set()
    for line in (GOLD / name).read_text("utf-8").splitlines():
        if not line.strip():
            zh.append("")
            en.append("")
        elif not line.startswith("#"):
            sides = [[part.strip() for part in side.split("|") if part.strip()] for side in line.split("\t")]
            indexes = [
                range(len(text), len(text) + len(side)) for text, side in zip((zh, en), sides, strict=True)
            ]
            zh += sides[0]
            en += sides[1]
            beads.add((",".join(map(str, indexes[0])), ",".join(map(str, indexes[1]))))
    return zh, en, beads


@pytest.mark.parametrize("name", ["dev_commentary.tsv", "dev_report.tsv"])
def test_beads_of_cut_files_are_those_of_the_gold_by_line(workbench: Workbench, name: str) -> None:
    zh, en, right = gold(name)
    Path("zh.lines").write_text("\n".join(zh) + "\n", "utf-8")
    Path("en.lines").write_text("\n".join(en) + "\n", "utf-8")
    result = workbench("align", "zh.lines", "en.lines", "--presegmented", "--to", "beads")
    assert result.code == 0
    lines = [line.split("\t") for line in result.out.splitlines()]
    found = {(source, target) for source, target, _ in lines}
    assert 2 * len(found & right) / (len(found) + len(right)) > 0.9
    for side, text in ((0, zh), (1, en)):
        named = [int(index) for line in lines for index in line[side].split(",") if index]
        assert sorted(named) == [index for index, line in enumerate(text) if line]
    assert all(0 <= float(sure) <= 1 for _, _, sure in lines)


def test_the_table_is_printed_and_all_else_is_said_on_standard_error(workbench: Workbench) -> None:
    result = workbench("align", "zh.txt", "en.txt")
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert rows[0] == ["source", "target", "confidence", "source_lines", "target_lines"]
    assert rows[1][:2] == ["河长制带来了什么", "What the River Chiefs Have Brought"]
    assert rows[-1][3:] == ["3", "5"]
    assert {len(row) for row in rows} == {5}
    assert result.err.startswith("6 beads, 6 of them one to one; mean confidence 0.")


def test_the_name_of_the_file_says_that_it_is_a_memory(workbench: Workbench) -> None:
    result = workbench("align", "zh.txt", "en.txt", "-o", "river.tmx")
    assert (result.code, result.out) == (0, "river.tmx\n")
    units = list(TmxReader(Path("river.tmx")))
    assert len(units) == 6
    assert units[0].target is not None
    assert units[0].target.text == "What the River Chiefs Have Brought"
    assert units[0].prop("x-pair-origin") == "aligner"
    printed = workbench("align", "zh.txt", "en.txt", "--to", "tmx").out
    assert printed == Path("river.tmx").read_text("utf-8")


def test_a_table_goes_to_a_file_of_another_name(workbench: Workbench) -> None:
    assert workbench("align", "zh.txt", "en.txt", "-o", "river.txt").code == 0
    assert Path("river.txt").read_text("utf-8") == workbench("align", "zh.txt", "en.txt", "--to", "tsv").out


@pytest.mark.parametrize("arguments", [("-", "en.txt"), ("zh.txt", "-")])
def test_one_of_the_texts_may_come_from_standard_input(
    workbench: Workbench, arguments: tuple[str, str]
) -> None:
    stdin = (ZH if arguments[0] == "-" else EN).encode()
    usual = workbench("align", "zh.txt", "en.txt", "--to", "beads").out
    assert workbench("align", *arguments, "--to", "beads", stdin=stdin).out == usual


def test_paragraphs_are_paired_when_they_are_asked_for(workbench: Workbench) -> None:
    beads = workbench("align", "zh.txt", "en.txt", "--unit", "paragraph", "--to", "beads").out
    assert [line.split("\t")[:2] for line in beads.splitlines()] == [["0", "0"], ["1", "1"], ["2", "2"]]
    tmx = workbench("align", "zh.txt", "en.txt", "--unit", "paragraph", "--to", "tmx").out
    assert 'segtype="paragraph"' in tmx


def test_pins_stand_in_what_is_printed(workbench: Workbench) -> None:
    Path("pins.beads").write_text("1,2\t1\n\t2\n", "utf-8")
    result = workbench("align", "zh.txt", "en.txt", "--to", "beads", "--pins", "pins.beads")
    assert {"1,2\t1\t1.000", "\t2\t1.000"} <= set(result.out.splitlines())
    assert "; 2 given." in result.err
    from_stdin = workbench(
        "align", "zh.txt", "en.txt", "--to", "beads", "--pins", "-", stdin=b"1,2\t1\n\t2\n"
    )
    assert from_stdin.out == result.out


def test_terms_and_a_memory_are_taken_from_files(workbench: Workbench) -> None:
    Path("terms.tsv").write_text("concept\tzh\ten\nriver-chief\t河长制\triver chiefs\n", "utf-8")
    assert workbench("align", "zh.txt", "en.txt", "-o", "river.tmx").code == 0
    result = workbench("align", "zh.txt", "en.txt", "--glossary", "terms.tsv", "--memory", "river.tmx")
    assert result.code == 0
    assert "6 of them one to one" in result.err


def test_pairs_of_little_confidence_are_left_out_and_counted(workbench: Workbench) -> None:
    result = workbench("align", "zh.txt", "en.txt", "--min", "1")
    left = 7 - len(result.out.splitlines())
    assert left > 0
    assert f"Left out: {left} of too little confidence." in result.err


def test_a_project_of_drafts_is_made_here_and_can_be_listed(workbench: Workbench) -> None:
    result = workbench("align", "zh.txt", "en.txt", "--to", "project", "--name", "river")
    assert (result.code, result.out) == (0, "river: 3 rows from zh.txt, 3 with English from en.txt\n")
    rows = [json.loads(line) for line in workbench("segments", "river", "--json").out.splitlines()]
    assert [row["state"] for row in rows] == ["draft"] * 3
    assert all(row["origin"].startswith("aligned ") for row in rows)
    assert rows[2]["target"].endswith("visits by tourists.")
    sentences = workbench("export", "river", "--to", "tmx", "--level", "sentence", "-o", "-").out
    assert sentences.count("<tu ") == 6


def test_a_row_of_a_project_can_be_a_sentence(workbench: Workbench) -> None:
    result = workbench(
        "align", "-", "en.txt", "--to", "project", "--name", "r", "--unit", "sentence", stdin=ZH.encode()
    )
    assert result.out == "r: 6 rows from standard input, 6 with English from en.txt\n"


def test_a_project_of_cut_files_has_a_row_a_line(workbench: Workbench) -> None:
    Path("zh.lines").write_text("河水变清。鱼儿回来了。\n\n村民很高兴。\n", "utf-8")
    Path("en.lines").write_text(
        "The river is clear, and the fish are back.\nThe villagers are happy.\n", "utf-8"
    )
    result = workbench("align", "zh.lines", "en.lines", "--presegmented", "--to", "project", "--name", "fish")
    assert result.out == "fish: 2 rows from zh.lines, 2 with English from en.lines\n"


UNRELATED = (
    "The committee met in Geneva to consider the draft budget for the coming year.\n\n"
    "Several members asked for more time. No date was set.\n\n"
    "A violinist from Vienna then played two sonatas, and everybody went home.\n"
)


def test_texts_that_hardly_fit_are_named_and_make_no_project(
    workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubting(*_: object) -> Alignment:
        return Alignment(tuple(Bead(range(n, n + 1), range(n, n + 1), 0.2) for n in range(4)))

    Path("other.txt").write_text(UNRELATED, "utf-8")
    monkeypatch.setattr("workbench.align.engine.align", lambda *_, **__: doubting())
    told = workbench("align", "zh.txt", "other.txt")
    assert told.code == 0
    assert told.out.count("\n") == 5
    assert told.err.startswith("These hardly look like a text and its translation: 0 of 10 sentences have")
    made = workbench("align", "zh.txt", "other.txt", "--to", "project", "--name", "river")
    assert (made.code, made.out) == (2, "")
    assert "hardly look like" in made.err
    assert made.err.count("\n") == 1
    assert not Path("river").exists()


def test_a_result_that_takes_the_place_of_an_earlier_one_says_so(workbench: Workbench) -> None:
    assert "replaced" not in workbench("align", "zh.txt", "en.txt", "-o", "river.tmx").err
    again = workbench("align", "zh.txt", "en.txt", "-o", "river.tmx")
    assert (again.code, again.out) == (0, "river.tmx\n")
    assert again.err.startswith("river.tmx was there already and has been replaced.\n")


@pytest.mark.parametrize("option", ["--memory", "--glossary", "--pins"])
def test_a_file_that_is_read_is_never_written_over(workbench: Workbench, texts: Path, option: str) -> None:
    (texts / "given").write_text("mine", "utf-8")
    (texts / "linked").symlink_to("given")
    before = files_under(texts)
    for output in ("given", "./given", "linked"):
        result = workbench("align", "zh.txt", "en.txt", option, "given", "-o", output)
        assert (result.code, result.out) == (2, "")
        assert (
            result.err
            == f"workbench: {output} is one of the files that are read; choose another name with -o.\n"
        )
    assert files_under(texts) == before


MISTAKES = {
    "the wrong order": (("en.txt", "zh.txt"), "change their order"),
    "the same file": (("zh.txt", "zh.txt"), "one and the same text"),
    "no Chinese": (("en.txt", "more.txt"), "no Chinese"),
    "an empty file": (("zh.txt", "empty.txt"), "empty.txt is empty; it should hold the English text"),
    "an empty Chinese file": (("empty.txt", "en.txt"), "empty.txt is empty; it should hold the Chinese text"),
    "empty lines": (("zh.txt", "empty.txt", "--presegmented"), "should hold the English text"),
    "empty pins": (
        ("zh.txt", "en.txt", "--pins", "empty.txt"),
        "empty.txt is empty; it should hold the beads",
    ),
    "no such file": (("zh.txt", "nowhere.txt"), "nowhere.txt does not exist"),
    "a folder": (("zh.txt", "folder"), "folder is a folder"),
    "both from standard input": (("-", "-"), "Only one"),
    "an output that is a text": (("zh.txt", "en.txt", "-o", "./en.txt"), "one of the files that are read"),
    "an output nowhere": (("zh.txt", "en.txt", "-o", "no/where.tmx"), "no is no folder; make it first"),
    "an output that is no file": (("zh.txt", "en.txt", "-o", "/dev/null"), "/dev/null is no file"),
    "a project with an output": (("zh.txt", "en.txt", "--to", "project", "-o", "a"), "--name"),
    "a name without a project": (("zh.txt", "en.txt", "--name", "a"), "--to project"),
    "a name with a path": (("zh.txt", "en.txt", "--to", "project", "--name", "a/b"), "no path"),
    "a project that is there": (
        ("zh.txt", "en.txt", "--to", "project", "--name", "folder"),
        "exists already",
    ),
    "a confidence above one": (("zh.txt", "en.txt", "--min", "50"), "--min"),
    "a pin that is none": (("zh.txt", "en.txt", "--pins", "more.txt"), "more.txt, line 1"),
    "a memory that is none": (("zh.txt", "en.txt", "--memory", "more.txt"), "more.txt is no TMX"),
    "no such glossary": (("zh.txt", "en.txt", "--glossary", "nowhere.tsv"), "nowhere.tsv"),
    "a glossary that is none": (("zh.txt", "en.txt", "--glossary", "more.txt"), "more.txt is no glossary"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_are_one_sentence_and_nothing_is_written(
    workbench: Workbench, texts: Path, mistake: str
) -> None:
    arguments, said = MISTAKES[mistake]
    (texts / "more.txt").write_text("Some more English.\n", "utf-8")
    (texts / "empty.txt").write_text("", "utf-8")
    (texts / "folder").mkdir()
    (texts / "folder" / "mine.txt").write_text("mine", "utf-8")
    before = files_under(texts)
    result = workbench("align", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 1
    assert files_under(texts) == before
    assert sorted(path.name for path in texts.iterdir()) == [
        "empty.txt",
        "en.txt",
        "folder",
        "more.txt",
        "zh.txt",
    ]


class Terminal(io.StringIO):
    """Standard error where a person looks at it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal, True), (io.StringIO, False)])
def test_who_waits_at_a_terminal_sees_what_is_done_and_a_pipe_gets_nothing(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], shown: bool
) -> None:
    error = stream()
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setenv("TERM", "xterm")
    with waiting() as say:
        say("Aligning")
    assert ("Aligning …" in error.getvalue()) is shown
    assert bool(error.getvalue()) is shown


def test_an_alignment_to_be_mended_becomes_a_folder_and_then_a_tmx(workbench: Workbench, here: Path) -> None:
    result = workbench("align", "zh.txt", "en.txt", "--to", "alignment", "--name", "river")
    assert (result.code, result.out) == (0, "river: open it with `workbench open river`\n")
    assert result.err.startswith("6 beads")
    assert (here / "river" / "alignment.db").is_file()
    tmx = workbench("export", "river", "--to", "tmx")
    assert tmx.out == "river/river.tmx\n"
    assert tmx.err == "6 beads, 0 of them right.\n"
    assert {unit.prop("x-pair-origin") for unit in TmxReader(here / "river" / "river.tmx")} == {"aligner"}
    table = workbench("export", "river", "--to", "tsv", "-o", "-")
    assert table.out.splitlines()[0].split("\t")[:2] == ["source", "target"]


def test_what_an_alignment_is_not_is_said(workbench: Workbench) -> None:
    workbench("align", "zh.txt", "en.txt", "--to", "alignment", "--name", "river")
    again = workbench("align", "zh.txt", "en.txt", "--to", "alignment", "--name", "river")
    assert (again.code, again.err) == (
        2,
        "workbench: river exists already and is not empty; choose another name with --name.\n",
    )
    assert "it becomes tmx or tsv, and no md" in workbench("export", "river", "--to", "md").err
    assert "is an alignment and has no rows" in workbench("check", "river").err
    least = workbench("align", "zh.txt", "en.txt", "--to", "alignment", "--min", "0.5")
    assert (least.code, "--min leaves pairs out" in least.err) == (2, True)
    where = workbench("align", "zh.txt", "en.txt", "--to", "alignment", "-o", "x")
    assert "makes a folder here" in where.err
