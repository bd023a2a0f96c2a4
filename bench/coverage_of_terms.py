"""bench: how much of what a translator would look up in unseen policy texts the termbase has.

`python bench/coverage_of_terms.py [--glossary FILE]… [--texts NAME…] [--json]` reads the marked texts of
`tests/gold/coverage/`, written without sight of the termbase. A token counts as *whole* where one term is
just it, marks and quotation marks aside, or holds it; as *in parts* where terms together cover all of its
characters, so that its English can be put together. No entry is added because a run missed it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from report import finish, machine, print_table
from workbench.glossary.bundled import policy_path, read_all
from workbench.glossary.recognition import Recogniser
from workbench.project.term_checks import recogniser_of

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "coverage"
LEAST = 0.9
ASIDE = frozenset("“”‘’《》〈〉「」、，·—")
SMALL = frozenset("的之和与及等")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the half-open places of its marked tokens."""

    kind: str
    text: str
    tokens: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Covered:
    """How many tokens a text has, and how many of them the termbase has."""

    tokens: int = 0
    whole: int = 0
    parts: int = 0

    def add(self, other: Covered) -> None:
        """Count another text too."""
        self.tokens += other.tokens
        self.whole += other.whole
        self.parts += other.parts


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--glossary", type=Path, action="append", help="a termbase instead of the bundled one"
    )
    parser.add_argument("--texts", nargs="*", default=[], help="names of texts, such as 05; default: all")
    parser.add_argument("--json", action="store_true", help="one object on the last line")
    chosen = parser.parse_args(arguments)
    recogniser = recogniser_of(read_all(chosen.glossary or [policy_path()]))
    rows, total = [], Covered()
    for path in sorted(GOLD.glob("*.txt")):
        if chosen.texts and path.stem not in chosen.texts:
            continue
        marked = read_marked(path.read_text(encoding="utf-8"))
        found = covered(marked, recogniser)
        total.add(found)
        rows.append((f"{path.stem} {marked.kind}", *_shares(found)))
    rows.append(("all", *_shares(total)))
    print_table("coverage of marked tokens", ("text", "tokens", "whole", "whole or in parts"), rows)
    missed = [] if total.parts >= LEAST * total.tokens else [f"fewer than {LEAST:.0%} are covered"]
    report: dict[str, object] = {"bench": "coverage", "machine": machine(), "tokens": total.tokens}
    report |= {"whole": total.whole, "parts": total.parts}
    finish(report, as_json=chosen.json, missed=missed)


def read_marked(body: str) -> Marked:
    """The text of a gold file, its tokens marked 【so】; the first line is `# ` and its kind."""
    first, _, rest = body.partition("\n")
    text: list[str] = []
    tokens: list[tuple[int, int]] = []
    start = 0
    for character in rest:
        if character == "【":
            start = len(text)
        elif character == "】":
            tokens.append((start, len(text)))
        else:
            text.append(character)
    return Marked(first.removeprefix("# "), "".join(text), tuple(tokens))


def covered(marked: Marked, recogniser: Recogniser) -> Covered:
    """Which tokens the termbase has."""
    spans = {(hit.start, hit.end) for hit in recogniser.every_hit(marked.text)}
    found = Covered(tokens=len(marked.tokens))
    for start, end in marked.tokens:
        bare = {at for at in range(start, end) if marked.text[at] not in ASIDE}
        found.whole += any(
            (a <= start and end <= b) or (start <= a and b <= end and bare <= set(range(a, b)))
            for a, b in spans
        )
        inside = {at for a, b in spans if start <= a and b <= end for at in range(a, b)}
        outside = {at for a, b in spans if a <= start and end <= b for at in range(start, end)}
        small = {at for at in bare if marked.text[at] in SMALL}
        found.parts += bare - small <= inside | outside
    return found


def _shares(found: Covered) -> tuple[str, str, str]:
    return str(found.tokens), f"{found.whole / found.tokens:.1%}", f"{found.parts / found.tokens:.1%}"


if __name__ == "__main__":
    main()
