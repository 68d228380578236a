"""Figures made of parts, one for each unit that supplies it: who supplies when, who has sent, what they add up to.

An indicator with suppliers in force takes the sum of their parts instead of its own record; that record's words stay.
Counts, and numerators and denominators, add up. Bare percentages and ranks never do: several units' 84,9% make no
figure of the commune, so there is none until they send numerators and denominators.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.actuals import Actual, FigureState, figure_for, is_known, sum_of
from models.facts import Facts, PartFigure
from models.plans import IndicatorRow
from models.targets import Comparison, unit_of
from models.targets_in_force import targets_of

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Parts:
    """Which units supply a figure for a span of days, and which of them have sent their part."""

    units: tuple[str, ...]
    sent: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the units that still owe their part."""
        return tuple(unit for unit in self.units if unit not in self.sent)

    def words(self) -> str:
        """Say how many of how many have sent, as a form's note does."""
        return f"{len(self.sent)}/{len(self.units)} đơn vị đã gửi số liệu"


def suppliers_in_force(row: IndicatorRow, facts: Facts, start: date, closing: date) -> tuple[str, ...]:
    """Return the units that supply a row's figure, in the order in which they were added.

    A state is asked of the units that are there on the closing day, what was done in a span of all that were there
    on any of its days.
    """
    needed = closing if row.measure == "state" else start
    units = {
        one.unit: None
        for one in facts.suppliers
        if one.row_key == row.key and one.first_day <= closing and (one.last_day is None or needed <= one.last_day)
    }
    return tuple(units)


def parts_of(row: IndicatorRow, facts: Facts, start: date, closing: date) -> Parts | None:
    """Return who supplies the figure of a span and who has sent; None where the row is not made of parts then."""
    units = suppliers_in_force(row, facts, start, closing)
    own = [part for part in facts.part_figures if part.row_key == row.key]
    return Parts(units, tuple(_sent(row, own, units, (start, closing)))) if units else None


def with_sums(row: IndicatorRow, figures: Sequence[Actual], facts: Facts, span: Span) -> Sequence[Actual]:
    """Return a row's records, oldest first, with sums where units supply it: for what they sent, and for `span`.

    In `span` one unit may have sent the whole and another one its months.
    """
    if not any(one.row_key == row.key for one in facts.suppliers):
        return figures
    ranked = any(target.comparison is Comparison.RANK for target in targets_of(row).values())
    recorded = {_days(row, figure): figure for figure in figures}
    sums: dict[Span, Actual] = {}
    for own, parts in _groups(row, facts, span).items():
        units = suppliers_in_force(row, facts, *own)
        found = None if ranked and len(units) > 1 else _sum(row, parts, units, own)
        if found is not None:
            sums[_days(row, found)] = _with_words(found, recorded.get(_days(row, found)))
    without_sum = (figure for figure in figures if _days(row, figure) not in sums)
    kept = (_without_figure(figure, row, facts) for figure in without_sum)
    return sorted((*kept, *sums.values()), key=lambda figure: (figure.as_of, figure.start))


def _groups(row: IndicatorRow, facts: Facts, span: Span) -> Mapping[Span, Sequence[PartFigure]]:
    """Return the parts by the span that they make up; parts of a state that close on one day belong together."""
    own = [part for part in facts.part_figures if part.row_key == row.key]
    if row.measure == "state":
        by_day: dict[date, list[PartFigure]] = defaultdict(list)
        for part in own:
            by_day[part.as_of].append(part)
        by_day.setdefault(span[1], [])
        starts = {day: span[0] if day == span[1] else min(part.start for part in by_day[day]) for day in by_day}
        return {(starts[day], day): parts for day, parts in by_day.items()}
    by_span: dict[Span, list[PartFigure]] = defaultdict(list)
    for part in own:
        by_span[part.start, part.as_of].append(part)
    return by_span | {span: own}


def _sent(row: IndicatorRow, parts: Sequence[PartFigure], units: Sequence[str], span: Span) -> dict[str, Actual]:
    """Return what each unit in force sent for a span, by unit."""
    by_unit: dict[str, list[Actual]] = defaultdict(list)
    for part in parts:
        by_unit[part.unit].append(_record(part))
    found = {unit: figure_for(row, by_unit.get(unit, ()), *span) for unit in units}
    return {unit: figure for unit, figure in found.items() if figure is not None and is_known(figure)}


def _record(part: PartFigure) -> Actual:
    state = FigureState.NOTHING_HAPPENED if part.nothing_happened else FigureState.FIGURE
    return Actual(part.row_key, part.start, part.as_of, part.value, part.numerator, part.denominator, state=state)


def _sum(row: IndicatorRow, parts: Sequence[PartFigure], units: Sequence[str], span: Span) -> Actual | None:
    """Add up what the units sent; None where nothing was sent or where it cannot be added."""
    sent, unit = list(_sent(row, parts, units, span).values()), unit_of(row)
    if len(units) > 1 and unit == "%" and any(figure.value is not None for figure in sent):
        return None
    found = sum_of(sent, unit)
    return replace(found, start=span[0], as_of=span[1]) if found else None


def _days(row: IndicatorRow, figure: Actual) -> Span:
    """Return the days that tell a record from another one: of a state only the last counts."""
    return figure.as_of if row.measure == "state" else figure.start, figure.as_of


def _with_words(figure: Actual, own: Actual | None) -> Actual:
    """Give a figure the words that were recorded for its days."""
    if own is None:
        return figure
    return replace(figure, difficulty=own.difficulty, proposal=own.proposal, note=own.note)


def _without_figure(figure: Actual, row: IndicatorRow, facts: Facts) -> Actual:
    """Return an own record of days without suppliers as it is, of other days only its words."""
    if not suppliers_in_force(row, facts, figure.start, figure.as_of):
        return figure
    return _with_words(Actual(figure.row_key, figure.start, figure.as_of), figure)
