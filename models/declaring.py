"""What the officer declares is held against the plan before it is recorded; each refusal says what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from models.calendars import holidays, parse_span
from models.declared_rows import DeclaredRows, printed_cells, unit_named, within
from models.declaring_times import checked_time, schedule_problem, since_problem
from models.errors import AppError, NotFound
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
    PartFigure,
    Reading,
    StillInForce,
    Supplier,
)
from models.plans import IndicatorRow, Plan, TaskRow
from models.schedules import StageKind, parse_stage
from models.targets import Comparison, parse_target, unit_of
from models.text import one_line
from models.words import day as day_text

A_YEAR = timedelta(days=366)
TERM = 5
"""How many years before its first milestone a plan without a date may have begun (kỳ kế hoạch 5 năm)."""


def checked(plan: Plan, facts: Facts, fact: Fact, on: date) -> Fact:
    """Return the fact as it is to be recorded; AppError where it does not fit the plan or what was declared before."""
    return Declaration(plan, facts, on).checked(fact)


class Declaration:
    """The plan and what was declared before, against which one more fact is held."""

    def __init__(self, plan: Plan, facts: Facts, on: date) -> None:
        self.plan = plan
        self.facts = facts
        self.on = on
        self.rows = DeclaredRows(plan, facts)

    def checked(self, fact: Fact) -> Fact:
        """Return the fact with row, unit and occurrence named as the plan names them."""
        if not isinstance(fact, Direction | DaySwap | TaskRow | DeclaredFrom):
            fact = replace(fact, row_key=self.rows.first_of(fact.row_key))
        if isinstance(fact, CameTrue | Extension | StillInForce):
            task = self.rows.task(fact.row_key)
            return checked_time(self.plan, self.facts, fact, task, self.rows.name(task), self.on)
        check: Callable[..., Fact] = _CHECKS[type(fact)]
        return check(self, fact)

    def annual_target(self, fact: AnnualTarget) -> AnnualTarget:
        """Check year, target and decision."""
        row = self.rows.indicator(fact.row_key)
        first, last = self._first_year(), self.plan.milestones[-1]
        if not first <= fact.year <= last:
            raise AppError(f"Năm {fact.year} không thuộc kế hoạch này (từ {first} đến {last}). Hãy ghi lại năm.")
        printed = one_line(fact.printed)
        if parse_target(printed, row.name, row.unit).comparison is Comparison.UNKNOWN:
            raise AppError(f"Chưa hiểu mục tiêu “{printed}” của {self.rows.named(row.key)}. Hãy ghi như ≥ 90% hoặc 12.")
        if not fact.paper.number.strip():
            raise AppError(
                f"Mục tiêu năm {fact.year} của {self.rows.named(row.key)} phải có số văn bản giao. "
                "Hãy ghi số và ngày của văn bản."
            )
        return replace(fact, printed=printed)

    def _first_year(self) -> int:
        """Return the first year of the plan: that of its document, or a term before its first milestone."""
        first = self.plan.milestones[0]
        dated = re.search(r"20\d\d", self.plan.document.date)
        return min(first, int(dated[0])) if dated else first - TERM

    def direction(self, fact: Direction) -> Direction:
        """Check that the document can be cited."""
        if not (fact.paper.number.strip() and fact.paper.day and fact.paper.about.strip()):
            raise AppError("Văn bản chỉ đạo phải có số, ngày và trích yếu. Hãy ghi đủ rồi làm lại.")
        return fact

    def override(self, fact: Override) -> Override:
        """Check the period, the figure and its reason."""
        row = self.rows.indicator(fact.row_key)
        duty, _, span = fact.period_key.rpartition("/")
        found = next((known for known in self.plan.duties if known.id == duty), None)
        if found is None or parse_span(span).frequency != found.frequency:
            raise NotFound(f"Kế hoạch không có kỳ báo cáo “{fact.period_key}”. Hãy chọn một kỳ trong danh sách kỳ.")
        self._check_amount(fact, self.rows.name(row), nothing=False)
        self._check_why(fact.why, f"Số liệu ấn định của {self.rows.named(row.key)}")
        return fact

    def supplier(self, fact: Supplier) -> Supplier:
        """Check the days of a unit that supplies a part; one unit does not supply twice on one day."""
        row = self.rows.indicator(fact.row_key)
        fact = replace(fact, unit=self._unit(fact.unit))
        if fact.last_day is not None and fact.last_day < fact.first_day:
            raise AppError(f"Ngày thôi cung cấp {day_text(fact.last_day)} đứng trước ngày bắt đầu. Hãy ghi lại ngày.")
        for other in self._suppliers(row, fact.unit):
            apart = _ends_before(other, fact.first_day) or _ends_before(fact, other.first_day)
            if other.first_day != fact.first_day and not apart:
                raise AppError(
                    f"“{fact.unit}” đã được khai báo cung cấp số liệu cho {self.rows.named(row.key)} từ "
                    f"{day_text(other.first_day)}. Hãy ghi ngày thôi cung cấp của lần đó trước."
                )
        return fact

    def part_figure(self, fact: PartFigure) -> PartFigure:
        """Check that a supplier gives what can be added up."""
        row = self.rows.indicator(fact.row_key)
        fact = replace(fact, unit=self._unit(fact.unit))
        if not any(_supplies(other, fact.as_of) for other in self._suppliers(row, fact.unit)):
            raise AppError(
                f"“{fact.unit}” chưa được khai báo là đơn vị cung cấp số liệu cho {self.rows.named(row.key)} vào ngày "
                f"{day_text(fact.as_of)}. Hãy khai báo đơn vị cung cấp trước."
            )
        self._check_amount(fact, self.rows.name(row), nothing=fact.nothing_happened)
        if fact.value is not None and unit_of(row) == "%":
            raise AppError(
                f"{self.rows.name(row)} tính bằng %, nên phần của từng đơn vị phải ghi tử số và mẫu số để cộng được."
            )
        return fact

    def _suppliers(self, row: IndicatorRow, unit: str) -> tuple[Supplier, ...]:
        return tuple(s for s in self.facts.suppliers if s.row_key == row.key and s.unit == unit)

    def reading(self, fact: Reading) -> Reading:
        """Check that the cell is printed and that the officer's words are understood."""
        row = self.rows.row(fact.row_key)
        printed = printed_cells(row)
        if fact.column not in printed:
            known = f"Các cột có in: {', '.join(printed)}." if printed else "Dòng này không in gì để hiểu lại."
            raise NotFound(f"{self.rows.name(row)} không in gì ở cột “{fact.column}”. {known}")
        understood = one_line(fact.understood)
        if not self._is_understood(row, fact.column, understood):
            sample = "≥ 90%, từ 80% đến 90%" if isinstance(row, IndicatorRow) else "tháng 9/2026, năm 2026, hằng năm"
            raise AppError(f"Vẫn chưa hiểu “{understood}” cho {self.rows.named(row.key)}. Hãy ghi như {sample}.")
        self._check_why(fact.why, f"Cách hiểu {self.rows.named(row.key)}")
        return replace(fact, understood=understood)

    def _is_understood(self, row: IndicatorRow | TaskRow, column: str, words: str) -> bool:
        if isinstance(row, IndicatorRow):
            return parse_target(words, row.name, row.unit).comparison is not Comparison.UNKNOWN
        printed = next(known for known in self.plan.schedule_columns if known.id == column)
        stages = parse_stage(words, printed)
        return bool(stages) and all(stage.kind is not StageKind.UNKNOWN for stage in stages)

    def no_basis(self, fact: NoBasis) -> NoBasis:
        """Check row and reason."""
        row = self.rows.indicator(fact.row_key)
        self._check_why(fact.why, f"Việc chưa có cơ sở đánh giá {self.rows.named(row.key)}")
        return fact

    def day_swap(self, fact: DaySwap) -> DaySwap:
        """Check that the day is not already what it is swapped to."""
        if not fact.name.strip():
            raise AppError("Ngày hoán đổi phải có tên gọi hoặc số thông báo. Hãy ghi rồi làm lại.")
        if holidays().is_working_day(fact.day) == fact.working:
            usual = "làm việc" if fact.working else "nghỉ"
            raise AppError(
                f"Ngày {day_text(fact.day)} vốn là ngày {usual} nên không cần hoán đổi. Hãy kiểm tra lại ngày."
            )
        return fact

    def lead(self, fact: Lead) -> Lead:
        """Check row and unit."""
        self.rows.row(fact.row_key)
        return replace(fact, unit=self._unit(fact.unit))

    def extra_task(self, fact: TaskRow) -> TaskRow:
        """Check name and time of a task outside the plan."""
        if not fact.name.strip():
            raise AppError("Nhiệm vụ phát sinh phải có tên. Hãy ghi tên nhiệm vụ rồi làm lại.")
        problem = schedule_problem(self.plan, fact) or since_problem(self.plan, fact)
        if problem:
            raise AppError(problem)
        return replace(fact, lead=unit_named(self.plan, fact.lead))

    def declared_from(self, fact: DeclaredFrom) -> DeclaredFrom:
        """Refuse a year typed wrong."""
        if fact.day > self.on + A_YEAR:
            raise AppError(
                f"Ngày bắt đầu dùng sổ {day_text(fact.day)} còn ở sau hôm nay hơn một năm. Hãy ghi lại ngày."
            )
        return fact

    def _unit(self, text: str) -> str:
        if not text.strip():
            raise AppError("Chưa ghi tên đơn vị. Hãy ghi tên đơn vị rồi làm lại.")
        return unit_named(self.plan, text)

    def _check_why(self, why: str, what: str) -> None:
        if not why.strip():
            raise AppError(f"{what} phải có lý do. Hãy ghi lý do rồi làm lại.")

    def _check_amount(self, fact: Override | PartFigure, name: str, *, nothing: bool) -> None:
        """Check that a figure is one of value, whole ratio and nothing happened."""
        ratio = fact.numerator is not None or fact.denominator is not None
        if (fact.value is not None) + ratio + nothing != 1:
            raise AppError(f"{name} phải ghi đúng một loại kết quả: giá trị, tử số và mẫu số, hoặc không phát sinh.")
        if ratio and (fact.numerator is None or fact.denominator is None):
            raise AppError(f"{name} phải ghi cả tử số và mẫu số.")
        if fact.denominator is not None and fact.denominator <= 0:
            raise AppError(f"Mẫu số của {within(name)} phải lớn hơn 0.")


_CHECKS: Mapping[type, Callable[..., Fact]] = {
    AnnualTarget: Declaration.annual_target,
    Direction: Declaration.direction,
    Override: Declaration.override,
    Supplier: Declaration.supplier,
    PartFigure: Declaration.part_figure,
    Reading: Declaration.reading,
    NoBasis: Declaration.no_basis,
    DaySwap: Declaration.day_swap,
    Lead: Declaration.lead,
    TaskRow: Declaration.extra_task,
    DeclaredFrom: Declaration.declared_from,
}


def _supplies(supplier: Supplier, on: date) -> bool:
    return supplier.first_day <= on and not _ends_before(supplier, on)


def _ends_before(supplier: Supplier, on: date) -> bool:
    return supplier.last_day is not None and supplier.last_day < on
