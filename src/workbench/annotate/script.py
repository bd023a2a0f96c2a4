"""annotate: simplified and traditional characters, as another text or as a view of the same one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from workbench.annotate.words import encodable

if TYPE_CHECKING:
    from opencc import OpenCC

Script = Literal["hans", "hant", "tw", "hk"]

# The plain s2t standard of OpenCC writes 羣 裏 麪, which no reader expects; so hant takes Taiwan's forms.
# tw and hk also change words (信息 to 資訊), as their readers write them.
_FROM_SIMPLIFIED: dict[Script, str] = {"hans": "t2s", "hant": "s2tw", "tw": "s2twp", "hk": "s2hkp"}
_FROM_TRADITIONAL: dict[Script, str] = {"hans": "t2s", "hant": "t2tw", "tw": "t2tw", "hk": "t2hk"}
_SAME_LENGTH: dict[Script, str] = {"hans": "t2s", "hant": "s2tw", "tw": "s2tw", "hk": "s2hk"}


def convert(text: str, to: Script) -> str:
    """`text` in another script.

    Args:
        text: Chinese in either script; what is already in the one asked for keeps its words.
        to: hans simplified; hant traditional, words unchanged; tw and hk traditional as written in Taiwan
            and in Hong Kong, with their words.

    Returns:
        The converted text; its length may differ for tw and hk.
    """
    table = _FROM_TRADITIONAL if _is_traditional(text) else _FROM_SIMPLIFIED
    return _converted(text, table[to])


def view(text: str, to: Script) -> str:
    """`text` as it looks in another script, with exactly as many code points, so that offsets stay true.

    Characters only: words are never exchanged, and what would change the length stays as it is.
    """
    shown = _converted(text, _SAME_LENGTH[to])
    if len(shown) == len(text):
        return shown
    return "".join(_one_for_one(character, to) for character in text)


def _one_for_one(character: str, to: Script) -> str:
    shown = _converted(character, _SAME_LENGTH[to])
    return shown if len(shown) == 1 else character


def _is_traditional(text: str) -> bool:
    """More of its characters change on the way to simplified than on the way to traditional."""
    text = encodable(text)
    simplified, traditional = _converter("t2s").convert(text), _converter("s2t").convert(text)
    return _changes(text, simplified) > _changes(text, traditional)


def _changes(text: str, other: str) -> int:
    return sum(a != b for a, b in zip(text, other, strict=False))


def _converted(text: str, config: str) -> str:
    if text.isascii():
        return text
    clean = encodable(text)
    result: str = _converter(config).convert(clean)
    if clean != text and len(result) == len(text):  # give lone surrogates back where they stood
        return "".join(b if a == c else a for a, b, c in zip(text, result, clean, strict=True))
    return result


@cache
def _converter(config: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(config)
