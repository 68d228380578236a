"""Message boxes: sentences as written, buttons named by verbs, one fault at a time."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from models.errors import AppError, BadFigures, LineProblem
from tests.ui.driving import answer, modal, press
from ui import messages


def test_a_sentence_is_shown_as_written(qtbot: QtBot, shown: list[str]) -> None:
    sentence = "Không ghi được vào ổ USB (E:): ổ đang khóa chống ghi. Gạt chốt khóa rồi bấm Thử lại."
    messages.show(QObject(), AppError(sentence))
    assert answer(qtbot, "Đóng") == sentence
    assert list(shown) == [sentence]


def test_wrong_lines_are_all_named(qtbot: QtBot) -> None:
    problems = [LineProblem(2, "“x” không phải là số."), LineProblem(5, "Không có dòng này.")]
    messages.show(QObject(), BadFigures("Tệp có 2 dòng sai.", problems))
    assert answer(qtbot, "Đóng").splitlines()[1:] == ["Dòng 2: “x” không phải là số.", "Dòng 5: Không có dòng này."]


def test_esc_is_the_last_answer(qtbot: QtBot) -> None:
    chosen: list[str] = []
    answers = {words: (lambda w=words: chosen.append(w)) for words in ("Ghi đè", "Thôi")}
    messages.ask(QObject(), "Ghi đè tệp cũ?", answers)
    modal(qtbot, QMessageBox)
    press(qtbot, Qt.Key.Key_Escape)
    assert chosen == ["Thôi"]


def test_a_fault_is_shown_once_and_its_details_can_be_copied(qtbot: QtBot, shown: list[str]) -> None:
    for _ in range(3):
        messages.show_fault(None, Path("nhat-ky.log"), "Sổ 57 0.1\nZeroDivisionError: a bug")
    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    assert len(boxes) == 1
    assert "dữ liệu đã lưu vẫn nguyên vẹn" in answer(qtbot, "Chép chi tiết")
    assert QGuiApplication.clipboard().text() == "Sổ 57 0.1\nZeroDivisionError: a bug"
