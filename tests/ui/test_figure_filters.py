"""The rows of a period by kind and unit, the bar that counts them, and what is remarked beneath a row."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.driving import PATIENCE, cell, click, fill, press, push, settle, wait
from ui import remarks
from ui.figure_grid import FigureGrid
from ui.window import MainWindow


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Give a window that shows the sample's period."""
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    window.go_to("Nhập số liệu")
    return window


def rows_shown(grid: FigureGrid) -> list[str]:
    """Return the keys of the lines in sight."""
    rows = range(grid.lines.rowCount())
    return [grid.lines.key_at(row) for row in rows if grid.lines.heading_at(row) is None and not grid.isRowHidden(row)]


def counts(window: MainWindow) -> list[str]:
    return [button.text() for button in window.figures.filters.buttons.values()]


def test_each_button_shows_as_many_rows_as_it_says(qtbot: QtBot, sample: MainWindow) -> None:
    shown = []
    for button in sample.figures.filters.buttons.values():
        push(qtbot, button)
        shown.append(len(rows_shown(sample.figures.indicators)))
    assert counts(sample) == ["Còn thiếu (1)", "Cần nhập (29)", "Tất cả (41)", "Cảnh báo (1)"]
    assert shown == [1, 29, 41, 1]


def test_the_buttons_are_reached_by_keys(qtbot: QtBot, sample: MainWindow) -> None:
    sample.figures.indicators.setFocus()
    press(qtbot, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    wait(qtbot, lambda: rows_shown(sample.figures.indicators) == ["ct-V.4"])


def test_tasks_done_before_this_period_are_not_asked_for(qtbot: QtBot, sample: MainWindow) -> None:
    figures = sample.figures
    figures.tabs.setCurrentWidget(figures.tasks)
    needed = rows_shown(figures.tasks)
    push(qtbot, figures.filters.buttons["all"])
    left_out = [figures.tasks.lines.content_of(key) for key in rows_shown(figures.tasks) if key not in needed]
    assert left_out
    assert all(line is not None and line.in_period is None and "Hoàn thành" in line.status.words for line in left_out)


def test_a_row_just_filled_stays_until_something_else_is_asked_for(qtbot: QtBot, sample: MainWindow) -> None:
    grid = sample.figures.indicators
    push(qtbot, sample.figures.filters.buttons["missing"])
    (key,) = rows_shown(grid)
    fill(qtbot, grid, key, "figure", "95")
    settle(qtbot, sample)
    assert (rows_shown(grid), counts(sample)[0]) == ([key], "Còn thiếu (0)")
    push(qtbot, sample.figures.filters.buttons["needed"])
    push(qtbot, sample.figures.filters.buttons["missing"])
    assert rows_shown(grid) == []
    assert "Không còn dòng nào thiếu số liệu." in sample.figures.empty.label.text()
    push(qtbot, sample.figures.filters.buttons["all"])
    assert not sample.figures.empty.isVisible()


def test_the_bar_counts_what_was_filled_in(qtbot: QtBot, sample: MainWindow) -> None:
    bar = sample.figures.completeness
    assert (bar.words.text(), bar.bar.value(), bar.bar.maximum()) == ("28/29 chỉ tiêu có số liệu", 28, 29)
    grid = sample.figures.indicators
    sample.figures.filters.choose("missing")
    fill(qtbot, grid, rows_shown(grid)[0], "figure", "95")
    settle(qtbot, sample)
    assert (bar.words.text(), bar.bar.value()) == ("29/29 chỉ tiêu có số liệu", 29)


def test_a_unit_has_its_own_rows_on_every_tab(qtbot: QtBot, sample: MainWindow) -> None:
    figures = sample.figures
    figures.filters.choose("all", "Công an xã")
    figures.tabs.setCurrentWidget(figures.tasks)
    lines = [figures.tasks.lines.content_of(key) for key in rows_shown(figures.tasks)]
    assert lines
    assert all(line is not None and "Công an xã" in line.row.lead for line in lines)
    assert counts(sample)[2] == f"Tất cả ({len(lines)})"


def test_a_warning_stands_beneath_the_row_as_soon_as_it_is_typed(qtbot: QtBot, desk: MainWindow) -> None:
    grid = desk.figures.indicators
    place = cell(grid, "ct-5g", "figure").row()
    low = grid.rowHeight(place)
    fill(qtbot, grid, "ct-5g", "figure", "120")
    settle(qtbot, desk)
    assert grid.lines.remark_at(place) == "▲ Kết quả 120% vượt quá 100%; hãy kiểm tra lại số liệu."
    assert grid.rowHeight(place) > low
    assert counts(desk)[3] == "Cảnh báo (1)"
    fill(qtbot, grid, "ct-5g", "figure", "85,2")
    settle(qtbot, desk)
    assert (grid.lines.remark_at(place), grid.rowHeight(place)) == ("", low)


def test_the_box_of_a_row_with_a_remark_is_ticked_where_it_is_drawn(qtbot: QtBot, desk: MainWindow) -> None:
    grid = desk.figures.indicators
    fill(qtbot, grid, "ct-5g", "figure", "120")
    settle(qtbot, desk)
    index = cell(grid, "ct-5g", "estimate")
    place = grid.visualRect(index)
    above = (place.height() - remarks.height_of(grid, index.row())) // 2
    spot = QPoint(place.left() + 10, place.top() + above)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    settle(qtbot, desk)
    assert index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked


def test_a_locked_period_takes_no_block(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    grid = desk.figures.indicators
    click(qtbot, grid, cell(grid, "ct-5g", "figure"))
    grid.lines.locked = True
    for key in (Qt.Key.Key_V, Qt.Key.Key_Apostrophe):
        with qtbot.waitSignal(desk.session.told, timeout=PATIENCE):
            press(qtbot, key, Qt.KeyboardModifier.ControlModifier)
