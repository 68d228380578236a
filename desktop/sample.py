"""A store filled with the made-up figures of a plan, marked as such on every page that comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from importers.plan_files import load_plan
from importers.sample_files import Sample, read_sample
from models.calendars import parse_span
from models.desk import Desk
from models.duties import ReportingPeriod
from models.store import fact_rows, figure_rows, report_rows, setting_rows
from models.store.connection import Store
from models.store.transaction import Change

SAMPLE_PLAN = "thuan-chau"
SAMPLE_PERIODS: Mapping[str, str] = {
    "thuan-chau": "2026-10",
    "xop": "2026",
    "quang-son": "2026",
    "phu-thai": "2026-9M",
    "phong-tho": "2026-10",
}
"""The period that shows most of each sample."""
OFFICER = "Cán bộ minh họa"


def make_sample_store(path: Path, plan_id: str = SAMPLE_PLAN, *, at: datetime) -> None:
    """Make a new store at `path` with the plan, its made-up figures, facts and words."""
    sample = read_sample(plan_id)
    with (
        Store.create(path, load_plan(plan_id), who=OFFICER, at=at) as store,
        store.change("ghi số liệu minh họa", who=OFFICER, at=at, origin="sample") as change,
    ):
        setting_rows.save_setting(change, setting_rows.SAMPLE, "1")
        setting_rows.save_setting(change, setting_rows.OFFICER, OFFICER)
        _fill(change, sample)


def _fill(change: Change, sample: Sample) -> None:
    """Record all that a sample holds, first what it adds to the plan: tasks outside it have progress too."""
    fact_rows.save_all(change, sample.facts)
    for figure in sample.figures:
        figure_rows.save(change, figure)
    for record in sample.progress:
        figure_rows.save_progress(change, record)
    for period_key, sections in sample.words.items():
        for section, text in sections.items():
            report_rows.save_narrative(change, period_key, section, text)


def sample_period(desk: Desk, text: str | None) -> ReportingPeriod:
    """Return the period to show, by default the plan's own; of several duties the one that reports upward."""
    wanted = text or SAMPLE_PERIODS[desk.plan.id]
    if "/" in wanted:
        return desk.period(wanted)
    frequency = parse_span(wanted).frequency
    upward = [duty.id for duty in desk.plan.duties if (duty.direction, duty.frequency) == ("outgoing", frequency)]
    return desk.period(wanted, upward[0] if len(upward) == 1 else None)
