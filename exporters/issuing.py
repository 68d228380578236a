"""A report issued: the exact files made, kept in the store under their hash, the period locked, all in one step."""

from __future__ import annotations

import re
import tempfile
from datetime import date, datetime
from pathlib import Path

from exporters.issue import FORMATS, write_files
from exporters.report import report_document
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import AppError
from models.reports import Signing
from models.store import report_rows
from models.store.report_rows import Issue

NUMBER = re.compile(r"[1-9]\d{0,4}[a-zđ]?|0[1-9]")


def issue_report(desk: Desk, period: ReportingPeriod, signing: Signing, *, who: str, at: datetime) -> Issue:
    """Make the report with its number, day and signer, keep its files, and lock the period."""
    day = _day_of_issue(desk, period, signing)
    document = report_document(desk.report(period, signing=signing))
    with tempfile.TemporaryDirectory() as folder:
        written = write_files(document, Path(folder), FORMATS)
        files = [(file.path.name, file.format, file.path) for file in written]
        label = f"phát hành báo cáo {period.span.short()} số {signing.number}"
        with desk.store.change(label, who=who, at=at) as change:
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


def _day_of_issue(desk: Desk, period: ReportingPeriod, signing: Signing) -> date:
    """Return the day of signing, or refuse; a period only closed may be issued, an issued one is reopened first."""
    if report_rows.issues(desk.store, period.key):
        desk.check_open(period)
    if signing.day is None or not signing.number.strip() or not signing.signer.strip():
        raise AppError("Phát hành báo cáo cần đủ số, ngày và người ký. Hãy điền đủ rồi làm lại.")
    if not NUMBER.fullmatch(signing.number.strip()):
        raise AppError(
            f"Số báo cáo “{signing.number.strip()}” không hợp lệ: chỉ ghi phần số, ví dụ 215; "
            f"ký hiệu {desk.office().symbol} được in sẵn."
        )
    if signing.day < period.closing:
        raise AppError(
            f"Ngày ký {signing.day:%d/%m/%Y} đứng trước ngày chốt số liệu {period.closing:%d/%m/%Y}. "
            "Hãy kiểm tra lại ngày ký hoặc kỳ báo cáo."
        )
    return signing.day
