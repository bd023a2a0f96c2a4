"""tests of project: which terms are offered while a row is translated, and what a key puts in."""

from __future__ import annotations

import pytest

from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept, Rendering, Status, TermHit
from workbench.project.offers import alternative, next_insertion, term_offers
from workbench.project.session import Session

from .test_session import ids

FUNCTIONS = Concept(
    id="non-capital-functions",
    zh="非首都功能",
    renderings=(
        Rendering("functions nonessential to the capital", status=Status.ADMITTED),
        Rendering("non-capital functions", article="the"),
        Rendering("extra functions", status=Status.DEPRECATED),
    ),
)
RELIEVE = Concept(id="relieve", zh="疏解", renderings=(Rendering("relieve"),))
RIVER = Concept(id="river", zh="河流", renderings=(Rendering("river"),))


def hit(start: int, concept: Concept) -> TermHit:
    return TermHit(start, start + len(concept.zh), concept.zh, concept)


HITS = [hit(0, RIVER), hit(10, RELIEVE), hit(14, FUNCTIONS)]


def test_the_current_sentence_is_listed_first_and_source_order_is_kept() -> None:
    offers = term_offers(HITS, "", (9, 30))
    assert [(offer.hit.concept.id, offer.current) for offer in offers] == [
        ("relieve", True),
        ("non-capital-functions", True),
        ("river", False),
    ]


def test_a_term_counts_as_used_in_any_case_and_form() -> None:
    offers = term_offers(HITS, "Rivers relieved? No: Non-capital  functions", (0, 30))
    assert {offer.hit.concept.id: offer.used for offer in offers} == {
        "river": True,
        "relieve": True,
        "non-capital-functions": True,
    }


def test_the_term_key_puts_in_the_next_unused_one_then_its_alternatives() -> None:
    target = "To relieve Beijing of the "
    first = next_insertion(term_offers(HITS, target, (9, 30)), target, len(target))
    assert first is not None
    assert first.text == "non-capital functions"
    target += first.text
    second = alternative(first, target, first.caret)
    assert second is not None
    assert (second.start, second.end) == (first.start, first.caret)
    assert second.text == "functions nonessential to the capital"
    assert alternative(second, target[: second.start] + second.text, second.caret) is None


def test_spacing_and_a_capital_follow_the_place() -> None:
    def put(target: str, caret: int) -> str:
        found = next_insertion(term_offers([hit(0, RIVER)], "", (0, 9)), target, caret)
        assert found is not None
        return target[: found.start] + found.text + target[found.end :]

    assert put("", 0) == "River"
    assert put("the", 3) == "the river"
    assert put("the bank", 4) == "the river bank"
    assert put("Done. ", 6) == "Done. River"
    assert put("(", 1) == "(River" or put("the (", 5) == "the (river"


def test_a_deprecated_rendering_is_never_put_in() -> None:
    only = Concept(id="x", zh="河流", renderings=(Rendering("stream", status=Status.DEPRECATED),))
    assert next_insertion(term_offers([hit(0, only)], "", (0, 9)), "", 0) is None


def test_a_project_finds_bundled_terms_and_its_own_stand_first(session: Session) -> None:
    row = session.segment(ids(session)[2])
    found = [offer.hit.term for offer in session.term_list(row, "", 0) if offer.current]
    assert "疏解北京非首都功能" in found
    assert session.add_term("长期任务", "long haul").done
    offers = {offer.hit.term: offer for offer in session.term_list(row, "", 0)}
    assert offers["长期任务"].renderings[0].en == "long haul"
    assert (session.folder / "glossary.tsv").is_file()
    with pytest.raises(WorkbenchError):
        session.add_term("", "nothing")


def test_a_term_that_comes_again_is_not_used_because_it_was_written_for_the_first_sentence() -> None:
    twice = [hit(0, RIVER), hit(10, RIVER)]
    (first,) = term_offers(twice, "The river is clean.", (0, 9))
    (second,) = term_offers(twice, "The river is clean.", (9, 20))
    (both,) = term_offers(twice, "The river is clean. Rivers too.", (9, 20))
    assert (first.used, second.used, both.used) == (True, False, True)
