"""After issue: kept files opened as verified copies, told by their hash, held against now, and corrected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.store import report_rows
from models.store.connection import Store
from tests.models.store.samples import PERIOD
from tests.ui.driving import answer, choose, fill, modal, press, push, settle, wait
from tests.ui.test_report import issue
from ui.dialogs import ReasonDialog, WhyDialog
from ui.pages.report import ReportPage
from ui.report.changes_dialog import ChangesDialog
from ui.window import MainWindow


@pytest.fixture
def page(qtbot: QtBot, desk: MainWindow) -> ReportPage:
    """Give the report page of October, issued."""
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", "40")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    assert not desk.report.side.issued_card.isVisible()
    issue(qtbot, desk.report)
    wait(qtbot, desk.report.side.issued_card.isVisible)
    settle(qtbot, desk)
    return desk.report


def change_a_figure(qtbot: QtBot, desk: MainWindow, page: ReportPage) -> None:
    """Reopen the period and correct a figure."""
    push(qtbot, page.side.reopen)
    form = modal(qtbot, ReasonDialog)
    form.reason.setPlainText("BHXH gửi muộn")
    push(qtbot, form.do)
    wait(qtbot, lambda: desk.bar.locked.isHidden())
    desk.go_to("Nhập số liệu")
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", "45")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)


def test_a_kept_file_opens_as_a_copy_that_is_made_anew_when_it_was_edited(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, folder_opened: Callable[[], list[str]], path: Path
) -> None:
    actions = page.side.issued_card.files_menu.actions()
    assert [action.text().partition(":")[0] for action in actions] == ["Word", "PDF", "Excel"]
    actions[0].trigger()
    wait(qtbot, lambda: len(folder_opened()) == 1)
    copy = Path(folder_opened()[0])
    with Store.open(path, write=False) as store:
        file = report_rows.issues(store, PERIOD)[0].files[0]
    assert (copy.name, copy.stat().st_size) == (file.name, file.kept.size)
    copy.write_bytes(b"sua")
    desk.activateWindow()
    page.side.issued.setFocus()
    wait(qtbot, page.side.issued.hasFocus)
    press(qtbot, Qt.Key.Key_Return)
    wait(qtbot, lambda: len(folder_opened()) == 2)
    assert copy.stat().st_size == file.kept.size
    actions[0].trigger()
    wait(qtbot, lambda: len(folder_opened()) == 3)


def test_a_kept_file_that_was_changed_is_not_opened(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, tmp_path: Path, folder_opened: Callable[[], list[str]]
) -> None:
    for kept in tmp_path.glob("*.files/*/*"):
        kept.write_bytes(b"khac")
    page.side.issued_card.files_menu.actions()[1].trigger()
    assert "đã bị thay đổi" in answer(qtbot, "Đóng")
    assert folder_opened() == []


@pytest.mark.qt_log_ignore("openDocument")
def test_where_no_program_opens_it_the_copy_is_named(qtbot: QtBot, page: ReportPage) -> None:
    page.side.issued_card.files_menu.actions()[0].trigger()
    told = answer(qtbot, "Đóng")
    assert "Máy này chưa có chương trình mở được tệp đó" in told
    assert ".docx" in told


def test_the_details_hold_hash_and_size(page: ReportPage, path: Path) -> None:
    tip = page.side.issued.item(0).toolTip()
    with Store.open(path, write=False) as store:
        files = report_rows.issues(store, PERIOD)[0].files
    assert all(f"SHA-256: {file.kept.sha256}" in tip and file.name in tip for file in files)


def test_nothing_changed_is_said(qtbot: QtBot, page: ReportPage) -> None:
    push(qtbot, page.side.issued_card.changed)
    dialog = modal(qtbot, ChangesDialog)
    assert "không có gì khác với bản đã gửi" in dialog.notice.label.text()
    assert not dialog.correction.isVisible()
    push(qtbot, dialog.leave)


def test_what_changed_stands_place_by_place_and_is_corrected(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, tmp_path: Path
) -> None:
    change_a_figure(qtbot, desk, page)
    push(qtbot, page.side.issued_card.changed)
    dialog = modal(qtbot, ChangesDialog)
    cells = [[dialog.lines.text_at(row, column) for column in range(3)] for row in range(dialog.lines.rowCount())]
    assert any((before, after) == ("40", "45") and "Tỷ lệ phủ sóng 5G" in where for where, before, after in cells)
    push(qtbot, dialog.correction)
    form = modal(qtbot, WhyDialog)
    push(qtbot, form.do)
    choose(qtbot, tmp_path)
    wait(qtbot, lambda: "Đã ghi vào" in desk.told.text())
    (file,) = tmp_path.glob("*dinh-chinh*.docx")
    assert "Lý do: BHXH gửi muộn." in [paragraph.text for paragraph in Document(str(file)).paragraphs]


def test_a_correction_of_nothing_is_refused(qtbot: QtBot, desk: MainWindow, page: ReportPage, tmp_path: Path) -> None:
    page.side.more.correction.trigger()
    push(qtbot, modal(qtbot, WhyDialog).do)
    choose(qtbot, tmp_path)
    assert "không có gì để đính chính" in answer(qtbot, "Đóng")


def test_a_second_issue_stands_over_the_first(qtbot: QtBot, desk: MainWindow, page: ReportPage) -> None:
    change_a_figure(qtbot, desk, page)
    issue(qtbot, page, number="216")
    wait(qtbot, lambda: page.side.issued.count() == 2)
    assert page.side.issued.item(0).text().startswith("Số 216")
    page.side.issued.setCurrentRow(1)
    assert (found := page.side.issued_card.chosen()) is not None
    assert found.issue.number == "215"
    settle(qtbot, desk)
