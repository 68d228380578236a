"""Facts about a task's times held against the plan: which occurrence they speak of, and what it had before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from models.errors import AppError, NotFound
from models.facts import CameTrue, Extension, Facts, StillInForce
from models.occurrences import Occurrence, occurrence, occurrence_in_force
from models.plans import Plan, TaskRow
from models.schedules import Stage, StageKind, parse_stage
from models.text import fold
from models.timing import timing
from models.words import day as day_text
from models.words import years

TIME_SAMPLES = (
    "30/11/2026, tháng 11/2026, quý IV/2026, năm 2026, hằng năm, thường xuyên hoặc sau khi có văn bản nào "
    "(“Sau khi có Kế hoạch của tỉnh”)"
)
_PAPER = re.compile(
    r"\b(?:ke hoach|quyet dinh|cong van|van ban|huong dan|de an|nghi quyet|nghi dinh|thong tu|thong bao|chuong trinh|"
    r"chi thi|ket luan|yeu cau|chi dao|y kien|hop dong|kinh phi|ban hanh|phe duyet|trien khai|cho phep|giao)\b"
)
"""What a task outside the plan may wait for: a document, or somebody's decision."""
TimeFact = CameTrue | Extension | StillInForce


def checked_time(plan: Plan, facts: Facts, fact: TimeFact, task: TaskRow, name: str, on: date) -> TimeFact:
    """Return the fact with its occurrence named; an empty one is filled in where only one can be meant."""
    own = _stages_read(plan, facts, task, on)
    if isinstance(fact, CameTrue):
        return _came_true(fact, own, name)
    if isinstance(fact, Extension):
        return _extension(fact, own, facts, name)
    return _still_in_force(fact, own, name, on)


def schedule_for(plan: Plan, deadline: str, on: date) -> dict[str, str]:
    """Return the time of a task outside the plan in the column that its year belongs to."""
    if not deadline.strip() or not plan.schedule_columns:
        return {}
    for column in plan.schedule_columns:
        for stage in parse_stage(deadline, column):
            year = stage.due.year if stage.due else on.year
            if replace(stage, first_year=column.first_year, last_year=column.last_year).covers(year):
                return {column.id: deadline}
    return {plan.schedule_columns[0].id: deadline}


def schedule_problem(plan: Plan, task: TaskRow) -> str:
    """Say what is not understood of the time of a task outside the plan; nothing where all is."""
    columns = {column.id: column for column in plan.schedule_columns}
    for column, words in task.schedule.items():
        if column not in columns:
            return f"Kế hoạch không có cột thời gian “{column}”. Các cột: {', '.join(columns)}."
        read = parse_stage(words, columns[column])
        if not read or not all(_is_a_time(stage) for stage in read):
            return f"Chưa hiểu thời hạn “{words}” của nhiệm vụ phát sinh. Hãy ghi như {TIME_SAMPLES}."
    return ""


def _is_a_time(stage: Stage) -> bool:
    """Tell whether words set a time; `khi rảnh` waits for nothing that anybody could enter later."""
    if stage.kind is StageKind.CONDITION:
        return _PAPER.search(fold(stage.condition)) is not None
    return stage.kind not in (StageKind.UNKNOWN, StageKind.NOTED)


def since_problem(plan: Plan, task: TaskRow) -> str:
    """Say that a task outside the plan would begin after its last deadline; nothing where it does not."""
    columns = {column.id: column for column in plan.schedule_columns}
    stages = [stage for column, words in task.schedule.items() for stage in parse_stage(words, columns[column])]
    due = [stage.due for stage in stages if stage.due is not None]
    if task.since is None or len(due) < len(stages) or not due or max(due) >= task.since:
        return ""
    return (
        f"Nhiệm vụ phát sinh có từ {day_text(task.since)}, sau thời hạn {day_text(max(due))} của chính nó. "
        "Hãy ghi lại ngày bắt đầu hoặc thời hạn."
    )


def _stages_read(plan: Plan, facts: Facts, task: TaskRow, on: date) -> tuple[Stage, ...]:
    """Return the stages that can have records, with the officer's own understanding of printed times."""
    found = timing(plan, task, on, Facts(readings=facts.readings))
    return tuple(stage for stage in found if stage.kind is not StageKind.NOTED)


def _named(own: Sequence[Stage], wanted: str, name: str) -> Occurrence:
    """Return the occurrence of that name, or say which ones there are."""
    year = int(wanted) if re.fullmatch(r"20\d\d", wanted) else None
    for stage in own:
        yearly = stage.kind is StageKind.YEARLY
        if year is not None and yearly and stage.covers(year):
            return occurrence(stage, year)
        if not yearly and stage.id == wanted:
            return occurrence(stage, year or 2000)
    known = ", ".join(_occurrence_words(stage) for stage in own) or "không có, vì kế hoạch không in thời gian"
    raise NotFound(f"{name} không có lần thực hiện “{wanted}”. Các lần thực hiện: {known}.")


def _occurrence_words(stage: Stage) -> str:
    if stage.kind is not StageKind.YEARLY:
        return stage.id
    if stage.first_year is None or stage.last_year is None:
        return "từng năm"
    return f"từng năm của {years(stage.first_year, stage.last_year).lower()}"


def _came_true(fact: CameTrue, own: Sequence[Stage], name: str) -> CameTrue:
    """Check that the occurrence waits for a condition, and that its deadline comes after."""
    waiting = [stage.id for stage in own if stage.kind is StageKind.CONDITION]
    if not waiting:
        raise AppError(f"{name} không chờ văn bản hay điều kiện nào trong kế hoạch nên không cần khai báo.")
    chosen = fact.occurrence or _only(waiting, name)
    if chosen not in waiting:
        raise NotFound(f"{name} không chờ điều kiện ở lần thực hiện “{chosen}”; chỉ chờ ở: {', '.join(waiting)}.")
    if fact.deadline is not None and fact.deadline < fact.on:
        raise AppError(
            f"Thời hạn {day_text(fact.deadline)} đứng trước ngày có điều kiện {day_text(fact.on)}. Hãy ghi lại ngày."
        )
    return replace(fact, occurrence=chosen)


def _extension(fact: Extension, own: Sequence[Stage], facts: Facts, name: str) -> Extension:
    """Check that the new deadline is later than the one before it."""
    if not fact.occurrence:
        found = tuple(dict.fromkeys(_to_extend(own, facts, fact)))
        if not found:
            raise AppError(
                f"{name} không có thời hạn nào trước ngày {day_text(fact.deadline)} để gia hạn. "
                "Hãy kiểm tra lại hạn mới và mã nhiệm vụ."
            )
        return replace(fact, occurrence=_only(found, name))
    due = _due(_named(own, fact.occurrence, name), facts, fact)
    if due is None:
        raise AppError(f"{name} chưa có thời hạn ở lần thực hiện “{fact.occurrence}” nên không gia hạn được.")
    if fact.deadline <= due:
        raise AppError(
            f"Hạn mới {day_text(fact.deadline)} của {name[0].lower()}{name[1:]} không sau hạn của kế hoạch "
            f"({day_text(due)}). Hãy ghi lại hạn mới."
        )
    return fact


def _to_extend(own: Sequence[Stage], facts: Facts, fact: Extension) -> Iterator[str]:
    """Yield each stage's latest occurrence that was due before the new deadline."""
    for stage in own:
        for year in (fact.deadline.year, fact.deadline.year - 1):
            found = occurrence(stage, year)
            due = _due(found, facts, fact)
            if due is not None and due < fact.deadline:
                yield found.id
                break


def _due(found: Occurrence, facts: Facts, fact: Extension) -> date | None:
    """Return the printed deadline of an occurrence, or the one that its condition brought."""
    if found.stage.kind is not StageKind.CONDITION:
        return None if found.stage.kind is StageKind.UNDATED else found.due
    own = (known for known in facts.came_true if (known.row_key, known.occurrence) == (fact.row_key, found.id))
    return next((known.deadline for known in own), None)


def _still_in_force(fact: StillInForce, own: Sequence[Stage], name: str, on: date) -> StillInForce:
    """Check paper and occurrence; without one the round of the present day is meant."""
    if not fact.paper.number.strip():
        raise AppError(f"Sản phẩm còn hiệu lực của {name[0].lower()}{name[1:]} phải có số văn bản. Hãy ghi số và ngày.")
    present = occurrence_in_force(own, on)
    if present is None:
        raise AppError(f"{name} không có lần thực hiện nào, vì kế hoạch không in thời gian. Hãy ghi văn bản ở tiến độ.")
    found = _named(own, fact.occurrence or present.id, name)
    if fact.paper.day is not None and found.due is not None and fact.paper.day > found.due:
        raise AppError(
            f"Văn bản ngày {day_text(fact.paper.day)} ban hành sau lần thực hiện “{found.id}” nên không phải sản phẩm "
            "của những năm trước. Hãy ghi lại ngày hoặc lần thực hiện."
        )
    return replace(fact, occurrence=found.id)


def _only(found: Sequence[str], name: str) -> str:
    """Return the only occurrence that can be meant, or ask which one is."""
    if len(found) > 1:
        raise AppError(f"{name} có nhiều lần thực hiện: {', '.join(found)}. Hãy ghi rõ lần nào.")
    return found[0]
