"""Chỉ tiêu: the period's indicators found, filtered, sorted, copied, and led from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.driving import PATIENCE, fill, open_store, press, push, settle, shown_window, wait, write
from ui.pages.rows import RowsPage
from ui.row_menu import row_menu
from ui.row_sheet import RowSheet
from ui.window import MainWindow

PAGE = "Chỉ tiêu"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> RowsPage:
    """Show the indicators of the sample."""
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    window.go_to(PAGE)
    settle(qtbot, window)
    return window.indicators


def shown(table: RowSheet) -> list[str]:
    rows = (row for row in range(table.rows.rowCount()) if not table.isRowHidden(row))
    return [table.rows.key_at(row) for row in rows]


def lines(table: RowSheet) -> list[str]:
    return [key for key in shown(table) if table.rows.content_of(key) is not None]


def cell(table: RowSheet, key: str, column: str) -> str:
    row = next(row for row in range(table.rows.rowCount()) if table.rows.key_at(row) == key)
    place = next(place for place, own in enumerate(table.rows.row_columns) if own.id == column)
    return table.rows.text_at(row, place)


def click_head(qtbot: QtBot, table: RowSheet, column: str) -> None:
    head = table.horizontalHeader()
    place = next(place for place, own in enumerate(table.rows.row_columns) if own.id == column)
    spot = QPoint(head.sectionViewportPosition(place) + head.sectionSize(place) // 2, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def pick(page: RowsPage, name: str, words: str) -> None:
    choice = page.tools.filters[name]
    choice.setCurrentIndex(choice.findText(words, Qt.MatchFlag.MatchContains))
    choice.activated.emit(choice.currentIndex())


def test_each_indicator_shows_where_it_stands(page: RowsPage) -> None:
    assert page.head.title.text() == "Chỉ tiêu tháng 10/2026"
    assert page.tools.count.text() == "41 chỉ tiêu"
    found = {name: cell(page.table, "ct-V.4", name) for name in ("target", "current", "share", "state", "lead")}
    assert found["target"] == "100% (2030)"
    assert (found["current"], found["share"]) == ("84,9", "84,9")
    assert found["state"].startswith("▲ Thấp hơn mục tiêu đến hết năm 2025")
    assert found["lead"]
    content = page.table.rows.content_of("ct-V.4")
    assert content is not None
    assert float(content.recent[-1].amount) == pytest.approx(84.9, abs=0.05)
    assert page.table.horizontalScrollBar().maximum() == 0


def test_a_search_without_diacritics_keeps_the_headings_and_esc_ends_it(qtbot: QtBot, page: RowsPage) -> None:
    press(qtbot, Qt.Key.Key_F, CONTROL)
    assert page.tools.search.hasFocus()
    write("so hoa")
    found = lines(page.table)
    assert 0 < len(found) < 41
    assert all("số hóa" in cell(page.table, key, "name").casefold() for key in found)
    assert len(shown(page.table)) > len(found)
    assert page.tools.count.text() == f"{len(found)}/41 chỉ tiêu"
    press(qtbot, Qt.Key.Key_Escape)
    assert page.tools.search.text() == ""
    assert len(lines(page.table)) == 41
    press(qtbot, Qt.Key.Key_Down)
    assert page.table.hasFocus()


def test_filters_are_said_where_nothing_is_left_and_can_be_lifted(qtbot: QtBot, page: RowsPage) -> None:
    pick(page, "state", "Thấp hơn mục tiêu")
    below = lines(page.table)
    assert "ct-V.4" in below
    pick(page, "mark", "Đến hết 2035")
    assert lines(page.table) == []
    assert page.empty.label.text().startswith("Không có chỉ tiêu nào hợp với ▲ Thấp hơn mục tiêu, Đến hết 2035")
    push(qtbot, page.empty.button)
    assert not page.empty.isVisible()
    assert len(lines(page.table)) == 41


def shares(table: RowSheet) -> list[float]:
    texts = (cell(table, key, "share") for key in lines(table))
    return [float(text.replace(".", "").replace(",", ".")) for text in texts if text]


def test_a_head_sorts_up_down_and_back_to_print(qtbot: QtBot, page: RowsPage) -> None:
    printed = shown(page.table)
    click_head(qtbot, page.table, "share")
    up = shares(page.table)
    assert up == sorted(up)
    assert page.table.rows.title_of(6) == "% mục tiêu ↑"
    click_head(qtbot, page.table, "share")
    assert shares(page.table) == up[::-1]
    assert cell(page.table, lines(page.table)[-1], "share") == ""
    click_head(qtbot, page.table, "share")
    assert shown(page.table) == printed


def test_rows_are_seen_by_unit_and_by_state(page: RowsPage) -> None:
    page.table.choose("ct-V.4")
    page.tools.group_by("unit")
    page.tools.arranged.emit()
    heads = [key for key in shown(page.table) if key.startswith("unit:")]
    assert "unit:Công an xã" in heads
    assert page.table.current_key() == "ct-V.4"
    assert page.tools.count.text() == "41 chỉ tiêu"
    page.tools.group_by("state")
    page.tools.arranged.emit()
    assert shown(page.table)[0] == "state:▲ Thấp hơn mục tiêu"


def test_a_heading_folds_and_unfolds_with_the_arrows(qtbot: QtBot, page: RowsPage) -> None:
    table = page.table
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, 1))
    press(qtbot, Qt.Key.Key_Left)
    assert len(lines(table)) == 37
    assert str(table.rows.index(0, 1).data()).startswith("▸ ")
    page.choose_row("ct-I.2")
    assert len(lines(table)) == 41
    assert table.current_key() == "ct-I.2"


def test_chosen_rows_are_copied_as_text_with_tabs(qtbot: QtBot, page: RowsPage) -> None:
    page.choose_row("ct-I.1")
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in copied] == ["1", "2"]
    assert "tháng 10/2026: 32,5%" in copied[0].split("\t")[4]


def test_the_details_follow_the_row_and_f4_hides_them(qtbot: QtBot, page: RowsPage) -> None:
    assert page.side.is_shown()
    press(qtbot, Qt.Key.Key_F4)
    assert not page.side.is_shown()
    assert not page.detail.isChecked()
    page.choose_row("ct-V.4")
    press(qtbot, Qt.Key.Key_Return)
    assert page.side.is_shown()


def test_the_menu_leads_to_where_the_figure_is_entered(qtbot: QtBot, window: MainWindow, page: RowsPage) -> None:
    page.choose_row("ct-V.4")
    menu = row_menu(page, page.table)
    named = {action.text(): action for action in menu.actions()}
    assert list(named) == ["&Xem chi tiết\tEnter", "&Nhập số liệu kỳ này", "&Chép dòng\tCtrl+C", "", "&Sắp xếp theo"]
    named["&Nhập số liệu kỳ này"].trigger()
    menu.deleteLater()
    grid = window.figures.indicators
    assert window.pages.currentWidget() is window.figures
    assert grid.lines.key_at(grid.currentIndex().row()) == "ct-V.4"
    assert grid.hasFocus()


def test_a_new_figure_is_seen_at_once(qtbot: QtBot, desk: MainWindow) -> None:
    desk.go_to(PAGE)
    desk.go_to("Nhập số liệu")
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", "60")
    settle(qtbot, desk)
    desk.go_to(PAGE)
    settle(qtbot, desk)
    assert cell(desk.indicators.table, "ct-5g", "current") == "60"
    content = desk.indicators.table.rows.content_of("ct-5g")
    assert content is not None
    assert [point.amount for point in content.recent] == [60]


def test_the_view_is_remembered(qtbot: QtBot, tmp_path: Path, path: Path) -> None:
    with shown_window(qtbot, tmp_path) as window:
        open_store(qtbot, window, path, PAGE)
        page = window.indicators
        page.sort_by("name")
        pick(page, "section", "Hạ tầng số")
        page.table.horizontalHeader().resizeSection(7, 200)
        wait(qtbot, lambda: bool(page.table.widths))
        wait(qtbot, lambda: "state" in str(window.settings.value("indicators/widths")))
        press(qtbot, Qt.Key.Key_F4)
    with shown_window(qtbot, tmp_path) as window:
        open_store(qtbot, window, path, PAGE)
        page = window.indicators
        assert lines(page.table) == ["ct-bai", "ct-so-hoa", "ct-5g"]
        assert page.tools.asked.section == "ct"
        assert not page.side.is_shown()
        assert abs(page.table.columnWidth(7) - 200) < 10


def test_the_printed_table_has_all_milestones(qtbot: QtBot, page: RowsPage) -> None:
    push(qtbot, page.as_printed)
    table = page.printed.table
    assert table is not None
    wait(qtbot, table.isVisible)
    assert not page.tools.isVisible()
    assert [column.title for column in table.lines.columns][2:4] == ["Đến hết 2025", "Đến hết 2030"]
    page.choose_row("ct-V.4")
    assert page.table.isVisible()
    assert page.table.current_key() == "ct-V.4"


@pytest.mark.parametrize("width", [911, 1366])
def test_no_width_needs_a_horizontal_scroll_bar(qtbot: QtBot, window: MainWindow, page: RowsPage, width: int) -> None:
    window.resize(width, 512)
    for shown_detail in (True, False):
        page.side.set_shown(shown_detail)
        settle(qtbot, window)
        assert page.table.horizontalScrollBar().maximum() == 0
        assert not page.table.isColumnHidden(1)


def test_a_plan_without_duties_shows_what_it_prints(qtbot: QtBot, window: MainWindow, bare: Callable[[], Path]) -> None:
    window.session.open(bare())
    settle(qtbot, window)
    window.go_to(PAGE)
    page = window.indicators
    assert "chưa có kỳ để xem" in page.notice.label.text()
    assert page.printed.table is not None
    wait(qtbot, page.printed.table.isVisible)
    assert not page.by_period.isEnabled()


@pytest.fixture
def bare(tmp_path: Path) -> Callable[[], Path]:
    """Make a store of a plan that has no reporting duty."""
    from dataclasses import replace

    from models.store.connection import Store
    from tests.models.store.samples import WHO
    from tests.ui.driving import NOW, ui_plan

    def make() -> Path:
        file = tmp_path / "a.so57"
        Store.create(file, replace(ui_plan(), duties=()), who=WHO, at=NOW).close()
        return file

    return make
