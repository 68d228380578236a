"""The papers beside the report itself: the leaders' copy, the correction note, the register; asked for on the lane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ui.exporting import FORMATS, Paper

if TYPE_CHECKING:
    from exporters.document import Document
    from models.desk import Desk
    from models.duties import ReportingPeriod

COPY_FORMATS = ("docx", "pdf")


def leaders_copy(period: ReportingPeriod) -> Paper:
    """Return the copy of a draft that the leaders get."""
    title = f"Ghi bản trình lãnh đạo, báo cáo {period.span.short()}, vào thư mục"
    return Paper(title, partial(_leaders_copy, period), COPY_FORMATS)


def correction(period: ReportingPeriod, today: date, why: str) -> Paper:
    """Return the note that corrects an issued report."""
    title = f"Ghi công văn đính chính báo cáo {period.span.short()} vào thư mục"
    return Paper(title, partial(_correction, period, today, why), COPY_FORMATS)


def year_register(year: int, today: date, user: str, formats: tuple[str, ...] = tuple(FORMATS)) -> Paper:
    """Return the register of a year's reports."""
    return Paper(f"Ghi sổ theo dõi báo cáo năm {year} vào thư mục", partial(_register, year, today, user), formats)


def _leaders_copy(period: ReportingPeriod, desk: Desk) -> Callable[[], Document]:
    from exporters.leaders_copy import leaders_document
    from models.report_desk import ReportDesk

    return partial(leaders_document, desk.report(period, for_leaders=True), ReportDesk(desk, period).remarks())


def _correction(period: ReportingPeriod, today: date, why: str, desk: Desk) -> Callable[[], Document]:
    from exporters.correction import correction_document

    document = correction_document(desk, period, today, why)  # reads the store as it goes
    return partial(_itself, document)


def _register(year: int, today: date, user: str, desk: Desk) -> Callable[[], Document]:
    from exporters.register import register_document
    from models.register import register
    from models.store import setting_rows

    store = desk.store
    by, sample = setting_rows.officer(store) or user, setting_rows.is_sample(store)
    entries = register(desk, year, today)
    return partial(register_document, entries, desk.office(), year, today, by, plan_id=desk.plan.id, sample=sample)


def _itself(document: Document) -> Document:
    return document
