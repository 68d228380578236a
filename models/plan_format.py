"""The plan file's plain data, read into a plan with a sentence for every fault, and written back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, fields
from itertools import pairwise
from typing import Any, TypeVar, cast, get_args

from models.errors import BadFile
from models.plan_reader import KEY, TOP, Reader, broken, quoted, year, year_named
from models.plans import (
    Agency,
    AssignmentRow,
    Correction,
    Direction,
    DueRule,
    Duty,
    Frequency,
    IndicatorKind,
    IndicatorRow,
    Layout,
    LayoutColumn,
    Measure,
    Plan,
    PlanDocument,
    ScheduleColumn,
    TaskKind,
    TaskRow,
    UnitDuty,
)

FORMAT = "so57-plan"
VERSION = 1
LAYOUTS = ("indicators", "tasks", "assignments")
CALENDAR = re.compile(r"calendar|decree|own:(?:[1-9]|[12][0-9]|3[01])")
FIELD = re.compile(r"[a-z]+(?:_[a-z]+)*(?::[a-z0-9]+(?:-[a-z0-9]+)*)?")

T = TypeVar("T")


def plan_from_dict(data: object) -> Plan:
    """Build a plan from the plain data of a plan file; BadFile names the place that is wrong."""
    top = Reader(_ours(data), TOP)
    plan = Plan(
        id=top.code("id"),
        commune=top.words("commune"),
        province=top.words("province"),
        issuer=top.words("issuer"),
        document=top.one("document", _document),
        milestones=tuple(year(item, top.place("milestones")) for item in top.items("milestones")),
        schedule_columns=top.each("schedule_columns", _schedule_column),
        layouts=top.one("layouts", lambda r: {name: r.one(name, _layout) for name in LAYOUTS if not r.lacks(name)}),
        agencies=top.each("agencies", lambda r: Agency(r.words("name"), r.texts("aliases"))),
        duties=top.each("duties", _duty),
        indicator_rows=top.each("indicator_rows", _indicator_row),
        task_rows=top.each("task_rows", _task_row),
        assignment_rows=_optional(top, "assignment_rows", _assignment_row),
        unit_duties=_optional(top, "unit_duties", lambda r: UnitDuty(r.words("unit"), r.texts("duties"))),
        corrections=_optional(top, "corrections", _correction),
    )
    top.finish()
    _check_head(plan)
    _check_rows(plan)
    return plan


def _ours(data: object) -> dict[str, object]:
    """Return the file's entries below the two that tell its kind."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BadFile(
            "Tệp này không phải tệp kế hoạch của Sổ 57 (mục “format” ở đầu tệp phải là “so57-plan”). Hãy chọn tệp khác."
        )
    if (version := Reader(data, TOP).integer("version", 1, 1_000_000)) != VERSION:
        raise BadFile(
            f"Tệp kế hoạch thuộc phiên bản {version} (mục “version” ở đầu tệp); bản Sổ 57 này chỉ đọc được phiên bản "
            f"{VERSION}. Hãy cập nhật Sổ 57 rồi mở lại tệp."
        )
    return {name: value for name, value in data.items() if name not in ("format", "version")}


def _optional(top: Reader, key: str, make: Callable[[Reader], T]) -> tuple[T, ...]:
    return () if top.lacks(key) else top.each(key, make)


def plan_to_dict(plan: Plan) -> dict[str, Any]:
    """Return the plain data of a plan file; plan_from_dict gives back an equal plan."""
    return {
        "format": FORMAT,
        "version": VERSION,
        **head_to_dict(plan),
        "indicator_rows": [_indicator_to_dict(row) for row in plan.indicator_rows],
        "task_rows": [_task_to_dict(row) for row in plan.task_rows],
        "assignment_rows": [asdict(row) for row in plan.assignment_rows],
        "unit_duties": [{"unit": item.unit, "duties": list(item.duties)} for item in plan.unit_duties],
        "corrections": [asdict(item) for item in plan.corrections],
    }


def head_to_dict(plan: Plan) -> dict[str, Any]:
    """Return everything of a plan but its rows and corrections."""
    return {
        "id": plan.id,
        "commune": plan.commune,
        "province": plan.province,
        "issuer": plan.issuer,
        "document": {key: list(v) if isinstance(v, tuple) else v for key, v in asdict(plan.document).items()},
        "milestones": list(plan.milestones),
        "schedule_columns": [asdict(column) for column in plan.schedule_columns],
        "layouts": {name: _layout_to_dict(layout) for name, layout in plan.layouts.items()},
        "agencies": [{"name": agency.name, "aliases": list(agency.aliases)} for agency in plan.agencies],
        "duties": [_duty_to_dict(duty) for duty in plan.duties],
    }


def _document(r: Reader) -> PlanDocument:
    return PlanDocument(
        title=r.words("title"),
        number=r.text("number", ""),
        date=r.text("date", ""),
        signer=r.text("signer", ""),
        position=r.text("position", ""),
        recipients=r.texts("recipients"),
        legal_bases=r.texts("legal_bases"),
        appendix_notes=r.texts("appendix_notes"),
    )


def _schedule_column(r: Reader) -> ScheduleColumn:
    first, last = (year(r.value(key), r.place(key)) if r.has(key) else None for key in ("first_year", "last_year"))
    if first is not None and last is not None and first > last:
        raise broken(f"{r.where} có “first_year” sau “last_year”")
    return ScheduleColumn(r.code("id"), r.words("title"), first, last)


def _layout(r: Reader) -> Layout:
    columns = r.each("columns", lambda c: LayoutColumn(c.code("field", FIELD), c.words("title")))
    return Layout(r.code("kind", KEY), r.words("title"), columns, r.text("source", ""))


def _layout_to_dict(layout: Layout) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": layout.kind, "title": layout.title}
    data["columns"] = [asdict(column) for column in layout.columns]
    return data | ({"source": layout.source} if layout.source else {})


def _duty(r: Reader) -> Duty:
    return Duty(
        id=r.code("id"),
        name=r.words("name"),
        direction=cast("Direction", r.one_of("direction", get_args(Direction))),
        frequency=cast("Frequency", r.one_of("frequency", get_args(Frequency))),
        calendar=_calendar(r),
        due=r.one("due", _due_rule) if r.has("due") else None,
        to=r.texts("to"),
        by=r.text("by", ""),
        issuer=r.text("issuer", ""),
        as_printed=r.text("as_printed", ""),
    )


def _calendar(r: Reader) -> str:
    calendar = r.text("calendar")
    if not CALENDAR.fullmatch(calendar):
        known = "calendar, decree hoặc own:D với D từ 1 đến 31"
        raise broken(f"{r.place('calendar')} là {quoted(calendar)}; chỉ nhận {known}")
    return calendar


def _due_rule(r: Reader) -> DueRule:
    return DueRule(r.integer("day", 1, 31), r.integer("month", 1, 12) if r.has("month") else None)


def _duty_to_dict(duty: Duty) -> dict[str, Any]:
    data = asdict(duty)
    data["to"] = list(duty.to)
    return data


def _indicator_row(r: Reader) -> IndicatorRow:
    return IndicatorRow(
        key=r.code("key", KEY),
        kind=cast("IndicatorKind", r.one_of("kind", get_args(IndicatorKind))),
        number=r.text("number"),
        parent=_other(r, "parent"),
        name=r.words("name"),
        unit=r.text("unit", ""),
        measure=cast("Measure", r.one_of("measure", get_args(Measure), "state")),
        targets={year_named(name, r.place("targets")): words for name, words in r.cells("targets").items()},
        lead=r.text("lead", ""),
        coordinating=r.text("coordinating", ""),
        note=r.text("note", ""),
        same_as=_other(r, "same_as"),
    )


def _other(r: Reader, key: str) -> str | None:
    """Return the key of another row, if one is named."""
    return r.text(key) if r.has(key) else None


def _indicator_to_dict(row: IndicatorRow) -> dict[str, Any]:
    return {**_row_to_dict(row), "targets": {str(year): words for year, words in row.targets.items()}}


def _task_row(r: Reader) -> TaskRow:
    return TaskRow(
        key=r.code("key", KEY),
        kind=cast("TaskKind", r.one_of("kind", get_args(TaskKind))),
        number=r.text("number"),
        parent=_other(r, "parent"),
        name=r.words("name"),
        lead=r.text("lead", ""),
        coordinating=r.text("coordinating", ""),
        deliverable=r.text("deliverable", ""),
        schedule=r.cells("schedule"),
        note=r.text("note", ""),
    )


def _task_to_dict(row: TaskRow) -> dict[str, Any]:
    return {**_row_to_dict(row), "schedule": dict(row.schedule)}


def _row_to_dict(row: IndicatorRow | TaskRow) -> dict[str, Any]:
    """Return a row's fields by name; asdict would copy the mappings deeply, which the callers replace anyway."""
    return {f.name: getattr(row, f.name) for f in fields(row) if getattr(row, f.name) is not None or f.name == "parent"}


def _assignment_row(r: Reader) -> AssignmentRow:
    return AssignmentRow(*(r.text(f.name) for f in fields(AssignmentRow)))


def _correction(r: Reader) -> Correction:
    return Correction(*(r.words(f.name) for f in fields(Correction)))


def _check_head(plan: Plan) -> None:
    """Refuse names that stand twice, and layouts of columns that the plan does not have."""
    _unique("chế độ báo cáo", (duty.id for duty in plan.duties))
    _unique("cột thời gian", (column.id for column in plan.schedule_columns))
    _unique("đơn vị", (agency.name for agency in plan.agencies))
    if any(first >= later for first, later in pairwise(plan.milestones)):
        raise broken("các năm trong “milestones” phải tăng dần và không lặp lại")
    known = {f"target:{name}" for name in plan.milestones} | {f"schedule:{c.id}" for c in plan.schedule_columns}
    for name, layout in plan.layouts.items():
        for column in layout.columns:
            if ":" in column.field and column.field not in known:
                raise broken(f"bố cục “{name}” có cột {quoted(column.field)} mà kế hoạch không có")


def _unique(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise broken(f"{what} {quoted(name)} được ghi hai lần")
        seen.add(name)


def _check_rows(plan: Plan) -> None:
    """Refuse repeated keys, unknown rows, and cells of columns that the plan does not have."""
    _unique("mã dòng", (row.key for row in plan.rows()))
    _check_parents(plan.indicator_rows)
    _check_parents(plan.task_rows)
    columns = {column.id for column in plan.schedule_columns}
    indicators = {row.key for row in plan.indicator_rows}
    for row in plan.indicator_rows:
        _check_columns(row.key, (str(name) for name in row.targets if name not in plan.milestones))
        if row.same_as is not None and row.same_as not in indicators - {row.key}:
            raise broken(f"dòng {quoted(row.key)} cùng chỉ tiêu với {quoted(row.same_as)}, không phải một dòng khác")
    for task in plan.task_rows:
        _check_columns(task.key, (name for name in task.schedule if name not in columns))


def _check_parents(rows: Iterable[IndicatorRow | TaskRow]) -> None:
    seen: set[str] = set()
    for row in rows:
        if row.parent is not None and row.parent not in seen:
            raise broken(f"dòng {quoted(row.key)} thuộc dòng {quoted(row.parent)} không đứng trước nó trong phụ lục")
        seen.add(row.key)


def _check_columns(key: str, strange: Iterable[str]) -> None:
    for column in strange:
        raise broken(f"dòng {quoted(key)} có cột {quoted(column)} mà kế hoạch không có")
