"""Phụ lục I and II of a report as tables: the plan's own rows and wording, then what was achieved (forms.md §5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from exporters.document import Cell, Column, ColumnKind, Row, RowKind, Source, Table
from exporters.prose import capital_first
from exporters.task_sentences import deliverable_text
from models.actuals import Actual, Progress
from models.evaluation import Evaluation, Verdict
from models.numbers import format_number, round_half_up
from models.plans import IndicatorRow, TaskRow
from models.progress import debt_words
from models.reports import IndicatorLine, Report, TaskLine
from models.shown import NOT_REACHED, REACHED, figure_text, places_of, shown_value, with_unit

JOINED = "\u00a0"  # a space at which no line breaks
LEAD = f"Cơ quan chủ{JOINED}trì"
# The widths fill a landscape page; heads of at most three lines leave the page to the rows.
INDICATOR_COLUMNS: tuple[tuple[str, Column], ...] = (
    ("STT", Column(11, ColumnKind.CENTER)),
    ("Chỉ tiêu", Column(53)),
    ("Đơn vị tính", Column(17, ColumnKind.CENTER)),
    ("Mục tiêu", Column(21, ColumnKind.CENTER)),
    ("Kết quả kỳ trước", Column(17.5, ColumnKind.NUMBER)),
    ("Kết quả kỳ này", Column(17.5, ColumnKind.NUMBER)),
    ("Lũy kế từ đầu năm", Column(14, ColumnKind.NUMBER)),
    ("Tỷ lệ so với mục tiêu (%)", Column(16.5, ColumnKind.NUMBER)),
    ("Đánh giá", Column(24)),
    (LEAD, Column(25.5)),
    ("Ghi chú", Column(35)),
)
TASK_COLUMNS: tuple[tuple[str, Column], ...] = (
    ("TT", Column(11, ColumnKind.CENTER)),
    ("Nhiệm vụ", Column(60)),
    (LEAD, Column(22)),
    ("Cơ quan phối hợp", Column(20)),
    ("Sản phẩm", Column(24)),
    ("Thời hạn", Column(21.5, ColumnKind.CENTER)),
    ("Kết quả thực hiện", Column(47)),
    ("Đánh giá", Column(22.5)),
    ("Ghi chú", Column(24)),
)
SHARE_PLACES = 1
LONGEST_RESULT = 24  # letters; longer words would make a narrow column of a dozen lines
ENDED = (Verdict.ENDED_REACHED, Verdict.ENDED_MISSED, Verdict.ENDED_UNKNOWN)
SMALL_PT = 11.0


def indicator_table(report: Report) -> Table:
    """Return Phụ lục I: every indicator in printed order under its section."""
    titles = [title for title, _ in INDICATOR_COLUMNS]
    if len(years := _milestones(report)) == 1:
        titles[3] = f"Mục tiêu đến hết năm {years[0]}"
    lines = {line.row.key: line for line in report.indicators}
    rows = [_head(titles)]
    for row in report.plan.indicator_rows:
        line = lines.get(row.key)
        rows.append(_section(row, len(titles)) if line is None else _indicator_row(report, line, len(years) == 1))
    return Table(tuple(column for _, column in INDICATOR_COLUMNS), tuple(rows), SMALL_PT)


def _milestones(report: Report) -> list[int]:
    """Return the milestone years against which the report judges its indicators."""
    judged = {line.evaluation.milestone for line in report.indicators if line.evaluation.verdict not in ENDED}
    return sorted(year for year in judged if year is not None)


def _head(titles: Iterable[str]) -> Row:
    return Row(RowKind.HEAD, tuple(Cell(title) for title in titles))


def _section(row: IndicatorRow | TaskRow, columns: int) -> Row:
    """Return a heading row: its number, then its name across the rest."""
    kind = RowKind.GROUP if row.kind == "group" else RowKind.SECTION
    return Row(
        kind, (Cell(row.number, align="center", bold=True), Cell(row.name, colspan=columns - 1, bold=True)), row.key
    )


def _indicator_row(report: Report, line: IndicatorLine, common_milestone: bool) -> Row:
    row, period, before = line.row, report.period.key, report.period
    previous = f"{before.duty.id}/{before.span.previous().key}"
    cells = (
        Cell(row.number, align="center"),
        Cell(row.name),
        Cell(row.unit, align="center"),
        Cell(_target_text(line.evaluation, row, common_milestone), align="center"),
        _figure_cell(row, line.previous, previous),
        _figure_cell(row, line.current, period),
        _running_cell(line, period),
        _share_cell(line, period),
        Cell(line.evaluation.words, source=Source(row.key, period, "verdict"), auto=True),
        Cell(row.lead),
        Cell(_indicator_note(line), source=Source(row.key, period, "note")),
    )
    return Row(RowKind.BODY, cells, row.key)


def _target_text(evaluation: Evaluation, row: IndicatorRow, common_milestone: bool) -> str:
    """Return the target in force as printed; the year stands with it where it is not that of the head."""
    if evaluation.milestone is None:
        return _of_year(row.targets[first], first) if (first := min(row.targets, default=None)) else ""
    printed = row.targets[evaluation.milestone]
    ended = evaluation.verdict in ENDED
    return printed if common_milestone and not ended else _of_year(printed, evaluation.milestone)


def _of_year(printed: str, year: int) -> str:
    """Return a target with its year, which a line break must not take apart."""
    return f"{printed} (năm{JOINED}{year})"


def result_text(row: IndicatorRow, figure: Actual | None) -> str:
    """Return what stands under Kết quả: the figure, or the judgement where the words are long and stand in Ghi chú."""
    text = figure_text(row, figure)
    if figure is None or figure.reached is None or len(text) <= LONGEST_RESULT:
        return text
    return REACHED if figure.reached else NOT_REACHED


def _figure_cell(row: IndicatorRow, figure: Actual | None, period: str) -> Cell:
    text = result_text(row, figure)
    value = shown_value(row, figure) if figure is not None and not figure.estimate else None
    source = Source(row.key, period, "value") if figure is not None else None
    return Cell(text, value=value if text else None, align=None if value is not None else "center", source=source)


def _running_cell(line: IndicatorLine, period: str) -> Cell:
    if line.running is None:
        return Cell()
    value = (
        round_half_up(line.running, places_of(line.row))
        if line.running.denominator != 1
        else Decimal(int(line.running))
    )
    return Cell(format_number(value), value=value, source=Source(line.row.key, period, "running"), auto=True)


def _share_cell(line: IndicatorLine, period: str) -> Cell:
    if line.evaluation.share is None:
        return Cell()
    value = round_half_up(line.evaluation.share, SHARE_PLACES)
    return Cell(format_number(value), value=value, source=Source(line.row.key, period, "share"), auto=True)


def _indicator_note(line: IndicatorLine) -> str:
    """Return the words of the result, difficulty and note, the passed target that is missed, how an ended row ended."""
    texts: list[str] = []
    figure, judged = line.current, line.evaluation
    if figure is not None:
        shown = figure_text(line.row, figure)
        texts += [shown] if shown != result_text(line.row, figure) else []
        texts += [figure.difficulty, figure.note]
    if judged.below is not None and judged.below != judged.milestone:
        missed = line.row.targets[judged.below].replace("≥ ", f"≥{JOINED}")
        texts.append(f"Mục tiêu đến hết năm {judged.below}: {missed}")
    if judged.verdict in ENDED and judged.amount is not None:
        number = format_number(judged.amount, places_of(line.row))
        texts.append(f"Kết quả đến hết năm {judged.milestone}: {with_unit(number, line.row.unit)}")
    return _sentences(*texts)


def _sentences(*texts: str) -> str:
    """Join recorded words as sentences: a capital first, a stop last."""
    return " ".join(f"{capital_first(text.strip().rstrip('.'))}." for text in texts if text.strip())


def task_table(report: Report) -> Table:
    """Return Phụ lục II: every task in printed order under its section and group."""
    lines = {line.row.key: line for line in report.tasks}
    rows = [_head(title for title, _ in TASK_COLUMNS)]
    for row in report.plan.task_rows:
        line = lines.get(row.key)
        rows.append(_section(row, len(TASK_COLUMNS)) if line is None else _task_row(report, line))
    return Table(tuple(column for _, column in TASK_COLUMNS), tuple(rows), SMALL_PT)


def _task_row(report: Report, line: TaskLine) -> Row:
    row, period = line.row, report.period.key
    cells = (
        Cell(row.number, align="center"),
        Cell(row.name),
        Cell(row.lead),
        Cell(row.coordinating),
        Cell(row.deliverable),
        Cell(line.status.deadline_words, align="center"),
        Cell(_result(line), source=Source(row.key, period, "text")),
        Cell(line.status.words, source=Source(row.key, period, "status"), auto=True),
        Cell(_task_note(line), source=Source(row.key, period, "note")),
    )
    return Row(RowKind.BODY, cells, row.key)


def _result(line: TaskLine) -> str:
    """Return what was done: the words recorded, the deliverable, and the share of work while it is under way."""
    record = line.in_period or line.status.record
    if record is None:
        return ""
    return _sentences(record.text, deliverable_text(line), _percent(record))


def _percent(record: Progress) -> str:
    if record.done or not record.percent:
        return ""
    return f"Đạt khoảng {format_number(record.percent)}% khối lượng"


def _task_note(line: TaskLine) -> str:
    """Return difficulty, proposal, note, and what is left over from an earlier stage."""
    record = line.in_period or line.status.record
    debts = [debt_words(debt) for debt in line.status.debts]
    texts: Sequence[str] = (record.difficulty, record.proposal, record.note) if record else ()
    return _sentences(*texts, *debts)
