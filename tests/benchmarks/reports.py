"""The month report of 50 and 300 rows against LibreOffice converting that one .docx; growth with rows and months."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from models.desk import Desk
from models.store.connection import Store
from tests.benchmarks.big_plans import store_of
from tests.benchmarks.measuring import Measure, call_seconds, process_seconds

AGAINST_OFFICE = 0.5
GROWTH = 12.0


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
    """Measure how reading, judging and laying out grow with ten times the rows and ten times the months."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shapes = {"rows": ((89, 12), (890, 12)), "months": ((89, 24), (89, 240))}
        measures = []
        for what, (small, large) in shapes.items():
            times = [_report_seconds(folder / f"{what}{n}.so57", *shape) for n, shape in enumerate((small, large))]
            detail = f"{times[0] * 1000:.0f} ms -> {times[1] * 1000:.0f} ms"
            measures.append(
                Measure(f"report read and judged, ten times the {what}", times[1] / times[0], GROWTH, detail)
            )
        return measures


def _report_seconds(path: Path, rows: int, months: int) -> float:
    store_of(path, rows, months)
    with Store.open(path, write=False) as store:
        desk = Desk(store)
        period = desk.period("2026-10")
        return call_seconds(lambda: desk.report(period))
