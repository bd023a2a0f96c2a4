"""model: TranslationUnit, a pair of texts as exchange formats and memories carry it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.coded import CodedText


@dataclass(frozen=True, slots=True)
class UnitDetails:
    """What few units have, kept so that writing them gives it back.

    Attributes:
        uses: how often the unit was used, a number as text; empty where not known.
        used: when it was used last: UTC, ISO 8601 to the second.
        source_note: free text about the source alone; `target_note` likewise.
        source_props: further properties of the source alone as (type, value); `target_props` likewise.
        attributes: what else an exchange file says of the unit as (name, value), such as its data type or
            the program that made it; `source_attributes` and `target_attributes` of one side alone.
    """

    uses: str = ""
    used: str = ""
    source_note: str = ""
    target_note: str = ""
    source_props: tuple[tuple[str, str], ...] = ()
    target_props: tuple[tuple[str, str], ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    source_attributes: tuple[tuple[str, str], ...] = ()
    target_attributes: tuple[tuple[str, str], ...] = ()


NO_DETAILS = UnitDetails()


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """One aligned pair.

    Attributes:
        id: the row's id as text, or whatever the file had; may be empty.
        source: text in the source language.
        target: text in the target language; None where there is no translation.
        segtype: paragraph, sentence, phrase or block; empty for the file's default.
        created: UTC, ISO 8601 to the second; empty where not known. `changed` likewise.
        note: free text for people.
        props: further properties as (type, value), in order.
        created_by: who made it; empty where not known. `changed_by` likewise.
        details: what is told of few units.
    """

    id: str
    source: CodedText
    target: CodedText | None
    source_language: str = "zh-CN"
    target_language: str = "en"
    segtype: str = ""
    created: str = ""
    changed: str = ""
    changed_by: str = ""
    note: str = ""
    props: tuple[tuple[str, str], ...] = ()
    created_by: str = ""
    details: UnitDetails = NO_DETAILS

    def prop(self, name: str) -> str:
        """The first property called `name`; empty where there is none."""
        return next((value for key, value in self.props if key == name), "")
