"""tests: the main job and every documented key, in a real terminal."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.exchange.tmx_reading import TmxReader
from workbench.model.segments import State
from workbench.project.exporting import export
from workbench.project.sample import copy_sample, sample_path
from workbench.project.session import Session
from workbench.tui.commands.table import CELL_KEYS, COMMANDS

from .tmux import Terminal

pytestmark = [
    pytest.mark.tmux,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]

WIDE, NARROW = (160, 48), (100, 30)


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """Terminals to close at the end."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def start(terminals: list[Terminal], home: Path, size: tuple[int, int], *arguments: str) -> Terminal:
    terminal = Terminal(home, size, *arguments)
    terminals.append(terminal)
    return terminal


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["160x48", "100x30"])
def test_a_page_from_a_pdf_goes_in_and_an_aligned_tmx_comes_out(
    terminals: list[Terminal], tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (page,) = (sample_path() / "source").glob("*.txt")
    monkeypatch.chdir(tmp_path)
    first = start(terminals, tmp_path / "home", size, "new", str(page), "--name", "capital-region")
    first.sees("0/49 confirmed")
    first.press("ctrl+l")
    first.sees("Go to row")
    first.write("10")
    first.press("enter")
    first.sees("▸10")
    first.write("Relocation comes first.")
    first.press("ctrl+e")
    first.sees("Sentence 2 of 5")
    first.write("Factories and markets have moved out.")
    first.press("ctrl+e")
    first.sees("Sentence 3 of 5")
    first.sees("非首都功能")
    first.press("ctrl+t")
    first.sees("Non-capital functions")
    first.press("f2")
    first.sees("Pinyin above the active row")
    first.press("f5")
    first.sees("shown in traditional characters")
    first.press("f2", "f2", "f5", "f5")
    first.write(" are under control.")
    first.press("enter")
    first.sees("1/49 confirmed")
    first.press("ctrl+s")
    first.sees("Saved project.tmx")
    first.press("ctrl+z")
    first.sees("Undone: confirmed row 10")
    first.press("ctrl+y")
    first.sees("Redone: confirmed row 10")
    first.press("ctrl+q")
    assert first.ended()

    folder = tmp_path / "capital-region"
    (folder / "project.db").unlink()
    again = start(terminals, tmp_path / "home", size, "open", "capital-region")
    again.sees("1/49 confirmed")
    again.press("ctrl+q")
    assert again.ended()

    session = Session.open(folder)
    row = session.segment(session.row_numbered(10) or 0)
    assert row.state is State.CONFIRMED
    assert row.target.text.startswith("Relocation comes first. Factories and markets have moved out.")
    assert len(row.anchors) == 2
    units = list(TmxReader(export(session, "tmx")))
    assert [unit.id for unit in units] == [str(row.id)]
    session.close()


def test_a_real_newspaper_page_goes_in_and_its_longest_paragraph_is_worked_on(
    terminals: list[Terminal], tmp_path: Path, extra: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (page,) = (extra / "sample").glob("*.txt")
    monkeypatch.chdir(tmp_path)
    terminal = start(terminals, tmp_path / "home", NARROW, "new", str(page), "--name", "capital-region")
    terminal.sees("0/57 confirmed")
    terminal.press("ctrl+l")
    terminal.sees("Go to row")
    terminal.write("9")
    terminal.press("enter")
    terminal.sees("▸ 9")
    terminal.write("One sentence.")
    terminal.press("ctrl+e")
    terminal.sees("Sentence 2 of")
    terminal.press("enter")
    terminal.sees("1/57 confirmed")
    terminal.press("ctrl+q")
    assert terminal.ended()


def rested(terminal: Terminal) -> str:
    """The screen when nothing is painted any more: the scroll bar follows the rows."""
    before, now = "", terminal.screen
    while now != before:
        time.sleep(0.3)
        before, now = now, terminal.screen
    return now


def test_the_place_is_the_same_after_quitting(terminals: list[Terminal], tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    copy_sample(folder)
    first = start(terminals, tmp_path, WIDE, "open", str(folder))
    first.sees("▸10")
    first.press(*["ctrl+down"] * 12)
    first.sees("▸22")
    before = rested(first).splitlines()[1:20]
    first.press("ctrl+q")
    assert first.ended()
    second = start(terminals, tmp_path, WIDE, "open", str(folder))
    second.sees("▸22")
    second.until(lambda screen: screen.splitlines()[1:20] == before, "the same rows in the same lines")


def test_typing_survives_kill_9_but_for_the_last_second(terminals: list[Terminal], tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    copy_sample(folder)
    terminal = start(terminals, tmp_path, NARROW, "open", str(folder))
    terminal.sees("▸10")
    terminal.write("Typed and never confirmed")
    terminal.sees("Typed and never")
    session = Session.open(folder, read_only=True)
    row = session.place.row
    terminal.until(
        lambda _: Session.open(folder, read_only=True).segment(row).target.text.endswith("confirmed"),
        "that what was typed is on disk within a second or so",
    )
    terminal.kill()
    again = Session.open(folder)
    assert not again.read_only
    assert again.segment(row).target.text.endswith("Typed and never confirmed")
    again.close()


def test_the_cursor_of_the_terminal_stands_at_the_caret(terminals: list[Terminal], tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    copy_sample(folder)
    terminal = start(terminals, tmp_path, WIDE, "open", str(folder))
    terminal.sees("▸10")
    terminal.press("ctrl+r")
    terminal.sees("▸11")
    terminal.press("end")
    terminal.write("字字")
    screen = terminal.sees("字字")

    def stands(now: str) -> bool:
        lines = [n for n, line in enumerate(now.splitlines()) if "字字" in line]
        line = now.splitlines()[lines[0]]
        cells = sum(2 if ord(character) > 0x2E80 else 1 for character in line[: line.index("字字") + 2])
        return terminal.cursor == (cells, lines[0])

    terminal.until(stands, "that the cursor is after the second hanzi")
    assert screen


def test_a_paste_with_new_lines_and_escapes_confirms_nothing(
    terminals: list[Terminal], tmp_path: Path
) -> None:
    folder = tmp_path / "sample"
    copy_sample(folder)
    terminal = start(terminals, tmp_path, WIDE, "open", str(folder))
    before = terminal.sees("▸10")
    terminal.paste("one\ntwo\x1b[31m\u202ethree\x1b\nfour\n")
    terminal.sees("four")
    assert "13/49 confirmed" in before
    terminal.press("ctrl+k")
    terminal.sees("Row 10 confirmed.")
    terminal.sees("14/49 confirmed")
    session = Session.open(folder, read_only=True)
    text = session.segment(session.row_numbered(10) or 0).target.text
    assert text.rstrip().endswith("one\ntwothree\nfour")
    session.close()


# What tells that a key did what the page of keys says. The sample is opened anew for each group of them.
SHOWS = {
    "enter": "14/49 confirmed",
    "ctrl+k": "Row 10 confirmed.",
    "f8": "Note on row 10",
    "ctrl+e": "Sentence 4 of 5",
    "ctrl+t": "on-capital functions",
    "ctrl+o": "A number or Enter inserts a term",
    "ctrl+d": "The memories have nothing for this row",
    "f12": "The memories have nothing for this row",
    "f3": "Look up",
    "f7": "without the or a",
    "ctrl+z": "nothing to undo",
    "ctrl+y": "nothing to redo",
    "ctrl+down": "▸11",
    "ctrl+up": "▸ 9",
    "ctrl+r": "▸11",
    "tab": "Tab English",
    "ctrl+l": "Go to row",
    "ctrl+f": "Find",
    "ctrl+n": "Chinese or English",
    "f4": "untranslated",
    "f2": "Pinyin above the active row",
    "f5": "traditional",
    "f6": "nothing found",
    "f1": "Help",
    "ctrl+p": "Commands",
    "f9": "a letter or digit, or arrows",
    "ctrl+s": "Saved project.tmx",
    "f10": "every figure of this row",
    "f11": "untranslated row",
}
# The same of what a page of the menu has, in an order in which each can be done.
MENU_SHOWS = {
    "9w": "Reviewing: Enter sets a row reviewed",
    "9o": "Row 10 reviewed",
    "9s": "Split in",
    "9u": "Moved row",
    "9d": "Moved row",
    "9b": "The block begins at row",
    "9r": "No row has radicals",
    "9h": "History of row",
    "9i": "every figure of this row",
    "9p": "Select a Chinese name first",
    "9c": "whose case could change",
    "9a": "Marks and accented letters",
    "9e": "The English is as it was",
    "9y": "Copy row",
    "9k": "word",
    "9z": "No other word is misspelt",
    "9j": "not completed any more",
    "9n": "Go to the next",
    "9m": "Bookmark at row",
    "9g": "Bookmarks",
    "9f": "nothing to replace",
    "9v": "No filter is kept yet",
    "9x": "Compare with",
    "9q": "Ask the client about row",
    "9l": "Queries to the client",
    "9t": "Research sheet",
    "0l": "Layout:",
    "0a": "The source has",
    "0d": "The source has",
    "0h": "The lower panes are hidden",
    "0m": "lower panes",
    "0t": "The lower panes have",
    "0g": "The lower panes have",
    "0k": "Keys in words",
    "0o": "Project capital-region",
}
ELSEWHERE = {"ctrl+g", "escape", "ctrl+q"}  # tested below: they leave something


def test_every_key_of_a_command_is_in_this_test() -> None:
    documented = {key for command in COMMANDS for key in command.keys}
    assert documented == set(SHOWS) | ELSEWHERE
    assert {command.menu for command in COMMANDS if command.menu[1:]} == set(MENU_SHOWS)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Terminal, Path]]:
    """One terminal for all keys, on the sample; each test takes back what it did."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    folder = tmp_path_factory.mktemp("keys") / "sample"
    copy_sample(folder)
    terminal = Terminal(folder.parent, NARROW, "open", str(folder))
    terminal.sees("▸10")
    terminal.sees("non-capital")
    yield terminal, folder
    terminal.close()


@pytest.mark.parametrize("key", ["ctrl+z", "ctrl+y", *sorted(set(SHOWS) - {"ctrl+z", "ctrl+y"})])
def test_a_documented_key_arrives_and_does_its_work(desk: tuple[Terminal, Path], key: str) -> None:
    terminal, _ = desk
    terminal.press(key)
    terminal.sees(SHOWS[key])
    terminal.press("ctrl+g")
    terminal.gone("Esc cancel")
    if key in ("ctrl+k", "enter", "ctrl+t", "ctrl+e"):
        terminal.press("ctrl+z")
        terminal.sees("Undone")
    if key == "f2":
        terminal.press("f2", "f2", "f2")
    if key == "f5":
        terminal.press("f5", "f5")
        terminal.sees("as it is")
    if key == "f6":
        terminal.press("f6", "f6", "f6")
    terminal.press("ctrl+l")
    terminal.sees("Go to row")
    terminal.write("10")
    terminal.press("enter")
    terminal.sees("▸10")
    terminal.gone("Go to row")


@pytest.mark.parametrize(
    ("digit", "shows"),
    [("6", "Chinese, pinyin, its initials"), ("7", "rendering of which term"), ("8", "Non-cap")],
)
def test_the_termbase_is_behind_the_menu(desk: tuple[Terminal, Path], digit: str, shows: str) -> None:
    terminal, _ = desk
    terminal.press("f9")
    terminal.sees("a letter or digit")
    terminal.write(digit)
    terminal.sees(shows)
    terminal.press("ctrl+g")
    terminal.gone("Esc")
    if digit == "8":
        terminal.press("ctrl+z")
        terminal.sees("Undone")


def test_the_keys_of_the_cell_all_arrive(terminals: list[Terminal], tmp_path: Path) -> None:
    """The keys that change a text, each on the text that the one before left."""
    documented = {key for keys, _ in CELL_KEYS for key in keys}
    folder = tmp_path / "sample"
    copy_sample(folder)
    terminal = start(terminals, tmp_path, WIDE, "open", str(folder))
    terminal.sees("▸10")
    terminal.press("ctrl+l")
    terminal.sees("Go to row")
    terminal.write("14")
    terminal.press("enter")
    terminal.sees("▸14")
    pressed: set[str] = set()

    def does(keys: tuple[str, ...], text: str, shows: str) -> None:
        pressed.update(keys)
        terminal.press(*keys)
        terminal.write(text)
        terminal.sees(shows)

    terminal.write("alpha beta gamma")
    terminal.sees("alpha beta gamma")
    does(("home",), "1", "1alpha beta gamma")
    does(("end",), "2", "1alpha beta gamma2")
    does(("left", "left"), "3", "1alpha beta gamm3a2")
    does(("right",), "4", "1alpha beta gamm3a42")
    does(("ctrl+left",), "5", "1alpha beta 5gamm3a42")
    does(("ctrl+right",), "6", "1alpha beta 5gamm3a426")
    does(("backspace",), "8", "1alpha beta 5gamm3a428")
    does(("home", "delete"), "", " alpha beta 5gamm3a428")
    does(("end", "ctrl+w"), "99", " alpha beta 99")
    does(("shift+left", "shift+left"), "7", " alpha beta 7")
    does(("shift+right", "ctrl+u"), "delta", " delta")
    does(("ctrl+j",), "second", " second")
    does(("up",), "U", "deltaU")
    does(("down",), "D", "secondD")
    does(("shift+up", "shift+down"), "E", "E")
    does(("ctrl+a", "ctrl+c", "end", "ctrl+v"), "", "secondD")
    does(("ctrl+a", "ctrl+x", "ctrl+v"), "", "deltaU")
    does(("ctrl+home",), "", "▸ 1")
    does(("ctrl+end",), "", "▸49")
    does(("pageup",), "", "confirmed")
    does(("pagedown",), "", "▸49")
    assert pressed == documented


def test_cancel_leaves_a_dialog_and_quit_the_program(terminals: list[Terminal], tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    copy_sample(folder)
    terminal = start(terminals, tmp_path, NARROW, "open", str(folder))
    terminal.sees("▸10")
    for key in ("ctrl+g", "escape"):
        terminal.press("ctrl+f")
        terminal.sees("Find")
        terminal.press(key)
        terminal.gone("Find ")
    terminal.press("ctrl+q")
    assert terminal.ended()


def test_the_pages_of_the_menu_do_what_they_say(
    terminals: list[Terminal], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    folder = tmp_path / "sample"
    copy_sample(folder)
    terminal = start(terminals, tmp_path, NARROW, "open", str(folder))
    terminal.sees("▸10")
    for keys, shows in MENU_SHOWS.items():
        terminal.press("f9", *keys)
        terminal.sees(shows)
        terminal.press("ctrl+g", "ctrl+g")
        terminal.gone("Esc cancel")
    terminal.press("ctrl+q")
    assert terminal.ended()


def test_the_menu_runs_every_letter_it_shows(terminals: list[Terminal], tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    copy_sample(folder)
    terminal = start(terminals, tmp_path, WIDE, "open", str(folder))
    terminal.sees("▸10")
    letters = [command.menu for command in COMMANDS if command.menu]
    assert len(letters) == len(set(letters))
    for command in COMMANDS:
        if not command.menu or command.menu in MENU_SHOWS or command.id == "quit":
            continue
        terminal.press("f9")
        terminal.sees("a letter or digit, or arrows")
        terminal.write(command.menu)
        terminal.gone("a letter or digit, or arrows")
        terminal.press("ctrl+g", "ctrl+g")
        terminal.gone("Esc cancel")
    terminal.press("f9")
    terminal.sees("a letter or digit, or arrows")
    terminal.write("q")
    assert terminal.ended()


@pytest.mark.parametrize("size", [(80, 24), NARROW, WIDE], ids=["80x24", "100x30", "160x48"])
def test_a_match_is_seen_and_put_in_sentence_by_sentence_and_leaves_alone_what_is_typed(
    terminals: list[Terminal], tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    year = "{}年，园区新增就业{}万人。企业办事实现了“一网通办”，群众少跑了腿。{}"
    lines = (year.format(2023, "1.2", ""), year.format(2024, "1.5", "大家都说好。"))
    (tmp_path / "park.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    terminal = start(terminals, tmp_path / "home", size, "new", "park.txt", "--reflow", "never")
    terminal.sees("0/2")
    terminal.write("In 2023, the park created 12,000 jobs.")
    terminal.press("ctrl+e")
    terminal.sees("Sentence 2 of 2")
    terminal.write("One portal saves people errands.")
    terminal.press("ctrl+e", "enter")
    terminal.sees("Row 1 confirmed")
    terminal.sees("In 2024, the park created 15,000 jobs.")  # in the list, which shows itself
    terminal.write("In 2024 it was 15,000 jobs.")
    terminal.press("ctrl+e")
    terminal.sees("Sentence 2 of 3")
    terminal.sees("this sentence")
    terminal.press("ctrl+d")
    terminal.sees("Put in a match of 99 %.")
    screen = " ".join(terminal.screen.split())
    assert "it was" in screen
    terminal.press("f12")
    terminal.sees("Esc back")
    terminal.write("All are glad.")
    terminal.sees("glad.")
    terminal.press("ctrl+q")
    assert terminal.ended()
