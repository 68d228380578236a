"""Nhiệm vụ: the period's tasks by deadline, state and unit, with the months of the year."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.year_strip import due_months
from tests.ui.driving import PATIENCE, open_store, press, settle, write
from tests.ui.test_indicators_page import cell, lines, pick, shown
from ui.models.task_view import DUE_IN_QUARTER, DUE_IN_YEAR
from ui.pages.rows import RowsPage
from ui.window import MainWindow

PAGE = "Nhiệm vụ"


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> RowsPage:
    """Show the tasks of the sample."""
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    window.go_to(PAGE)
    settle(qtbot, window)
    return window.tasks


def test_each_task_shows_its_deadline_state_and_product(page: RowsPage) -> None:
    table = page.table
    assert page.tools.count.text() == "48 nhiệm vụ"
    assert cell(table, "nv-I.1.1", "deliverable") == "34/BC-UBND ngày 22/09/2025"
    assert cell(table, "nv-I.1.1", "deadline") == "Tháng 9/2025"
    assert cell(table, "nv-I.1.1", "state") == "● Hoàn thành đúng hạn"
    assert cell(table, "nv-I.1.1", "progress").startswith("100%: Tổ chức hội nghị")


def test_the_year_says_when_what_is_due(page: RowsPage) -> None:
    table = page.table
    content = table.rows.content_of("nv-I.2")
    assert content is not None
    assert (content.year, content.month, due_months(content.strip)) == (2026, 10, (11,))
    year = next(column for column in table.rows.row_columns if column.id == "year")
    assert year.tip(content) == "Đến hạn tháng 11/2026"
    assert table.rows.copied_at(0)[1].startswith("THÔNG TIN")


def test_tasks_are_filtered_by_when_they_are_due(page: RowsPage) -> None:
    found = {}
    for words in (DUE_IN_QUARTER, DUE_IN_YEAR):
        pick(page, "mark", words)
        found[words] = set(lines(page.table))
    assert "nv-I.2" in found[DUE_IN_QUARTER]
    assert found[DUE_IN_QUARTER] <= found[DUE_IN_YEAR]
    assert len(found[DUE_IN_YEAR]) < 48


def test_tasks_are_seen_by_the_unit_that_leads_them(page: RowsPage) -> None:
    page.tools.group_by("unit")
    page.tools.arranged.emit()
    heads = [key for key in shown(page.table) if key.startswith("unit:")]
    assert len(heads) > 3
    pick(page, "unit", "Công an xã")
    assert shown(page.table)[0].startswith("unit:")
    assert all("Công an xã" in cell(page.table, key, "lead") for key in lines(page.table))


def test_a_document_number_is_found(qtbot: QtBot, page: RowsPage) -> None:
    press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    write("34/bc")
    assert "nv-I.1.1" in lines(page.table)
    assert len(lines(page.table)) < 5


def test_sorting_by_deadline_puts_tasks_without_a_day_last(page: RowsPage) -> None:
    page.sort_by("deadline")
    days = [page.table.rows.content_of(key).line.status.deadline for key in lines(page.table)]  # type: ignore[union-attr]
    dated = [day for day in days if day is not None]
    assert days[: len(dated)] == sorted(dated)
    assert len(dated) < len(days)


def test_only_some_rows_are_shown_until_a_filter_is_lifted(qtbot: QtBot, page: RowsPage) -> None:
    page.show_keys(frozenset({"nv-I.1.1", "pc-9"}), "một việc")
    assert lines(page.table) == ["nv-I.1.1"]
    assert page.filtered.label.text() == "Đang lọc: một việc (1 dòng ngoài kế hoạch xem ở trang Nhập số liệu)"
    assert page.tools.count.text() == "1/48 nhiệm vụ"
    page.tools.clear.click()
    assert not page.filtered.isVisible()
    assert len(lines(page.table)) == 48


def test_tasks_outside_the_plan_stand_last(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    from desktop.sample import make_sample_store
    from tests.ui.driving import NOW

    path = tmp_path / "phong-tho.so57"
    make_sample_store(path, "phong-tho", at=NOW)
    open_store(qtbot, window, path, PAGE)
    table = window.tasks.table
    assert lines(table)[-1].startswith("ps-")
    pick(window.tasks, "section", "Nhiệm vụ phát sinh")
    assert all(key.startswith("ps-") for key in lines(table))
    assert window.tasks.tabs is not None
