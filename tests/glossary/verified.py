"""tests/glossary: a small termbase, and what is told of an English text with it."""

from __future__ import annotations

from workbench.glossary.recognition import Recogniser
from workbench.glossary.verifying import verify
from workbench.model.terms import Attestation, Concept, Rendering, Status, TermKind

AVOID = Status.DEPRECATED


def concept(
    zh: str, kind: TermKind, *english: str, variants: tuple[str, ...] = (), first: str = ""
) -> Concept:
    """A concept: its first English is preferred, others admitted, those that begin with - to be avoided."""
    renderings = [
        Rendering(
            en.removeprefix("-"),
            status=AVOID if en.startswith("-") else Status.ADMITTED if at else Status.PREFERRED,
            note="a reason" if en.startswith("-") else "",
            pos="noun",
        )
        for at, en in enumerate(english)
    ]
    return Concept(zh, zh, tuple(renderings), zh_variants=variants, kind=kind, first_mention=first)


NPC = concept(
    "全国人大",
    TermKind.INSTITUTION,
    "National People's Congress",
    "NPC",
    "-National Congress",
    variants=("全国人民代表大会",),
)
STANDING = concept(
    "全国人大常委会",
    TermKind.INSTITUTION,
    "NPC Standing Committee",
    "Standing Committee of the National People's Congress",
)
FINANCE = concept("财政部", TermKind.INSTITUTION, "Ministry of Finance")
COMMERCE = concept("商务部", TermKind.INSTITUTION, "Ministry of Commerce")
FOREIGN = concept("外交部", TermKind.INSTITUTION, "Ministry of Foreign Affairs")
REFORM = concept(
    "国家发展改革委",
    TermKind.INSTITUTION,
    "National Development and Reform Commission",
    variants=("发展改革委",),
)
PREMIER = concept(
    "国务院总理", TermKind.TITLE, "premier of the State Council", "-prime minister", variants=("总理",)
)
VICE = concept("国务院副总理", TermKind.TITLE, "vice premier of the State Council", variants=("副总理",))
XI = concept("习近平", TermKind.PERSON, "Xi Jinping")
SECRETARY = concept("习近平总书记", TermKind.TITLE, "General Secretary Xi Jinping", "-President Xi Jinping")
CIVIL_CODE = concept("民法典", TermKind.DOCUMENT, "Civil Code")
CONFIDENCE = concept(
    "四个自信",
    TermKind.FORMULA,
    "Four-sphere Confidence",
    "-four self-confidences",
    first="the Four-sphere Confidence (confidence in the path, theory, system and culture of socialism)",
)
FUNCTIONS = concept(
    "非首都功能",
    TermKind.TERM,
    "non-capital functions",
    "functions nonessential to Beijing's role as the capital",
)
ECONOMY = concept("实体经济", TermKind.TERM, "real economy", "-entity economy")
OURS = Concept(
    "口号", "口号", (Rendering("watchword", attestation=Attestation.PROPOSED),), kind=TermKind.DOCUMENT
)
ALL = (
    *(NPC, STANDING, FINANCE, COMMERCE, FOREIGN, REFORM, PREMIER, VICE, XI, SECRETARY),
    *(CIVIL_CODE, CONFIDENCE, FUNCTIONS, ECONOMY, OURS),
)
RECOGNISER = Recogniser(ALL)


def told(source: str, english: str, *before: str, running: bool = True) -> list[tuple[str, str]]:
    """Chinese and kind of each fault."""
    faults = verify(source, RECOGNISER.hits(source), english, rendered_before=before, running=running)
    return [(source[fault.start : fault.end], str(fault.kind)) for fault in faults]
