"""Check the page Thu thập: forms out, forms in row by row with one undo, reminders."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.collecting_desk import FormState
from models.desk import Desk
from models.figure_lines import FigureLine
from models.store import collection_rows
from models.store.collection_rows import CollectionForm
from models.store.connection import Store
from tests.collecting_samples import AT, POLICE, STATION, filled, made, make_store, write
from tests.models.store.samples import PERIOD, WHO
from tests.ui.driving import answer, choose, figures, modal, open_store, press, push, settle, wait
from ui.collection.making import MakeDialog
from ui.collection.review import NOTHING_NEW, ReviewDialog
from ui.pages.collecting import LOCKED, NOBODY
from ui.window import MainWindow


@pytest.fixture
def led(tmp_path: Path) -> Path:
    """Give the path of a closed store whose rows have leads."""
    return make_store(tmp_path / "sổ.so57")


def open_page(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    open_store(qtbot, window, path, "Thu thập")
    wait(qtbot, lambda: window.collecting.lines.rowCount() > 0)
    settle(qtbot, window)


def forms(path: Path) -> dict[str, CollectionForm]:
    with Store.open(path, write=False) as store:
        return {form.unit: form for form in collection_rows.forms(store, PERIOD)}


def ready_form(path: Path, cells: dict[tuple[str, str], str], unit: str = STATION, name: str = "phieu.xlsx") -> Path:
    """Make a form and return it as the unit sent it back."""
    with Store.open(path) as store:
        return write(path.parent, filled(made(Desk(store), unit), cells, person="Hoàng Nam"), name)


def cell(window: MainWindow, row: int, column: int) -> str:
    return window.collecting.lines.text_at(row, column)


def review(qtbot: QtBot, window: MainWindow, *paths: Path) -> ReviewDialog:
    window.collecting.receiving.take(window.session.period, list(paths))  # type: ignore[arg-type]
    return modal(qtbot, ReviewDialog)


def confirm(qtbot: QtBot, window: MainWindow, dialog: ReviewDialog) -> None:
    push(qtbot, dialog.do)
    wait(qtbot, lambda: QApplication.activeModalWidget() is not dialog)
    settle(qtbot, window)


def test_forms_for_all_units_are_made_at_once(qtbot: QtBot, window: MainWindow, led: Path, tmp_path: Path) -> None:
    open_page(qtbot, window, led)
    assert cell(window, 0, 6) == "○ Chưa lập phiếu"
    push(qtbot, window.collecting.make_all)
    dialog = modal(qtbot, MakeDialog)
    dialog.contact.setText("Lan, 0912")
    push(qtbot, dialog.do)
    folder = tmp_path / "phieu"
    folder.mkdir()
    choose(qtbot, folder)
    assert "Đã ghi phiếu của 2 đơn vị" in answer(qtbot, "Đóng")
    settle(qtbot, window)
    assert sorted(path.name for path in folder.iterdir()) == [
        "phieu_2026-10_cong-an-xa.xlsx",
        "phieu_2026-10_tram-y-te-xa.xlsx",
    ]
    assert set(forms(led)) == {STATION, POLICE}
    wait(qtbot, lambda: cell(window, 0, 6) == "◐ Chờ đơn vị gửi")
    assert window.collecting.head.title.text() == "Thu thập tháng 10/2026: 0/2 đơn vị đã gửi"
    assert window.undo.text() == "Hoàn tác: lập phiếu thu thập tháng 10/2026 cho 2 đơn vị"


def test_chosen_units_only(
    qtbot: QtBot, window: MainWindow, led: Path, tmp_path: Path, folder_opened: Callable[[], list[str]]
) -> None:
    open_page(qtbot, window, led)
    page = window.collecting
    assert not page.make_some.isEnabled()
    page.table.selectRow(1)
    assert page.make_some.text() == "Lập phiếu cho Công an xã…"
    push(qtbot, page.make_some)
    push(qtbot, modal(qtbot, MakeDialog).do)
    choose(qtbot, tmp_path)
    answer(qtbot, "Mở thư mục")
    settle(qtbot, window)
    assert folder_opened() == [str(tmp_path)]
    assert list(forms(led)) == [POLICE]


def test_a_form_is_taken_in_and_one_undo_takes_it_back(qtbot: QtBot, window: MainWindow, led: Path) -> None:
    form = ready_form(led, {("ct-5g", "figure"): "32,5", ("ct-5g", "note"): "đủ", ("ct-so-hoa", "figure"): "97"})
    open_page(qtbot, window, led)
    dialog = review(qtbot, window, form)
    assert dialog.do.text() == "&Ghi 2 dòng vào sổ"
    dialog.table.setCurrentIndex(dialog.lines.place_of("ct-so-hoa\nfigure", "accepted"))
    dialog.table.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert dialog.do.text() == "&Ghi 1 dòng vào sổ"
    confirm(qtbot, window, dialog)
    assert [(own.value, own.note) for own in figures(led, "ct-5g")] == [(Decimal("32.5"), "đủ")]
    assert figures(led, "ct-so-hoa") == ()
    assert forms(led)[STATION].filled_by == "Hoàng Nam"
    wait(qtbot, lambda: cell(window, 0, 6) == "● Đã nhận")
    assert window.undo.text() == "Hoàn tác: nhận phiếu của Trạm Y tế xã: 1 dòng"
    window.undo.trigger()
    wait(qtbot, lambda: cell(window, 0, 6) == "◐ Chờ đơn vị gửi")
    assert figures(led, "ct-5g") == ()
    assert forms(led)[STATION].received_on is None


def test_a_conflict_is_shown_and_not_chosen(qtbot: QtBot, window: MainWindow, led: Path) -> None:
    form = ready_form(led, {("ct-5g", "figure"): "32,5"})
    with Store.open(led) as store:
        desk = Desk(store)
        line = FigureLine(1, key="ct-5g", value=Decimal(30))
        desk.record(desk.period("2026-10"), [line], who=WHO, at=AT)
    open_page(qtbot, window, led)
    dialog = review(qtbot, window, form)
    row = dialog.lines.place_of("ct-5g\nfigure", "accepted").row()
    assert [dialog.lines.text_at(row, column) for column in (2, 3, 4)] == [
        "30",
        "32,5",
        "▲ Xã đã sửa sau khi lập phiếu. Khi lập phiếu là trống.",
    ]
    assert dialog.do.text() == "&Ghi đã nhận, không lấy dòng nào"
    push(qtbot, dialog.every)
    push(qtbot, dialog.none)
    push(qtbot, dialog.every)
    confirm(qtbot, window, dialog)
    assert figures(led, "ct-5g")[0].value == Decimal("32.5")


def test_a_form_with_nothing_new_is_received_all_the_same(qtbot: QtBot, window: MainWindow, led: Path) -> None:
    form = ready_form(led, {})
    open_page(qtbot, window, led)
    dialog = review(qtbot, window, form)
    assert dialog.line.text() == NOTHING_NEW
    confirm(qtbot, window, dialog)
    assert forms(led)[STATION].received_name == "phieu.xlsx"
    again = review(qtbot, window, form)
    assert again.notice.label.text() == "Chính tệp này đã nhận ngày 01/11/2026."
    press(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, window)


def test_several_files_come_one_after_the_other_and_bad_ones_are_named(
    qtbot: QtBot, window: MainWindow, led: Path, tmp_path: Path
) -> None:
    first = ready_form(led, {("ct-5g", "figure"): "32,5"})
    second = ready_form(led, {("ct-bai", "figure"): "12"}, POLICE, "phieu 2.xlsx")
    bad = write(tmp_path, b"PK", "hong.xlsx")
    open_page(qtbot, window, led)
    window.collecting.receiving.take(window.session.period, [first, bad, second])  # type: ignore[arg-type]
    assert "Tệp “hong.xlsx” hỏng" in answer(qtbot, "Tiếp tục")
    confirm(qtbot, window, modal(qtbot, ReviewDialog))
    confirm(qtbot, window, modal(qtbot, ReviewDialog))
    assert (len(figures(led, "ct-5g")), len(figures(led, "ct-bai"))) == (1, 1)


def test_a_form_that_this_store_did_not_make_is_refused(
    qtbot: QtBot, window: MainWindow, led: Path, tmp_path: Path
) -> None:
    other = make_store(tmp_path / "khac.so57")
    form = ready_form(other, {})
    open_page(qtbot, window, led)
    push(qtbot, window.collecting.take)
    from ui.message_boxes import FilesDialog

    dialog = modal(qtbot, FilesDialog)
    dialog.filesSelected.emit([str(form)])
    dialog.reject()
    assert "phiếu mà sổ này không lập" in answer(qtbot, "Đóng")


def test_a_row_changed_while_it_was_looked_at_leaves_the_dialog_open(
    qtbot: QtBot, window: MainWindow, led: Path
) -> None:
    form = ready_form(led, {("ct-5g", "figure"): "32,5"})
    open_page(qtbot, window, led)
    dialog = review(qtbot, window, form)
    line = FigureLine(1, key="ct-5g", value=Decimal(30))
    assert window.session.period is not None
    window.session.record(line, window.session.period).start()
    settle(qtbot, window)
    push(qtbot, dialog.do)
    assert "vừa được sửa trong sổ" in answer(qtbot, "Đóng")
    assert dialog.isVisible()
    dialog.reject()
    settle(qtbot, window)
    assert figures(led, "ct-5g")[0].value == Decimal(30)


def test_files_are_dropped_onto_the_page(qtbot: QtBot, window: MainWindow, led: Path) -> None:
    form = ready_form(led, {("ct-5g", "figure"): "32,5"})
    open_page(qtbot, window, led)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(form))])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *keys)
    QApplication.sendEvent(window.collecting, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window.collecting, QDropEvent(QPoint(5, 5), *keys))
    confirm(qtbot, window, modal(qtbot, ReviewDialog))
    assert figures(led, "ct-5g")[0].value == Decimal("32.5")


def test_one_unit_is_reminded_by_an_email_draft(
    qtbot: QtBot, window: MainWindow, led: Path, folder_opened: Callable[[], list[str]]
) -> None:
    ready_form(led, {})
    open_page(qtbot, window, led)
    assert window.collecting.remind.text() == "&Đôn đốc Trạm Y tế xã…"
    push(qtbot, window.collecting.remind)
    assert "Chưa có địa chỉ thư của: Trạm Y tế xã." in answer(qtbot, "Mở trong chương trình thư")
    settle(qtbot, window)
    wait(qtbot, lambda: len(folder_opened()) == 1)
    letter = Path(folder_opened()[0]).read_bytes()
    assert b"phieu_2026-10_tram-y-te-xa.xlsx" in letter
    wait(qtbot, lambda: cell(window, 0, 6) == "◐ Chờ đơn vị gửi, đã đôn đốc 01/11")


def test_several_units_are_reminded_in_a_folder_or_by_words(
    qtbot: QtBot, window: MainWindow, led: Path, tmp_path: Path, folder_opened: Callable[[], list[str]]
) -> None:
    ready_form(led, {})
    ready_form(led, {}, POLICE)
    open_page(qtbot, window, led)
    push(qtbot, window.collecting.remind)
    answer(qtbot, "Chép lời nhắc")
    settle(qtbot, window)
    copied = QApplication.clipboard().text()
    assert copied.count("Kính gửi: ") == 2
    assert "đơn vị chủ trì" in copied
    push(qtbot, window.collecting.remind)
    answer(qtbot, "Thôi")
    push(qtbot, window.collecting.remind)
    answer(qtbot, "Lưu vào thư mục…")
    folder = tmp_path / "thu"
    folder.mkdir()
    choose(qtbot, folder)
    wait(qtbot, lambda: folder_opened() == [str(folder)])
    settle(qtbot, window)
    assert len(list(folder.glob("*.eml"))) == len(list(folder.glob("*.xlsx"))) == 2


def test_a_locked_period_says_so_and_offers_nothing(qtbot: QtBot, window: MainWindow, led: Path) -> None:
    with Store.open(led) as store:
        desk = Desk(store)
        desk.close_period(desk.period("2026-10"), why="đủ", who=WHO, at=AT)
    open_page(qtbot, window, led)
    page = window.collecting
    assert page.notice.label.text() == LOCKED
    assert not any(button.isEnabled() for button in (page.take, page.make_all, page.make_some, page.remind))


def test_a_plan_without_leads_says_what_to_do(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    from dataclasses import replace

    from tests.collecting_samples import collecting_plan

    plan = collecting_plan()
    bare = replace(
        plan,
        indicator_rows=tuple(replace(row, lead="") for row in plan.indicator_rows),
        task_rows=tuple(replace(row, lead="") for row in plan.task_rows),
    )
    path = tmp_path / "trống.so57"
    Store.create(path, bare, who=WHO, at=AT).close()
    open_store(qtbot, window, path, "Thu thập")
    wait(qtbot, lambda: window.collecting.notice.label.text() == NOBODY)
    assert not window.collecting.table.isVisible()


def test_a_late_unit_is_a_square_and_a_word(qtbot: QtBot, window: MainWindow, led: Path) -> None:
    with Store.open(led) as store, store.change("lập phiếu", who=WHO, at=AT) as change:
        form = CollectionForm("0" * 16, PERIOD, STATION, AT.date(), {"ct-5g": {}}, AT.date().replace(month=10))
        collection_rows.add(change, form)
    open_page(qtbot, window, led)
    assert cell(window, 0, 6) == "■ Quá hạn chưa gửi"
    own = window.collecting.lines.line_at(0)
    assert own is not None
    assert own.state is FormState.LATE
