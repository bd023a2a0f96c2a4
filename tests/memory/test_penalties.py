from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.penalties import PenaltyRules, penalties, scripts_differ
from workbench.model.coded import CodedText, parse_coded
from workbench.model.faults import WorkbenchError
from workbench.model.matches import Query
from workbench.model.memory_units import MemoryUnit, UnitState
from workbench.model.segments import OriginKind

TODAY = "2026-11-20"


def unit(source: str = "发展", state: UnitState = UnitState.UNKNOWN, **more: object) -> MemoryUnit:
    return MemoryUnit(CodedText(source), CodedText("development"), state=state, **more)  # type: ignore[arg-type]


def taken(found: MemoryUnit, source: str = "发展", **rules: int) -> dict[str, int]:
    query = Query(CodedText(source))
    return {penalty.name: penalty.points for penalty in penalties(query, found, PenaltyRules(**rules), TODAY)}


def test_a_reviewed_unit_and_one_of_unknown_state_cost_nothing() -> None:
    assert taken(unit(state=UnitState.REVIEWED)) == {}
    assert taken(unit()) == {}


@pytest.mark.parametrize("state", [UnitState.CONFIRMED, UnitState.DRAFT])
def test_what_nobody_has_reviewed_costs_a_point(state: UnitState) -> None:
    assert taken(unit(state=state)) == {"unreviewed": 1}


def test_the_other_script_costs_but_its_own_does_not() -> None:
    assert taken(unit("發展"), "发展") == {"script": 1}
    assert taken(unit("发展"), "發展") == {"script": 1}
    assert taken(unit("發展"), "發展") == {}


def test_width_radicals_and_characters_of_both_scripts_are_no_other_script() -> None:
    assert not scripts_differ("２０２３年", "2023年")
    assert not scripts_differ("⼈民", "人民")
    assert not scripts_differ("著名的人", "有名的人")
    assert scripts_differ("推動改革", "推动开放")


def test_a_text_that_has_both_forms_of_a_character_is_in_no_other_script() -> None:
    assert not scripts_differ("后來在皇后", "皇后")


def test_an_aligned_pair_costs_until_somebody_confirms_it() -> None:
    aligned = OriginKind.ALIGNED
    assert taken(unit(origin=aligned)) == {"aligned": 2}
    assert taken(unit(origin=aligned, state=UnitState.REVIEWED)) == {}
    assert taken(unit(origin=aligned, state=UnitState.CONFIRMED)) == {"unreviewed": 1}


def test_a_machine_costs_more_than_anything_else() -> None:
    machine = taken(unit(origin=OriginKind.MACHINE))
    assert machine == {"machine": 5}
    rules = PenaltyRules()
    assert machine["machine"] > max(rules.unreviewed, rules.script, rules.aligned, rules.codes, rules.old)


@pytest.mark.parametrize(
    ("ours", "theirs", "cost"),
    [
        ("⟨1⟩发展⟨/1⟩", "⟨1⟩发展⟨/1⟩", {}),
        ("⟨3⟩发展⟨/3⟩", "⟨1⟩发展⟨/1⟩", {}),
        ("⟨1⟩发展⟨/1⟩", "发展", {"codes": 1}),
        ("⟨1⟩发⟨/1⟩展", "发⟨1⟩展⟨/1⟩", {"codes": 1}),
        ("⟨1/⟩发展", "⟨1⟩发展⟨/1⟩", {"codes": 1}),
    ],
)
def test_codes_are_compared_by_kind_and_place_and_not_by_their_numbers(
    ours: str, theirs: str, cost: dict[str, int]
) -> None:
    found = MemoryUnit(parse_coded(theirs), CodedText("development"))
    assert {
        p.name: p.points for p in penalties(Query(parse_coded(ours)), found, PenaltyRules(), TODAY)
    } == cost


@pytest.mark.parametrize(
    ("changed", "is_old"),
    [
        ("2021-11-20T08:00:00Z", True),
        ("2021-11-21T08:00:00Z", False),
        ("20211120T080000Z", True),
        ("", False),
        ("long ago", False),
    ],
)
def test_age_is_counted_in_whole_years_and_only_where_it_is_known(changed: str, is_old: bool) -> None:
    assert taken(unit(changed=changed), old=3) == ({"old": 3} if is_old else {})


def test_age_is_that_of_the_last_change_and_costs_nothing_unless_asked_for() -> None:
    old = unit(created="2001-01-01", changed="2026-01-01")
    assert taken(old, old=3) == {}
    assert taken(unit(created="2001-01-01"), old=3) == {"old": 3}
    assert taken(unit(created="2001-01-01")) == {}


def test_a_memory_may_cost_points_of_its_own() -> None:
    found = penalties(Query(CodedText("发展")), unit(), PenaltyRules(), TODAY, 4)
    assert [(penalty.name, penalty.points) for penalty in found] == [("memory", 4)]


def test_every_penalty_says_why() -> None:
    worst = unit("發展", UnitState.DRAFT, origin=OriginKind.MACHINE, changed="2001-01-01")
    found = penalties(Query(parse_coded("发展⟨1/⟩")), worst, PenaltyRules(old=1), TODAY, 1)
    assert [penalty.name for penalty in found] == [
        "unreviewed",
        "script",
        "machine",
        "codes",
        "old",
        "memory",
    ]
    assert all(penalty.why for penalty in found)


def test_settings_replace_defaults_by_name() -> None:
    assert PenaltyRules.from_table({"machine": 10, "unreviewed": 0}) == PenaltyRules(machine=10, unreviewed=0)


@pytest.mark.parametrize(
    "table",
    [{"machines": 1}, {"machine": -1}, {"machine": "5"}, {"machine": True}, {"machine": 101}, {"years": 0}],
)
def test_settings_that_are_wrong_are_named_in_one_sentence(table: dict[str, object]) -> None:
    with pytest.raises(WorkbenchError, match=r"penalties: .*write .*\.$"):
        PenaltyRules.from_table(table)


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_no_unit_is_too_odd_to_weigh(source: str, query: str, changed: str, today: str) -> None:
    found = unit(source, UnitState.DRAFT, changed=changed)
    assert all(p.points > 0 for p in penalties(Query(CodedText(query)), found, PenaltyRules(old=1), today))
