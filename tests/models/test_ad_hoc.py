"""Ad hoc reports: what does not fit is said, how they are named, and the duty and period that they become."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.ad_hoc import AdHocReport, asked_by, checked, duty_of, name_of, paper_from, period_of, told_by
from models.calendars import holidays
from models.errors import AppError
from models.facts import Paper
from tests.models.rows import thuan_chau
from tests.models.store.samples import AD_HOC


def test_words_are_tidied() -> None:
    typed = replace(AD_HOC, subject=" Phủ sóng  5G các bản ", recipients=("UBND tỉnh ", " ", "Sở KH&CN"))
    assert checked(typed) == AD_HOC
    assert checked(replace(AD_HOC, due=None)).due is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"subject": " "}, "phải có tên"),
        ({"recipients": (" ",)}, "“Phủ sóng 5G các bản” phải có nơi nhận"),
        ({"closing": date(2026, 6, 30)}, "30/06/2026 .* đứng trước ngày bắt đầu 01/07/2026"),
        ({"start": date(1999, 7, 1)}, "phải từ năm 2000 đến năm 2100"),
        ({"closing": date(2101, 7, 1), "due": None}, "phải từ năm 2000 đến năm 2100"),
        ({"due": date(2026, 9, 29)}, "Hạn gửi 29/09/2026 .* đứng trước ngày chốt số liệu 30/09/2026"),
    ],
)
def test_what_does_not_fit_is_said(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(AppError, match=said):
        checked(replace(AD_HOC, **wrong))


@pytest.mark.parametrize(
    ("typed", "name", "told"),
    [
        ("Tình hình an toàn thông tin", "tình hình an toàn thông tin", "tình hình an toàn thông tin"),
        ("về việc thực hiện Đề án 06", "việc thực hiện Đề án 06", "việc thực hiện Đề án 06"),
        ("V/v Phủ sóng 5G", "Phủ sóng 5G", "kết quả Phủ sóng 5G"),
        ("triển khai 5G", "triển khai 5G", "kết quả triển khai 5G"),
        ("5G về các bản", "5G về các bản", "về 5G về các bản"),
        ("chữ ký số", "chữ ký số", "về chữ ký số"),
    ],
)
def test_the_subject_follows_its_words(typed: str, name: str, told: str) -> None:
    report = checked(replace(AD_HOC, subject=typed))
    assert name_of(report) == f"Báo cáo chuyên đề về {name}"
    assert told_by(duty_of(report, thuan_chau(), {})) == told


@pytest.mark.parametrize(
    ("typed", "paper", "cited"),
    [
        ("", Paper(), ""),
        (
            "Công văn số 12/SKHCN ngày 01/10/2026 về việc báo cáo",
            Paper("Công văn số 12/SKHCN", date(2026, 10, 1), "về việc báo cáo"),
            "Công văn số 12/SKHCN ngày 01/10/2026 về việc báo cáo",
        ),
        ("12/SKHCN", Paper("12/SKHCN"), "Văn bản số 12/SKHCN"),
        ("Công văn số 1 về 5G", Paper("Công văn số 1", None, "về 5G"), "Công văn số 1 về 5G"),
        ("Công văn số 1 ngày 31/02/2026", Paper("Công văn số 1 ngày 31/02/2026"), "Công văn số 1 ngày 31/02/2026"),
    ],
)
def test_the_paper_that_asked_is_read_and_cited(typed: str, paper: Paper, cited: str) -> None:
    assert paper_from(typed) == paper
    assert asked_by(replace(AD_HOC, paper=paper)) == cited


def without_issuer() -> AdHocReport:
    return replace(AD_HOC, issuer="", due=None)


def test_it_is_counted_and_signed_as_the_usual_report_is() -> None:
    plan, report = thuan_chau(), without_issuer()
    duty = duty_of(report, plan, {"bao-cao-thang": "decree"})
    assert (duty.calendar, duty.issuer, duty.by) == ("decree", "UBND xã Thuận Châu", "Phòng Văn hóa - Xã hội")
    alone = duty_of(report, replace(plan, duties=()), {})
    assert (alone.calendar, alone.issuer, alone.by) == ("calendar", plan.issuer, "")
    assert duty_of(AD_HOC, plan, {}).issuer == "UBND xã"


def test_its_days_are_those_asked_for() -> None:
    period = period_of(AD_HOC, thuan_chau(), {}, holidays())
    assert period.key == "dx-1/2026-07-01..2026-09-30"
    assert (period.due, period.send_by) == (date(2026, 10, 10), date(2026, 10, 9))  # 10/10/2026 is a Saturday
    weekend = replace(AD_HOC, closing=date(2026, 10, 10))
    assert period_of(weekend, thuan_chau(), {}, holidays()).send_by == date(2026, 10, 10)
    undated = period_of(without_issuer(), thuan_chau(), {}, holidays())
    assert (undated.due, undated.send_by) == (None, None)
