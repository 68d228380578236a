"""Made-up figures of a built-in plan: what a careful officer might have recorded in a year, to try the app with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import resources
from importers.plan_files import load_plan
from models.actuals import Actual, FigureState, Progress
from models.calendars import bounds, holidays, parse_span
from models.duties import find_period
from models.errors import NotFound
from models.numbers import parse_plain
from models.plans import Plan
from models.text import nfc

FOLDER = "samples"
CALENDAR = "calendar"  # the sample's months are calendar months, as the built-in monthly duties count


@dataclass(frozen=True, slots=True)
class Sample:
    """Figures and progress oldest first, and the words by period key ('bao-cao-thang/2026-10') and section."""

    figures: tuple[Actual, ...]
    progress: tuple[Progress, ...]
    words: Mapping[str, Mapping[str, str]]


def samples() -> tuple[str, ...]:
    """Return the ids of the plans that have made-up figures."""
    return tuple(Path(name).stem for name in resources.names(FOLDER, ".json"))


def read_sample(plan_id: str) -> Sample:
    """Return the made-up figures of a built-in plan; NotFound names the plans that have some."""
    if plan_id not in samples():
        known = ", ".join(samples())
        raise NotFound(f"Kế hoạch “{plan_id}” không có số liệu minh họa. Các kế hoạch có số liệu minh họa: {known}.")
    data = resources.read_json(f"{FOLDER}/{plan_id}.json")
    return Sample(
        figures=tuple(_figure(record) for record in data["figures"]),
        progress=tuple(_progress(record) for record in data["progress"]),
        words=_words(load_plan(plan_id), data["words"]),
    )


def _figure(record: Mapping[str, Any]) -> Actual:
    start, as_of = bounds(parse_span(record["span"]), CALENDAR)
    return Actual(row_key=record["key"], start=start, as_of=as_of, **_fields(record))


def _progress(record: Mapping[str, Any]) -> Progress:
    start, as_of = bounds(parse_span(record["span"]), CALENDAR)
    return Progress(row_key=record["key"], start=start, as_of=as_of, **_fields(record))


def _fields(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record's other fields as the domain holds them: decimals, days, states, text in NFC."""
    return {
        name: _READERS.get(name, _as_written)(value) for name, value in record.items() if name not in ("key", "span")
    }


def _as_written(value: Any) -> Any:
    return nfc(value) if isinstance(value, str) else value


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "value": parse_plain,
    "numerator": parse_plain,
    "denominator": parse_plain,
    "percent": parse_plain,
    "state": FigureState,
    "done_on": date.fromisoformat,
    "deliverable_date": date.fromisoformat,
}


def _words(plan: Plan, spans: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return the paragraphs by the key of the outgoing report that the plan makes for each span."""
    return {
        find_period(plan, span, None, {}, holidays()).key: {number: nfc(text) for number, text in sections.items()}
        for span, sections in spans.items()
    }
