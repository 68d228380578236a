"""Đủ điều kiện phát hành: what stands against issuing a period's report, of its data, its words and its way."""

from __future__ import annotations

from datetime import date

from exporters.headings import place_of
from exporters.opening import CLOSING, OPENING
from exporters.report import blank_words
from exporters.written_over import stale_units
from models.desk import Desk
from models.duties import ReportingPeriod
from models.readiness import Obstacle, Told, obstacles_of
from models.record_checks import check_records
from models.report_desk import ReportDesk
from models.report_life import ReportState
from models.reports import Report


def obstacles(desk: Desk, period: ReportingPeriod, on: date) -> tuple[Obstacle, ...]:
    """Return all that stands against issuing a period's report on a day, the grave first."""
    report, own = desk.report(period), ReportDesk(desk, period)
    told = Told(
        findings=check_records(desk.plan, period, desk.records().figures, report.facts),
        remarks=own.remarks(),
        submitted=own.state() is ReportState.SUBMITTED,
        dotted=blank_words(report),
        stale=stale_sentences(report),
        places=places(report),
    )
    return obstacles_of(report, desk.warnings(report), told, on)


def stale_sentences(report: Report) -> tuple[tuple[str, str], ...]:
    """Return the written-over sentences whose figures have changed since: their section and their words."""
    return tuple((unit.heading_id, unit.replaced.text) for unit in stale_units(report) if unit.replaced)


def places(report: Report) -> dict[str, str]:
    """Return how sentences name the parts of a report's text, by the ids of its headings: mục II.1."""
    named = {heading.id: f"mục {place_of(report.outline, heading.id)}" for heading in report.outline.headings}
    return named | {OPENING: "phần mở đầu", CLOSING: "phần kết"}
