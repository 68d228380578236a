"""Made-up figures of a built-in plan: what a careful officer might have recorded in a year, to try the app with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import resources
from importers.plan_files import load_plan
from models.actuals import Actual, FigureState, Progress
from models.calendars import holidays, parse_span
from models.duties import days_reported, find_period
from models.errors import NotFound
from models.facts import (
    AnnualTarget,
    CameTrue,
    Direction,
    Extension,
    Facts,
    NoBasis,
    Paper,
    PartFigure,
    Reading,
    StillInForce,
    Supplier,
)
from models.numbers import parse_plain
from models.plans import Plan, TaskRow
from models.text import nfc

FOLDER = "samples"
USUAL_CALENDAR = "calendar"

Record = TypeVar("Record")
Days = tuple[date, date]
"""The first and the closing day of a span."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Figures and progress oldest first, the words by period key ('bao-cao-thang/2026-10') and section, the facts."""

    figures: tuple[Actual, ...]
    progress: tuple[Progress, ...]
    words: Mapping[str, Mapping[str, str]]
    facts: Facts = field(default_factory=Facts)


def samples() -> tuple[str, ...]:
    """Return the ids of the plans that have made-up figures."""
    return tuple(Path(name).stem for name in resources.names(FOLDER, ".json"))


def read_sample(plan_id: str) -> Sample:
    """Return the made-up figures of a built-in plan; NotFound names the plans that have some."""
    if plan_id not in samples():
        known = ", ".join(samples())
        raise NotFound(f"Kế hoạch “{plan_id}” không có số liệu minh họa. Các kế hoạch có số liệu minh họa: {known}.")
    data = resources.read_json(f"{FOLDER}/{plan_id}.json")
    plan, calendar = load_plan(plan_id), data.get("calendar", USUAL_CALENDAR)

    def days(span: str) -> Days:
        return days_reported(plan, parse_span(span), calendar)

    return Sample(
        figures=tuple(_record(Actual, record, days) for record in data["figures"]),
        progress=tuple(_record(Progress, record, days) for record in data["progress"]),
        words=_words(plan, data["words"]),
        facts=_facts(data.get("facts", {}), days),
    )


def _record(kind: Callable[..., Record], record: Mapping[str, Any], days: Callable[[str], Days]) -> Record:
    """Return one record; `key` names its row, `span` the days of the plan's report on it."""
    fields = {
        _FIELDS.get(name, name): _READERS.get(name, _as_written)(value)
        for name, value in record.items()
        if name != "span"
    }
    if "span" in record:
        fields["start"], fields["as_of"] = days(record["span"])
    return kind(**fields)


def _as_written(value: Any) -> Any:
    return nfc(value) if isinstance(value, str) else value


def _paper(record: Mapping[str, Any]) -> Paper:
    return Paper(**{name: _READERS.get(name, _as_written)(value) for name, value in record.items()})


_FIELDS = {"key": "row_key"}
_READERS: Mapping[str, Callable[[Any], Any]] = {
    "value": parse_plain,
    "numerator": parse_plain,
    "denominator": parse_plain,
    "percent": parse_plain,
    "state": FigureState,
    "done_on": date.fromisoformat,
    "deliverable_date": date.fromisoformat,
    "day": date.fromisoformat,
    "on": date.fromisoformat,
    "deadline": date.fromisoformat,
    "first_day": date.fromisoformat,
    "last_day": date.fromisoformat,
    "paper": _paper,
}
_FACTS: Mapping[str, Callable[..., Any]] = {
    "annual_targets": AnnualTarget,
    "came_true": CameTrue,
    "extensions": Extension,
    "still_in_force": StillInForce,
    "directions": Direction,
    "suppliers": Supplier,
    "part_figures": PartFigure,
    "readings": Reading,
    "no_basis": NoBasis,
}


def _facts(data: Mapping[str, Any], days: Callable[[str], Days]) -> Facts:
    """Return what the officer of the sample added to the plan."""
    kinds = {name: tuple(_record(kind, record, days) for record in data.get(name, ())) for name, kind in _FACTS.items()}
    return Facts(
        **kinds,
        extra_tasks=tuple(_extra_task(record) for record in data.get("extra_tasks", ())),
        leads={key: nfc(unit) for key, unit in data.get("leads", {}).items()},
        declared_from=date.fromisoformat(data["declared_from"]) if "declared_from" in data else None,
    )


def _extra_task(record: Mapping[str, Any]) -> TaskRow:
    """Return a task outside the plan; its `schedule` maps a column of the plan to the time, as in the plan file."""
    words: dict[str, Any] = {name: nfc(value) for name, value in record.items() if name != "schedule"}
    schedule = {column: nfc(time) for column, time in record.get("schedule", {}).items()}
    return TaskRow(kind="task", parent=None, schedule=schedule, **words)


def _words(plan: Plan, spans: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return the paragraphs by the key of the report that the plan makes for each 'SPAN' or 'DUTY/SPAN'."""
    return {
        find_period(plan, span, None, {}, holidays()).key: {number: nfc(text) for number, text in sections.items()}
        for span, sections in spans.items()
    }
