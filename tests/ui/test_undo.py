"""Undo and redo across pages; the menu says what they would do."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.driving import PATIENCE, cell, click, figures, fill, press, settle, text, ui_plan
from ui.window import MainWindow

KEY = "ct-5g"
NAME = ui_plan().labels()[KEY]
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_menu_names_what_is_undone_and_done_again(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    assert not desk.undo.isEnabled()
    fill(qtbot, grid, KEY, "figure", "85,2%")
    settle(qtbot, desk)
    assert desk.undo.text() == f"Hoàn tác: nhập 85,2% cho {NAME}"
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    settle(qtbot, desk)
    assert (text(grid, KEY, "figure"), figures(path, KEY)) == ("", ())
    assert (desk.redo.text(), desk.undo.isEnabled()) == (f"Làm lại: nhập 85,2% cho {NAME}", False)
    press(qtbot, Qt.Key.Key_Y, CONTROL)
    settle(qtbot, desk)
    assert (figures(path, KEY)[0].value, desk.redo.isEnabled()) == (Decimal("85.2"), False)


def test_undo_goes_back_step_by_step(qtbot: QtBot, desk: MainWindow) -> None:
    grid = desk.figures.indicators
    for value in ("10", "20", "30"):
        fill(qtbot, grid, KEY, "figure", value)
        settle(qtbot, desk)
    found = []
    for _ in range(3):
        desk.undo.trigger()
        settle(qtbot, desk)
        found.append(text(grid, KEY, "figure"))
    assert found == ["20", "10", ""]


def test_undo_in_an_open_editor_is_the_editors_own(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "40")
    settle(qtbot, desk)
    click(qtbot, grid, cell(grid, KEY, "figure"))
    press(qtbot, Qt.Key.Key_F2)
    press(qtbot, Qt.Key.Key_Backspace)
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert figures(path, KEY)[0].value == Decimal(40)


def test_words_are_undone_from_the_window_after_they_were_saved(qtbot: QtBot, desk: MainWindow) -> None:
    desk.go_to("Báo cáo")
    box = desk.report.outline.boxes["I"]
    box.setFocus()
    box.insertPlainText("Ban hành 02 văn bản.")
    press(qtbot, Qt.Key.Key_Tab)
    settle(qtbot, desk)
    assert desk.undo.text() == "Hoàn tác: viết phần I, tháng 10/2026"
    box.setFocus()
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    settle(qtbot, desk)
    assert box.toPlainText() == ""


def test_the_figures_of_the_sample_are_not_undone(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    window.session.undo()
    settle(qtbot, window)
    assert text(window.figures.indicators, "ct-I.1", "figure") == "32,5"
    assert not window.undo.isEnabled()
