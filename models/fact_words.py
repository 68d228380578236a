"""Facts in the officer's words: what kind, of which row, and what was declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from models.calendars import parse_span
from models.declared_rows import DeclaredRows
from models.facts import (
    AnnualTarget,
    CameTrue,
    DaySwap,
    DeclaredFrom,
    Direction,
    Extension,
    Fact,
    Facts,
    Lead,
    NoBasis,
    Override,
    Paper,
    PartFigure,
    Reading,
    StillInForce,
    Supplier,
)
from models.numbers import format_number
from models.plans import Plan, TaskRow
from models.shown import NOTHING_HAPPENED
from models.text import one_line
from models.words import day

KINDS: Mapping[type, str] = {
    DeclaredFrom: "from",
    AnnualTarget: "annual-target",
    CameTrue: "came-true",
    Extension: "extension",
    StillInForce: "still-in-force",
    Direction: "direction",
    Override: "override",
    Supplier: "supplier",
    PartFigure: "part",
    Reading: "reading",
    NoBasis: "no-basis",
    DaySwap: "day-swap",
    Lead: "lead",
    TaskRow: "task",
}
"""The name of each kind of fact, as the command line and JSON call it."""


class FactWords:
    """Says what was declared, with the labels of the plan's rows."""

    def __init__(self, plan: Plan, facts: Facts) -> None:
        self._rows = DeclaredRows(plan, facts)

    def name(self, fact: Fact) -> str:
        """Return what is declared, within a sentence: mục tiêu năm 2026 của chỉ tiêu V.4."""
        name: Callable[..., str] = _NAMES[type(fact)]
        return name(fact, self._rows.named(getattr(fact, "row_key", "")))

    def sentence(self, fact: Fact) -> str:
        """Return a fact as a list shows it: Mục tiêu năm 2026 của chỉ tiêu V.4: ≥ 90% (12/QĐ-UBND ngày 05/01/2026)."""
        told: Callable[..., str] = _TOLD[type(fact)]
        name = self.name(fact)
        paper = _paper_words(fact.paper) if isinstance(fact, AnnualTarget | CameTrue | Extension) else ""
        return f"{name[0].upper()}{name[1:]}: {told(fact)}" + (f" ({paper})" if paper else "")


_NAMES: Mapping[type, Callable[..., str]] = {
    DeclaredFrom: lambda fact, row: "ngày bắt đầu dùng sổ",
    AnnualTarget: lambda fact, row: f"mục tiêu năm {fact.year} của {row}",
    CameTrue: lambda fact, row: f"việc đã có điều kiện của {row} (lần {fact.occurrence})",
    Extension: lambda fact, row: f"gia hạn của {row} (lần {fact.occurrence})",
    StillInForce: lambda fact, row: f"sản phẩm còn hiệu lực của {row} (lần {fact.occurrence})",
    Direction: lambda fact, row: f"văn bản chỉ đạo số {_paper_words(fact.paper, about=False)}",
    Override: lambda fact, row: f"số liệu ấn định của {row}, {_period_words(fact.period_key)}",
    Supplier: lambda fact, row: f"đơn vị “{fact.unit}” cung cấp số liệu cho {row}",
    PartFigure: lambda fact, row: f"phần của “{fact.unit}” trong {row}, từ {day(fact.start)} đến {day(fact.as_of)}",
    Reading: lambda fact, row: f"cách hiểu cột {fact.column} của {row}",
    NoBasis: lambda fact, row: f"việc chưa có cơ sở đánh giá {row}",
    DaySwap: lambda fact, row: f"hoán đổi ngày {day(fact.day)}",
    Lead: lambda fact, row: f"cơ quan chủ trì của {row}",
    TaskRow: lambda fact, row: f"nhiệm vụ phát sinh {fact.key}",
}
_TOLD: Mapping[type, Callable[..., str]] = {
    DeclaredFrom: lambda fact: day(fact.day),
    AnnualTarget: lambda fact: fact.printed,
    CameTrue: lambda fact: f"từ {day(fact.on)}" + (f", hạn {day(fact.deadline)}" if fact.deadline else ""),
    Extension: lambda fact: f"đến {day(fact.deadline)}",
    StillInForce: lambda fact: _paper_words(fact.paper),
    Direction: lambda fact: one_line(fact.paper.about) + (f" ({fact.issuer})" if fact.issuer else ""),
    Override: lambda fact: f"{_amount_words(fact)} (lý do: {fact.why})",
    Supplier: lambda fact: f"từ {day(fact.first_day)}" + (f" đến {day(fact.last_day)}" if fact.last_day else ""),
    PartFigure: lambda fact: NOTHING_HAPPENED.lower() if fact.nothing_happened else _amount_words(fact),
    Reading: lambda fact: f"{fact.understood} (lý do: {fact.why})",
    NoBasis: lambda fact: fact.why,
    DaySwap: lambda fact: f"{'làm việc' if fact.working else 'nghỉ'} ({fact.name})",
    Lead: lambda fact: fact.unit,
    TaskRow: lambda fact: _task_words(fact),
}


def _paper_words(paper: Paper, *, about: bool = True) -> str:
    """Return a document as it is cited: 12/QĐ-UBND ngày 05/01/2026, giao chỉ tiêu."""
    cited = f"{paper.number} ngày {day(paper.day)}" if paper.day and paper.number else paper.number
    return ", ".join(part for part in (cited, one_line(paper.about) if about else "") if part)


def _period_words(key: str) -> str:
    return parse_span(key.rpartition("/")[2]).words()


def _amount_words(fact: Override | PartFigure) -> str:
    if fact.value is not None:
        return format_number(fact.value)
    return "/".join(format_number(part or Decimal(0)) for part in (fact.numerator, fact.denominator))


def _task_words(task: TaskRow) -> str:
    """Return a task outside the plan with its lead, first day and time."""
    since = f"từ {day(task.since)}" if task.since else ""
    parts = (one_line(task.name), task.lead, since, *(f"thời hạn {words}" for words in task.schedule.values()))
    return ", ".join(part for part in parts if part)
