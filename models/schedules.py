"""A printed schedule as understood: stages with their years, deadlines, yearly rounds and conditions.

How plans are read: a month, quarter or year is due on its last day ("trước 2030" on 31/12/2029); "x" is a stage
within its column's years, and so is a printed span of years; "Hàng năm" is one round a year; "Sau khi …" has no
deadline until the officer enters the day it came true. A time printed later than its column's years counts as
printed and holds until it is done; a time before its column's first year is only noted.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from models.plans import ScheduleColumn, TaskRow
from models.text import fold, one_line
from models.words import NOT_UNDERSTOOD, PRINTED_ONLY, day, years


class StageKind(StrEnum):
    """What a printed time means."""

    DEADLINE = "deadline"
    STAGE = "stage"
    YEARLY = "yearly"
    CONTINUOUS = "continuous"
    CONDITION = "condition"
    NOTED = "noted"
    UNDATED = "undated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stretch of a task's schedule as printed and as understood; years are None where nothing bounds them.

    `due` is a DEADLINE's day, `month` the month of a YEARLY round, `expected` the day that a CONDITION itself prints.
    `part` counts the stages that one cell prints ("Năm 2025 và thường xuyên" has two). No plan prints what the officer
    adds later (models.timing): `true_since` and `brought` are the day a CONDITION came true and the deadline that it
    brought, `extended` is the deadline put off by a document. UNDATED stands for a task without a time.
    """

    column: str
    printed: str
    kind: StageKind
    first_year: int | None = None
    last_year: int | None = None
    due: date | None = None
    month: int | None = None
    condition: str = ""
    expected: date | None = None
    part: int = 1
    true_since: date | None = None
    brought: date | None = None
    extended: date | None = None

    @property
    def last_day(self) -> date | None:
        """Return the day by which it is to be done: put off, brought by its condition, or printed."""
        return self.extended or self.brought or self.due

    @property
    def id(self) -> str:
        """Return what records call this stage (a yearly round is called by its year instead)."""
        return self.column if self.part == 1 else f"{self.column}/{self.part}"

    def covers(self, year: int) -> bool:
        """Tell whether the year lies in the stage's years."""
        return (self.first_year is None or self.first_year <= year) and (
            self.last_year is None or year <= self.last_year
        )


def stages(
    row: TaskRow, columns: Sequence[ScheduleColumn], readings: Mapping[str, str] = MappingProxyType({})
) -> tuple[Stage, ...]:
    """Return the stages of a task in the order of the plan's columns; `readings` are understood in a cell's place."""
    found: list[Stage] = []
    for column in columns:
        printed = row.schedule.get(column.id, "")
        read = parse_stage(readings.get(column.id, printed), column)
        found.extend(stage if stage.printed == printed else replace(stage, printed=printed) for stage in read)
    return tuple(found)


_MOMENT = (
    r"(?:(?:(?:ngay )?(?P<day>\d\d?)/)?(?:thang )?(?P<month>\d\d?)(?:/| nam )"
    r"|quy (?P<quarter>iv|i{1,3}|[1-4])(?:/| nam )|(?:nam )?)(?P<year>20\d\d)"
)
_NOTE = r"(?: ?\([^()]*\))?"
_DEADLINE = re.compile(
    r"(?:hoan thanh (?:[a-z]+ ){0,4}?)?(?:(?:xong|trong|vao|den|het|cuoi|cham nhat) )*(?P<before>truoc )?"
    rf"{_MOMENT}(?:-(?P<latest>20\d\d))?{_NOTE}"
)
_SPAN = re.compile(
    r"(?:(?:giai doan )?(?:tu )?(?:nam )?(?P<first>20\d\d)(?:-| den )(?:nam )?(?P<last>20\d\d)"
    rf"|giai doan nam (?P<only>20\d\d))(?:{_NOTE}|(?: [a-z]+){{1,6}})"
)
_PERIOD = r"(?:tuan|thang|quy|nam|\d\d? (?:tuan|thang|quy|nam))"
_PERIODIC = re.compile(rf"(?:theo|hang|dinh ky(?: hang)?) {_PERIOD}(?:, {_PERIOD})*|dinh ky \({_PERIOD}/lan\)")
_PART_OF_YEAR = r"(?:thang (?P<month>1[0-2]|0?[1-9])|quy (?P<quarter>iv|i{1,3}|[1-4]))"
_YEARLY = re.compile(
    rf"(?:(?:cap nhat|dinh ky|thuc hien) )?(?:{_PART_OF_YEAR}(?: cua)? )?hang nam"
    r"(?: ?\((?P<first>20\d\d)(?:-(?P<last>20\d\d))?\)| ?\([^()]*\))?"
)
_YEAR_BEFORE = re.compile(rf"{_PART_OF_YEAR}(?: cua)? nam truoc{_NOTE}")
_CONTINUOUS = re.compile(r"thuong xuyen(?:,? (?:lien tuc|hang nam))?|lien tuc|(?:nhung|cac) nam tiep theo")
_CONDITION = re.compile(
    r"(?:co dieu kien: )?(?:(?:sau|khi) (?!(?:nam|thang|quy|ngay|do|nao|khi nao)\b)[a-z]"
    r"|theo (?:chi dao|yeu cau|huong dan)).*"
)
_EXPECTED = re.compile(rf"(?:du kien|trong)(?: trong)? {_MOMENT}")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@lru_cache(maxsize=4096)
def parse_stage(printed: str, column: ScheduleColumn) -> tuple[Stage, ...]:
    """Understand a cell of the schedule; never raise, keep `printed` exactly; a blank cell has no stage."""
    text = _normal(printed)
    if not text:
        return ()
    blank = Stage(column.id, printed, StageKind.UNKNOWN, column.first_year, column.last_year)
    whole = _read(text, blank)
    if whole.kind is not StageKind.UNKNOWN:
        return (whole,)
    pieces = tuple(_read(piece, blank) for piece in re.split(r", ?|; ?| va ", text))
    unclear = {StageKind.UNKNOWN, StageKind.CONDITION}
    return (whole,) if any(piece.kind in unclear for piece in pieces) else _in_sequence(pieces)


def _normal(printed: str) -> str:
    """Return the words folded, with plain hyphens and no room around them and around slashes."""
    text = re.sub(r"[–—−]", "-", fold(one_line(printed)))
    return re.sub(r" ?([/-]) ?", r"\1", text).strip(" .;")


def _read(text: str, blank: Stage) -> Stage:
    """Understand one time; return `blank` when it cannot be."""
    if text == "x" and blank.first_year is not None:
        return replace(blank, kind=StageKind.STAGE)
    if text == fold(PRINTED_ONLY):
        return replace(blank, kind=StageKind.NOTED)
    if _CONTINUOUS.fullmatch(text):
        return replace(blank, kind=StageKind.CONTINUOUS)
    return _yearly(text, blank) or _span(text, blank) or _deadline(text, blank) or _condition(text, blank) or blank


def _yearly(text: str, blank: Stage) -> Stage | None:
    """Read what comes back each year: `Hàng năm`, `Tháng 11 hàng năm (…)`, `Quý IV của năm trước`, `6 tháng/lần`.

    `Quý IV của năm trước` is done within the year before its plan's. What comes back within a year has one record a
    year as well.
    """
    match = _YEARLY.fullmatch(text)
    if match and match["first"]:
        stage = replace(blank, kind=StageKind.YEARLY, month=_month(match))
        return _bounded(stage, int(match["first"]), int(match["last"] or match["first"]))
    if _PERIODIC.fullmatch(text):
        return replace(blank, kind=StageKind.YEARLY)
    match = match or _YEAR_BEFORE.fullmatch(text)
    return replace(blank, kind=StageKind.YEARLY, month=_month(match)) if match else None


def _span(text: str, blank: Stage) -> Stage | None:
    """Read `2026-2028`, `2025-2030 (5G)`: a stage of its own years."""
    match = _SPAN.fullmatch(text)
    if match is None:
        return None
    stage = replace(blank, kind=StageKind.STAGE)
    return _bounded(stage, int(match["first"] or match["only"]), int(match["last"] or match["only"]))


def _bounded(stage: Stage, first: int, last: int) -> Stage | None:
    """Give a stage its printed years, none before its column's (2025-2030 under 2026–2030); all before: only noted."""
    if first > last:
        return None
    if stage.first_year is not None and last < stage.first_year:
        return replace(stage, kind=StageKind.NOTED, month=None)
    return replace(stage, first_year=max(first, stage.first_year or first), last_year=last)


def _deadline(text: str, blank: Stage) -> Stage | None:
    """Read a day, month, quarter or year; one before the column's first year is only noted.

    `đến năm 2035–2045` leaves room until the last of those years.
    """
    match = _DEADLINE.fullmatch(text)
    bounds = _bounds(match) if match else None
    if match is None or bounds is None or not _is_in_order(match):
        return None
    due = bounds[0] - timedelta(days=1) if match["before"] else bounds[1]
    if match["latest"]:
        due = date(int(match["latest"]), 12, 31)
    if blank.first_year is not None and due.year < blank.first_year:
        return replace(blank, kind=StageKind.NOTED)
    last = None if blank.last_year is None else max(blank.last_year, due.year)
    return replace(blank, kind=StageKind.DEADLINE, due=due, last_year=last)


def _is_in_order(match: re.Match[str]) -> bool:
    """Tell whether a second year, where there is one, follows a bare first one."""
    alone = not (match["before"] or match["month"] or match["quarter"])
    return match["latest"] is None or (alone and int(match["year"]) < int(match["latest"]))


def _condition(text: str, blank: Stage) -> Stage | None:
    """Read `Sau khi có Kế hoạch của tỉnh`; a day it expects (`dự kiến 12/2025`) sets no deadline."""
    if not _CONDITION.fullmatch(text):
        return None
    expected = _EXPECTED.search(text)
    bounds = _bounds(expected) if expected else None
    words = one_line(blank.printed)
    if text.startswith("co dieu kien: "):
        words = words.split(": ", 1)[1]
    return replace(blank, kind=StageKind.CONDITION, condition=words, expected=bounds[1] if bounds else None)


def _bounds(match: re.Match[str]) -> tuple[date, date] | None:
    """Return the first and last day of a day, month, quarter or year; None when there is no such one."""
    year, month = int(match["year"]), _month(match)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    if match["day"]:
        number = int(match["day"])
        return (date(year, month, number), date(year, month, number)) if 1 <= number <= last else None
    return date(year, month - 2 if match["quarter"] else month, 1), date(year, month, last)


def _month(match: re.Match[str]) -> int | None:
    """Return the printed month, of a quarter its last one."""
    if match["quarter"]:
        return 3 * (_QUARTERS.get(match["quarter"]) or int(match["quarter"]))
    return int(match["month"]) if match["month"] else None


def _in_sequence(pieces: Sequence[Stage]) -> tuple[Stage, ...]:
    """Number the stages of one cell and let each begin after the one before, so that no year counts twice."""
    found: list[Stage] = []
    for part, piece in enumerate(pieces, start=1):
        end = (found[-1].due.year if found[-1].due else found[-1].last_year) if found else None
        later = end is not None and (piece.last_year is None or end < piece.last_year)
        if end is not None and later:
            piece = replace(piece, first_year=max(piece.first_year or 0, end + 1))
        found.append(replace(piece, part=part))
    return tuple(found)


def describe(stage: Stage) -> str:
    """Say in Vietnamese what is understood; parsing the answer in the same column gives the same but for `printed`."""
    if stage.due is not None:
        return f"đến hết ngày {day(stage.due)}"
    if stage.kind is StageKind.STAGE and stage.first_year is not None and stage.last_year is not None:
        span = years(stage.first_year, stage.last_year).lower()
        return span if span.startswith("giai đoạn") else f"giai đoạn {span}"
    if stage.kind is StageKind.YEARLY:
        month = "" if stage.month is None else f"tháng {stage.month} "
        if stage.first_year is None or stage.last_year is None:
            return f"{month}hằng năm"
        last = f"-{stage.last_year}" if stage.last_year > stage.first_year else ""
        return f"{month}hằng năm ({stage.first_year}{last})"
    if stage.kind is StageKind.CONTINUOUS:
        return "thường xuyên"
    if stage.kind is StageKind.CONDITION:
        return f"có điều kiện: {stage.condition}"
    return PRINTED_ONLY if stage.kind is StageKind.NOTED else NOT_UNDERSTOOD
