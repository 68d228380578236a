"""A plan of a few rows, and short ways to record something."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from models.actuals import Actual, Progress
from models.ad_hoc import AdHocReport
from models.evidence_files import Evidence
from models.facts import (
    AnnualTarget,
    CameTrue,
    DaySwap,
    Direction,
    Extension,
    Facts,
    NoBasis,
    Override,
    Paper,
    PartFigure,
    Reading,
    StillInForce,
    Supplier,
)
from models.outline import STANDARD
from models.plans import Duty, IndicatorRow, Layout, Plan, PlanDocument, ScheduleColumn, TaskRow
from models.report_work import Entered, Sending, Step, WrittenOver
from models.store import ad_hoc_rows, dispatch_rows, drafting_rows, figure_rows, report_rows
from models.store.archive import KeptFile
from models.store.connection import Store
from models.store.transaction import Change

AT = datetime(2026, 11, 1, 8, 30)
LATER = datetime(2026, 11, 2, 9, 0)
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
PERIOD = "thang/2026-10"
WHO = "Lò Thị Lan"


def small_plan() -> Plan:
    """Return a plan with two indicators of a state, one counted within the period, and two tasks."""
    document = PlanDocument("Kế hoạch", "142/KH-UBND", "04/6/2025", "Đỗ Ngọc Quang", "CHỦ TỊCH", (), (), ())
    duty = Duty("thang", "Báo cáo tháng", "outgoing", "month", "calendar", None, ("UBND tỉnh",), "", "", "hằng tháng")
    return Plan(
        id="mau",
        commune="Thuận Châu",
        province="Sơn La",
        issuer="UBND xã Thuận Châu",
        document=document,
        milestones=(2025, 2030),
        schedule_columns=(ScheduleColumn("deadline", "Thời gian"),),
        layouts={"indicators": Layout("milestones", "Chỉ tiêu", ())},
        agencies=(),
        duties=(duty,),
        indicator_rows=(
            IndicatorRow("ct", "section", "I", None, "Hạ tầng số"),
            IndicatorRow("ct-5g", "indicator", "1", "ct", "Tỷ lệ phủ sóng 5G", "%", targets={2030: "≥ 50%"}),
            IndicatorRow("ct-so-hoa", "indicator", "2", "ct", "Số hóa hồ sơ", "%", targets={2025: "95%", 2030: "100%"}),
            IndicatorRow("ct-bai", "indicator", "3", "ct", "Bài viết", "bài", "within"),
        ),
        task_rows=(
            TaskRow("nv", "section", "I", None, "Thể chế"),
            TaskRow("nv-kh", "task", "1", "nv", "Ban hành kế hoạch", "Phòng VH-XH", schedule={"deadline": "9/2026"}),
        ),
    )


def figure(value: str, key: str = "ct-5g", month: int = 10) -> Actual:
    """Return a figure of one month of 2026."""
    return Actual(key, date(2026, month, 1), date(2026, month, 28 if month == 2 else 30), value=Decimal(value))


def october(value: str, key: str = "ct-5g") -> Actual:
    return Actual(key, *OCTOBER, value=Decimal(value))


def progress_of_october(percent: int = 70) -> Progress:
    return Progress("nv-kh", "deadline", *OCTOBER, percent=Decimal(percent), text="Đã có dự thảo")


def record(store: Store, *actuals: Actual, label: str = "Nhập số liệu", who: str = WHO, at: datetime = AT) -> int:
    """Record figures in one change set and return its id."""
    with store.change(label, who=who, at=at) as change:
        for actual in actuals:
            figure_rows.save(change, actual)
    return change.id


def values(store: Store, key: str = "ct-5g") -> list[str]:
    """Return the stored values of a row as text."""
    return [str(actual.value) for actual in figure_rows.figures(store).get(key, ())]


def interrupted(path: Path, target: Path) -> Path:
    """Copy a store with the journal of a transaction that was cut off while it wrote."""
    copy = "import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])"
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("CREATE TABLE half (x)")
    writer.executemany("INSERT INTO half VALUES (zeroblob(3000))", [()] * 300)
    for name in ("", "-journal"):  # in another process: closing the file in this one would drop SQLite's locks
        subprocess.run([sys.executable, "-c", copy, f"{path}{name}", f"{target}{name}"], check=True)
    writer.execute("ROLLBACK")
    writer.close()
    return target


def issue(store: Store, content: bytes = b"%PDF one") -> None:
    """Issue the report of October with one file."""
    with store.change("Phát hành", who=WHO, at=AT) as change:
        sent = [("a.pdf", "pdf", content)]
        day = date(2026, 11, 3)
        report_rows.record_issue(change, PERIOD, *OCTOBER, number="12", day=day, signer="Quang", files=sent)


SUBMITTED = Step("submitted", date(2026, 11, 2), "Chủ tịch UBND xã", "bản in")
COUNTS = WrittenOver("II.1/counts", "Phần lớn chỉ tiêu đạt.", "02 chỉ tiêu đạt.")
SENT = Sending(1, "UBND tỉnh", date(2026, 11, 4), "email", "kèm bản ký số")
RETYPED = Entered("ct-5g", "value", "84,9", date(2026, 11, 5))
AD_HOC = AdHocReport(
    key="dx-1",
    kind="thematic",
    subject="Phủ sóng 5G các bản",
    recipients=("UBND tỉnh", "Sở KH&CN"),
    issuer="UBND xã",
    start=date(2026, 7, 1),
    closing=date(2026, 9, 30),
    due=date(2026, 10, 10),
    paper=Paper("55/CV-UBND", date(2026, 9, 20), "báo cáo chuyên đề"),
    note="gấp",
)

EVIDENCE = Evidence(
    id=0,
    row_key="ct-5g",
    start=OCTOBER[0],
    as_of=OCTOBER[1],
    name="quyết định.pdf",
    media="application/pdf",
    note="trang 2",
    kept=KeptFile("5a" * 32, 34_567),
)


def draft(change: Change) -> None:
    """Record something of every kind for the report of October in the making, while the period is open."""
    outline, _ = STANDARD.renamed("I", "Tình hình chung").added("Đề án 06", "III")
    drafting_rows.save_outline(change, "thang", outline.switched("IV", False))
    drafting_rows.save_written_over(change, PERIOD, COUNTS)
    drafting_rows.save_explanation(change, PERIOD, "ct-5g", "Thêm ba trạm.")
    dispatch_rows.add_step(change, PERIOD, SUBMITTED)


def dispatch(change: Change) -> None:
    """Record something of every kind that comes after issuing, and an ad hoc report."""
    remark = dispatch_rows.add_remark(change, PERIOD, "III", "Chủ tịch", date(2026, 11, 3), "Nêu rõ nguyên nhân.")
    dispatch_rows.answer_remark(change, remark, "Đã bổ sung.")
    dispatch_rows.add_sending(change, PERIOD, SENT)
    dispatch_rows.save_entered(change, PERIOD, RETYPED)
    ad_hoc_rows.save(change, AD_HOC)


def desk_rows(store: Store) -> tuple[object, ...]:
    """Return all that the tables of the report desk say."""
    return (
        drafting_rows.outline(store, "thang"),
        drafting_rows.written_over(store, PERIOD),
        drafting_rows.explanations(store, PERIOD),
        dispatch_rows.steps(store),
        dispatch_rows.remarks(store, PERIOD),
        dispatch_rows.sendings(store),
        dispatch_rows.entered(store, PERIOD),
        ad_hoc_rows.ad_hoc_reports(store),
    )


def damage(path: Path) -> None:
    """Spoil the pages of the log, so that only a look at the data notices it."""
    database = sqlite3.connect(path)
    ((page,),) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'change_entry'").fetchall()
    database.close()
    with path.open("rb+") as stream:
        stream.seek((page - 1) * 4096)
        stream.write(b"\x55" * 4096)


def every_fact() -> Facts:
    """Return a fact of every kind for the small plan, none within October 2026."""
    paper = Paper("12/QĐ-UBND", date(2026, 1, 5), "giao chỉ tiêu")
    september = (date(2026, 9, 1), date(2026, 9, 30))
    return Facts(
        annual_targets=(AnnualTarget("ct-5g", 2026, "≥ 30%", paper),),
        came_true=(CameTrue("nv-kh", "deadline", date(2026, 3, 2), date(2026, 5, 31), Paper("7/KH-UBND")),),
        extensions=(
            Extension("nv-kh", "deadline", date(2026, 11, 30), paper),
            Extension("nv-kh", "deadline", date(2026, 12, 31), Paper("99/CV-UBND")),
        ),
        still_in_force=(StillInForce("nv-kh", "deadline", Paper("142/KH-UBND", date(2025, 6, 4))),),
        directions=(Direction(Paper("3/CT-UBND", date(2026, 9, 7), "đẩy mạnh số hóa"), "UBND xã"),),
        overrides=(
            Override("ct-5g", "thang/2026-09", Decimal("32.50"), None, None, "số của viễn thông"),
            Override("ct-so-hoa", "thang/2026-09", None, Decimal(9), Decimal(10), "đếm lại"),
        ),
        suppliers=(Supplier("ct-so-hoa", "Bản Lạnh", date(2026, 1, 1), date(2026, 9, 30)),),
        part_figures=(
            PartFigure("ct-so-hoa", "Bản Lạnh", *september, numerator=Decimal(3), denominator=Decimal(4)),
            PartFigure("ct-bai", "Bản Lạnh", *september, nothing_happened=True),
        ),
        readings=(Reading("nv-kh", "deadline", "tháng 10/2026", "in nhầm tháng"),),
        no_basis=(NoBasis("ct-5g", "chưa cơ quan nào công bố"),),
        day_swaps=(DaySwap(date(2026, 8, 22), True, "Làm bù Quốc khánh"),),
        extra_tasks=(
            TaskRow("ps-1", "task", "1", None, "Rà soát", "Công an xã", "", "Báo cáo", {"deadline": "11/2026"}),
        ),
        leads=MappingProxyType({"ct-5g": "Công an xã"}),
        declared_from=date(2026, 1, 1),
    )
