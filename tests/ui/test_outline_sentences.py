"""Sentences that write themselves: written over in place, given back, marked where the figures moved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.report_work import WrittenOver
from models.store import drafting_rows
from models.store.connection import Store
from tests.ui.driving import fill, press, push, settle, wait, write
from ui.pages.outline import Outline
from ui.report.sentence_part import SentencePart
from ui.window import MainWindow

KEY = "II.1/counts"


@pytest.fixture
def column(qtbot: QtBot, desk: MainWindow) -> Outline:
    """Give the outline of October with one figure."""
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", "40")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    wait(qtbot, lambda: KEY in desk.report.outline.sentences)
    return desk.report.outline


@pytest.fixture
def sentence(column: Outline) -> SentencePart:
    """Give the sentence that counts the indicators."""
    return column.sentences[KEY]


def kept(path: Path) -> dict[str, WrittenOver]:
    with Store.open(path, write=False) as store:
        return drafting_rows.written_over(store, "thang/2026-10")


def rewrite(qtbot: QtBot, desk: MainWindow, sentence: SentencePart, words: str) -> None:
    """Open a sentence, type over all of it and leave it."""
    sentence.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(words) if words else press(qtbot, Qt.Key.Key_Delete)
    press(qtbot, Qt.Key.Key_Tab)
    settle(qtbot, desk)
    wait(qtbot, lambda: sentence.unit.replaced is not None and plain(sentence) == words)


def plain(sentence: SentencePart) -> str:
    return sentence.text()


def move_figures(qtbot: QtBot, desk: MainWindow) -> None:
    desk.go_to("Nhập số liệu")
    fill(qtbot, desk.figures.indicators, "ct-so-hoa", "figure", "100")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)


def test_typing_on_a_sentence_changes_nothing(qtbot: QtBot, desk: MainWindow, sentence: SentencePart) -> None:
    before = sentence.text()
    sentence.setFocus()
    write("lỡ tay")
    assert (sentence.text(), sentence.editor) == (before, None)
    assert "tự viết" in sentence.toolTip()


def test_a_sentence_is_written_over_in_place_and_given_back(
    qtbot: QtBot, desk: MainWindow, column: Outline, sentence: SentencePart, path: Path
) -> None:
    own = sentence.text()
    rewrite(qtbot, desk, sentence, "Xã có 03 chỉ tiêu.")
    assert kept(path) == {KEY: WrittenOver(KEY, "Xã có 03 chỉ tiêu.", own)}
    assert sentence.mark is not None
    assert "Lời của cán bộ" in sentence.mark.text()
    assert sentence.words.text().count("Xã có 03 chỉ tiêu.") == 1
    assert sentence.band is None
    sentence.restore_action.trigger()
    settle(qtbot, desk)
    wait(qtbot, lambda: sentence.text() == own)
    assert (kept(path), sentence.mark.isVisible()) == ({}, False)
    desk.undo.trigger()
    settle(qtbot, desk)
    assert kept(path)[KEY].text == "Xã có 03 chỉ tiêu."


def test_a_sentence_left_unchanged_or_by_escape_goes_on_writing_itself(
    qtbot: QtBot, desk: MainWindow, sentence: SentencePart, path: Path
) -> None:
    QTest.mouseDClick(sentence, Qt.MouseButton.LeftButton)
    assert sentence.editor is not None
    assert sentence.editor.hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert sentence.editor is None
    sentence.edit()
    write("Thôi không viết. ")
    press(qtbot, Qt.Key.Key_Escape)
    assert sentence.editor is None
    assert sentence.hasFocus()
    settle(qtbot, desk)
    assert kept(path) == {}


def test_an_emptied_sentence_is_left_out_and_says_so(
    qtbot: QtBot, desk: MainWindow, sentence: SentencePart, path: Path
) -> None:
    rewrite(qtbot, desk, sentence, "")
    assert kept(path)[KEY].text == ""
    assert sentence.mark is not None
    assert "được bỏ khỏi báo cáo" in sentence.mark.text()


def test_a_sentence_whose_figures_moved_is_kept_or_given_back(
    qtbot: QtBot, desk: MainWindow, sentence: SentencePart, path: Path
) -> None:
    rewrite(qtbot, desk, sentence, "Xã có 03 chỉ tiêu.")
    move_figures(qtbot, desk)
    wait(qtbot, lambda: sentence.unit.stale)
    band = sentence.band
    assert band is not None
    assert band.mark.text() == "▲ Số liệu đã đổi từ khi viết"
    assert sentence.unit.text in band.now.text()
    assert "→" in band.changed.text()
    push(qtbot, band.keep)
    settle(qtbot, desk)
    wait(qtbot, lambda: not sentence.unit.stale)
    assert kept(path)[KEY] == WrittenOver(KEY, "Xã có 03 chỉ tiêu.", sentence.unit.text)
    assert not band.isVisible()


def test_a_sentence_that_the_data_no_longer_write_can_only_be_given_up(
    qtbot: QtBot, desk: MainWindow, column: Outline, path: Path
) -> None:
    column.list.overwritten.emit("II.2/owed", "Còn 01 chỉ tiêu thấp.", "Tồn 01 nhiệm vụ.")
    settle(qtbot, desk)
    wait(qtbot, lambda: "II.2/owed" in column.sentences)
    low = column.sentences["II.2/owed"]
    assert low.band is not None
    wait(qtbot, low.band.isVisible)
    assert "không in trong báo cáo" in low.band.now.text()
    assert (low.band.keep.isVisible(), low.band.give_back.isVisible()) == (False, True)
    low.edit()
    assert low.editor is None
    push(qtbot, low.band.give_back)
    settle(qtbot, desk)
    wait(qtbot, lambda: "II.2/owed" not in column.sentences)
    assert kept(path) == {}


def test_what_is_being_rewritten_stays_while_figures_move(
    qtbot: QtBot, desk: MainWindow, sentence: SentencePart
) -> None:
    sentence.edit()
    write("Đang viết dở. ")
    assert sentence.editor is not None
    own = sentence.unit.text
    desk.session.write("V", "Đề nghị.", desk.session.period).start()  # type: ignore[arg-type]
    settle(qtbot, desk)
    assert sentence.editor is not None
    assert sentence.editor.toPlainText() == f"Đang viết dở. {own}"
    assert sentence.editor.hasFocus()


def test_a_double_click_on_the_page_leads_to_the_sentence(qtbot: QtBot, desk: MainWindow, column: Outline) -> None:
    desk.report.preview.canvas.words_asked.emit(KEY)
    wait(qtbot, column.sentences[KEY].hasFocus)
    view = column.list.viewport()
    assert 0 <= column.sentences[KEY].mapTo(view, column.sentences[KEY].rect().topLeft()).y() < view.height()


def test_words_take_the_place_of_what_the_data_propose(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=30_000):
        window.session.open_sample()
    settle(qtbot, window)
    window.go_to("Báo cáo")
    periods = window.session.store.periods if window.session.store else ()
    window.session.choose_period(next(one for one in periods if one.key == "bao-cao-quy/2026-Q4"))
    settle(qtbot, window)
    column = window.report.outline
    wait(qtbot, lambda: "III/shortcomings" in column.sentences)
    assert column.sentences["III/shortcomings"] in column.list.parts["III"].sentences
    column.boxes["III"].setFocus()
    write("Thiếu máy quét.")
    press(qtbot, Qt.Key.Key_Tab)
    settle(qtbot, window)
    wait(qtbot, lambda: "III/shortcomings" not in column.sentences)
    assert column.boxes["III"].toPlainText() == "Thiếu máy quét."


def test_tab_goes_from_the_sentences_to_the_box_and_on(qtbot: QtBot, desk: MainWindow, column: Outline) -> None:
    column.sentences["II.2/counts"].setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is column.boxes["II.2"]
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is column.boxes["III"]
    press(qtbot, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is column.boxes["II.2"]
