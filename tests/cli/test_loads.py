"""tests/cli: which heavy part each command may load; each runs in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE

HEAVY = (
    *("textual", "pypinyin", "opencc", "rjieba", "lxml", "numpy", "scipy", "charset_normalizer"),
    *("ahocorasick_rs", "tomlkit", "rich.console", "rapidfuzz", "openpyxl", "filelock", "docx"),
)
PROBE = f"""
import json, sys
from workbench.cli import main
code = main()
sys.stdout.flush()
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]), file=sys.stderr)
sys.exit(code)
"""
ALIGNER = {"numpy", "scipy"}
MATCHER = {"numpy", "rapidfuzz", "filelock"}
COUNTY, VILLAGE = "county", "village"
ENGLISH = "The village has built a road. The children are nearer to school.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, its source and a table."""
    from workbench.project.creation import create_project

    folder = tmp_path_factory.mktemp("loads")
    (folder / "article.txt").write_text(ARTICLE, "utf-8")
    (folder / "memory.tmx").write_text('<tmx version="1.4"><body></body></tmx>', "utf-8")
    (folder / "pairs.tsv").write_text("source\ttarget\n5万人\t50,000 people\n", "utf-8")
    (folder / "terms.csv").write_text("zh,en\n国情,national conditions\n", "utf-8")
    (folder / "terms.tsv").write_text("zh\ten\n民生\tlivelihood\n", "utf-8")
    create_project([folder / "article.txt"], folder / COUNTY, COUNTY)
    _add_translated(folder)
    (folder / "village.en.txt").write_text(ENGLISH, "utf-8")
    _add_memory(folder)
    return folder


def _add_memory(folder: Path) -> None:
    """A memory of the table, its index waiting to be made."""
    from workbench.memory.memory import Memory
    from workbench.project.memory_files import import_file

    memory = Memory.open(folder / "past.tm", create=True, index_folder=folder / "index")
    import_file(memory, folder / "pairs.tsv")
    memory.close()


def _add_translated(folder: Path) -> None:
    """A project whose one row takes the aligner to pair its sentences."""
    from workbench.project.session import Session

    source = folder / "village.txt"
    source.write_text("村里修了路。孩子们上学更近了。\n", "utf-8")
    session = Session.create(
        [source], folder=folder / VILLAGE, name=VILLAGE, unit="paragraph", reflow="never"
    )
    row = session.every_segment()[0].id
    session.type(row, ENGLISH.strip())
    session.confirm(row)
    session.ask_query(row, "Which village?")
    session.close()


# Command line, and the heavy parts it may load. What is not listed here may load none.
MAY_LOAD: dict[str, set[str]] = {
    "--help": set(),
    "--version": set(),
    "new --help": set(),
    "annotate --help": set(),
    "glossary --help": set(),
    "": set(),
    "new article.txt --name made": {"tomlkit"} | MATCHER,
    "new article.txt --name referred --reference pairs.tsv": {"tomlkit"} | MATCHER,
    "reflow article.txt": set(),
    "segments county --json": set(),
    "stats county": MATCHER,
    "stats county --counts-only": set(),
    "pretranslate county --dry-run": MATCHER,
    "queries village": set(),
    "queries village --to docx": {"docx", "lxml"},
    "queries village --to xlsx -o asked.xlsx": {"openpyxl", "lxml", "numpy"},  # openpyxl loads both
    "check county": {"ahocorasick_rs", "rjieba"},
    "check pairs.tsv": {"ahocorasick_rs", "rjieba"},
    "check county --only numbers": set(),
    "doctor memory.tmx": set(),
    "doctor memory.tmx --repair -o mended.tmx": set(),
    "export county --to tmx -o -": set(),
    "export county --to tmx --level sentence -o -": set(),  # no row to align: the dictionary stays closed
    "export village --to tmx --level sentence -o -": ALIGNER,
    "export county --to txt -o -": set(),
    "export county --to md -o -": set(),
    "export county --to html -o -": set(),
    "export county --to tsv -o -": set(),
    "align --help": set(),
    "align village.txt village.en.txt": ALIGNER,
    "align village.txt village.en.txt --to tmx": ALIGNER,
    "align village.txt village.en.txt --to beads": ALIGNER,
    "align village.txt village.en.txt --to project --name aligned": ALIGNER | {"tomlkit"},
    "align village.txt village.en.txt --to alignment --name paired": ALIGNER | {"tomlkit"},
    "align village.txt article.txt": set(),  # both are Chinese: said before the dictionary is opened
    "annotate article.txt --to tsv": {"pypinyin", "rjieba"},
    "annotate article.txt --to text": {"pypinyin", "rjieba"},
    "convert article.txt --to hant": {"opencc"},
    "glossary list": set(),
    "glossary find 改革开放": {"ahocorasick_rs"},
    "glossary export --to tsv": set(),
    "glossary export --to tbx": set(),
    "glossary export -o terms.xlsx": set(),
    "glossary import terms.csv --to terms.tsv": set(),
    "glossary check pairs.tsv": {"ahocorasick_rs", "rjieba"},
    "glossary lint terms.tsv": {"pypinyin"},
    "memory --help": set(),
    "memory list": set(),
    "memory import pairs.tsv": MATCHER,
    "memory import pairs.tsv --into ./other.tm": MATCHER,
    "memory match 5万人 --memory past.tm": MATCHER,
    "memory search 万人 --memory past.tm": MATCHER,
    "memory stats past.tm": set(),
    "memory export --memory past.tm": set(),
    "memory export --memory past.tm --to tsv -o past.tsv": set(),
    "memory export --memory past.tm -o past.xlsx": set(),
    "config path": set(),
    "config show": set(),
    "demo --no-open": {"tomlkit"},
    "serve --help": set(),
    "open county": set(),  # without a terminal it says so before anything is loaded
}

REFUSED = ("open county", "align village.txt article.txt")


@pytest.mark.parametrize("line", MAY_LOAD)
def test_a_command_loads_only_what_it_needs(
    folder: Path, indexed: Path, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    result = subprocess.run(
        [sys.executable, "-c", PROBE, *line.split()],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert result.returncode < 2 or line in REFUSED, result.stderr
    loaded = set(json.loads(result.stderr.splitlines()[-1]))
    assert loaded <= MAY_LOAD[line]


def test_every_command_has_its_place_in_the_table() -> None:
    from workbench.cli.commands import COMMANDS

    assert {entry.name for entry in COMMANDS} <= {line.split(" ")[0] for line in MAY_LOAD}
