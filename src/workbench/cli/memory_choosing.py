"""cli: which memories a `memory` command means, and how they are opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.memory.places import PERSONAL, memory_names, memory_path
from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from workbench.memory.memory import Memory

SUFFIX = ".tm"

several = click.option(
    "--memory",
    "names",
    multiple=True,
    metavar="NAME",
    help="Only in this memory; may be given several times. Default: all that are there.",
)
one = click.option(
    "--memory", "name", metavar="NAME", default=PERSONAL, show_default=True, help="The memory that is meant."
)


def place_of(name: str) -> Path:
    """The file of a memory: NAME is that of one of the user's memories, or the path of a .tm file.

    Raises:
        WorkbenchError: it is neither.
    """
    path = Path(name)
    is_path = path.suffix == SUFFIX and ("/" in name or path.is_file())
    return path if is_path else memory_path(name)


def every_name() -> list[str]:
    """All memories that are there, the personal one first."""
    return sorted(memory_names(), key=lambda name: name != PERSONAL)


def chosen(names: Sequence[str]) -> list[str]:
    """The names given, else all there are. Raises WorkbenchError where there is none."""
    found = list(dict.fromkeys(names)) or every_name()
    if not found:
        raise WorkbenchError("There is no memory yet; make one with `workbench memory import FILE`.")
    return found


@contextmanager
def reading(names: Sequence[str]) -> Iterator[list[Memory]]:
    """Memories open for reading, in order.

    Raises:
        WorkbenchError: one of them is not there, or cannot be read.
    """
    from workbench.memory.memory import Memory

    with ExitStack() as stack:
        yield [
            stack.enter_context(closing(Memory.open(_there(name), read_only=True, name=_shown(name))))
            for name in chosen(names)
        ]


@contextmanager
def writing(name: str, *, create: bool = False) -> Iterator[Memory]:
    """A memory open for writing. Raises WorkbenchError where it is not there or cannot be written."""
    from workbench.memory.memory import Memory

    path = place_of(name) if create else _there(name)
    with closing(Memory.open(path, create=create, name=_shown(name))) as memory:
        yield memory


def _there(name: str) -> Path:
    path = place_of(name)
    if not path.is_file():
        known = ", ".join(every_name())
        said = f"there are {known}" if known else "make one with `workbench memory import FILE --into NAME`"
        raise WorkbenchError(f"There is no memory called {name}; {said}.")
    return path


def _shown(name: str) -> str:
    return Path(name).stem if name.endswith(SUFFIX) else name
