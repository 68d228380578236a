"""The check list: what does not fit, in order of weight, and the way to each row."""

from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.driving import PATIENCE, fill, press, settle, wait
from ui.grid import Sheet
from ui.models.finding_columns import GRAVE
from ui.window import MainWindow


def open_page(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("Kiểm tra")
    settle(qtbot, window)


def place_of(window: MainWindow, words: str) -> int:
    lines = window.checking.lines
    return next(row for row in range(lines.rowCount()) if words in lines.text_at(row, 1))


def in_sight(table: Sheet) -> bool:
    return table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_each_line_leads_to_its_row(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    for words, name, key in (
        ("Nhiệm vụ X.3 in", "Nhiệm vụ", "nv-X.3"),
        ("Chỉ tiêu V.4: kết quả giảm 11,9", "Chỉ tiêu", "ct-V.4"),
    ):
        open_page(qtbot, window)
        found = window.checking.table
        found.setCurrentIndex(found.lines.index(place_of(window, words), 1))
        found.setFocus()
        press(qtbot, Qt.Key.Key_Return)
        page = window.indicators if name == "Chỉ tiêu" else window.tasks
        assert window.pages.currentWidget() is page
        table = page.table
        assert table is not None
        assert table.lines.key_at(table.currentIndex().row()) == key
        wait(qtbot, partial(in_sight, table))


def test_a_grave_finding_stands_first_and_goes_when_it_is_mended(qtbot: QtBot, desk: MainWindow) -> None:
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", "120")
    settle(qtbot, desk)
    open_page(qtbot, desk)
    lines = desk.checking.lines
    heading = lines.heading_at(0)
    assert heading is not None
    assert heading.name == f"{GRAVE} (1)"
    assert "vượt quá 100%" in lines.text_at(1, 1)
    assert [lines.text_at(1, column) for column in (0, 2, 3)] == ["■", "1", "Vượt 100%"]
    desk.undo.trigger()
    wait(qtbot, lambda: GRAVE not in {lines.key_at(row) for row in range(lines.rowCount())})


def test_a_line_about_the_whole_plan_leads_nowhere(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    open_page(qtbot, window)
    table = window.checking.table
    table.setCurrentIndex(table.lines.index(place_of(window, "chốt số liệu vào những ngày khác nhau"), 1))
    table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.checking


def test_with_nothing_to_look_at_it_says_so(qtbot: QtBot, desk: MainWindow) -> None:
    open_page(qtbot, desk)
    page = desk.checking
    assert page.head.title.text() == "Kiểm tra tháng 10/2026"
    assert page.notice.label.text().startswith("Không có gì phải xem lại")
    assert not page.table.isVisible()
