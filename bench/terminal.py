"""bench: a program in a real pseudo-terminal, and the time from a key to the last byte of what it paints.

Textual's own pilot waits for idle and cannot see less than some 64 ms; here nothing stands between the key
and the bytes but the operating system.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

QUIET = 0.06  # s without a byte: the repaint is over
GAP = 0.012  # s without a byte: what comes now was painted for another reason
ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62;22c"}  # what a terminal says when it is asked


BUSY = 0.15  # of a second's processor time: a caret that blinks and a look for other writers take less


def _ticks(pid: int) -> int:
    """Processor time of a process and of those it has started, in ticks of the clock."""
    try:
        spent = sum(map(int, Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]))
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
        return 0
    return spent + sum(map(_ticks, children))


class Repaint(NamedTuple):
    """What a key brought about.

    Attributes:
        first: milliseconds to the first byte. `last` to the last one.
        burst: to the last byte before the first pause of `GAP`: what is painted at once.
        size: bytes.
    """

    first: float
    burst: float
    last: float
    size: int


class Terminal:
    """A program that runs in a terminal of its own until the `with` block ends.

    Args:
        argv: the program and its arguments.
        columns: width of the terminal; `lines` its height.
        environment: variables set besides those of this process.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 140,
        lines: int = 45,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.started = time.perf_counter()
        self.seen = bytearray()
        pid, fd = pty.fork()
        if pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8", LC_ALL="C.UTF-8")
            os.environ.update({"COLUMNS": str(columns), "LINES": str(lines), **(environment or {})})
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            os.execvp(argv[0], list(argv))
        self.pid, self.fd = pid, fd

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the program."""
        if self.fd >= 0:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            os.close(self.fd)
            self.fd = -1

    def _read(self, wait: float) -> bytes:
        """What comes within `wait` seconds; empty for nothing, or at the end of the program."""
        if not select.select([self.fd], [], [], wait)[0]:
            return b""
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:  # Linux says so when the other end is closed
            return b""
        for question, answer in ANSWERS.items():
            if question in data:
                os.write(self.fd, answer)
        return data

    def wait_for(self, text: str, limit: float = 60.0) -> float:
        """Milliseconds from the start of the program until it has painted `text`.

        Raises:
            TimeoutError: it has not after `limit` seconds.
        """
        mark = text.encode()
        deadline = time.perf_counter() + limit
        while mark not in self.seen:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{text!r} did not appear; last seen: {bytes(self.seen[-400:])!r}")
            self.seen += self._read(0.5)
        return (time.perf_counter() - self.started) * 1e3

    def settle(self, quiet: float = 0.4, limit: float = 10.0) -> None:
        """Wait until nothing has been painted for `quiet` seconds."""
        deadline = time.perf_counter() + limit
        while self._read(quiet) and time.perf_counter() < deadline:
            pass

    def press(self, keys: bytes, *, quiet: float = QUIET, limit: float = 2.0) -> Repaint | None:
        """Send keys and time what is painted; None where nothing is within `limit` seconds."""
        while self._read(0.0):
            pass  # what was painted while nobody looked is not the answer to this key
        started = time.perf_counter()
        os.write(self.fd, keys)
        first = burst = last = 0.0
        size = 0
        while True:
            data = self._read(quiet if first else limit)
            if not data:
                break
            now = time.perf_counter()
            if first and not burst and now - last > GAP:
                burst = last
            first, last = first or now, now
            size += len(data)
        if not first:
            return None
        begun, at_once, done = ((moment - started) * 1e3 for moment in (first, burst or last, last))
        return Repaint(begun, at_once, done, size)

    def echo(self, text: str, limit: float = 10.0, *, keys: bytes = b"") -> float:
        """Type `text`, or other keys, and give the milliseconds until it is painted, whatever else is.

        Raises:
            TimeoutError: it has not been after `limit` seconds.
        """
        started = time.perf_counter()
        os.write(self.fd, keys or text.encode())
        seen = b""
        while text.encode() not in seen:
            if time.perf_counter() - started > limit:
                raise TimeoutError(f"{text!r} was typed and did not appear")
            seen = seen[-400:] + self._read(0.5)
        return (time.perf_counter() - started) * 1e3

    def wait_end(self, limit: float = 60.0) -> float:
        """Milliseconds from the start of the program until it has ended."""
        deadline = time.perf_counter() + limit
        while time.perf_counter() < deadline:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                ended = (time.perf_counter() - self.started) * 1e3
                os.close(self.fd)
                self.fd = -1
                return ended
            self._read(0.001)
        raise TimeoutError("the program did not end")

    def rest(self, limit: float = 180.0) -> None:
        """Wait until the program and what it has started have next to nothing to do any more.

        Raises:
            TimeoutError: they still had after `limit` seconds.
        """
        deadline = time.perf_counter() + limit
        before, quiet = _ticks(self.pid), 0
        while quiet < 3:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"the program was still busy after {limit:.0f} s")
            self.settle(1.0, limit=1.0)
            now = _ticks(self.pid)
            quiet = quiet + 1 if now - before < BUSY * os.sysconf("SC_CLK_TCK") else 0
            before = now

    def memory(self) -> float:
        """Megabytes the program holds in memory now."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0.0
