"""The report of a period as a document: letterhead, five sections, signature, and its appendices (forms.md §4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from exporters.appendices import indicator_table, task_table
from exporters.appendix_layouts import (
    appendix_label,
    assignments_title,
    indicators_label,
    indicators_title,
    tasks_label,
    tasks_title,
)
from exporters.assignments import assignment_table
from exporters.direction_sentences import direction_sentences
from exporters.document import Block, Document, Paragraph, Role, Run, Section, Table
from exporters.frame import (
    ROOM_FOR_NUMBER,
    addressees,
    appendix_head,
    day_or_room,
    letterhead,
    padded_number,
    page_mark,
    plain,
    signature,
    title,
)
from exporters.indicator_sentences import indicator_sentences
from exporters.period_words import PLAN_SHORT, next_words, report_name, reported, summary_lines
from exporters.plan_cited import plan_cited, plan_named
from exporters.proposed_sentences import next_task_sentences, proposal_sentences
from exporters.task_sentences import task_sentences
from exporters.unit_forms import unit_form_document
from models.office import Office, signed_by
from models.plans import Layout
from models.reports import WORD_SECTIONS, Report
from models.shown import day_text

TYPE = "BÁO CÁO"
LEADING = "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"
RESULTS = "KẾT QUẢ THỰC HIỆN"
SHORTCOMINGS = "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"
NEXT_TASKS = "NHIỆM VỤ TRỌNG TÂM"
PROPOSALS = "ĐỀ XUẤT, KIẾN NGHỊ"
TO_BE_WRITTEN = "………"
END_MARK = "./."
AS_ABOVE = "Như trên"
FROM_THE_DATA: Mapping[str, Callable[[Report], list[Paragraph]]] = {
    "I": direction_sentences,
    "IV": next_task_sentences,
    "V": proposal_sentences,
}
"""The sections besides II that the data can write."""


def report_document(report: Report) -> Document:
    """Lay the report out: one portrait section of text, and each appendix a landscape section of its own.

    What units report to this office is laid out as the form for them.
    """
    if report.period.duty.direction == "incoming":
        return unit_form_document(report)
    name = report_name(report.period)
    return Document(
        title=f"{name} - {report.office.issuer}",
        stem=f"{report.plan.id}_{report.period.duty.id}_{report.period.span.key}",
        sections=(Section("portrait", tuple(_body(report)), name, "Báo cáo"), *_appendices(report)),
        mark=page_mark(sample=report.sample, draft=report.draft),
        author=report.office.issuer,
        created=report.signing.day or report.period.closing,
    )


def blank_words(report: Report) -> tuple[str, ...]:
    """Return the sections of the outline that stand dotted until the officer writes them."""
    empty = (number for number in WORD_SECTIONS if not report.words.get(number, "").strip())
    return tuple(number for number in empty if number not in FROM_THE_DATA or not FROM_THE_DATA[number](report))


def _body(report: Report) -> Iterator[Block]:
    office, signing = report.office, report.signing
    yield from letterhead(office, signing.number, signing.day, signing_month(report))
    yield from title(TYPE, summary_lines(report.period))
    yield from addressees(_addressees(report))
    yield plain(Role.BODY, _opening(report))
    for heading, blocks in _outline(report):
        yield plain(Role.HEADING_ROMAN, heading)
        yield from blocks
    yield plain(Role.BODY, _closing_words(report))
    yield signature(_signing_office(report), signing.signer or office.signer, signed_by(office, signing.position))


def signing_month(report: Report) -> date:
    """Return a day of the month in which the report is to be signed: its due day, or the day after closing."""
    return report.period.send_by or report.period.closing + timedelta(days=1)


def _addressees(report: Report) -> list[str]:
    """Return the duty's recipients above or beside the issuer, never the issuer; an inspection tells those below."""
    duty = report.period.duty
    if duty.direction == "inspection":
        return []
    return [name for name in duty.to if name != report.office.issuer]


def _signing_office(report: Report) -> Office:
    """Return the office with its Nơi nhận: whom an inspection is about stands there, not under Kính gửi."""
    if _addressees(report):
        return report.office
    others = tuple(name for name in report.office.recipients if name != AS_ABOVE)
    return replace(report.office, recipients=(*report.period.duty.to, *others))


def _opening(report: Report) -> str:
    told = f"{reported(report.period.duty)} {report.period.span.words()}"
    return f"Thực hiện {plan_cited(report.plan, report.office)}, {report.office.issuer} báo cáo {told} như sau:"


def _closing_words(report: Report) -> str:
    return (
        f"Trên đây là báo cáo {reported(report.period.duty)} {PLAN_SHORT} "
        f"{report.period.span.words()} của {report.office.issuer}{END_MARK}"
    )


def _outline(report: Report) -> Iterator[tuple[str, Sequence[Block]]]:
    """Yield the five headings with their blocks."""
    next_span = next_words(report.period.span).upper()
    yield f"I. {LEADING}", _leading(report)
    yield f"II. {RESULTS}", _results(report)
    yield f"III. {SHORTCOMINGS}", _written(report, "III")
    yield f"IV. {NEXT_TASKS} {next_span}", _proposed(report, "IV")
    yield f"V. {PROPOSALS}", _proposed(report, "V")


def _leading(report: Report) -> list[Block]:
    """Return the documents of direction, then the officer's words; without either the section is dotted."""
    issued = direction_sentences(report)
    return [*issued, *(_written(report, "I") if report.words.get("I", "").strip() or not issued else ())]


def _written(report: Report, section: str) -> list[Block]:
    """Return the officer's paragraphs; a section not yet written is dotted so that nobody overlooks it."""
    lines = [line.strip() for line in report.words.get(section, "").split("\n") if line.strip()]
    return [plain(Role.BODY, line) for line in lines] or [plain(Role.BODY, TO_BE_WRITTEN)]


def _proposed(report: Report, section: str) -> Sequence[Block]:
    """Return the officer's paragraphs, else what the data propose in their place."""
    written = report.words.get(section, "").strip()
    return (not written and FROM_THE_DATA[section](report)) or _written(report, section)


def _results(report: Report) -> list[Block]:
    closing, plan = day_text(report.period.closing), report.plan
    tables = tasks_label(plan)
    if "assignments" in plan.layouts:
        tables = f"{tables}, {appendix_label(plan, 3)}"
    indicators = f"(số liệu đến hết ngày {closing}; chi tiết tại {indicators_label(plan)})"
    return [
        _heading("1. Kết quả thực hiện các chỉ tiêu", indicators),
        *indicator_sentences(report),
        _heading("2. Kết quả thực hiện nhiệm vụ", f"(chi tiết tại {tables})"),
        *task_sentences(report),
    ]


def _heading(text: str, aside: str) -> Paragraph:
    return Paragraph(Role.HEADING_ARABIC, (Run(f"{text} "), Run(aside, bold=False, auto=True)), keep_with_next=True)


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
    day = day_or_room(signing.day, signing_month(report))
    return f"(Kèm theo Báo cáo số {number}/{office.symbol} {day} của {office.issuer})"
