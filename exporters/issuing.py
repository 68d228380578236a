"""A report issued: the exact files made, kept in the store under their hash, the period locked, all in one step."""

from __future__ import annotations

import re
import tempfile
from datetime import date, datetime
from pathlib import Path

from exporters import kept_content
from exporters.document import Document
from exporters.issue import FORMATS, write_files
from exporters.ready import obstacles
from exporters.report import report_document
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import AppError
from models.office import office_from
from models.readiness import ObstacleKind, refusal
from models.reports import Report, Signing
from models.signer_names import name_fault
from models.store import report_rows
from models.store.report_rows import Issue

NUMBER = re.compile(r"[1-9]\d{0,4}[a-zđ]?|0[1-9]")


def issue_report(
    desk: Desk, period: ReportingPeriod, signing: Signing, *, why: str = "", who: str, at: datetime, app: str = ""
) -> Issue:
    """Make the report with its number, day and signer, keep its files and what it says, and lock the period.

    A report that something grave stands against is issued with a reason only (`why`). `app` is the program's version.
    """
    day = _day_of_issue(desk, period, signing)
    _check_number(desk, period, signing.number.strip(), day, why)
    _check_ready(desk, period, at.date(), day, why)
    report = desk.report(period, signing=signing)
    document = report_document(report)
    with tempfile.TemporaryDirectory() as folder:
        files = _files(document, Path(folder), report, app)
        label = f"phát hành báo cáo {period.span.short()} số {signing.number}"
        with desk.store.change(label, who=who, at=at, why=why.strip()) as change:
            return report_rows.record_issue(
                change,
                period.key,
                period.start,
                period.closing,
                number=signing.number,
                day=day,
                signer=signing.signer,
                position=signing.position,
                files=files,
            )


def _files(document: Document, folder: Path, report: Report, app: str) -> list[tuple[str, str, Path | bytes]]:
    """Return what is kept: the files in every format, and what the report says."""
    written = write_files(document, folder, FORMATS)
    said = kept_content.content_of(document, report.office, report.signing, app, kept_content.made_by(report))
    files: list[tuple[str, str, Path | bytes]] = [(file.path.name, file.format, file.path) for file in written]
    return [*files, (kept_content.NAME, report_rows.CONTENT, said)]


def _check_number(desk: Desk, period: ReportingPeriod, number: str, day: date, why: str) -> None:
    """Refuse a number that another report of the year bears: one register gives each only once (NĐ 30, Điều 15)."""
    if why.strip():
        return
    for issue in report_rows.issues(desk.store):
        same = _plain(issue.number) == _plain(number) and issue.date.year == day.year
        if (
            same
            and issue.period_key != period.key
            and _symbol(desk, desk.period(issue.period_key)) == _symbol(desk, period)
        ):
            other = desk.period(issue.period_key).span.short()
            raise AppError(
                f"Số {number}/{_symbol(desk, period)} đã dùng cho báo cáo {other} ngày {issue.date:%d/%m/%Y}. "
                "Hãy kiểm tra lại số, hoặc ghi lý do dùng lại số này rồi làm lại."
            )


def _plain(number: str) -> str:
    return number.lower().lstrip("0")


def _symbol(desk: Desk, period: ReportingPeriod) -> str:
    return office_from(desk.plan, desk.settings(), period.duty).symbol


def _check_ready(desk: Desk, period: ReportingPeriod, today: date, signed: date, why: str) -> None:
    """Refuse a report that something grave stands against; warnings accepted at closing are not asked of again."""
    if why.strip():
        return
    state = report_rows.period_states(desk.store).get(period.key)
    accepted = state is not None and state.locked and bool(state.why)
    found = [
        one for one in obstacles(desk, period, today, signed) if not (accepted and one.kind is ObstacleKind.WARNING)
    ]
    if sentence := refusal(found):
        raise AppError(sentence)


def _day_of_issue(desk: Desk, period: ReportingPeriod, signing: Signing) -> date:
    """Return the day of signing, or refuse; a period only closed may be issued, an issued one is reopened first."""
    desk.check_sent_from_here(period)
    desk.check_unissued(period)
    if signing.day is None or not signing.number.strip() or not signing.signer.strip():
        raise AppError("Phát hành báo cáo cần đủ số, ngày và người ký. Hãy điền đủ rồi làm lại.")
    if not NUMBER.fullmatch(signing.number.strip()):
        raise AppError(
            f"Số báo cáo “{signing.number.strip()}” không hợp lệ: chỉ ghi phần số, ví dụ 215; "
            f"ký hiệu {desk.office().symbol} được in sẵn."
        )
    if sentence := name_fault(signing.signer.strip()):
        raise AppError(sentence)
    if signing.day < period.closing:
        raise AppError(
            f"Ngày ký {signing.day:%d/%m/%Y} đứng trước ngày chốt số liệu {period.closing:%d/%m/%Y}. "
            "Hãy kiểm tra lại ngày ký hoặc kỳ báo cáo."
        )
    return signing.day
