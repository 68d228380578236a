"""The frame: pages by keys, what is remembered, periods, the tidy end, and what is not imported."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.store import change_rows
from models.store.connection import Store
from tests.ui.driving import (
    NOW,
    PATIENCE,
    answer,
    cell,
    click,
    figures,
    fill,
    make_store,
    open_store,
    press,
    settle,
    shown_window,
    text,
    ui_plan,
    wait,
    write,
)
from ui.window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
KEY = "ct-5g"
FIRST_PAGE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.ui.driving import surroundings
from ui.window import MainWindow
app = QApplication([])
window = MainWindow(surroundings(Path(sys.argv[1])))
window.show()
shown = []
window.session.standing_changed.connect(shown.append)
window.session.open(Path(sys.argv[2]))
while not shown:
    app.processEvents()
pages = ("ui.pages.report", "ui.pages.tasks", "ui.pages.checking")
heavy = ("docx", "openpyxl", "reportlab", "lxml", "PIL", *pages, "ui.message_boxes")
print(sorted(name for name in heavy if name in sys.modules))
window.close()
while window.isVisible():
    app.processEvents()
window.stop()
"""


def test_pages_are_reached_by_keys(qtbot: QtBot, desk: MainWindow) -> None:
    for place, page in enumerate(desk.named_pages().values()):
        press(qtbot, Qt.Key(Qt.Key.Key_1 + place), Qt.KeyboardModifier.ControlModifier)
        assert desk.pages.currentWidget() is page
        assert desk.rail.currentRow() == place


def test_the_appendices_stand_as_printed(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open_sample()
    settle(qtbot, window)
    for name, page in (("Chỉ tiêu", window.indicators), ("Nhiệm vụ", window.tasks)):
        window.go_to(name)
        page.as_printed.click()
    first, second = window.indicators.printed.table, window.tasks.printed.table
    assert first is not None
    assert second is not None
    titles = [column.title for column in first.lines.columns]
    assert titles[2:7] == [f"Đến hết {year}" for year in (2025, 2030, 2035, 2040, 2045)]
    assert [first.lines.index(1, column).data() for column in range(4)] == [
        "1",
        "Tỷ lệ phủ sóng 5G trên địa bàn",
        "≥ 15%",
        "100%",
    ]
    assert (first.lines.rowCount(), second.lines.rowCount()) == (47, 65)
    assert second.columnSpan(0, 1) == len(second.lines.columns) - 1


def test_the_window_stands_where_it_stood(qtbot: QtBot, tmp_path: Path) -> None:
    with shown_window(qtbot, tmp_path) as window:
        window.resize(820, 555)
    assert "geometry" in (tmp_path / "cua-so.ini").read_text(encoding="utf-8")
    again = MainWindow(window.session.surroundings)
    assert again.height() == 555
    again.stop()
    again.deleteLater()


def test_closing_waits_for_the_last_figure_and_makes_a_backup(qtbot: QtBot, tmp_path: Path) -> None:
    path = make_store(tmp_path)
    with shown_window(qtbot, tmp_path) as window:
        open_store(qtbot, window, path)
        click(qtbot, window.figures.indicators, cell(window.figures.indicators, KEY, "figure"))
        write("85,2")  # the editor is still open
        window.close()
        wait(qtbot, lambda: not window.isVisible())
    assert figures(path, KEY)[0].value == Decimal("85.2")
    assert [file.name for file in tmp_path.glob("*.backups/*")] == ["sổ nhỏ_2026-11-01_094100_ket-thuc.zip"]
    Store.open(path).close()  # the lock is free again


def test_closing_waits_for_an_answer(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    click(qtbot, desk.figures.indicators, cell(desk.figures.indicators, "ct-bai", "figure"))
    write("1.234")
    desk.close()
    answer(qtbot, "1234")
    assert desk.isVisible()
    settle(qtbot, desk)
    assert figures(path, "ct-bai")[0].value == 1234


def test_an_edit_that_is_refused_keeps_the_window_open(qtbot: QtBot, desk: MainWindow) -> None:
    desk.figures.tabs.setCurrentWidget(desk.figures.tasks)
    click(qtbot, desk.figures.tasks, cell(desk.figures.tasks, "nv-kh", "percent"))
    write("120")
    desk.close()
    assert "từ 0 đến 100" in answer(qtbot, "Đóng")
    settle(qtbot, desk)
    assert desk.isVisible()


def test_a_backup_that_fails_is_told_and_the_window_closes(qtbot: QtBot, tmp_path: Path) -> None:
    path = make_store(tmp_path)
    with shown_window(qtbot, tmp_path) as window:
        open_store(qtbot, window, path)
        fill(qtbot, window.figures.indicators, KEY, "figure", "40")
        (tmp_path / "sổ nhỏ.backups").write_text("ở chỗ của thư mục")
        window.close()
        assert "chưa sao lưu được" in answer(qtbot, "Đóng Sổ 57")
        wait(qtbot, lambda: not window.isVisible())
    assert figures(path, KEY)[0].value == 40


def test_a_closed_store_is_backed_up_and_let_go(qtbot: QtBot, desk: MainWindow, path: Path, tmp_path: Path) -> None:
    fill(qtbot, desk.figures.indicators, KEY, "figure", "40")
    desk.close_store.trigger()
    wait(qtbot, lambda: desk.stack.currentWidget() is desk.start)
    Store.open(path).close()
    assert len(list(tmp_path.glob("*.backups/*"))) == 1


def test_another_period_is_chosen_and_filled(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    desk.bar.period.setFocus()
    press(qtbot, Qt.Key.Key_Up)
    settle(qtbot, desk)
    assert desk.figures.head.title.text() == "Nhập số liệu tháng 9/2026"
    fill(qtbot, desk.figures.indicators, KEY, "figure", "40")
    settle(qtbot, desk)
    assert [(f.start, f.as_of) for f in figures(path, KEY)] == [(date(2026, 9, 1), date(2026, 9, 30))]


def test_a_figure_in_an_open_editor_belongs_to_the_period_it_was_typed_in(
    qtbot: QtBot, desk: MainWindow, path: Path
) -> None:
    click(qtbot, desk.figures.indicators, cell(desk.figures.indicators, KEY, "figure"))
    write("40")
    desk.session.choose_period(desk.session.store.periods[0] if desk.session.store else None)
    settle(qtbot, desk)
    assert [f.as_of for f in figures(path, KEY)] == [date(2026, 10, 31)]
    assert text(desk.figures.indicators, KEY, "figure") == ""


def test_another_year_keeps_the_month(qtbot: QtBot, desk: MainWindow) -> None:
    desk.bar.year.setValue(2027)
    wait(qtbot, lambda: desk.bar.period.currentText().startswith("Tháng 10/2027"))
    settle(qtbot, desk)
    assert desk.figures.head.title.text() == "Nhập số liệu tháng 10/2027"


def test_another_plan_brings_its_own_tables(qtbot: QtBot, desk: MainWindow) -> None:
    desk.go_to("Chỉ tiêu")
    assert desk.indicators.table is not None
    assert desk.indicators.table.lines.rowCount() == 4
    with qtbot.waitSignal(desk.session.standing_changed, timeout=PATIENCE):
        desk.session.open_sample()
    settle(qtbot, desk)
    assert desk.pages.currentWidget() is desk.overview
    desk.go_to("Chỉ tiêu")
    assert desk.indicators.table.lines.rowCount() == 47
    assert desk.bar.plan.toolTip().startswith("UBND xã Thuận Châu: ")


def test_a_plan_without_duties_has_no_period_and_says_so(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.so57"
    Store.create(path, replace(ui_plan(), duties=()), who="Lò Thị Lan", at=NOW).close()
    with qtbot.waitSignal(window.session.period_chosen, timeout=PATIENCE):
        window.session.open(path)
    assert "chưa có kỳ để nhập số liệu" in window.figures.notice.label.text()
    assert not window.figures.tabs.isVisible()
    assert not window.bar.period.isEnabled()
    window.go_to("Báo cáo")
    assert "chưa có báo cáo nào để lập" in window.report.notice.label.text()


def test_the_status_line_says_when_it_was_saved(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    fill(qtbot, desk.figures.indicators, KEY, "figure", "40")
    settle(qtbot, desk)
    assert desk.saved.text() == "Đã lưu lúc 09:41 · 1/2 chỉ tiêu có số liệu"
    with Store.open(path, write=False) as store:
        assert change_rows.recent(store, 1)[0].who == "Lò Thị Lan"


def test_the_first_page_needs_no_library_of_the_exports_and_no_other_page(path: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", FIRST_PAGE, str(tmp_path), str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr


def test_nothing_is_left_open_by_a_window_that_was_never_used(qtbot: QtBot, window: MainWindow) -> None:
    wait(qtbot, lambda: window.start.plans.count() > 0)
    assert QApplication.activeModalWidget() is None
