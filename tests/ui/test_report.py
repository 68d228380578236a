"""The report: words saved, section II as it writes itself, files exported, issued, reopened."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.store import change_rows, report_rows
from models.store.connection import Store
from tests.ui.driving import (
    PATIENCE,
    answer,
    cell,
    choose,
    click,
    figures,
    fill,
    modal,
    open_store,
    press,
    push,
    settle,
    text,
    wait,
    write,
)
from ui.dialogs import IssueDialog, ReasonDialog
from ui.pages.report import ReportPage
from ui.window import MainWindow

KEY = "ct-5g"
STEM = "mau_thang_2026-10"


@pytest.fixture
def page(qtbot: QtBot, desk: MainWindow) -> ReportPage:
    """Give the report page of October with one figure."""
    fill(qtbot, desk.figures.indicators, KEY, "figure", "40")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    return desk.report


def export(qtbot: QtBot, page: ReportPage, folder: Path) -> None:
    """Export into a folder and wait until the files stand there."""
    push(qtbot, page.side.export)
    with qtbot.waitSignal(page.side.exporting.done, timeout=PATIENCE):
        choose(qtbot, folder)


def issue(qtbot: QtBot, page: ReportPage, number: str = "215", why: str = "còn dòng chấm") -> None:
    """Fill the form in and issue."""
    push(qtbot, page.side.issue)
    form = modal(qtbot, IssueDialog)
    form.number.setText(number)
    form.signer.setText("Đỗ Ngọc Quang")
    form.why.setText(why)
    push(qtbot, form.do)


def words(path: Path) -> dict[str, str]:
    with Store.open(path, write=False) as store:
        return report_rows.narratives(store, "thang/2026-10")


def test_words_are_saved_when_the_focus_leaves(qtbot: QtBot, desk: MainWindow, page: ReportPage, path: Path) -> None:
    page.outline.boxes["III"].setFocus()
    write("Thiếu máy quét.")
    assert words(path) == {}
    press(qtbot, Qt.Key.Key_Tab)
    settle(qtbot, desk)
    assert words(path) == {"III": "Thiếu máy quét."}


def test_words_are_saved_when_another_period_is_chosen(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, path: Path
) -> None:
    page.outline.boxes["V"].setFocus()
    write("Đề nghị tỉnh hướng dẫn.")
    desk.session.choose_period(desk.session.store.periods[0] if desk.session.store else None)
    settle(qtbot, desk)
    assert words(path) == {"V": "Đề nghị tỉnh hướng dẫn."}
    assert page.outline.boxes["V"].toPlainText() == ""


def test_section_two_follows_the_figures(qtbot: QtBot, desk: MainWindow, page: ReportPage) -> None:
    wait(qtbot, lambda: "Kế hoạch có 03 chỉ tiêu" in page.outline.written_text())
    before = page.outline.written_text()
    desk.go_to("Nhập số liệu")
    fill(qtbot, desk.figures.indicators, "ct-so-hoa", "figure", "100")
    desk.go_to("Báo cáo")
    wait(qtbot, lambda: page.outline.written_text() != before)
    assert "I. " not in page.outline.written_text().splitlines()[0]


def test_the_report_is_exported_in_three_formats(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, tmp_path: Path
) -> None:
    folder = tmp_path / "báo cáo"
    folder.mkdir()
    export(qtbot, page, folder)
    assert sorted(file.name for file in folder.iterdir()) == [f"{STEM}.{form}" for form in ("docx", "pdf", "xlsx")]
    cells = [cell.text for row in Document(str(folder / f"{STEM}.docx")).tables[-2].rows for cell in row.cells]
    assert "40" in cells
    assert "Phần I, III, IV, V chưa có lời" in desk.told.text()


def test_only_the_chosen_formats_are_written(qtbot: QtBot, page: ReportPage, tmp_path: Path) -> None:
    for form in ("docx", "xlsx"):
        page.side.formats[form].setChecked(False)
    folder = tmp_path / "pdf"
    folder.mkdir()
    export(qtbot, page, folder)
    assert [file.name for file in folder.iterdir()] == [f"{STEM}.pdf"]
    page.side.formats["pdf"].setChecked(False)
    assert not page.side.export.isEnabled()


@pytest.mark.parametrize(("said", "kept"), [("Ghi đè", False), ("Thôi", True)])
def test_a_file_that_is_there_is_not_written_over_unasked(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, tmp_path: Path, said: str, kept: bool
) -> None:
    there = tmp_path / f"{STEM}.docx"
    there.write_text("sửa tay")
    push(qtbot, page.side.export)
    choose(qtbot, tmp_path)
    assert there.name in answer(qtbot, said)
    settle(qtbot, desk)
    wait(qtbot, lambda: kept or (tmp_path / f"{STEM}.xlsx").exists())
    assert (there.read_bytes() == "sửa tay".encode()) is kept


def test_a_folder_that_cannot_be_written_is_told(qtbot: QtBot, page: ReportPage, tmp_path: Path) -> None:
    place = tmp_path / "một tệp"
    place.write_text("")
    push(qtbot, page.side.export)
    choose(qtbot, place)
    assert "không phải thư mục" in answer(qtbot, "Đóng")


def test_the_folder_of_the_files_is_opened(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, folder_opened: Callable[[], list[str]]
) -> None:
    page.side.formats["docx"].setChecked(False)
    page.side.formats["xlsx"].setChecked(False)
    export(qtbot, page, tmp_path)
    push(qtbot, page.side.open_folder)
    assert folder_opened() == [str(tmp_path)]


def test_issuing_keeps_the_files_and_locks_the_period(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, path: Path
) -> None:
    issue(qtbot, page)
    wait(qtbot, lambda: page.side.issued.count() == 1)
    settle(qtbot, desk)
    shown = page.side.issued.item(0).text()
    assert "Số 215, ngày 01/11/2026, Đỗ Ngọc Quang ký" in shown
    assert "Bản đã gửi, chưa thay đổi" in shown
    assert not desk.bar.locked.isHidden()
    assert all(box.isReadOnly() for box in page.outline.boxes.values())
    with Store.open(path, write=False) as store:
        assert report_rows.is_locked(store, "thang/2026-10")


def test_a_locked_period_refuses_figures_and_says_so(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, path: Path
) -> None:
    issue(qtbot, page)
    wait(qtbot, lambda: page.side.issued.count() == 1)
    settle(qtbot, desk)
    desk.go_to("Nhập số liệu")
    grid = desk.figures.indicators
    click(qtbot, grid, cell(grid, KEY, "figure"))
    write("99")
    press(qtbot, Qt.Key.Key_Return)
    assert (text(grid, KEY, "figure"), figures(path, KEY)[0].value) == ("40", Decimal(40))
    assert "đã khóa" in desk.figures.notice.label.text()
    assert desk.figures.notice.isVisible()


def test_a_form_without_a_number_says_so_and_stays(qtbot: QtBot, page: ReportPage) -> None:
    issue(qtbot, page, number="")
    assert "cần đủ số, ngày và người ký" in answer(qtbot, "Đóng")
    form = modal(qtbot, IssueDialog)
    assert form.signer.text() == "Đỗ Ngọc Quang"
    push(qtbot, form.leave)


def test_a_report_with_a_grave_warning_is_issued_with_a_reason(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    fill(qtbot, desk.figures.indicators, KEY, "figure", "104")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    issue(qtbot, desk.report, why="")
    assert "kết quả 104% vượt quá 100%" in answer(qtbot, "Đóng")
    form = modal(qtbot, IssueDialog)
    form.why.setText("Sở đã xác nhận")
    push(qtbot, form.do)
    wait(qtbot, lambda: desk.report.side.issued.count() == 1)
    settle(qtbot, desk)
    with Store.open(path, write=False) as store:
        assert change_rows.recent(store, 1)[0].why == "Sở đã xác nhận"


def test_a_period_is_reopened_with_a_reason(qtbot: QtBot, desk: MainWindow, page: ReportPage, tmp_path: Path) -> None:
    issue(qtbot, page)
    wait(qtbot, lambda: page.side.issued.count() == 1)
    settle(qtbot, desk)
    push(qtbot, page.side.reopen)
    form = modal(qtbot, ReasonDialog)
    push(qtbot, form.do)
    assert "phải có lý do" in answer(qtbot, "Đóng")
    form.reason.setPlainText("Số liệu của BHXH gửi muộn")
    push(qtbot, form.do)
    wait(qtbot, lambda: desk.bar.locked.isHidden())
    settle(qtbot, desk)
    assert list(tmp_path.glob("*.backups/*truoc-mo-lai.zip"))
    assert page.side.issued.count() == 1


def test_what_was_issued_is_copied_out(qtbot: QtBot, desk: MainWindow, page: ReportPage, tmp_path: Path) -> None:
    issue(qtbot, page)
    wait(qtbot, lambda: page.side.issued.count() == 1)
    settle(qtbot, desk)
    folder = tmp_path / "gửi"
    folder.mkdir()
    push(qtbot, page.side.copy_issued)
    with qtbot.waitSignal(page.side.exporting.done, timeout=PATIENCE):
        choose(qtbot, folder)
    assert sorted(file.suffix for file in folder.iterdir()) == [".docx", ".pdf", ".xlsx"]


def test_a_kept_file_that_was_changed_is_named(qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path) -> None:
    open_store(qtbot, window, path)
    window.go_to("Báo cáo")
    issue(qtbot, window.report)
    wait(qtbot, lambda: window.report.side.issued.count() == 1)
    settle(qtbot, window)
    for kept in tmp_path.glob("*.files/*/*"):
        kept.write_bytes(b"khac")
    window.session.read_issued()
    wait(qtbot, lambda: "đã bị thay đổi" in window.report.side.issued.item(0).text())


def test_leaving_the_folder_question_writes_nothing(qtbot: QtBot, page: ReportPage) -> None:
    push(qtbot, page.side.export)
    modal(qtbot, QFileDialog).reject()
    assert not page.side.open_folder.isEnabled()
