"""tests: small glossaries written where they are used."""

from __future__ import annotations

from pathlib import Path

from workbench.model.terms import Concept, Rendering

__all__ = ["concept", "write"]


def concept(zh: str, en: str = "", *, variants: tuple[str, ...] = (), id: str = "") -> Concept:
    return Concept(id=id or zh, zh=zh, renderings=(Rendering(en=en or f"<{zh}>"),), zh_variants=variants)


def write(
    folder: Path, *rows: str, header: str = "concept zh zh_variants en status", name: str = "terms.tsv"
) -> Path:
    """A glossary file whose cells are parted by semicolons in `rows`."""
    path = folder / name
    lines = ["\t".join(header.split()), *(row.replace(";", "\t") for row in rows)]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path
