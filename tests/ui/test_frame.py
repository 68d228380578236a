"""The office's frame: fields saved when the focus leaves, refused beneath the field, taken back by undo, drawn."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.store import setting_rows
from models.store.connection import Store
from tests.ui.driving import modal, press, push, settle, wait, write
from ui.dialogs import IssueDialog
from ui.field_box import FieldBox
from ui.pages.frame import FrameDialog
from ui.window import MainWindow


@pytest.fixture
def form(qtbot: QtBot, desk: MainWindow) -> FrameDialog:
    """Give the form of the frame as the report page opens it."""
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    push(qtbot, desk.report.side.frame)
    dialog = desk.report.side.frame_dialog
    wait(qtbot, dialog.isActiveWindow)
    drawn(qtbot, desk, dialog)
    return dialog


def drawn(qtbot: QtBot, window: MainWindow, form: FrameDialog) -> None:
    """Wait until the picture shows what was typed last."""
    settle(qtbot, window)
    wait(qtbot, lambda: not form.picture.is_behind())
    settle(qtbot, window)


def typed(qtbot: QtBot, box: FieldBox, words: str) -> None:
    """Write over a field."""
    box.setFocus()
    box.selectAll()
    write(words)


def settings(path: Path) -> dict[str, str]:
    with Store.open(path, write=False) as store:
        return setting_rows.settings(store)


def test_fields_show_what_will_be_printed(form: FrameDialog) -> None:
    assert form.boxes["issuer_lines"].toPlainText().startswith("ỦY BAN NHÂN DÂN\nXÃ ")
    assert form.boxes["symbol"].toPlainText() == "BC-UBND"
    assert form.picture.page.pixmap().width() > 300


def test_a_field_is_saved_when_the_focus_leaves_and_undo_takes_it_back(
    qtbot: QtBot, desk: MainWindow, form: FrameDialog, path: Path
) -> None:
    typed(qtbot, form.boxes["place"], "Chiềng Ly")
    assert "office.place" not in settings(path)
    press(qtbot, Qt.Key.Key_Tab)
    settle(qtbot, desk)
    assert settings(path)["office.place"] == "Chiềng Ly"
    push(qtbot, form.undo)
    settle(qtbot, desk)
    assert "office.place" not in settings(path)
    assert form.boxes["place"].toPlainText() == "Thuận Châu"


def test_what_cannot_be_printed_is_said_beneath_its_field_and_stays_to_be_corrected(
    qtbot: QtBot, desk: MainWindow, form: FrameDialog, path: Path
) -> None:
    typed(qtbot, form.boxes["symbol"], "bc")
    assert form.wrong["symbol"].text().startswith("Ký hiệu “bc” có chữ thường.")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert form.wrong["symbol"].isVisible()
    assert form.boxes["symbol"].toPlainText() == "bc"
    assert "office.symbol" not in settings(path)
    typed(qtbot, form.boxes["symbol"], "BC-VHXH")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert not form.wrong["symbol"].isVisible()
    assert settings(path)["office.symbol"] == "BC-VHXH"


def test_the_picture_follows_what_is_typed(qtbot: QtBot, desk: MainWindow, form: FrameDialog) -> None:
    before = form.picture.page.pixmap().toImage()
    typed(qtbot, form.boxes["signers"], "Lò Văn A | TL. Chủ tịch, Trưởng phòng VH-XH")
    drawn(qtbot, desk, form)
    assert form.picture.page.pixmap().toImage() != before
    assert not form.wrong["signers"].isVisible()


def test_one_duty_has_a_frame_of_its_own_and_goes_back_to_the_common_one(
    qtbot: QtBot, desk: MainWindow, form: FrameDialog, path: Path
) -> None:
    form.scope.setCurrentIndex(1)
    form.scope.activated.emit(1)
    settle(qtbot, desk)
    form.short_deputy.click()
    settle(qtbot, desk)
    assert settings(path)["office.thang.short_deputy"] == "1"
    push(qtbot, form.default)
    settle(qtbot, desk)
    assert "office.thang.short_deputy" not in settings(path)
    assert not form.short_deputy.isChecked()


def test_one_of_several_signers_is_chosen_by_position_when_the_report_is_issued(
    qtbot: QtBot, desk: MainWindow, form: FrameDialog
) -> None:
    typed(qtbot, form.boxes["signers"], "Lò Văn A | Chủ tịch")
    press(qtbot, Qt.Key.Key_Return)
    write("Lò Thị B | TL. Chủ tịch, Trưởng phòng VH-XH")
    form.leave.setFocus()
    settle(qtbot, desk)
    push(qtbot, form.leave)
    push(qtbot, desk.report.side.issue)
    issue = modal(qtbot, IssueDialog)
    assert issue.signer.text() == "Lò Văn A"
    issue.position.setCurrentText("TL. Chủ tịch, Trưởng phòng VH-XH")
    assert (issue.signer.text(), issue.above.text().split("\n")[0]) == ("Lò Thị B", "TL. CHỦ TỊCH")
    issue.position.setCurrentText("Chủ tịch")
    assert issue.signer.text() == "Lò Văn A"
    issue.position.setCurrentText("Trưởng phòng")
    assert "TRƯỞNG PHÒNG không ký thay mặt" in issue.above.text()
    issue.reject()
