"""Rows and columns of Thuận Châu's plan that several tests of the rules use."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

import resources
from models.actuals import Actual, FigureState, Progress
from models.plan_format import plan_from_dict
from models.plans import IndicatorRow, Measure, Plan, ScheduleColumn, TaskRow

MILESTONES = (2025, 2030, 2035, 2040, 2045)
COLUMNS = {
    "2025": ScheduleColumn("2025", "Năm 2025", 2025, 2025),
    "2025-2030": ScheduleColumn("2025-2030", "Giai đoạn 2025 - 2030", 2026, 2030),
    "2030-2035": ScheduleColumn("2030-2035", "Giai đoạn 2030 - 2035", 2031, 2035),
    "2035-2040": ScheduleColumn("2035-2040", "Giai đoạn 2035 - 2040", 2036, 2040),
    "2040-2045": ScheduleColumn("2040-2045", "Giai đoạn 2040 - 2045", 2041, 2045),
}
DEADLINE_COLUMN = ScheduleColumn("deadline", "Thời gian hoàn thành")
START, CLOSING = date(2026, 10, 1), date(2026, 10, 31)


@lru_cache(maxsize=1)
def thuan_chau() -> Plan:
    """Return the built-in plan as it stands."""
    return plan_from_dict(resources.read_json("plans/thuan-chau.json"))


def indicator(
    targets: dict[int, str], unit: str = "%", measure: Measure = "state", name: str = "Tỷ lệ phủ sóng 5G"
) -> IndicatorRow:
    """Return an indicator with these printed targets."""
    return IndicatorRow(
        key="ct", kind="indicator", number="1", parent=None, name=name, unit=unit, measure=measure, targets=targets
    )


def task(deliverable: str = "Kế hoạch", **schedule: str) -> TaskRow:
    """Return a task with these printed times, by column: y2025, y2030 … or deadline."""
    ids = {f"y{name[-4:]}": name for name in COLUMNS}
    printed = {ids.get(column, column): words for column, words in schedule.items()}
    return TaskRow(
        key="nv", kind="task", number="1", parent=None, name="Xây dựng", deliverable=deliverable, schedule=printed
    )


def month(number: int, year: int = 2026) -> tuple[date, date]:
    """Return the first and last day of a calendar month."""
    following = date(year + number // 12, number % 12 + 1, 1)
    return date(year, number, 1), date.fromordinal(following.toordinal() - 1)


def figure(
    value: str | None = None,
    *,
    span: tuple[date, date] = (START, CLOSING),
    ratio: tuple[int, int] | None = None,
    text: str = "",
    reached: bool | None = None,
    state: FigureState = FigureState.FIGURE,
    estimate: bool = False,
    note: str = "",
) -> Actual:
    """Return a recorded figure, of October 2026 where no span is given."""
    return Actual(
        row_key="ct",
        start=span[0],
        as_of=span[1],
        value=None if value is None else Decimal(value),
        numerator=None if ratio is None else Decimal(ratio[0]),
        denominator=None if ratio is None else Decimal(ratio[1]),
        text=text,
        reached=reached,
        state=state,
        estimate=estimate,
        note=note,
    )


def record(
    occurrence: str = "",
    *,
    span: tuple[date, date] = (START, CLOSING),
    percent: int | None = None,
    done: bool | None = None,
    done_on: date | None = None,
    number: str = "",
    dated: date | None = None,
    text: str = "",
) -> Progress:
    """Return recorded progress, of October 2026 where no span is given."""
    return Progress(
        row_key="nv",
        occurrence=occurrence,
        start=span[0],
        as_of=span[1],
        percent=None if percent is None else Decimal(percent),
        done=done,
        done_on=done_on,
        deliverable_number=number,
        deliverable_date=dated,
        text=text,
    )
