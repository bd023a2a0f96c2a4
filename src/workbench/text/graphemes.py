"""text: where the caret may stand - whole characters as the eye sees them, and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbench.text.characters import is_hanzi
from workbench.text.width import JOINING, WIDTHS

Span = tuple[int, int]
Segmenter = Callable[[str], Iterable[str]]

_JOINER = "\u200d"

_HANZI, _WORD, _MARK, _SPACE, _NEWLINE = "hanzi", "word", "mark", "space", "newline"


class _Kinds(dict[str, str]):
    """Character to the kind of token it makes with its like."""

    def __missing__(self, ch: str) -> str:
        self[ch] = kind = _kind(ch)
        return kind


def _kind(ch: str) -> str:
    if ch == "\n":
        return _NEWLINE
    if ch.isspace():
        return _SPACE
    if is_hanzi(ch):
        return _HANZI
    return _WORD if ch.isalnum() or ch == "_" else _MARK


_KINDS = _Kinds()


def _is_half_flag(ch: str) -> bool:
    return "\U0001f1e6" <= ch <= "\U0001f1ff"


def extends(ch: str) -> bool:
    """True for what stands on the character before it: no cells of its own, and not a control."""
    return WIDTHS[ch] == 0 and not (ch < " " or "\x7f" <= ch < "\xa0" or ch in "\u2028\u2029")


def is_plain(text: str) -> bool:
    """True where every code point of `text` is a whole character by itself (or is a control)."""
    if text.isascii():
        return True
    for ch in set(text):
        WIDTHS[ch]  # measuring a character for the first time notes whether it joins
    return JOINING.isdisjoint(text)


def cluster_end(text: str, offset: int) -> int:
    """End of the character that begins at `offset`, which must be a boundary before the end of `text`.

    Characters are what Rich paints as one: a base with combining marks, variation selectors and skin tones,
    members joined by U+200D, and two halves of a flag.
    """
    first = text[offset]
    end = offset + 1
    length = len(text)
    if first == _JOINER:  # at the very start: Rich passes over what it joins
        end = _after_joiner(text, offset)
    elif not first.isprintable() and not extends(first) and WIDTHS[first] == 0:
        return end  # a control stands alone
    elif _is_half_flag(first) and end < length and _is_half_flag(text[end]):
        end += 1
    while end < length and (text[end] == _JOINER or extends(text[end])):
        end = _after_joiner(text, end) if text[end] == _JOINER else end + 1
    return end


def _after_joiner(text: str, offset: int) -> int:
    """The offset after the joiner at `offset` and what it joins; a newline or control is never joined."""
    after = offset + 1
    if after < len(text) and (WIDTHS[text[after]] or extends(text[after])):
        after += 1
    return after


def next_boundary(text: str, offset: int) -> int:
    """The offset after the character at `offset`; the end of `text` at its end."""
    return len(text) if offset >= len(text) else cluster_end(text, max(offset, 0))


def previous_boundary(text: str, offset: int) -> int:
    """The offset before the character that ends at `offset` (or holds it); 0 at the start of `text`."""
    if offset <= 0:
        return 0
    offset = min(offset, len(text))
    place = _safe_start(text, offset)
    while (end := cluster_end(text, place)) < offset:
        place = end
    return place


def _safe_start(text: str, offset: int) -> int:
    """A boundary before `offset`, found without looking at more than the joined stretch there."""
    place = offset - 1
    while place > 0:
        ch, before = text[place], text[place - 1]
        joined = (
            before == _JOINER or ch == _JOINER or extends(ch) or (_is_half_flag(ch) and _is_half_flag(before))
        )
        if not joined:
            break
        place -= 1
    return place


def word_right(text: str, offset: int, segmenter: Segmenter | None = None) -> int:
    """Where ctrl+right goes: over spaces, then to the end of the word, the run of marks or the newline there.

    Args:
        text: the text of a cell.
        offset: where the caret stands, in code points.
        segmenter: cuts a run of hanzi into words (their joined text is the run); without one every hanzi is
            a word, so that nothing is passed over, or deleted, that was not meant.
    """
    place = max(offset, 0)
    while place < len(text) and text[place] != "\n" and text[place].isspace():
        place += 1
    if place >= len(text) or (text[place] == "\n" and place > offset):
        return min(place, len(text))
    return _token_around(text, place, segmenter)[1]


def word_left(text: str, offset: int, segmenter: Segmenter | None = None) -> int:
    """Where ctrl+left goes (and ctrl+w deletes from): over spaces, then to the start of what is there."""
    place = min(offset, len(text))
    while place > 0 and text[place - 1] != "\n" and text[place - 1].isspace():
        place -= 1
    if place <= 0 or (text[place - 1] == "\n" and place < offset):
        return max(place, 0)
    return _token_around(text, place - 1, segmenter)[0]


def word_at(text: str, offset: int, segmenter: Segmenter | None = None) -> Span:
    """The word at `offset`: the one it stands in, else the one it stands right after, else the marks there.

    Spaces give the word before them where it touches; an empty text gives (0, 0).
    """
    if not text:
        return (0, 0)
    here = max(0, min(offset, len(text)))
    if here < len(text) and _is_word_character(text[here]):
        return _token_around(text, here, segmenter)
    if here > 0 and (here == len(text) or text[here].isspace() or _is_word_character(text[here - 1])):
        here -= 1
    return _token_around(text, here, segmenter)


def _is_word_character(ch: str) -> bool:
    return _KINDS[ch] in (_HANZI, _WORD) or (extends(ch) and ch != "\n")


def _token_around(text: str, place: int, segmenter: Segmenter | None) -> Span:
    """The token that holds the code point at `place`."""
    kind = _kind_at(text, place)
    start, end = place, place + 1
    if kind != _NEWLINE:
        while start > 0 and _kind_at(text, start - 1) == kind:
            start -= 1
        while end < len(text) and _kind_at(text, end) == kind:
            end += 1
    return _hanzi_word(text, (start, end), place, segmenter) if kind == _HANZI else (start, end)


def _kind_at(text: str, place: int) -> str:
    """The kind of the character at `place`, seen with its neighbours."""
    ch = text[place]
    while place > 0 and extends(ch):
        place -= 1
        ch = text[place]
    kind = _KINDS[ch]
    if kind != _MARK or place == 0:
        return kind
    before = text[place - 1]
    after = text[place + 1 : place + 2]
    in_word = ch in "'’" and before.isalpha() and after.isalpha() and _KINDS[after] == _WORD
    in_number = ch in ".,．，" and before.isdigit() and after.isdigit()
    return _WORD if in_word or in_number or (ch in "%％" and before.isdigit()) else kind


def _hanzi_word(text: str, run: Span, place: int, segmenter: Segmenter | None) -> Span:
    """The word at `place` in a run of hanzi; one hanzi where nothing cuts the run."""
    start = run[0]
    for word in segmenter(text[run[0] : run[1]]) if segmenter is not None else ():
        if start <= place < start + len(word):
            return (start, start + len(word))
        start += len(word)
    start = previous_boundary(text, place + 1)
    return (start, cluster_end(text, start))
