"""What sections IV and V say where the officer has not written them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from exporters.proposed_sentences import next_task_sentences, proposal_sentences
from exporters.report import blank_words, report_document
from models.actuals import Progress
from models.calendars import holidays, parse_span
from models.duties import reporting_period
from models.facts import Extension, Facts
from models.plans import DueRule, TaskRow
from models.reports import Records, Report, build_report
from tests.exporters.five_plans import plan
from tests.exporters.small_reports import now, plan_with, report_of, share
from tests.exporters.test_task_sentences import ALWAYS, OPEN_DATA, WAITING, YEARLY, named, of
from tests.models.rows import record

NOVEMBER = named("5", "Xây dựng kế hoạch năm sau", y2030="Tháng 11 hàng năm")
EARLIER = named("6", "Rà soát quy trình", y2025="x", y2030="x")


def said(report: Report) -> list[str]:
    """Return the texts of section IV."""
    return [paragraph.text for paragraph in next_task_sentences(report)]


def of_the_year(*tasks: TaskRow, progress: tuple[Progress, ...] = (), facts: Facts | None = None) -> Report:
    """Return the report of the year 2026, which closes on 14/12."""
    year = reporting_period(plan("thuan-chau").duty("bao-cao-nam"), parse_span("2026"), "decree", holidays())
    records = {row.key: tuple(one for one in progress if one.row_key == row.key) for row in tasks}
    own = report_of().office
    return build_report(plan_with(tasks=tasks), year, Records({}, records), own, {}, facts=facts or Facts())


def test_what_falls_due_next_month_is_proposed_with_its_time_and_lead() -> None:
    assert said(report_of(tasks=[NOVEMBER, YEARLY, ALWAYS, WAITING])) == [
        "Hoàn thành nhiệm vụ đến hạn: xây dựng kế hoạch năm sau (hạn tháng 11/2026, Phòng Kinh tế chủ trì)."
    ]
    done = of("5", record("2026", done=True))
    assert said(report_of(tasks=[NOVEMBER], progress=[done])) == []


def test_what_is_late_or_left_over_comes_first_with_the_step_recorded() -> None:
    late = of("2", record("2025", percent=70), next_step="Xong trước ngày 30/11/2026.")
    paragraphs = said(report_of(tasks=[OPEN_DATA, replace(EARLIER, lead="")], progress=[late]))
    assert paragraphs == [
        "Hoàn thành 02 nhiệm vụ quá hạn, tồn đọng:",
        "- Kết nối dữ liệu (Phòng Kinh tế chủ trì); xong trước ngày 30/11/2026.",
        "- Rà soát quy trình.",
    ]


def test_a_long_list_refers_to_the_appendix() -> None:
    rows = [replace(NOVEMBER, key=str(n), number=str(n)) for n in range(7)]
    assert said(report_of(tasks=rows))[-1] == "- Và 02 nhiệm vụ khác (chi tiết tại Phụ lục II)."


def test_the_year_ahead_asks_for_its_own_yearly_rounds() -> None:
    done = of("5", record("2026", done=True, done_on=date(2026, 11, 20)))
    assert said(of_the_year(YEARLY, NOVEMBER, progress=(done,))) == [
        "Hoàn thành nhiệm vụ đến hạn: xây dựng kế hoạch năm sau (hạn tháng 11/2027, Phòng Kinh tế chủ trì).",
        "Hoàn thành phần việc năm 2027 của 01 nhiệm vụ hằng năm.",
    ]
    last = named("7", "Cấp chứng thư số", y2030="2025-2026")
    assert said(of_the_year(last)) == [
        "Hoàn thành nhiệm vụ đến hạn: cấp chứng thư số (hạn năm 2026, Phòng Kinh tế chủ trì)."
    ]


def test_a_round_that_was_put_off_is_named_with_its_new_day() -> None:
    facts = Facts(extensions=(Extension("1", "2026", date(2026, 11, 20)),))
    own = report_of(tasks=[YEARLY])
    report = build_report(own.plan, own.period, Records({}, {}), own.office, {}, facts=facts)
    assert said(report) == [
        "Hoàn thành nhiệm vụ đến hạn: hội nghị hằng năm (hạn năm 2026, gia hạn đến 20/11/2026, Phòng Kinh tế chủ trì)."
    ]


def test_tasks_without_a_day_are_counted_when_the_plans_year_ends() -> None:
    own = plan("phong-tho")
    november = reporting_period(own.duty("bao-cao-thang"), parse_span("2026-11"), "calendar", holidays())
    report = build_report(own, november, Records({}, {}), report_of().office, {}, facts=Facts())
    assert any(text.endswith("không ấn định ngày của năm 2026.") for text in said(report))


def test_proposals_recorded_with_rows_write_section_five_each_once() -> None:
    rate = share("a", "Tỷ lệ phủ sóng 5G", {2030: "100%"})
    figure = replace(now("a", "30"), proposal="đề nghị VNPT lắp thêm trạm.")
    same = [of(key, record("2026", text="Đang làm"), proposal="Đề nghị tỉnh hỗ trợ") for key in ("1", "5")]
    report = report_of([rate], [figure], [YEARLY, NOVEMBER], same)
    assert [one.text for one in proposal_sentences(report)] == [
        "Đề nghị VNPT lắp thêm trạm.",
        "Đề nghị tỉnh hỗ trợ.",
    ]
    assert blank_words(report) == ("I", "III")


def test_what_the_officer_wrote_stands_in_place_of_what_was_proposed() -> None:
    report = report_of(tasks=[NOVEMBER], words={"IV": "Kiểm tra 06 đơn vị."})
    body = [block.text for block in report_document(report).sections[0].blocks if hasattr(block, "text")]
    assert body[body.index("IV. NHIỆM VỤ TRỌNG TÂM THÁNG 11 NĂM 2026") + 1] == "Kiểm tra 06 đơn vị."
    assert not any("đến hạn: xây dựng" in text for text in body)


def test_the_next_period_ends_on_its_own_closing_day() -> None:
    own = report_of(tasks=[YEARLY])
    half = replace(own.plan.duty("bao-cao-6-thang"), due=DueRule(15, 6))  # 14/6/2027 is the last day to send
    duties = tuple(half if duty.id == half.id else duty for duty in own.plan.duties)
    period = reporting_period(half, parse_span("2026-H2"), "decree", holidays())

    def proposed(day: int) -> list[str]:
        facts = Facts(extensions=(Extension("1", "2026", date(2027, 6, day)),))
        office, records = own.office, Records({}, {})
        return said(build_report(replace(own.plan, duties=duties), period, records, office, {}, facts=facts))

    assert proposed(11)[0].startswith("Hoàn thành nhiệm vụ đến hạn: hội nghị hằng năm (hạn năm 2026, gia hạn đến")
    assert proposed(13) == []


def test_the_line_before_a_list_of_tasks_keeps_with_its_first_item() -> None:
    rows = [replace(NOVEMBER, key=key, number=key) for key in ("6", "7")]
    assert [one.keep_with_next for one in next_task_sentences(report_of(tasks=rows))] == [True, False, False]


def test_what_begins_with_completing_is_not_completed_twice() -> None:
    own = replace(NOVEMBER, name="Hoàn thành kết nối dữ liệu")
    assert said(report_of(tasks=[own])) == [
        "Thực hiện nhiệm vụ đến hạn: hoàn thành kết nối dữ liệu (hạn tháng 11/2026, Phòng Kinh tế chủ trì)."
    ]
