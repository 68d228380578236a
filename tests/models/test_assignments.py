"""Phú Thái's table of assignments: results are recorded for its rows and printed, and are not counted as tasks."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path

from exporters.assignments import assignment_table
from importers.plan_files import load_plan
from models.assignments import assignment_tasks
from models.desk import Desk
from models.figure_lines import FigureLine
from models.plans import Layout
from models.store.connection import Store
from models.store.undoing import undo

AT = datetime(2026, 10, 2, 8, 0)
WHO = "Cán bộ"


def test_the_nine_rows_have_keys_times_and_leads() -> None:
    tasks = assignment_tasks(load_plan("phu-thai"))
    assert [task.key for task in tasks] == [f"pc-{number}" for number in range(1, 10)]
    assert tasks[0].lead == "Phòng Kinh tế"
    assert tasks[0].schedule == {"deadline": "2025–2030 (5G), 2035–2045 (6G)"}
    assert assignment_tasks(load_plan("xop")) == ()


def test_a_result_is_recorded_undone_and_printed(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a.so57", load_plan("phu-thai"), who=WHO, at=AT) as store:
        desk = Desk(store)
        period = desk.period("2026-9M")
        line = FigureLine(line=1, key="pc-2", text="Đã cung cấp 120 dịch vụ công", percent=Decimal(70))
        assert desk.record(period, [line], who=WHO, at=AT) == 1
        report = desk.report(period)
        layout = desk.plan.layouts["assignments"]
        assert len(report.tasks) == 76
        rows = assignment_table(report, layout).rows
        assert rows[2].cells[-2].text == "Đã cung cấp 120 dịch vụ công. Đạt khoảng 70% khối lượng."
        assert [row.cells[-1].text for row in rows[1:4]] == ["", "Đang thực hiện, trong hạn", ""]
        assert undo(store, who=WHO, at=AT).sentence.startswith("Đã hoàn tác")
        assert _results(desk, layout) == [""] * 9


def _results(desk: Desk, layout: Layout) -> list[str]:
    table = assignment_table(desk.report(desk.period("2026-9M")), layout)
    return [row.cells[-2].text for row in table.rows[1:]]
