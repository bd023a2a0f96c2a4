"""The chapters of the tutorial's day after the draft: checking, revising, delivering, an old pair."""

from __future__ import annotations

import time
from collections.abc import Callable
from html import escape
from pathlib import Path

from docs.tutorial_chapters import Day, curly, enter, find, go, leave, number, rows, straight, table
from docs.walk import FaultError, Walk
from docx import Document

_TMX = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tmx version="1.4"><header srclang="zh-CN"/><body>\n{}</body></tmx>\n'
)
_UNIT = (
    '<tu><tuv xml:lang="zh-CN"><seg>{}</seg></tuv>'
    '<tuv xml:lang="en"><seg>{}</seg></tuv></tu>\n'
)  # fmt: skip


def checked(day: Day) -> None:
    """A wrong figure by its finding, a misspelt word, per cent everywhere; filters, bookmarks, history."""
    walk = day.walk
    enter(walk)
    walk.keys("f4")
    walk.sees("Show only")
    walk.shot("filter")
    walk.type("finding:numbers")
    walk.keys("enter")
    walk.sees("finding:numbers", "4.125")
    walk.keys("f9 9 v")
    walk.sees("keep the one that holds")
    walk.keys("enter")
    walk.sees("Keep the filter")
    walk.type("figures")
    walk.keys("enter")
    walk.sees("figures")
    walk.keys("ctrl+g")
    time.sleep(0.5)
    walk.keys("f4")
    walk.sees("Show only")
    walk.keys("backspace")
    find(walk, "4.125")
    walk.sees("4.125")
    walk.shot("finding")
    walk.keys("delete " * 5)
    walk.type("41.25")
    walk.keys("ctrl+k")
    walk.gone("4.125")
    walk.keys("f9 9 m")
    walk.sees("Bookmark")
    walk.keys("f9 9 z")
    walk.sees("sewege")
    walk.keys("f9 9 k")
    walk.sees("sewage")
    walk.shot("spelling")
    walk.keys("1")
    walk.gone("sewege")
    walk.keys("ctrl+k f9 7")
    time.sleep(0.5)
    walk.keys("ctrl+g f9 9 g")
    walk.sees("Bookmarks")
    walk.keys("enter")
    walk.keys("f9 9 h")
    walk.sees("History of row")
    walk.keys("down")
    walk.shot("history")
    walk.keys("down enter")
    walk.sees("draft")
    walk.keys("ctrl+z")
    walk.sees("Undone")
    _replaced(walk)
    leave(walk)


def _replaced(walk: Walk) -> None:
    walk.keys("f9 9 f")
    walk.sees("Replace in the English")
    walk.keys("tab tab")
    walk.type("(per) (cent)")
    walk.keys("ctrl+r enter")
    walk.type("\\1\\2")
    walk.sees("percent")
    walk.shot("replace")
    walk.keys("enter enter")
    walk.gone("Replace in the English")
    walk.sees("draft")
    walk.keys("f9 9 n")
    walk.sees("draft")
    walk.keys("2")
    for _ in range(20):
        if "60/60" in walk.screen:
            break
        walk.keys("ctrl+k f11")
        time.sleep(0.4)
    walk.sees("60/60")


def answered(day: Day) -> None:
    """The client's answers come back."""
    walk = day.walk
    made = next((day.home / "desk" / "jia").glob("*.docx"))
    document = Document(str(made))
    answers = {row["question"]: row["answer"] for row in table("queries")}
    for line in document.tables[0].rows[1:]:
        for question, answer in answers.items():
            if any(question in cell.text for cell in line.cells):
                line.cells[-1].text = answer
    document.save(str(day.home / "desk" / "answers.docx"))
    enter(walk)
    walk.keys("f9 9 l")
    walk.sees("Queries to the client")
    walk.keys("ctrl+f")
    walk.sees("Read the client's answers from")
    walk.type("answers.docx")
    walk.keys("enter")
    walk.sees("3 answers")
    walk.keys("f9 9 l")
    walk.sees("A way of speaking")
    walk.shot("answers")
    for _ in range(3):
        walk.keys("ctrl+o")
        time.sleep(0.4)
    walk.keys("ctrl+g")
    leave(walk)
    walk.shell("workbench queries jia --all | head -20", "No registered name")


def compared(day: Day) -> None:
    """A colleague's TMX, one row of which is taken."""
    walk = day.walk
    units = "".join(_UNIT.format(escape(row["source"]), escape(row["target"])) for row in table("colleague"))
    (day.home / "desk" / "colleague.tmx").write_text(_TMX.format(units), "utf-8")
    enter(walk)
    walk.keys("f9 9 x")
    walk.sees("Compare with")
    walk.keys("end enter")
    walk.type("colleague.tmx")
    walk.keys("enter")
    walk.sees("Compare with colleague.tmx")
    walk.keys("down")
    walk.sees("污染在水里")
    walk.shot("compare")
    walk.keys("enter")
    walk.sees("taken")
    walk.keys("ctrl+g")
    go(walk, number("污染在水里"))
    walk.sees("Pollution shows in the water")
    walk.keys("ctrl+k")
    walk.sees("60/60")
    leave(walk)


def reviewed(day: Day) -> None:
    """The reviser's hour."""
    walk = day.walk
    walk.type("workbench open jia --role reviewer")
    walk.keys("enter")
    walk.sees("0/60 reviewed")
    walk.keys("ctrl+home enter")
    walk.sees("1/60 reviewed")
    walk.keys("enter")
    walk.sees("2/60 reviewed")
    go(walk, number("制度管得住"))
    walk.keys("end")
    walk.keys("backspace")
    walk.type(" for good.")
    walk.shot("reviewing")
    walk.keys("ctrl+z f9 j")
    walk.sees("Why is the row rejected?")
    walk.type("“Hearts” alone is bare; can we say people?")
    walk.keys("enter")
    walk.sees("to rejected")
    leave(walk)
    walk.type("workbench open jia --role translator")
    walk.keys("enter")
    walk.sees("confirmed")
    time.sleep(1)
    walk.keys("f9 9 n 3")
    walk.sees("can we say people")
    walk.keys("ctrl+a")
    walk.type("Rules can hold for a time; only the people's hearts can keep watch for good.")
    walk.keys("ctrl+k")
    walk.keys("f9 9 o")
    walk.sees("reviewed")
    leave(walk)


def looks(day: Day) -> None:
    """The screen: the project, help, palette, layouts, panes, themes, sizes."""
    walk = day.walk
    enter(walk)
    walk.keys("f9 0 o")
    walk.sees("Project jia")
    walk.shot("project")
    walk.keys("ctrl+g f1")
    walk.sees("type to search")
    walk.type("bookmark")
    walk.gone("Confirm and stay")
    walk.sees("Bookmarks")
    walk.shot("help")
    walk.keys("ctrl+g ctrl+p")
    walk.type("bookm")
    walk.sees("Bookmarks")
    walk.keys("ctrl+g")
    go(walk, number("完整、准确"))
    for layout, name in (("side by side", ""), ("stacked", "stacked"), ("focus", "focus"), ("automatic", "")):
        walk.keys("f9 0 l")
        walk.sees(f"Layout: {layout}")
        if name:
            walk.shot(name)
    walk.keys("f9 0 h")
    walk.gone("findings")
    walk.keys("f9 0 h f9 0 m")
    walk.sees("findings")
    walk.keys("f9 0 m f9 0 t f9 0 g f9 0 d f9 0 a")
    for theme in ("light", "monochrome", "high contrast", "dark"):
        walk.keys("f9 b")
        walk.until(lambda screen, theme=theme: theme in screen.lower(), f"the theme {theme}")
        if theme == "light":
            walk.shot("light")
    walk.resize(160, 48)
    walk.sees("新发展理念", "findings")
    walk.resize(80, 24)
    walk.sees("完整、准确", "60/60")
    walk.resize(100, 30)
    leave(walk)


def delivered(day: Day) -> None:
    """Save, check, count, export; then the same project in plain lines."""
    walk = day.walk
    enter(walk)
    walk.keys("ctrl+s")
    walk.sees("project.tmx")
    for form in "12345":
        walk.keys("f9 i")
        walk.sees("Export the translation")
        walk.keys(form)
        walk.gone("Export the translation")
        time.sleep(0.6)
    leave(walk)
    walk.shell("workbench check jia; echo exit $?", "exit")
    walk.shell("workbench stats jia", "60")
    for form in ("txt", "md", "html", "tsv", "tmx"):
        walk.shell(f"workbench export jia --to {form} -o out.{form}", "out.")
    _whole(day.home / "desk" / "out.txt")
    walk.type("workbench open jia --linear")
    walk.keys("enter")
    walk.sees("says the commands")
    walk.type("/next")
    walk.keys("enter")
    walk.sees("Row 16 of 60")
    walk.type("/quit")
    walk.keys("enter")
    walk.until(lambda screen: screen.rstrip().endswith("$"), "the shell")


def _whole(file: Path) -> None:
    said = file.read_text("utf-8")
    changed = ("污染在水里", "制度管得住")
    for source, english in rows():
        if not source.startswith(changed) and curly(straight(english)) not in said.replace("'", "’"):
            quoted = straight(said)
            if straight(english) not in quoted:
                raise FaultError(f"the export has not: {english}")


def mended(day: Day) -> None:
    """An old pair of texts, its alignment mended, into the memory."""
    walk = day.walk
    walk.shell("workbench align speech.zh.txt speech.en.txt --to alignment --name speech", "beads")
    walk.type("workbench open speech")
    walk.keys("enter")
    walk.sees("speech", "0/14")
    walk.shot("alignment")
    walk.keys("enter")
    walk.sees("1/14")
    walk.keys("f9 m")
    walk.sees("13")
    walk.keys("ctrl+z")
    walk.sees("/14")
    walk.keys("f3 f9 c ctrl+r")
    walk.sees("14/14")
    walk.keys("f9 t")
    time.sleep(0.5)
    walk.keys("enter")
    time.sleep(0.8)
    walk.keys("ctrl+s")
    walk.sees(".tmx")
    leave(walk)


AFTER: list[tuple[str, Callable[[Day], None]]] = [
    ("Figures, spelling, wording, filters, history", checked),
    ("The client's answers", answered),
    ("A colleague's version", compared),
    ("The reviser", reviewed),
    ("The screen", looks),
    ("Save, check, count, deliver, plain lines", delivered),
    ("An old pair of texts", mended),
]
