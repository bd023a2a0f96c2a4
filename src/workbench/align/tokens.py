"""align: the words, numbers and marks of a sentence, by which those of two languages are compared.

Numbers and marks have one form in both languages (see `figures`); a Chinese word is itself, an English one
its stem, also where it stands in Chinese text.
"""

from __future__ import annotations

import re
import unicodedata

from workbench.align.figures_chinese import figures_from
from workbench.align.figures_english import phrase_figures
from workbench.align.phrases_english import PHRASE
from workbench.lexicon.lexicon import Lexicon
from workbench.text.fold import fold
from workbench.text.stems import stem

_LIKE = {
    ",": ",、", ".": ".。", "?": "?", "!": "!", ":": ":", ";": ";", "…": "…", "-": "-—–―~",
    '"': "\"“”‘’'「」『』", "<": "〈《", ">": "〉》", "(": "([{【〔〖", ")": ")]}】〕〗",
    "dollar": "$", "euro": "€", "pound": "£", "yuan": "¥", "and": "&", "percent": "%",
}  # fmt: skip
_MARKS = {mark: (token,) for token, marks in _LIKE.items() for mark in marks}
_TAILS = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would", "'s": ""}
_SHORT = {
    "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"), "cannot": ("can", "not"),
    "no.": ("no",),
}  # fmt: skip
_SHORTENED = re.compile(r"(?P<word>[^\W\d_]+?)(?P<tail>n't|'ll|'re|'ve|'m|'d|'s)")
_LETTERS = r"[^\W\d_]+(?:'[^\W\d_]+)*"
_ABBREVIATED = r"(?:[a-z]\.){2,}|(?:mrs?|ms|dr|prof|st|gen|col|vs|no(?=\. ?\d))\."
# A hyphen behind a letter or a digit belongs to the word; an apostrophe there does too.
_PIECES = rf"(?<![^\W_])(?:{_ABBREVIATED})|{_LETTERS}|\d+|\.{{2,}}|(?<![^\W_])-+|--+|(?<![^\W_])'|[^\w\s'-]"
_WORD = re.compile(_PIECES)
_PIECE = re.compile(rf"{PHRASE}|{_PIECES}")
_PLAIN_MARKS = str.maketrans(
    {"‘": " '", "’": "'", "“": '"', "”": '"', "—": " - ", "―": " - ", "–": "-", "½": " and a half"}
)
_MOST_REMEMBERED = 200_000


class _Tokens(dict[str, tuple[str, ...]]):
    """Piece of an English text to its tokens, worked out once."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self[piece] = tokens = _tokens_of(piece)
        return tokens


_TOKENS = _Tokens()


def _tokens_of(piece: str) -> tuple[str, ...]:
    if piece in _SHORT:
        return _SHORT[piece]
    tokens: list[str] = []
    place = 0
    for figure in phrase_figures(piece):
        tokens += _words(piece, place, figure.start)
        tokens.append(figure.token)
        place = figure.end
    return (*tokens, *_words(piece, place, len(piece)))


def _words(piece: str, start: int, end: int) -> list[str]:
    return [token for word in _WORD.findall(piece, start, end) for token in _word_tokens(word)]


def _word_tokens(word: str) -> tuple[str, ...]:
    """Tokens of a word or mark: contractions in full, no possessive 's, abbreviations without stops."""
    if word in _MARKS:
        return _MARKS[word]
    if word in _SHORT:
        return _SHORT[word]
    if word.isdecimal():
        return (f"#{word}",)
    if word.endswith(".") and word[0].isalpha():
        return (word.replace(".", ""),)
    if not word[0].isalpha():
        return {".": ("…",), "-": ("-",), "'": ('"',)}.get(word[0], ())
    if match := _SHORTENED.fullmatch(word):
        tail = _TAILS[match["tail"]]
        return (stem(match["word"]), tail) if tail else (stem(match["word"]),)
    return tuple(stem(part) for part in word.split("'"))


def english_tokens(text: str) -> list[str]:
    """Stems, numbers and marks of an English sentence, in order.

    Args:
        text: the sentence as it stands.
    """
    lower = text.lower()
    if not lower.isascii():
        lower = _unadorned(lower)
    return [token for piece in _PIECE.findall(lower) for token in _TOKENS[piece]]


def _unadorned(lower: str) -> str:
    """Without accents, typographic quotes and dashes, full-width letters."""
    decomposed = unicodedata.normalize("NFKD", lower.translate(_PLAIN_MARKS))
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch)).lower()


_NAMES = {
    "#1/2": ("half",), "#2": ("two", "second", "twice"), "#3": ("three", "third"), "#4": ("four", "fourth"),
    "#5": ("five", "fifth"), "#6": ("six", "sixth"), "#7": ("seven", "seventh"), "#8": ("eight", "eighth"),
    "#9": ("nine", "ninth"), "#10": ("ten", "tenth"), "#100": ("hundr",), "#1000": ("thousand",),
}  # fmt: skip
"""The words that dictionaries have for numbers, as stems."""
_LEAST_TOLD = 0.07
"""The weight of a number in a headword's translations; below are stories told about it."""
_RUN = re.compile(r"[A-Za-z]+|\d+|\.{2,}|[-—–―]+")
_DASHES = frozenset("-—–―~")


class _Cuts:
    """Longest match in a lexicon, which looks no farther than words with these two first characters go."""

    _last: _Cuts | None = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._rows = lexicon.rows
        self._reach = lexicon.reach
        self._told: dict[tuple[str, str], bool] = {}

    @classmethod
    def of(cls, lexicon: Lexicon) -> _Cuts:
        """The cuts of this lexicon; those of the one last asked for are kept."""
        if cls._last is None or cls._last._lexicon is not lexicon:
            cls._last = cls(lexicon)
        return cls._last

    def tells(self, word: str, token: str) -> bool:
        """Whether the dictionary's translation of `word` holds this number."""
        told = self._told.get((word, token))
        if told is None:
            row = self._lexicon.translations(word)
            weight = row.get(token, 0.0) + sum(row.get(name, 0.0) for name in _NAMES.get(token, ()))
            self._told[word, token] = told = weight >= _LEAST_TOLD
        return told

    def end(self, text: str, place: int) -> int:
        """Where the word that begins at `place` ends."""
        end = min(place + self._reach.get(text[place : place + 2], 1), len(text))
        least = place + 1
        if text[place] < "\u2e80" and (run := _RUN.match(text, place)):
            least = run.end()
        while end > least and text[place:end] not in self._rows:
            end -= 1
        return max(end, least)


def chinese_tokens(text: str, lexicon: Lexicon) -> list[str]:
    """Words, numbers and marks of a Chinese sentence, in order.

    Args:
        text: the sentence as it stands, simplified or traditional.
        lexicon: whose headwords the words are; what it does not know goes hanzi by hanzi. A numeral inside
            of a longer headword is no number (百姓, 万众一心) unless the headword's translation says it too
            (上半年, 三次).
    """
    folded = fold(text)
    cuts = _Cuts.of(lexicon)
    tokens: list[str] = []
    figures = figures_from(folded, 0)
    figure = next(figures, None)
    place, length = 0, len(folded)
    while place < length:
        if figure is not None and figure.start < place:
            # A word ended inside of the figure: what is left of it is read anew.
            figures = figures_from(folded, place)
            figure = next(figures, None)
        end = cuts.end(folded, place)
        if figure is not None and figure.start == place and figure.end >= end:
            tokens.append(figure.token)
            place = figure.end
            figure = next(figures, None)
        else:
            tokens += _CHINESE_TOKENS[word := folded[place:end]]
            while figure is not None and figure.end <= end:
                if cuts.tells(word, figure.token):
                    tokens.append(figure.token)
                figure = next(figures, None)
            place = end
    return tokens


class _ChineseTokens(dict[str, tuple[str, ...]]):
    """Word or mark of a Chinese text to its tokens, worked out once."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self[word] = tokens = _chinese_word(word)
        return tokens


def _chinese_word(word: str) -> tuple[str, ...]:
    if word in _MARKS:
        return _MARKS[word]
    if word[0] in _DASHES:
        return ("-",)
    if max(word) < "\u2e80":
        return _TOKENS[word.lower()]
    return (word,) if word[0].isalnum() else ()


_CHINESE_TOKENS = _ChineseTokens()
