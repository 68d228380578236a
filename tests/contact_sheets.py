"""Draw every page of the samples' reports: a contact sheet of each plan's duty, and two pages for the README.

All are drawn as PDF, the month's report of the first plan as Word and Excel too. Longer reports are counted by the
calendar of the shortest, as an office does that adds its months up.

`python -m tests.contact_sheets DIR`; needs Poppler and LibreOffice, which `dev.py system` installs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from PIL import Image

from desktop.sample import SAMPLE_PERIODS, SAMPLE_PLAN, make_sample_store
from exporters.issue import FORMATS, write_files
from exporters.report import report_document
from models.desk import Desk
from models.store.connection import Store
from models.store.setting_rows import save_calendar
from tests.system.test_office_files import to_pdf

AT = datetime(2026, 11, 3, 8, 0)
SPANS = {"month": "2026-10", "quarter": "2026-Q3", "six_months": "2026-H1", "nine_months": "2026-9M", "year": "2026"}
"""The period of each frequency that is drawn."""
MAIN_DUTY = "bao-cao-thang"
SHEET_DPI, SHEET_GREYS, PAGES_A_ROW, GAP = 48, 4, 6, 6
PAGE_DPI, PAGE_GREYS = 70, 16


def sample_store(folder: Path, plan: str) -> Path:
    """Make a plan's sample, all duties counted by the calendar of the first."""
    path = folder / f"{plan}.so57"
    make_sample_store(path, plan, at=AT)
    with Store.open(path, write=True) as store, store.change("chọn lịch", who="contact sheets", at=AT) as change:
        first, *others = Desk(store).plan.duties
        for duty in others:
            save_calendar(change, duty.id, first.calendar)
    return path


def sample_files(folder: Path, plan: str) -> Iterator[tuple[str, dict[str, Path]]]:
    """Write the report of each duty of a plan, or the form for units, and yield the duty with its files by format."""
    with Store.open(sample_store(folder, plan), write=False) as store:
        desk = Desk(store)
        for duty in desk.plan.duties:
            report = desk.report(desk.period(SPANS[duty.frequency], duty.id))
            formats = FORMATS if (plan, duty.id) == (SAMPLE_PLAN, MAIN_DUTY) else ("pdf",)
            files = write_files(report_document(report), folder, formats)
            yield duty.id, {file.format: file.path for file in files}


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
            for duty, files in sample_files(Path(work), plan):
                draw(files, duty, plan, out)
    return 0


def draw(files: Mapping[str, Path], duty: str, plan: str, out: Path) -> None:
    """Draw the sheets of one report; what is written in all formats shows its first pages at full size as well."""
    drawn = pages(files["pdf"], SHEET_DPI)
    save(contact_sheet(drawn), out / f"contact-{plan}-{duty}.png", SHEET_GREYS)
    for kind in set(files) - {"pdf"}:
        laid_out = to_pdf(files[kind], files[kind].parent / kind)
        save(contact_sheet(pages(laid_out, SHEET_DPI)), out / f"contact-{kind}.png", SHEET_GREYS)
    if len(files) > 1:
        large = pages(files["pdf"], PAGE_DPI)
        save(large[0], out / "report-portrait.png", PAGE_GREYS)
        save(next(page for page in large if page.width > page.height), out / "report-landscape.png", PAGE_GREYS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
