"""How each plan's appendices are laid out in a report: their names, titles and columns (forms.md §5).

The plan's own words head the columns that the plan has; results stand in columns of their own, since what some plans
call "Kết quả" is their target or their deliverable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from exporters.document import Column, ColumnKind
from exporters.period_words import column_before
from models.evaluation import Verdict
from models.plans import Layout, Plan
from models.reports import Report
from models.shown import figure_text

JOINED = "\u00a0"  # a space at which no line breaks
PAGE_MM = 252.0  # what a landscape page leaves between its margins
NAME_SHARE, HALF = 2 / 3, 1 / 2  # of the room that missing columns leave; results and notes get the rest
ENDED = (Verdict.ENDED_REACHED, Verdict.ENDED_MISSED, Verdict.ENDED_UNKNOWN)


class Field(StrEnum):
    """What a column of an appendix holds."""

    NUMBER = "number"
    NAME = "name"
    UNIT = "unit"
    TARGET = "target"
    BEFORE = "before"
    YEAR_BEFORE = "year_before"
    CURRENT = "current"
    RUNNING = "running"
    SHARE = "share"
    VERDICT = "verdict"
    LEAD = "lead"
    COORDINATING = "coordinating"
    DELIVERABLE = "deliverable"
    DEADLINE = "deadline"
    RESULT = "result"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of an appendix: what it holds, its head, its width in mm and kind."""

    field: Field
    title: str
    column: Column


def _column(field: Field, title: str, width: float, kind: ColumnKind = ColumnKind.TEXT) -> FormColumn:
    return FormColumn(field, title, Column(width, kind))


# The widths fill a landscape page; heads of at most three lines leave the page to the rows.
INDICATOR_COLUMNS: tuple[FormColumn, ...] = (
    _column(Field.NUMBER, "STT", 11, ColumnKind.CENTER),
    _column(Field.NAME, "Chỉ tiêu", 53),
    _column(Field.UNIT, "Đơn vị tính", 17, ColumnKind.CENTER),
    _column(Field.TARGET, "Mục tiêu", 21, ColumnKind.CENTER),
    _column(Field.BEFORE, "Kết quả kỳ trước", 17.5, ColumnKind.NUMBER),
    _column(Field.YEAR_BEFORE, "Cùng kỳ năm trước", 17.5, ColumnKind.NUMBER),
    _column(Field.CURRENT, "Kết quả kỳ này", 17.5, ColumnKind.NUMBER),
    _column(Field.RUNNING, "Lũy kế từ đầu năm", 14, ColumnKind.NUMBER),
    _column(Field.SHARE, "Tỷ lệ so với mục tiêu (%)", 16.5, ColumnKind.NUMBER),
    _column(Field.VERDICT, "Đánh giá", 24),
    _column(Field.LEAD, "Cơ quan chủ trì", 25.5),
    _column(Field.NOTE, "Ghi chú", 35),
)
TASK_COLUMNS: tuple[FormColumn, ...] = (
    _column(Field.NUMBER, "TT", 11, ColumnKind.CENTER),
    _column(Field.NAME, "Nhiệm vụ", 60),
    _column(Field.LEAD, "Cơ quan chủ trì", 22),
    _column(Field.COORDINATING, "Cơ quan phối hợp", 20),
    _column(Field.DELIVERABLE, "Sản phẩm", 24),
    _column(Field.DEADLINE, "Thời hạn", 21.5, ColumnKind.CENTER),
    _column(Field.RESULT, "Kết quả thực hiện", 47),
    _column(Field.VERDICT, "Đánh giá", 22.5),
    _column(Field.NOTE, "Ghi chú", 24),
)
DELIVERABLE_OF_PLAN = "Sản phẩm (theo Kế hoạch)"
ASSIGNED_LEAD = "Đơn vị chủ trì (do UBND xã phân công)"
TEXT_TARGET_MM = 28.0  # targets in words would make a narrow column of many lines
SEVERAL_LEADS_MM = 33.0  # and so would several agencies
LONG_SPAN_MM = 21.5  # "Kết quả 6 tháng cuối năm 2025" in three lines
DATED_RESULT_MM = 23.0  # "82,5 (năm 2025)"
WRITING_MM = 32.0  # room to write a figure by hand
UNIT_FORM_WIDTHS = {Field.LEAD: 29.0, Field.COORDINATING: 27.0, Field.DELIVERABLE: 29.0}
LONG_HEAD, LONG_HEAD_MM = 20, 29.0
ASSIGNED_LEAD_MM = 26.0  # "Đơn vị chủ trì" on one line, so that its head has three
PARTNERS_MM = 22.0  # "Các phòng, đơn vị, các thôn trên địa bàn xã" in four lines; wider would cost pages elsewhere
PAIRS = ("chủ trì", "phối hợp", "thực hiện", "văn bản", "kiến nghị", "ghi chú", "Kế hoạch", "tham mưu/", "tiêu chí")
LONG = ("six_months", "nine_months")


def is_prose(plan: Plan) -> bool:
    """Tell whether the plan prints its targets in running text, without appendices."""
    return _kind(plan) == "prose"


def is_by_milestone(plan: Plan) -> bool:
    """Tell whether the plan prints an indicator once for each milestone, in sections."""
    return _kind(plan) == "milestone_sections"


def _kind(plan: Plan) -> str:
    return plan.layouts["indicators"].kind


def appendix_label(plan: Plan, number: int) -> str:
    """Return what the report calls its appendix of that number, as the plan calls its own."""
    if is_prose(plan):
        return f"Biểu số {number:02d}"
    if _kind(plan) == "single_target":
        return f"Phụ lục số {number:02d}"
    return f"Phụ lục {'I' * number}"


def indicators_label(plan: Plan) -> str:
    """Return the name of the appendix of indicators."""
    return appendix_label(plan, 1)


def tasks_label(plan: Plan) -> str:
    """Return the name of the appendix of tasks."""
    return appendix_label(plan, 2)


def indicators_title(report: Report) -> str:
    """Return the title of the appendix of indicators, in capitals."""
    layout, span = report.plan.layouts["indicators"], report.period.span.words().upper()
    if layout.kind == "prose":
        return f"BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN {_several(layout)} {span}"
    if layout.kind == "single_target":
        return f"KẾT QUẢ THỰC HIỆN {span} {layout.title.upper()}"
    return f"KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU {span}"


def tasks_title(report: Report) -> str:
    """Return the title of the appendix of tasks, in capitals."""
    layout, span = report.plan.layouts["tasks"], report.period.span.words().upper()
    if layout.kind == "prose":
        return f"BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN {_several(layout)} {span}"
    return f"KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ {span}"


def assignments_title(report: Report) -> str:
    """Return the title of the table of assignments, in capitals."""
    return f"BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ ĐƯỢC PHÂN CÔNG {report.period.span.words().upper()}"


def _several(layout: Layout) -> str:
    return f"CÁC {layout.title.upper().removeprefix('CÁC ')}"


def indicator_columns(report: Report) -> tuple[FormColumn, ...]:
    """Return the columns of the appendix of indicators."""
    plan, lines = report.plan, report.indicators
    missing = set()
    if not _is_summed(report):
        missing.add(Field.RUNNING)
    missing |= _not_compared(report)
    if not any(line.row.lead or line.lead for line in lines):
        missing.add(Field.LEAD)
    titles = _own_titles(plan.layouts["indicators"]) | {
        Field.TARGET: _target_title(report),
        Field.BEFORE: column_before(report.period.span),
    }
    if leads_assigned(report):
        titles[Field.LEAD] = ASSIGNED_LEAD
    widths = _indicator_widths(report) | ({Field.LEAD: ASSIGNED_LEAD_MM} if leads_assigned(report) else {})
    return _filling(INDICATOR_COLUMNS, missing, titles, widths, NAME_SHARE)


def _is_summed(report: Report) -> bool:
    """Tell whether running totals say more than the period's own figures, as they do not from January on."""
    counted = [line for line in report.indicators if line.row.measure == "within"]
    from_january = report.period.span.months()[0] == 1
    return bool(counted) and not (from_january and all((line.running or 0) == (line.amount or 0) for line in counted))


def _not_compared(report: Report) -> set[Field]:
    """Return the columns of earlier periods of which no row has a figure: wholly empty they say nothing."""
    missing = set()
    if not any(figure_text(line.row, line.previous) for line in report.indicators):
        missing.add(Field.BEFORE)
    if not any(figure_text(line.row, line.year_before) for line in report.indicators):
        missing.add(Field.YEAR_BEFORE)
    return missing


def leads_assigned(report: Report) -> bool:
    """Tell whether only the office itself says who leads an indicator, which the head then says."""
    return not any(row.lead for row in report.plan.indicators()) and any(line.lead for line in report.indicators)


def unit_indicator_columns(report: Report, unit: str = "") -> tuple[FormColumn, ...]:
    """Return the columns of the form on which a unit reports its indicators; that of all rows says who leads each."""
    missing = {Field.YEAR_BEFORE, Field.RUNNING, Field.SHARE, Field.VERDICT} | _not_compared(report)
    if unit or not any(line.row.lead or line.lead for line in report.indicators):
        missing.add(Field.LEAD)
    titles = _own_titles(report.plan.layouts["indicators"]) | {
        Field.TARGET: _target_title(report),
        Field.BEFORE: column_before(report.period.span),
        Field.CURRENT: "Kết quả thực hiện",
        Field.NOTE: "Cách tính, khó khăn, ghi chú",
    }
    widths = _indicator_widths(report) | {Field.CURRENT: WRITING_MM}
    return _filling(INDICATOR_COLUMNS, missing, titles, widths, HALF)


def unit_task_columns(report: Report, unit: str = "") -> tuple[FormColumn, ...]:
    """Return the columns of the form on which a unit reports its tasks; that of all rows says who leads each."""
    titles = {column.field: column.title for column in task_columns(report)}
    missing = {field for field in Field if field not in titles} | {Field.VERDICT}
    widths = UNIT_FORM_WIDTHS
    if unit:
        missing.add(Field.LEAD)
        widths = widths | {Field.COORDINATING: SEVERAL_LEADS_MM}
    titles |= {Field.RESULT: "Kết quả thực hiện (số, ngày văn bản)", Field.NOTE: "Khó khăn, kiến nghị"}
    return _filling(TASK_COLUMNS, missing, titles, widths, HALF)


def _indicator_widths(report: Report) -> dict[Field, float]:
    """Return the widths that this plan and this period need."""
    widths = {Field.BEFORE: LONG_SPAN_MM} if report.period.span.frequency in LONG else {}
    if _kind(report.plan) == "single_target":
        widths |= {Field.TARGET: TEXT_TARGET_MM, Field.LEAD: SEVERAL_LEADS_MM}
    return widths | ({Field.CURRENT: DATED_RESULT_MM} if is_by_milestone(report.plan) else {})


def task_columns(report: Report) -> tuple[FormColumn, ...]:
    """Return the columns of the appendix of tasks: only those that the plan has, and the report's own."""
    layout = report.plan.layouts["tasks"]
    printed = {column.field for column in layout.columns}
    of_plan = {Field.LEAD, Field.COORDINATING, Field.DELIVERABLE}
    missing = {field for field in of_plan if field not in printed}
    if any(line.lead for line in report.tasks):
        missing.discard(Field.LEAD)
    titles = _own_titles(layout)
    if titles.get(Field.DELIVERABLE) == "Kết quả":
        titles[Field.DELIVERABLE] = DELIVERABLE_OF_PLAN
    if layout.kind == "prose":
        titles[Field.NAME] = "Nhiệm vụ, giải pháp"
    widths = {Field.LEAD: LONG_HEAD_MM} if len(titles.get(Field.LEAD, "")) > LONG_HEAD else {}
    if sum(bool(row.coordinating) for row in report.plan.tasks()) > len(report.plan.tasks()) / 2:
        widths[Field.COORDINATING] = PARTNERS_MM
    return _filling(TASK_COLUMNS, missing, titles, widths, HALF)


def _own_titles(layout: Layout) -> dict[Field, str]:
    """Return the plan's own heads of the columns that it prints."""
    fields = {field.value: field for field in Field}
    titles = {fields[column.field]: column.title for column in layout.columns if column.field in fields}
    titles.pop(Field.NOTE, None)
    times = [column.title for column in layout.columns if column.field.startswith("schedule:")]
    return titles | ({Field.DEADLINE: times[0]} if len(times) == 1 else {})


def _target_title(report: Report) -> str:
    years = common_milestones(report)
    return f"Mục tiêu đến hết năm {years[0]}" if len(years) == 1 and not years_in_sections(report.plan) else "Mục tiêu"


def common_milestones(report: Report) -> list[int]:
    """Return the milestone years against which the report judges its indicators."""
    judged = {line.evaluation.milestone for line in report.indicators if line.evaluation.verdict not in ENDED}
    return sorted(year for year in judged if year is not None)


def years_in_sections(plan: Plan) -> bool:
    """Tell whether the sections name the milestone, so that no target needs its year beside it."""
    return is_by_milestone(plan) or (is_prose(plan) and len(plan.milestones) > 1)


def _filling(
    columns: Sequence[FormColumn],
    missing: set[Field],
    titles: dict[Field, str],
    widths: dict[Field, float],
    name_share: float,
) -> tuple[FormColumn, ...]:
    """Return the columns that are left, so wide that they fill the page: names gain most and lose least."""
    kept = [column for column in columns if column.field not in missing]
    wide = {column.field: widths.get(column.field, column.column.width) for column in kept}
    spare = PAGE_MM - sum(wide.values())
    others = [field for field in (Field.RESULT, Field.NOTE) if field in wide]
    share = name_share if spare > 0 else 1 - name_share
    wide[Field.NAME] += spare * share
    for field in others:
        wide[field] += spare * (1 - share) / len(others)
    return tuple(
        FormColumn(c.field, unbroken(titles.get(c.field, c.title)), replace(c.column, width=wide[c.field]))
        for c in kept
    )


def unbroken(title: str) -> str:
    """Keep word pairs of a head on one line."""
    for pair in PAIRS:
        title = title.replace(pair, pair.replace(" ", JOINED))
    return title
