"""The window with each of the five plans: every page and kind of report, in the plan's own layout."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from desktop.sample import SAMPLE_PERIODS, make_sample_store
from importers.plan_files import built_in_plans
from models.duties import ReportingPeriod
from models.store.connection import Store
from tests.ui.driving import NOW, PATIENCE, choose, fill, modal, open_store, progress, push, settle, text, wait
from ui.dialogs import IssueDialog
from ui.grid import Sheet
from ui.models.line_table import Heading
from ui.window import MainWindow
from ui.window_pages import PAGES

FIGURES, INDICATORS, TASKS, REPORT = "Nhập số liệu", "Chỉ tiêu", "Nhiệm vụ", "Báo cáo"


@pytest.fixture
def warned() -> Iterator[list[str]]:
    """Collect what Qt warns of."""
    found: list[str] = []

    def hear(kind: QtMsgType, _: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "propagateSizeHints" not in message:
            found.append(message)

    before = qInstallMessageHandler(hear)
    yield found
    qInstallMessageHandler(before)


def sample(folder: Path, plan: str) -> Path:
    path = folder / f"{plan}.so57"
    make_sample_store(path, plan, at=NOW)
    return path


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path, request: pytest.FixtureRequest) -> MainWindow:
    """Show the sample of a plan."""
    open_store(qtbot, window, sample(tmp_path, request.param))
    return window


def of_plan(*plans: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("opened", plans, indirect=True)


def period_of(qtbot: QtBot, window: MainWindow, key: str) -> ReportingPeriod:
    """Choose a period by its key."""
    span = key.partition("/")[2]
    if not any(period.key == key for period in window.bar._periods):
        window.session.choose_year(int(span[:4]))
        settle(qtbot, window)
    period = next(period for period in window.bar._periods if period.key == key)
    if period != window.session.period:
        with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
            window.session.choose_period(period)
    settle(qtbot, window)
    return period


def names(table: Sheet | None) -> list[str]:
    assert table is not None
    rows = range(table.lines.rowCount())
    return [heading.name if (heading := table.lines.heading_at(row)) else table.lines.text_at(row, 1) for row in rows]


@pytest.mark.parametrize("plan", built_in_plans())
def test_every_page_and_kind_of_report_opens(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, plan: str, warned: list[str]
) -> None:
    open_store(qtbot, window, sample(tmp_path, plan))
    window.session.choose_year(2026)
    settle(qtbot, window)
    last = {(period.duty.id, period.replaced_by is None): period for period in window.bar._periods}
    for period in last.values():
        period_of(qtbot, window, period.key)
        for page in PAGES:
            window.go_to(page)
            for tabs in window.pages.findChildren(QTabWidget):
                for place in range(tabs.count()):
                    tabs.setCurrentIndex(place)
            settle(qtbot, window)
        window.go_to(REPORT)
        settle(qtbot, window)
        by_units = period.duty.direction == "incoming"
        assert window.report.outline.isVisible() is not by_units
        assert bool(window.report.outline.written_text()) is not by_units
    assert warned == []
    assert {duty.id for duty in window.session.store.plan.duties} == {duty for duty, _ in last}  # type: ignore[union-attr]


def test_the_start_page_offers_all_five_plans(qtbot: QtBot, window: MainWindow) -> None:
    wait(qtbot, lambda: window.start.plans.count() == 5)
    offered = [window.start.plans.itemData(place) for place in range(5)]
    assert sorted(offered) == sorted(SAMPLE_PERIODS)
    assert window.start.plans.findText("UBND xã Phú Thái, thành phố Hải Phòng") >= 0
    assert not window.start.make.isEnabled()


@of_plan("quang-son")
def test_an_indicator_of_several_milestones_is_filled_in_once(qtbot: QtBot, opened: MainWindow) -> None:
    period_of(qtbot, opened, "bao-cao-tong-ket/2026")
    grid = opened.figures.indicators
    opened.figures.filters.buttons["all"].click()
    lines = [row for row in range(grid.lines.rowCount()) if grid.lines.heading_at(row) is None]
    assert [grid.lines.text_at(row, 0) for row in lines] == ["6", "7", "8", "9", "10", "11", "15", "22", "23"]
    assert "Đến năm 2025" not in names(grid)
    fill(qtbot, grid, "ct-1", "figure", "88,8")
    settle(qtbot, opened)
    assert text(grid, "ct-1", "figure") == "88,8"
    opened.go_to(INDICATORS)
    assert sum(row.kind == "indicator" for row in _plan(opened).indicator_rows) == 23
    opened.indicators.as_printed.click()
    assert "9 chỉ tiêu (in thành 23 dòng theo các mốc)" in opened.indicators.head.line.text()
    assert "Cột “Kết quả” của bảng này là mục tiêu" in opened.indicators.head.line.text()


def _plan(window: MainWindow):  # type: ignore[no-untyped-def]
    assert window.session.store is not None
    return window.session.store.plan


@of_plan("phu-thai")
def test_prose_stands_in_sentences_with_its_parts(qtbot: QtBot, opened: MainWindow) -> None:
    opened.go_to(INDICATORS)
    opened.indicators.as_printed.click()
    table = opened.indicators.printed.table
    assert table is not None
    assert [column.title for column in table.lines.columns] == ["STT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu"]
    headings = [table.lines.heading_at(row) for row in range(3)]
    assert [heading.bullet for heading in headings if heading] == [False, True]
    assert headings[1] == Heading("ct-1.1-1", "-", headings[1].name, 1, True)  # type: ignore[union-attr]
    assert [table.lines.text_at(2, column) for column in (1, 3)] == ["Khu vực trung tâm xã có phủ sóng 5G", "100%"]


@of_plan("phu-thai")
def test_assignments_are_shown_and_filled_in(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    opened.go_to(TASKS)
    tabs = opened.tasks.tabs
    assert tabs is not None
    assert [tabs.tabText(place) for place in range(tabs.count())] == [
        "Nhiệm vụ",
        "Bảng phân công",
        "Nhiệm vụ của đơn vị",
    ]
    opened.go_to(FIGURES)
    grid = opened.figures.assignments
    assert grid is not None
    opened.figures.tabs.setCurrentWidget(grid)
    fill(qtbot, grid, "pc-2", "percent", "60")
    settle(qtbot, opened)
    assert [record.percent for record in progress(tmp_path / "phu-thai.so57", "pc-2")] == [60]


@of_plan("phu-thai")
def test_a_figure_of_parts_says_who_sent_and_is_not_typed_over(qtbot: QtBot, opened: MainWindow) -> None:
    grid = opened.figures.indicators
    index = grid.lines.place_of("ct-1.1-2-2", "figure")
    assert str(index.data()).endswith("11/12 đơn vị đã gửi")
    assert "Chưa gửi: " in str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert grid.lines.place_of("ct-1.1-2-1", "figure").flags() & Qt.ItemFlag.ItemIsEditable


@of_plan("phong-tho")
def test_tasks_outside_the_plan_are_filled_in(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    period_of(qtbot, opened, "bao-cao-thang/2026-11")
    opened.figures.tabs.setCurrentWidget(opened.figures.tasks)
    opened.figures.filters.choose("all")
    grid = opened.figures.tasks
    assert "Nhiệm vụ phát sinh ngoài Kế hoạch" in names(grid)
    fill(qtbot, grid, "ps-1", "deliverable_number", "99/KH-UBND")
    settle(qtbot, opened)
    assert progress(tmp_path / "phong-tho.so57", "ps-1")[-1].deliverable_number == "99/KH-UBND"


@of_plan("quang-son")
def test_a_replaced_period_says_into_which_report_it_goes(qtbot: QtBot, opened: MainWindow) -> None:
    period_of(qtbot, opened, "bao-cao-so-ket/2026-H2")
    assert opened.bar.due.text() == "gộp vào Báo cáo tổng kết năm 2026"
    assert "gộp vào Báo cáo tổng kết năm 2026" in opened.bar.period.currentText()
    opened.go_to(REPORT)
    assert opened.report.head.title.text() == "Báo cáo sơ kết 6 tháng cuối năm 2026"
    period_of(qtbot, opened, "bao-cao-tong-ket/2026")
    assert opened.bar.due.text() == "chưa quy định hạn gửi"


@of_plan("xop")
def test_units_get_their_forms(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    period_of(qtbot, opened, "bao-cao-nam-don-vi/2026")
    assert opened.bar.due.text() == "các đơn vị còn 43 ngày để gửi"
    opened.go_to(REPORT)
    forms = opened.report.forms
    wait(qtbot, lambda: forms.units.count() == 11)
    assert forms.units.item(0).text().startswith("Phòng Văn hóa - Xã hội: ")
    push(qtbot, forms.none)
    assert not forms.export.isEnabled()
    forms.units.item(1).setCheckState(Qt.CheckState.Checked)
    forms.formats["pdf"].setChecked(False)
    folder = tmp_path / "mẫu"
    folder.mkdir()
    push(qtbot, forms.export)
    with qtbot.waitSignal(forms.exporting.done, timeout=PATIENCE):
        choose(qtbot, folder)
    stem = "xop_bao-cao-nam-don-vi_2026_phong-kinh-te"
    assert sorted(file.name for file in folder.iterdir()) == [f"{stem}.docx", f"{stem}.xlsx"]
    assert "1 đơn vị" in opened.told.text()


def test_a_period_only_closed_is_issued_by_a_deputy(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = sample(tmp_path, "xop")
    _close(path, "bao-cao-nam/2025")
    open_store(qtbot, window, path)
    period_of(qtbot, window, "bao-cao-nam/2025")
    window.go_to(REPORT)
    settle(qtbot, window)
    side = window.report.side
    assert side.issue.isVisible()
    assert "chưa phát hành" in side.issue_line.text()
    push(qtbot, side.issue)
    form = modal(qtbot, IssueDialog)
    form.position.setCurrentText("PHÓ TRƯỞNG PHÒNG")
    assert form.above.text().splitlines() == ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]
    form.number.setText("12")
    form.signer.setText("A Thị Mai")
    form.why.setText("còn dòng chấm")
    push(qtbot, form.do)
    wait(qtbot, lambda: side.issued.count() == 1)
    settle(qtbot, window)
    assert not side.issue.isVisible()


def _close(path: Path, key: str) -> None:
    from models.desk import Desk

    with Store.open(path) as store:
        desk = Desk(store)
        desk.close_period(desk.period(key), why="đã đủ số liệu", who="Lò Thị Lan", at=NOW)


@of_plan("quang-son")
def test_filters_keep_only_headings_with_lines(qtbot: QtBot, opened: MainWindow) -> None:
    grid = opened.figures.indicators
    grid.show_only(frozenset({"ct-7"}))
    rows = [row for row in range(grid.lines.rowCount()) if not grid.isRowHidden(row)]
    assert [names(grid)[row] for row in rows][:2] == ["Đến hết năm 2030", "Phát triển chuyển đổi số"]
    assert len(rows) == 3
