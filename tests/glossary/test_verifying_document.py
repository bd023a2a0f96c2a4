"""A document keeps one rendering for a term, and what stood before counts."""

from __future__ import annotations

from dataclasses import replace

from tests.glossary.verified import RECOGNISER, concept
from workbench.glossary.recognition import Recogniser
from workbench.glossary.verifying_document import DocumentVerifier
from workbench.model.terms import TermKind


def told(*rows: tuple[str, str]) -> list[list[tuple[str, str]]]:
    """Chinese and kind of each fault, row by row; a source that begins with # is a headline."""
    verifier = DocumentVerifier()
    found = []
    for marked, english in rows:
        source = marked.removeprefix("#")
        running = source == marked
        faults = verifier.faults(source, RECOGNISER.hits(source), english, running=running)
        found.append([(source[fault.start : fault.end].strip("“”"), str(fault.kind)) for fault in faults])
    return found


def test_a_second_rendering_is_told_once_where_it_first_appears() -> None:
    assert told(
        ("疏解非首都功能。", "Relocate non-capital functions."),
        ("非首都功能迁出。", "Functions nonessential to Beijing's role as the capital move out."),
        ("非首都功能迁出。", "Functions nonessential to Beijing's role as the capital move out."),
        ("疏解非首都功能。", "Relocating a non-capital function."),
    ) == [[], [("非首都功能", "mixed")], [], []]


def test_long_and_short_forms_and_another_order_are_no_mixing() -> None:
    assert told(
        ("全国人大开会。", "The National People's Congress (NPC) met."),
        ("全国人大通过决议。", "The NPC adopted a resolution."),
        ("全国人大常委会开会。", "The NPC Standing Committee met."),
        ("全国人大常委会开会。", "The Standing Committee of the National People's Congress met."),
    ) == [[], [], [], []]


def test_two_renderings_in_one_row_for_one_term_explain_each_other() -> None:
    english = "Non-capital functions, or functions nonessential to Beijing's role as the capital, move out."
    assert told(("非首都功能迁出。", english)) == [[]]


def test_the_first_mention_is_in_running_text_and_is_over_after_it() -> None:
    label = "Firm up the Four-sphere Confidence."
    assert told(("#坚定“四个自信”", label), ("坚定“四个自信”。", label), ("坚定“四个自信”。", label)) == [
        [],
        [("四个自信", "first_mention")],
        [],
    ]


def test_a_row_without_english_counts_for_nothing() -> None:
    assert told(
        ("坚定“四个自信”。", ""),
        ("坚定“四个自信”。", "Firm up the Four-sphere Confidence."),
    ) == [[], [("四个自信", "first_mention")]]


def test_what_the_row_before_named_may_be_a_pronoun() -> None:
    assert told(
        ("财政部发文。", "The Ministry of Finance issued a document."),
        ("财政部要求落实。", "It asked for action."),
        ("商务部要求落实。", "It asked for action."),
    ) == [[], [], [("商务部", "missing")]]


def test_a_term_in_a_phrase_about_it_keeps_its_rendering() -> None:
    verifier = DocumentVerifier()
    environment = concept("营商环境", TermKind.TERM, "business environment", "environment for doing business")
    improve = concept("优化营商环境", TermKind.TERM, "improve the business environment")
    verb = replace(improve, renderings=(replace(improve.renderings[0], pos="verb"),))
    recogniser = Recogniser([environment, verb])
    rows = [
        ("营商环境改善。", "The business environment is better."),
        ("各地优化营商环境。", "All are improving the environment for doing business."),
    ]
    found = [verifier.faults(zh, recogniser.hits(zh), english) for zh, english in rows]
    assert [[str(fault.kind) for fault in row] for row in found] == [[], ["mixed"]]


def test_a_formula_keeps_one_label() -> None:
    verifier = DocumentVerifier()
    first = "new trio (electric vehicles, lithium-ion batteries and photovoltaic products)"
    recogniser = Recogniser([concept("新三样", TermKind.FORMULA, "new trio", "“new three”", first=first)])
    rows = (
        "Electric vehicles, lithium-ion batteries and photovoltaic products, the new trio, sell.",
        "The new three sell.",
    )
    found = [verifier.faults("新三样热销。", recogniser.hits("新三样热销。"), row) for row in rows]
    assert [[str(fault.kind) for fault in row] for row in found] == [[], ["mixed"]]
