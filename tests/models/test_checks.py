"""Warnings about figures and progress."""

from dataclasses import replace
from datetime import timedelta

import pytest

from models.actuals import Actual, Progress
from models.checks import Warning, check_done, check_figure, check_progress
from models.plans import IndicatorRow
from models.progress import status
from models.schedules import stages
from tests.models.rows import CLOSING, COLUMNS, figure, indicator, month, record, task

RATE = indicator({2030: "100%"})
COUNT = indicator({2030: "≥ 5"}, unit="doanh nghiệp", name="Số doanh nghiệp khoa học và công nghệ")
EACH_YEAR = indicator({2030: "≥ 5"}, unit="bài viết", measure="within", name="Số bài viết mỗi năm")
WORDS = indicator({2025: "Sử dụng hệ thống hiện có", 2030: "Duy trì"}, unit="")


def _of(row: IndicatorRow, now: Actual, before: Actual | None = None, unit: str | None = None) -> list[Warning]:
    return list(check_figure(row, now, before, "V.4", unit))


def test_a_share_over_100_per_cent_is_grave() -> None:
    (warning,) = _of(RATE, figure("104.9"))
    assert (warning.kind, warning.grave, warning.row_key) == ("over_hundred", True, "ct")
    assert warning.sentence == "Chỉ tiêu V.4: kết quả 104,9% vượt quá 100%; hãy kiểm tra lại số liệu."


def test_a_part_greater_than_its_whole_is_grave() -> None:
    (warning,) = _of(RATE, figure(ratio=(1710, 1452)))
    assert (warning.kind, warning.grave) == ("over_whole", True)
    assert warning.sentence == "Chỉ tiêu V.4: tử số 1.710 lớn hơn mẫu số 1.452; hãy kiểm tra lại hai số này."


@pytest.mark.parametrize(
    ("row", "before", "now", "kind", "words"),
    [
        (RATE, "96.8", "84.9", "fell", "kết quả giảm 11,9 điểm phần trăm so với kỳ trước (từ 96,8% xuống 84,9%)"),
        (RATE, "50", "60", "jumped", "kết quả tăng 10 điểm phần trăm so với kỳ trước (từ 50% lên 60%)"),
        (COUNT, "4", "2", "fell", "kết quả giảm 2 doanh nghiệp so với kỳ trước (từ 4 xuống 2)"),
        (COUNT, "4", "6", "jumped", "kết quả tăng 2 doanh nghiệp so với kỳ trước (từ 4 lên 6)"),
    ],
)
def test_a_state_that_moved_far_is_asked_about(row: IndicatorRow, before: str, now: str, kind: str, words: str) -> None:
    (warning,) = _of(row, figure(now), figure(before, span=month(9)))
    assert (warning.kind, warning.grave) == (kind, False)
    assert words in warning.sentence


@pytest.mark.parametrize(
    ("row", "before", "now"),
    [(RATE, "96.8", "86.9"), (COUNT, "4", "5"), (COUNT, "0", "0"), (EACH_YEAR, "9", "1"), (RATE, None, "90")],
)
def test_small_moves_and_counts_of_a_month_are_not(row: IndicatorRow, before: str | None, now: str) -> None:
    assert _of(row, figure(now), figure(before, span=month(9)) if before else None) == []


def test_an_estimate_is_named_until_the_official_figure_comes() -> None:
    (warning,) = _of(RATE, figure("90", estimate=True))
    assert warning.kind == "estimate"
    assert "số ước" in warning.sentence


@pytest.mark.parametrize(
    ("row", "unit", "wrong"),
    [(RATE, "%", False), (COUNT, " Doanh  nghiệp", False), (COUNT, "%", True), (WORDS, "%", True), (WORDS, "", False)],
)
def test_another_unit_than_the_plans_is_named(row: IndicatorRow, unit: str, wrong: bool) -> None:
    now = figure(text="Đã có") if row is WORDS else figure("4")
    assert [warning.kind for warning in _of(row, now, unit=unit)] == (["unit"] if wrong else [])


def test_words_where_a_number_is_asked_are_named() -> None:
    assert [warning.kind for warning in _of(RATE, figure(text="đã đạt"))] == ["words"]
    assert _of(WORDS, figure(text="đã đạt")) == _of(indicator({}), figure(text="đã đạt")) == []


def _progress(deliverable: str, *records: Progress) -> list[Warning]:
    row = task(deliverable, y2025="x", y2030="x")
    return list(check_progress(row, status(row, stages(row, tuple(COLUMNS.values())), records, CLOSING), "I.1.2"))


def test_a_finished_task_without_its_deliverables_number_is_named() -> None:
    (warning,) = _progress("Kế hoạch", record("2025-2030", done=True))
    assert (warning.kind, warning.grave) == ("deliverable", False)
    assert warning.sentence.startswith(
        "Nhiệm vụ I.1.2 đã hoàn thành nhưng chưa ghi số, ký hiệu của sản phẩm “Kế hoạch”"
    )


def test_a_number_in_an_earlier_record_or_no_product_at_all_is_enough() -> None:
    numbered = record("2025-2030", number="215/KH-UBND", span=month(9))
    assert _progress("Kế hoạch", numbered, record("2025-2030", done=True)) == []
    assert _progress("Kế hoạch", record("2025-2030", percent=50)) == []
    for product in ("", "Tháng 8/2025"):
        assert _progress(product, record("2025-2030", done=True)) == []


def test_a_task_done_without_a_day_after_its_deadline_is_asked_for_it() -> None:
    row = task("", y2025="Tháng 9/2025")
    told = status(row, stages(row, tuple(COLUMNS.values())), [record("2025", done=True)], CLOSING)
    (warning,) = check_progress(row, told, "phát sinh 1")
    assert (warning.kind, warning.grave) == ("done_day", False)
    assert warning.sentence.startswith(
        "Nhiệm vụ phát sinh 1 ghi hoàn thành nhưng chưa ghi ngày, trong khi hạn là 30/09/2025; hãy ghi ngày"
    )


@pytest.mark.parametrize(
    ("done", "percent", "words"),
    [
        (True, 40, "ghi hoàn thành nhưng tỷ lệ hoàn thành là 40%"),
        (False, 100, "ghi chưa hoàn thành nhưng tỷ lệ hoàn thành là 100%"),
    ],
)
def test_what_is_done_and_its_share_of_work_agree(done: bool, percent: int, words: str) -> None:
    (warning,) = check_done(record("2025", done=done, percent=percent), "I.1.2")
    assert (warning.kind, warning.row_key, warning.grave) == ("done_percent", "nv", False)
    assert words in warning.sentence


def test_a_day_after_the_period_closed_is_grave() -> None:
    (warning,) = check_done(record("2025", done=True, done_on=CLOSING + timedelta(days=5)), "I.1.2")
    assert (warning.kind, warning.grave) == ("done_after", True)
    assert "ngày hoàn thành 05/11/2026 sau ngày chốt số liệu 31/10/2026" in warning.sentence
    for told in (
        record("2025", done=True, percent=100, done_on=CLOSING),
        record("2025", done=False, percent=40),
        record("2025", done=True),
        record("2025", percent=100),
    ):
        assert check_done(told, "I.1.2") == ()


@pytest.mark.parametrize(
    ("row", "now", "shown"),
    [(RATE, figure("-5"), "-5%"), (COUNT, figure("-3"), "-3"), (RATE, figure(ratio=(-1, 20)), "-5%")],
)
def test_less_than_nothing_is_grave(row: IndicatorRow, now: Actual, shown: str) -> None:
    (warning,) = _of(row, now)
    assert (warning.kind, warning.grave) == ("negative", True)
    assert f"kết quả {shown} nhỏ hơn 0" in warning.sentence


def test_what_grows_may_shrink() -> None:
    assert _of(indicator({2030: "7%"}, name="Tốc độ tăng trưởng doanh thu"), figure("-5")) == []


def test_half_an_initiative_is_asked_about() -> None:
    initiatives = indicator({2030: "≥ 5"}, unit="sáng kiến", name="Số sáng kiến")
    (warning,) = _of(initiatives, figure("2.5"))
    assert (warning.kind, warning.grave) == ("fraction", False)
    assert "kết quả 2,5 sáng kiến không phải số nguyên" in warning.sentence
    assert _of(initiatives, figure("2")) == _of(indicator({2030: "≥ 5"}, unit="ha"), figure("2.5")) == []
    assert _of(RATE, figure("2.5")) == _of(initiatives, figure(text="")) == []


def test_the_sentence_names_the_row_it_is_given() -> None:
    row = replace(RATE, key="ct-V.4")
    assert check_figure(row, figure("101"), None, "V.4")[0].row_key == "ct-V.4"
