"""tui: PinyinLine, the pinyin of the sentence under the caret; its height is fixed, so nothing jumps."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from workbench.tui.widgets.at_once import AtOnce


class PinyinLine(AtOnce):
    """One to three lines of pinyin; what does not fit ends in an ellipsis."""

    DEFAULT_CSS = """
    PinyinLine { height: 2; padding: 0 1; background: $panel; color: $foreground 90%; }
    PinyinLine.-off { display: none; }
    """
    LABEL = "pinyin "

    text: reactive[str] = reactive("")

    def render(self) -> Content:
        """The pinyin, wrapped between words behind its label."""
        width, height = self.size
        lines = wrapped_words(self.text, max(8, width - len(self.LABEL)), height)
        label = Content.styled(self.LABEL, "$secondary")
        indent = Content("\n" + " " * len(self.LABEL))
        return label + indent.join([Content(line) for line in lines])


def wrapped_words(text: str, width: int, height: int) -> list[str]:
    """`text` in at most `height` lines of `width` columns, broken at spaces."""
    lines: list[str] = []
    line = ""
    words = text.split()
    for number, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if len(longer) <= width:
            line = longer
        elif len(lines) + 1 < height:
            lines.append(line)
            line = word
        else:
            cut = line if len(line) + 2 <= width else line[: width - 2].rpartition(" ")[0]
            return [*lines, f"{cut} …"] if number else [word[:width]]
    return [*lines, line]
