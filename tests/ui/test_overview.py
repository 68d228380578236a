"""The first page: the report in work, things to do that lead on, charts that follow what is recorded."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.store.connection import Store
from models.to_do import ToDo, ToDoKind
from tests.ui.driving import NOW, PATIENCE, fill, open_store, press, push, settle, ui_plan, wait
from ui.grid import Sheet
from ui.to_do_list import TO_DO
from ui.window import MainWindow

KEY = "ct-5g"


def lines(window: MainWindow) -> list[str]:
    listed = window.overview.to_do
    return [listed.item(row).text() for row in range(listed.count())]


def choose(window: MainWindow, kind: ToDoKind) -> ToDo:
    """Put the choice on the line of that kind."""
    listed = window.overview.to_do
    for row in range(listed.count()):
        to_do: ToDo = listed.item(row).data(TO_DO)
        if to_do.kind is kind:
            listed.setCurrentRow(row)
            listed.setFocus()
            return to_do
    raise AssertionError(lines(window))


def sample(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)


def shown_keys(table: Sheet | None) -> set[str]:
    assert table is not None
    rows = range(table.lines.rowCount())
    return {table.lines.key_at(row) for row in rows if not table.isRowHidden(row) and not table.lines.heading_at(row)}


def test_a_store_opens_on_it_and_a_new_one_says_what_to_do_first(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    open_store(qtbot, window, path, "Tổng quan")
    page = window.overview
    assert window.pages.currentWidget() is page
    assert page.notice.label.text().startswith("Sổ chưa có số liệu nào. Việc đầu tiên: ")
    assert page.due.title.text() == "Báo cáo tháng 10/2026 · chưa lập"
    assert page.due.to.text() == "Gửi UBND tỉnh"
    assert "○ 2 chỉ tiêu chưa có số liệu: chưa rõ đơn vị (2)" in lines(window)
    push(qtbot, page.notice.button)
    assert window.pages.currentWidget() is window.figures


def test_what_is_recorded_is_told_when_one_comes_back(qtbot: QtBot, desk: MainWindow) -> None:
    fill(qtbot, desk.figures.indicators, KEY, "figure", "60")
    desk.go_to("Tổng quan")
    settle(qtbot, desk)
    page = desk.overview
    assert not page.notice.isVisible()
    assert (page.due.told.value(), page.due.told.maximum()) == (1, 2)
    assert "tháng 10/2026: 1/2 chỉ tiêu có số liệu" in page.due.counts.text()
    assert "1&nbsp;đạt" in page.indicators.legend.text()
    assert page.trend.accessibleName() == "tháng 10/2026: đạt 1/2"
    assert "○ 1 chỉ tiêu chưa có số liệu: chưa rõ đơn vị (1)" in lines(desk)


def test_undo_is_followed_while_it_is_seen(qtbot: QtBot, desk: MainWindow) -> None:
    fill(qtbot, desk.figures.indicators, KEY, "figure", "60")
    desk.go_to("Tổng quan")
    settle(qtbot, desk)
    desk.undo.trigger()
    wait(qtbot, lambda: desk.overview.due.told.value() == 0)
    assert desk.overview.notice.isVisible()


def test_enter_on_a_line_leads_to_its_tasks_and_the_filter_can_be_lifted(qtbot: QtBot, window: MainWindow) -> None:
    sample(qtbot, window)
    to_do = choose(window, ToDoKind.WAITING)
    press(qtbot, Qt.Key.Key_Return)
    page = window.tasks
    assert window.pages.currentWidget() is page
    assert page.filtered.label.text() == f"Đang lọc: {to_do.sentence}"
    assert shown_keys(page.table) == to_do.keys
    push(qtbot, page.filtered.button)
    assert not page.filtered.isVisible()
    assert len(shown_keys(page.table)) == 48


def test_missing_figures_lead_to_where_they_are_entered(qtbot: QtBot, window: MainWindow) -> None:
    sample(qtbot, window)
    to_do = choose(window, ToDoKind.NO_FIGURE)
    listed = window.overview.to_do
    spot = listed.visualItemRect(listed.currentItem()).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(spot))
    settle(qtbot, window)
    assert window.pages.currentWidget() is window.figures
    assert shown_keys(window.figures.indicators) == to_do.keys


def test_warnings_lead_to_the_check_list(qtbot: QtBot, window: MainWindow) -> None:
    sample(qtbot, window)
    choose(window, ToDoKind.WARNING)
    press(qtbot, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.checking
    settle(qtbot, window)


def test_a_report_left_leads_to_its_own_period(qtbot: QtBot, window: MainWindow) -> None:
    sample(qtbot, window)
    to_do = choose(window, ToDoKind.REPORT)
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.pages.currentWidget() is window.report
    assert window.session.period == to_do.period
    window.go_to("Tổng quan")
    settle(qtbot, window)
    push(qtbot, window.overview.due.make)
    settle(qtbot, window)
    assert window.session.period is not None
    assert window.session.period.key == "bao-cao-thang/2026-10"


def test_every_line_is_seen_whole_and_nothing_scrolls_sideways(qtbot: QtBot, window: MainWindow) -> None:
    sample(qtbot, window)
    listed = window.overview.to_do
    for size in ((1366, 768), (910, 512)):
        window.resize(*size)
        settle(qtbot, window)
        wait(qtbot, lambda: not listed.verticalScrollBar().maximum())
        assert not listed.horizontalScrollBar().maximum()
        narrow = [label for label in window.overview.body.findChildren(QLabel) if not label.wordWrap()]
        assert all(label.width() >= label.sizeHint().width() for label in narrow if label.isVisible())
        assert window.overview.body.width() <= window.overview.width()


def test_a_plan_without_duties_says_that_there_is_nothing_to_sum_up(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "a.so57"
    Store.create(path, replace(ui_plan(), duties=()), who="Lò Thị Lan", at=NOW).close()
    with qtbot.waitSignal(window.session.period_chosen, timeout=PATIENCE):
        window.session.open(path)
    assert "chưa có chế độ báo cáo định kỳ" in window.overview.notice.label.text()
    assert not window.overview.body.isVisible()
