"""exchange: the elements of TBX in its two styles: categories as attributes (DCA) or as tags (DCT).

`<termNote type="partOfSpeech">noun</termNote>` and `<min:partOfSpeech>noun</min:partOfSpeech>` say the same.
"""

from __future__ import annotations

import re
from typing import Final, Literal
from xml.sax.saxutils import escape, quoteattr

from workbench.exchange.tbx_words import BASIC_NAMESPACE, MIN_CATEGORIES, MIN_NAMESPACE, NAMESPACE

Style = Literal["dca", "dct"]

NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def element(name: str, text: str, **attributes: str) -> str:
    """An element with text in it, both cleaned of what XML cannot hold."""
    said = "".join(f" {key}={quoteattr(clean(value))}" for key, value in attributes.items())
    return f"<{name}{said}>{escape(clean(text))}</{name}>"


def category(style: Style, meta: str, name: str, text: str, target: str = "") -> str:
    """One data category.

    Args:
        style: dca writes `meta` with a type, dct the category's own tag.
        meta: descrip, admin, termNote, ref or xref.
        name: of the category, such as subjectField.
        text: its value.
        target: what a reference points at; empty: none.
    """
    pointed = {"target": target} if target else {}
    if style == "dca":
        return element(meta, text, type=name, **pointed)
    return element(f"{'min' if name in MIN_CATEGORIES else 'basic'}:{name}", text, **pointed)


def root_tag(style: Style) -> str:
    """The start tag of a document."""
    spaces = f'xmlns="{NAMESPACE}"'
    if style == "dct":
        spaces += f' xmlns:min="{MIN_NAMESPACE}" xmlns:basic="{BASIC_NAMESPACE}"'
    return f'<tbx type="TBX-Basic" style="{style}" xml:lang="en" {spaces}>'


def clean(text: str) -> str:
    """The text with what XML 1.0 cannot hold replaced."""
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
