"""Blocks of cells chosen, copied, pasted and filled with real keys; each is one step of undo."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from models.actuals import FigureState
from tests.ui.driving import PATIENCE, answer, cell, click, figures, fill, press, progress, settle, text, wait, write
from ui.block_grid import BlockGrid
from ui.figure_grid import FigureGrid
from ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST, SECOND, THIRD = "ct-5g", "ct-so-hoa", "ct-bai"


@pytest.fixture
def grid(qtbot: QtBot, desk: MainWindow) -> FigureGrid:
    """Give the grid of the small plan's indicators, all of them shown, its first figure chosen."""
    desk.figures.filters.choose("all")
    click(qtbot, desk.figures.indicators, cell(desk.figures.indicators, FIRST, "figure"))
    return desk.figures.indicators


@pytest.fixture
def paste(qtbot: QtBot, grid: FigureGrid, desk: MainWindow) -> Callable[[str], None]:
    """Give a way to paste what Excel copied."""

    def paste_text(words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        press(qtbot, Qt.Key.Key_V, CTRL)
        if QApplication.activeModalWidget() is None:
            settle(qtbot, desk)

    return paste_text


def keys_of(grid: BlockGrid) -> list[str]:
    """Return the rows of the chosen block."""
    return [grid.lines.key_at(row) for row in grid.block()[0]]


def test_shift_and_arrows_widen_the_block_and_an_arrow_begins_anew(qtbot: QtBot, grid: FigureGrid) -> None:
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    press(qtbot, Qt.Key.Key_Down, SHIFT)  # nothing stands below
    press(qtbot, Qt.Key.Key_Right, SHIFT)
    assert (keys_of(grid), len(grid.block()[1])) == ([FIRST, SECOND, THIRD], 2)
    press(qtbot, Qt.Key.Key_Up, SHIFT)
    assert keys_of(grid) == [FIRST, SECOND]
    press(qtbot, Qt.Key.Key_Up)
    assert keys_of(grid) == [FIRST]


def test_the_mouse_widens_the_block_by_dragging_and_with_shift(qtbot: QtBot, grid: FigureGrid) -> None:
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, SHIFT, _spot(grid, THIRD))
    assert keys_of(grid) == [FIRST, SECOND, THIRD]
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _spot(grid, SECOND))
    QTest.mouseMove(grid.viewport(), _spot(grid, THIRD))
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _spot(grid, THIRD))
    assert keys_of(grid) == [SECOND, THIRD]


def _spot(grid: FigureGrid, key: str) -> QPoint:
    return grid.visualRect(cell(grid, key, "figure")).center()


def test_shift_enter_goes_up_without_choosing_more(qtbot: QtBot, grid: FigureGrid) -> None:
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    assert keys_of(grid) == [FIRST]


def test_a_heading_within_a_block_adds_no_columns(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    window.go_to("Nhập số liệu")
    grid = window.figures.indicators
    click(qtbot, grid, cell(grid, "ct-IV.3", "figure"))
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    assert (keys_of(grid), grid.block()[1]) == (["ct-IV.3", "ct-V.1"], [grid.currentIndex().column()])
    press(qtbot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "0\n85,4\n"


def test_a_block_is_copied_as_it_is_shown(qtbot: QtBot, grid: FigureGrid, desk: MainWindow) -> None:
    fill(qtbot, grid, FIRST, "figure", "1452/1710")
    fill(qtbot, grid, SECOND, "figure", "8,5")
    settle(qtbot, desk)
    click(qtbot, grid, cell(grid, FIRST, "figure"))
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    press(qtbot, Qt.Key.Key_Right, SHIFT)
    press(qtbot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "84,9\t\n8,5\t\n"


def test_what_was_copied_here_is_pasted_as_it_was_recorded(
    qtbot: QtBot, grid: FigureGrid, desk: MainWindow, path: Path
) -> None:
    fill(qtbot, grid, FIRST, "figure", "1452/1710 (ước)")
    settle(qtbot, desk)
    click(qtbot, grid, cell(grid, FIRST, "figure"))
    press(qtbot, Qt.Key.Key_C, CTRL)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_V, CTRL)
    settle(qtbot, desk)
    (pasted,) = figures(path, SECOND)
    assert (pasted.numerator, pasted.denominator, pasted.estimate) == (Decimal(1452), Decimal(1710), True)


def test_an_estimate_is_pasted_together_with_its_figure(
    qtbot: QtBot, grid: FigureGrid, path: Path, paste: Callable[[str], None]
) -> None:
    paste("85,2\tx\n92/92\t\n")
    assert [figures(path, key)[0].estimate for key in (FIRST, SECOND)] == [True, False]


def test_a_pasted_block_is_one_step_of_undo(
    qtbot: QtBot, grid: FigureGrid, desk: MainWindow, path: Path, paste: Callable[[str], None]
) -> None:
    paste("85,2\r\n92/92\r\n\r\n")
    values = [figures(path, key)[0].amount("%") for key in (FIRST, SECOND)]
    assert (values, figures(path, THIRD)) == ([Decimal("85.2"), 100], ())
    assert desk.undo.text() == "Hoàn tác: dán 2 ô"
    desk.session.undo()
    settle(qtbot, desk)
    assert [figures(path, key) for key in (FIRST, SECOND)] == [(), ()]


def test_cells_of_one_row_are_pasted_together(
    qtbot: QtBot, grid: FigureGrid, path: Path, paste: Callable[[str], None]
) -> None:
    click(qtbot, grid, cell(grid, FIRST, "difficulty"))
    paste('"máy hỏng\nthiếu người"\tsố của doanh nghiệp\n')
    (record,) = figures(path, FIRST)
    assert (record.difficulty, record.note) == ("máy hỏng\nthiếu người", "số của doanh nghiệp")


def test_one_copied_value_goes_into_the_whole_block(
    qtbot: QtBot, grid: FigureGrid, path: Path, paste: Callable[[str], None]
) -> None:
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    paste("7\n")
    assert [figures(path, key)[0].value for key in (FIRST, SECOND)] == [7, 7]


def test_a_block_with_wrong_cells_is_refused_whole_and_each_is_named(
    qtbot: QtBot, grid: FigureGrid, path: Path, paste: Callable[[str], None]
) -> None:
    paste("85,2\tx\t12\nbốn mươi\n1.234\n9\n")
    said = answer(qtbot, "Đóng").splitlines()
    assert said[0] == "Chưa ghi ô nào vì 4 ô không ghi được. Hãy sửa rồi làm lại:"
    assert [line.partition(": ")[0] for line in said[1:]] == [
        "– 1, cột % mục tiêu",
        "– 2, cột KỲ NÀY",
        "– 3, cột KỲ NÀY",
        "– dòng dán thứ 4, cột dán thứ 1",
    ]
    assert "có thể là 1234 hoặc 1,234" in said[3]
    assert [figures(path, key) for key in (FIRST, SECOND, THIRD)] == [(), (), ()]


def test_many_wrong_cells_are_counted(qtbot: QtBot, grid: FigureGrid, paste: Callable[[str], None]) -> None:
    paste("\n".join("chữ" for _ in range(20)))
    assert answer(qtbot, "Đóng").splitlines()[-1] == "– và 7 ô nữa."


def test_a_ratio_over_nothing_is_refused_with_its_place(
    qtbot: QtBot, grid: FigureGrid, path: Path, paste: Callable[[str], None]
) -> None:
    paste("85\n5/0\n")
    assert "– 2, cột KỲ NÀY: Mẫu số phải lớn hơn 0." in answer(qtbot, "Đóng")
    assert figures(path, FIRST) == ()


def test_an_empty_clipboard_says_what_to_do(
    qtbot: QtBot, grid: FigureGrid, desk: MainWindow, paste: Callable[[str], None]
) -> None:
    with qtbot.waitSignal(desk.session.told, timeout=PATIENCE) as told:
        paste("\t\n")
    assert told.args is not None
    assert "hãy chép một vùng ô trong Excel" in told.args[0]


def test_an_open_editor_pastes_into_itself(qtbot: QtBot, grid: FigureGrid, path: Path) -> None:
    QGuiApplication.clipboard().setText("5")
    write("8")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    press(qtbot, Qt.Key.Key_V, CTRL)
    assert (editor.text(), figures(path, FIRST)) == ("85", ())
    press(qtbot, Qt.Key.Key_Escape)


def test_the_top_cell_is_filled_down_in_one_step(qtbot: QtBot, grid: FigureGrid, desk: MainWindow, path: Path) -> None:
    fill(qtbot, grid, FIRST, "figure", "1452/1710")
    settle(qtbot, desk)
    click(qtbot, grid, cell(grid, FIRST, "figure"))
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    press(qtbot, Qt.Key.Key_D, CTRL)
    settle(qtbot, desk)
    assert [figures(path, key)[0].denominator for key in (SECOND, THIRD)] == [1710, 1710]
    assert desk.undo.text() == "Hoàn tác: điền xuống 2 ô"


def test_one_cell_takes_what_stands_above_it(qtbot: QtBot, grid: FigureGrid, desk: MainWindow, path: Path) -> None:
    fill(qtbot, grid, FIRST, "note", "theo sổ")
    press(qtbot, Qt.Key.Key_D, CTRL)
    settle(qtbot, desk)
    assert figures(path, SECOND)[0].note == "theo sổ"


def test_nothing_above_is_told(qtbot: QtBot, grid: FigureGrid, desk: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(desk.session.told, timeout=PATIENCE) as told:
        press(qtbot, Qt.Key.Key_D, CTRL)
    assert told.args == ["Ô trên cùng chưa có gì để điền xuống."]


def test_a_ticked_box_is_filled_down(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    desk.figures.tabs.setCurrentWidget(desk.figures.tasks)
    grid = desk.figures.tasks
    click(qtbot, grid, cell(grid, "nv-kh", "done"))
    QGuiApplication.clipboard().setText("có\t215/KH-UBND\t12/10/2026")
    press(qtbot, Qt.Key.Key_V, CTRL)
    settle(qtbot, desk)
    (record,) = progress(path, "nv-kh")
    assert (record.done, record.deliverable_number) == (True, "215/KH-UBND")
    press(qtbot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "có\n"


def test_last_periods_figures_are_taken_as_they_were_recorded(
    qtbot: QtBot, grid: FigureGrid, desk: MainWindow, path: Path
) -> None:
    assert desk.session.store is not None
    september, october = desk.session.store.periods[8:10]
    desk.session.choose_period(september)
    settle(qtbot, desk)
    for key, words in ((FIRST, "1452/1710 (ước)"), (SECOND, "không phát sinh")):
        fill(qtbot, grid, key, "figure", words)
    settle(qtbot, desk)
    desk.session.choose_period(october)
    settle(qtbot, desk)
    click(qtbot, grid, cell(grid, FIRST, "figure"))
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    press(qtbot, Qt.Key.Key_Apostrophe, CTRL)
    settle(qtbot, desk)
    first, second = figures(path, FIRST)[-1], figures(path, SECOND)[-1]
    assert (first.start, first.numerator, first.denominator, first.estimate) == (
        october.start,
        Decimal(1452),
        Decimal(1710),
        True,
    )
    assert (second.state, figures(path, THIRD)) == (FigureState.NOTHING_HAPPENED, ())
    assert desk.undo.text() == "Hoàn tác: lấy số liệu kỳ trước cho 2 chỉ tiêu"


def test_a_row_without_an_earlier_figure_is_told(qtbot: QtBot, grid: FigureGrid, desk: MainWindow) -> None:
    with qtbot.waitSignal(desk.session.told, timeout=PATIENCE) as told:
        press(qtbot, Qt.Key.Key_Apostrophe, CTRL)
    assert told.args == ["Kỳ trước không có số liệu cho các dòng đã chọn."]


def test_words_are_taken_with_the_judgement(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    window.go_to("Nhập số liệu")
    grid = window.figures.indicators
    line = grid.lines.content_of("ct-I.4")
    assert line is not None
    before = line.previous
    fill(qtbot, grid, "ct-I.4", "figure", "lời khác")
    settle(qtbot, window)
    click(qtbot, grid, cell(grid, "ct-I.4", "figure"))
    press(qtbot, Qt.Key.Key_Apostrophe, CTRL)
    settle(qtbot, window)
    line = grid.lines.content_of("ct-I.4")
    assert line is not None
    assert (line.current.text, line.current.reached) == (before.text, before.reached)


def test_a_judgement_is_pasted_by_its_words(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    window.go_to("Nhập số liệu")
    grid = window.figures.indicators
    click(qtbot, grid, cell(grid, "ct-I.4", "reached"))
    QGuiApplication.clipboard().setText("khá")
    press(qtbot, Qt.Key.Key_V, CTRL)
    assert "chỉ ghi “Đạt” hoặc “Chưa đạt”" in answer(qtbot, "Đóng")
    click(qtbot, grid, cell(grid, "ct-I.4", "reached"))
    QGuiApplication.clipboard().setText("chưa đạt")
    press(qtbot, Qt.Key.Key_V, CTRL)
    settle(qtbot, window)
    wait(qtbot, lambda: text(grid, "ct-I.4", "reached") == "◐ Đang thực hiện")
