"""Sections IV and V where the officer wrote nothing: what falls due next, and the proposals recorded with the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from exporters.appendix_layouts import tasks_label
from exporters.document import Paragraph, Run, Source
from exporters.period_words import next_span
from exporters.prose import Prose, capital_first, clause, counted, keyed, name_in_sentence, small_first
from exporters.task_sentences import NOUN, capitalised, last_record, led
from models.comparisons import period_compared
from models.occurrences import Occurrence, occurrence_in_force
from models.progress import DONE_STATES, TaskState, deadline_words
from models.reports import Report, TaskLine
from models.schedules import StageKind
from models.timing import timing

MOST_NAMED = 5


def next_task_sentences(report: Report) -> list[Paragraph]:
    """Propose the tasks of the next period: what is late or left over first, then what falls due in it.

    What comes back each year, or has no day of its own, is only counted: naming it all would bury the rest.
    """
    late = [line for line in report.tasks if line.status.state is TaskState.OVERDUE or line.status.debts]
    due = [(line, one) for line in report.tasks if line not in late and (one := _due_next(report, line)) is not None]
    named = sorted((pair for pair in due if not _is_year_round(pair[1])), key=lambda pair: pair[1].due or date.max)
    return [
        *keyed("IV/late", _listed(report, "quá hạn, tồn đọng", [_still_owed(report, line) for line in late])),
        *keyed("IV/due", _listed(report, "đến hạn", [_falling_due(line, one) for line, one in named])),
        *keyed("IV/year_round", _counted([one for _, one in due if _is_year_round(one)])),
    ]


def proposal_sentences(report: Report) -> list[Paragraph]:
    """Return the proposals recorded with indicators and tasks in the period, each once."""
    told: dict[str, Paragraph] = {}
    for key, proposal in _proposals(report):
        text = f"{capital_first(proposal.strip().rstrip('.;'))}."
        told.setdefault(text, Prose().say(text, Source(key, report.period.key, "proposal")).paragraph())
    return keyed("V/proposals", told.values())


def _proposals(report: Report) -> Iterator[tuple[str, str]]:
    records = [(line.row.key, line.current) for line in report.indicators]
    for key, record in (*records, *((line.row.key, line.in_period) for line in report.tasks)):
        if record is not None and record.proposal.strip():
            yield key, record.proposal


def _due_next(report: Report, line: TaskLine) -> Occurrence | None:
    """Return what of a task is to be done within the next period: the open occurrence, or next year's round."""
    ends, closing = _last_day(report), report.period.closing
    current = line.status.occurrence
    done = {current.id} if current is not None and line.status.state in DONE_STATES else set()
    following = occurrence_in_force(timing(report.plan, line.row, ends, report.facts), ends, done)
    # The round of the year that just ends gives way to the next one; any other time holds until it is done.
    offered = [current, following] if current and current.stage.kind is not StageKind.YEARLY else [following, current]
    falling = (one for one in offered if one is not None and one.id not in done and _falls(one, closing, ends))
    return next(falling, None)


def _last_day(report: Report) -> date:
    """Return the end of the next period; by the decree a year's last one closes on 14/12, but its tasks on 31/12."""
    ends = period_compared(report.plan, report.period, next_span(report.period.span)).closing
    return date(ends.year, 12, 31) if ends.month == 12 else ends


def _falls(one: Occurrence, after: date, up_to: date) -> bool:
    return one.due is not None and after < one.due <= up_to


def _is_year_round(one: Occurrence) -> bool:
    kind, stage = one.stage.kind, one.stage
    return stage.extended is None and (kind is StageKind.UNDATED or (kind is StageKind.YEARLY and stage.month is None))


def _still_owed(report: Report, line: TaskLine) -> tuple[Run, ...]:
    """Say what is owed and, where it was recorded, what is to be done about it."""
    record = last_record(line)
    prose = Prose().say(name_in_sentence(line.row.name)).say(_in_brackets(led(line).removeprefix(", ")))
    if record is not None and record.next_step:
        prose.say("; ").say(clause(record.next_step), Source(line.row.key, report.period.key, "next_step"))
    return prose.runs()


def _falling_due(line: TaskLine, one: Occurrence) -> tuple[Run, ...]:
    """Say what falls due, when, and who leads it."""
    about = f"hạn {small_first(deadline_words(one))}{led(line)}"
    return Prose().say(name_in_sentence(line.row.name)).say(_in_brackets(about)).runs()


def _in_brackets(words: str) -> str:
    return f" ({words})" if words else ""


def _listed(report: Report, which: str, told: Sequence[Sequence[Run]]) -> list[Paragraph]:
    """Return one task within a sentence, several as a list whose rest is in the appendix."""
    if not told:
        return []
    if len(told) == 1:
        verb = "Thực hiện" if told[0][0].text.lower().startswith("hoàn thành") else "Hoàn thành"  # not said twice
        return [Prose().say(f"{verb} {NOUN} {which}: ").join(told).say(".").paragraph()]
    items = [Prose().say("- ").join([capitalised(runs)]).say(".").paragraph() for runs in told[:MOST_NAMED]]
    left = len(told) - MOST_NAMED
    rest = Prose().say(f"- Và {counted(left, NOUN)} khác (chi tiết tại {tasks_label(report.plan)}).").paragraph()
    head = Prose().say(f"Hoàn thành {counted(len(told), NOUN)} {which}:").lead_in()
    return [head, *items, *([rest] if left > 0 else [])]


def _counted(year_round: Sequence[Occurrence]) -> list[Paragraph]:
    """Say how many yearly rounds, or tasks without a day of their own, the year still asks for."""
    years = sorted({one.due.year for one in year_round if one.due is not None})
    told = []
    for year in years:
        own = [one for one in year_round if one.due is not None and one.due.year == year]
        yearly = sum(one.stage.kind is StageKind.YEARLY for one in own)
        if yearly:
            told.append(f"Hoàn thành phần việc năm {year} của {counted(yearly, NOUN)} hằng năm.")
        if rest := len(own) - yearly:
            told.append(f"Hoàn thành {counted(rest, NOUN)} không ấn định ngày của năm {year}.")
    return [Prose().say(text).paragraph() for text in told]
