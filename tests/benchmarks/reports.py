"""The month report of 50 and 300 rows against LibreOffice converting that one .docx; growth with rows and months."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from models.check_list import check_list
from models.desk import Desk
from models.figure_lines import FigureLine
from models.store.connection import Store
from tests.benchmarks.big_plans import AT, WHO, store_of
from tests.benchmarks.measuring import Measure, process_seconds

AGAINST_OFFICE = 0.5
GROWTH = 12.0
LARGEST = (1200, 240)
ON = date(2026, 11, 2)
ROUNDS = 3


def report_measures() -> list[Measure]:
    """Measure the whole report, three formats, as whole processes."""
    if shutil.which("soffice") is None:
        print("No LibreOffice here: the report is not held against it. `python3 dev.py system` installs it.")
        return []
    with tempfile.TemporaryDirectory() as folder:
        return [_against_office(Path(folder) / str(rows), rows) for rows in (50, 300)]


def _against_office(folder: Path, rows: int) -> Measure:
    folder.mkdir()
    store = folder / "so.so57"
    store_of(store, rows)
    ours = [sys.executable, "-m", "desktop.cli", "report", "--store", str(store), "--period", "2026-10"]
    own_seconds = process_seconds([*ours, "--out", str(folder / "out")])
    word = next((folder / "out").glob("*.docx"))
    office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    office_seconds = process_seconds([*office, "--outdir", str(folder / "office"), str(word)])
    return Measure(
        f"month report of {rows} rows, docx + pdf + xlsx, whole process",
        own_seconds / office_seconds,
        AGAINST_OFFICE,
        f"{own_seconds * 1000:.0f} ms against LibreOffice's {office_seconds * 1000:.0f} ms",
    )


def growth_measures() -> list[Measure]:
    """Measure how status, report and check list grow up to a plan of 1.200 rows with 240 months of figures."""
    rows, months = LARGEST
    shapes = {"rows": (rows // 10, months), "months": (rows, months // 10)}
    with tempfile.TemporaryDirectory() as folder:
        large = _seconds(Path(folder) / "large.so57", rows, months)
        small = {what: _seconds(Path(folder) / f"{what}.so57", *shape) for what, shape in shapes.items()}
    return [
        Measure(
            f"{work}, ten times the {what}",
            large[work] / seconds[work],
            GROWTH,
            f"{seconds[work] * 1000:.0f} ms -> {large[work] * 1000:.0f} ms ({rows} rows, {months} months)",
        )
        for what, seconds in small.items()
        for work in large
    ]


def _seconds(path: Path, rows: int, months: int) -> dict[str, float]:
    """Return how long each work takes on a store that was just opened, and again after one figure was typed."""
    store_of(path, rows, months)
    works: dict[str, Callable[[Desk], object]] = {
        "status": lambda desk: desk.status(ON),
        "report read and judged": lambda desk: desk.report(desk.period("2026-10")),
        "check list": lambda desk: check_list(desk, desk.period("2026-10")),
        "report again after an edit": _report_again,
    }
    return {work: min(_just_opened(path, call) for _ in range(ROUNDS)) for work, call in works.items()}


def _just_opened(path: Path, call: Callable[[Desk], object]) -> float:
    """Return the processor seconds of one work on a store opened for it; seconds that the work itself gives count.

    The processor's rather than the clock's, and the best of some rounds: what else runs here must not count as growth.
    """
    with Store.open(path) as store:
        desk = Desk(store)
        begun = time.process_time()
        own = call(desk)
        return own if isinstance(own, float) else time.process_time() - begun


def _report_again(desk: Desk) -> float:
    period = desk.period("2026-10")
    row = desk.report(period).indicators[0].row.key
    line = FigureLine(1, row, text=f"lần {time.monotonic_ns()}")
    desk.record(period, [line], who=WHO, at=AT)
    begun = time.process_time()
    desk.report(period)
    return time.process_time() - begun
