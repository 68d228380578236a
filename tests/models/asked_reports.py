"""Stores in which the register is looked at, and a report that the province asked for once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from exporters.issuing import issue_report
from importers.plan_files import load_plan
from models.ad_hoc import AdHocReport, paper_from
from models.desk import Desk
from models.register import Entry, register
from models.report_desk import ReportDesk
from models.reports import Signing
from models.store.connection import Store

AT = datetime(2026, 11, 3, 8, 0)
WHO = "Lò Thị Lan"
OCTOBER = "bao-cao-thang/2026-10"
ASKED = AdHocReport(
    key="",
    kind="ad_hoc",
    subject="Tình hình an toàn thông tin",
    recipients=("UBND tỉnh Sơn La",),
    issuer="",
    start=date(2026, 10, 5),
    closing=date(2026, 11, 20),
    due=date(2026, 11, 29),
    paper=paper_from("Công văn số 12/SKHCN ngày 01/10/2026"),
)


def opened(path: Path, plan: str = "thuan-chau") -> Iterator[Desk]:
    """Give a store of a plan, begun on 15/09/2026."""
    with Store.create(path, load_plan(plan), who=WHO, at=datetime(2026, 9, 15, 8, 0)) as store:
        yield Desk(store)


def issue(desk: Desk, period: str, day: date) -> ReportDesk:
    """Issue a period's report, whatever stands against it."""
    own = desk.period(period)
    issue_report(desk, own, Signing("5", day, "Đỗ Ngọc Quang"), why="thử", who=WHO, at=AT)
    return ReportDesk(desk, own)


def entry(desk: Desk, key: str, on: date) -> Entry:
    """Return a period's line of the register of 2026."""
    (found,) = (one for one in register(desk, 2026, on) if one.period.key == key)
    return found
