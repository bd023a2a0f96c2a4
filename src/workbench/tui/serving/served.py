"""tui: the process behind one browser window: `python -m workbench.tui.serving.served FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.model.faults import WorkbenchError


def main(arguments: list[str]) -> int:
    """Run the editor on a project; textual-serve's driver is named in the environment."""
    from workbench.tui.app import run

    try:
        run(Path(arguments[0]))
    except WorkbenchError as error:
        print(f"workbench: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
