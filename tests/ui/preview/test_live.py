"""The preview beside the outline: it follows what is typed before it is saved, and the figures; it tells and prints."""

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.driving import fill, modal, push, settle, wait, write
from ui.pages.report import ReportPage
from ui.window import MainWindow

KEY = "ct-5g"


@pytest.fixture
def page(qtbot: QtBot, desk: MainWindow) -> ReportPage:
    """Give the report page of October with one figure."""
    fill(qtbot, desk.figures.indicators, KEY, "figure", "40")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    return desk.report


def shows(page: ReportPage, text: str) -> Callable[[], bool]:
    return lambda: bool(list(page.preview.canvas.sheets.find(text)))


def test_words_are_on_the_page_while_they_are_typed(qtbot: QtBot, page: ReportPage) -> None:
    wait(qtbot, shows(page, "TỒN TẠI"))
    page.outline.boxes["III"].setFocus()
    write("Máy quét hỏng từ đầu tháng")
    wait(qtbot, shows(page, "Máy quét hỏng từ đầu tháng"))
    assert page.outline.boxes["III"].hasFocus()
    assert page._session.standing is not None
    assert "III" not in page._session.standing.report.words  # nothing was saved yet


def test_a_new_figure_comes_onto_the_page(qtbot: QtBot, desk: MainWindow, page: ReportPage) -> None:
    wait(qtbot, shows(page, "TỒN TẠI"))
    desk.go_to("Nhập số liệu")
    fill(qtbot, desk.figures.indicators, KEY, "figure", "41,7")
    desk.go_to("Báo cáo")
    wait(qtbot, shows(page, "41,7"))


def test_another_period_starts_over(qtbot: QtBot, desk: MainWindow, page: ReportPage) -> None:
    wait(qtbot, shows(page, "tháng 10 năm 2026"))
    periods = desk.session.store.periods if desk.session.store else ()
    desk.session.choose_period(next(one for one in periods if one.span.key == "2026-09"))
    wait(qtbot, shows(page, "tháng 9 năm 2026"))


def test_pages_laid_out_just_before_the_period_changes_are_not_shown(
    qtbot: QtBot, desk: MainWindow, page: ReportPage
) -> None:
    wait(qtbot, shows(page, "tháng 10 năm 2026"))
    page.live.type("III", "Máy quét hỏng")
    page.live._on_pause()
    done, shown = Event(), list[object]()
    page.live._runner.task(page, done.set).start()
    done.wait()  # laid out, but no event was handled yet
    page.live.laid_out.connect(shown.append)
    page.live._on_period(None)
    wait(qtbot, lambda: not page.live._runner.is_busy())
    assert not shown


def test_the_story_of_a_figure_stands_under_the_pages(qtbot: QtBot, page: ReportPage) -> None:
    canvas = page.preview.canvas
    wait(qtbot, lambda: bool(canvas.sheets.sheets))
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    wait(qtbot, page.preview.story.isVisible)
    assert "40%" in page.preview.story.lines.text()
    push(qtbot, page.preview.story.shut)
    assert not page.preview.story.isVisible()


def test_a_double_click_leads_to_the_words_of_the_section(qtbot: QtBot, page: ReportPage) -> None:
    page.preview.canvas.words_asked.emit("III/causes")
    wait(qtbot, page.outline.boxes["III"].hasFocus)
    page.preview.canvas.words_asked.emit("replaces")  # not the officer's: nothing to go to
    assert page.outline.boxes["III"].hasFocus()


def test_print_asks_for_the_printer(qtbot: QtBot, page: ReportPage) -> None:
    wait(qtbot, page.preview.print.isEnabled)
    push(qtbot, page.preview.print)
    dialog = modal(qtbot, QPrintDialog)
    assert dialog.windowTitle() == "In: Báo cáo tháng 10/2026"
    dialog.reject()
