"""tests of memory: a name is a file in the folder of memories and never a way out of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.memory import Memory
from workbench.memory.places import PERSONAL, memories_folder, memory_names, memory_path
from workbench.model.faults import WorkbenchError


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../up", "a/b", "a\\b", "C:x", "a\0b", "tab\tname", " edge", "end.", "长" * 200, ".tm"],
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(WorkbenchError, match="no name for a memory"):
        memory_path(name)


@given(name=st.text(max_size=30))
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    folder = Path("/memories")
    try:
        path = memory_path(name, folder)
    except WorkbenchError:
        return
    assert path.parent == folder
    assert path.suffix == ".tm"


def test_memories_are_listed_by_name() -> None:
    assert memory_names() == []
    for name in (PERSONAL, "政策", "b.c"):
        Memory.open(memory_path(name), create=True).close()
    assert memory_names() == ["b.c", "personal", "政策"]
    assert memory_path("b.c").is_file()
    assert memory_path("b.c.tm") == memory_path("b.c")
    assert memories_folder().is_dir()
