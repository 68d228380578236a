"""The story of an indicator: its targets, the path to them, what was achieved in every period and how it came in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from models.actuals import Actual
from models.desk import Desk
from models.evaluation import Evaluation, evaluate
from models.facts import Facts
from models.numbers import format_number
from models.plans import IndicatorRow
from models.reports import IndicatorLine, Report
from models.row_history import RowHistory, ToldChange, row_history
from models.row_story import CellRead, Declared, Head, declared_of, section_of, span_namer
from models.settled import settled
from models.shown import figure_text, fraction_text
from models.targets import LOWER_IS_BETTER, NUMERIC, describe, unit_of
from models.targets_in_force import row_targets, targets_of


@dataclass(frozen=True, slots=True)
class FigureTold:
    """A figure of a period: what it says, its share of the target, the verdict; how it came about."""

    start: date
    as_of: date
    period: str
    figure: str
    in_words: bool
    fraction: str
    share: str
    verdict: str
    notes: tuple[str, ...]
    story: tuple[ToldChange, ...]

    @property
    def who(self) -> str:
        """Return who recorded it last."""
        return self.story[0].who if self.story else "cộng từ các đơn vị"

    @property
    def when(self) -> str:
        """Return the day on which it was recorded last."""
        return f"{self.story[0].at:%d/%m/%Y}" if self.story else ""


@dataclass(frozen=True, slots=True)
class Point:
    """A number on a day, and how it is written."""

    day: date
    amount: Fraction
    words: str


@dataclass(frozen=True, slots=True)
class Path:
    """What a chart shows: targets by milestone and by decision, what was achieved; whether a straight line makes sense.

    Nobody approved the straight line between two milestones: it is a hint on the screen and is printed nowhere.
    """

    unit: str
    targets: tuple[Point, ...] = ()
    decided: tuple[Point, ...] = ()
    actuals: tuple[Point, ...] = ()
    straight: bool = False
    downward: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorStory:
    """All that is told of an indicator."""

    head: Head
    row: IndicatorRow
    evaluation: Evaluation
    targets: tuple[CellRead, ...]
    figures: tuple[FigureTold, ...]
    path: Path
    declared: tuple[Declared, ...]
    history: tuple[ToldChange, ...]

    @property
    def in_words(self) -> bool:
        """Tell whether the row reports words rather than numbers."""
        return any(one.in_words for one in self.figures)


def indicator_story(desk: Desk, report: Report, line: IndicatorLine) -> IndicatorStory:
    """Tell of an indicator, seen from the report of a period."""
    row, facts = line.row, report.facts
    records = settled(row, desk.records().figures.get(row.key, ()), facts, report.period)
    past = row_history(desk.store, row)
    judged = [_judged(desk, row, records, one, facts) for one in records]
    figures = tuple(_figures(desk, records, judged, row, past))
    return IndicatorStory(
        head=_head(desk, line),
        row=row,
        evaluation=line.evaluation,
        targets=tuple(_targets(row, facts, line)),
        figures=figures[::-1],
        path=_path(row, facts, records, [amount for amount, _, _ in judged]),
        declared=declared_of(desk, facts, row.key),
        history=past.changes,
    )


def _head(desk: Desk, line: IndicatorLine) -> Head:
    row = line.row
    lead = row.lead or (f"{line.lead} (do cơ quan phân công)" if line.lead else "")
    section = section_of(desk, row.key)
    return Head(row.key, "Chỉ tiêu", line.label, row.name, section, unit_of(row), lead, row.coordinating, row.note)


def _targets(row: IndicatorRow, facts: Facts, line: IndicatorLine) -> Iterator[CellRead]:
    readings = {one.column: one for one in facts.readings if one.row_key == row.key}
    for year, target in targets_of(row, facts).items():
        in_force = "mốc đang xét" if line.evaluation.milestone == year and not line.evaluation.annual else ""
        title = f"Đến hết năm {year}"
        yield CellRead(str(year), title, target.printed, describe(target), readings.get(str(year)), in_force)


def _judged(
    desk: Desk, row: IndicatorRow, records: Sequence[Actual], one: Actual, facts: Facts
) -> tuple[Fraction | None, str, str]:
    """Return the amount that counts on the closing day of a record, its share and its verdict."""
    found = evaluate(row, records, one.start, one.as_of, desk.plan.milestones, facts=facts)
    share = f"{format_number(found.share, 1)}%" if found.share is not None else ""
    return found.amount, share, found.words


def _figures(
    desk: Desk,
    records: Sequence[Actual],
    judged: Sequence[tuple[Fraction | None, str, str]],
    row: IndicatorRow,
    past: RowHistory,
) -> Iterator[FigureTold]:
    named = span_namer(desk, [(one.start, one.as_of) for one in records])
    for one, (_, share, verdict) in zip(records, judged, strict=True):
        yield FigureTold(
            start=one.start,
            as_of=one.as_of,
            period=named(one.start, one.as_of),
            figure=figure_text(row, one),
            in_words=bool(one.text),
            fraction=fraction_text(one),
            share=share,
            verdict=verdict,
            notes=tuple(_notes(one)),
            story=past.of(one.start, one.as_of),
        )


def _notes(one: Actual) -> Iterator[str]:
    for title, words in (("Khó khăn", one.difficulty), ("Đề xuất", one.proposal), ("Ghi chú", one.note)):
        if words:
            yield f"{title}: {words}"


def _path(row: IndicatorRow, facts: Facts, records: Sequence[Actual], amounts: Sequence[Fraction | None]) -> Path:
    """Return what the chart shows; nothing where the targets are no numbers, or two for one year."""
    printed = {
        year: target
        for year, target in targets_of(row, facts).items()
        if target.comparison in NUMERIC and target.low is not None
    }
    actuals = tuple(
        Point(one.as_of, amount, _number(amount))
        for one, amount in zip(records, amounts, strict=True)
        if amount is not None
    )
    if not printed:
        return Path(unit_of(row), actuals=actuals)
    decided = row_targets(row, facts, max(printed))
    yearly = {year: decided.of(year) for year in decided.decisions}
    return Path(
        unit=unit_of(row),
        targets=tuple(_at_year_end(year, target.low) for year, target in printed.items() if target.low is not None),
        decided=tuple(_at_year_end(year, one.low) for year, one in yearly.items() if one.low is not None),
        actuals=actuals,
        straight=row.measure == "state",
        downward=any(target.comparison in LOWER_IS_BETTER for target in printed.values()),
    )


def _at_year_end(year: int, low: Decimal) -> Point:
    return Point(date(year, 12, 31), Fraction(low), format_number(low))


def _number(amount: Fraction) -> str:
    return format_number(amount, 2 if abs(amount) < 1 else 1)
