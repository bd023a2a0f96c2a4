"""tests: matches and the units of the memories behind them, told, put in and mended line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linear.conftest import Talk
from tests.linear.test_linear import target
from workbench.memory.memory import Memory
from workbench.memory.places import memory_path
from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit
from workbench.project.session import Session

ZH, EN = "三地共同治理河流。", "Three places tend one river."


@pytest.fixture
def remembered(session: Session, indexed: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """The project with a unit of another one in the personal memory."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    session.memories()
    with_unit = Memory.open(memory_path("personal"), create=True)
    with_unit.add(MemoryUnit(CodedText(ZH), CodedText(EN)))
    with_unit.close()
    session.match_desk().renew()
    return session


def english_of_units() -> list[str]:
    memory = Memory.open(memory_path("personal"))
    try:
        return [unit.target.text for unit in memory.units()]
    finally:
        memory.close()


def test_a_unit_is_found_told_in_full_and_mended(remembered: Session, talk: Talk) -> None:
    said = talk("/concordance 河流", "/unit 2", "/editunit 2", filled="Three places share one river.")
    assert f"2. {ZH}: {EN}" in said
    assert "Changed in the memory personal." in said
    assert english_of_units() == ["Three places share one river."]


def test_a_locked_unit_is_neither_mended_nor_taken_out(remembered: Session, talk: Talk) -> None:
    said = talk("/go 2", "/matches", "/lockunit 1", "/editunit 1", "/dropunit 1", filled="yes")
    assert "Locked in the memory personal." in said
    assert said.count("The unit is locked in the memory personal; /lockunit unlocks it.") == 2
    assert english_of_units() == [EN]


@pytest.mark.parametrize(("answer", "left"), [("yes", []), ("no", [EN])])
def test_a_unit_is_taken_out_once_asked(
    remembered: Session, talk: Talk, answer: str, left: list[str]
) -> None:
    talk("/go 2", "/dropunit 1", filled=answer)
    assert english_of_units() == left


def test_a_match_is_told_with_its_score_and_put_in_three_ways(remembered: Session, talk: Talk) -> None:
    said = talk("/go 2", "/matches 1", "/use", "/userest", "/usehere")
    assert any(line.startswith("Score: the same: 100") for line in said)
    assert target(remembered, 2).count("Three places tend one river.") == 2


def test_a_unit_of_the_concordance_is_put_in(remembered: Session, talk: Talk) -> None:
    talk("/concordance 河流", "/insertunit 2")
    assert target(remembered, 1) == EN
