"""The SQL of reports that no rule of the plan asks for: recorded, changed, withdrawn but never taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from models.ad_hoc import KEY_PREFIX, AdHocReport
from models.errors import NotFound
from models.facts import Paper
from models.store.change_rows import next_number
from models.store.connection import Store
from models.store.transaction import Change
from models.store.values import day_or_none

_OWN = ("key", "kind", "subject", "issuer", "start", "closing", "due", "note", "withdrawn")
_KEY = ("plan_id", "key")


def ad_hoc_reports(store: Store) -> tuple[AdHocReport, ...]:
    """Return all that were asked for under the current plan, withdrawn ones too, in the order of recording."""
    rows = store.records("SELECT * FROM ad_hoc_report WHERE plan_id = ? ORDER BY id", [store.plan_id])
    return tuple(_report(row) for row in rows)


def keyed(store: Store, report: AdHocReport) -> AdHocReport:
    """Return a new report with a key that none ever had; a recorded one as it is."""
    if report.key:
        return report
    return replace(report, key=f"{KEY_PREFIX}{next_number(store, 'ad_hoc_report', KEY_PREFIX)}")


def save(change: Change, report: AdHocReport) -> None:
    """Record a report in the place of the one of the same key; recipients stand one a line."""
    own = {name: getattr(report, name) for name in _OWN} | {"recipients": "\n".join(report.recipients)}
    paper = {"paper_number": report.paper.number, "paper_day": report.paper.day, "paper_about": report.paper.about}
    change.upsert("ad_hoc_report", {"plan_id": change.plan_id, **own, **paper}, _KEY)


def withdraw(change: Change, key: str) -> None:
    """Mark a report as not owed any more; NotFound where none of that key is owed."""
    row_id = change.find("ad_hoc_report", {"plan_id": change.plan_id, "key": key, "withdrawn": False})
    if row_id is None:
        raise NotFound(f"Sổ không có báo cáo đột xuất, chuyên đề nào đang theo dõi mang mã “{key}”. Hãy xem lại mã.")
    change.update("ad_hoc_report", row_id, {"withdrawn": True})


def _report(row: Mapping[str, Any]) -> AdHocReport:
    return AdHocReport(
        key=row["key"],
        kind=row["kind"],
        subject=row["subject"],
        recipients=tuple(row["recipients"].split("\n")) if row["recipients"] else (),
        issuer=row["issuer"],
        start=date.fromisoformat(row["start"]),
        closing=date.fromisoformat(row["closing"]),
        due=day_or_none(row["due"]),
        paper=Paper(row["paper_number"], day_or_none(row["paper_day"]), row["paper_about"]),
        note=row["note"],
        withdrawn=bool(row["withdrawn"]),
    )
