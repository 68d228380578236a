"""Evidence in the detail pane: dropped, pasted, chosen, refused, opened, named, taken away, shown in place."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from models.evidence_files import Evidence
from models.store import evidence_rows
from models.store.connection import Store
from tests.ui.driving import answer, modal, press, push, settle, wait
from ui.detail.evidence_form import EvidenceForm
from ui.detail.pane import DetailPane
from ui.window import MainWindow


@pytest.fixture
def pane(qtbot: QtBot, desk: MainWindow) -> DetailPane:
    """Give the pane of one row, beside the window."""
    shown = DetailPane(desk.session, desk.files, desk.settings)
    qtbot.addWidget(shown)
    shown.resize(380, 900)
    shown.show()
    shown.show_row("ct-5g")
    settle(qtbot, desk)
    wait(qtbot, shown.evidence.isVisible)
    return shown


def kept(path: Path) -> tuple[Evidence, ...]:
    with Store.open(path, write=False) as store:
        return evidence_rows.evidence(store)


def small_pdf() -> bytes:
    """Return a PDF of two blank pages."""
    writer, stream = PdfWriter(), BytesIO()
    for _ in range(2):
        writer.add_blank_page(200, 280)
    writer.write(stream)
    return stream.getvalue()


def pdf(folder: Path, name: str = "quyết định.pdf") -> Path:
    place = folder / name
    place.write_bytes(small_pdf())
    return place


def dropped(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(pane: DetailPane, *paths: Path) -> None:
    data = dropped(*paths)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(pane, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(pane, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys))


def lines(pane: DetailPane) -> list[str]:
    files = pane.evidence.files
    return [files.item(row).text().split(" · ")[0] for row in range(files.count())]


def choose_first(qtbot: QtBot, window: MainWindow, pane: DetailPane) -> None:
    pane.activateWindow()
    pane.evidence.files.setFocus()
    pane.evidence.files.setCurrentRow(0)
    settle(qtbot, window)


def add(qtbot: QtBot, window: MainWindow, pane: DetailPane, *paths: Path) -> None:
    drop(pane, *paths)
    wait(qtbot, lambda: pane.evidence.files.count() > 0)
    settle(qtbot, window)


def test_files_dropped_together_are_one_change_and_counted(
    qtbot: QtBot, desk: MainWindow, pane: DetailPane, path: Path, tmp_path: Path
) -> None:
    note = tmp_path / "ghi chép.txt"
    note.write_text("Họp ngày 05/10", encoding="utf-8")
    drop(pane, pdf(tmp_path), note)
    wait(qtbot, lambda: lines(pane) == ["quyết định.pdf", "ghi chép.txt"])
    assert pane.evidence.title.text() == "Minh chứng tháng 10/2026 (2)"
    assert {(one.row_key, one.as_of.isoformat()) for one in kept(path)} == {("ct-5g", "2026-10-31")}
    wait(qtbot, lambda: "thêm 2 minh chứng cho 1" in desk.undo.text())
    desk.undo.trigger()
    wait(qtbot, lambda: not lines(pane))
    assert kept(path) == ()


def test_what_may_not_be_evidence_is_refused_and_named(
    qtbot: QtBot, desk: MainWindow, pane: DetailPane, path: Path, tmp_path: Path
) -> None:
    program = tmp_path / "cài đặt.exe"
    program.write_bytes(b"MZ")
    drop(pane, program, pdf(tmp_path))
    told = answer(qtbot, "Đóng")
    assert told.startswith("“cài đặt.exe” không phải loại tệp nhận làm minh chứng.")
    wait(qtbot, lambda: lines(pane) == ["quyết định.pdf"])
    drop(pane, pdf(tmp_path))
    assert "đã là minh chứng của 1 trong kỳ này" in answer(qtbot, "Đóng")
    assert len(kept(path)) == 1


def test_a_scan_is_pasted_from_the_clipboard(qtbot: QtBot, desk: MainWindow, pane: DetailPane, path: Path) -> None:
    scan = QImage(60, 80, QImage.Format.Format_RGB32)
    scan.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(scan)
    pane.activateWindow()
    wait(qtbot, pane.isActiveWindow)
    pane.evidence.add.setFocus()
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, lambda: lines(pane) == ["ảnh dán 01-11-2026.png"])
    (own,) = kept(path)
    assert own.media == "image/png"
    choose_first(qtbot, desk, pane)
    wait(qtbot, pane.evidence.preview.picture.isVisible)
    assert pane.evidence.preview.picture.pixmap().toImage().pixelColor(20, 20) == QColor("#336699")


def test_an_empty_clipboard_is_told(qtbot: QtBot, desk: MainWindow, pane: DetailPane) -> None:
    QGuiApplication.clipboard().setText("chữ")
    push(qtbot, pane.evidence.paste)
    assert answer(qtbot, "Đóng").startswith("Bộ nhớ tạm không có ảnh hay tệp nào.")


def test_files_are_chosen_by_the_button(
    qtbot: QtBot, desk: MainWindow, pane: DetailPane, path: Path, tmp_path: Path
) -> None:
    push(qtbot, pane.evidence.add)
    dialog = modal(qtbot, QFileDialog)
    chosen = [str(pdf(tmp_path, "a.pdf"))]
    dialog.filesSelected.emit(chosen)
    dialog.reject()
    wait(qtbot, lambda: lines(pane) == ["a.pdf"])
    assert [one.name for one in kept(path)] == ["a.pdf"]


def test_a_copy_is_opened_and_is_the_file(
    qtbot: QtBot,
    desk: MainWindow,
    pane: DetailPane,
    tmp_path: Path,
    folder_opened: Callable[[], list[str]],
) -> None:
    add(qtbot, desk, pane, pdf(tmp_path))
    choose_first(qtbot, desk, pane)
    push(qtbot, pane.evidence.open)
    wait(qtbot, lambda: bool(folder_opened()))
    opened = Path(folder_opened()[0])
    assert opened.name == "quyết định.pdf"
    assert opened.read_bytes() == small_pdf()


def test_a_pdf_is_shown_page_by_page(qtbot: QtBot, desk: MainWindow, pane: DetailPane, tmp_path: Path) -> None:
    add(qtbot, desk, pane, pdf(tmp_path))
    choose_first(qtbot, desk, pane)
    preview = pane.evidence.preview
    wait(qtbot, preview.picture.isVisible)
    assert preview.page.text() == "1/2"
    assert not preview.before.isEnabled()
    push(qtbot, preview.after)
    wait(qtbot, lambda: preview.page.text() == "2/2")
    push(qtbot, preview.before)
    wait(qtbot, lambda: preview.page.text() == "1/2")


def test_what_cannot_be_drawn_says_so(qtbot: QtBot, desk: MainWindow, pane: DetailPane, tmp_path: Path) -> None:
    broken = tmp_path / "hỏng.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    add(qtbot, desk, pane, broken)
    choose_first(qtbot, desk, pane)
    wait(qtbot, lambda: pane.evidence.preview.words.text().startswith("Loại tệp này không xem được tại đây."))


def test_a_file_gets_a_name_and_a_note(
    qtbot: QtBot, desk: MainWindow, pane: DetailPane, path: Path, tmp_path: Path
) -> None:
    add(qtbot, desk, pane, pdf(tmp_path))
    choose_first(qtbot, desk, pane)
    press(qtbot, Qt.Key.Key_F2)
    form = modal(qtbot, EvidenceForm)
    form.name.setText("  ")
    push(qtbot, form.do)
    assert "đang trống" in answer(qtbot, "Đóng")
    form.name.setText("QĐ 12")
    form.note.setText("trang 3")
    push(qtbot, form.do)
    wait(qtbot, lambda: lines(pane) == ["QĐ 12.pdf"])
    assert [(one.name, one.note) for one in kept(path)] == [("QĐ 12.pdf", "trang 3")]


def test_delete_takes_a_file_away_and_undo_brings_it_back(
    qtbot: QtBot, desk: MainWindow, pane: DetailPane, path: Path, tmp_path: Path
) -> None:
    add(qtbot, desk, pane, pdf(tmp_path))
    choose_first(qtbot, desk, pane)
    press(qtbot, Qt.Key.Key_Delete)
    wait(qtbot, lambda: not lines(pane))
    assert pane.evidence.how.text().startswith("Chưa có minh chứng cho kỳ này.")
    settle(qtbot, desk)
    assert kept(path) == ()
    desk.undo.trigger()
    wait(qtbot, lambda: lines(pane) == ["quyết định.pdf"])


def test_another_row_has_its_own_evidence(qtbot: QtBot, desk: MainWindow, pane: DetailPane, tmp_path: Path) -> None:
    add(qtbot, desk, pane, pdf(tmp_path))
    pane.show_row("nv-kh")
    wait(qtbot, lambda: pane.stack.currentIndex() == 2)
    settle(qtbot, desk)
    assert lines(pane) == []
    assert pane.evidence.isVisible()
