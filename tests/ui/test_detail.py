"""The detail pane: what a row says and asks, what is declared from there, where each figure comes from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from models.actuals import Actual
from models.facts import AnnualTarget, Extension, Reading
from models.indicator_story import Path, Point
from models.store import fact_rows, figure_rows
from models.store.connection import Store
from tests.models.store.samples import WHO
from tests.ui.driving import NOW, PATIENCE, answer, fill, modal, open_store, push, settle, wait
from ui import style
from ui.declaring_forms import AnnualTargetForm, ExtensionForm, ReadingForm
from ui.detail.pane import HEADING, LEAST, MOST, NOTHING, DetailPane
from ui.detail.path_chart import PathChart, in_view, nice_ticks
from ui.detail.told_dialog import ToldDialog
from ui.grid import Sheet
from ui.window import MainWindow


def show(qtbot: QtBot, window: MainWindow, pane: DetailPane, key: str | None) -> None:
    pane.show_row(key)
    settle(qtbot, window)


def pane_of(qtbot: QtBot, window: MainWindow) -> DetailPane:
    pane = DetailPane(window.session, window.files, window.settings)
    qtbot.addWidget(pane)
    pane.resize(380, 900)
    pane.show()
    return pane


@pytest.fixture
def pane(qtbot: QtBot, desk: MainWindow) -> DetailPane:
    """Give a pane over the small plan, on the row of a share."""
    shown = pane_of(qtbot, desk)
    show(qtbot, desk, shown, "ct-so-hoa")
    return shown


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> DetailPane:
    """Give a pane over the sample, with two years of figures."""
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    return pane_of(qtbot, window)


def cells(table: Sheet, row: int) -> list[str]:
    return [table.lines.text_at(row, column) for column in range(table.lines.columnCount())]


def facts(window: MainWindow) -> tuple[object, ...]:
    store = window.session.store
    assert store is not None
    with Store.open(store.path, write=False) as opened:
        return fact_rows.facts(opened).each()


def test_nothing_chosen_and_headings_say_what_to_do(qtbot: QtBot, desk: MainWindow, pane: DetailPane) -> None:
    show(qtbot, desk, pane, None)
    assert pane.empty.isVisible()
    assert pane.empty.text() == NOTHING
    show(qtbot, desk, pane, "ct")
    assert pane.empty.text() == HEADING


def test_an_indicator_is_told_from_its_targets_to_its_figures(
    qtbot: QtBot, window: MainWindow, sample: DetailPane
) -> None:
    show(qtbot, window, sample, "ct-V.4")
    detail = sample.indicator
    assert detail.head.name.text().startswith("Tỷ lệ hồ sơ, kết quả giải quyết thủ tục hành chính")
    assert detail.head.state.text() == "▲ Thấp hơn mục tiêu đến hết năm 2025"
    assert cells(detail.targets, 1) == ["Đến hết năm 2030", "100%", "ít nhất 100%; mốc đang xét"]
    assert ["Tháng 10/2026", "84,9", "84,9%"] in [
        cells(detail.figures, row)[:3] for row in range(detail.figure_lines.rowCount())
    ]
    assert "Kết quả sau cùng đến 31/12/2026: 97,9" in detail.chart.accessibleName()
    assert "máy quét hỏng" in detail.notes.text()
    assert detail.chart.isVisible()


def test_words_have_a_table_of_their_own_and_no_chart(qtbot: QtBot, window: MainWindow, sample: DetailPane) -> None:
    show(qtbot, window, sample, "ct-I.4")
    detail = sample.indicator
    assert detail.said.isVisible()
    assert not detail.figures.isVisible()
    assert "Tổ" in cells(detail.said, 0)[1] or "Đội" in cells(detail.said, 0)[1]
    assert not detail.chart.isVisible()
    assert not detail.legend.isVisible()


def test_a_reading_is_declared_refused_without_a_reason_and_taken_back(
    qtbot: QtBot, desk: MainWindow, pane: DetailPane
) -> None:
    push(qtbot, pane.indicator.change_reading)
    form = modal(qtbot, ReadingForm)
    form.column.setCurrentIndex(1)
    form.understood.setText("≥ 98%")
    push(qtbot, form.do)
    assert "lý do" in answer(qtbot, "Đóng")
    form.why.setPlainText("in nhầm")
    push(qtbot, form.do)
    wait(qtbot, lambda: cells(pane.indicator.targets, 1)[2].startswith("ít nhất 98% (theo cán bộ)"))
    assert facts(desk) == (Reading("ct-so-hoa", "2030", "≥ 98%", "in nhầm"),)
    (button,) = pane.indicator.declared.findChildren(QToolButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait(qtbot, lambda: cells(pane.indicator.targets, 1)[2].startswith("ít nhất 100%"))
    assert facts(desk) == ()
    desk.undo.trigger()
    wait(qtbot, lambda: cells(pane.indicator.targets, 1)[2].startswith("ít nhất 98%"))


def test_an_annual_target_is_declared_and_told(qtbot: QtBot, desk: MainWindow, pane: DetailPane) -> None:
    push(qtbot, pane.indicator.annual_target)
    form = modal(qtbot, AnnualTargetForm)
    assert form.year.value() == 2026
    form.target.setText("≥ 97%")
    form.number.setText("12/QĐ-UBND")
    push(qtbot, form.do)
    wait(qtbot, pane.indicator.declared.isVisible)
    (fact,) = facts(desk)
    assert isinstance(fact, AnnualTarget)
    assert "Mục tiêu năm 2026 được giao: 97" in pane.indicator.chart.accessibleName()


def test_a_deadline_is_put_off_from_the_task(qtbot: QtBot, desk: MainWindow, pane: DetailPane) -> None:
    show(qtbot, desk, pane, "nv-kh")
    assert cells(pane.task.times, 0) == ["Thời gian", "9/2026", "đến hết ngày 30/09/2026"]
    push(qtbot, pane.task.extend)
    form = modal(qtbot, ExtensionForm)
    form.deadline.setText("01/09/2026")
    push(qtbot, form.do)
    assert "không sau hạn" in answer(qtbot, "Đóng")
    form.deadline.setText("31/12/2026")
    push(qtbot, form.do)
    wait(qtbot, lambda: "gia hạn đến 31/12/2026" in cells(pane.task.times, 0)[2])
    (fact,) = facts(desk)
    assert isinstance(fact, Extension)
    assert "Tháng 9/2026, gia hạn đến 31/12/2026" in pane.task.now.text()


def test_a_task_tells_deliverable_and_records(qtbot: QtBot, window: MainWindow, sample: DetailPane) -> None:
    show(qtbot, window, sample, "nv-I.4.3")
    task = sample.task
    assert task.came_true.isVisible()
    assert "86/KH-UBND" in task.deliverable.text()
    assert "Ban hành kế hoạch phát động phong trào thi đua" in cells(task.records, 0)[1]
    assert task.declared.isVisible()


def test_a_figure_leads_to_its_earlier_values(qtbot: QtBot, desk: MainWindow, pane: DetailPane) -> None:
    for value in ("80", "85"):
        fill(qtbot, desk.figures.indicators, "ct-so-hoa", "figure", value)
        settle(qtbot, desk)
    pane.activateWindow()
    table = pane.indicator.figures
    wait(qtbot, lambda: table.lines.rowCount() == 1 and table.lines.text_at(0, 1) == "85")
    table.activated.emit(table.lines.index(0, 1))
    dialog = modal(qtbot, ToldDialog)
    newest, oldest = dialog.story.toPlainText().split("\n\n")
    assert "kết quả 80% → 85%" in newest
    assert "kết quả 80%" in oldest
    dialog.accept()
    assert newest.split(": ")[1] in pane.indicator.history.words.text()


def test_a_long_history_is_shown_whole_when_asked(qtbot: QtBot, desk: MainWindow, pane: DetailPane) -> None:
    for value in range(80, 87):
        fill(qtbot, desk.figures.indicators, "ct-so-hoa", "figure", str(value))
        settle(qtbot, desk)
    history = pane.indicator.history
    wait(qtbot, lambda: "7 lần" in history.more.text())
    assert history.words.text().count("\n\n") == 4
    push(qtbot, history.more)
    assert history.words.text().count("\n\n") == 6


def test_the_last_of_quickly_chosen_rows_is_shown(qtbot: QtBot, desk: MainWindow, pane: DetailPane) -> None:
    for key in ("ct-5g", "nv-kh", "ct-bai"):
        pane.show_row(key)
    settle(qtbot, desk)
    assert pane.indicator.head.name.text() == "Bài viết"
    assert pane.indicator.no_targets.isVisible()
    assert not pane.indicator.change_reading.isEnabled()


def test_closing_the_store_leaves_nothing_of_it(qtbot: QtBot, desk: MainWindow, pane: DetailPane) -> None:
    desk.close_store.trigger()
    wait(qtbot, lambda: desk.session.store is None)
    assert pane.key is None
    assert pane.empty.isVisible()


@pytest.mark.parametrize("width", [LEAST, MOST])
def test_nothing_runs_over_the_side(qtbot: QtBot, window: MainWindow, sample: DetailPane, width: int) -> None:
    sample.resize(width, 700)
    for key, detail in (("ct-V.4", sample.indicator), ("nv-I.4.3", sample.task)):
        show(qtbot, window, sample, key)
        area = sample.areas[0 if detail is sample.indicator else 1]
        assert area.horizontalScrollBar().maximum() == 0
        page = area.widget()
        assert page is not None
        for table in (one for one in page.findChildren(Sheet) if one.isVisible()):
            columns = sum(table.columnWidth(column) for column in range(table.lines.columnCount()))
            assert columns <= table.viewport().width() + 1, (key, table.accessibleName())
            assert table.mapTo(page, QPoint(table.width(), 0)).x() <= page.width()


def test_ticks_are_round_and_hold_all() -> None:
    assert nice_ticks([84.9, 100]) == [80, 85, 90, 95, 100]
    assert nice_ticks([5]) == [5, 6]
    assert nice_ticks([0]) == [0.0, 0.2]


def test_the_chart_ends_at_the_next_milestone() -> None:
    targets = tuple(Point(date(year, 12, 31), Fraction(90), "90") for year in (2025, 2030, 2035))
    actual = Point(date(2026, 10, 31), Fraction(85), "85")
    path = Path("%", targets, (), (actual,), straight=True)
    assert in_view(path).targets == targets[:2]
    assert in_view(Path("%", targets)).targets == targets


def test_the_chart_is_drawn_in_the_colours_of_the_theme(qtbot: QtBot) -> None:
    chart = PathChart()
    qtbot.addWidget(chart)
    targets = (Point(date(2025, 12, 31), Fraction(95), "95"), Point(date(2030, 12, 31), Fraction(100), "100"))
    chart.show_path(Path("%", targets, (), (Point(date(2026, 10, 31), Fraction(85), "85"),), straight=True))
    chart.resize(300, 180)
    drawn = chart.grab().toImage()
    seen = {drawn.pixelColor(x, y).name().upper() for x in range(300) for y in range(180)}
    assert {style.TOKENS.accent.upper(), style.TOKENS.behind.upper(), style.TOKENS.line.upper()} <= seen


def test_a_long_row_shows_its_last_periods_and_all_when_asked(
    qtbot: QtBot, desk: MainWindow, pane: DetailPane, path: FilePath
) -> None:
    desk.close_store.trigger()
    wait(qtbot, lambda: desk.session.store is None)
    with Store.open(path) as store, store.change("Nhập", who=WHO, at=NOW) as change:
        for number in range(30):
            day = date(2024 + number // 12, number % 12 + 1, 1)
            figure_rows.save(change, Actual("ct-so-hoa", day, day.replace(day=28), value=Decimal(number)))
    open_store(qtbot, desk, path)
    show(qtbot, desk, pane, "ct-so-hoa")
    detail = pane.indicator
    assert detail.figure_lines.rowCount() == 24
    assert detail.all_periods.text() == "Xem cả 30 kỳ"
    push(qtbot, detail.all_periods)
    assert detail.figure_lines.rowCount() == 30
    assert not detail.all_periods.isVisible()
