"""The cells of a task's row: the plan's words, the time, what was done, the status, what hinders."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from exporters.appendix_layouts import Field
from exporters.document import Cell, Source
from exporters.indicator_cells import lead_text
from exporters.prose import capital_first, sentences
from exporters.task_sentences import deliverable_text, undeclared_words
from models.actuals import Progress
from models.numbers import format_number
from models.progress import debt_words
from models.reports import TaskLine


def cell_of(field: Field, line: TaskLine, period: str) -> Cell:
    """Return the cell of one column."""
    return _CELLS[field](line, period)


def _result(line: TaskLine, period: str) -> Cell:
    """Return what was done: the words recorded, the deliverable, and the share of work while it is under way."""
    record = line.in_period or line.status.record
    text = sentences(record.text, deliverable_text(line), _percent(record)) if record else ""
    if text and record and (owed := next((one for one in line.status.debts if one.id == record.occurrence), None)):
        text = f"Phần việc {debt_words(owed)}: {text}"  # the judgement beside it is of the later stage
    return Cell(text, source=Source(line.row.key, period, "text"))


def _percent(record: Progress) -> str:
    if record.done or not record.percent:
        return ""
    return f"Đạt khoảng {format_number(record.percent)}% khối lượng"


def _verdict(line: TaskLine, period: str) -> Cell:
    return Cell(line.status.words, source=Source(line.row.key, period, "status"), auto=True)


def _note(line: TaskLine, period: str) -> Cell:
    """Return difficulty, proposal, note, and what is left over or was never declared of an earlier stage."""
    record = line.in_period or line.status.record
    texts = (record.difficulty, record.proposal, record.note) if record else ()
    debts = (debt_words(debt) for debt in line.status.debts)
    unsaid = (undeclared_words(one) for one in line.status.undeclared)
    return Cell(sentences(*texts, *debts, *unsaid), source=Source(line.row.key, period, "note"))


_CELLS: Mapping[Field, Callable[[TaskLine, str], Cell]] = {
    Field.NUMBER: lambda line, period: Cell(line.row.number, align="center"),
    Field.NAME: lambda line, period: Cell(line.row.name),
    Field.LEAD: lambda line, period: Cell(lead_text(line.row.lead, line.lead)),
    Field.COORDINATING: lambda line, period: Cell(line.row.coordinating),
    Field.DELIVERABLE: lambda line, period: Cell(line.row.deliverable),
    Field.DEADLINE: lambda line, period: Cell(capital_first(line.status.deadline_words), align="center"),
    Field.RESULT: _result,
    Field.VERDICT: _verdict,
    Field.NOTE: _note,
}
