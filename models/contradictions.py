"""Rows of a plan that contradict each other: found by rule, kept as printed, never merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from models.errors import BadNumber
from models.findings import Finding, FindingKind, Row, named, within
from models.numbers import parse_number
from models.plans import IndicatorRow, Plan, TaskRow
from models.schedules import Stage, stages
from models.targets import Target, parse_target
from models.text import fold, one_line

ALIKE = 12
"""So many equal words at the beginning make two long tasks the same work."""
SHORTEST_NAME = 4
"""A name of fewer words may stand in any sentence without being meant."""
_FILLERS = frozenset({"cac", "nhung"})
_PERCENT = re.compile(r"(?P<number>\d+(?:[.,]\d+)*) ?%")
_ByBegin = dict[tuple[str, ...], dict[tuple[str, ...], IndicatorRow]]
"""The first words of a name -> all its words -> the first indicator of that name."""
_ASK = "kế hoạch được giữ nguyên, đề nghị nơi ban hành làm rõ."
_ASK_BOTH = "sổ theo dõi cả hai như kế hoạch đã in, đề nghị nơi ban hành làm rõ."


def contradictions(plan: Plan, labels: Mapping[str, str]) -> Iterator[Finding]:
    """Yield one finding for each pair of rows that contradict each other, at the later row."""
    yield from _same_name_other_target(plan, labels)
    yield from _task_against_indicator(plan, labels)
    yield from _same_work_other_time(plan, labels)
    yield from _stage_beside_a_date(plan, labels)


def _same_name_other_target(plan: Plan, labels: Mapping[str, str]) -> Iterator[Finding]:
    """Find indicators of one name with different targets at one milestone."""
    first: dict[str, IndicatorRow] = {}
    for row in plan.indicators():
        other = first.setdefault(_core(row.name), row)
        for year in sorted(row.targets.keys() & other.targets.keys()):
            if other is not row and _understood(row, year) != _understood(other, year):
                words = f"(“{one_line(other.targets[year])}” và “{one_line(row.targets[year])}”)"
                yield _finding(other, row, labels, f"cùng tên nhưng mục tiêu năm {year} khác nhau {words}")


def _understood(row: IndicatorRow, year: int) -> Target:
    return replace(parse_target(row.targets[year], row.name, row.unit), printed="")


def _core(name: str) -> str:
    """Return a name as it is compared: folded, without `Tỷ lệ` and marks."""
    return " ".join(_words(name)).removeprefix("ty le ")


def _words(text: str) -> list[str]:
    return re.findall(r"[\w%]+", fold(text))


def _task_against_indicator(plan: Plan, labels: Mapping[str, str]) -> Iterator[Finding]:
    """Find tasks that name an indicator with another percentage than its targets."""
    by_begin: _ByBegin = {}
    for row in plan.indicators():
        core = tuple(_core(row.name).split())
        if len(core) >= SHORTEST_NAME:
            by_begin.setdefault(core[:SHORTEST_NAME], {}).setdefault(core, row)
    for task in plan.tasks():
        for percent in _PERCENT.finditer(task.name):
            for row in _indicators_named(task.name, percent, by_begin):
                if _differs(percent, row):
                    printed = " và ".join(f"“{one_line(words)}”" for words in row.targets.values())
                    what = (
                        f"nói về cùng một việc nhưng nhiệm vụ ghi {percent.group()}, mục tiêu của chỉ tiêu là {printed}"
                    )
                    yield _finding(row, task, labels, what)


def _differs(percent: re.Match[str], row: IndicatorRow) -> bool:
    """Tell whether a percentage is none of those that the indicator has to reach."""
    lows = [target.low for words in row.targets.values() if (target := parse_target(words, row.name, row.unit)).unit]
    try:
        return bool(lows) and parse_number(percent["number"]) not in lows
    except BadNumber:
        return False


def _indicators_named(sentence: str, percent: re.Match[str], by_begin: _ByBegin) -> Iterator[IndicatorRow]:
    """Yield the indicators whose name a sentence has around a percentage, or right before or after it."""
    before, after = _words(sentence[: percent.start()]), _words(sentence[percent.end() :])
    words, place = [*before, *after], len(before)
    for at in range(max(0, len(words) - SHORTEST_NAME + 1)):
        for core, row in by_begin.get(tuple(words[at : at + SHORTEST_NAME]), {}).items():
            if at <= place <= at + len(core) and tuple(words[at : at + len(core)]) == core:
                yield row


def _same_work_other_time(plan: Plan, labels: Mapping[str, str]) -> Iterator[Finding]:
    """Find tasks with the same words, or the same long beginning, and different times."""
    first: dict[tuple[str, ...], TaskRow] = {}
    for row in plan.tasks():
        words = tuple(word for word in _words(row.name) if word not in _FILLERS)
        other = first.setdefault(words[:ALIKE], row)
        times = _times(other, plan), _times(row, plan)
        if other is not row and all(times) and times[0] != times[1]:
            printed = " và ".join(f"“{'; '.join(map(one_line, one.schedule.values()))}”" for one in (other, row))
            yield _finding(other, row, labels, f"có nội dung gần như nhau nhưng thời hạn khác nhau ({printed})")


def _times(row: TaskRow, plan: Plan) -> tuple[Stage, ...]:
    return tuple(replace(stage, printed="") for stage in stages(row, plan.schedule_columns))


def _stage_beside_a_date(plan: Plan, labels: Mapping[str, str]) -> Iterator[Finding]:
    """Find rows that mark one column with an x and print a year in another."""
    for row in plan.tasks():
        marked = [words for words in row.schedule.values() if fold(one_line(words)) == "x"]
        years = [words for words in row.schedule.values() if re.fullmatch(r"(?:nam )?20\d\d", fold(one_line(words)))]
        if marked and years:
            sentence = (
                f"{named(row, labels[row.key])} in “x” ở một cột và “{one_line(years[0])}” ở cột khác; {_ASK_BOTH}"
            )
            yield Finding(row.key, labels[row.key], FindingKind.CONTRADICTION, sentence)


def _finding(other: Row, row: Row, labels: Mapping[str, str], what: str) -> Finding:
    """Say what two rows have against each other."""
    pair = f"{named(other, labels[other.key])} và {within(row, labels[row.key])}"
    return Finding(row.key, labels[row.key], FindingKind.CONTRADICTION, f"{pair} {what}; {_ASK}")
