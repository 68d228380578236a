"""Where a figure on a page comes from: its row, what it says, how it came about, who recorded it when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from models.actuals import Actual, Progress
from models.changes import HistoryEntry
from models.desk import Desk
from models.errors import NotFound
from models.reports import IndicatorLine, Report, TaskLine
from models.shown import day_text, figure_text, figure_words, fraction_text
from models.store.change_rows import history

FIELD_WORDS: Mapping[str, str] = {
    "value": "Kết quả thực hiện",
    "running": "Lũy kế từ đầu năm",
    "share": "Tỷ lệ so với mục tiêu",
    "verdict": "Đánh giá",
    "status": "Đánh giá",
    "percent": "Tỷ lệ hoàn thành",
    "difficulty": "Khó khăn, vướng mắc",
    "proposal": "Đề xuất, kiến nghị",
    "next_step": "Việc tiếp theo",
    "deliverable_number": "Sản phẩm",
    "text": "Kết quả thực hiện",
    "note": "Ghi chú",
}
ORIGIN_WORDS: Mapping[str, str] = {
    "typed": "nhập tay",
    "form": "từ phiếu thu thập",
    "package": "từ gói dữ liệu",
    "import": "từ tệp số liệu",
    "sample": "số liệu minh họa",
    "undo": "hoàn tác",
}
_LOGGED = {"value": ("value", "numerator", "text", "state"), "deliverable_number": ("deliverable_number",)}
"""The columns of the log that a field on a page stands for, where they are not the field itself."""


@dataclass(frozen=True, slots=True)
class FigureOrigin:
    """The story of a figure: its row, what stands on the page, and lines that tell how it came about."""

    row_key: str
    row: str
    field: str
    told: tuple[str, ...]


def origin_of(desk: Desk, row_key: str, period_key: str, field: str) -> FigureOrigin:
    """Tell where a field of a row in a period comes from; NotFound where the plan has no such row."""
    period = desk.period(period_key)
    report = desk.report(period)
    for line in report.indicators:
        if line.row.key == row_key:
            told = (*_indicator(report, line, field), *_recorded(desk, row_key, line.current, field))
            return FigureOrigin(row_key, f"{line.label}. {line.row.name}", FIELD_WORDS.get(field, field), told)
    for task in (*report.tasks, *report.assignments):
        if task.row.key == row_key:
            record = task.in_period or task.status.record
            told = (*_task(report, task, record, field), *_recorded(desk, row_key, record, field))
            return FigureOrigin(row_key, f"{task.label}. {task.row.name}", FIELD_WORDS.get(field, field), told)
    raise NotFound("Kế hoạch không còn dòng này nên không truy được nguồn của số liệu.")


def _indicator(report: Report, line: IndicatorLine, field: str) -> Iterator[str]:
    row, judged = line.row, line.evaluation
    if field == "running":
        yield f"Cộng các kỳ đã ghi từ đầu năm đến hết ngày {day_text(report.period.closing)}."
        return
    if line.current is None:
        yield f"Chưa ghi số liệu cho kỳ này (đến hết ngày {day_text(report.period.closing)})."
    else:
        parts = f" ({fraction_text(line.current)})" if fraction_text(line.current) else ""
        shown = figure_words(row, line.current) if figure_text(row, line.current) else "chưa có số"
        yield f"Kết quả đến hết ngày {day_text(line.current.as_of)}: {shown}{parts}."
    if line.parts is not None:
        yield f"Cộng từ phần của các đơn vị: {line.parts.words()}."
    if line.override is not None:
        yield f"Ấn định thay cho số cộng từ các kỳ, lý do: {line.override.why}."
    if field in ("share", "verdict") and judged.target is not None:
        by = f", theo {judged.annual.paper.number}" if judged.annual and judged.annual.paper.number else ""
        yield f"So với mục tiêu đến hết năm {judged.milestone}: {judged.target.printed}{by}."


def _task(report: Report, line: TaskLine, record: Progress | None, field: str) -> Iterator[str]:
    if field == "status" and line.status.deadline_words:
        yield f"Xét theo thời hạn của kế hoạch: {line.status.deadline_words}."
    if record is None:
        yield f"Chưa ghi tiến độ (đến hết ngày {day_text(report.period.closing)})."
    else:
        yield f"Tiến độ ghi cho ngày {day_text(record.start)} - {day_text(record.as_of)}."


def _recorded(desk: Desk, row_key: str, record: Actual | Progress | None, field: str) -> Iterator[str]:
    """Tell who recorded it when, and what stood there before, the newest first."""
    if record is None:
        return
    table = "figure" if isinstance(record, Actual) else "progress"
    columns = _LOGGED.get(field, (field,))
    own = [item for item in history(desk.store, table, row_key) if _is_of(item, record.start, record.as_of)]
    told = [item for item in own if item.entry.column in columns] or own
    seen: set[int] = set()
    for item in told:
        change = item.change
        if change.id not in seen:
            seen.add(change.id)
            why = f"; lý do: {change.why}" if change.why else ""
            how = ORIGIN_WORDS[change.origin]
            yield f"{change.at:%d/%m/%Y %H:%M}, {change.who} ({how}): {change.label}{why}."


def _is_of(item: HistoryEntry, start: date, as_of: date) -> bool:
    return (item.start, item.as_of) == (start, as_of)
