"""What stands in the way of the next report, as things to do: each with the rows or the report it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.checks import Warning
from models.duties import ReportingPeriod
from models.evaluation import Verdict
from models.plans import Plan
from models.progress import DONE_STATES, TaskState
from models.register import Entry
from models.report_life import ReportState
from models.reports import Report, TaskLine
from models.units import units_in

SOON = timedelta(days=30)
MOST_UNITS, MOST_REPORTS = 4, 3
NO_LEAD = "chưa rõ đơn vị"


class ToDoKind(StrEnum):
    """What is to be done, the most pressing first."""

    OVERDUE = "overdue"
    NO_FIGURE = "no_figure"
    WARNING = "warning"
    UNDECLARED = "undeclared"
    DUE_SOON = "due_soon"
    DEBT = "debt"
    WAITING = "waiting"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do in a sentence; `keys` are the rows it speaks of, `period` the report that is still to be sent."""

    kind: ToDoKind
    sentence: str
    keys: frozenset[str] = frozenset()
    period: ReportingPeriod | None = None


def unsent(entries: Iterable[Entry], today: date, due: ReportingPeriod | None) -> Iterator[ToDo]:
    """Name the reports that are closed or issued and were not sent; `due` is told of elsewhere until it is issued."""
    left = [entry for entry in entries if _is_unsent(entry, today, due)]
    if len(left) == 1:
        late = -(left[0].days_left or 0)
        words = f"{report_called(left[0].period)}: {left[0].words.lower()}"
        yield ToDo(ToDoKind.REPORT, f"{words}, quá hạn {late} ngày" if late > 0 else words, period=left[0].period)
    elif left:
        named = "; ".join(report_called(entry.period) for entry in left[:MOST_REPORTS])
        more = f" và {len(left) - MOST_REPORTS} báo cáo khác" if len(left) > MOST_REPORTS else ""
        yield ToDo(ToDoKind.REPORT, f"{len(left)} báo cáo chưa gửi: {named}{more}", period=left[0].period)


def _is_unsent(entry: Entry, today: date, due: ReportingPeriod | None) -> bool:
    waits = entry.owed and entry.period.closing <= today and entry.period != due
    return waits or entry.state is ReportState.ISSUED


def report_called(period: ReportingPeriod) -> str:
    """Name a report by its span, or as the plan or the one who asked for it does where it is written once."""
    return period.duty.name if period.duty.frequency == "once" else f"Báo cáo {period.span.short()}"


def row_to_dos(
    report: Report, as_of_today: Sequence[TaskLine], warnings: Sequence[Warning], today: date
) -> Iterator[ToDo]:
    """Name what rows ask for; `as_of_today` are the tasks judged on the present day, or at closing where that is later.

    A task whose day passed after the closing day is late for the officer, though not yet in the report.
    """
    soon = [line for line in as_of_today if _is_due_soon(line, today)]
    known = frozenset(line.row.key for line in soon)
    late = _keys(line for line in (*report.tasks, *as_of_today) if line.status.state is TaskState.OVERDUE) - known
    yield from _of_tasks(ToDoKind.OVERDUE, late, "quá hạn chưa hoàn thành")
    yield from _missing(report)
    yield from _warned(warnings)
    yield from _of_tasks(
        ToDoKind.UNDECLARED, _keys(filter(_is_undeclared, report.tasks)), "chưa khai báo đã làm đến đâu"
    )
    until = f"đến hạn trong 30 ngày (đến {today + SOON:%d/%m})"
    yield from _of_tasks(ToDoKind.DUE_SOON, known, until)
    owed = _keys(line for line in report.tasks if line.status.debts)
    yield from _of_tasks(ToDoKind.DEBT, owed, "còn phần việc tồn từ giai đoạn trước")
    waiting = _keys(line for line in report.tasks if line.status.state is TaskState.WAITING)
    yield from _of_tasks(ToDoKind.WAITING, waiting, "chờ văn bản cấp trên")


def _keys(lines: Iterable[TaskLine]) -> frozenset[str]:
    return frozenset(line.row.key for line in lines)


def _is_due_soon(line: TaskLine, today: date) -> bool:
    deadline = line.status.deadline
    return deadline is not None and line.status.state not in DONE_STATES and today <= deadline <= today + SOON


def _is_undeclared(line: TaskLine) -> bool:
    return line.status.state is TaskState.UNDECLARED or bool(line.status.undeclared)


def _of_tasks(kind: ToDoKind, keys: frozenset[str], words: str) -> Iterator[ToDo]:
    if keys:
        yield ToDo(kind, f"{len(keys)} nhiệm vụ {words}", keys)


def _missing(report: Report) -> Iterator[ToDo]:
    """Name the indicators without a figure, by the units that lead them."""
    lines = [line for line in report.indicators if line.evaluation.verdict is Verdict.NO_FIGURE]
    if lines:
        units = Counter(unit for line in lines for unit in _units(report.plan, line.row.lead or line.lead))
        sentence = f"{len(lines)} chỉ tiêu chưa có số liệu: {_listed(units)}"
        yield ToDo(ToDoKind.NO_FIGURE, sentence, frozenset(line.row.key for line in lines))


def _units(plan: Plan, lead: str) -> tuple[str, ...]:
    return units_in(plan, lead) or (NO_LEAD,)


def _listed(units: Counter[str]) -> str:
    named = [f"{unit} ({count})" for unit, count in units.most_common(MOST_UNITS)]
    left = len(units) - len(named)
    return ", ".join(named) + (f" và {left} đơn vị khác" if left else "")


def _warned(warnings: Sequence[Warning]) -> Iterator[ToDo]:
    if warnings:
        grave = sum(warning.grave for warning in warnings)
        words = f"{len(warnings)} cảnh báo" + (f", trong đó {grave} cảnh báo nặng" if grave else "")
        sentence = f"{words}: {warnings[0].sentence}" if len(warnings) == 1 else words
        yield ToDo(ToDoKind.WARNING, sentence, frozenset(warning.row_key for warning in warnings))
