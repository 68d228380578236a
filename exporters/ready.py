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
from models.written_words import plain_words


def obstacles(desk: Desk, period: ReportingPeriod, on: date, signed: date | None = None) -> tuple[Obstacle, ...]:
    """Return all that stands against issuing a period's report on a day, the grave first; `signed`: as of which day."""
    report, own = desk.report(period), ReportDesk(desk, period)
    told = Told(
        findings=check_records(desk.plan, period, desk.records().figures, report.facts),
        remarks=own.remarks(),
        submitted=own.state() is ReportState.SUBMITTED,
        dotted=blank_words(report),
        stale=stale_sentences(report),
        places=places(report),
        merged_into=_merged_into(desk, period),
        signed=signed,
    )
    return obstacles_of(report, desk.warnings(report), told, on)


def _merged_into(desk: Desk, period: ReportingPeriod) -> str:
    """Return how the longer report is called that is sent instead of a period's; empty where it is sent itself."""
    same = (one for one in desk.periods(period.span.year) if one.key == period.key)
    longer = next((one.replaced_by for one in same), None)
    return desk.period(longer).span.short() if longer else ""


def stale_sentences(report: Report) -> tuple[tuple[str, str], ...]:
    """Return the written-over sentences whose figures have changed since: their section and their words."""
    found = ((unit.heading_id, unit.replaced.text) for unit in stale_units(report) if unit.replaced)
    return tuple((section, " ".join(plain_words(text).split())) for section, text in found)


def places(report: Report) -> dict[str, str]:
    """Return how sentences name the parts of a report's text, by the ids of its headings: mục II.1."""
    named = {heading.id: f"mục {place_of(report.outline, heading.id)}" for heading in report.outline.headings}
    return named | {OPENING: "phần mở đầu", CLOSING: "phần kết"}
