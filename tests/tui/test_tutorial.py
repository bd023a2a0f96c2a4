"""tests: the tutorial speaks of keys that there are, and of files and pictures that are there."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from workbench.documents.reading import read_document
from workbench.project.creation import create_project
from workbench.project.session import Session
from workbench.tui.commands.command import long_key
from workbench.tui.commands.mending_table import MENDING_COMMANDS
from workbench.tui.commands.table import CELL_KEYS, COMMANDS

DOCS = Path(__file__).parents[2] / "docs"
MATERIAL = DOCS / "tutorial"
TEXT = (DOCS / "tutorial.md").read_text("utf-8")
BOLD = re.findall(r"\*\*([^*]+)\*\*", TEXT)
MENU = {command.menu for command in (*COMMANDS, *MENDING_COMMANDS)}
KEYS = {
    *(long_key(key) for command in COMMANDS for key in command.keys),
    *(long_key(key) for names, _ in CELL_KEYS for key in names),
    *("Tab", "Ctrl+W", "Ctrl+O"),  # of the list of queries
}


@pytest.mark.parametrize("said", sorted({bold for bold in BOLD if bold.startswith("F9 ")}))
def test_what_the_tutorial_presses_after_f9_is_in_the_menu(said: str) -> None:
    assert said.removeprefix("F9 ").replace(" ", "").lower() in MENU


@pytest.mark.parametrize(
    "said", sorted({bold for bold in BOLD if re.fullmatch(r"(Ctrl\+\w+|F\d+|Enter|Right|Tab|Esc)", bold)})
)
def test_the_other_keys_of_the_tutorial_are_bound(said: str) -> None:
    assert said in KEYS


def test_every_picture_is_shown_and_every_file_is_there() -> None:
    linked = set(re.findall(r"\]\(([^)#:]+)\)", TEXT))
    assert not [name for name in linked if not (DOCS / name).exists()]
    drawn = {f"tutorial/{path.name}" for path in MATERIAL.glob("*.svg")}
    assert drawn == {name for name in linked if name.endswith(".svg")}


def test_the_english_has_every_paragraph_of_the_article(tmp_path: Path) -> None:
    """All but what is split, merged, or mended on the day."""
    article = read_document(MATERIAL / "article.txt", furniture="drop")
    with (MATERIAL / "english.tsv").open(encoding="utf-8", newline="") as file:
        english = {row["source"]: row["target"] for row in csv.DictReader(file, delimiter="\t", quoting=3)}
    read = [paragraph.text for paragraph in article.paragraphs]
    assert len(read) == 60
    assert len([text for text in read if text not in english]) == 7
    assert all(english.values())


def test_the_article_becomes_a_project_of_sixty_rows(tmp_path: Path) -> None:
    create_project([MATERIAL / "article.txt"], tmp_path / "jia", "jia", furniture="drop")
    session = Session.open(tmp_path / "jia")
    try:
        assert sum(session.counts().by_state.values()) == 60
    finally:
        session.close()
