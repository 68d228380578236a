"""What belongs to a period: its report, as it was issued or as it stands now, and the forms for the units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.document import Document
from exporters.issue import FORMATS
from exporters.named_files import issued_files
from exporters.period_set import Job
from exporters.period_words import period_stem
from exporters.report import report_document
from exporters.unit_forms import unit_form_document, units_asked
from models.desk import Desk
from models.duties import ReportingPeriod
from models.report_desk import ReportDesk

REPORT_FOLDER, UNITS_FOLDER = "bao-cao", "mau-don-vi"


def papers_of(desk: Desk, period: ReportingPeriod, formats: Sequence[str] = FORMATS) -> tuple[Job, ...]:
    """Return the papers of a period; an issued report with the very files that were kept."""
    return (*_report(desk, period, formats), *((UNITS_FOLDER, form) for form in _unit_forms(desk, period)))


def set_name(desk: Desk, period: ReportingPeriod) -> str:
    """Return what the set of a period is called: `thuan-chau_bao-cao-thang_2026-10_bo-ho-so`."""
    return f"{desk.plan.id}_{period_stem(period)}_bo-ho-so"


def _report(desk: Desk, period: ReportingPeriod, formats: Sequence[str]) -> Iterator[Job]:
    issue = ReportDesk(desk, period).standing_issue()
    if issue is not None:
        yield from ((REPORT_FOLDER, file) for file in issued_files(desk.store, issue, formats))
    elif period.duty.direction != "incoming":
        yield REPORT_FOLDER, report_document(desk.report(period))


def _unit_forms(desk: Desk, period: ReportingPeriod) -> Iterator[Document]:
    """Yield the form of each unit for the duties by which units report on the same span."""
    for duty in desk.plan.duties:
        if (duty.direction, duty.frequency) == ("incoming", period.duty.frequency):
            report = desk.report(desk.period(f"{duty.id}/{period.span.key}"))
            yield from (unit_form_document(report, unit) for unit in units_asked(report))
