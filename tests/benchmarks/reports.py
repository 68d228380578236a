"""The month report of 50 and 300 rows against LibreOffice converting that one .docx; growth with rows and months."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from models.check_list import check_list
from models.desk import Desk
from models.store.connection import Store
from tests.benchmarks.big_plans import store_of
from tests.benchmarks.measuring import Measure, call_seconds, process_seconds

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
    """Return how long each work on the office's open store takes, everything read anew."""
    store_of(path, rows, months)
    with Store.open(path, write=False) as store:
        desk = Desk(store)
        period = desk.period("2026-10")
        works: dict[str, Callable[[], object]] = {
            "status": lambda: desk.status(ON),
            "report read and judged": lambda: desk.report(period),
            "check list": lambda: check_list(desk, period),
        }
        return {work: call_seconds(call, ROUNDS) for work, call in works.items()}
