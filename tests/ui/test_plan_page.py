"""The page Kế hoạch: what stood before the store began is declared in a grid, in one undoable step each."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from importers.plan_files import load_plan
from models.actuals import Actual
from models.store import fact_rows
from models.store.connection import Store
from tests.ui.driving import (
    NOW,
    answer,
    cell,
    click,
    figures,
    fill,
    modal,
    open_store,
    press,
    progress,
    push,
    settle,
    text,
)
from ui.pages.plan import PlanPage
from ui.plan.first_tab import BeginningForm, FirstTab
from ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, path: Path) -> PlanPage:
    open_store(qtbot, window, path, "Kế hoạch")
    return window.plan


@pytest.fixture
def first(qtbot: QtBot, window: MainWindow, page: PlanPage) -> FirstTab:
    page.show_tab(page.first)
    settle(qtbot, window)
    return page.first


def test_undeclared_rows_are_counted_and_stay_in_sight_when_they_are_filled_in(
    qtbot: QtBot, window: MainWindow, first: FirstTab, path: Path
) -> None:
    assert first.left.text() == "còn 3/3 chưa khai báo"
    assert "Sổ bắt đầu từ 01/11/2026 (ngày lập sổ)" in first.line.text()
    fill(qtbot, first.grid, "ct-5g", "figure", "41,5")
    settle(qtbot, window)
    assert first.left.text() == "còn 2/3 chưa khai báo"
    assert text(first.grid, "ct-5g", "figure") == "41,5"
    assert text(first.grid, "ct-5g", "done_on") == "30/09/2026"
    assert not first.grid.isRowHidden(cell(first.grid, "ct-5g", "figure").row())
    assert [(one.value, one.as_of) for one in figures(path, "ct-5g")] == [(Decimal("41.5"), date(2026, 9, 30))]


def test_an_edit_is_one_step_that_undo_names_and_takes_back(
    qtbot: QtBot, window: MainWindow, first: FirstTab, path: Path
) -> None:
    fill(qtbot, first.grid, "ct-5g", "figure", "40")
    settle(qtbot, window)
    assert window.undo.text() == "Hoàn tác: khai báo ban đầu cho chỉ tiêu 1"
    window.undo.trigger()
    settle(qtbot, window)
    assert figures(path, "ct-5g") == ()
    assert first.left.text() == "còn 3/3 chưa khai báo"


def test_a_task_is_declared_done_with_its_document(
    qtbot: QtBot, window: MainWindow, first: FirstTab, path: Path
) -> None:
    for field, words in (("deliverable_number", "142/KH-UBND"), ("deliverable_date", "12/9/2026")):
        fill(qtbot, first.grid, "nv-kh", field, words)
        settle(qtbot, window)
    first.lines.setData(cell(first.grid, "nv-kh", "done"), "Đã xong")
    settle(qtbot, window)
    (record,) = progress(path, "nv-kh")
    assert (record.done, record.deliverable_number, record.done_on) == (True, "142/KH-UBND", date(2026, 9, 12))
    assert text(first.grid, "nv-kh", "done") == "Đã xong"
    assert first.left.text() == "còn 2/3 chưa khai báo"


def test_a_block_from_excel_is_one_change(qtbot: QtBot, window: MainWindow, first: FirstTab, path: Path) -> None:
    QGuiApplication.clipboard().setText("41,5\t\t31/12/2025\n95/100\t\t31/12/2025")
    click(qtbot, first.grid, cell(first.grid, "ct-5g", "figure"))
    press(qtbot, Qt.Key.Key_V, CONTROL)
    settle(qtbot, window)
    assert window.undo.text() == "Hoàn tác: dán 4 ô vào khai báo ban đầu"
    found: list[Actual] = [*figures(path, "ct-5g"), *figures(path, "ct-so-hoa")]
    assert [(one.value, one.numerator, one.as_of) for one in found] == [
        (Decimal("41.5"), None, date(2025, 12, 31)),
        (None, Decimal(95), date(2025, 12, 31)),
    ]
    window.undo.trigger()
    settle(qtbot, window)
    assert (figures(path, "ct-5g"), figures(path, "ct-so-hoa")) == ((), ())


def test_a_block_with_a_wrong_cell_is_refused_whole(
    qtbot: QtBot, window: MainWindow, first: FirstTab, path: Path
) -> None:
    QGuiApplication.clipboard().setText("41,5\t\t\nnhiều\tx\t")
    click(qtbot, first.grid, cell(first.grid, "ct-5g", "figure"))
    press(qtbot, Qt.Key.Key_V, CONTROL)
    said = answer(qtbot, "Đóng")
    assert "Chưa ghi ô nào vì 2 ô không ghi được" in said
    assert "2, cột Đã xong: ô này không ghi được." in said
    assert figures(path, "ct-5g") == ()


def test_filling_down_and_emptying(qtbot: QtBot, window: MainWindow, first: FirstTab, path: Path) -> None:
    fill(qtbot, first.grid, "ct-5g", "figure", "40")
    settle(qtbot, window)
    click(qtbot, first.grid, cell(first.grid, "ct-so-hoa", "figure"))
    press(qtbot, Qt.Key.Key_D, CONTROL)
    settle(qtbot, window)
    assert [one.value for one in figures(path, "ct-so-hoa")] == [Decimal(40)]
    press(qtbot, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert text(first.grid, "ct-so-hoa", "figure") == ""
    assert all(one.is_blank() for one in figures(path, "ct-so-hoa"))


@pytest.mark.parametrize(
    ("key", "field", "words", "said"),
    [
        ("ct-5g", "figure", "nhiều", "“nhiều” không phải là số"),
        ("nv-kh", "done_on", "15/10/2026", "Ngày xong 15/10/2026 của nhiệm vụ 1 sau ngày 30/09/2026"),
        ("nv-kh", "done_on", "tháng 9", "không phải là ngày"),
    ],
)
def test_what_is_wrong_is_said_and_the_old_value_stays(
    qtbot: QtBot, window: MainWindow, first: FirstTab, key: str, field: str, words: str, said: str
) -> None:
    fill(qtbot, first.grid, key, field, words)
    assert said in answer(qtbot, "Đóng")
    settle(qtbot, window)
    assert text(first.grid, key, field) == ""


def test_a_number_that_could_be_two_is_asked_about(
    qtbot: QtBot, window: MainWindow, first: FirstTab, path: Path
) -> None:
    push(qtbot, first.buttons["all"])
    fill(qtbot, first.grid, "ct-bai", "figure", "1.234")
    answer(qtbot, "1234")
    settle(qtbot, window)
    assert [one.value for one in figures(path, "ct-bai")] == [Decimal(1234)]
    fill(qtbot, first.grid, "ct-bai", "figure", "1.234")
    answer(qtbot, "Sửa lại")
    settle(qtbot, window)
    assert text(first.grid, "ct-bai", "figure") == "1.234"


def test_the_beginning_is_set_in_a_form_that_stays_open_while_it_is_wrong(
    qtbot: QtBot, window: MainWindow, first: FirstTab, path: Path
) -> None:
    push(qtbot, first.begin)
    form = modal(qtbot, BeginningForm)
    assert form.day.text() == "01/11/2026"
    form.day.setText("1/1/2029")
    push(qtbot, form.do)
    assert "còn ở sau hôm nay hơn một năm" in answer(qtbot, "Đóng")
    form = modal(qtbot, BeginningForm)
    form.day.setText("01/01/2026")
    push(qtbot, form.do)
    settle(qtbot, window)
    assert not any(isinstance(one, QDialog) and one.isVisible() for one in first.findChildren(QDialog))
    with Store.open(path, write=False) as store:
        assert fact_rows.declared_from(store) == date(2026, 1, 1)
    assert "tháng 12/2025, đến hết ngày 31/12/2025" in first.line.text()
    assert first.left.text() == "còn 1/1 chưa khai báo"


def test_all_declared_says_so_and_leads_on(qtbot: QtBot, window: MainWindow, first: FirstTab) -> None:
    for key, field, words in (
        ("ct-5g", "figure", "40"),
        ("ct-so-hoa", "figure", "96"),
        ("nv-kh", "done_on", "12/9/2026"),
    ):
        fill(qtbot, first.grid, key, field, words)
        settle(qtbot, window)
    assert first.left.text() == "còn 0/3 chưa khai báo"
    push(qtbot, first.buttons["wanted"])
    push(qtbot, first.buttons["left"])
    assert first.notice.label.text().startswith("Đã khai báo xong.")
    assert not first.grid.isVisible()


@pytest.mark.parametrize("name", ["thuan-chau", "xop", "quang-son", "phu-thai", "phong-tho"])
def test_every_tab_of_the_five_plans_shows_something(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str
) -> None:
    store = tmp_path / "a.so57"
    Store.create(store, load_plan(name), who="Lan", at=NOW).close()
    open_store(qtbot, window, store, "Kế hoạch")
    page, plan = window.plan, load_plan(name)
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        settle(qtbot, window)
    assert (plan.document.title or "(kế hoạch để trống)") in page.document.text.toPlainText()
    assert page.agencies.agencies.rowCount() >= len(plan.agencies)
    assert page.duties.duties.rowCount() == len(plan.duties)
    shown = {page.readings.rows.key_at(row) for row in range(page.readings.rows.rowCount())}
    assert {row.key for row in plan.indicators()} | {row.key for row in plan.tasks()} <= shown
    assert page.first.lines.rowCount() > 0
    assert page.extras.tasks.notice.isVisible()


def test_the_tab_in_view_comes_back(qtbot: QtBot, window: MainWindow, page: PlanPage) -> None:
    page.show_tab(page.readings)
    again = PlanPage(window.session, window.files, window.settings)
    qtbot.addWidget(again)
    assert again.tabs.currentIndex() == page.tabs.currentIndex() == 3


def test_the_overview_leads_to_what_is_undeclared(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    open_store(qtbot, window, path, "Tổng quan")
    lines = window.overview.to_do
    row = next(row for row in range(lines.count()) if "chưa khai báo" in lines.item(row).text())
    lines.setCurrentRow(row)
    lines.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.pages.currentWidget() is window.plan
    assert window.plan.first.grid.hasFocus()
    assert window.plan.first.left.text() == "còn 3/3 chưa khai báo"


def test_forms_begin_in_their_first_field_and_tab_goes_down(qtbot: QtBot, window: MainWindow, first: FirstTab) -> None:
    push(qtbot, first.begin)
    form = modal(qtbot, BeginningForm)
    assert form.day.hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert form.do.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, window)
