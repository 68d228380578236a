"""Rich words: bold, italic and lists as they are read, kept as light markup, both ways without loss."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from models.written_words import parse_words, to_markup
from tests.ui.driving import press, settle, wait, write
from ui.pages.outline import Outline
from ui.report.rich_text import html_of, markup_of, show_words
from ui.report.rich_words import RichWords
from ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
WORD = """<html><head><style>p {color: red}</style></head><body>
<p class=MsoNormal align=center style='font-size:20pt'><b>Kết quả</b> <i>nổi bật</i>
của <span style='color:red'>xã</span></p>
<p class=MsoListParagraph><span style='font-family:Symbol'>·<span>&nbsp;&nbsp; </span></span>Một máy quét</p>
<ul><li>Hai <b>máy in</b></li></ul><ol type=a><li>Ba</li><li>Bốn</li></ol><p>&nbsp;</p><img src="file:///x.png">
</body></html>"""


@pytest.fixture
def box(qtbot: QtBot, desk: MainWindow) -> RichWords:
    """Give the box of section III with the focus."""
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    found = desk.report.outline.boxes["III"]
    found.setFocus()
    wait(qtbot, found.hasFocus)
    return found


def column_of(desk: MainWindow) -> Outline:
    return desk.report.outline


def round_trip(text: str) -> str:
    document = QTextDocument()
    show_words(document, text)
    return markup_of(document)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Một **đậm** và *nghiêng* và ***cả hai***.",
        "Đoạn một\nĐoạn hai",
        "Gồm:\na) **Một**\nb) hai\n- ba *bốn*",
        "Giá 5\\*3 và C:\\tệp",
        "**Cả dòng đậm**\n*cả dòng nghiêng*",
    ],
)
def test_kept_words_come_back_as_they_were(qapp: object, text: str) -> None:
    assert round_trip(text) == text


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text("ab đ*\\-)1.\u0301", max_size=12), max_size=4).map("\n".join))
def test_whatever_is_kept_reads_the_same_after_the_box_had_it(text: str) -> None:
    once = round_trip(text)
    assert "".join("".join(one.head + one.text for one in parse_words(once)).split()) == "".join(
        "".join(one.head + one.text for one in parse_words(text)).split()
    )
    assert round_trip(once) == to_markup(parse_words(once))


def test_bold_and_italic_by_key_are_seen_and_kept(qtbot: QtBot, desk: MainWindow, box: RichWords) -> None:
    press(qtbot, Qt.Key.Key_B, CONTROL)
    write("Thiếu")
    press(qtbot, Qt.Key.Key_B, CONTROL)
    write(" máy ")
    press(qtbot, Qt.Key.Key_I, CONTROL)
    write("quét")
    assert box.toPlainText() == "Thiếu máy quét"
    assert "font-weight" in box.toHtml()
    press(qtbot, Qt.Key.Key_Tab)
    settle(qtbot, desk)
    assert desk.session.standing is not None
    assert desk.session.standing.report.words["III"] == "**Thiếu** máy *quét*"
    assert box.toPlainText() == "Thiếu máy quét"


def test_the_buttons_speak_to_the_box_that_is_written_in(qtbot: QtBot, desk: MainWindow, box: RichWords) -> None:
    tools = column_of(desk).format.buttons
    assert tools["toggle_bold"].isEnabled()
    tools["toggle_bold"].click()
    write("Đậm")
    assert (box.markup(), box.hasFocus()) == ("**Đậm**", True)
    tools["toggle_dash"].click()
    assert box.markup() == "- **Đậm**"
    tools["toggle_letters"].click()
    assert box.markup() == "a) **Đậm**"
    tools["toggle_letters"].click()
    tools["toggle_italic"].click()
    assert box.toPlainText() == "Đậm"
    desk.rail.setFocus()
    assert not tools["toggle_bold"].isEnabled()


def test_a_list_goes_on_at_the_end_of_a_line_and_ends_at_an_empty_one(qtbot: QtBot, box: RichWords) -> None:
    write("a) một")
    press(qtbot, Qt.Key.Key_Return)
    write("hai")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    write("- ba")
    press(qtbot, Qt.Key.Key_Return)
    write("bốn")
    assert box.toPlainText() == "a) một\nb) hai\n- ba\n- bốn"


def test_the_letters_of_a_list_are_put_right_when_it_is_left(qtbot: QtBot, desk: MainWindow, box: RichWords) -> None:
    box.insertPlainText("a) một\nc) hai")
    press(qtbot, Qt.Key.Key_Tab)
    settle(qtbot, desk)
    assert box.toPlainText() == "a) một\nb) hai"


def test_what_word_copies_keeps_bold_italic_and_lists_only(box: RichWords) -> None:
    source = QMimeData()
    source.setHtml(WORD)
    source.setText("trống")
    box.insertFromMimeData(source)
    assert box.markup() == ("**Kết quả** *nổi bật* của xã\n- Một máy quét\n- Hai **máy in**\na) Ba\nb) Bốn")
    assert "red" not in box.toHtml()


def test_plain_text_and_tables_are_pasted_as_lines_in_one_form_of_letters(box: RichWords) -> None:
    source = QMimeData()
    source.setText("Tiê\u0301p\t5*3\n\n• Hai")
    source.setHtml("<table><tr><td>Tiếp</td></tr></table>")
    box.insertFromMimeData(source)
    assert box.toPlainText() == "Ti\u1ebfp 5*3\n- Hai"
    assert box.markup() == "Ti\u1ebfp 5\\*3\n- Hai"


def test_undo_takes_typing_back_before_it_is_saved(qtbot: QtBot, box: RichWords) -> None:
    write("Một")
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert box.toPlainText() == ""


def test_the_box_grows_with_its_words(qtbot: QtBot, box: RichWords) -> None:
    before = box.height()
    box.insertPlainText("Một đoạn dài. " * 60)
    wait(qtbot, lambda: box.height() > before)
    assert box.verticalScrollBar().maximum() == 0


def test_a_label_shows_the_words_and_never_runs_them() -> None:
    assert html_of("a) **<b>x</b>** *y*").endswith("a) <b>&lt;b&gt;x&lt;/b&gt;</b> <i>y</i></p>")
