"""The cells of a task's row: the plan's words, the time, what was done, the status, what hinders."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from exporters.appendix_layouts import Field
from exporters.document import Cell, Source
from exporters.indicator_cells import lead_text
from exporters.papers import document_cited
from exporters.prose import capital_first, sentences
from exporters.task_sentences import undeclared_words
from models.actuals import Progress
from models.numbers import format_number
from models.progress import TaskState, debt_words
from models.reports import TaskLine


def cell_of(field: Field, line: TaskLine, period: str) -> Cell:
    """Return the cell of one column."""
    return _CELLS[field](line, period)


def _result(line: TaskLine, period: str) -> Cell:
    """Return what was done: the words recorded, the deliverable, and the share of work while it is under way."""
    return Cell(_done_words(line), source=Source(line.row.key, period, "text"))


def _done_words(line: TaskLine) -> str:
    """Say what was done for what the task is judged by; what was done for something else is told as that."""
    record = line.in_period or line.status.record
    if record is None:
        return ""
    if owed := next((one for one in line.status.debts if one.id == record.occurrence), None):
        text = _told(line, record)
        return f"Phần việc {debt_words(owed)}: {text}" if text else ""
    judged = line.status.record
    if judged is not None and record not in line.status.records:  # a later stage begun early: its share says nothing
        return sentences(_told(line, judged), record.text, _paper(line, record))
    text = _told(line, record)
    earlier = line.status.state is TaskState.CONTINUOUS_NOT_BEGUN and text
    return f"Năm {record.as_of.year}: {text}" if earlier else text


def _told(line: TaskLine, record: Progress) -> str:
    return sentences(record.text, _paper(line, record), _percent(record))


def _paper(line: TaskLine, record: Progress) -> str:
    if not record.deliverable_number:
        return ""
    return document_cited(record.deliverable_number, record.deliverable_date, line.row.deliverable)


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
