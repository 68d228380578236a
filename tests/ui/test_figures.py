"""Figures and progress typed into the grids, with real keys, into a real store."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from models.actuals import FigureState
from tests.ui.driving import (
    PATIENCE,
    answer,
    cell,
    click,
    figures,
    fill,
    press,
    progress,
    push,
    settle,
    text,
    ui_plan,
    wait,
    write,
)
from ui.window import MainWindow

KEY = "ct-5g"


def test_a_typed_figure_is_in_the_store_and_judged(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "85,2")
    wait(qtbot, lambda: text(grid, KEY, "reached") == "● Vượt")
    (figure,) = figures(path, KEY)
    assert (figure.value, figure.start, figure.as_of) == (Decimal("85.2"), date(2026, 10, 1), date(2026, 10, 31))


def test_enter_goes_down_and_the_row_below_takes_the_next_figure(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "40")
    assert grid.currentIndex() == cell(grid, "ct-so-hoa", "figure")
    write("92/92")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert [figures(path, key)[0].amount("%") for key in (KEY, "ct-so-hoa")] == [40, 100]


def test_tab_goes_to_the_next_cell_that_can_be_filled(qtbot: QtBot, desk: MainWindow) -> None:
    grid = desk.figures.indicators
    click(qtbot, grid, cell(grid, KEY, "figure"))
    write("40")
    press(qtbot, Qt.Key.Key_Tab)
    assert grid.currentIndex() == cell(grid, KEY, "difficulty")
    settle(qtbot, desk)
    press(qtbot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert grid.currentIndex() == cell(grid, KEY, "estimate")


def test_typing_replaces_f2_goes_on_and_esc_gives_back(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "40")
    settle(qtbot, desk)
    click(qtbot, grid, cell(grid, KEY, "figure"))
    press(qtbot, Qt.Key.Key_F2)
    write(",5")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert text(grid, KEY, "figure") == "40,5"
    click(qtbot, grid, cell(grid, KEY, "figure"))
    write("7")
    press(qtbot, Qt.Key.Key_Escape)
    assert (text(grid, KEY, "figure"), figures(path, KEY)[0].value) == ("40,5", Decimal("40.5"))


def test_what_is_typed_below_stays_when_the_store_answers_about_the_row_above(qtbot: QtBot, desk: MainWindow) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "40")
    write("9")
    settle(qtbot, desk)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "9"
    press(qtbot, Qt.Key.Key_Escape)


def test_leaving_a_cell_unchanged_records_nothing(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "1452/1710")
    settle(qtbot, desk)
    undo = desk.undo.text()
    click(qtbot, grid, cell(grid, KEY, "figure"))
    press(qtbot, Qt.Key.Key_F2)
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert (desk.undo.text(), len(figures(path, KEY))) == (undo, 1)


@pytest.mark.parametrize(("choice", "value"), [("1234", "1234"), ("1,234", "1.234")])
def test_a_number_that_could_be_two_is_asked_about(
    qtbot: QtBot, desk: MainWindow, path: Path, choice: str, value: str
) -> None:
    fill(qtbot, desk.figures.indicators, "ct-bai", "figure", "1.234")
    assert "“1.234”" in answer(qtbot, choice)
    settle(qtbot, desk)
    assert figures(path, "ct-bai")[0].value == Decimal(value)


def test_the_question_can_be_left_and_nothing_is_recorded(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, "ct-bai", "figure", "1.234")
    answer(qtbot, "Sửa lại")
    settle(qtbot, desk)
    assert (text(grid, "ct-bai", "figure"), figures(path, "ct-bai")) == ("", ())
    assert grid.currentIndex() == cell(grid, "ct-bai", "figure")


def test_a_wrong_number_is_told_and_the_old_value_comes_back(
    qtbot: QtBot, desk: MainWindow, path: Path, shown: list[str]
) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "40")
    settle(qtbot, desk)
    fill(qtbot, grid, KEY, "figure", "bốn mươi")
    assert "không phải là số" in answer(qtbot, "Đóng")
    assert (text(grid, KEY, "figure"), len(shown), figures(path, KEY)[0].value) == ("40", 1, Decimal(40))


def test_the_ratio_behind_a_figure_is_in_the_tip(qtbot: QtBot, desk: MainWindow) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "1452/1710")
    settle(qtbot, desk)
    assert text(grid, KEY, "figure") == "84,9"
    assert cell(grid, KEY, "figure").data(Qt.ItemDataRole.ToolTipRole) == "1.452/1.710; đơn vị tính: %"


def test_nothing_happened_and_not_reported_are_states(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "không phát sinh")
    fill(qtbot, grid, "ct-so-hoa", "figure", "chưa báo cáo")
    settle(qtbot, desk)
    states = [figures(path, key)[0].state for key in (KEY, "ct-so-hoa")]
    assert states == [FigureState.NOTHING_HAPPENED, FigureState.NOT_REPORTED]


def test_emptying_a_figure_keeps_the_note_beside_it(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "40")
    fill(qtbot, grid, KEY, "note", "số của doanh nghiệp")
    settle(qtbot, desk)
    click(qtbot, grid, cell(grid, KEY, "figure"))
    press(qtbot, Qt.Key.Key_Delete)
    settle(qtbot, desk)
    (figure,) = figures(path, KEY)
    assert (figure.value, figure.note, text(grid, KEY, "figure")) == (None, "số của doanh nghiệp", "")
    assert desk.undo.text() == f"Hoàn tác: xóa số liệu của {ui_plan().labels()[KEY]}"


def test_a_long_text_takes_lines_and_is_saved_by_enter(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    click(qtbot, grid, cell(grid, KEY, "difficulty"))
    write("máy hỏng")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write("thiếu người")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert figures(path, KEY)[0].difficulty == "máy hỏng\nthiếu người"


def test_a_figure_can_be_marked_as_an_estimate(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, KEY, "figure", "40")
    settle(qtbot, desk)
    click(qtbot, grid, cell(grid, KEY, "estimate"), at_box=True)
    settle(qtbot, desk)
    assert (figures(path, KEY)[0].estimate, text(grid, KEY, "figure")) == (True, "40 (ước)")


def test_an_indicator_in_words_is_judged_by_hand(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    grid = window.figures.indicators
    click(qtbot, grid, cell(grid, "ct-I.4", "reached"))
    press(qtbot, Qt.Key.Key_F2)
    choices = QApplication.focusWidget()
    assert isinstance(choices, QComboBox)
    choices.setCurrentText("Chưa đạt")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert text(grid, "ct-I.4", "reached") == "◐ Đang thực hiện"


def test_progress_of_a_task(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    desk.figures.tabs.setCurrentWidget(desk.figures.tasks)
    grid = desk.figures.tasks
    fill(qtbot, grid, "nv-kh", "percent", "70")
    fill(qtbot, grid, "nv-kh", "deliverable_number", "215/KH-UBND")
    fill(qtbot, grid, "nv-kh", "deliverable_date", "12/10/2026")
    fill(qtbot, grid, "nv-kh", "text", "đã có dự thảo")
    click(qtbot, grid, cell(grid, "nv-kh", "done"), at_box=True)
    settle(qtbot, desk)
    (record,) = progress(path, "nv-kh")
    assert (record.percent, record.done, record.done_on) == (Decimal(70), True, date(2026, 10, 12))
    assert (record.deliverable_number, record.text) == ("215/KH-UBND", "đã có dự thảo")


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [("percent", "120", "từ 0 đến 100"), ("deliverable_date", "31/02/2026", "Không có ngày 31/02/2026")],
)
def test_what_a_task_cannot_take_is_told(qtbot: QtBot, desk: MainWindow, field: str, words: str, said: str) -> None:
    desk.figures.tabs.setCurrentWidget(desk.figures.tasks)
    grid = desk.figures.tasks
    fill(qtbot, grid, "nv-kh", field, words)
    assert said in answer(qtbot, "Đóng")
    assert text(grid, "nv-kh", field) == ""


def test_only_what_has_to_be_filled_in_is_shown_first(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    window.go_to("Nhập số liệu")
    grid = window.figures.indicators
    rows = range(grid.lines.rowCount())
    assert sum(not grid.isRowHidden(row) and grid.lines.heading_at(row) is None for row in rows) == 29
    push(qtbot, window.figures.filters.buttons["all"])
    assert not any(grid.isRowHidden(row) for row in rows)
    texts = [button.text() for button in window.figures.filters.buttons.values()]
    assert texts == ["Còn thiếu (1)", "Cần nhập (29)", "Tất cả (41)", "Cảnh báo (1)"]
