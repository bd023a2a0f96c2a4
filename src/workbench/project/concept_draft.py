"""project: what is filled in for a concept becomes one: lists taken apart, an id found, faults told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.glossary.adding import free_slug
from workbench.glossary.columns import ARTICLES, LIST_SEPARATOR, listed, one_line, split_article
from workbench.glossary.contexts import parse
from workbench.glossary.lint import lint_text
from workbench.glossary.table import as_tsv
from workbench.model.terms import Attestation, Concept, Rendering, Status, TermKind
from workbench.text.fold import fold

_BARS = re.compile(r"[|｜]")
_LINE = re.compile(r"\bline (\d+)")
CONCEPT_FIELDS = (
    "zh", "zh_variants", "pinyin", "domain", "members", "abbreviation_of", "first_mention", "context", "risk",
)  # fmt: skip
"""Fields of a concept that are typed."""
RENDERING_FIELDS = (
    "en", "short_form", "pos", "valency", "note", "authority", "year_from", "year_to", "register",
    "source_url", "checked_on",
)  # fmt: skip
"""Fields of a rendering that are typed."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong: the field, the place of its rendering (None: it is of the concept), and why."""

    field: str
    rendering: int | None
    why: str


def cells_of_concept(concept: Concept, known: Iterable[Concept]) -> dict[str, str]:
    """The typed fields of a concept; what it abbreviates by its Chinese."""
    whole = next((one.zh for one in known if one.id == concept.abbreviation_of), concept.abbreviation_of)
    between = f" {LIST_SEPARATOR} "
    return {
        "zh": concept.zh,
        "zh_variants": between.join(concept.zh_variants),
        "pinyin": concept.pinyin,
        "domain": concept.domain,
        "members": between.join(concept.members),
        "abbreviation_of": whole if concept.abbreviation_of else "",
        "first_mention": concept.first_mention,
        "context": concept.context,
        "risk": concept.risk,
    }


def concept_with(
    concept: Concept,
    cells: Mapping[str, str],
    kind: TermKind,
    renderings: Sequence[Rendering],
    known: Iterable[Concept],
) -> Concept:
    """The concept with what is filled in; one without an id gets one that none of `known` has."""
    said = {name: one_line(cell) for name, cell in cells.items()}
    known = tuple(known)
    made = replace(
        concept,
        zh=said["zh"],
        zh_variants=_items(said["zh_variants"]),
        pinyin=said["pinyin"],
        kind=kind,
        domain=said["domain"],
        members=_items(said["members"]),
        abbreviation_of=_id_of(said["abbreviation_of"], known),
        first_mention=said["first_mention"],
        context=said["context"],
        risk=said["risk"],
        renderings=tuple(renderings),
        fixed=False,
    )
    if made.id:
        return made
    english = made.usable[0].en if made.usable else ""
    return replace(made, id=free_slug(english or made.zh, {one.id for one in known}))


def _items(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(listed(_BARS.sub(LIST_SEPARATOR, cell))))


def _id_of(name: str, known: Iterable[Concept]) -> str:
    """The id of the concept that is called so; the name itself where there is none, which lint tells."""
    wanted = fold(name)
    found = (one.id for one in known if name == one.id or wanted in map(fold, (one.zh, *one.zh_variants)))
    return next(found, name) if name else ""


def cells_of_rendering(rendering: Rendering) -> dict[str, str]:
    """The typed fields of a rendering."""
    values = ((name, getattr(rendering, name)) for name in RENDERING_FIELDS)
    return {name: "" if value is None else str(value) for name, value in values}


def rendering_with(
    cells: Mapping[str, str], article: str, status: Status, attestation: Attestation
) -> Rendering | Wrong:
    """The rendering that is filled in, or what keeps it from being one."""
    said = {name: one_line(cell) for name, cell in cells.items()}
    for name in ("year_from", "year_to"):
        if said[name] and not re.fullmatch(r"[12][0-9]{3}", said[name]):
            return Wrong(name, None, f"“{said[name]}” is no year; write four digits, or nothing.")
    front, bare = split_article(said.pop("en"))
    if not bare or bare in ARTICLES:
        return Wrong("en", None, "The English is empty; write it, without the or a.")
    first, last = said.pop("year_from"), said.pop("year_to")
    return Rendering(
        bare,
        article=article or front,
        status=status,
        attestation=attestation,
        year_from=int(first) if first else None,
        year_to=int(last) if last else None,
        **said,
    )


def wrong_with(concept: Concept, known: Iterable[Concept]) -> Wrong | None:
    """The first thing wrong with a concept, as `glossary lint` has it; None where it is sound."""
    if not concept.zh:
        return Wrong("zh", None, "The Chinese is empty; write the headword.")
    if not concept.renderings:
        return Wrong("renderings", None, "There is no English yet; add a rendering.")
    try:
        parse(concept.context)
    except ValueError as error:
        return Wrong("context", None, _sentence(str(error)))
    wholes = [one for one in known if one.id == concept.abbreviation_of and one.id != concept.id][:1]
    for problem in lint_text(as_tsv([concept, *wholes])):
        at = problem.line - 2
        if 0 <= at < len(concept.renderings):
            typed = problem.column in CONCEPT_FIELDS or problem.column == "kind"
            why = _LINE.sub(lambda found: f"rendering {int(found[1]) - 1}", problem.message)
            return Wrong(problem.column or "renderings", None if typed else at, _sentence(why))
    return None


def _sentence(message: str) -> str:
    said = message.replace("`", "").strip()
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith('.') else '.'}"


def new_concept(zh: str = "", en: str = "", domain: str = "") -> Concept:
    """A concept to be filled in."""
    renderings = (Rendering(en, attestation=Attestation.PROPOSED),) if en else ()
    return Concept("", zh, renderings, domain=domain)
