"""Section II.2: how many tasks stand where, what was issued in the period, what is late (forms.md §7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.appendix_layouts import tasks_label
from exporters.document import Paragraph, Run, Source
from exporters.papers import document_cited
from exporters.period_words import in_span
from exporters.prose import (
    Prose,
    capital_first,
    cause,
    clause,
    counted,
    name_in_sentence,
    small_first,
    small_first_of_several,
)
from models.numbers import format_number, padded
from models.plans import MARKS
from models.progress import TaskState, debt_words
from models.reports import Report, TaskLine
from models.schedules import StageKind

NOUN = "nhiệm vụ"
DONE = {
    TaskState.DONE_IN_TIME: "đúng hạn",
    TaskState.DONE_LATE: "quá hạn",
    TaskState.DONE: "không ấn định ngày",
}
OPEN = {
    TaskState.IN_TIME: "đang thực hiện trong hạn",
    TaskState.NOT_BEGUN: "chưa triển khai, chưa đến hạn",
    TaskState.UNDER_WAY: "đang thực hiện, không ấn định thời gian",
    TaskState.UNTIMED_NOT_BEGUN: "chưa triển khai, không ấn định thời gian",
    TaskState.CONTINUOUS: "thực hiện thường xuyên",
    TaskState.CONTINUOUS_NOT_BEGUN: "thường xuyên nhưng chưa triển khai",
    TaskState.WAITING: "chờ văn bản cấp trên",
    TaskState.OVERDUE: "quá hạn chưa hoàn thành",
    TaskState.UNDECLARED: "chưa khai báo",
}
MOST_ISSUED = 5
MOST_LATE = 5


def task_sentences(report: Report) -> list[Paragraph]:
    """Return the paragraphs of II.2; every count adds up to the number of tasks within the first."""
    paragraphs = [_counts(report)]
    issued = [line for line in report.tasks if _issued_in_period(report, line)]
    if issued:
        second = Prose().say(f"{in_span(report.period.span)}, đã ban hành: ")
        second.join(_issued(report, line) for line in issued[:MOST_ISSUED])
        left = len(issued) - MOST_ISSUED
        where = tasks_label(report.plan)
        second.say(f"; và {padded(left)} văn bản khác (chi tiết tại {where})." if left > 0 else ".")
        paragraphs.append(second.paragraph())
    for heading, lines in _lists(report):
        paragraphs += _listed(report, heading, lines)
    return paragraphs


def _listed(report: Report, heading: str, lines: Sequence[TaskLine]) -> list[Paragraph]:
    """Return one task within a sentence, several as a list, since their names hold commas and semicolons."""
    told = [_late(report, line) for line in lines[:MOST_LATE]]
    if len(told) == 1:
        return [Prose().say(f"{heading}: ").join(told).say(".").paragraph()]
    left = len(lines) - MOST_LATE
    count = counted(len(lines), small_first(heading))
    items = [Prose().say("- ").join([_capital(runs)]).say(".").paragraph() for runs in told]
    rest = f"- Và {counted(left, NOUN)} khác (chi tiết tại {tasks_label(report.plan)})."
    return [Prose().say(f"Có {count}:").paragraph(), *items, *([Prose().say(rest).paragraph()] if left > 0 else [])]


def _capital(runs: Sequence[Run]) -> Sequence[Run]:
    """Begin a stretch of text with a capital."""
    return (replace(runs[0], text=capital_first(runs[0].text)), *runs[1:])


def _counts(report: Report) -> Paragraph:
    own = [line for line in report.tasks if not line.extra]
    told = _stand(own, report.period.span.year)
    prose = Prose().say(f"Trong {counted(len(own), NOUN)}, {told}.")
    if extra := [line for line in report.tasks if line.extra]:
        told = _stand(extra, report.period.span.year)
        prose.say(f" Ngoài ra, trong {counted(len(extra), NOUN)} phát sinh ngoài Kế hoạch, {told}.")
    return prose.paragraph()


def _stand(lines: Sequence[TaskLine], year: int) -> str:
    """Say how many tasks are in each state."""
    states = Counter(line.status.state for line in lines)
    done = {state: states[state] for state in DONE if states[state]}
    parts = [_done_part(done, _yearly_done(lines), year)]
    parts.extend(counted(states[state], NOUN, words) for state, words in OPEN.items() if states[state])
    return "; ".join(parts)


def _done_part(done: dict[TaskState, int], yearly: int, year: int) -> str:
    total = sum(done.values())
    if not total:
        return f"chưa có {NOUN} nào hoàn thành"
    if len(done) == 1:
        (state,) = done
        how = f", {'đều ' if total > 1 else ''}{DONE[state]}" if state is TaskState.DONE else f" {DONE[state]}"
        text = f"có {counted(total, NOUN, f'hoàn thành{how}')}"
    else:
        text = f"có {counted(total, NOUN, 'hoàn thành')} ("
        text += ", ".join(f"{padded(count)} {DONE[state]}" for state, count in done.items()) + ")"
    return text + (f", gồm cả {counted(yearly, NOUN)} hằng năm đã xong phần việc năm {year}" if yearly else "")


def _yearly_done(lines: Sequence[TaskLine]) -> int:
    return sum(
        line.status.state in DONE
        and line.status.occurrence is not None
        and line.status.occurrence.stage.kind is StageKind.YEARLY
        for line in lines
    )


def _issued_in_period(report: Report, line: TaskLine) -> bool:
    record = line.in_period
    if record is None or not record.deliverable_number:
        return False
    day = record.deliverable_date
    return day is None or report.period.start <= day <= report.period.closing


def _issued(report: Report, line: TaskLine) -> tuple[Run, ...]:
    """Say `Kế hoạch số 215/KH-UBND ngày 12/10/2026`, with the task it belongs to."""
    source = Source(line.row.key, report.period.key, "deliverable_number")
    prose = Prose().say(deliverable_text(line), source)
    return prose.say(f" ({_cited(report, line)}{_led(line)})").runs()


def _led(line: TaskLine) -> str:
    """Say who leads a task: the plan's word, else whom the office assigned."""
    lead = line.row.lead or line.lead
    return f", {small_first_of_several(lead)} chủ trì" if lead else ""


def _cited(report: Report, line: TaskLine) -> str:
    """Cite a task by its number, or by its name where the plan prints that number twice."""
    if line.extra:
        return f"{NOUN} phát sinh {line.label}"
    alone = sum(other.label == line.label for other in report.tasks) == 1
    at = "tại " if line.label.startswith(tuple(MARKS.values())) else ""
    return f"{NOUN} {at}{line.label}" if alone else f"{NOUN} “{name_in_sentence(line.row.name)}”"


def deliverable_text(line: TaskLine) -> str:
    """Return the deliverable recorded in the period with its kind, number and date; empty where there is none."""
    record = line.in_period or line.status.record
    if record is None or not record.deliverable_number:
        return ""
    return document_cited(record.deliverable_number, record.deliverable_date, line.row.deliverable)


def _lists(report: Report) -> Iterator[tuple[str, list[TaskLine]]]:
    """Yield what is late, then what is left over from an earlier stage, each task once."""
    overdue = [line for line in report.tasks if line.status.state is TaskState.OVERDUE]
    if overdue:
        yield "Nhiệm vụ quá hạn", overdue
    by_debt: dict[str, list[TaskLine]] = {}
    for line in report.tasks:
        if line.status.debts and line not in overdue:
            by_debt.setdefault(debt_words(line.status.debts[0]), []).append(line)
    for since, lines in by_debt.items():
        yield f"Nhiệm vụ {since}", lines


def _late(report: Report, line: TaskLine) -> tuple[Run, ...]:
    """Say `… (hạn tháng 9/2026, Phòng … chủ trì), đạt khoảng 70% khối lượng do …; phấn đấu …`."""
    overdue = line.status.state is TaskState.OVERDUE
    record = line.status.record if overdue else line.debt_record
    about = [f"hạn {small_first(line.status.deadline_words)}"] if overdue else []
    about += [led] if (led := _led(line).removeprefix(", ")) else []
    prose = Prose().say(name_in_sentence(line.row.name)).say(f" ({', '.join(about)})" if about else "")
    if record is None:
        return prose.runs()
    period = report.period.key
    if record.percent:
        source = Source(line.row.key, period, "percent")
        prose.say(", đạt khoảng ").say(f"{format_number(record.percent)}%", source).say(" khối lượng")
    if record.difficulty:
        prose.say(" do " if record.percent else ", do ")
        prose.say(cause(record.difficulty), Source(line.row.key, period, "difficulty"))
    if record.next_step:
        prose.say("; ").say(clause(record.next_step), Source(line.row.key, period, "next_step"))
    return prose.runs()
