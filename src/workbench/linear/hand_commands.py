"""linear: commands that save typing: case, another editor, copying, completing words."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from workbench.linear.told import one_line
from workbench.model.coded import print_coded
from workbench.text.english_case import Case

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk

_CASES = {case.value.split()[0].casefold(): case for case in Case}


def case(desk: LinearDesk, rest: str) -> None:
    """Write words of the English, or its sentence, in another case: the one named, or the next in turn."""
    word, _, words = rest.partition(" ")
    wanted = _CASES.get(word.casefold())
    words = (words if wanted is not None else rest).strip()
    start, end = _span(desk, words)
    if start < 0 or start == end:
        desk.say(
            f"“{one_line(words)}” does not stand in the English." if words else "There is no English yet."
        )
        return
    text = desk.segment.target.text[start:end]
    made, found = desk.session.next_case(text)
    for _ in Case:
        if wanted is None or found is wanted:
            break
        made, found = desk.session.next_case(made)
    if wanted is not None and found is not wanted:
        made = text  # it is written so already
    desk.say(f"{wanted or found}.")
    if made != text:
        desk.put(start, end, made)


def _span(desk: LinearDesk, words: str) -> tuple[int, int]:
    """Where words stand in the English; without any the sentence at the caret, or all of it."""
    english, lit = desk.segment.target.text, desk.light.target
    last = desk.session.recased
    if not words and last and english[: desk.caret].endswith(last):
        return desk.caret - len(last), desk.caret
    if words:
        at = english.casefold().find(words.casefold())
        return at, at + len(words)
    return lit if english[slice(*lit)].strip() else (0, len(english))


def other_editor(desk: LinearDesk, rest: str) -> None:
    """Write the English of the row in the editor that VISUAL or EDITOR names."""
    from workbench.project.other_editor import edited, editor_command

    del rest
    desk.session.pause()
    before = print_coded(desk.segment.target)
    after = edited(editor_command(), before, f"row-{desk.number}.txt")
    desk.apply(desk.session.take_text(desk.row, after))
    desk.say(f"English: {one_line(desk.segment.target.text)}")


def copy_row(desk: LinearDesk, rest: str) -> None:
    """Copy the Chinese, the English or both for another program, and say which way."""
    segment = desk.segment
    source, target = segment.source.text, segment.target.text
    texts = {"chinese": source, "english": target, "both": f"{source}\n{target}\n"}
    text = texts.get(rest.casefold() or "english")
    if text is None:
        desk.say("Say what: /copyrow chinese, english or both.")
    elif text.strip():
        copied(desk, text)
    else:
        desk.say("There is no English yet.")


def copied(desk: LinearDesk, text: str) -> None:
    """Copy a text by the tool of this computer, or through the terminal where there is one."""
    from workbench.project.clipboard import by_terminal, copy, local_tool

    if sys.stdout.isatty() or local_tool(os.environ, sys.platform) is not None:
        copy(text, by_terminal, desk.say)
    else:
        desk.say("Nothing was copied: there is no tool for it here (wl-copy, xclip, xsel), and no terminal.")


def complete_words(desk: LinearDesk, rest: str) -> None:
    """Let Tab complete the words of the project and its memories too, or no more."""
    wanted = {"on": True, "off": False}.get(rest.casefold(), desk.words is None)
    desk.words = desk.session.vocabulary() if wanted else None
    desk.say(
        f"Tab completes terms, figures{', letters and words of the project' if wanted else ' and letters'}."
    )
