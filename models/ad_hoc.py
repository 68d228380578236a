"""Reports that no rule of the plan asks for: ad hoc (đột xuất), or on one subject (chuyên đề)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from models.calendars import FIRST_YEAR, LAST_YEAR, Holidays, Span, span_of_days
from models.duties import ReportingPeriod
from models.errors import AppError
from models.facts import Paper
from models.plans import Duty, Plan
from models.text import one_line
from models.words import day as day_text

AdHocKind = Literal["ad_hoc", "thematic"]
KIND_WORDS: Mapping[AdHocKind, str] = {"ad_hoc": "đột xuất", "thematic": "chuyên đề"}
KEY_PREFIX = "dx-"
"""How the keys of these reports begin: dx-1, dx-2…"""


@dataclass(frozen=True, slots=True)
class AdHocReport:
    """A report that was asked for once: about what, for which days, until when, by which paper, to whom.

    `key` is empty until it is recorded; a withdrawn one stays in the register and is not owed any more.
    """

    key: str
    kind: AdHocKind
    subject: str
    recipients: tuple[str, ...]
    issuer: str
    start: date
    closing: date
    due: date | None = None
    paper: Paper = field(default_factory=Paper)
    note: str = ""
    withdrawn: bool = False


def checked(report: AdHocReport) -> AdHocReport:
    """Return the report as it is to be recorded; AppError says what is missing or does not fit."""
    recipients = tuple(name for name in map(one_line, report.recipients) if name)
    report = replace(report, subject=_subject(report.subject), recipients=recipients, issuer=one_line(report.issuer))
    if not report.subject:
        raise AppError("Báo cáo đột xuất, chuyên đề phải có tên. Hãy ghi báo cáo về việc gì.")
    if not recipients:
        raise AppError(f"Báo cáo “{report.subject}” phải có nơi nhận. Hãy ghi gửi cho cơ quan nào.")
    if report.closing < report.start:
        raise AppError(
            f"Ngày chốt số liệu {day_text(report.closing)} của báo cáo “{report.subject}” đứng trước ngày bắt đầu "
            f"{day_text(report.start)}. Hãy ghi lại ngày."
        )
    if report.start.year < FIRST_YEAR or report.closing.year > LAST_YEAR:
        raise AppError(
            f"Ngày của báo cáo “{report.subject}” phải từ năm {FIRST_YEAR} đến năm {LAST_YEAR}. Hãy ghi lại ngày."
        )
    if report.due is not None and report.due < report.closing:
        raise AppError(
            f"Hạn gửi {day_text(report.due)} của báo cáo “{report.subject}” đứng trước ngày chốt số liệu "
            f"{day_text(report.closing)}. Hãy ghi lại ngày."
        )
    return report


_NAMED = " về "
_ABOUT = re.compile(r"(?:về|v/v)\s+", re.IGNORECASE)
_TELLING = ("kết quả", "tình hình", "tiến độ", "công tác", "việc", "sơ kết", "tổng kết")
_DOING = (
    "áp dụng", "ban hành", "bảo đảm", "bồi dưỡng", "bố trí", "cải cách", "cập nhật", "chuyển đổi", "cung cấp",
    "đánh giá", "đào tạo", "đầu tư", "đẩy mạnh", "giải ngân", "giải quyết", "hoàn thành", "hỗ trợ", "huy động",
    "kết nối", "khắc phục", "kiểm tra", "làm sạch", "lắp đặt", "nâng cấp", "phát triển", "phổ cập", "phối hợp",
    "phủ sóng", "quán triệt", "rà soát", "sáp nhập", "sắp xếp", "số hóa", "sử dụng", "tập huấn", "thanh toán",
    "thi hành", "thu thập", "thúc đẩy", "thực hiện", "tiếp nhận", "tổ chức", "triển khai", "truyền thông",
    "tuyên truyền", "ứng dụng", "vận hành", "xây dựng", "xử lý",
)  # fmt: skip
"""Doings, of which a report tells the results; of anything else it tells about it (kết quả chữ ký số is no phrase)."""
_ASKED_BY = re.compile(
    r"(?P<number>.+?)(?:\s+ngày\s+(?P<day>[0-9/]+))?(?:,?\s+(?P<about>(?:về|v/v)\s.+))?", re.IGNORECASE
)


def _subject(text: str) -> str:
    """Return what a report is about as it follows `về`."""
    clean = one_line(text)
    clean = clean[found.end() :] if (found := _ABOUT.match(clean)) else clean
    return clean[:1].lower() + clean[1:] if clean.lower().startswith(_TELLING) else clean


def told_by(duty: Duty) -> str:
    """Return what such a report tells: `tình hình an toàn thông tin`, `kết quả phủ sóng 5G`, `về chữ ký số`."""
    subject = duty.name.partition(_NAMED)[2]
    if subject.startswith(_TELLING):
        return subject
    return f"kết quả {subject}" if subject.lower().startswith(_DOING) else f"về {subject}"


def paper_from(text: str) -> Paper:
    """Read which paper asked for a report: `Công văn số 12/SKHCN ngày 01/10/2026 về việc …`; its parts are kept.

    What is no day stays with the number, so that nothing typed is lost.
    """
    clean = one_line(text)
    found = _ASKED_BY.fullmatch(clean)
    if found is None:
        return Paper()
    if found["day"] is None:
        return Paper(found["number"], None, found["about"] or "")
    try:
        day = datetime.strptime(found["day"], "%d/%m/%Y").date()
    except ValueError:
        return Paper(clean)
    return Paper(found["number"], day, found["about"] or "")


def asked_by(report: AdHocReport) -> str:
    """Return the paper that asked for a report as it is cited, empty where none was named."""
    paper = report.paper
    named = paper.number if re.search(r"\bsố\b", paper.number) or not paper.number else f"Văn bản số {paper.number}"
    day = f"ngày {day_text(paper.day)}" if paper.day else ""
    return " ".join(part for part in (named, day, paper.about) if part)


def name_of(report: AdHocReport) -> str:
    """Return how lists name a report: `Báo cáo đột xuất về phủ sóng 5G`."""
    name = name_inside(report)
    return name[:1].upper() + name[1:]


def name_inside(report: AdHocReport) -> str:
    """Return how a sentence names a report: `báo cáo đột xuất về phủ sóng 5G`."""
    return f"báo cáo {KIND_WORDS[report.kind]} {_NAMED.strip()} {report.subject}"


def span_of(report: AdHocReport) -> Span:
    """Return the days of a report."""
    return span_of_days(report.start, report.closing)


def duty_of(report: AdHocReport, plan: Plan, calendars: Mapping[str, str]) -> Duty:
    """Return a report as a duty of its own, which is due once; running totals are those of the plan's first report."""
    usual = next((duty for duty in plan.duties if duty.direction == "outgoing"), None)
    return Duty(
        id=report.key,
        name=name_of(report),
        direction="outgoing",
        frequency="once",
        calendar=calendars.get(usual.id, usual.calendar) if usual else "calendar",
        due=None,
        to=report.recipients,
        by=usual.by if usual else "",
        issuer=report.issuer or (usual.issuer if usual else plan.issuer),
        as_printed=asked_by(report),
    )


def period_of(report: AdHocReport, plan: Plan, calendars: Mapping[str, str], holidays: Holidays) -> ReportingPeriod:
    """Return the one period of a report, with the day until which it was asked for."""
    duty, span, due = duty_of(report, plan, calendars), span_of(report), report.due
    return ReportingPeriod(
        key=f"{duty.id}/{span.key}",
        duty=duty,
        span=span,
        calendar=duty.calendar,
        start=report.start,
        closing=report.closing,
        due=due,
        send_by=max(report.closing, holidays.working_day_up_to(due)) if due else None,
        holidays=holidays,
    )
