"""lexicon: scipy's sparse matrices, without all of numpy that loading scipy would load besides.

scipy copies every public name of numpy into a module of its own (`scipy._lib.array_api_compat.numpy`), for
which numpy reads what otherwise is read when it is asked for: its testing tools, the Fortran compiler's
interface, polynomials, random numbers. Here numpy names only what it has already: a hundred modules and nine
megabytes less. Should scipy go about it in another way, it only takes more memory.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import numpy as np

__all__ = ["sp"]

_NAMES: Final[tuple[str, ...]] = ("__all__", "__dir__")
_one_at_a_time = threading.Lock()


@contextmanager
def _naming_what_is_there() -> Iterator[None]:
    """While this holds, numpy does not tell of modules that it has not loaded; asked for, they are loaded."""
    names = vars(np)
    with _one_at_a_time:
        before: dict[str, Any] = {name: names[name] for name in _NAMES if name in names}
        there = [name for name in np.__all__ if name in names]
        names["__all__"], names["__dir__"] = there, lambda: list(names)
        try:
            yield
        finally:
            for name in _NAMES:
                del names[name]
            names.update(before)


with _naming_what_is_there():
    import scipy.sparse as sp
