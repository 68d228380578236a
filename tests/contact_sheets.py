"""Draw every page of the samples' reports: contact sheets of each plan, and two pages for the README.

The first plan's report is drawn in all three formats, those of the others as PDF.

`python -m tests.contact_sheets DIR`; needs Poppler and LibreOffice, which `dev.py system` installs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from PIL import Image

from desktop.sample import SAMPLE_PERIODS, SAMPLE_PLAN, make_sample_store, sample_period
from exporters.issue import FORMATS, write_files
from exporters.report import report_document
from models.desk import Desk
from models.store.connection import Store
from tests.system.test_office_files import to_pdf

AT = datetime(2026, 11, 3, 8, 0)
SHEET_DPI, SHEET_GREYS, PAGES_A_ROW, GAP = 68, 4, 5, 8
PAGE_DPI, PAGE_GREYS = 70, 16


def sample_files(folder: Path, plan: str, formats: Sequence[str]) -> dict[str, Path]:
    """Write the report that shows most of a plan's sample."""
    path = folder / f"{plan}.so57"
    make_sample_store(path, plan, at=AT)
    with Store.open(path, write=False) as store:
        desk = Desk(store)
        document = report_document(desk.report(sample_period(desk, None)))
    return {file.format: file.path for file in write_files(document, folder, formats)}


def pages(pdf: Path, dpi: int) -> list[Image.Image]:
    """Draw the pages of a PDF in grey."""
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), pdf, f"{work}/page"], check=True)
        return [Image.open(file).copy() for file in sorted(Path(work).iterdir())]


def rows(drawn: Sequence[Image.Image]) -> list[list[Image.Image]]:
    """Group pages of one shape into rows, so that no row mixes upright and wide ones."""
    found = []
    for _, group in groupby(drawn, key=lambda page: page.width > page.height):
        alike = list(group)
        found += [alike[at : at + PAGES_A_ROW] for at in range(0, len(alike), PAGES_A_ROW)]
    return found


def contact_sheet(drawn: Sequence[Image.Image]) -> Image.Image:
    """Put all pages on one picture, row by row."""
    laid = rows(drawn)
    width = max(sum(page.width + GAP for page in row) for row in laid) + GAP
    height = sum(row[0].height + GAP for row in laid) + GAP
    sheet = Image.new("L", (width, height), 128)
    top = GAP
    for row in laid:
        left = GAP
        for page in row:
            sheet.paste(page, (left, top))
            left += page.width + GAP
        top += row[0].height + GAP
    return sheet


def save(picture: Image.Image, path: Path, greys: int) -> None:
    """Save with a few greys only, which is enough for print and keeps the file small."""
    picture.quantize(greys, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1000} kB")


def main(arguments: Sequence[str]) -> int:
    """Draw everything into the folder that is named."""
    if len(arguments) != 1:
        print("Usage: python -m tests.contact_sheets DIR")
        return 2
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        for plan in SAMPLE_PERIODS:
            if plan != SAMPLE_PLAN:
                other = sample_files(Path(work), plan, ("pdf",))["pdf"]
                save(contact_sheet(pages(other, SHEET_DPI)), out / f"contact-{plan}.png", SHEET_GREYS)
        files = sample_files(Path(work), SAMPLE_PLAN, FORMATS)
        for kind, file in files.items():
            pdf = file if kind == "pdf" else to_pdf(file, Path(work) / kind)
            save(contact_sheet(pages(pdf, SHEET_DPI)), out / f"contact-{kind}.png", SHEET_GREYS)
        drawn = pages(files["pdf"], PAGE_DPI)
    save(drawn[0], out / "report-portrait.png", PAGE_GREYS)
    save(next(page for page in drawn if page.width > page.height), out / "report-landscape.png", PAGE_GREYS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
