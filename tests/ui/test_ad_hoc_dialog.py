"""Reports that were asked for once: recorded, changed, withdrawn and opened in the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.ad_hoc import AdHocReport
from models.store import ad_hoc_rows
from models.store.connection import Store
from tests.ui.driving import answer, modal, press, push, settle, wait
from ui.dialogs import WhyDialog
from ui.report.ad_hoc_dialog import AdHocDialog
from ui.report.ad_hoc_form import AdHocForm
from ui.window import MainWindow


@pytest.fixture
def dialog(qtbot: QtBot, desk: MainWindow) -> AdHocDialog:
    """Give the open list, still empty."""
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    desk.report.side.more.ad_hoc.trigger()
    return modal(qtbot, AdHocDialog)


def record(qtbot: QtBot, desk: MainWindow, dialog: AdHocDialog) -> None:
    """Record a report with all that its form asks for."""
    push(qtbot, dialog.new)
    form = modal(qtbot, AdHocForm)
    form.kind.setCurrentIndex(form.kind.findData("thematic"))
    form.subject.setText("Kết quả phủ sóng 5G")
    form.closing.choose(date(2026, 11, 20))
    form.due.choose(date(2026, 11, 27))
    form.recipients.setPlainText("UBND tỉnh\nSở Khoa học và Công nghệ")
    form.paper.setText("Công văn số 12/SKHCN ngày 01/10/2026")
    push(qtbot, form.do)
    wait(qtbot, lambda: dialog.lines.rowCount() == 1)
    settle(qtbot, desk)


def kept(path: Path) -> tuple[AdHocReport, ...]:
    with Store.open(path, write=False) as store:
        return ad_hoc_rows.ad_hoc_reports(store)


def test_it_is_recorded_and_stands_among_the_periods(
    qtbot: QtBot, desk: MainWindow, dialog: AdHocDialog, path: Path
) -> None:
    assert "Sổ chưa ghi báo cáo đột xuất" in dialog.notice.label.text()
    assert not dialog.edit.isEnabled()
    record(qtbot, desk, dialog)
    (report,) = kept(path)
    assert (report.kind, report.subject, report.due) == ("thematic", "kết quả phủ sóng 5G", date(2026, 11, 27))
    assert report.recipients == ("UBND tỉnh", "Sở Khoa học và Công nghệ")
    assert report.paper.day == date(2026, 10, 1)
    listed = [desk.bar.period.itemText(row) for row in range(desk.bar.period.count())]
    assert any("phủ sóng 5G" in words for words in listed)
    push(qtbot, dialog.leave)


def test_a_form_without_a_subject_says_so_and_stays(qtbot: QtBot, dialog: AdHocDialog, path: Path) -> None:
    push(qtbot, dialog.new)
    push(qtbot, modal(qtbot, AdHocForm).do)
    assert "phải có tên" in answer(qtbot, "Đóng")
    push(qtbot, modal(qtbot, AdHocForm).leave)
    push(qtbot, modal(qtbot, AdHocDialog).leave)
    assert kept(path) == ()


def test_it_is_changed_but_for_its_days(qtbot: QtBot, desk: MainWindow, dialog: AdHocDialog, path: Path) -> None:
    record(qtbot, desk, dialog)
    push(qtbot, dialog.edit)
    form = modal(qtbot, AdHocForm)
    assert not form.closing.isEnabled()
    assert form.paper.text() == "Công văn số 12/SKHCN ngày 01/10/2026"
    form.has_due.setChecked(False)
    assert not form.due.isEnabled()
    form.note.setText("gia hạn miệng")
    push(qtbot, form.do)
    wait(qtbot, lambda: dialog.lines.text_at(0, 3) == "Chưa quy định")
    (report,) = kept(path)
    assert (report.key, report.due, report.note) == ("dx-1", None, "gia hạn miệng")
    assert report.paper.number == "Công văn số 12/SKHCN"
    push(qtbot, modal(qtbot, AdHocDialog).leave)


def test_it_is_withdrawn_with_a_reason_and_taken_back(
    qtbot: QtBot, desk: MainWindow, dialog: AdHocDialog, path: Path
) -> None:
    record(qtbot, desk, dialog)
    push(qtbot, dialog.withdraw)
    form = modal(qtbot, WhyDialog)
    form.reason.setPlainText("Tỉnh thôi yêu cầu")
    push(qtbot, form.do)
    wait(qtbot, lambda: dialog.lines.text_at(0, 5) == "Không còn yêu cầu")
    assert not dialog.withdraw.isEnabled()
    push(qtbot, modal(qtbot, AdHocDialog).leave)
    assert kept(path)[0].withdrawn
    settle(qtbot, desk)
    desk.undo.trigger()
    settle(qtbot, desk)
    assert not kept(path)[0].withdrawn


def test_enter_opens_its_report(qtbot: QtBot, desk: MainWindow, dialog: AdHocDialog) -> None:
    record(qtbot, desk, dialog)
    modal(qtbot, AdHocDialog).table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert "phủ sóng 5G" in desk.report.head.title.text()
    assert desk.report.side.life.state.text() == "○ Chưa lập"
