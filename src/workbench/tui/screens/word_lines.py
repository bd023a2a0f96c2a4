"""tui: what termbase and dictionary say of a text, as lines, and one of them in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from workbench.model.terms import Concept
from workbench.text.shown import shown
from workbench.tui.screens.term_choices import about, english_of
from workbench.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from workbench.lexicon.dictionary import DictionaryEntry
    from workbench.project.looking_up import LookedUp

_FEW, _MANY = 3, 12
"""Lines of each kind: above a concordance, and where nothing else was found."""
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def word_lines(found: LookedUp, *, alone: bool) -> list[Choice]:
    """Concepts and dictionary entries to choose from.

    Args:
        alone: nothing stands below them, so more of them are shown.
    """
    most = _MANY if alone else _FEW
    lines = [_concept_line(concept) for concept in found.concepts[: max(most, found.exact)]]
    return [*lines, *(_entry_line(entry) for entry in _worth_it(found, alone)[:most])]


def _worth_it(found: LookedUp, alone: bool) -> Sequence[DictionaryEntry]:
    """The entries; single characters of a longer text only where nothing else is shown."""
    words = [entry for entry in found.entries if len(entry.simplified) > 1]
    return found.entries if alone or not words else words


def _concept_line(concept: Concept) -> Choice:
    avoided = [rendering for rendering in concept.renderings if not rendering.usable]
    english, _ = english_of(concept.usable, avoided)
    lead = "termbase    "
    mark = (len(lead), len(lead) + len(concept.zh))
    return Choice(concept, f"{lead}{concept.zh} = {english}", mark=mark)


def _entry_line(entry: DictionaryEntry) -> Choice:
    glosses = "; ".join(entry.glosses)
    return Choice(entry, f"dictionary  {entry.simplified} {entry.pinyin}: {glosses}")


def concept_content(concept: Concept) -> Content:
    """A concept in full: its Chinese, its English, and what else to know."""
    avoided = [rendering for rendering in concept.renderings if not rendering.usable]
    english, struck = english_of(concept.usable, avoided)
    content = Content(shown(english))
    for start, end in struck:
        content = content.stylize("strike", start, end)
    head = Content.styled(" ".join((concept.zh, *concept.zh_variants)), "bold")
    lines = [head + Content(f"  {concept.pinyin}"), content]
    if said := about(concept):
        lines.append(Content.styled(shown(said), "$foreground 70%"))
    lines.append(Content.styled(f"termbase {shown(concept.glossary)}", "$faint"))
    return Content("\n").join(lines)


def entry_content(entry: DictionaryEntry) -> Content:
    """A dictionary entry in full, and where it is from."""
    from workbench.lexicon.dictionary import ATTRIBUTION

    other = f" {entry.traditional}" if entry.traditional != entry.simplified else ""
    head = Content.styled(f"{entry.simplified}{other}", "bold") + Content(f"  {entry.pinyin}")
    return Content("\n").join(
        [head, Content(shown("; ".join(entry.glosses))), Content.styled(ATTRIBUTION, "$faint")]
    )


def english_of_entry(entry: DictionaryEntry) -> str:
    """What inserting a dictionary entry puts in: its first sense, without remarks and without `to`."""
    senses = (" ".join(_ASIDE.sub("", gloss).split()) for gloss in entry.glosses)
    first = next((sense for sense in senses if sense), "")
    return first.removeprefix("to ")
