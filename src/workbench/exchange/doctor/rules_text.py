"""exchange: what the doctor finds in translation units and in their texts."""

from __future__ import annotations

from workbench.exchange.doctor.faults import TMX, Rule, table
from workbench.model.findings import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

TEXT_RULES = table(
    Rule(
        "unit.no-source",
        _WARNING,
        f"{TMX}, 3.2.1, srclang",
        "The unit has no text in the source language {0}, only in {1}: programs leave it out.",
        "Correct the language codes of the unit, or srclang in the header.",
        key=2,
    ),
    Rule(
        "unit.one-variant",
        _NOTE,
        f"{TMX}, 3.1.1, <tu>",
        "The unit has a text in {0} alone and no translation.",
        "Translate it, or leave it out.",
        key=1,
    ),
    Rule(
        "unit.same-language",
        _NOTE,
        "",
        "The unit has more than one text in {0}: most programs read the first.",
        "Make a unit of each.",
        key=1,
    ),
    Rule(
        "unit.empty",
        _WARNING,
        f"{TMX}, 3.1.1, <seg>",
        "The {0} side is empty.",
        "Put in the text, or delete the unit.",
        key=1,
    ),
    Rule(
        "unit.duplicate",
        _WARNING,
        "",
        "The same texts stand in the unit of line {0} already.",
        "Delete one of them (--repair --drop-duplicates keeps the first).",
    ),
    Rule(
        "unit.id-twice",
        _WARNING,
        f"{TMX}, 3.2.1, tuid",
        "The unit of line {1} has the same tuid “{0}” and other texts: some programs keep only one.",
        "Give each unit a tuid of its own.",
    ),
    Rule(
        "text.mojibake",
        _WARNING,
        "",
        "The {0} text is garbled: {1}. “{2}” was “{3}”.",
        "Put the right text in; --repair does so where nothing but this can be meant.",
        key=2,
    ),
    Rule(
        "text.mojibake-lost",
        _WARNING,
        "",
        "The {0} text is garbled and cannot be turned back for certain: {1}, “{2}”.",
        "Take the text from the original, or delete the unit.",
        key=2,
    ),
    Rule(
        "text.language",
        _WARNING,
        f"{TMX}, 3.2.2, xml:lang",
        "The {0} side is written in {1}: “{2}”.",
        "Put the right text in, or correct its language code.",
        key=2,
    ),
    Rule(
        "text.swapped",
        _WARNING,
        f"{TMX}, 3.2.2, xml:lang",
        "The two sides are interchanged: {0} stands on the {1} side, and the reverse.",
        "Interchange the two language codes.",
        key=2,
    ),
    Rule(
        "text.untranslated",
        _WARNING,
        "",
        "The {0} side is the {1} text unchanged: “{2}”.",
        "Translate it, or delete the unit.",
        key=2,
    ),
    Rule(
        "text.leftover",
        _NOTE,
        "",
        "{1} is left in the {0} text: “{2}”.",
        "See whether it is meant.",
        key=2,
    ),
    Rule(
        "text.edges",
        _NOTE,
        f"{TMX}, 3.1.1, <seg> (without leading or trailing white space)",
        "The {0} text begins or ends with white space.",
        "Take it out, unless the other side has the same.",
        key=1,
    ),
)
