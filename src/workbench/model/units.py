"""model: TranslationUnit, a pair of texts as exchange formats and memories carry it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.coded import CodedText


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

    def prop(self, name: str) -> str:
        """The first property called `name`; empty where there is none."""
        return next((value for key, value in self.props if key == name), "")
