"""Section II.2 as an officer reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from exporters.task_sentences import task_sentences
from models.actuals import Progress
from models.facts import Facts
from models.plans import TaskRow
from models.reports import Records, Report, build_report
from tests.exporters.small_reports import report_of
from tests.models.rows import COLUMNS, record, task

LEAD = "Phòng Kinh tế"


def named(key: str, name: str, **schedule: str) -> TaskRow:
    """Return a task led by Phòng Kinh tế."""
    return replace(task(**schedule), key=key, name=name, lead=LEAD, number=key)


def of(key: str, progress: Progress, **more: object) -> Progress:
    """Return progress as that of another task."""
    return replace(progress, row_key=key, **more)  # type: ignore[arg-type]


def said(report: Report) -> list[str]:
    """Return the paragraphs' texts."""
    return [paragraph.text for paragraph in task_sentences(report)]


YEARLY = named("1", "Hội nghị hằng năm", y2030="Hàng năm")
OPEN_DATA = named("2", "Kết nối dữ liệu.\n- Phần sau", y2025="Tháng 9/2026", y2030="x")
ALWAYS = named("3", "Tập huấn", y2030="Thường xuyên")
WAITING = named("4", "Ban hành quy định", y2030="Sau khi tỉnh ban hành Đề án")


def test_the_columns_of_the_small_plan_are_thuan_chaus() -> None:
    assert list(COLUMNS) == [column.id for column in report_of().plan.schedule_columns]


def test_every_state_is_counted_and_nothing_done_is_said_in_words() -> None:
    (text,) = said(report_of(tasks=[YEARLY, ALWAYS, WAITING]))
    assert text == (
        "Trong 03 nhiệm vụ, chưa có nhiệm vụ nào hoàn thành; 01 nhiệm vụ chưa triển khai, chưa đến hạn; "
        "01 nhiệm vụ thuộc diện thường xuyên, chưa triển khai; 01 nhiệm vụ chờ văn bản cấp trên."
    )


def test_done_in_one_way_needs_no_brackets_and_tells_the_yearly_rounds() -> None:
    done = of("1", record("2026", done=True, done_on=date(2026, 10, 5)))
    (text,) = said(report_of(tasks=[YEARLY], progress=[done]))
    assert text == ("Kế hoạch có 01 nhiệm vụ, đã hoàn thành đúng hạn, là nhiệm vụ hằng năm đã xong phần việc năm 2026.")


def test_tasks_that_all_stand_alike_are_told_in_one_stroke() -> None:
    rows = [YEARLY, replace(YEARLY, key="9", number="9")]
    assert said(report_of(tasks=rows)) == ["Cả 02 nhiệm vụ đều chưa triển khai, chưa đến hạn."]
    done = [of(row.key, record("2026", done=True, done_on=date(2026, 10, 5))) for row in rows]
    assert said(report_of(tasks=[*rows, ALWAYS], progress=done))[0].startswith(
        "Trong 03 nhiệm vụ, có 02 nhiệm vụ hoàn thành đúng hạn, đều là nhiệm vụ hằng năm đã xong phần việc năm 2026;"
    )
    assert said(report_of()) == ["Kế hoạch không có nhiệm vụ nào."]


def test_what_was_done_without_a_day_is_not_called_late() -> None:
    done = of("2", record("2025", done=True))
    assert said(report_of(tasks=[OPEN_DATA], progress=[done])) == [
        "Kế hoạch có 01 nhiệm vụ, đã hoàn thành, chưa ghi ngày hoàn thành."
    ]
    dated = of("1", record("2026", done=True))
    (text,) = said(report_of(tasks=[OPEN_DATA, YEARLY, ALWAYS], progress=[done, dated]))
    assert "có 02 nhiệm vụ hoàn thành (01 đúng hạn, 01 chưa ghi ngày hoàn thành)" in text


def test_none_is_known_to_be_done_where_some_were_not_declared_yet() -> None:
    own = report_of(tasks=[OPEN_DATA, YEARLY])
    facts = Facts(declared_from=date(2026, 10, 15))
    (text,) = said(build_report(own.plan, own.period, Records({}, {}), own.office, {}, facts=facts))
    assert text == (
        "Trong 02 nhiệm vụ, chưa ghi nhận nhiệm vụ nào hoàn thành; 01 nhiệm vụ chưa triển khai, chưa đến hạn; "
        "01 nhiệm vụ chưa khai báo kết quả."
    )


def test_an_overdue_task_tells_its_deadline_its_share_its_cause_and_the_next_step() -> None:
    late = of(
        "2",
        record("2025", percent=70),
        difficulty="Hệ thống của tỉnh đang nâng cấp.",
        next_step="Phấn đấu hoàn thành trước ngày 30/11/2026",
    )
    text = said(report_of(tasks=[OPEN_DATA], progress=[late]))[1]
    assert text == (
        "Nhiệm vụ quá hạn: kết nối dữ liệu (hạn tháng 9/2026, Phòng Kinh tế chủ trì), đạt khoảng 70% khối lượng "
        "do hệ thống của tỉnh đang nâng cấp; phấn đấu hoàn thành trước ngày 30/11/2026."
    )


def test_a_paper_is_named_by_its_symbol_and_only_in_the_month_it_was_issued() -> None:
    issued = of("1", record("2026", number="215/QĐ-UBND", dated=date(2026, 10, 12)))
    assert said(report_of(tasks=[YEARLY], progress=[issued]))[1] == (
        "Trong tháng, UBND xã đã ban hành Quyết định số 215/QĐ-UBND ngày 12/10/2026 "
        "(nhiệm vụ 1, Phòng Kinh tế chủ trì)."
    )
    earlier = replace(issued, deliverable_date=date(2026, 9, 12))
    assert len(said(report_of(tasks=[YEARLY], progress=[earlier]))) == 1


def test_papers_are_told_as_those_of_the_body_that_their_symbol_names() -> None:
    rows = [replace(YEARLY, key=key, number=key, lead="") for key in "1569"]
    numbers = ["215/QĐ-UBND", "24-KH/ĐU", "216/KH-UBND", "30/BC-VHXH"]
    papers = [
        of(row.key, record("2026", number=number, dated=date(2026, 10, 12)))
        for row, number in zip(rows, numbers, strict=True)
    ]
    report = report_of(tasks=rows, progress=papers)
    unit = replace(report.office, issuer="Phòng Văn hóa - Xã hội", superior="UBND xã Thuận Châu")
    assert said(replace(report, office=unit))[1] == (
        "Trong tháng, UBND xã đã ban hành: Quyết định số 215/QĐ-UBND ngày 12/10/2026 (nhiệm vụ 1); "
        "Kế hoạch số 216/KH-UBND ngày 12/10/2026 (nhiệm vụ 6). "
        "Đảng ủy xã đã ban hành Kế hoạch số 24-KH/ĐU ngày 12/10/2026 (nhiệm vụ 5). "
        "Phòng Văn hóa - Xã hội đã ban hành Báo cáo số 30/BC-VHXH ngày 12/10/2026 (nhiệm vụ 9)."
    )


def test_several_leads_do_not_break_the_list_of_papers() -> None:
    row = replace(YEARLY, lead="Phòng Kinh tế; Công an xã")
    issued = of("1", record("2026", number="215/QĐ-UBND", dated=date(2026, 10, 12)))
    assert said(report_of(tasks=[row], progress=[issued]))[1].endswith(
        "(nhiệm vụ 1, Phòng Kinh tế, Công an xã chủ trì)."
    )


def test_stages_of_which_nothing_was_declared_are_named_after_those_left_over() -> None:
    stages = [named(key, f"Việc {key}", y2025="x", y2030="x") for key in "567"]
    owed = of("7", record("2025", percent=90))
    own = report_of(tasks=stages)
    facts = Facts(declared_from=date(2026, 1, 1))
    report = build_report(own.plan, own.period, Records({}, {"7": (owed,)}), own.office, {}, facts=facts)
    assert said(report)[1:] == [
        "Nhiệm vụ tồn từ năm 2025: việc 7 (Phòng Kinh tế chủ trì), đạt khoảng 90% khối lượng.",
        "Có 02 nhiệm vụ chưa khai báo kết quả phần việc năm 2025:",
        "- Việc 5 (Phòng Kinh tế chủ trì).",
        "- Việc 6 (Phòng Kinh tế chủ trì).",
    ]


def test_a_paper_that_serves_several_tasks_is_told_once() -> None:
    rows = [YEARLY, replace(YEARLY, key="9", number="9")]
    issued = [of(row.key, record("2026", number="215/QĐ-UBND", dated=date(2026, 10, 12))) for row in rows]
    assert said(report_of(tasks=rows, progress=issued))[1].endswith(
        "ngày 12/10/2026 (nhiệm vụ 1, Phòng Kinh tế chủ trì; nhiệm vụ 9, Phòng Kinh tế chủ trì)."
    )


def test_a_stage_left_from_2025_is_told_once_with_its_own_record() -> None:
    row = named("5", "Rà soát quy trình", y2025="x", y2030="x")
    owed = of("5", record("2025"), percent=Decimal(90), difficulty="Chờ ý kiến cơ quan")
    text = said(report_of(tasks=[row], progress=[owed]))[1]
    assert text == (
        "Nhiệm vụ tồn từ năm 2025: rà soát quy trình (Phòng Kinh tế chủ trì), đạt khoảng 90% khối lượng "
        "do chờ ý kiến cơ quan."
    )


def test_a_number_that_the_plan_prints_twice_is_cited_by_the_tasks_name() -> None:
    twin = replace(YEARLY, key="9", name="Hội nghị “hằng năm”")
    issued = of("9", record("2026", number="7/KH-UBND", dated=date(2026, 10, 12)))
    assert (
        "(nhiệm vụ “hội nghị ‘hằng năm’”, Phòng Kinh tế chủ trì)"
        in said(report_of(tasks=[YEARLY, twin], progress=[issued]))[1]
    )


def test_a_number_without_a_symbol_is_called_by_what_the_plan_wants() -> None:
    issued = of("1", record("2026", number="215", dated=date(2026, 10, 12)))
    row = replace(YEARLY, deliverable="Quy chế phối hợp")
    assert (
        "đã ban hành Quy chế số 215 ngày 12/10/2026 về phối hợp (" in said(report_of(tasks=[row], progress=[issued]))[1]
    )
    row = replace(YEARLY, deliverable="Hội nghị")
    assert "đã ban hành Văn bản số 215" in said(report_of(tasks=[row], progress=[issued]))[1]


def test_an_overdue_task_tells_only_what_was_recorded() -> None:
    bare = of("2", record("2025", text="Đang làm"))
    ending = "(hạn tháng 9/2026, Phòng Kinh tế chủ trì)"
    assert said(report_of(tasks=[OPEN_DATA], progress=[bare]))[1].endswith(f"{ending}.")
    hindered = replace(bare, difficulty="Do chờ tỉnh")
    assert said(report_of(tasks=[OPEN_DATA], progress=[hindered]))[1].endswith(f"{ending}, do chờ tỉnh.")
    planned = replace(bare, percent=Decimal(70), next_step="Xong trong tháng 11")
    assert said(report_of(tasks=[OPEN_DATA], progress=[planned]))[1].endswith(
        f"{ending}, đạt khoảng 70% khối lượng; xong trong tháng 11."
    )


def test_tasks_outside_the_plan_are_counted_apart_and_cited_as_such() -> None:
    own = report_of(tasks=[YEARLY])
    extra = named("ps-1", "Ngày chuyển đổi số", y2030="Hàng năm")
    issued = of("ps-1", record("2026", done=True, number="7/KH-UBND", dated=date(2026, 10, 12)))
    records = Records({}, {"ps-1": (issued,)})
    facts = Facts(extra_tasks=(replace(extra, number="1"),))
    counts, paper = said(build_report(own.plan, own.period, records, own.office, {}, facts=facts))
    assert counts.endswith(
        "Ngoài ra, có 01 nhiệm vụ phát sinh ngoài Kế hoạch, đã hoàn thành đúng hạn, là nhiệm vụ hằng năm "
        "đã xong phần việc năm 2026."
    )
    assert paper.endswith("Kế hoạch số 7/KH-UBND ngày 12/10/2026 (nhiệm vụ phát sinh 1, Phòng Kinh tế chủ trì).")


def test_several_late_tasks_stand_in_a_list_whose_rest_is_in_the_appendix() -> None:
    rows = [replace(OPEN_DATA, key=str(n), number=str(n), name=f"Việc thứ {n}") for n in range(7)]
    paragraphs = said(report_of(tasks=rows))
    assert paragraphs[1] == "Có 07 nhiệm vụ quá hạn:"
    assert paragraphs[2] == "- Việc thứ 0 (hạn tháng 9/2026, Phòng Kinh tế chủ trì)."
    assert paragraphs[-1] == "- Và 02 nhiệm vụ khác (chi tiết tại Phụ lục II)."
    known = of("6", record("2025", text="Đang làm"), difficulty="chờ tỉnh")
    assert said(report_of(tasks=rows, progress=[known]))[2].startswith("- Việc thứ 6 (hạn tháng 9/2026")


def test_what_was_done_without_a_day_set_is_told_so() -> None:
    rows = [replace(ALWAYS, key=key, number=key, schedule={"2025-2030": "x"}) for key in ("6", "7")]
    done = [of(key, record("2025-2030", done=True)) for key in ("6", "7")]
    text = said(report_of(tasks=[*rows, YEARLY], progress=done))[0]
    assert "có 02 nhiệm vụ hoàn thành, đều không ấn định ngày" in text
    assert (
        said(report_of(tasks=rows[:1], progress=done))[0]
        == "Kế hoạch có 01 nhiệm vụ, đã hoàn thành, không ấn định ngày."
    )


def test_tasks_outside_a_plan_without_tasks_do_not_come_besides_anything() -> None:
    own = report_of()
    extra = named("ps-1", "Ngày chuyển đổi số", y2030="Hàng năm")
    (counts,) = said(
        build_report(own.plan, own.period, Records({}, {}), own.office, {}, facts=Facts(extra_tasks=(extra,)))
    )
    assert counts == (
        "Kế hoạch không có nhiệm vụ nào. Có 01 nhiệm vụ phát sinh ngoài Kế hoạch, chưa triển khai, chưa đến hạn."
    )


def test_the_line_before_a_list_of_tasks_keeps_with_its_first_item() -> None:
    rows = [replace(OPEN_DATA, key=key, number=key) for key in ("6", "7")]
    found = [one.keep_with_next for one in task_sentences(report_of(tasks=rows))]
    assert found == [False, True, False, False]


def test_a_paper_of_several_tasks_takes_its_subject_from_the_one_that_prints_it() -> None:
    rows = [
        replace(YEARLY, deliverable="Kế hoạch"),
        replace(YEARLY, key="9", number="9", deliverable="Kế hoạch tập huấn"),
    ]
    issued = [of(row.key, record("2026", number="215/KH-UBND", dated=date(2026, 10, 12))) for row in rows]
    assert "Kế hoạch số 215/KH-UBND ngày 12/10/2026 về tập huấn (" in said(report_of(tasks=rows, progress=issued))[1]
