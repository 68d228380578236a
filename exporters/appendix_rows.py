"""Which printed rows an appendix of indicators shows, and what each of them is: heading, bullet, or an indicator.

Where a plan prints an indicator once for each milestone, its figure belongs to the row of the milestone in force; rows
before it keep the result of their year, rows after it have not come. A bullet of prose stands once, with its
measurable parts beneath; a bullet that is its only part stands as that part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from exporters.appendix_layouts import is_by_milestone, is_prose
from exporters.prose import capital_first
from models.evaluation import Evaluation
from models.plans import IndicatorRow, Plan
from models.reports import IndicatorLine, Report


class Standing(Enum):
    """What a printed row is on the closing day."""

    SECTION = auto()
    HEADING = auto()
    BULLET = auto()
    IN_FORCE = auto()
    PASSED = auto()
    AHEAD = auto()


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A printed row and its standing; the line and year of its milestone where it is an indicator."""

    row: IndicatorRow
    standing: Standing
    line: IndicatorLine | None = None
    year: int | None = None

    @property
    def judged(self) -> Evaluation | None:
        """Return the judgement that belongs to the row; None before its milestone comes."""
        if self.line is None or self.standing is Standing.AHEAD:
            return None
        return self.line.passed.get(self.year or 0) if self.standing is Standing.PASSED else self.line.evaluation


def printed_rows(report: Report) -> Iterator[PrintedRow]:
    """Yield every row of the plan's indicators in printed order."""
    plan = report.plan
    lines = {line.row.key: line for line in report.indicators}
    bullets = bullets_of(plan) if is_prose(plan) else {}
    for row in plan.indicator_rows:
        if row.kind == "section":
            yield PrintedRow(row, Standing.SECTION)
        elif row.kind == "group":
            yield from _group(row, bullets)
        elif is_by_milestone(plan):
            yield _of_milestone(row, lines[row.same_as or row.key])
        else:
            line = lines[row.key]
            yield PrintedRow(as_shown(row, bullets), Standing.IN_FORCE, line, line.evaluation.milestone)


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet of prose and its measurable parts."""

    row: IndicatorRow
    parts: tuple[IndicatorRow, ...]

    def is_its_only_part(self) -> bool:
        """Tell whether the bullet says nothing but its one part."""
        return len(self.parts) == 1 and self.parts[0].name == self.row.name.rstrip(" .;")


def bullets_of(plan: Plan) -> dict[str, Bullet]:
    """Return the bullets by the key of the row: groups with indicators right beneath them."""
    parts: dict[str, list[IndicatorRow]] = {}
    for row in plan.indicators():
        parts.setdefault(row.parent or "", []).append(row)
    groups = (row for row in plan.indicator_rows if row.kind == "group")
    return {row.key: Bullet(row, tuple(parts[row.key])) for row in groups if row.key in parts}


def _group(row: IndicatorRow, bullets: Mapping[str, Bullet]) -> Iterator[PrintedRow]:
    bullet = bullets.get(row.key)
    if bullet is None:
        yield PrintedRow(row, Standing.HEADING)
    elif not bullet.is_its_only_part():
        yield PrintedRow(row, Standing.BULLET)


def as_shown(row: IndicatorRow, bullets: Mapping[str, Bullet]) -> IndicatorRow:
    """Return a part of prose as a row of a table names it: with a capital, or as the bullet that it is."""
    bullet = bullets.get(row.parent or "")
    if bullet is None:
        return row
    if bullet.is_its_only_part():
        return replace(row, number=bullet.row.number, name=bullet.row.name)
    return replace(row, name=capital_first(row.name))


def _of_milestone(row: IndicatorRow, line: IndicatorLine) -> PrintedRow:
    """Tell whether the row's milestone has passed, is in force, or has not come."""
    year, judged = max(row.targets), line.evaluation.milestone
    if judged is None:
        return PrintedRow(row, Standing.AHEAD, line, year)
    in_force = min((own for own in line.row.targets if own >= judged), default=judged)
    standing = Standing.IN_FORCE if year == in_force else Standing.PASSED if year < in_force else Standing.AHEAD
    return PrintedRow(row, standing, line, year)
