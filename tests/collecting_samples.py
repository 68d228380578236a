"""A plan whose rows have leads, its store, and forms filled in as a unit does."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from exporters.collection_form import form_bytes
from importers.collection_forms import read_form
from models.collecting import FormSheet
from models.collecting_desk import Received, examine, prepare, record_made
from models.collection_format import FIELDS_MARK, FILLED_BY, SHEET
from models.desk import Desk
from models.plans import Layout, Plan
from models.store.connection import Store
from tests.models.store.samples import WHO, small_plan

AT = datetime(2026, 11, 1, 8, 30)
LATER = datetime(2026, 11, 2, 9, 0)
DAY = date(2026, 11, 3)
STATION, POLICE = "Trạm Y tế xã", "Công an xã"
LEADS = {"ct-5g": STATION, "ct-so-hoa": f"{STATION}; {POLICE}", "ct-bai": POLICE}


def collecting_plan() -> Plan:
    """Return the small plan with a lead for every row: two units, one row shared."""
    plan = small_plan()
    rows = tuple(replace(row, lead=LEADS.get(row.key, "")) for row in plan.indicator_rows)
    tasks = tuple(replace(row, lead=POLICE if row.kind == "task" else "") for row in plan.task_rows)
    layouts = {
        "indicators": Layout("milestone_columns", "CHỈ TIÊU", ()),
        "tasks": Layout("schedule_columns", "NHIỆM VỤ", ()),
    }
    return replace(plan, indicator_rows=rows, task_rows=tasks, layouts=layouts)


def make_store(path: Path) -> Path:
    """Make a closed store of that plan."""
    Store.create(path, collecting_plan(), who=WHO, at=AT).close()
    return path


def made(desk: Desk, unit: str = STATION, at: datetime = AT) -> FormSheet:
    """Make the form of a unit for October, and record that it was made."""
    period = desk.period("2026-10")
    (sheet,) = prepare(desk, period, [unit], answer_by=DAY, contact="Lò Thị Lan", at=at)
    record_made(desk, [sheet], who=WHO, at=at)
    return sheet


def filled(sheet: FormSheet, cells: Mapping[tuple[str, str], Any], person: str = "") -> bytes:
    """Return a form with these cells filled in, by row key and field, as Excel saves it."""
    book = load_workbook(io.BytesIO(form_bytes(sheet, AT)))
    page = book[SHEET]
    columns: dict[str, int] = {}
    places: dict[tuple[str, str], Any] = {}
    for row in page.iter_rows():
        mark = row[0].value
        if mark == FIELDS_MARK:
            columns = {str(cell.value): place for place, cell in enumerate(row) if place and cell.value}
        elif mark == FILLED_BY and person:
            row[3].value = person
        else:
            places |= {(str(mark), field): row[place] for field, place in columns.items()}
    for place, value in cells.items():
        places[place].value = value
    return saved(book)


def saved(book: Any) -> bytes:
    """Return a workbook's bytes."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def write(folder: Path, content: bytes, name: str = "phieu.xlsx") -> Path:
    """Write a file as it came from a unit."""
    path = folder / name
    path.write_bytes(content)
    return path


def came_back(desk: Desk, folder: Path, content: bytes, name: str = "phieu.xlsx") -> Received:
    """Read a form that came back and hold it against the store."""
    file = read_form(write(folder, content, name))
    return examine(desk, file.answers, file.name, file.content)


def repacked(content: bytes, parts: Mapping[str, bytes], order: Sequence[str] = ()) -> bytes:
    """Return a package with some parts replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return stream.getvalue()
