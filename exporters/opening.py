"""The sentences that open and end a report's text."""

from __future__ import annotations

from dataclasses import replace

from exporters.document import Paragraph
from exporters.frame import padded_number
from exporters.period_words import reported_here, told
from exporters.plan_cited import plan_cited
from exporters.prose import Prose, keyed
from models.office import Office
from models.reports import Report, Signing
from models.shown import day_text

END_MARK = "./."
OPENING, CLOSING = "opening", "closing"
REPLACES = "replaces"
"""The key of the sentence that says which issued report is replaced."""


def opening_sentences(report: Report) -> list[Paragraph]:
    """Return what is reported on, by whom, for which period."""
    subject = f"{reported_here(report.period.duty)} {report.period.span.words()}"
    text = f"Thực hiện {_asked_by(report)}, {report.office.issuer} báo cáo {subject} như sau:"
    return keyed(OPENING, [Prose().say(text).paragraph()])


def closing_sentences(report: Report) -> list[Paragraph]:
    """Return the last sentence with the mark that ends an official text."""
    text = f"Trên đây là báo cáo {told(report.period)} của {report.office.issuer}{END_MARK}"
    return keyed(CLOSING, [Prose().say(text).paragraph()])


def replaced_sentence(report: Report) -> list[Paragraph]:
    """Say which issued report this one takes the place of, so that nobody keeps two that contradict each other.

    It belongs to the paper, not to what is reported: no correction note speaks of it.
    """
    if report.replaces is None:
        return []
    said = Prose().say(f"Báo cáo này thay thế {report_cited(report.office, report.replaces)}.").paragraph()
    return [replace(said, key=REPLACES)]


def report_cited(office: Office, signing: Signing) -> str:
    """Return how an issued report is cited: `Báo cáo số 05/BC-UBND ngày 04/11/2026`."""
    day = f" ngày {day_text(signing.day)}" if signing.day else ""
    return f"Báo cáo số {padded_number(signing.number)}/{office.symbol}{day}"


def _asked_by(report: Report) -> str:
    """Return what is carried out: the plan, or the paper that asked for an ad hoc report."""
    duty = report.period.duty
    asked = duty.as_printed if duty.frequency == "once" else ""
    return asked or plan_cited(report.plan, report.office)
