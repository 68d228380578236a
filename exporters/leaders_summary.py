"""The summary that opens the leaders' copy: one page, all from the data, long lists counted. No official form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from exporters import measure, page
from exporters.amounts import change_words, is_rank, target_with_unit
from exporters.document import Cell, Column, Paragraph, Role, Row, RowKind, Section, Table
from exporters.frame import plain
from exporters.period_words import earlier, report_name
from exporters.prose import capital_first, count_text, counted, counts_written, small_first
from exporters.ready import places, stale_sentences
from exporters.report import blank_words
from exporters.task_sentences import DONE, OPEN
from models.checks import warnings_of
from models.evaluation import Verdict
from models.numbers import format_number
from models.office import addressees_of
from models.progress import TaskState
from models.report_work import Remark
from models.reports import IndicatorLine, Report, TaskLine
from models.shown import day_text, figure_words

TITLE = "TÓM TẮT TRÌNH LÃNH ĐẠO"
NOT_ISSUED = "(bản trình nội bộ, không phát hành)"
NOTHING = "Không có"
WIDTHS_MM = (42.0, 123.0)
SIZE_PT = 12.0
MOST_NAMED = 6
NAME_LETTERS = 90
REMARK_LETTERS = 120
USABLE = 0.86
"""How much of the page is filled: a sheet's rows stand higher than those of a page."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the summary: what it is about, its words, and the rows that it names, the weightiest first."""

    head: str
    words: str = ""
    rows: Sequence[str] = ()
    noun: str = ""


def summary_section(report: Report, remarks: Sequence[Remark] = ()) -> Section:
    """Return the summary as a section of one page, however many rows there are."""
    head = _head(report)
    with counts_written(two_digits=report.two_digits):
        points = [*_counts(report), *_decisions(report), *_of_the_draft(report, remarks)]
        table = _fitting(points, _room(head))
    return Section("portrait", (*head, table), "Tóm tắt trình lãnh đạo", "Tóm tắt")


def _head(report: Report) -> tuple[Paragraph, ...]:
    period = report.period
    due = f"; hạn gửi ngày {day_text(period.due)}" if period.due else "; chưa quy định hạn gửi"
    names = addressees_of(report.office, period.duty)
    to = f"; nơi nhận: {', '.join(names)}" if names else ""
    days = f"Số liệu từ ngày {day_text(period.start)} đến hết ngày {day_text(period.closing)}{due}{to}."
    return (
        plain(Role.APPENDIX_LABEL, TITLE),
        plain(Role.APPENDIX_LABEL, f"{report_name(report.period)} của {report.office.issuer}"),
        plain(Role.APPENDIX_NOTE, NOT_ISSUED),
        plain(Role.CELL, days),
        plain(Role.CELL, ""),
    )


def _room(head: Sequence[Paragraph]) -> float:
    """Return the height in points that the head leaves to the table."""
    width, height = page.text_area("portrait")
    lines = sum(len(measure.wrap(one.text, 14, width * measure.MM, bold=True)) for one in head)
    return height * measure.MM * USABLE - lines * measure.line_height(14)


def _fitting(points: Sequence[Point], room: float) -> Table:
    """Return the table that names as many rows as the page has room for."""
    for most in range(MOST_NAMED, 0, -1):
        table = _table(points, most)
        widths, size = measure.lay_columns(table, sum(WIDTHS_MM))
        if sum(measure.row_heights(table, widths, size)) <= room:
            return table
    return _table(points, 0)


def _table(points: Iterable[Point], most: int) -> Table:
    rows = (Row(RowKind.BODY, (Cell(point.head, bold=True), Cell(_text(point, most)))) for point in points)
    return Table(tuple(Column(width) for width in WIDTHS_MM), tuple(rows), SIZE_PT)


def _text(point: Point, most: int) -> str:
    """Return the words of a point; rows that find no room are counted."""
    if not (point.words or point.rows):
        return NOTHING
    if not point.rows:
        return point.words
    left = len(point.rows) - most
    more = [f"- và {counted(left, point.noun)} khác"] if 0 < left < len(point.rows) else []
    whole = f"{counted(len(point.rows), point.noun)}{': ' if most else ''}{point.words}".rstrip()
    return "\n".join([whole, *(f"- {capital_first(row)}" for row in point.rows[:most]), *more])


# --- the points


def _counts(report: Report) -> Iterator[Point]:
    verdicts = Counter(line.evaluation.words for line in sorted(report.indicators, key=_place))
    yield Point("Chỉ tiêu", _counted(len(report.indicators), "chỉ tiêu", verdicts))
    own, extra = ([line for line in report.tasks if line.extra is outside] for outside in (False, True))
    beside = f" Ngoài ra, {_states(extra, 'nhiệm vụ phát sinh ngoài Kế hoạch')}" if extra else ""
    yield Point("Nhiệm vụ", _states(own, "nhiệm vụ") + beside)


def _states(lines: Sequence[TaskLine], noun: str) -> str:
    """Count tasks by their state, in the order in which the report tells them."""
    order = [*DONE, *OPEN]
    in_order = sorted(lines, key=lambda line: order.index(line.status.state))
    return _counted(len(lines), noun, Counter(line.status.words for line in in_order))


def _place(line: IndicatorLine) -> int:
    return list(Verdict).index(line.evaluation.verdict)


def _counted(whole: int, noun: str, by_words: Counter[str]) -> str:
    parts = "; ".join(
        f"{count_text(count)} {small_first(words).replace(': ', ', ')}" for words, count in by_words.items()
    )
    return f"{counted(whole, noun)}: {parts}." if parts else f"{counted(whole, noun)}."


def _decisions(report: Report) -> Iterator[Point]:
    """Yield the rows on which the leaders may have to decide."""
    low = [_low(line) for line in report.indicators if line.evaluation.verdict is Verdict.BELOW]
    late = [_late(line) for line in report.tasks if line.status.state is TaskState.OVERDUE]
    missing = [_named(line) for line in report.indicators if line.evaluation.verdict is Verdict.NO_FIGURE]
    grave = [warning.sentence for warning in warnings_of(report) if warning.grave]
    yield Point("Thấp hơn mục tiêu của mốc đã qua", rows=low, noun="chỉ tiêu")
    yield Point("Nhiệm vụ quá hạn", rows=late, noun="nhiệm vụ")
    yield Point("Chưa có số liệu", rows=missing, noun="chỉ tiêu")
    yield Point("Cảnh báo quan trọng", rows=grave, noun="cảnh báo")
    moved = sorted((line for line in report.indicators if _move(line)), key=_move, reverse=True)
    span = f"Thay đổi nhiều nhất so với {earlier(report.before.span, report.period.span)}"
    yield Point(span, rows=[_moved(line) for line in moved], noun="chỉ tiêu thay đổi")


def _named(line: IndicatorLine | TaskLine) -> str:
    lead = line.row.lead or line.lead
    aside = f" ({_short(lead, NAME_LETTERS)})" if lead else ""
    return f"{line.label}. {_short(line.row.name, NAME_LETTERS)}{aside}"


def _short(text: str, letters: int) -> str:
    """Cut a text after a word."""
    first = text.strip().partition("\n")[0].rstrip(".:;")
    return first if len(first) <= letters else f"{first[:letters].rpartition(' ')[0].rstrip(' ,;')}…"


def _low(line: IndicatorLine) -> str:
    target = line.evaluation.below_target
    asked = (
        f" (mục tiêu đến hết năm {line.evaluation.below}: {target_with_unit(line.row, target.printed)})"
        if target
        else ""
    )
    return f"{_figure(line)}{asked}"


def _figure(line: IndicatorLine) -> str:
    said = figure_words(line.row, line.current) if line.current else ""
    if is_rank(line.row) and (amount := line.amount) is not None:
        said = f"thứ {format_number(amount)}"
    figure = f": {said}" if said else ""
    return f"{line.label}. {_short(line.row.name, NAME_LETTERS)}{figure}"


def _late(line: TaskLine) -> str:
    lead = line.row.lead or line.lead
    aside = "; ".join(part for part in (f"hạn {small_first(line.status.deadline_words)}", lead) if part)
    return f"{line.label}. {_short(line.row.name, NAME_LETTERS)} ({_short(aside, NAME_LETTERS)})"


def _move(line: IndicatorLine) -> Fraction:
    """Return how far a figure moved since the period before, as a share of its target so that rows compare."""
    now, before, target = line.amount, line.amount_before, line.evaluation.target
    if line.row.measure != "state" or now is None or before is None or not change_words(line.row, now, before):
        return Fraction(0)
    return abs(now - before) / (abs(Fraction(target.low)) if target and target.low else abs(before) or 1)


def _moved(line: IndicatorLine) -> str:
    return f"{_figure(line)}, {change_words(line.row, line.amount or Fraction(0), line.amount_before or Fraction(0))}"


def _of_the_draft(report: Report, remarks: Sequence[Remark]) -> Iterator[Point]:
    """Yield what is still to be done on the draft itself."""
    where = places(report)
    still_open = [_remark(remark, where) for remark in remarks if not remark.answer.strip()]
    stale = [f"{where[section]}: câu viết lại không còn khớp số liệu" for section, _ in stale_sentences(report)]
    dotted = [f"{where[section]}: chưa có lời" for section in blank_words(report)]
    yield Point("Ý kiến chưa trả lời", rows=still_open, noun="ý kiến")
    yield Point("Phần lời cần hoàn thiện", rows=[*dotted, *stale], noun="chỗ")


def _remark(remark: Remark, where: dict[str, str]) -> str:
    place = f", {where.get(remark.section, remark.section)}" if remark.section else ""
    return f"{remark.said_by} ngày {day_text(remark.said_on)}{place}: {_short(remark.text, REMARK_LETTERS)}"
