"""Measure whole processes and calls as ratios within one run; nothing here judges by the clock of another day."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table: what was measured, the ratio, its budget, and the figures behind it."""

    what: str
    ratio: float
    budget: float
    detail: str

    def line(self) -> str:
        """Return the line as printed."""
        verdict = "kept" if self.ratio <= self.budget else "OVER"
        return f"{self.what:<58} {self.ratio:6.2f}  (budget {self.budget:g}, {verdict})  {self.detail}"


@cache
def _bytecode() -> tempfile.TemporaryDirectory[str]:
    """Make the folder of this run's compiled modules; it is gone with this process."""
    return tempfile.TemporaryDirectory(prefix="so57-bytecode-")


def as_installed(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment in which Python keeps what it compiled, as every installed program is compiled before."""
    own = dict(os.environ if env is None else env)
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**own, "PYTHONPYCACHEPREFIX": _bytecode().name}


def process_seconds(command: Sequence[str], env: Mapping[str, str] | None = None, rounds: int = ROUNDS) -> float:
    """Return the median seconds of a whole process, after one round that compiles it and warms the disk cache."""
    return statistics.median(_timed(command, env) for _ in range(rounds + 1))


def _timed(command: Sequence[str], env: Mapping[str, str] | None) -> float:
    own = as_installed(env)
    begun = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def peak_megabytes(code: str, env: Mapping[str, str]) -> float:
    """Return the resident memory in MB that a Python process reports of itself at the end of `code`."""
    tail = "\nimport resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    done = subprocess.run(
        [sys.executable, "-c", code + tail], check=True, cwd=ROOT, env=as_installed(env), capture_output=True, text=True
    )
    return float(done.stdout.split()[-1])
