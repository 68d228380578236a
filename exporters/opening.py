"""The sentences that open and end a report's text."""

from __future__ import annotations

from exporters.document import Paragraph
from exporters.period_words import reported_here, told
from exporters.plan_cited import plan_cited
from exporters.prose import Prose, keyed
from models.reports import Report

END_MARK = "./."
OPENING, CLOSING = "opening", "closing"


def opening_sentences(report: Report) -> list[Paragraph]:
    """Return what is reported on, by whom, for which period."""
    subject = f"{reported_here(report.period.duty)} {report.period.span.words()}"
    text = f"Thực hiện {_asked_by(report)}, {report.office.issuer} báo cáo {subject} như sau:"
    return keyed(OPENING, [Prose().say(text).paragraph()])


def closing_sentences(report: Report) -> list[Paragraph]:
    """Return the last sentence with the mark that ends an official text."""
    text = f"Trên đây là báo cáo {told(report.period)} của {report.office.issuer}{END_MARK}"
    return keyed(CLOSING, [Prose().say(text).paragraph()])


def _asked_by(report: Report) -> str:
    """Return what is carried out: the plan, or the paper that asked for an ad hoc report."""
    duty = report.period.duty
    asked = duty.as_printed if duty.frequency == "once" else ""
    return asked or plan_cited(report.plan, report.office)
