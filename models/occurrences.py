"""What of a task's schedule has a record of its own: a stage, or one year's round, and which one is in force."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from models.schedules import Stage, StageKind


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What has a record of its own: a stage, or one year's round of a YEARLY stage.

    `dated` tells that a day is set: by the plan, by a document since, or, for a round, by the end of its year. A STAGE
    has its last year's end as `due` all the same, since being unfinished after it is late, and so has an UNDATED task
    of a plan of one year.
    """

    id: str
    stage: Stage
    first_day: date
    due: date | None
    dated: bool


def occurrence(stage: Stage, year: int) -> Occurrence:
    """Return the occurrence of a stage in a year: a YEARLY stage has one for every year of its own."""
    if stage.kind is StageKind.YEARLY:
        own = min(max(year, stage.first_year or year), stage.last_year or year)
        due = stage.extended or _end(own, stage.month or 12)
        return Occurrence(str(own), stage, date(own, 1, 1), due, dated=True)
    due_day = stage.last_day
    first_day = date(stage.first_year or (due_day.year if due_day else 1), 1, 1)
    if due_day is None and stage.kind in _SPANS and stage.last_year is not None:
        return Occurrence(stage.id, stage, first_day, _end(stage.last_year, 12), dated=False)
    return Occurrence(stage.id, stage, first_day, due_day, dated=due_day is not None)


_SPANS = (StageKind.STAGE, StageKind.UNDATED)


def _end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def occurrence_in_force(stages: Sequence[Stage], on: date, done: Collection[str] = frozenset()) -> Occurrence | None:
    """Return what a task is judged by on a day; `done` names the occurrences finished by then.

    The stage whose years contain the day's year; before the first one that one, after the last one the last.
    A deadline that reaches into the next stage's years ("Tháng 9/2026" under 2025) holds to the end of its own year,
    so that a report of that year says how it ended, and after it until it is done.
    """
    judged = _judged(stages)
    if not judged:
        return None
    return occurrence(judged[_place_in_force(judged, on.year, done)], on.year)


def earlier_occurrences(
    stages: Sequence[Stage], on: date, done: Collection[str] = frozenset()
) -> tuple[Occurrence, ...]:
    """Return the stages and deadlines before the one in force: unfinished they are still owed.

    Yearly rounds and continuous stages of the past are not, nor are conditions that brought no deadline.
    """
    judged = _judged(stages)
    place = _place_in_force(judged, on.year, done) if judged else 0
    return tuple(occurrence(stage, on.year) for stage in judged[:place] if _is_owed(stage))


def _is_owed(stage: Stage) -> bool:
    conditional = stage.kind is StageKind.CONDITION and stage.last_day is not None
    return conditional or stage.kind in (StageKind.STAGE, StageKind.DEADLINE)


def _judged(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """Return the stages without those that are only noted."""
    return tuple(stage for stage in stages if stage.kind is not StageKind.NOTED)


def _place_in_force(judged: Sequence[Stage], year: int, done: Collection[str]) -> int:
    """Return the place of the stage in force among the judged ones."""
    begun = [place for place, stage in enumerate(judged) if stage.first_year is None or stage.first_year <= year]
    place = max([place for place in begun if judged[place].covers(year)] or begun or [0])
    first_year = judged[place].first_year
    for earlier, stage in enumerate(judged[:place]):
        last = stage.last_day
        if last is None or first_year is None or last.year < first_year or stage.kind is StageKind.YEARLY:
            continue
        if stage.id not in done or year <= last.year:
            return earlier
    return place
