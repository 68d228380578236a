"""The report of a period as a document: letterhead, five sections, signature, and its appendices (forms.md §4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporters.appendices import indicator_table, task_table
from exporters.appendix_layouts import (
    appendix_label,
    assignments_title,
    indicators_title,
    tasks_title,
)
from exporters.assignments import assignment_table
from exporters.document import Block, Document, Section, Table
from exporters.frame import (
    ROOM_FOR_NUMBER,
    addressees,
    appendix_head,
    day_or_room,
    letterhead,
    padded_number,
    page_mark,
    signature,
    title,
)
from exporters.nd30 import DRAFT_TAIL
from exporters.opening import CLOSING, OPENING, replaced_sentence
from exporters.outline_text import blank_words, outline_paragraphs
from exporters.period_words import period_stem, report_name, summary_lines
from exporters.plan_cited import plan_named
from exporters.unit_forms import unit_form_document
from exporters.written_over import said_by_data
from models.office import Office, addressees_of, recipients_of, signed_by
from models.plans import Layout
from models.reports import Report

__all__ = ["blank_words", "report_document"]

TYPE = "BÁO CÁO"


def report_document(report: Report) -> Document:
    """Lay the report out: one portrait section of text, and each appendix a landscape section of its own.

    What units report to this office is laid out as the form for them.
    """
    if report.period.duty.direction == "incoming":
        return unit_form_document(report)
    name = report_name(report.period)
    return Document(
        title=f"{name} - {report.office.issuer}",
        stem=f"{report.plan.id}_{period_stem(report.period)}{DRAFT_TAIL if report.draft else ''}",
        sections=(Section("portrait", tuple(_body(report)), name, "Báo cáo"), *_appendices(report)),
        mark=page_mark(sample=report.sample, draft=report.draft),
        author=report.office.issuer,
        created=report.signing.day or report.period.closing,
    )


def _body(report: Report) -> Iterator[Block]:
    office, signing = report.office, report.signing
    yield from letterhead(office, signing.number, signing.day, report.period.month_of_signing)
    yield from title(TYPE, summary_lines(report.period))
    yield from addressees(addressees_of(report.office, report.period.duty))
    yield from said_by_data(report, OPENING)
    yield from outline_paragraphs(report)
    yield from replaced_sentence(report)
    yield from said_by_data(report, CLOSING)
    yield signature(_signing_office(report), signing.signer or office.signer, signed_by(office, signing.position))


def _signing_office(report: Report) -> Office:
    """Return the office with its Nơi nhận: whom an inspection is about stands there, not under Kính gửi."""
    return replace(report.office, recipients=recipients_of(report.office, report.period.duty))


def _appendices(report: Report) -> Iterator[Section]:
    plan = report.plan
    yield _appendix(report, 1, indicators_title(report), plan.layouts["indicators"], indicator_table(report))
    yield _appendix(report, 2, tasks_title(report), plan.layouts["tasks"], task_table(report))
    if (layout := plan.layouts.get("assignments")) is not None:
        yield _appendix(report, 3, assignments_title(report), layout, assignment_table(report, layout))


def _appendix(report: Report, number: int, heading: str, layout: Layout, table: Table) -> Section:
    """Return an appendix; one that the plan has in its text only says where."""
    label = appendix_label(report.plan, number)
    source = f"(theo {layout.source} {plan_named(report.plan, report.office)})" if layout.source else ""
    return Section("landscape", (*appendix_head(label, heading, _kept_with(report), source), table), label, label)


def _kept_with(report: Report) -> str:
    """Return `(Kèm theo Báo cáo số …/BC-UBND ngày … của UBND xã …)`."""
    signing, office = report.signing, report.office
    number = padded_number(signing.number) or ROOM_FOR_NUMBER
    day = day_or_room(signing.day, report.period.month_of_signing)
    return f"(Kèm theo Báo cáo số {number}/{office.symbol} {day} của {office.issuer})"
