from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Workbench
from workbench.cli import new

PAGES = Path(__file__).parents[2] / "docs" / "tutorial" / "article.txt"


def sources(workbench: Workbench, project: str) -> list[str]:
    lines = workbench("segments", project, "--json").out.splitlines()
    return [json.loads(line)["source"] for line in lines]


def test_new_makes_a_folder_here_named_after_the_source(workbench: Workbench, article: Path) -> None:
    result = workbench("new", "article.txt")
    assert (result.code, result.out) == (0, "article: 3 rows from article.txt\n")
    assert Path("article/project.toml").is_file()
    assert Path("article/source/article.txt").read_text("utf-8") == ARTICLE


def test_a_row_is_a_paragraph_or_a_sentence(workbench: Workbench, here: Path) -> None:
    Path("a.txt").write_text("坚持改革。坚持开放。\n推动发展。\n", "utf-8")
    workbench("new", "a.txt", "--name", "p")
    workbench("new", "a.txt", "--name", "s", "--unit", "sentence")
    assert sources(workbench, "p") == ["坚持改革。坚持开放。", "推动发展。"]
    assert sources(workbench, "s") == ["坚持改革。", "坚持开放。", "推动发展。"]


def test_reflow_never_keeps_the_lines_of_the_file(workbench: Workbench, article: Path) -> None:
    workbench("new", "article.txt", "--name", "lines", "--reflow", "never")
    assert len(sources(workbench, "lines")) == 7


def test_several_sources_are_documents_of_one_project(workbench: Workbench, here: Path) -> None:
    Path("a.txt").write_text("甲方案。\n", "utf-8")
    Path("b.md").write_text("乙方案。\n", "utf-8")
    assert workbench("new", "a.txt", "b.md", "--name", "both").code == 0
    assert sources(workbench, "both") == ["甲方案。", "乙方案。"]


def test_standard_input_is_a_source_too(workbench: Workbench) -> None:
    assert workbench("new", "-", "--name", "piped", stdin="坚持改革。".encode()).code == 0
    assert sources(workbench, "piped") == ["坚持改革。"]
    assert Path("piped/source/piped.txt").is_file()


def test_a_new_project_is_known_by_name_from_anywhere(
    workbench: Workbench, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbench("new", "article.txt", "--name", "county")
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    assert len(sources(workbench, "county")) == 3


def test_in_a_terminal_the_editor_opens_unless_told_not_to(
    workbench: Workbench, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.tui import app

    opened: list[Path] = []
    monkeypatch.setattr(new, "has_terminal", lambda: True)
    monkeypatch.setattr(app, "run", lambda folder, **_: opened.append(folder))
    workbench("new", "article.txt", "--name", "one", "--no-open")
    workbench("new", "article.txt", "--name", "two")
    assert opened == [Path("two")]


@pytest.mark.parametrize("name", ["../outside", "a/b", ".."])
def test_a_name_with_a_path_in_it_is_refused(workbench: Workbench, article: Path, name: str) -> None:
    result = workbench("new", "article.txt", "--name", name)
    assert result.code == 2
    assert name in result.err


def test_running_heads_can_be_left_out_so_that_paragraphs_go_on_over_them(workbench: Workbench) -> None:
    workbench("new", str(PAGES), "--name", "kept")
    workbench("new", str(PAGES), "--name", "dropped", "--furniture", "drop")
    assert any("葭水论坛" in source for source in sources(workbench, "kept"))
    dropped = sources(workbench, "dropped")
    assert not any("葭水论坛" in source or source.startswith("— 1") for source in dropped)
    assert any("补偿资金总规模由每年1亿元提高" in source for source in dropped)
    assert 'furniture = "drop"' in Path("dropped/project.toml").read_text("utf-8")
    assert workbench("reflow", str(PAGES), "--furniture", "drop").out.splitlines() == dropped
