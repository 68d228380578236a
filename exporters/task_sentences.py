"""Section II.2: how many tasks stand where, what was issued in the period, what is late (forms.md §7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from exporters.document import Paragraph, Run, Source
from exporters.prose import Prose, cause, clause, counted, name_in_sentence, small_first
from models.calendars import Span
from models.numbers import format_number, padded
from models.progress import TaskState, debt_words
from models.reports import Report, TaskLine
from models.schedules import StageKind
from models.shown import day_text

NOUN = "nhiệm vụ"
DONE = {
    TaskState.DONE_IN_TIME: "đúng hạn",
    TaskState.DONE_LATE: "quá hạn",
    TaskState.DONE: "không ấn định ngày",
}
OPEN = {
    TaskState.IN_TIME: "đang thực hiện trong hạn",
    TaskState.NOT_BEGUN: "chưa triển khai, chưa đến hạn",
    TaskState.CONTINUOUS: "thực hiện thường xuyên",
    TaskState.CONTINUOUS_NOT_BEGUN: "thường xuyên nhưng chưa triển khai",
    TaskState.WAITING: "chờ văn bản cấp trên",
    TaskState.OVERDUE: "quá hạn chưa hoàn thành",
    TaskState.UNDECLARED: "chưa khai báo",
}
MOST_ISSUED = 5
MOST_LATE = 5
DOCUMENT_KINDS = ("Kế hoạch", "Quyết định", "Quy chế", "Quy định", "Công văn", "Báo cáo", "Văn bản")
DOCUMENT_SYMBOLS = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "BC": "Báo cáo",
    "UBND": "Công văn",
    "CV": "Công văn",
    "TB": "Thông báo",
    "TTr": "Tờ trình",
    "HD": "Hướng dẫn",
    "QC": "Quy chế",
    "CTr": "Chương trình",
    "BB": "Biên bản",
}
SPAN_NOUNS = {
    "month": "Trong tháng",
    "quarter": "Trong quý",
    "six_months": "Trong 6 tháng",
    "nine_months": "Trong 9 tháng",
    "year": "Trong năm",
}


def task_sentences(report: Report) -> list[Paragraph]:
    """Return the paragraphs of II.2; every count adds up to the number of tasks within the first."""
    paragraphs = [_counts(report)]
    second = Prose()
    issued = [line for line in report.tasks if _issued_in_period(report, line)]
    if issued:
        second.say(f"{_in_span(report.period.span)}, đã ban hành: ")
        second.join(_issued(report, line) for line in issued[:MOST_ISSUED])
        left = len(issued) - MOST_ISSUED
        second.say(f"; và {padded(left)} văn bản khác (chi tiết tại Phụ lục II)." if left > 0 else ".")
    for heading, lines in _lists(report):
        second.say((" " if second.runs() else "") + f"{heading}: ")
        second.join(_late(report, line) for line in lines[:MOST_LATE])
        left = len(lines) - MOST_LATE
        second.say(f"; và {counted(left, NOUN)} khác (chi tiết tại Phụ lục II)." if left > 0 else ".")
    if second.runs():
        paragraphs.append(second.paragraph())
    return paragraphs


def _counts(report: Report) -> Paragraph:
    states = Counter(line.status.state for line in report.tasks)
    done = {state: states[state] for state in DONE if states[state]}
    parts = [_done_part(done, _yearly_done(report.tasks), report.period.span.year)]
    parts.extend(counted(states[state], NOUN, words) for state, words in OPEN.items() if states[state])
    return Prose().say(f"Trong {counted(len(report.tasks), NOUN)}, {'; '.join(parts)}.").paragraph()


def _done_part(done: dict[TaskState, int], yearly: int, year: int) -> str:
    total = sum(done.values())
    if not total:
        return f"chưa có {NOUN} nào hoàn thành"
    if len(done) == 1:
        (state,) = done
        text = f"có {counted(total, NOUN, f'hoàn thành {DONE[state]}')}"
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


def _in_span(span: Span) -> str:
    return SPAN_NOUNS.get(span.frequency, "Trong kỳ")


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
    who = f", {line.row.lead} chủ trì" if line.row.lead else ""
    return prose.say(f" ({_cited(report, line)}{who})").runs()


def _cited(report: Report, line: TaskLine) -> str:
    """Cite a task by its number, or by its name where the plan prints that number twice."""
    alone = sum(other.label == line.label for other in report.tasks) == 1
    return f"{NOUN} {line.label}" if alone else f"{NOUN} “{name_in_sentence(line.row.name)}”"


def deliverable_text(line: TaskLine) -> str:
    """Return the deliverable recorded in the period with its kind, number and date; empty where there is none."""
    record = line.in_period or line.status.record
    if record is None or not record.deliverable_number:
        return ""
    day = f" ngày {day_text(record.deliverable_date)}" if record.deliverable_date else ""
    return f"{_kind(record.deliverable_number, line.row.deliverable)} số {record.deliverable_number}{day}"


def _kind(number: str, deliverable: str) -> str:
    """Return what kind of paper a number names by its symbol, else what the plan wants."""
    symbol = number.partition("/")[2].split("-")[0].split("/")[-1]
    if symbol in DOCUMENT_SYMBOLS:
        return DOCUMENT_SYMBOLS[symbol]
    return next((kind for kind in DOCUMENT_KINDS if deliverable.startswith(kind)), "Văn bản")


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
    about += [f"{line.row.lead} chủ trì"] if line.row.lead else []
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
