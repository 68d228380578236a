"""Edge stores made by code: a period without any figure, all done, all late, thirty units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from importers.plan_files import load_plan
from models.actuals import Actual, Progress
from models.calendars import holidays
from models.duties import ReportingPeriod, find_period
from models.facts import NO_FACTS, Facts, PartFigure, Supplier
from models.occurrences import earlier_occurrences, occurrence_in_force
from models.plans import Agency, IndicatorRow, Plan, TaskRow
from models.schedules import StageKind
from models.store import fact_rows, figure_rows, setting_rows
from models.store.connection import Store
from models.targets import LOWER_IS_BETTER, NUMERIC, Comparison, parse_target, unit_of
from models.timing import NO_OCCURRENCE, timing

WHO = "Cán bộ thử nghiệm"
AT = datetime(2026, 11, 3, 8, 0)
MONTH = "2026-10"
UNITS = 30
LATE = "Tháng 01/2026"


@dataclass(frozen=True, slots=True)
class Edge:
    """A plan, the period it is looked at in, and what was recorded up to then."""

    plan: Plan
    period: ReportingPeriod
    figures: tuple[Actual, ...] = ()
    progress: tuple[Progress, ...] = ()
    facts: Facts = NO_FACTS


def edge_store(path: Path, edge: Edge) -> None:
    """Make a store at `path` that holds the edge, marked as made up."""
    with (
        Store.create(path, edge.plan, who=WHO, at=AT) as store,
        store.change("ghi số liệu thử nghiệm", who=WHO, at=AT, origin="sample") as change,
    ):
        setting_rows.save_setting(change, setting_rows.SAMPLE, "1")
        fact_rows.save_all(change, edge.facts)
        for figure in edge.figures:
            figure_rows.save(change, figure)
        for record in edge.progress:
            figure_rows.save_progress(change, record)


def without_figures(plan_id: str = "thuan-chau", period: str = MONTH) -> Edge:
    """Return a plan of which nothing was ever recorded."""
    plan = load_plan(plan_id)
    return Edge(plan, _period(plan, period))


def all_done(plan_id: str = "thuan-chau", period: str = MONTH) -> Edge:
    """Return a plan whose indicators all reach every target and whose tasks were all done in time."""
    plan = load_plan(plan_id)
    found = _period(plan, period)
    figures = tuple(figure for row in plan.indicators() for figure in _best(row, found))
    progress = tuple(record for row in plan.tasks() for record in _done(plan, row, found))
    return Edge(plan, found, figures, progress)


def all_late(plan_id: str = "thuan-chau", period: str = MONTH) -> Edge:
    """Return a plan whose tasks were all due in January and whose indicators all missed what 2025 asked for."""
    plan = load_plan(plan_id)
    column = plan.schedule_columns[0].id
    late = replace(
        plan,
        milestones=tuple(sorted({2025, *plan.milestones})),
        indicator_rows=tuple(_with_two_targets(row) for row in plan.indicator_rows),
        task_rows=tuple(replace(row, schedule={column: LATE}) if row.kind == "task" else row for row in plan.task_rows),
    )
    found = _period(late, period)
    span = (found.start, found.closing)
    figures = (
        Actual(row.key, *span, numerator=Decimal(1), denominator=Decimal(10), difficulty="thiếu kinh phí")
        for row in late.indicators()
    )
    progress = (
        Progress(
            row.key,
            column,
            *span,
            percent=Decimal(40),
            text="Đang làm",
            difficulty="thiếu kinh phí và người làm",
            next_step="phấn đấu hoàn thành trong quý I/2027",
        )
        for row in late.tasks()
    )
    return Edge(late, found, tuple(figures), tuple(progress))


def thirty_units(period: str = MONTH) -> Edge:
    """Return a plan led by thirty units that all supply one indicator; of two the part is missing or nothing."""
    plan = load_plan("thuan-chau")
    units = tuple(f"Bản {number:02d}" for number in range(1, UNITS + 1))
    tasks = iter(range(len(plan.tasks())))
    led = replace(
        plan,
        agencies=tuple(Agency(unit) for unit in units),
        task_rows=tuple(
            replace(row, lead=units[next(tasks) % UNITS]) if row.kind == "task" else row for row in plan.task_rows
        ),
    )
    found = _period(led, period)
    row = next(row for row in led.indicators() if row.key == "ct-I.3")
    suppliers = tuple(Supplier(row.key, unit, date(2026, 1, 1)) for unit in units)
    sent = tuple(_part(row.key, unit, number, found) for number, unit in enumerate(units[:-1], start=1))
    nothing = replace(sent[0], numerator=None, denominator=None, nothing_happened=True)
    return Edge(led, found, facts=Facts(suppliers=suppliers, part_figures=(nothing, *sent[1:])))


def _period(plan: Plan, text: str) -> ReportingPeriod:
    return find_period(plan, text, None, {}, holidays())


def _part(row_key: str, unit: str, number: int, period: ReportingPeriod) -> PartFigure:
    return PartFigure(
        row_key, unit, period.start, period.closing, numerator=Decimal(60 + number), denominator=Decimal(100)
    )


def _best(row: IndicatorRow, period: ReportingPeriod) -> Iterator[Actual]:
    """Yield a figure that reaches every target, for the period and for the end of each milestone before it."""
    ends = [date(year, 12, 31) for year in row.targets if date(year, 12, 31) < period.start]
    for start, as_of in [*((date(end.year, 12, 1), end) for end in ends), (period.start, period.closing)]:
        figure = Actual(row.key, start, as_of)
        targets = [parse_target(words, row.name, row.unit) for words in row.targets.values()]
        comparisons = {target.comparison for target in targets}
        if Comparison.PARTS in comparisons or not comparisons <= NUMERIC:
            yield replace(figure, text="Đã thực hiện đầy đủ", reached=True)
        elif comparisons & LOWER_IS_BETTER:
            yield replace(figure, value=Decimal(1))
        elif unit_of(row) == "%":
            yield replace(figure, value=Decimal(100))
        else:
            yield replace(figure, value=1 + max(target.low or Decimal(0) for target in targets))


def _done(plan: Plan, row: TaskRow, period: ReportingPeriod) -> Iterator[Progress]:
    """Yield a record that finishes each occurrence up to the period, in time."""
    stages = timing(plan, row, period.closing)
    owed = earlier_occurrences(stages, period.closing)
    in_force = occurrence_in_force(stages, period.closing, {one.id for one in owed})
    for one in dict.fromkeys((*owed, in_force)):
        text = "Đã thực hiện xong"
        if one is not None and one.stage.kind is StageKind.CONTINUOUS:
            yield Progress(row.key, one.id, period.start, period.closing, text=text)
            continue
        day = min(one.due or period.closing, period.closing) if one is not None else period.closing
        yield Progress(
            row.key,
            one.id if one is not None else NO_OCCURRENCE,
            period.start,
            period.closing,
            percent=Decimal(100),
            done=True,
            done_on=day,
            deliverable_number="15/BC-UBND",
            deliverable_date=day,
            text=text,
        )


def _with_two_targets(row: IndicatorRow) -> IndicatorRow:
    if row.kind != "indicator":
        return row
    return replace(row, unit="%", measure="state", targets={2025: "90%", 2030: "100%"}, same_as=None)
