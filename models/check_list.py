"""The check list (Kiểm tra) of an open store: its plan, and what was recorded up to a period's closing day."""

from __future__ import annotations

from datetime import date

from models.desk import Desk
from models.duties import ReportingPeriod
from models.findings import Finding, in_printed_order
from models.plan_checks import check_plan
from models.record_checks import check_records, from_warnings
from models.status import in_work
from models.store import figure_rows


def check_list(desk: Desk, period: ReportingPeriod | None) -> tuple[Finding, ...]:
    """Return all that does not fit, in printed order; without a period only the plan is looked at."""
    facts = desk.facts()
    found = list(check_plan(desk.plan, facts))
    if period is not None:
        found += check_records(desk.plan, period, figure_rows.figures(desk.store), facts)
        found += from_warnings(desk.plan, desk.warnings(desk.report(period)))
    return in_printed_order(desk.plan, found)


def period_to_check(desk: Desk, on: date) -> ReportingPeriod | None:
    """Return the period that the office works on that day."""
    return in_work(desk.due(on), on)
