"""tui: what a person has set for writing in config.toml, read and changed with its comments kept."""

from __future__ import annotations

import tomllib
from typing import Final

from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically
from workbench.tui.keymap import settings_path

SECTION: Final = "writing"
COMPLETION: Final = "completion"


def completion_wanted() -> bool:
    """Whether words are completed while one types: `[writing] completion = false` says no.

    What cannot be read is said where the keys are read; here it changes nothing.
    """
    try:
        section = tomllib.loads(settings_path().read_text("utf-8")).get(SECTION, {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return True
    return not isinstance(section, dict) or section.get(COMPLETION) is not False


def want_completion(wanted: bool) -> None:
    """Keep whether words are completed.

    Raises:
        WorkbenchError: the settings are no TOML, or cannot be written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    path = settings_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        document = tomlkit.parse(path.read_text("utf-8") if path.is_file() else "")
        document.setdefault(SECTION, tomlkit.table())[COMPLETION] = wanted
    except (OSError, UnicodeDecodeError, TOMLKitError, TypeError) as error:
        raise WorkbenchError(f"{path} cannot be changed ({error}); mend it by hand.") from error
    write_atomically(path, tomlkit.dumps(document))
