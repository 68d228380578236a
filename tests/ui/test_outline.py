"""The left column of a report: headings of the outline, each act one step that undo takes back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.desk import Desk
from models.duties import ReportingPeriod
from models.report_desk import ReportDesk
from models.reports import Signing
from models.store import report_rows
from models.store.connection import Store
from tests.models.store.samples import WHO
from tests.ui.driving import NOW, answer, fill, modal, open_store, press, push, settle, wait, write
from ui.pages.outline import Outline
from ui.report.heading_dialog import HeadingDialog
from ui.report.heading_part import Act
from ui.window import MainWindow

SHIFT_ALT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def column(qtbot: QtBot, desk: MainWindow) -> Outline:
    """Give the outline of October with one figure."""
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", "40")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    wait(qtbot, lambda: bool(desk.report.outline.sentences))
    return desk.report.outline


def ask(qtbot: QtBot, window: MainWindow, column: Outline, act: Act, section: str) -> None:
    """Choose an act of a heading's menu."""
    column.list.parts[section].actions_by[act].trigger()
    settle(qtbot, window)


def printed(column: Outline) -> list[str]:
    return [part.title.text() for part in column.list.parts.values()]


def order(column: Outline) -> list[str]:
    """Return the headings as they stand below each other on the screen."""
    parts = column.list.parts.values()
    return [part.view.id for part in sorted(parts, key=lambda part: part.mapTo(column, part.rect().topLeft()).y())]


def kept(path: Path) -> list[tuple[str, str, bool]]:
    with Store.open(path, write=False) as store:
        outline = ReportDesk(Desk(store), october(store)).outline
    return [(heading.id, heading.title, heading.shown) for heading in outline.headings]


def october(store: Store) -> ReportingPeriod:
    return Desk(store).period("2026-10")


def test_headings_stand_numbered_in_their_order(column: Outline) -> None:
    assert printed(column)[:4] == [
        "I. Công tác lãnh đạo, chỉ đạo",
        "II. Kết quả thực hiện",
        "1. Kết quả thực hiện các chỉ tiêu",
        "2. Kết quả thực hiện nhiệm vụ",
    ]
    assert printed(column)[5] == "IV. Nhiệm vụ trọng tâm tháng 11 năm 2026"
    assert order(column) == ["I", "II", "II.1", "II.2", "III", "IV", "V"]


def test_a_heading_is_renamed_and_gets_its_own_name_back(
    qtbot: QtBot, desk: MainWindow, column: Outline, path: Path
) -> None:
    column.boxes["III"].setFocus()
    press(qtbot, Qt.Key.Key_F2)
    form = modal(qtbot, HeadingDialog)
    assert form.words.text() == "Tồn tại, hạn chế và nguyên nhân"
    form.words.setText("Khó khăn, vướng mắc")
    push(qtbot, form.do)
    settle(qtbot, desk)
    assert printed(column)[4] == "III. Khó khăn, vướng mắc"
    assert ("III", "Khó khăn, vướng mắc", True) in kept(path)
    ask(qtbot, desk, column, Act.OWN_NAME, "III")
    assert printed(column)[4] == "III. Tồn tại, hạn chế và nguyên nhân"
    desk.undo.trigger()
    settle(qtbot, desk)
    assert printed(column)[4] == "III. Khó khăn, vướng mắc"


def test_a_name_that_cannot_be_is_told_and_stays(qtbot: QtBot, desk: MainWindow, column: Outline) -> None:
    column.list.parts["V"].actions_by[Act.RENAME].trigger()
    form = modal(qtbot, HeadingDialog)
    form.words.setText("Đề xuất [năm]")
    push(qtbot, form.do)
    assert "không thay được bằng tên kỳ nào" in answer(qtbot, "Đóng")
    assert modal(qtbot, HeadingDialog).words.text() == "Đề xuất [năm]"
    push(qtbot, form.leave)
    assert printed(column)[-1] == "V. Đề xuất, kiến nghị"


def test_a_heading_is_switched_off_and_on_again_with_its_words(
    qtbot: QtBot, desk: MainWindow, column: Outline, path: Path
) -> None:
    column.boxes["I"].setFocus()
    write("Ban hành 02 văn bản.")
    ask(qtbot, desk, column, Act.SWITCH, "I")
    assert printed(column)[:2] == ["Công tác lãnh đạo, chỉ đạo (đang tắt)", "I. Kết quả thực hiện"]
    assert "I" not in column.boxes
    assert not column.list.parts["I"].box.isVisible()
    push(qtbot, column.list.parts["I"].switch_on)
    settle(qtbot, desk)
    assert column.boxes["I"].toPlainText() == "Ban hành 02 văn bản."
    assert all(shown for _, _, shown in kept(path))


def test_what_stands_beneath_goes_with_a_heading_that_is_switched_off(
    qtbot: QtBot, desk: MainWindow, column: Outline
) -> None:
    ask(qtbot, desk, column, Act.SWITCH, "II")
    wait(qtbot, lambda: order(column) == ["I", "II", "III", "IV", "V"])
    wait(qtbot, lambda: not any(key.startswith("II.") for key in column.sentences))


@pytest.mark.parametrize(("beneath", "wanted"), [(False, "IV. Mục riêng"), (True, "1. Mục riêng")])
def test_a_heading_is_added_and_written_in_at_once(
    qtbot: QtBot, desk: MainWindow, column: Outline, path: Path, beneath: bool, wanted: str
) -> None:
    column.list.parts["III"].actions_by[Act.ADD].trigger()
    form = modal(qtbot, HeadingDialog)
    form.words.setText("Mục riêng")
    form.beneath.setChecked(beneath)
    push(qtbot, form.do)
    settle(qtbot, desk)
    desk.activateWindow()
    wait(qtbot, lambda: "m1" in column.boxes and column.boxes["m1"].hasFocus())
    assert column.list.parts["m1"].title.text() == wanted
    write("Lời riêng.")
    press(qtbot, Qt.Key.Key_Tab)
    settle(qtbot, desk)
    with Store.open(path, write=False) as store:
        assert report_rows.narratives(store, "thang/2026-10") == {"m1": "Lời riêng."}
    ask(qtbot, desk, column, Act.REMOVE, "m1")
    assert "m1" not in column.list.parts
    assert not column.list.parts["III"].actions_by[Act.REMOVE].isVisible()


def test_headings_are_moved_by_the_keys_of_word(qtbot: QtBot, desk: MainWindow, column: Outline, path: Path) -> None:
    box = column.boxes["V"]
    box.setFocus()
    press(qtbot, Qt.Key.Key_Up, SHIFT_ALT)
    settle(qtbot, desk)
    wait(qtbot, lambda: order(column) == ["I", "II", "II.1", "II.2", "III", "V", "IV"])
    assert column.boxes["V"] is box
    assert box.hasFocus()
    assert [one for one, _, _ in kept(path)][-2:] == ["V", "IV"]
    assert desk.undo.text() == "Hoàn tác: chuyển mục V lên trong đề cương Báo cáo tháng"
    press(qtbot, Qt.Key.Key_Down, SHIFT_ALT)
    settle(qtbot, desk)
    wait(qtbot, lambda: order(column)[-1] == "V")


def test_what_is_being_typed_stays_while_the_store_changes(
    qtbot: QtBot, desk: MainWindow, column: Outline, path: Path
) -> None:
    box, sentence = column.boxes["III"], column.sentences["II.1/counts"]
    box.setFocus()
    write("Thiếu máy")
    desk.session.write("V", "Đề nghị hỗ trợ.", october_of(desk)).start()
    settle(qtbot, desk)
    write(" quét")
    assert column.boxes["III"] is box
    assert box.hasFocus()
    assert box.toPlainText() == "Thiếu máy quét"
    assert column.sentences["II.1/counts"] is sentence
    wait(qtbot, lambda: column.boxes["V"].toPlainText() == "Đề nghị hỗ trợ.")


def october_of(desk: MainWindow) -> ReportingPeriod:
    assert desk.session.period is not None
    return desk.session.period


def test_the_place_stays_when_sentences_above_grow(qtbot: QtBot, desk: MainWindow, column: Outline) -> None:
    column.setFixedHeight(300)
    box = column.boxes["IV"]
    column.go_to("IV")
    wait(qtbot, lambda: column.list.verticalScrollBar().value() > 0)
    before = on_screen(box, column)
    for key in ("opening", "II.1/counts"):
        column.list.overwritten.emit(key, "Một câu rất dài. " * 60, column.sentences[key].unit.text)
    settle(qtbot, desk)
    wait(qtbot, lambda: column.sentences["opening"].unit.replaced is not None)
    settle(qtbot, desk)
    QApplication.processEvents()
    assert on_screen(box, column) == before
    assert box.hasFocus()


def on_screen(widget: QWidget, column: Outline) -> int:
    return widget.mapTo(column, widget.rect().topLeft()).y()


def test_words_of_the_last_period_are_taken_over(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    september(path)
    open_store(qtbot, window, path, "Báo cáo")
    column = window.report.outline
    wait(qtbot, column.carry.isVisible)
    assert "tháng 9/2026 có lời của 2 mục" in column.carry.label.text()
    ask(qtbot, window, column, Act.CARRY, "V")
    assert column.boxes["V"].toPlainText() == "Đề nghị cấp máy."
    wait(qtbot, lambda: "1 mục" in column.carry.label.text())
    assert not column.list.parts["V"].actions_by[Act.CARRY].isVisible()
    push(qtbot, column.carry.button)
    settle(qtbot, window)
    assert column.boxes["III"].markup() == "**Thiếu** máy quét."
    wait(qtbot, lambda: not column.carry.isVisible())
    window.undo.trigger()
    settle(qtbot, window)
    assert column.boxes["III"].toPlainText() == ""
    wait(qtbot, column.carry.isVisible)


def september(path: Path) -> None:
    with Store.open(path) as store:
        desk = Desk(store)
        for section, text in {"III": "**Thiếu** máy quét.", "V": "Đề nghị cấp máy."}.items():
            desk.write(desk.period("2026-09"), section, text, who=WHO, at=NOW)


def test_words_that_the_store_refuses_stay_in_their_box(qtbot: QtBot, desk: MainWindow, column: Outline) -> None:
    box = column.boxes["III"]
    box.setFocus()
    write("Lời không được mất")
    desk.session.issue(Signing("215", NOW.date(), "Đỗ Ngọc Quang"), october_of(desk), "còn dòng chấm").start()
    press(qtbot, Qt.Key.Key_Tab)
    assert "đã phát hành nên không sửa được" in answer(qtbot, "Đóng")
    settle(qtbot, desk)
    assert box.toPlainText() == "Lời không được mất"
    assert box.isReadOnly()


def test_an_issued_report_is_only_read(qtbot: QtBot, desk: MainWindow, column: Outline) -> None:
    desk.session.issue(Signing("215", NOW.date(), "Đỗ Ngọc Quang"), october_of(desk), "còn dòng chấm").start()
    settle(qtbot, desk)
    assert all(box.isReadOnly() for box in column.boxes.values())
    assert not any(part.more.isVisible() for part in column.list.parts.values())
    assert not any(part.more.isVisible() for part in column.sentences.values())
    column.sentences["II.1/counts"].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert column.sentences["II.1/counts"].editor is None
    assert not any(action.isEnabled() for action in column.list.parts["III"].actions_by.values())
