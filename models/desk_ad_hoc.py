"""Reports of an open store that no rule asks for: asked for, found again by their key, withdrawn."""

from __future__ import annotations

from datetime import datetime

from models.ad_hoc import KEY_PREFIX, AdHocReport, checked, name_inside, name_of, span_of
from models.calendars import BETWEEN_DAYS
from models.errors import AmbiguousRequest, AppError, NotFound
from models.store import ad_hoc_rows, report_rows
from models.store.connection import Store


def ask_for(store: Store, report: AdHocReport, *, who: str, at: datetime) -> AdHocReport:
    """Record a report that was asked for in one change set and return it with its key."""
    fits = ad_hoc_rows.keyed(store, checked(report))
    with store.change(f"ghi {name_inside(fits)}", who=who, at=at) as change:
        ad_hoc_rows.save(change, fits)
    return fits


def withdraw(store: Store, key: str, *, who: str, at: datetime, why: str = "") -> AdHocReport:
    """Take note that a report is not asked for any more; one that was issued or closed stays."""
    key = key.strip()
    report = next((one for one in ad_hoc_rows.ad_hoc_reports(store) if one.key == key and not one.withdrawn), None)
    if report is None:
        raise NotFound(f"Sổ không có báo cáo đột xuất, chuyên đề nào đang theo dõi mang mã “{key}”. Hãy xem lại mã.")
    period_key = f"{report.key}/{span_of(report).key}"
    if report_rows.issues(store, period_key):
        raise AppError(f"{name_of(report)} ({report.key}) đã phát hành nên không bỏ được. Báo cáo được giữ trong sổ.")
    if report_rows.is_locked(store, period_key):
        raise AppError(f"{name_of(report)} ({report.key}) đã khóa kỳ. Hãy mở lại kỳ và ghi lý do rồi mới bỏ báo cáo.")
    with store.change(f"bỏ theo dõi {name_inside(report)}", who=who, at=at, why=why) as change:
        ad_hoc_rows.withdraw(change, report.key)
    return report


def named(reports: tuple[AdHocReport, ...], text: str, duty_id: str | None) -> AdHocReport | None:
    """Return the report that `dx-1`, `dx-1/DAYS`, DAYS or a duty's id names; None where the words name no such one.

    NotFound where they name one that there is not, AmbiguousRequest where several reports have these days.
    """
    key, _, span = text.strip().rpartition("/")
    key, span = (span, "") if span.startswith(KEY_PREFIX) else (key, span)
    key = key or duty_id or ""
    if key.startswith(KEY_PREFIX):
        return _keyed(reports, key, span)
    found = [report for report in reports if not report.withdrawn and span_of(report).key == span and not key]
    if len(found) > 1:
        keys = ", ".join(report.key for report in found)
        raise AmbiguousRequest(f"Có nhiều báo cáo đột xuất, chuyên đề cùng thời gian. Hãy ghi rõ một mã: {keys}.")
    if not found and BETWEEN_DAYS in span and not key:
        raise _unknown(reports, span)
    return found[0] if found else None


def _keyed(reports: tuple[AdHocReport, ...], key: str, span: str) -> AdHocReport:
    found = next((report for report in reports if report.key == key and span in ("", span_of(report).key)), None)
    if found is None:
        raise _unknown(reports, f"{key}/{span}" if span else key)
    return found


def _unknown(reports: tuple[AdHocReport, ...], wanted: str) -> NotFound:
    known = ", ".join(report.key for report in reports if not report.withdrawn) or "không có"
    return NotFound(f"Sổ không có báo cáo đột xuất, chuyên đề “{wanted}”. Các báo cáo đang theo dõi: {known}.")
