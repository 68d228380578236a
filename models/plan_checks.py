"""The check list of a plan by itself: what it leaves blank, what is not understood, what contradicts itself.

Checks only speak of columns that the plan has. What it leaves blank is no fault of the plan: the officer completes it.
Contradictions are kept as printed and noted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from models.contradictions import contradictions
from models.facts import Facts
from models.findings import Finding, FindingKind, columns_of, in_printed_order, named
from models.plans import IndicatorRow, Plan, ScheduleColumn, TaskRow
from models.schedules import Stage, StageKind, parse_stage
from models.targets import Comparison, parse_target
from models.text import fold, one_line

_SERVES = re.compile(r"nhiem vu phuc vu cho (?P<all>tat ca cac )?nhom chi tieu ?(?P<group>[^)]*)")
_WANTED = {"lead": "cơ quan chủ trì", "target": "mục tiêu", "schedule": "thời hạn", "deliverable": "sản phẩm"}
_SHORTEST_SHOWN = 60


def check_plan(plan: Plan, facts: Facts | None = None) -> tuple[Finding, ...]:
    """Return all that does not fit in a plan, in printed order; what the officer declared is no longer asked for."""
    known, labels = facts or Facts(), plan.labels()
    found = (
        *_title(plan),
        *_unserved(plan, labels),
        *_printed_twice(plan, labels),
        *_blank(plan, known, labels),
        *_targets(plan, known, labels),
        *_times(plan, known, labels),
        *contradictions(plan, labels),
    )
    return in_printed_order(plan, found)


def _title(plan: Plan) -> Iterator[Finding]:
    """Find an appendix of indicators whose title speaks of tasks only."""
    layout = plan.layouts.get("indicators")
    words = fold(layout.title) if layout else ""
    if layout is not None and "nhiem vu" in words and not re.search(r"chi tieu|muc tieu", words):
        sentence = (
            f"Phụ lục I mang tên “{one_line(layout.title)}” nhưng chứa các chỉ tiêu; báo cáo ghi là chỉ tiêu, "
            "tên trong kế hoạch được giữ nguyên."
        )
        yield Finding("", "Phụ lục I", FindingKind.TITLE, sentence)


def _unserved(plan: Plan, labels: dict[str, str]) -> Iterator[Finding]:
    """Find groups of indicators that no group of tasks serves, where the plan says which ones serve which."""
    served = [match for row in plan.task_rows if row.kind == "section" and (match := _SERVES.search(fold(row.name)))]
    if not served or any(match["all"] for match in served):
        return
    groups = {match["group"].strip() for match in served}
    for row in plan.indicator_rows:
        if row.kind == "section" and fold(one_line(row.name)) not in groups:
            sentence = (
                f"Nhóm chỉ tiêu {labels[row.key]} “{one_line(row.name)}”: kế hoạch không có nhóm nhiệm vụ nào phục vụ; "
                "hãy xem có cần đề xuất bổ sung nhiệm vụ không."
            )
            yield Finding(row.key, labels[row.key], FindingKind.UNSERVED, sentence)


def _printed_twice(plan: Plan, labels: dict[str, str]) -> Iterator[Finding]:
    """Find numbers that stand at several rows of one appendix."""
    for appendix, rows in (("I", plan.indicator_rows), ("II", plan.task_rows)):
        times = Counter(labels[row.key] for row in rows)
        seen: set[str] = set()
        for row in rows:
            label = labels[row.key]
            if label in seen:
                sentence = (
                    f"Số {label} được in {times[label]} lần ở Phụ lục {appendix} (ở đây là “{_shown(row.name)}”); "
                    f"khi ghi số liệu hãy dùng mã dòng {row.key}."
                )
                yield Finding(row.key, label, FindingKind.NUMBER_TWICE, sentence)
            seen.add(label)


def _blank(plan: Plan, facts: Facts, labels: dict[str, str]) -> Iterator[Finding]:
    """Find cells that the plan leaves blank in a column that it has."""
    indicators, tasks = (columns_of(plan.layouts.get(name)) for name in ("indicators", "tasks"))
    read = {(reading.row_key, reading.column) for reading in facts.readings}
    for row in plan.printed_indicators():
        blank = {"lead": not (row.lead or row.key in facts.leads), "target": not row.targets}
        yield from _blanks_of(row, labels[row.key], blank, indicators)
    for task in plan.tasks():
        timed = bool(task.schedule) or any((task.key, column.id) in read for column in plan.schedule_columns)
        blank = {
            "lead": not (task.lead or task.key in facts.leads),
            "schedule": not timed,
            "deliverable": not task.deliverable,
        }
        yield from _blanks_of(task, labels[task.key], blank, tasks)


def _blanks_of(
    row: IndicatorRow | TaskRow, label: str, blank: dict[str, bool], columns: dict[str, str]
) -> Iterator[Finding]:
    for field, is_blank in blank.items():
        titles = [title for column, title in columns.items() if column.partition(":")[0] == field]
        if is_blank and titles:
            where = f"cột “{titles[0]}”" if len(titles) == 1 else f"cả {len(titles)} cột {_WANTED[field]}"
            sentence = (
                f"{named(row, label)}: kế hoạch để trống {where}; khi đã thống nhất {_WANTED[field]}, hãy bổ sung vào "
                "sổ (biểu mẫu vẫn in như kế hoạch)."
            )
            yield Finding(row.key, label, FindingKind.BLANK, sentence)


def _targets(plan: Plan, facts: Facts, labels: dict[str, str]) -> Iterator[Finding]:
    """Find targets that are not understood, not judged, or given from above year by year."""
    read = {(reading.row_key, reading.column) for reading in facts.readings}
    decided = {target.row_key for target in facts.annual_targets}
    for row in plan.printed_indicators():
        for year, printed in row.targets.items():
            if (row.key, str(year)) in read:
                continue
            target = parse_target(printed, row.name, row.unit)
            begin = f"{named(row, labels[row.key])}: mục tiêu “{_shown(printed)}” của năm {year}"
            if target.comparison is Comparison.UNKNOWN:
                sentence = f"{begin} chưa hiểu được nên chưa đánh giá; {_ask(row.key, str(year))}"
                yield Finding(row.key, labels[row.key], FindingKind.NOT_UNDERSTOOD, sentence, grave=True)
            elif target.comparison is Comparison.UNJUDGED:
                sentence = f"{begin} không rõ con số nên chỉ in lại, không đánh giá; đề nghị nơi ban hành làm rõ."
                yield Finding(row.key, labels[row.key], FindingKind.TO_CLARIFY, sentence)
            elif target.comparison is Comparison.ASSIGNED and row.key not in decided:
                call = f"so57 declare annual-target {row.key} --year {year} --target “…” --number “…”"
                sentence = f"{begin} do cấp trên giao; hãy ghi mục tiêu năm và văn bản giao bằng lệnh: {call}."
                yield Finding(row.key, labels[row.key], FindingKind.ANNUAL_TARGET, sentence)


def _ask(key: str, column: str) -> str:
    return f"hãy ghi cách hiểu bằng lệnh: so57 declare reading {key} --column {column} --understood “…”."


def _times(plan: Plan, facts: Facts, labels: dict[str, str]) -> Iterator[Finding]:
    """Find times that are not understood, or stand where they do not belong."""
    read = {(reading.row_key, reading.column) for reading in facts.readings}
    for task in plan.tasks():
        label = labels[task.key]
        for column in plan.schedule_columns:
            printed = task.schedule.get(column.id, "")
            if (task.key, column.id) not in read:
                for stage in parse_stage(printed, column):
                    yield from _time(task, label, stage, column)
        if _is_a_time(task.deliverable):
            sentence = (
                f"{named(task, label)}: cột sản phẩm in thời gian “{_shown(task.deliverable)}”; sổ giữ nguyên như kế "
                "hoạch và không coi đó là sản phẩm, đề nghị làm rõ."
            )
            yield Finding(task.key, label, FindingKind.MISPLACED, sentence)


def _time(task: TaskRow, label: str, stage: Stage, column: ScheduleColumn) -> Iterator[Finding]:
    """Say what is wrong with one time of a cell."""
    begin = f"{named(task, label)}: thời gian “{_shown(stage.printed)}”"
    where = f"cột “{column.title}”"
    if stage.kind is StageKind.UNKNOWN:
        sentence = f"{begin} chưa hiểu được nên chưa theo dõi hạn; {_ask(task.key, column.id)}"
        yield Finding(task.key, label, FindingKind.NOT_UNDERSTOOD, sentence, grave=True)
    elif stage.kind is StageKind.NOTED and column.first_year is not None:
        sentence = f"{begin} sớm hơn các năm của {where}; sổ chỉ ghi lại, không theo dõi, đề nghị làm rõ."
        yield Finding(task.key, label, FindingKind.MISPLACED, sentence)
    elif stage.due is not None and column.last_year is not None and stage.due.year > column.last_year:
        sentence = f"{begin} muộn hơn các năm của {where}; sổ theo dõi theo thời gian đã in, đề nghị làm rõ."
        yield Finding(task.key, label, FindingKind.MISPLACED, sentence)


def _is_a_time(deliverable: str) -> bool:
    stages = parse_stage(deliverable, ScheduleColumn("deliverable", ""))
    return bool(stages) and stages[0].kind is StageKind.DEADLINE


def _shown(text: str) -> str:
    """Return words of the plan, long ones cut at a word."""
    line = one_line(text)
    return line if len(line) <= _SHORTEST_SHOWN else f"{line[:_SHORTEST_SHOWN].rsplit(' ', 1)[0]}…"
