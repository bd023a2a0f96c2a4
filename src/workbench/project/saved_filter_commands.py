"""project: filters kept under names in `[filters]` of project.toml, where a person may write them too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically
from workbench.project.config import FILE_NAME, read_config
from workbench.project.opened import OpenedProject
from workbench.project.outcome import Outcome, refused

if TYPE_CHECKING:
    from workbench.project.row_filter import RowFilter

_READ_ONLY = "Read-only: another Workbench has this project; take over to keep filters here."
_LONGEST = 60


class SavedFilterCommands(OpenedProject):
    """Filters under names."""

    def saved_filters(self) -> dict[str, str]:
        """The filters by name, each as it is typed, in the order of project.toml.

        Raises:
            WorkbenchError: project.toml cannot be read.
        """
        return dict(read_config(self.folder).filters)

    def save_filter(self, name: str, row_filter: RowFilter) -> Outcome:
        """Keep a filter under a name; one that had the name before is replaced.

        Raises:
            WorkbenchError: project.toml cannot be read or written, or the name is none.
        """
        if self.read_only:
            return refused(_READ_ONLY)
        name = " ".join(name.split())
        if not 0 < len(name) <= _LONGEST or not name.isprintable():
            raise WorkbenchError(f"A filter needs a name of 1 to {_LONGEST} characters.")
        if not row_filter:
            return refused("All rows are shown: there is no filter to keep.")
        former = self.saved_filters().get(name)
        self._write_filter(name, row_filter.text)
        replaced = f" in the place of {former}" if former is not None and former != row_filter.text else ""
        return Outcome(message=f"Kept {row_filter.text} as “{name}”{replaced}.")

    def drop_filter(self, name: str) -> Outcome:
        """Forget a filter that was kept. Raises WorkbenchError."""
        if self.read_only:
            return refused(_READ_ONLY)
        former = self.saved_filters().get(name)
        if former is None:
            return refused(f"No filter is kept as “{name}”.")
        self._write_filter(name, None)
        return Outcome(message=f"“{name}” is kept no longer; it was {former}.")

    def _write_filter(self, name: str, text: str | None) -> None:
        """Set or take out one line of `[filters]`, comments kept."""
        import tomlkit

        path = self.folder / FILE_NAME
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
        filters = document.setdefault("filters", tomlkit.table())
        if text is None:
            filters.pop(name, None)
        else:
            filters[name] = text
        write_atomically(path, tomlkit.dumps(document))
