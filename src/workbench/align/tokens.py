"""align: the words, numbers and marks of a sentence, those of both languages to be compared.

Numbers and marks have one form in both languages (see `figures`); a Chinese word is itself, an English one its
stem, in Chinese text too.
"""

from __future__ import annotations

import re
import unicodedata

from workbench.align.figures import english_figures
from workbench.align.figures_chinese import figures_from
from workbench.lexicon.lexicon import Lexicon
from workbench.text.fold import fold
from workbench.text.stems import stem

_MARKS = {
    **{mark: (mark,) for mark in ",.?!:;\"()-"},
    **dict(zip("、。…“”‘’「」『』〈〉《》【】〔〕[]{}—–~", [(c,) for c in ",.…\"\"\"\"\"\"\"\"<><>()()()()---"], strict=True)),
    "$": ("dollar",), "€": ("euro",), "£": ("pound",), "¥": ("yuan",), "&": ("and",), "%": ("percent",),
}  # fmt: skip
_CONTRACTIONS = {
    "n't": "not",
    "'ll": "will",
    "'re": "are",
    "'ve": "have",
    "'m": "am",
    "'d": "would",
    "'s": "",
}
_IRREGULAR = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "cannot": ("can", "not"),
}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|\.{2,}|--+|(?<![^\W_])-|[^\w\s'-]|'(?=\w)|(?<![\w])'")
_MARKS_AS_TYPED = str.maketrans(
    {"‘": " ' ", "’": "'", "“": '"', "”": '"', "—": " - ", "–": "-", "½": " and a half", "…": "..."}
)
_CONTRACTED = re.compile(r"(?P<word>[^\W\d_]+?)(?P<tail>n't|'ll|'re|'ve|'m|'d|'s)")


class _Tokens(dict[str, tuple[str, ...]]):
    """Word or mark of an English text to its tokens, worked out once."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        self[piece] = tokens = _tokens_of(piece)
        return tokens


def _tokens_of(piece: str) -> tuple[str, ...]:
    if piece in _MARKS:
        return _MARKS[piece]
    if piece in _IRREGULAR:
        return _IRREGULAR[piece]
    if piece.startswith(".."):
        return ("…",)
    if piece.startswith("--"):
        return ("-",)
    if piece.isdecimal():
        return (f"#{piece}",)
    if piece == "'":
        return ('"',)
    if not piece[0].isalnum():
        return ()
    if match := _CONTRACTED.fullmatch(piece):
        tail = _CONTRACTIONS[match["tail"]]
        return (stem(match["word"]), tail) if tail else (stem(match["word"]),)
    return tuple(stem(part) for part in piece.split("'"))


_TOKENS = _Tokens()


def english_tokens(text: str) -> list[str]:
    """Stems, numbers and marks of an English sentence, in order.

    Args:
        text: the sentence as it stands.
    """
    lower = text.lower()
    if not lower.isascii():
        lower = _plain(lower)
    tokens: list[str] = []
    place = 0
    for figure in english_figures(lower):
        tokens += _words(lower, place, figure.start)
        tokens.append(figure.token)
        place = figure.end
    tokens += _words(lower, place, len(lower))
    return tokens


def _plain(lower: str) -> str:
    """Without accents, typographic quotes and dashes, full-width letters."""
    decomposed = unicodedata.normalize("NFKD", lower.translate(_MARKS_AS_TYPED))
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch)).lower()


def _words(lower: str, start: int, end: int) -> list[str]:
    return [token for piece in _WORD.findall(lower, start, end) for token in _TOKENS[piece]]


def chinese_tokens(text: str, lexicon: Lexicon) -> list[str]:
    """Words, numbers and marks of a Chinese sentence, in order.

    Args:
        text: the sentence as it stands, simplified or traditional.
        lexicon: whose headwords the words are; what it does not know goes hanzi by hanzi. A numeral inside
            of a longer headword (百姓, 万众一心) is no number.
    """
    folded = fold(text)
    words = _Cuts.of(lexicon)
    tokens: list[str] = []
    figures = figures_from(folded, 0)
    figure = next(figures, None)
    place, length = 0, len(folded)
    while place < length:
        end = words.end(folded, place)
        if figure is not None and figure.start < place:
            # A word ended inside of the figure: what is left of it is to be read anew.
            figures = figures_from(folded, place)
            figure = next(figures, None)
        if figure is not None and figure.start == place and figure.end >= end:
            tokens.append(figure.token)
            place = figure.end
            figure = next(figures, None)
        else:
            if folded[place] not in _DASHES or not place or not folded[place - 1].isdecimal():
                tokens += _chinese_word(folded[place:end])
            place = end
    return tokens


_RUN = re.compile(r"[A-Za-z]+|\d+|\.+|[—–-]+")


class _Cuts:
    """Longest match in a lexicon, which looks no farther than words with these two first characters go."""

    _last: _Cuts | None = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._rows = lexicon.rows
        self._reach: dict[str, int] = {}
        for word in lexicon.rows:
            if len(word) > self._reach.get(word[:2], 1):
                self._reach[word[:2]] = len(word)

    @classmethod
    def of(cls, lexicon: Lexicon) -> _Cuts:
        """The cuts of this lexicon; those of the one last asked for are kept."""
        if cls._last is None or cls._last._lexicon is not lexicon:
            cls._last = cls(lexicon)
        return cls._last

    def end(self, text: str, place: int) -> int:
        """Where the word that begins at `place` ends."""
        if text[place] < "\u2e80":
            run = _RUN.match(text, place)
            return run.end() if run else place + 1
        reach = self._reach.get(text[place : place + 2], 1)
        for end in range(min(place + reach, len(text)), place + 1, -1):
            if text[place:end] in self._rows:
                return end
        return place + 1


_DASHES = "-—–"


def _chinese_word(word: str) -> tuple[str, ...]:
    if word[0] in _DASHES:
        return ("-",)
    if word in _MARKS:
        return _MARKS[word]
    if word[0].isascii():
        return _TOKENS[word.lower()]
    return (word,) if word[0].isalnum() else ()
