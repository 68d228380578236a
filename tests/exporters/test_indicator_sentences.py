"""Section II.1 as an officer reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from exporters.indicator_sentences import indicator_sentences
from exporters.own_sentences import own_sentences
from models.actuals import Actual, FigureState
from models.calendars import holidays, parse_span
from models.duties import reporting_period
from models.plans import IndicatorRow
from models.reports import Records, Report, build_report
from tests.exporters.small_reports import before, now, plan_with, report_of, share
from tests.models.rows import thuan_chau

FIVE_G = share("a", "Tỷ lệ phủ sóng 5G", {2025: "≥ 15%", 2030: "100%"})
FILES = share("b", "Tỷ lệ hồ sơ được số hóa", {2025: "≥ 95%", 2030: "100%"})
SIX_G = share("c", "Tỷ lệ phủ sóng 6G", {2035: "50%"})
HOMES = share("d", "Hộ gia đình có điện thoại thông minh", {2025: "100%"})
FIRMS = IndicatorRow(
    key="e",
    kind="indicator",
    number="1",
    parent=None,
    name="Số doanh nghiệp khoa học và công nghệ",
    unit="doanh nghiệp",
    targets={2030: "≥ 2"},
)


def said(report: Report) -> list[str]:
    """Return the paragraphs' texts."""
    return [paragraph.text for paragraph in indicator_sentences(report)]


def test_a_plan_without_any_indicator_says_so() -> None:
    assert said(report_of()) == ["Kế hoạch không có chỉ tiêu nào."]


def test_nothing_recorded_says_so_without_a_zero() -> None:
    first, last = said(report_of([FIVE_G, SIX_G]))
    assert first == (
        "Kế hoạch có 02 chỉ tiêu. 01 chỉ tiêu có mục tiêu đến hết năm 2030 chưa có số liệu. "
        "Có 01 chỉ tiêu chưa đến giai đoạn thực hiện."
    )
    assert last == "Chỉ tiêu phủ sóng 5G chưa có số liệu."


def test_several_without_figures_stand_in_one_sentence() -> None:
    first, last = said(report_of([FIVE_G, FILES]))
    assert first == "Kế hoạch có 02 chỉ tiêu. Cả 02 chỉ tiêu có mục tiêu đến hết năm 2030 đều chưa có số liệu."
    assert last == "Các chỉ tiêu chưa có số liệu: phủ sóng 5G; hồ sơ được số hóa."


def test_of_a_long_plan_without_any_figure_only_what_was_recorded_is_named() -> None:
    rows = [share(str(n), f"Tỷ lệ {n} đạt", {2030: "100%"}) for n in range(7)]
    assert len(said(report_of(rows))) == 1
    asked = now("3", state=FigureState.NOT_REPORTED, difficulty="Do Trạm Y tế chưa gửi.", note="Đã đôn đốc")
    assert said(report_of(rows, [asked]))[1:] == ["Chỉ tiêu 3 đạt chưa có số liệu, do Trạm Y tế chưa gửi; đã đôn đốc."]
    last = said(report_of(rows, [now("3", "50")]))[-1]
    assert last.endswith("; 5 đạt; và 01 chỉ tiêu khác (chi tiết tại Phụ lục I).")


def test_a_missing_figure_with_a_note_tells_what_was_done() -> None:
    told = now("a", state=FigureState.NOT_REPORTED, note="UBND xã đã đề nghị VNPT cung cấp.")
    assert said(report_of([FIVE_G], [told]))[-1] == (
        "Chỉ tiêu phủ sóng 5G chưa có số liệu; UBND xã đã đề nghị VNPT cung cấp."
    )


def test_a_shortfall_tells_the_fall_the_passed_target_and_the_cause() -> None:
    figures = [before("b", "96.8"), now("b", ratio=(1452, 1710), difficulty="Do máy quét hỏng từ ngày 06/10.")]
    assert said(report_of([FILES], figures))[-1] == (
        "Chỉ tiêu còn thấp: hồ sơ được số hóa đạt 84,9% (1.452/1.710), giảm 11,9 điểm phần trăm so với tháng 9, "
        "thấp hơn mục tiêu đến hết năm 2025 (≥\u00a095%), do máy quét hỏng từ ngày 06/10."
    )


def test_what_was_newly_reached_comes_before_what_only_rose() -> None:
    figures = [before("a", "28.5"), now("a", "32.5"), before("b", "95.7"), now("b", ratio=(92, 92))]
    counts, notable = said(report_of([FIVE_G, FILES], figures))
    assert "có 01 chỉ tiêu đã đạt (50%); 01 chỉ tiêu đang thực hiện" in counts
    assert notable == (
        "Kết quả nổi bật: hồ sơ được số hóa đạt 100% (92/92), tăng 4,3 điểm phần trăm so với tháng 9; "
        "phủ sóng 5G đạt 32,5%, tăng 4,0 điểm phần trăm so với tháng 9."
    )


def test_a_count_changes_by_its_unit_and_exceeding_is_told() -> None:
    counts, notable = said(report_of([FIRMS], [before("e", "1"), now("e", "3")]))
    assert counts.endswith("Kế hoạch có 01 chỉ tiêu, có mục tiêu đến hết năm 2030, đã đạt và vượt mục tiêu.")
    assert notable == (
        "Kết quả nổi bật: số doanh nghiệp khoa học và công nghệ đạt 03 doanh nghiệp, "
        "tăng 02 doanh nghiệp so với tháng 9."
    )


def test_an_estimate_is_called_one() -> None:
    notable = said(report_of([FIVE_G], [before("a", "28.5"), now("a", "32.5", estimate=True)]))[1]
    assert notable.startswith("Kết quả nổi bật: phủ sóng 5G ước đạt 32,5%, tăng")


def test_a_change_below_the_shown_decimals_is_not_told() -> None:
    assert len(said(report_of([FIVE_G], [before("a", "32.51"), now("a", "32.51")]))) == 1
    text = said(report_of([FIVE_G], [before("a", "32.50"), now("a", "32.51")]))[1]
    assert text == "Kết quả nổi bật: phủ sóng 5G đạt 32,51%."


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (("3", "3", "3"), "Cả 03 chỉ tiêu có mục tiêu đến hết năm 2030 đều đã đạt và vượt mục tiêu."),
        (("3", "2", "2"), "Cả 03 chỉ tiêu có mục tiêu đến hết năm 2030 đều đã đạt, trong đó 01 chỉ tiêu vượt."),
        (("3", "1", "1"), "có 01 chỉ tiêu đã đạt (33,3%), vượt mục tiêu; 02 chỉ tiêu đang thực hiện."),
        (("3", "3", "1"), "có 02 chỉ tiêu đã đạt (66,7%), đều vượt mục tiêu; 01 chỉ tiêu đang thực hiện."),
    ],
)
def test_all_and_one_are_told_as_such(values: tuple[str, ...], told: str) -> None:
    rows = [replace(FIRMS, key=str(at)) for at in range(len(values))]
    text = said(report_of(rows, [now(str(at), value) for at, value in enumerate(values)]))[0]
    assert text.endswith(told)


@pytest.mark.parametrize(("value", "ending"), [("100", "đạt"), ("98", "không đạt")])
def test_an_ended_indicator_tells_how_it_ended(value: str, ending: str) -> None:
    words = said(report_of([HOMES], [now("d", value)]))[0]
    assert words == f"Kế hoạch có 01 chỉ tiêu của năm 2025, đã kết thúc, {ending} mục tiêu."
    assert (
        f"Có 01 chỉ tiêu của năm 2025 đã kết thúc, {ending} mục tiêu."
        in said(report_of([HOMES, FIVE_G], [now("d", value)]))[0]
    )


def test_ended_indicators_that_ended_alike_need_no_brackets() -> None:
    rows = [HOMES, replace(HOMES, key="d2")]
    assert "02 chỉ tiêu của năm 2025 đã kết thúc, đều chưa có số liệu." in said(report_of(rows))[0]
    mixed = said(report_of(rows, [now("d", "100"), now("d2", "98")]))[0]
    assert mixed.endswith("02 chỉ tiêu của năm 2025 đã kết thúc (01 chỉ tiêu đạt, 01 chỉ tiêu không đạt).")


def test_a_shortfall_with_a_recorded_cause_is_named_before_those_without() -> None:
    rows = [share(str(n), f"Tỷ lệ {n} đạt", {2025: "≥ 95%", 2030: "100%"}) for n in range(7)]
    figures = [now(row.key, "10", difficulty="máy hỏng" if row.key == "6" else "") for row in rows]
    assert said(report_of(rows, figures))[-1].startswith("Chỉ tiêu còn thấp: 6 đạt đạt 10%")


def test_a_name_that_ensures_something_is_told_by_what_it_ensures() -> None:
    row = share("a", "Bảo đảm nhiệm vụ được theo dõi", {2030: "100%"})
    text = said(report_of([row], [before("a", "90"), now("a", "95")]))[1]
    assert text == "Kết quả nổi bật: nhiệm vụ được theo dõi đạt 95%, tăng 5,0 điểm phần trăm so với tháng 9."


def test_a_long_list_of_shortfalls_refers_to_the_appendix() -> None:
    rows = [share(str(n), f"Tỷ lệ {n} đạt", {2025: "≥ 95%", 2030: "100%"}) for n in range(7)]
    text = said(report_of(rows, [now(row.key, "10") for row in rows]))[-1]
    assert text.count("thấp hơn mục tiêu") == 5
    assert text.endswith("; và 02 chỉ tiêu khác (chi tiết tại Phụ lục I).")


def test_what_nobody_can_judge_is_counted_with_its_reason() -> None:
    printed = IndicatorRow("g", "indicator", "1", None, "Thu nhập từ kinh tế số", targets={2030: ">00"})
    text = said(report_of([printed, FIVE_G], [now("a", state=FigureState.NOTHING_HAPPENED)]))[0]
    assert text == "Kế hoạch có 02 chỉ tiêu. Có 01 chỉ tiêu chưa có cơ sở đánh giá; 01 chỉ tiêu không phát sinh."


def test_january_is_held_against_december_of_the_year_before() -> None:
    january = reporting_period(thuan_chau().duty("bao-cao-thang"), parse_span("2026-01"), "calendar", holidays())
    december = replace(before("a", "28.5"), start=date(2025, 12, 1), as_of=date(2025, 12, 31))
    figures = (december, replace(now("a", "32.5"), start=january.start, as_of=january.closing))
    report = build_report(plan_with([FIVE_G]), january, Records({"a": figures}, {}), report_of().office, {})
    assert said(report)[1].endswith("phủ sóng 5G đạt 32,5%, tăng 4,0 điểm phần trăm so với tháng 12/2025.")


def test_a_yearly_target_is_told_with_the_total_of_the_year() -> None:
    articles = IndicatorRow(
        "h", "indicator", "1", None, "Số bài viết mỗi năm", "bài viết", "within", targets={2025: "≥ 2", 2030: "≥ 5"}
    )
    december = reporting_period(thuan_chau().duty("bao-cao-thang"), parse_span("2026-12"), "calendar", holidays())
    quarter = replace(now("h", "1"), as_of=december.closing)
    report = build_report(plan_with([articles]), december, Records({"h": (quarter,)}, {}), report_of().office, {})
    shortfall = "thấp hơn mục tiêu đến hết năm 2025 (≥\u00a02)."
    assert (
        said(report)[-1] == f"Chỉ tiêu còn thấp: số bài viết mỗi năm đạt 01 bài viết (lũy kế từ đầu năm), {shortfall}"
    )
    year = reporting_period(thuan_chau().duty("bao-cao-nam"), parse_span("2026"), "calendar", holidays())
    report = build_report(plan_with([articles]), year, Records({"h": (quarter,)}, {}), report_of().office, {})
    assert said(report)[-1] == f"Chỉ tiêu còn thấp: số bài viết mỗi năm đạt 01 bài viết, {shortfall}"


def test_words_that_were_refused_at_the_years_end_are_told_without_a_figure() -> None:
    slogan = "Thực hiện có hiệu quả các chương trình do tỉnh triển khai"
    row = IndicatorRow("w", "indicator", "1", None, slogan, targets={2026: slogan})
    december = reporting_period(thuan_chau().duty("bao-cao-thang"), parse_span("2026-12"), "calendar", holidays())
    refused = replace(
        now("w", text="Chưa có chương trình", reached=False), start=december.start, as_of=december.closing
    )
    report = build_report(plan_with([row]), december, Records({"w": (refused,)}, {}), report_of().office, {})
    assert said(report)[-1] == (
        "Chỉ tiêu còn thấp: thực hiện có hiệu quả các chương trình do tỉnh triển khai: chưa có chương trình, "
        "thấp hơn mục tiêu đến hết năm 2026."
    )


def test_what_cannot_be_added_up_is_not_held_against_the_month_before() -> None:
    row = IndicatorRow("k", "indicator", "1", None, "Số buổi tập huấn", "buổi", measure="within", targets={2026: "12"})
    december = reporting_period(thuan_chau().duty("bao-cao-thang"), parse_span("2026-12"), "calendar", holidays())
    one, two = Decimal(1), Decimal(2)
    own = Actual("k", december.start, december.closing, numerator=one, denominator=two, reached=False)
    records = Records({"k": (before("k", "5"), own)}, {})
    report = build_report(plan_with([row]), december, records, report_of().office, {})
    assert report.indicators[0].running is None
    assert said(report)[-1].startswith("Chỉ tiêu còn thấp: số buổi tập huấn đạt 0,5 buổi (1/2), thấp hơn mục tiêu")


def test_a_risen_rank_is_told_by_its_place() -> None:
    rank = IndicatorRow("r", "indicator", "1", None, "Xếp hạng chuyển đổi số", "Thứ bậc", targets={2030: "Top 20"})
    text = said(report_of([rank], [before("r", "24"), now("r", "18")]))[1]
    assert text == "Kết quả nổi bật: xếp hạng chuyển đổi số đứng thứ 18, tăng 06 bậc so với tháng 9."


def test_rows_beneath_a_numbered_heading_are_parts_and_those_beneath_a_bullet_are_not() -> None:
    rows = [IndicatorRow("g", "group", "7", None, "Các chỉ tiêu"), replace(FIVE_G, parent="g")]
    assert said(report_of(rows))[0].startswith("Kế hoạch có 01 chỉ tiêu (trong đó có 01 chỉ tiêu thành phần), ")
    rows = [replace(rows[0], number="-"), rows[1]]
    assert said(report_of(rows))[0].startswith("Kế hoạch có 01 chỉ tiêu, ")


def test_where_less_is_better_a_high_figure_is_not_called_low() -> None:
    row = share("l", "Tỷ lệ hồ sơ trễ hạn", {2025: "≤ 5%", 2030: "≤ 1%"})
    assert said(report_of([row], [before("l", "4.1"), now("l", "6.2")]))[-1] == (
        "Chỉ tiêu chưa đạt: hồ sơ trễ hạn ở mức 6,2%, tăng 2,1 điểm phần trăm so với tháng 9, "
        "chưa đạt mục tiêu đến hết năm 2025 (≤\u00a05%)."
    )


def test_a_plan_whose_indicators_all_wait_says_so_in_one_stroke() -> None:
    assert said(report_of([SIX_G, replace(SIX_G, key="c2")])) == [
        "Kế hoạch có 02 chỉ tiêu. Cả 02 chỉ tiêu đều chưa đến giai đoạn thực hiện."
    ]


def test_what_was_counted_is_written_as_the_office_writes_counts() -> None:
    report = replace(report_of([FIRMS], [before("e", "1"), now("e", "3")]), two_digits=False)
    assert own_sentences(report, "II.1")[-1].text.endswith("đạt 3 doanh nghiệp, tăng 2 doanh nghiệp so với tháng 9.")
