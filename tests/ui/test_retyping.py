"""Figures typed into the province's system: copied as they are to be typed, ticked off, told where they changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.desk import Desk
from models.report_desk import ReportDesk
from models.report_work import Entered
from models.store.connection import Store
from tests.models.store.samples import PERIOD
from tests.ui.driving import cell, fill, modal, press, push, settle, wait
from ui.report.retype_dialog import RetypeDialog
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, desk: MainWindow, figure: str = "40,5") -> RetypeDialog:
    """Record a figure and open the list."""
    desk.go_to("Nhập số liệu")
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", figure)
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    desk.report.side.more.retype.trigger()
    dialog = modal(qtbot, RetypeDialog)
    wait(qtbot, lambda: dialog.lines.rowCount() == 3)
    dialog.table.setFocus()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: MainWindow) -> RetypeDialog:
    """Give the open list with one figure."""
    return opened(qtbot, desk)


def entered(path: Path) -> tuple[Entered, ...]:
    with Store.open(path, write=False) as store:
        desk = Desk(store)
        return ReportDesk(desk, desk.period(PERIOD)).entered()


def test_the_figure_is_copied_as_it_is_to_be_typed(qtbot: QtBot, dialog: RetypeDialog) -> None:
    press(qtbot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "40,5"
    assert dialog.explained.text().startswith("Đã chép “40,5”.")
    push(qtbot, dialog.leave)


def test_space_ticks_a_row_off_and_goes_on(qtbot: QtBot, desk: MainWindow, dialog: RetypeDialog, path: Path) -> None:
    assert dialog.left.text() == "Còn 1 dòng chưa nhập."
    press(qtbot, Qt.Key.Key_Space)
    wait(qtbot, lambda: dialog.lines.text_at(0, 5).startswith("● Đã nhập ngày 01/11/2026"))
    assert dialog.table.currentIndex().row() == 1
    assert [(one.row_key, one.shown) for one in entered(path)] == [("ct-5g", "40,5")]
    press(qtbot, Qt.Key.Key_Space)  # a row without a figure has nothing to tick off
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Space)
    wait(qtbot, lambda: dialog.lines.text_at(0, 5) == "○ Chưa nhập")
    push(qtbot, dialog.leave)
    settle(qtbot, desk)
    assert entered(path) == ()


def test_the_box_is_ticked_by_mouse_and_all_by_one_button(
    qtbot: QtBot, desk: MainWindow, dialog: RetypeDialog, path: Path
) -> None:
    click_box(dialog)
    wait(qtbot, lambda: dialog.lines.text_at(0, 5).startswith("●"))
    click_box(dialog)
    wait(qtbot, lambda: dialog.lines.text_at(0, 5).startswith("○"))
    push(qtbot, dialog.all)
    wait(qtbot, lambda: dialog.left.text() == "● Đã nhập đủ.")
    assert not dialog.all.isEnabled()
    push(qtbot, dialog.leave)
    settle(qtbot, desk)
    assert len(entered(path)) == 1


def click_box(dialog: RetypeDialog) -> None:
    """Click the box of the first row."""
    table = dialog.table
    place = table.visualRect(cell(table, "ct-5g", "entered"))  # type: ignore[arg-type]
    spot = place.center()
    spot.setX(place.left() + 10)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def test_what_changed_since_is_told(qtbot: QtBot, desk: MainWindow, dialog: RetypeDialog, path: Path) -> None:
    press(qtbot, Qt.Key.Key_Space)
    wait(qtbot, lambda: dialog.lines.text_at(0, 5).startswith("●"))
    push(qtbot, dialog.leave)
    settle(qtbot, desk)
    again = opened(qtbot, desk, "45")
    assert again.lines.text_at(0, 5) == "▲ Đã nhập ngày 01/11/2026, số liệu đã thay đổi"
    assert "1 dòng thay đổi từ khi nhập" in again.left.text()
    press(qtbot, Qt.Key.Key_Space)
    wait(qtbot, lambda: again.lines.text_at(0, 5).startswith("●"))
    push(qtbot, again.leave)
    settle(qtbot, desk)
    assert [one.shown for one in entered(path)] == ["45"]
