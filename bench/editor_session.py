"""bench: what the editor asks of the session at once: filters over all rows, and finding all places.

`python bench/editor_session.py PROJECT` prints one JSON object: milliseconds by what was asked, each the
median of several, the project open and warm.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from workbench.project.filter_text import parse_filter
from workbench.project.search import FindQuery
from workbench.project.session import Session

TIMES = 7
FILTERS = {
    "filter by state and kind": "state:draft kind:heading",
    "filter by a term": "term:协同发展",
    "filter by a pattern in the English": "target:/reser\\w+oirs/",
    "filter by a rare pattern": "target:/zeb\\w+a/",
    "filter by alternatives": "target:/(hospitals|quarterly \\w+|taxes)/",
    "filter by figures alone": "target:/\\d{4}/",
    "filter by capitals": "target:/[A-Z]{3}/c",
    "filter by a pattern in the Chinese": "source:/修建.座/",
    "filter by a pattern on either side": "/水\\w库|zebras?/",
}
FINDS = {
    "find all, Chinese": FindQuery("图书馆周末照常开放"),
    "find all, English": FindQuery("usual hours"),
    "find all, a pattern": FindQuery("two small \\w+", regex=True),
    "find all, a rare pattern": FindQuery("zeb\\w+a", regex=True),
    "find all, nowhere": FindQuery("没有这样的话"),
}


def main() -> None:
    """Measure one project."""
    session = Session.open(Path(sys.argv[1]), read_only=True)
    session.recogniser()
    taken: dict[str, float] = {}
    for name, text in FILTERS.items():
        taken[name] = _milliseconds(partial(session.sift, parse_filter(text)))
    for name, query in FINDS.items():
        taken[name] = _milliseconds(partial(session.find, query))
    session.close()
    print(json.dumps(taken))


def _milliseconds(do: Callable[[], object]) -> float:
    samples = []
    for _ in range(TIMES):
        started = time.perf_counter()
        do()
        samples.append((time.perf_counter() - started) * 1e3)
    return statistics.median(samples)


if __name__ == "__main__":
    main()
