"""The report of a period as a document: letterhead, five sections, signature, Phụ lục I and II (forms.md §4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from exporters.appendices import indicator_table, task_table
from exporters.document import Block, Document, Paragraph, Role, Run, Section
from exporters.frame import (
    ROOM_FOR_DAY,
    ROOM_FOR_NUMBER,
    addressees,
    appendix_head,
    letterhead,
    padded_number,
    plain,
    signature,
    title,
)
from exporters.indicator_sentences import indicator_sentences
from exporters.nd30 import DRAFT_MARK, SAMPLE_MARK
from exporters.task_sentences import task_sentences
from models.office import Office
from models.plans import Plan
from models.reports import Report
from models.shown import day_text, day_words

TYPE = "BÁO CÁO"
LEADING = "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"
RESULTS = "KẾT QUẢ THỰC HIỆN"
SHORTCOMINGS = "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"
NEXT_TASKS = "NHIỆM VỤ TRỌNG TÂM"
PROPOSALS = "ĐỀ XUẤT, KIẾN NGHỊ"
TO_BE_WRITTEN = "………"
END_MARK = "./."


def report_document(report: Report) -> Document:
    """Lay the report out: one portrait section of text, and each appendix a landscape section of its own."""
    heading = f"Báo cáo {report.period.span.words()}"
    return Document(
        title=f"{heading} - {report.office.issuer}",
        stem=f"{report.plan.id}_{report.period.duty.id}_{report.period.span.key}",
        sections=(
            Section("portrait", tuple(_body(report)), heading, "Báo cáo"),
            _appendix(report, "Phụ lục I", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"),
            _appendix(report, "Phụ lục II", "KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ"),
        ),
        mark=_mark(report),
        author=report.office.issuer,
        created=report.signing.day or report.period.closing,
    )


def _mark(report: Report) -> str:
    marks = [SAMPLE_MARK] if report.sample else []
    marks += [DRAFT_MARK] if report.draft else []
    return " - ".join(marks)


def blank_words(report: Report) -> tuple[str, ...]:
    """Return the sections of the outline that the officer still has to write."""
    return tuple(number for number in ("I", "III", "IV", "V") if not report.words.get(number, "").strip())


def _body(report: Report) -> Iterator[Block]:
    office, signing = report.office, report.signing
    yield from letterhead(office, signing.number, signing.day, signing_month(report))
    yield from title(TYPE, summary_lines(report))
    yield from addressees(_addressees(report))
    yield plain(Role.BODY, _opening(report))
    for heading, blocks in _outline(report):
        yield plain(Role.HEADING_ROMAN, heading)
        yield from blocks
    yield plain(Role.BODY, _closing_words(report))
    authority = (*office.authority[:-1], signing.position.upper()) if signing.position else office.authority
    yield signature(office, signing.signer or office.signer, authority)


def signing_month(report: Report) -> date:
    """Return a day of the month in which the report is to be signed: its due day, or the day after closing."""
    return report.period.send_by or report.period.due or report.period.closing


def summary_lines(report: Report) -> tuple[str, ...]:
    """Return the trích yếu: what is reported on, and the period."""
    return ("Kết quả thực hiện Kế hoạch triển khai Nghị quyết số 57-NQ/TW", report.period.span.words())


def _addressees(report: Report) -> list[str]:
    """Return the duty's recipients above or beside the issuer, never the issuer itself."""
    return [name for name in report.period.duty.to if name != report.office.issuer] or list(report.period.duty.to)


def plan_cited(plan: Plan, office: Office) -> str:
    """Return how the report names its plan; a number or day that was never printed leaves room to write."""
    number = office.plan_number if office.plan_number[:1] not in ("", "/") else f"{ROOM_FOR_NUMBER}{office.plan_number}"
    day = office.plan_date if office.plan_date[:1] not in ("", "/") else f"{ROOM_FOR_DAY}{office.plan_date}"
    return f"Kế hoạch số {number} ngày {day} của {plan.issuer} về {office.plan_subject}"


def _opening(report: Report) -> str:
    what = f"{report.office.issuer} báo cáo kết quả thực hiện {report.period.span.words()} như sau:"
    return f"Thực hiện {plan_cited(report.plan, report.office)}, {what}"


def _closing_words(report: Report) -> str:
    return (
        f"Trên đây là báo cáo kết quả thực hiện Kế hoạch triển khai Nghị quyết số 57-NQ/TW "
        f"{report.period.span.words()} của {report.office.issuer}{END_MARK}"
    )


def _outline(report: Report) -> Iterator[tuple[str, Sequence[Block]]]:
    """Yield the five headings with their blocks."""
    next_span = report.period.span.next().words().upper()
    yield f"I. {LEADING}", _written(report, "I")
    yield f"II. {RESULTS}", _results(report)
    yield f"III. {SHORTCOMINGS}", _written(report, "III")
    yield f"IV. {NEXT_TASKS} {next_span}", _written(report, "IV")
    yield f"V. {PROPOSALS}", _written(report, "V")


def _written(report: Report, section: str) -> list[Block]:
    """Return the officer's paragraphs; a section not yet written is dotted so that nobody overlooks it."""
    lines = [line.strip() for line in report.words.get(section, "").split("\n") if line.strip()]
    return [plain(Role.BODY, line) for line in lines] or [plain(Role.BODY, TO_BE_WRITTEN)]


def _results(report: Report) -> list[Block]:
    closing = day_text(report.period.closing)
    return [
        _heading("1. Kết quả thực hiện các chỉ tiêu", f"(số liệu đến hết ngày {closing}; chi tiết tại Phụ lục I)"),
        *indicator_sentences(report),
        _heading("2. Kết quả thực hiện nhiệm vụ", "(chi tiết tại Phụ lục II)"),
        *task_sentences(report),
    ]


def _heading(text: str, aside: str) -> Paragraph:
    return Paragraph(Role.HEADING_ARABIC, (Run(f"{text} "), Run(aside, bold=False, auto=True)), keep_with_next=True)


def _appendix(report: Report, label: str, heading: str) -> Section:
    first = label == "Phụ lục I"
    table = indicator_table(report) if first else task_table(report)
    full = f"{heading} {report.period.span.words().upper()}"
    return Section("landscape", (*appendix_head(label, full, _kept_with(report)), table), label, label)


def _kept_with(report: Report) -> str:
    """Return `(Kèm theo Báo cáo số …/BC-UBND ngày … của UBND xã …)`."""
    signing, office = report.signing, report.office
    number = padded_number(signing.number) or ROOM_FOR_NUMBER
    day = (
        day_words(signing.day)
        if signing.day
        else f"ngày {ROOM_FOR_DAY} tháng {ROOM_FOR_DAY} năm {signing_month(report).year}"
    )
    return f"(Kèm theo Báo cáo số {number}/{office.symbol} {day} của {office.issuer})"
