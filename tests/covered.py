"""Judge the last measured run of the tests: every file of the measured folders is covered whole, lines and branches.

`python -m tests.covered` after `coverage run`; `dev.py check` does both. Excuses stand in pyproject.toml.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from coverage import Coverage

ROOT = Path(__file__).resolve().parent.parent
MOST_PLACES = 12
_PRAGMA_ALONE = re.compile(r"#\s*pragma:\s*no (?:cover|branch)\s*$")


def measured() -> dict[str, Any]:
    """Return what coverage tells of each measured file."""
    coverage = Coverage(config_file=str(ROOT / "pyproject.toml"))
    coverage.load()
    with tempfile.TemporaryDirectory() as work:
        told = Path(work) / "coverage.json"
        coverage.json_report(outfile=str(told))
        files: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))["files"]
    return {Path(name).as_posix(): file for name, file in files.items()}


def excuses() -> dict[str, str]:
    """Return the files that may stay below, with the reason of each."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    told: dict[str, str] = project["tool"]["so57"]["not-covered"]
    return told


def gaps(files: Mapping[str, Any], excused: Mapping[str, str]) -> Iterable[str]:
    """Name each file that is not covered whole and not excused, and each excuse that is no longer needed."""
    below = {name: file for name, file in files.items() if file["summary"]["percent_covered"] < 100}
    for name in sorted(below.keys() - excused.keys()):
        yield f"{name}: not covered at {_places(below[name])}; write the test that is missing"
    for name in sorted(excused.keys() - below.keys()):
        yield f"{name}: covered or gone; take it out of tool.so57.not-covered"


def _places(file: Mapping[str, Any]) -> str:
    """Return the lines and branches that no test reaches, the first of them where there are many."""
    branches = [f"{begin}->{'exit' if end < 0 else end}" for begin, end in file["missing_branches"]]
    places = [*map(str, file["missing_lines"]), *branches]
    return ", ".join(places[:MOST_PLACES]) + (" and more" if len(places) > MOST_PLACES else "")


def bare_pragmas(name: str, text: str) -> Iterable[str]:
    """Name each line that is left out of the measure without saying why."""
    for number, line in enumerate(text.splitlines(), start=1):
        if _PRAGMA_ALONE.search(line):
            yield f"{name}:{number}: left out of the measure without a reason; write it behind the pragma"


def main() -> int:
    """Print the verdict and return the exit code that it means."""
    if sys.platform != "linux":
        print("Coverage is judged on Linux only: some tests need its limits and users.")
        return 0
    files = measured()
    problems = list(gaps(files, excuses()))
    for name in files:
        problems += bare_pragmas(name, (ROOT / name).read_text(encoding="utf-8"))
    print("\n".join(problems) or f"Coverage: {len(files)} files, every line and branch.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
