"""Lines of figures from outside, matched with the rows of a plan; wrong lines are all named and nothing passes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.assignments import KEY_PREFIX
from models.errors import BadFigures, LineProblem
from models.figure_lines import FigureLine, Row, misfits, quoted
from models.plans import IndicatorRow, Plan, TaskRow
from models.text import fold, one_line
from models.words import day as day_text

OUTSIDE = ""
"""The appendix of a task that stands in none."""
_APPENDICES = {"i": "I", "1": "I", "ii": "II", "2": "II"}


@dataclass(frozen=True, slots=True)
class ResolvedLine:
    """A line that fits its row: what it gives may be recorded."""

    line: FigureLine
    row: Row


def resolve(
    plan: Plan, lines: Iterable[FigureLine], extra_tasks: Sequence[TaskRow] = (), last_day: date = date.max
) -> tuple[ResolvedLine, ...]:
    """Return the lines that fill something with their rows; BadFigures names every wrong line of them.

    Tasks outside the plan are named by their key. Where a plan prints an indicator once for each milestone, every one
    of its rows takes the figure: it is recorded with the first. Nothing can be done after `last_day`, the period's
    closing day or the present day before it.
    """
    index, first_of = _Index.of(plan, extra_tasks), _first_of_each(plan)
    resolved: dict[str, ResolvedLine] = {}
    problems: list[LineProblem] = []
    for line in lines:
        if not line.given() and not line.problems:
            continue
        row, reasons = _examine(index, line)
        reasons += _done_too_late(line, last_day)
        row = first_of.get(row.key, row) if row else None
        if row is not None and (earlier := resolved.setdefault(row.key, ResolvedLine(line, row)).line) is not line:
            reasons.append(f"{index.name(row)} đã có ở dòng {earlier.line}; mỗi dòng kế hoạch chỉ ghi một lần.")
        problems += [LineProblem(line.line, reason) for reason in reasons]
    if problems:
        raise _bad_figures(problems)
    return tuple(resolved.values())


def _first_of_each(plan: Plan) -> Mapping[str, Row]:
    """Return, for each printed indicator, the row that stands for it."""
    followed = {row.key: row for row in plan.indicators()}
    return {row.key: followed[row.same_as or row.key] for row in plan.printed_indicators()}


def _examine(index: _Index, line: FigureLine) -> tuple[Row | None, list[str]]:
    """Return the line's row and all that is wrong; a line read in part is not held against its row."""
    if line.problems and line.key is None and line.number is None:
        return None, list(line.problems)
    row, reasons = index.find(line)
    if row is not None and not line.problems:
        reasons += misfits(line, row, index.name(row))
    return row, [*line.problems, *reasons]


def _done_too_late(line: FigureLine, last_day: date) -> list[str]:
    if line.done_on is None or line.done_on <= last_day:
        return []
    return [
        f"Ngày hoàn thành {day_text(line.done_on)} sau ngày {day_text(last_day)}, là ngày chốt số liệu của kỳ hoặc hôm "
        "nay; hãy ghi lại ngày, hoặc ghi hoàn thành ở kỳ sau."
    ]


def _bad_figures(problems: Sequence[LineProblem]) -> BadFigures:
    """Say how many lines are wrong."""
    count = len({problem.line for problem in problems})
    return BadFigures(
        f"Tệp số liệu có {count} dòng sai nên chưa ghi dòng nào. Hãy sửa các dòng được nêu rồi ghi lại.", problems
    )


@dataclass(frozen=True, slots=True)
class _Index:
    """The rows of a plan by key and by appendix and number (I, V.4)."""

    by_key: Mapping[str, Row]
    by_place: Mapping[tuple[str, str], Sequence[Row]]
    places: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, plan: Plan, extra_tasks: Sequence[TaskRow]) -> _Index:
        """Index a plan's rows, headings too, so that a heading is named as one."""
        labels = plan.labels()
        rows: tuple[Row, ...] = (*plan.indicator_rows, *plan.task_rows)
        by_place: dict[tuple[str, str], list[Row]] = {}
        places: dict[str, tuple[str, str]] = {}
        for row in rows:
            places[row.key] = ("I" if isinstance(row, IndicatorRow) else "II", _number(labels[row.key]))
            by_place.setdefault(places[row.key], []).append(row)
        places |= {task.key: (OUTSIDE, task.number) for task in extra_tasks}
        return cls({row.key: row for row in (*rows, *extra_tasks)}, by_place, places)

    def name(self, row: Row) -> str:
        """Return how a sentence begins with the row."""
        appendix, number = self.places[row.key]
        if row.key.startswith(KEY_PREFIX):
            return f"Dòng {number} của bảng phân công"
        return f"Nhiệm vụ phát sinh {number}" if appendix == OUTSIDE else f"Số {number} của Phụ lục {appendix}"

    def find(self, line: FigureLine) -> tuple[Row | None, list[str]]:
        """Return the line's row, or why there is none."""
        found = self._by_key(line) if line.key is not None else self._by_number(line)
        if isinstance(found, str):
            return None, [found]
        if found.kind in ("section", "group"):
            return None, [f"{self.name(found)} là dòng tiêu đề trong kế hoạch, không ghi số liệu vào đó."]
        return found, []

    def _by_key(self, line: FigureLine) -> Row | str:
        row = self.by_key.get(line.key or "")
        if row is None:
            return f"Kế hoạch không có dòng nào mang mã “{quoted(line.key)}”."
        appendix, number = self.places[row.key]
        if appendix == OUTSIDE:
            return row
        agrees = line.number is None or _number(line.number) == number
        if agrees and (line.appendix is None or _appendix(line.appendix) == appendix):
            return row
        return f"Mã “{row.key}” là số {number} của Phụ lục {appendix}, không khớp với phụ lục và số ghi cùng dòng."

    def _by_number(self, line: FigureLine) -> Row | str:
        if line.appendix is None or line.number is None:
            return "Dòng chưa cho biết ghi vào đâu: hãy ghi mã, hoặc ghi cả phụ lục và số (ví dụ I và V.4)."
        appendix = _appendix(line.appendix)
        if appendix is None:
            return f"Không có phụ lục “{quoted(line.appendix)}”; hãy ghi I (chỉ tiêu) hoặc II (nhiệm vụ)."
        found = self.by_place.get((appendix, _number(line.number)), ())
        rows = [row for row in found if row.kind in ("indicator", "task")] or found
        if len(found) > 1:
            keys = " hoặc ".join(f"{row.key} (“{quoted(row.name)}”)" for row in rows)
            return (
                f"Phụ lục {appendix} in số {quoted(line.number)} ở {len(found)} dòng; hãy ghi cột mã (key) là {keys} "
                "để chỉ rõ dòng nào."
            )
        if not rows:
            return f"Phụ lục {appendix} không có số “{quoted(line.number)}”; hãy ghi cả số của mục, ví dụ V.4."
        return rows[0]


def _appendix(text: str) -> str | None:
    return _APPENDICES.get(fold(one_line(text)).removeprefix("phu luc").strip())


def _number(text: str) -> str:
    """Return a row's number as it is compared: V.4 for 'v. 4.'."""
    return "".join(one_line(text).split()).strip(".").upper()
