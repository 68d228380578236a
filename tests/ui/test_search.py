"""Ctrl+K: rows, periods, documents, pages and commands from one box."""

import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.desk import Desk
from models.store.connection import Store
from tests.ui.driving import PATIENCE, modal, press, settle, wait, write
from ui.search.box import SearchBox
from ui.search.places import Kind, Place, find, of_store, place
from ui.window import MainWindow

TODAY = date(2026, 11, 1)


def opened(qtbot: QtBot, window: MainWindow) -> SearchBox:
    """Open the box by its keys and wait until the store was read."""
    window.activateWindow()
    wait(qtbot, window.isActiveWindow)
    press(qtbot, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = modal(qtbot, SearchBox)
    settle(qtbot, window)
    return box


def search(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Search for words and go to the first place."""
    opened(qtbot, window)
    write(words)
    press(qtbot, Qt.Key.Key_Return)
    wait(qtbot, lambda: not isinstance(QApplication.activeModalWidget(), SearchBox))
    settle(qtbot, window)


def test_a_row_is_found_without_diacritics(qtbot: QtBot, desk: MainWindow) -> None:
    box = opened(qtbot, desk)
    write("phu song 5g")
    assert "5G" in box.list.item(0).text()
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert desk.pages.currentWidget() is desk.indicators


def test_a_period_is_found_and_worked_on(qtbot: QtBot, desk: MainWindow) -> None:
    search(qtbot, desk, "9/2026")
    assert desk.session.period is not None
    assert desk.session.period.span.key == "2026-09"
    assert desk.bar.period.currentText().startswith("Tháng 9/2026")


def test_a_period_of_another_year_is_shown_in_its_year(qtbot: QtBot, desk: MainWindow) -> None:
    search(qtbot, desk, "3/2027")
    assert desk.bar.year.value() == 2027
    assert desk.bar.period.currentText().startswith("Tháng 3/2027")


def test_a_page_and_a_command_are_found(qtbot: QtBot, desk: MainWindow) -> None:
    search(qtbot, desk, "kiem tra")
    assert desk.pages.currentWidget() is desk.checking
    search(qtbot, desk, "sao luu")
    assert desk.settings_page.safety.list.count() == 1


def test_the_way_to_the_export_is_a_command(qtbot: QtBot, desk: MainWindow) -> None:
    search(qtbot, desk, "xuat bao cao")
    assert desk.pages.currentWidget() is desk.report
    focus = desk.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text().startswith("Xuất báo cáo")


def test_the_arrows_choose_and_escape_closes(qtbot: QtBot, desk: MainWindow) -> None:
    box = opened(qtbot, desk)
    press(qtbot, Qt.Key.Key_Down)
    assert box.list.currentRow() == 1
    press(qtbot, Qt.Key.Key_Escape)
    wait(qtbot, lambda: QApplication.activeModalWidget() is None)
    assert desk.pages.currentWidget() is desk.figures


def test_nothing_found_says_so(qtbot: QtBot, desk: MainWindow) -> None:
    box = opened(qtbot, desk)
    write("xyzw")
    assert box.told.text() == "Không tìm thấy “xyzw”. Thử gõ ít chữ hơn; gõ không dấu cũng được."
    press(qtbot, Qt.Key.Key_Return)
    assert box.isVisible()
    press(qtbot, Qt.Key.Key_Escape)


def test_documents_of_the_sample_lead_on(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    search(qtbot, window, "1021/UBND-VHXH")
    assert window.pages.currentWidget() is window.report


def test_the_nearest_comes_first() -> None:
    places = [
        place(Kind.INDICATOR, "Tỷ lệ phủ sóng 5G", "a", "I.1", "Phòng Văn hóa"),
        place(Kind.TASK, "Số hóa hồ sơ", "b", "V.4"),
        place(Kind.TASK, "Đẩy mạnh số hóa", "c", "V.5"),
        place(Kind.INDICATOR, "Hóa đơn điện tử số", "d", "V.6"),
    ]
    assert [own.target for own in find(places, "so hoa")] == ["b", "c", "d", "a"]
    assert [own.target for own in find(places, "v.5")] == ["c"]
    assert [own.target for own in find(places, "song van")] == ["a"]
    assert [own.target for own in find(places, "ong")] == ["a"]


def test_twenty_years_are_searched_in_no_time() -> None:
    places = [place(Kind.TASK, f"Xây dựng hệ thống số hóa hồ sơ thứ {at}", f"k{at}", str(at)) for at in range(5000)]
    began = time.perf_counter()
    assert len(find(places, "ho so so hoa")) == 40
    assert time.perf_counter() - began < 0.2


def test_every_row_of_a_store_can_be_found(path: Path) -> None:
    with Store.open(path, write=False) as store:
        desk = Desk(store)
        found: tuple[Place, ...] = of_store(desk, TODAY)
        keys = {row.key for row in desk.plan.rows()}
    assert keys <= {own.target for own in found if isinstance(own.target, str)}
