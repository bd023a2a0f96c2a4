"""The chapters of the tutorial's day, from the client's page to the first draft of all rows."""

from __future__ import annotations

import csv
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docs.walk import Walk

MATERIAL = Path(__file__).parent / "tutorial"
Chapter = Callable[["Day"], None]


@dataclass(frozen=True, slots=True)
class Day:
    """The terminal and the folder that everything is in."""

    walk: Walk
    home: Path


def table(name: str) -> list[dict[str, str]]:
    """A table of the material."""
    with (MATERIAL / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def straight(text: str) -> str:
    """A text as a keyboard has it, without curly quotes."""
    return text.translate({0x201C: '"', 0x201D: '"', 0x2019: "'"})


def curly(text: str) -> str:
    """The English as it is delivered: the table has curly double quotes and straight apostrophes."""
    return text.replace("'", "’")


def rows() -> list[tuple[str, str]]:
    """Chinese and English of all rows as they stand when headline and byline are in their place."""
    every = [(row["source"], row["target"]) for row in table("english")]
    return [*every[-4:-1], *every[:-4], every[-1]]


def number(begins: str) -> int:
    """The number of the first row that begins so, once the rows are in order."""
    return next(at for at, (source, _) in enumerate(rows(), start=1) if source.startswith(begins))


def go(walk: Walk, row: int) -> None:
    """To a row by its number."""
    walk.keys("ctrl+l")
    walk.sees("Go to row")
    walk.type(str(row))
    walk.keys("enter")
    walk.until(lambda screen: f"▸{row:2}" in screen, f"row {row}")


def find(walk: Walk, text: str) -> None:
    """To a text; it is selected there."""
    walk.keys("ctrl+f")
    walk.sees("Enter jumps")
    walk.type(text)
    walk.sees("in 1 row")
    walk.keys("enter")
    walk.sees(f"“{text}”: 1 of 1")


def write(walk: Walk, text: str) -> None:
    """Type the English of the active row; straight quotes are made curly by a key."""
    walk.type(straight(text))
    if straight(text) != curly(text):
        walk.sees(straight(text)[-12:])
        walk.keys("f9 9 a")
        walk.sees("curly")
        walk.keys("q")
        walk.gone("accented letters")


def chapters() -> list[tuple[str, Chapter]]:
    """All chapters, in the order of the day."""
    from docs.tutorial_after import AFTER

    return [
        ("The page, and a project of it", the_page),
        ("Rows in order: block, merge, split, radicals, kinds", in_order),
        ("The first rows: names, sentences, terms, figures, completion", first_rows),
        ("Questions and what was looked up", questions),
        ("All the others", the_others),
        *AFTER,
    ]


def the_page(day: Day) -> None:
    """Look at what the lines become, bring last year's memory, make the project."""
    walk = day.walk
    walk.shell("workbench reflow article.txt --furniture drop | tail -5", "一河清水万家春")
    walk.shell("workbench memory import last-year.tsv", "4")
    walk.type("workbench new article.txt --name jia --furniture drop")
    walk.keys("enter")
    walk.sees("jia", "0/60 confirmed", "四月的葭河")
    walk.shot("opened")
    leave(walk)


def enter(walk: Walk) -> None:
    """Open the project again."""
    walk.type("workbench open jia")
    walk.keys("enter")
    walk.sees("confirmed")
    time.sleep(1.5)  # a look at the page


def leave(walk: Walk) -> None:
    """Quit, back to the shell."""
    walk.keys("ctrl+q")
    walk.until(lambda screen: screen.rstrip().endswith("$"), "the shell")


def in_order(day: Day) -> None:
    """The headline goes before its article; what the page broke is mended."""
    walk = day.walk
    enter(walk)
    go(walk, 57)
    walk.keys("f9 9 b")
    walk.sees("Block from row 57")
    go(walk, 59)
    walk.keys("f9 9 b")
    walk.sees("Block: rows 57–59")
    walk.shot("block")
    go(walk, 1)
    walk.keys("f9 9 b")
    walk.sees("Moved rows 57–59 to rows 1–3.")
    walk.keys("f9 9 r")
    walk.sees("all 4 rows")
    walk.keys("enter")
    walk.sees("4 characters mended in 4 rows")
    go(walk, 9)
    walk.keys("f9 m")
    walk.sees("Merged with the next row.", "0/59")
    find(walk, "守得住长久。")
    walk.keys("f9 s")
    walk.sees("Split in two.", "0/60")
    find(walk, "自已")
    walk.keys("f9 e")
    walk.sees("the original is kept")
    walk.type("自己")
    walk.keys("enter")
    walk.sees("自己河段")
    go(walk, 60)
    walk.keys("f9 k")
    walk.sees("caption")
    walk.keys("end enter")
    walk.sees("ignored")
    walk.keys("ctrl+z")
    walk.sees("Undone")
    leave(walk)
    walk.shell("workbench segments jia | tail -3", "credit")


def first_rows(day: Day) -> None:
    """What the hands have: case, names, sentence ends, terms, figures, completion, quotes."""
    walk = day.walk
    enter(walk)
    walk.keys("ctrl+home")
    walk.type("clear water, and spring at every door")
    walk.keys("ctrl+a f9 9 c")
    walk.sees("Clear water, and spring")
    walk.keys("f9 9 c")
    walk.sees("Clear Water, and Spring at Every Door")
    walk.keys("enter")
    walk.sees("1/60")
    write(walk, rows()[1][1])
    walk.keys("enter")
    walk.sees("2/60")
    _names(walk)
    _sentences(walk)
    _figures(walk)
    time.sleep(3.5)  # words are read for completion while the hands rest
    walk.type("One river, two ")
    for _ in range(5):
        walk.tap("prov")
        time.sleep(1)
        if "two provinces" in walk.screen:
            break
        walk.keys("backspace " * 4)
        time.sleep(3)
    walk.sees("two provinces")
    walk.shot("completion")
    walk.keys("right")
    walk.type(straight(rows()[5][1]).removeprefix("One river, two provinces"))
    walk.keys("enter")
    walk.sees("6/60")
    write(walk, rows()[6][1])
    walk.keys("enter")
    walk.sees("7/60", "Filled in as drafts in rows 17, 41.")
    walk.shot("repetition")
    leave(walk)


def _names(walk: Walk) -> None:
    walk.type("By Staff Writers ")
    walk.keys("tab home", "right " * 5, "shift+right " * 3, "f9 9 p")
    walk.sees("By Staff Writers Shen Ruoxi")
    walk.type(" and ")
    walk.keys("tab end", "shift+left " * 3, "f9 9 p")
    walk.sees("Gao Yuanming")
    walk.keys("enter")
    walk.sees("3/60")


def _sentences(walk: Walk) -> None:
    english = straight(rows()[3][1])
    first, second = english.split(". ", 1)
    walk.type(f"{first}.")
    walk.keys("ctrl+e")
    walk.sees("Sentence 2 of 2.")
    walk.type(second.split("forest ranger")[0])
    walk.keys("ctrl+t")
    walk.sees("forest rangers")
    walk.shot("term")
    walk.keys("backspace")
    walk.type(second.split("forest ranger")[1])
    walk.keys("f9 9 a")
    walk.sees("curly")
    walk.keys("q")
    walk.gone("accented letters")
    walk.keys("enter")
    walk.sees("4/60")


def _figures(walk: Walk) -> None:
    walk.type("Rising in the mountains of Yunxiu County, the Jia River flows ")
    walk.keys("f10")
    walk.sees("386 kilometers")
    walk.type(" through 17 counties and districts under five cities in two provinces. Its basin covers ")
    walk.keys("f10")
    walk.sees("12,400 square")
    walk.shot("figures")
    walk.type(" and sustains a population of ")
    walk.keys("f10")
    walk.sees("4.7 million")
    walk.type(".")
    walk.keys("enter")
    walk.sees("5/60")


def questions(day: Day) -> None:
    """Ask the client, note what was looked up, leave a note and a bookmark."""
    walk = day.walk
    enter(walk)
    for query in table("queries"):
        if query["asked"]:
            find(walk, query["asked"]) if query["asked"] != "共同河长" else go(walk, number(query["row"]))
        else:
            go(walk, number(query["row"]))
        walk.keys("f9 9 q")
        walk.sees("Ask the client about row")
        walk.type(query["question"])
        walk.keys("tab")
        walk.type(query["proposal"])
        if query["asked"] == "矿上云":
            walk.shot("query")
        walk.keys("enter")
        walk.gone("Ask the client about row")
    find(walk, "中华秋沙鸭")
    walk.keys("f9 9 t")
    walk.sees("Found for row")
    walk.type("scaly-sided merganser")
    walk.keys("tab")
    walk.type("https://www.iucnredlist.org/species/22680488")
    walk.shot("research")
    walk.keys("enter")
    walk.gone("Found for row")
    walk.keys("f9 9 t")
    walk.sees("Research sheet", "scaly-sided merganser")
    walk.keys("ctrl+g f8")
    walk.sees("Note on row")
    walk.type("Mergus squamatus; plural in the English.")
    walk.keys("enter")
    walk.sees("39✎")
    walk.keys("f9 9 l")
    walk.sees("Queries to the client")
    walk.shot("queries")
    walk.keys("ctrl+w")
    walk.sees("open queries as")
    walk.keys("1")
    walk.sees("Write the list for the client to")
    walk.keys("enter")
    walk.sees("Written:")
    leave(walk)


def the_others(day: Day) -> None:
    """Every row that is left, in its order; Enter goes from one to the next."""
    walk = day.walk
    enter(walk)
    walk.keys("ctrl+home ctrl+r")
    walk.until(lambda screen: "▸ 8" in screen, "the first row that is not confirmed")
    while (left := _unconfirmed(walk.screen)) > 0:
        at = active(walk)
        source, english = rows()[at - 1]
        if not english_begun(walk):
            _one(walk, source, re.sub(r"percent\b", "per cent", english))
        walk.keys("enter")
        if left > 1:
            walk.until(lambda screen, at=at: f"▸{at:2}" not in screen and "▸" in screen, f"row {at} left")
        walk.until(lambda screen, left=left: _unconfirmed(screen) < left, f"row {at} confirmed")
        time.sleep(0.2)
    leave(walk)


def _one(walk: Walk, source: str, english: str) -> None:
    if source.startswith("协议签了"):
        first, second, third = re.split(r"(?<=\.) (?=At the end|When)", english)
        walk.type(straight(first))
        walk.keys("ctrl+e")
        walk.type(straight(second))
        walk.keys("ctrl+e")
        walk.sees("When the news spread")
        walk.keys("ctrl+d")
        walk.sees(third[-18:])
    elif source.startswith("2024年，全"):
        walk.sees("99 %")
        walk.shot("near-match")
        walk.keys("ctrl+d")
        walk.sees("In 2024, the share")
        walk.keys("ctrl+a")
        write(walk, english)
    elif source.startswith("保护的账"):
        write(walk, english.replace("little word", "small word"))
        walk.keys("f9 9 e")
        walk.sees("little word")
    elif source.startswith("葭阳市老城区"):
        write(walk, english.replace("sewage treatment", "sewege treatment"))
    elif source.startswith("云岫县的探索"):
        write(walk, english.replace("41.25 billion", "4.125 billion"))
    else:
        write(walk, english)


def active(walk: Walk) -> int:
    """The number of the active row."""
    found = re.search(r"^▸ *(\d+)", walk.until(lambda screen: "▸" in screen, "an active row"), re.M)
    return int(found[1]) if found else 0


def english_begun(walk: Walk) -> bool:
    """Whether the active row has English."""
    line = next(line for line in walk.screen.split("\n") if line.startswith("▸"))
    return "∙" in line[:8]


def _unconfirmed(screen: str) -> int:
    found = re.search(r"(\d+)/(\d+) confirmed", screen)
    return int(found[2]) - int(found[1]) if found else 999
