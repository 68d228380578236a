"""The register of a year's reports (sổ theo dõi báo cáo) as a document: one wide table on the office's plain head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from exporters.appendix_layouts import JOINED
from exporters.document import Block, Cell, Column, ColumnKind, Document, Role, Row, RowKind, Section, SideBySide, Table
from exporters.frame import letterhead, padded_number, page_mark, plain
from exporters.nd30 import SIGNATURE_LINES, TABLE_SMALLEST_PT
from exporters.prose import capital_first
from models.ad_hoc import asked_by
from models.numbers import padded
from models.office import Office
from models.register import Entry
from models.report_life import ReportState
from models.report_work import SENT_BY_WORDS
from models.shown import day_text, day_words
from models.store.register_rows import Issued

NO_DUE_DAY = "Chưa quy định"
MADE_BY = "NGƯỜI LẬP"
HEADS = (
    "TT",
    "Báo cáo",
    "Kỳ",
    f"Chốt số{JOINED}liệu",
    "Hạn gửi",
    "Nơi nhận",
    "Tình trạng",
    "Số, ngày",
    f"Ngày gửi, cách{JOINED}gửi",
    "Ghi chú",
)
COLUMNS = (
    Column(9, ColumnKind.CENTER),
    Column(26),
    Column(23),
    Column(22, ColumnKind.DATE),
    Column(22, ColumnKind.DATE),
    Column(49),
    Column(22),
    Column(28),
    Column(25),
    Column(32),
)
"""The columns under HEADS, in mm."""


def register_document(
    entries: Sequence[Entry], office: Office, year: int, on: date, made_by: str, *, plan_id: str, sample: bool = False
) -> Document:
    """Lay the register out as it stands on a day, to be signed by whom keeps it."""
    name = f"Sổ theo dõi báo cáo năm {year}"
    return Document(
        title=f"{name} - {office.issuer}",
        stem=f"{plan_id}_so-theo-doi-bao-cao_{year}",
        sections=(Section("landscape", tuple(_blocks(entries, office, name, on, made_by)), name, "Sổ theo dõi"),),
        mark=page_mark(sample=sample, draft=False),
        author=office.issuer,
        created=on,
    )


def _blocks(entries: Sequence[Entry], office: Office, name: str, on: date, made_by: str) -> Iterator[Block]:
    yield letterhead(office, "", on, on)[0]  # an office keeps its register without a number
    yield plain(Role.TYPE, name.upper())
    yield plain(Role.APPENDIX_NOTE, f"(tình trạng đến {day_words(on)})")
    rows = (_row(number, entry, on) for number, entry in enumerate(entries, start=1))
    yield Table(COLUMNS, (Row(RowKind.HEAD, tuple(map(Cell, HEADS))), *rows), TABLE_SMALLEST_PT)
    yield _signed(office, on, made_by)


def _signed(office: Office, on: date, made_by: str) -> SideBySide:
    """Return place and day over the name of who keeps the register."""
    right = (
        plain(Role.PLACE_DATE, f"{office.place}, {day_words(on)}"),
        plain(Role.AUTHORITY, MADE_BY),
        *(plain(Role.SIGNING_ROOM, "") for _ in range(SIGNATURE_LINES)),
        plain(Role.SIGNER, made_by),
    )
    return SideBySide((), right, 0.5)


def _row(number: int, entry: Entry, on: date) -> Row:
    period = entry.period
    cells = (
        Cell(str(number), value=number),
        Cell(period.duty.name),
        Cell(capital_first(period.span.short())),
        _day(period.closing),
        _day(period.due),
        Cell("; ".join(entry.to)),
        Cell(entry.words),
        Cell(issue_words(entry)),
        Cell("\n".join(sending_lines(entry))),
        Cell("\n".join(notes(entry, on))),
    )
    return Row(RowKind.BODY, cells, period.key)


def _day(day: date | None) -> Cell:
    return Cell(day_text(day), value=day) if day else Cell(NO_DUE_DAY)


def issue_words(entry: Entry) -> str:
    """Return number, day and signer of a report: `05/BC-UBND ngày 04/11/2026, Đỗ Ngọc Quang ký`."""
    issue = entry.issue
    return "" if issue is None else f"{_numbered(entry, issue)} ngày {day_text(issue.date)}, {issue.signer} ký"


def _numbered(entry: Entry, issue: Issued) -> str:
    return f"{padded_number(issue.number)}/{entry.symbol}"


def sending_lines(entry: Entry) -> list[str]:
    """Return a line for each day and way of sending: `04/11/2026, thư điện tử: UBND tỉnh; Đảng ủy xã`.

    Nobody is named where it went to all who are addressed, since they stand beside it. What was sent before the
    report was issued anew is told by its number.
    """
    recipients: dict[str, list[str]] = {}
    replaced = {issue.id: f" (số {_numbered(entry, issue)})" for issue in entry.earlier}
    for sending in entry.sendings:
        day = f"{day_text(sending.sent_on)}, {SENT_BY_WORDS[sending.how]}{replaced.get(sending.issue_id, '')}"
        recipients.setdefault(day, []).append(sending.recipient)
    return [f"{day}{_named(names, entry.to)}" for day, names in recipients.items()]


def _named(names: Sequence[str], addressed: Sequence[str]) -> str:
    return "" if set(names) == set(addressed) else f": {'; '.join(names)}"


def notes(entry: Entry, on: date) -> Iterator[str]:
    """Yield what else the register says of a report; each part begins with a capital."""
    if entry.in_time is not None:
        yield "Gửi đúng hạn" if entry.in_time else f"Gửi quá hạn {entry.days_late} ngày"
    if entry.days_left is not None and entry.period.closing <= on and not (entry.sendings and entry.days_left < 0):
        yield _left(entry.days_left)  # what was sent once is not late for being mended
    for issue in entry.earlier:
        yield f"Thay báo cáo số {_numbered(entry, issue)} ngày {day_text(issue.date)}"
    if entry.reopened:
        yield "Đã mở lại để sửa sau khi phát hành"
    if entry.state is not ReportState.SENT and entry.open_remarks:
        yield f"Còn {padded(entry.open_remarks)} ý kiến chưa trả lời"
    if entry.asked is not None:
        paper = asked_by(entry.asked)
        yield from (part for part in (f"Theo {paper}" if paper else "", entry.asked.note) if part)


def _left(days: int) -> str:
    if days < 0:
        return f"Quá hạn {-days} ngày"
    return f"Còn {days} ngày" if days else "Hạn gửi là hôm nay"
