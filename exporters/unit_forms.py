"""The report of one unit as a form for it: what it leads is printed, what it achieved is left to be written.

The head and the signature are the unit's own, so their room is left open; figures of the period before stand beside
the blank column where the office has them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from exporters.appendices import indicator_table, task_table
from exporters.appendix_layouts import (
    Field,
    appendix_label,
    unit_indicator_columns,
    unit_task_columns,
)
from exporters.appendix_rows import Standing, printed_rows
from exporters.document import Block, Document, Role, Section, Table
from exporters.frame import addressees, appendix_head, day_or_room, letterhead, page_mark, plain, signature, title
from exporters.period_words import PLAN_SHORT, next_words, reported, summary_lines
from exporters.plan_cited import plan_cited
from models.authority import HEAD_OF_UNIT
from models.errors import AppError
from models.evaluation import Verdict
from models.office import Office
from models.plans import IndicatorRow, Plan, TaskRow
from models.reports import IndicatorLine, Report, TaskLine
from models.text import fold
from models.units import leading_units, units_in

R = TypeVar("R", IndicatorRow, TaskRow)
DOTS = "…" * 12
LINE = "…" * 30
BLANK = frozenset({Field.CURRENT, Field.RESULT, Field.NOTE})
NOT_ASKED = (Verdict.NOT_BEGUN, Verdict.ENDED_REACHED, Verdict.ENDED_MISSED, Verdict.ENDED_UNKNOWN)
EVERYBODY = "(mỗi đơn vị báo cáo phần do đơn vị mình chủ trì)"
INDICATORS, TASKS = "CHỈ TIÊU", "NHIỆM VỤ"


def unit_form_document(report: Report, unit: str = "") -> Document:
    """Return the form on which a unit that leads rows of the plan reports to this office for an incoming duty.

    Without a unit it is the form of all rows, to be sent to everybody.
    """
    own = report_of_unit(report, unit)
    duty = report.period.duty
    name = f"Mẫu báo cáo {report.period.span.words()}"
    return Document(
        title=f"{name} - {unit or duty.by}",
        stem="_".join(part for part in (report.plan.id, duty.id, report.period.span.key, _plain(unit)) if part),
        sections=(Section("portrait", tuple(_body(own)), name, "Báo cáo"), *_appendices(own, unit)),
        mark=page_mark(sample=report.sample, draft=False),
        author=report.plan.issuer,
        created=report.period.closing,
    )


def units_asked(report: Report) -> tuple[str, ...]:
    """Return the units of whom something is asked in the period, in the plan's order."""
    return tuple(unit for unit in leading_units(report.plan) if any(_asked(report, unit)))


def report_of_unit(report: Report, unit: str) -> Report:
    """Return the report with the unit's own rows only, under their headings; nothing asked of it is an error."""
    plan = report.plan
    asked, tasks = _asked(report, unit)
    if not asked and not tasks:
        what = f"chỉ tiêu hay nhiệm vụ nào do {unit} chủ trì" if unit else "chỉ tiêu hay nhiệm vụ nào cần báo cáo"
        raise AppError(f"Kỳ {report.period.span.short()} không có {what}. Hãy chọn kỳ hoặc đơn vị khác.")
    own_plan = replace(
        plan,
        indicator_rows=_with_headings(plan.indicator_rows, asked),
        task_rows=_with_headings(plan.task_rows, {line.row.key for line in tasks if not line.extra}),
    )
    return replace(report, plan=own_plan, indicators=tuple(asked.values()), tasks=tasks)


def _asked(report: Report, unit: str) -> tuple[dict[str, IndicatorLine], tuple[TaskLine, ...]]:
    """Return what is asked of a unit: the printed rows of its indicators that are judged now, and its tasks."""
    indicators = {
        shown.row.key: shown.line
        for shown in printed_rows(report)
        if shown.line is not None
        and shown.standing is Standing.IN_FORCE
        and shown.line.evaluation.verdict not in NOT_ASKED
        and _leads(report.plan, unit, shown.row.lead or shown.line.lead)
    }
    tasks = (line for line in report.tasks if _leads(report.plan, unit, line.row.lead or line.lead))
    return indicators, tuple(tasks)


def _leads(plan: Plan, unit: str, lead: str) -> bool:
    return not unit or unit in units_in(plan, lead)


def _with_headings(rows: Iterable[R], kept: Collection[str]) -> tuple[R, ...]:
    """Return these rows and all that they stand beneath, in printed order; another unit's row is but a heading."""
    by_key: Mapping[str, R] = {row.key: row for row in rows}
    wanted: set[str] = set()
    for key in kept:
        above: str | None = key
        while above is not None and above not in wanted:
            wanted.add(above)
            above = by_key[above].parent
    rest = (row for row in by_key.values() if row.key in wanted)
    return tuple(row if row.key in kept or row.kind == "section" else replace(row, kind="group") for row in rest)


def _plain(unit: str) -> str:
    """Return a unit's name as a part of a file's name."""
    return re.sub(r"[^a-z0-9]+", "-", fold(unit)).strip("-")[:60].rstrip("-")


def _office(report: Report) -> Office:
    """Return the frame with the unit's own parts left open."""
    return replace(
        report.office,
        issuer=DOTS,
        issuer_lines=(DOTS,),
        superior="",
        symbol="BC-" + "…" * 3,
        place="…" * 5,
        recipients=("Như trên", "Lưu: " + "…" * 3),
        authority=(HEAD_OF_UNIT,),
        signer="",
    )


def _body(report: Report) -> Iterator[Block]:
    office, period = _office(report), report.period
    yield from letterhead(office, "", None, period.send_by or period.closing)
    yield from title("BÁO CÁO", summary_lines(period))
    yield from addressees(period.duty.to)
    told, plan = f"{reported(period.duty)} {period.span.words()}", plan_cited(report.plan, report.office)
    yield plain(Role.BODY, f"Thực hiện {plan}, {DOTS} báo cáo {told} như sau:")
    for heading, lines in _outline(report):
        yield plain(Role.HEADING_ARABIC, heading)
        yield from (plain(Role.BODY, line) for line in lines)
    yield plain(
        Role.BODY, f"Trên đây là báo cáo {reported(period.duty)} {PLAN_SHORT} {period.span.words()} của {DOTS}./."
    )
    yield signature(office, "", office.authority)


def _outline(report: Report) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the headings under which a unit writes; figures and tasks stand in the tables."""
    labels = [label for label, _, _ in _tables(report)]
    yield "1. Công tác lãnh đạo, chỉ đạo", (LINE,)
    yield "2. Kết quả thực hiện các chỉ tiêu, nhiệm vụ", (f"Chi tiết tại {' và '.join(labels)} kèm theo.", LINE)
    yield "3. Tồn tại, hạn chế và nguyên nhân", (LINE,)
    yield f"4. Nhiệm vụ trọng tâm {next_words(report.period.span)}", (LINE,)
    yield "5. Đề xuất, kiến nghị", (LINE,)


def _tables(report: Report, unit: str = "") -> Iterator[tuple[str, str, Table]]:
    """Yield label, subject and table of what the unit leads: indicators, tasks, or both."""
    number = 0
    if report.indicators:
        number += 1
        table = indicator_table(report, unit_indicator_columns(report, unit), BLANK)
        yield appendix_label(report.plan, number), INDICATORS, table
    if report.tasks:
        number += 1
        yield appendix_label(report.plan, number), TASKS, task_table(report, unit_task_columns(report, unit), BLANK)


def _appendices(report: Report, unit: str) -> Iterator[Section]:
    span = report.period.span
    day = day_or_room(None, report.period.send_by or report.period.closing)
    note = f"(Kèm theo Báo cáo số {'…' * 3} {day} của {DOTS})"
    whose = f"(phần do {unit} chủ trì)" if unit else EVERYBODY
    for label, subject, table in _tables(report, unit):
        heading = f"KẾT QUẢ THỰC HIỆN CÁC {subject} {span.words().upper()}"
        yield Section("landscape", (*appendix_head(label, heading, note, whose), table), label, label)
