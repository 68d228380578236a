"""A store filled with the made-up figures of a plan, marked as such on every page that comes out of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from importers.plan_files import load_plan
from importers.sample_files import read_sample
from models.store import figure_rows, report_rows, setting_rows
from models.store.connection import Store

SAMPLE_PLAN = "thuan-chau"
SAMPLE_PERIOD = "2026-10"
OFFICER = "Cán bộ minh họa"


def make_sample_store(path: Path, plan_id: str = SAMPLE_PLAN, *, at: datetime) -> None:
    """Make a new store at `path` with the plan, its made-up figures and words."""
    sample = read_sample(plan_id)
    with (
        Store.create(path, load_plan(plan_id), who=OFFICER, at=at) as store,
        store.change("ghi số liệu minh họa", who=OFFICER, at=at, origin="sample") as change,
    ):
        setting_rows.save_setting(change, setting_rows.SAMPLE, "1")
        setting_rows.save_setting(change, setting_rows.OFFICER, OFFICER)
        for figure in sample.figures:
            figure_rows.save(change, figure)
        for record in sample.progress:
            figure_rows.save_progress(change, record)
        for period_key, sections in sample.words.items():
            for section, text in sections.items():
                report_rows.save_narrative(change, period_key, section, text)
