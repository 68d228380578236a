"""What section III says where the officer has not written it."""

from __future__ import annotations

from dataclasses import replace

from exporters.shortcoming_sentences import shortcoming_sentences
from models.reports import Report
from tests.exporters.small_reports import now, report_of, share
from tests.exporters.test_task_sentences import OPEN_DATA, YEARLY, named, of
from tests.models.rows import record

SCANNED = share("a", "Tỷ lệ số hóa hồ sơ", {2025: "95%", 2030: "100%"})
COVERED = share("b", "Tỷ lệ phủ sóng 5G", {2030: "100%"})


def said(report: Report) -> list[str]:
    """Return the texts of section III."""
    return [paragraph.text for paragraph in shortcoming_sentences(report)]


def test_nothing_recorded_is_nothing_said() -> None:
    assert said(report_of([SCANNED], [now("a", "30")], [YEARLY])) == []
    assert said(report_of([SCANNED], [now("a", "30", difficulty=" ")])) == []


def test_one_difficulty_is_a_sentence_that_repeats_no_figure() -> None:
    (paragraph,) = shortcoming_sentences(report_of([SCANNED], [now("a", "84", difficulty="Do máy quét hỏng.")]))
    assert paragraph.text == "Trong tháng, việc thực hiện chỉ tiêu số hóa hồ sơ gặp khó khăn: máy quét hỏng."
    (source,) = [run.source for run in paragraph.runs if run.source]
    assert (source.row, source.field) == ("a", "difficulty")
    assert paragraph.key == "III/shortcomings"


def test_several_are_a_list_with_what_is_low_or_late_first() -> None:
    late = of("2", record("2025", percent=70), difficulty="hệ thống của tỉnh chưa mở")
    figures = [now("b", "30", difficulty="lõm sóng"), now("a", "84", difficulty="máy quét hỏng")]
    assert said(report_of([COVERED, SCANNED], figures, [OPEN_DATA], [late])) == [
        "Trong tháng, việc thực hiện Kế hoạch còn 03 khó khăn, vướng mắc:",
        "- Số hóa hồ sơ: máy quét hỏng.",
        "- Kết nối dữ liệu: hệ thống của tỉnh chưa mở.",
        "- Phủ sóng 5G: lõm sóng.",
    ]


def test_rows_of_one_cause_are_told_together() -> None:
    figures = [now("a", "84", difficulty="thiếu kinh phí"), now("b", "30", difficulty="Thiếu kinh phí.")]
    task = of("1", record("2026", text="Đang làm"), difficulty="thiếu kinh phí")
    both = report_of([SCANNED, COVERED], figures)
    assert said(both) == [
        "Trong tháng, việc thực hiện chỉ tiêu số hóa hồ sơ và chỉ tiêu phủ sóng 5G gặp khó khăn: thiếu kinh phí."
    ]
    rows = [replace(YEARLY, key=key, number=key, name=f"Việc {key}") for key in ("1", "7")]
    (text,) = said(report_of([SCANNED, COVERED], figures, rows, [task, of("7", task)]))
    assert text == (
        "Trong tháng, việc thực hiện chỉ tiêu số hóa hồ sơ; chỉ tiêu phủ sóng 5G; nhiệm vụ việc 1 và 01 nội dung khác "
        "gặp khó khăn: thiếu kinh phí."
    )


def test_a_long_list_refers_to_the_appendices() -> None:
    rows = [named(str(n), f"Việc {n}", y2030="x") for n in range(12)]
    progress = [of(row.key, record("2025-2030", text="Đang làm"), difficulty=f"lý do {row.key}") for row in rows]
    found = said(report_of(tasks=rows, progress=progress))
    assert len(found) == 12
    assert found[-1] == "- Và 02 khó khăn, vướng mắc khác (chi tiết tại Phụ lục I, Phụ lục II)."
