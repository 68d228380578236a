"""The register of the year in the window: filtered, another year, written to files, a line leads to its report."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.driving import choose, modal, press, push, settle, wait
from ui.report.register_dialog import RegisterDialog
from ui.window import MainWindow


@pytest.fixture
def register(qtbot: QtBot, desk: MainWindow) -> RegisterDialog:
    """Give the open register of 2026."""
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    desk.report.side.more.register.trigger()
    dialog = modal(qtbot, RegisterDialog)
    wait(qtbot, lambda: dialog.lines.rowCount() > 0)
    return dialog


def test_it_lists_the_year_and_begins_with_the_period_in_work(qtbot: QtBot, register: RegisterDialog) -> None:
    assert register.lines.rowCount() == 12
    assert register.lines.key_at(register.table.currentIndex().row()) == "thang/2026-10"
    assert register.lines.text_at(0, 0) == "Tháng 01/2026\nBáo cáo tháng"
    push(qtbot, register.leave)


def test_it_is_filtered_and_says_where_nothing_is_left(qtbot: QtBot, register: RegisterDialog) -> None:
    register.filter.setCurrentIndex(register.filter.findData("owed"))
    assert 0 < register.lines.rowCount() < 12
    assert "thang/2026-10" in [register.lines.key_at(row) for row in range(register.lines.rowCount())]
    register.filter.setCurrentIndex(register.filter.findData("asked"))
    assert (register.lines.rowCount(), register.table.isVisible()) == (0, False)
    assert "Không có báo cáo nào như vậy" in register.notice.label.text()
    push(qtbot, register.leave)


def test_a_line_of_another_year_leads_to_its_report(qtbot: QtBot, desk: MainWindow, register: RegisterDialog) -> None:
    register.year.setValue(2027)
    wait(qtbot, lambda: register.lines.key_at(0) == "thang/2027-01")
    register.table.setCurrentIndex(register.lines.index(1, 0))
    register.table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert desk.session.period is not None
    assert desk.session.period.key == "thang/2027-02"
    assert desk.bar.year.value() == 2027
    assert desk.bar.period.currentText().startswith("Tháng 02/2027")


def test_it_is_written_in_the_chosen_formats(
    qtbot: QtBot, desk: MainWindow, register: RegisterDialog, tmp_path: Path
) -> None:
    register.formats.boxes["pdf"].setChecked(False)
    push(qtbot, register.export)
    choose(qtbot, tmp_path)
    wait(qtbot, lambda: "Đã ghi vào" in desk.told.text())
    written = sorted(tmp_path.glob("*so-theo-doi*"))
    assert [file.suffix for file in written] == [".docx", ".xlsx"]
    cells = {cell.text for table in Document(str(written[0])).tables for row in table.rows for cell in row.cells}
    assert "Tháng 10/2026" in cells
    push(qtbot, register.leave)
