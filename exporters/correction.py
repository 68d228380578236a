"""The correction note (công văn đính chính): what an issued report said, and what it should have said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from exporters.changed_since import Difference, changed_since, changed_since_issue, kept_content_of
from exporters.document import Block, Cell, Column, ColumnKind, Document, Role, Row, RowKind, Section, Table
from exporters.frame import addressees, letterhead, padded_number, page_mark, plain, signature
from exporters.opening import END_MARK
from exporters.outline_text import TO_BE_WRITTEN
from exporters.period_words import period_stem, told
from exporters.prose import capital_first
from models.changes import HistoryEntry
from models.declared_rows import labels_of
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import AppError
from models.office import Office, addressees_of, recipients_of, signed_by
from models.shown import day_text
from models.store import change_rows, report_rows, setting_rows
from models.store.report_rows import Issue
from models.store.setting_rows import LETTER_SYMBOL, LETTER_SYMBOL_DEFAULT

NOTHING = "(không có)"
LEFT_OUT = "(bỏ nội dung này)"
WIDTHS_MM = (12.0, 53.0, 50.0, 50.0)
"""In a sheet the letterhead stands on these columns, a Phòng's name in the first two."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A report to be corrected: its issue, the one that replaces it (if any), what differs, and why."""

    corrected: Issue
    replaced_by: Issue | None
    differences: tuple[Difference, ...]
    why: str


def correction_of(desk: Desk, period: ReportingPeriod, why: str = "") -> Correction:
    """Return what is to be corrected: the last report sent against the present data, or against its reissue.

    Without a reason given it is the one with which the period was reopened.
    """
    issues = report_rows.issues(desk.store, period.key)
    reason = why.strip() or _reopened_because(desk, period)
    if len(issues) > 1 and report_rows.is_issued(desk.store, period.key):
        newer, older = issues[:2]
        labels = labels_of(desk.plan, desk.facts())
        found = changed_since(kept_content_of(desk, older), kept_content_of(desk, newer), labels)
        return Correction(older, newer, _told(found), reason)
    issue, found = changed_since_issue(desk, period)
    return Correction(issue, None, _told(found), reason)


def _told(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Leave out what is no content: the frame, and columns that another version of the form has."""
    return tuple(one for one in found if one.kind not in ("frame", "column"))


def _reopened_because(desk: Desk, period: ReportingPeriod) -> str:
    """Return why the period was reopened last."""
    entries = change_rows.history(desk.store, "period_state", period.key)
    return next((entry.change.why for entry in entries if _reopens(entry)), "")


def _reopens(entry: HistoryEntry) -> bool:
    return entry.entry.column == "locked" and entry.entry.old == 1 and entry.entry.new == 0


def correction_document(desk: Desk, period: ReportingPeriod, on: date, why: str = "") -> Document:
    """Lay the correction note out, its number and day left to be written; `on` is a day of the month of signing."""
    correction = correction_of(desk, period, why)
    if not correction.differences:
        raise AppError(
            f"Báo cáo số {correction.corrected.number} không có nội dung nào khác với số liệu hiện nay nên không có gì "
            "để đính chính."
        )
    report = desk.report(period)
    office = replace(report.office, symbol=setting_rows.setting(desk.store, LETTER_SYMBOL, _symbol(report.office)))
    number = _number(correction.corrected, report.office)
    blocks = tuple(_blocks(correction, period, office, report.office, on))
    return Document(
        title=f"Đính chính Báo cáo số {number} - {office.issuer}",
        stem=f"{desk.plan.id}_dinh-chinh_{period_stem(period)}",
        sections=(Section("portrait", blocks, f"Đính chính Báo cáo số {number}", "Đính chính"),),
        mark=page_mark(sample=report.sample, draft=False),
        author=office.issuer,
        created=on,
    )


def _symbol(of_report: Office) -> str:
    """Return the symbol of a letter of whoever reports: UBND-VHXH beside BC-UBND, VHXH beside BC-VHXH."""
    own = of_report.symbol.partition("-")[2]
    return LETTER_SYMBOL_DEFAULT if own in ("", "UBND") else own


def _blocks(
    correction: Correction, period: ReportingPeriod, office: Office, of_report: Office, on: date
) -> Iterator[Block]:
    number, day = _number(correction.corrected, of_report), day_text(correction.corrected.date)
    issuer, numbered = letterhead(office, "", None, on)
    subject = plain(Role.SUBJECT, f"V/v đính chính\nBáo cáo số {number}")
    yield issuer
    yield replace(numbered, left=(*numbered.left, subject))
    yield plain(Role.ADDRESS, "")
    yield from addressees(addressees_of(office, period.duty))
    yield plain(
        Role.BODY,
        f"Tại Báo cáo số {number} ngày {day}, {office.issuer} đã báo cáo {told(period)}. "
        f"Qua rà soát, {office.issuer} đính chính một số nội dung như sau:",
    )
    yield _table(correction.differences)
    yield plain(Role.BODY, "")
    yield plain(Role.BODY, f"Lý do: {_sentence(correction.why)}")
    yield plain(Role.BODY, _ending(correction, office, of_report))
    signing = replace(office, recipients=recipients_of(office, period.duty))
    yield signature(signing, office.signer, signed_by(office, ""))


def _number(issue: Issue, office: Office) -> str:
    return f"{padded_number(issue.number)}/{office.symbol}"


def _sentence(text: str) -> str:
    return f"{capital_first(text.rstrip('.'))}." if text else TO_BE_WRITTEN


def _ending(correction: Correction, office: Office, of_report: Office) -> str:
    if correction.replaced_by is None:
        kept = f"Các nội dung khác của Báo cáo số {_number(correction.corrected, of_report)} giữ nguyên."
    else:
        newer = correction.replaced_by
        kept = (
            f"Báo cáo số {_number(newer, of_report)} ngày {day_text(newer.date)} thay thế Báo cáo số "
            f"{_number(correction.corrected, of_report)}."
        )
    return f"{kept} {office.issuer} trân trọng báo cáo{END_MARK}"


def _table(differences: Sequence[Difference]) -> Table:
    heads = ("TT", "Nội dung", "Đã báo cáo", "Nay đính chính")
    kinds = (ColumnKind.CENTER, *(ColumnKind.TEXT,) * 3)
    lines = (
        Row(RowKind.BODY, (Cell(str(number)), Cell(where), Cell(before or NOTHING), Cell(after or LEFT_OUT)))
        for number, (where, before, after) in enumerate(_lines(differences), start=1)
    )
    columns = tuple(Column(width, kind) for width, kind in zip(WIDTHS_MM, kinds, strict=True))
    return Table(columns, (Row(RowKind.HEAD, tuple(Cell(head) for head in heads)), *lines))


def _lines(differences: Sequence[Difference]) -> Iterator[tuple[str, str, str]]:
    """Yield place, what was reported, what holds now: the cells of one row together."""
    rows: dict[str, list[Difference]] = {}
    for number, one in enumerate(differences):
        rows.setdefault(one.row or f"#{number}", []).append(one)
    for own in rows.values():
        first = own[0]
        if first.kind != "cell":
            yield first.where, _excerpt(first.before), _excerpt(first.after)
        else:
            named = f"{first.row}: {first.name}" if first.name else first.row
            yield named, _columns(own, now=False), _columns(own, now=True)


def _excerpt(text: str) -> str:
    """Return a part of a sentence marked as a part, where it begins or breaks off."""
    begun = f"… {text}" if text[:1].islower() else text
    return f"{begun.rstrip(' ;')} …" if begun.rstrip().endswith(";") else begun


def _columns(differences: Sequence[Difference], *, now: bool) -> str:
    told = ((one.column, one.after if now else one.before) for one in differences)
    return "\n".join(f"{column}: {text or NOTHING}" for column, text in told)
