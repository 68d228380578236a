"""Which target of an indicator holds on a day: printed ones as the officer reads them, and those of yearly decisions.

The target in force is that of the next milestone that the plan prints at or after the closing day's year. A row whose
next milestone column is blank while a later one is printed, and none before, has not begun. After its last milestone a
row ends, unless its last target is 100 % and it has at least two printed milestones: then it is kept at 100 %.
A decision's target for the year of the closing day comes before the milestone's. A decision of an earlier year has
passed like a milestone: what it asked for is still asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.facts import NO_FACTS, AnnualTarget, Facts
from models.plans import IndicatorRow
from models.targets import Comparison, Target, parse_target


@dataclass(frozen=True, slots=True)
class TargetInForce:
    """The target that a row is judged by, and the year at whose end it holds; `annual` is the decision behind it."""

    milestone: int
    target: Target
    ended: bool = False
    annual: AnnualTarget | None = None


@dataclass(frozen=True, slots=True)
class RowTargets:
    """All targets of a row up to a year: as printed, and by the decisions of that year and of those before."""

    row: IndicatorRow
    printed: Mapping[int, Target]
    decisions: Mapping[int, AnnualTarget]

    def of(self, year: int) -> Target:
        """Return the target of a year, by decision where there is one."""
        decision = self.decisions.get(year)
        if decision is None:
            return self.printed[year]
        return parse_target(decision.printed, self.row.name, self.row.unit)

    def in_force(self, milestones: Sequence[int], year: int) -> TargetInForce | None:
        """Return the target that holds in a year; None before the row begins and where it has no target at all."""
        if year in self.decisions:
            return TargetInForce(year, self.of(year), annual=self.decisions[year])
        milestone = self.printed_in_force(milestones, year)
        if milestone is None:
            return None
        ended = milestone < year and not _is_kept(self.printed)
        return TargetInForce(milestone, self.of(milestone), ended, self.decisions.get(milestone))

    def printed_in_force(self, milestones: Sequence[int], year: int) -> int | None:
        """Return the next printed milestone, or the last one when all have passed; None before the row begins."""
        if not self.printed:
            return None
        ahead = [milestone for milestone in self.printed if milestone >= year]
        if not ahead:
            return max(self.printed)
        next_column = min((milestone for milestone in milestones if milestone >= year), default=ahead[0])
        begun = min(self.printed) < year or next_column >= ahead[0]
        return ahead[0] if begun else None

    def passed(self, closing: date) -> tuple[int, Target] | None:
        """Return the latest year's target that has passed; running totals of a year are judged in December only."""
        if self.row.measure == "within":
            over = closing.month == 12
            known = {*self.printed, *({closing.year} & set(self.decisions))}
            years = [year for year in known if over and year <= closing.year]
        else:
            over = (closing.month, closing.day) == (12, 31)
            known = {*self.printed, *self.decisions}
            years = [year for year in known if year < closing.year or (over and year == closing.year)]
        latest = max(years, default=None)
        return None if latest is None else (latest, self.of(latest))


def row_targets(row: IndicatorRow, facts: Facts, year: int) -> RowTargets:
    """Return what a row must reach, seen from a year; of two decisions for one year the later one holds."""
    decisions = {one.year: one for one in facts.annual_targets if one.row_key == row.key and one.year <= year}
    return RowTargets(row, targets_of(row, facts), decisions)


def targets_of(row: IndicatorRow, facts: Facts = NO_FACTS) -> Mapping[int, Target]:
    """Return the printed targets by milestone year, as the officer reads them where the app could not.

    One to be kept ("Duy trì") is understood as the last one.
    """
    readings = {one.column: one.understood for one in facts.readings if one.row_key == row.key}
    found: dict[int, Target] = {}
    last: Target | None = None
    for year in sorted(row.targets):
        printed = row.targets[year]
        if not printed.strip():
            continue
        target = parse_target(readings.get(str(year), printed), row.name, row.unit)
        if target.comparison is Comparison.KEEP and last is not None:
            target = last
        found[year] = last = target if target.printed == printed else replace(target, printed=printed)
    return found


def _is_kept(targets: Mapping[int, Target]) -> bool:
    """Tell whether the last target stands after its milestone: 100 %, with at least two milestones printed."""
    last = targets[max(targets)]
    return len(targets) > 1 and last.unit == "%" and last.low == 100 and last.comparison is Comparison.AT_LEAST
