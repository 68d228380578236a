"""Section II.2: how many tasks stand where, what was issued in the period, what is late (forms.md §7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from exporters.appendix_layouts import tasks_label
from exporters.document import Paragraph, Run, Source
from exporters.papers import document_cited, issuing_body, subject_printed
from exporters.period_words import in_span
from exporters.plan_cited import without_commune
from exporters.prose import (
    Prose,
    all_alike,
    capital_first,
    cause,
    clause,
    count_text,
    counted,
    keyed,
    name_in_sentence,
    small_first,
    small_first_of_several,
)
from models.actuals import Progress
from models.numbers import format_number
from models.occurrences import Occurrence
from models.plans import MARKS
from models.progress import TaskState, debt_words
from models.reports import Report, TaskLine
from models.schedules import StageKind

NOUN = "nhiệm vụ"
UNDECLARED = "chưa khai báo kết quả"
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
    TaskState.CONTINUOUS_NOT_BEGUN: "thuộc diện thường xuyên, chưa triển khai",
    TaskState.WAITING: "chờ văn bản cấp trên",
    TaskState.OVERDUE: "quá hạn chưa hoàn thành",
    TaskState.UNDECLARED: UNDECLARED,
}
DAY_MISSING = "chưa ghi ngày hoàn thành"
MOST_ISSUED = 5
MOST_LATE = 5


def task_sentences(report: Report) -> list[Paragraph]:
    """Return the paragraphs of II.2; every count adds up to the number of tasks within the first."""
    paragraphs = keyed("II.2/counts", [_counts(report)])
    if issued := _papers_issued(report):
        paragraphs += keyed("II.2/issued", [_all_issued(report, issued)])
    for key, heading, lines in _lists(report):
        paragraphs += keyed(f"II.2/{key}", _listed(report, heading, lines))
    return paragraphs


def _listed(report: Report, heading: str, lines: Sequence[TaskLine]) -> list[Paragraph]:
    """Return one task within a sentence, several as a list, since their names hold commas and semicolons."""
    explained = sorted(lines, key=lambda line: not ((own := last_record(line)) and own.difficulty))
    told = [_late(report, line) for line in explained[:MOST_LATE]]
    if len(told) == 1:
        return [Prose().say(f"{heading}: ").join(told).say(".").paragraph()]
    left = len(lines) - MOST_LATE
    count = counted(len(lines), small_first(heading))
    items = [Prose().say("- ").join([capitalised(runs)]).say(".").paragraph() for runs in told]
    rest = f"- Và {counted(left, NOUN)} khác (chi tiết tại {tasks_label(report.plan)})."
    return [Prose().say(f"Có {count}:").lead_in(), *items, *([Prose().say(rest).paragraph()] if left > 0 else [])]


def capitalised(runs: Sequence[Run]) -> Sequence[Run]:
    """Begin a stretch of text with a capital."""
    return (replace(runs[0], text=capital_first(runs[0].text)), *runs[1:])


def _counts(report: Report) -> Paragraph:
    own = [line for line in report.tasks if not line.extra]
    year = report.period.span.year
    told = _stand(own, NOUN, year) if own else f"không có {NOUN} nào"
    prose = Prose().say(f"{capital_first(told) if len(own) > 1 else f'Kế hoạch {told}'}.")
    if extra := [line for line in report.tasks if line.extra]:
        outside = _stand(extra, f"{NOUN} phát sinh ngoài Kế hoạch", year)
        prose.say(f" Ngoài ra, {outside}." if own else f" {capital_first(outside)}.")
    return prose.paragraph()


def _stand(lines: Sequence[TaskLine], noun: str, year: int) -> str:
    """Say how many tasks are in each state, in one stroke where all are in the same; of one task how it stands."""
    states = Counter(line.status.state for line in lines)
    done = Counter(_how_done(line) for line in lines if line.status.state in DONE)
    total = sum(done.values())
    yearly = _yearly_words(total, _yearly_done(lines), year)
    if total == len(lines) or len(states) == 1:
        alike = f"đã hoàn thành{_how(done)}{yearly}" if total else OPEN[lines[0].status.state]
        return all_alike(len(lines), noun, alike) if len(lines) > 1 else f"có {counted(1, noun)}, {alike}"
    parts = [f"có {counted(total, NOUN, f'hoàn thành{_how(done)}')}{yearly}" if total else _none_done(states)]
    parts.extend(counted(states[state], NOUN, words) for state, words in OPEN.items() if states[state])
    return f"trong {counted(len(lines), noun)}, {'; '.join(parts)}"


def _none_done(states: Mapping[TaskState, int]) -> str:
    """Say that no task is finished, or that none is known to be while some were not declared yet."""
    known = "chưa ghi nhận" if states[TaskState.UNDECLARED] else "chưa có"
    return f"{known} {NOUN} nào hoàn thành"


def _how_done(line: TaskLine) -> str:
    """Say how a finished task stands to its day; nobody is called late whose day was not told."""
    return DAY_MISSING if line.status.lacks_day else DONE[line.status.state]


def _how(done: Mapping[str, int]) -> str:
    """Say how the finished tasks stand to their days: ` đúng hạn`, ` (09 đúng hạn, 01 quá hạn)`."""
    if len(done) > 1:
        told = (words for words in (*DONE.values(), DAY_MISSING) if words in done)
        return f" ({', '.join(f'{count_text(done[words])} {words}' for words in told)})"
    ((words, total),) = done.items()
    if words in (DONE[TaskState.DONE], DAY_MISSING):
        return f", {'đều ' if total > 1 else ''}{words}"
    return f" {words}"


def _yearly_words(total: int, yearly: int, year: int) -> str:
    """Say how many of the finished tasks are this year's rounds of yearly ones."""
    if not yearly:
        return ""
    if yearly == total:
        return f", {'đều ' if total > 1 else ''}là nhiệm vụ hằng năm đã xong phần việc năm {year}"
    among = "gồm cả" if yearly > 1 else "trong đó có"
    return f", {among} {counted(yearly, NOUN)} hằng năm đã xong phần việc năm {year}"


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


def _papers_issued(report: Report) -> list[list[TaskLine]]:
    """Return the tasks whose deliverables were issued in the period, together where one paper serves several."""
    papers: dict[str, list[TaskLine]] = {}
    for line in report.tasks:
        if _issued_in_period(report, line):
            papers.setdefault(deliverable_text(line), []).append(line)
    return list(papers.values())


def _all_issued(report: Report, papers: Sequence[list[TaskLine]]) -> Paragraph:
    """Say what was issued, a sentence for each issuer: the Party's papers are not those of UBND."""
    begin = f"{in_span(report.period.span)}, "
    by_issuer: dict[str, list[list[TaskLine]]] = {}
    for lines in papers:
        by_issuer.setdefault(_who_issued(report, lines[0]), []).append(lines)
    prose = Prose()
    for at, (issuer, own) in enumerate(by_issuer.items()):
        who = f" {capital_first(issuer)}" if at else f"{begin}{issuer}"
        prose.say(f"{who} đã ban hành{':' if len(own) > 1 else ''} ")
        prose.join(_issued(report, lines) for lines in own[:MOST_ISSUED])
        left = len(own) - MOST_ISSUED
        where = tasks_label(report.plan)
        prose.say(f"; và {count_text(left)} văn bản khác (chi tiết tại {where})." if left > 0 else ".")
    return prose.paragraph()


def _who_issued(report: Report, line: TaskLine) -> str:
    """Return who issued a deliverable: the body that its symbol names, else the office that reports."""
    plan = report.plan
    record = line.in_period
    body = issuing_body(record.deliverable_number) if record else ""
    commune = without_commune(plan.issuer, plan).removeprefix("UBND").strip()  # "xã", "phường"
    return f"{body} {commune}".strip() if body else without_commune(report.office.issuer, plan)


def _issued(report: Report, lines: Sequence[TaskLine]) -> tuple[Run, ...]:
    """Say `Kế hoạch số 215/KH-UBND ngày 12/10/2026 về tuyên truyền`, with the tasks it belongs to."""
    source = Source(lines[0].row.key, report.period.key, "deliverable_number")
    cited = deliverable_text(lines[0])
    subjects = (subject_printed(cited.partition(" số ")[0], line.row.deliverable) for line in lines)
    prose = Prose().say(cited, source).say(next((f" {subject}" for subject in subjects if subject), ""))
    return prose.say(f" ({'; '.join(f'{_cited(report, line)}{led(line)}' for line in lines)})").runs()


def led(line: TaskLine) -> str:
    """Say who leads a task: the plan's word, else whom the office assigned."""
    lead = (line.row.lead or line.lead).replace(";", ",")  # a list of tasks is parted by ";"
    return f", {small_first_of_several(lead)} chủ trì" if lead else ""


def _cited(report: Report, line: TaskLine) -> str:
    """Cite a task by its number, or by its name where the plan prints that number twice."""
    if line.extra:
        return f"{NOUN} phát sinh {line.label}"
    alone = sum(other.label == line.label for other in report.tasks) == 1
    at = "tại " if line.label.startswith(tuple(MARKS.values())) else ""
    name = name_in_sentence(line.row.name).replace("“", "‘").replace("”", "’")
    return f"{NOUN} {at}{line.label}" if alone else f"{NOUN} “{name}”"


def deliverable_text(line: TaskLine) -> str:
    """Return the deliverable recorded in the period with its kind, number and date."""
    record = line.in_period
    return document_cited(record.deliverable_number, record.deliverable_date, line.row.deliverable) if record else ""


def _lists(report: Report) -> Iterator[tuple[str, str, list[TaskLine]]]:
    """Yield what is late, what is left over from an earlier stage, and of which stage nothing was declared yet."""
    overdue = [line for line in report.tasks if line.status.state is TaskState.OVERDUE]
    if overdue:
        yield "late", "Nhiệm vụ quá hạn", overdue
    by_words: dict[str, list[TaskLine]] = {}
    for line in report.tasks:
        if line in overdue:
            continue
        if line.status.debts:
            by_words.setdefault(debt_words(line.status.debts[0]), []).append(line)
        elif line.status.undeclared:
            by_words.setdefault(undeclared_words(line.status.undeclared[0]), []).append(line)
    for words, lines in sorted(by_words.items(), key=lambda pair: pair[0].startswith(UNDECLARED)):
        yield "undeclared" if words.startswith(UNDECLARED) else "owed", f"Nhiệm vụ {words}", lines


def undeclared_words(occurrence: Occurrence) -> str:
    """Return how a report names a stage of which nobody has said how it ended."""
    return f"{UNDECLARED} phần việc {debt_words(occurrence).removeprefix('tồn từ ')}"


def last_record(line: TaskLine) -> Progress | None:
    """Return the last word on what is late: the occurrence in force, or the earlier stage that is still owed."""
    return line.status.record if line.status.state is TaskState.OVERDUE else line.debt_record


def _late(report: Report, line: TaskLine) -> tuple[Run, ...]:
    """Say `… (hạn tháng 9/2026, Phòng … chủ trì), đạt khoảng 70% khối lượng do …; phấn đấu …`."""
    overdue = line.status.state is TaskState.OVERDUE
    record = last_record(line)
    about = [f"hạn {small_first(line.status.deadline_words)}"] if overdue else []
    about += [leader] if (leader := led(line).removeprefix(", ")) else []
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
