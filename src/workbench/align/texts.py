"""align: the two texts, and the user's memory behind them, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.align.side import Side, side_of
from workbench.align.steps import Step
from workbench.align.tokens import chinese_tokens, english_tokens
from workbench.lexicon.lexicon import Lexicon

_MOST_MEMORY = 4000  # pairs


@dataclass(frozen=True, eq=False)
class Texts:
    """Both sides.

    Attributes:
        zh: the Chinese sentences.
        en: the English ones.
        all_zh: the same with those of the memory behind them.
        all_en: likewise.
        memory: the pairs of the memory as beads of `all_zh` and `all_en`.
    """

    zh: Side
    en: Side
    all_zh: Side
    all_en: Side
    memory: list[Step]

    def same_paragraphs(self, steps: Sequence[Step]) -> float:
        """How far the two texts have the same paragraphs, 0 to 1.

        Args:
            steps: beads of the first run, which knew nothing of paragraphs.
        """
        zh, en = self.zh.begins, self.en.begins
        most = max(int(zh.sum()), int(en.sum()))
        if min(int(zh.sum()), int(en.sum())) < 2:
            return 0.0
        together = sum(int(zh[z0] and en[e0]) for z0, z1, e0, e1 in steps if z1 > z0 and e1 > e0)
        return (together / most) ** 2


def read_texts(
    source: Sequence[str],
    target: Sequence[str],
    lexicon: Lexicon,
    memory: Sequence[tuple[str, str]],
    source_paragraphs: Sequence[int] | None,
    target_paragraphs: Sequence[int] | None,
) -> Texts:
    """Tokens of both texts as numbers; see `Aligner`.

    Raises:
        ValueError: the paragraph numbers do not fit the sentences.
    """
    _check_paragraphs(source, target, source_paragraphs, target_paragraphs)
    pairs = memory[-_MOST_MEMORY:]
    chinese = [*source, *(pair[0] for pair in pairs)]
    english = [*target, *(pair[1] for pair in pairs)]
    all_zh = side_of(
        chinese,
        (chinese_tokens(text, lexicon) for text in chinese),
        (len("".join(text.split())) for text in chinese),
        None if source_paragraphs is None else [*source_paragraphs, *[-1] * len(pairs)],
    )
    all_en = side_of(
        english,
        (english_tokens(text) for text in english),
        map(len, english),
        None if target_paragraphs is None else [*target_paragraphs, *[-1] * len(pairs)],
    )
    n, m = len(source), len(target)
    all_zh.background, all_en.background = all_zh.frequencies(n), all_en.frequencies(m)
    steps = [(n + k, n + k + 1, m + k, m + k + 1) for k in range(len(pairs))]
    return Texts(all_zh.part(0, n), all_en.part(0, m), all_zh, all_en, steps)


def _check_paragraphs(
    source: Sequence[str],
    target: Sequence[str],
    source_paragraphs: Sequence[int] | None,
    target_paragraphs: Sequence[int] | None,
) -> None:
    if source_paragraphs is None and target_paragraphs is None:
        return
    if source_paragraphs is None or target_paragraphs is None:
        raise ValueError("the paragraphs of one text only are known; give those of both or none")
    if len(source_paragraphs) != len(source) or len(target_paragraphs) != len(target):
        raise ValueError("there are not as many paragraph numbers as sentences; give one for each")
