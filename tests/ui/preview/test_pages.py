"""The pages on the screen: sizes, zoom, what stays in view, pictures, figures that can be asked, search."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exporters.document import Source
from exporters.preview import Preview, PreviewSection
from exporters.report import report_document
from tests.ui.driving import wait
from tests.ui.preview.conftest import LONG_WORDS, small_report
from ui.pdf_pages import PdfPages
from ui.preview.canvas import KEPT_BYTES, Canvas
from ui.preview.panel import PreviewPanel
from ui.preview.sheets import Sheets, box


@pytest.fixture
def pages(sections: tuple[PreviewSection, ...]) -> Iterator[PdfPages]:
    found = PdfPages(sections[0].pdf)
    yield found
    found.close()


def figure_place(canvas: Canvas) -> tuple[int, QPointF]:
    """Return the sheet of the first figure and the point in its middle, in pixels of the view."""
    sheet = next(at for at in range(len(canvas.sheets.sheets)) if list(canvas.sheets.traces(at)))
    trace = next(canvas.sheets.traces(sheet))
    canvas.go_to(sheet)
    canvas._bring(sheet, box(trace))
    return sheet, canvas._within(sheet, box(trace)).center()


def test_a_page_is_drawn_in_black_on_white(pages: PdfPages) -> None:
    picture = pages.draw(0, QSize(595, 842))
    colours = {QColor(picture.pixel(x, y)).lightness() for x in range(0, 595, 3) for y in range(0, 842, 3)}
    assert abs(picture.width() - 595) <= 1
    assert min(colours) < 80
    assert max(colours) == 255


@pytest.mark.parametrize("typed", ["số hóa hồ sơ", "so hoa ho so", "SỐ HÓA", "số   hóa"])
def test_text_is_found_with_and_without_diacritics(sections: tuple[PreviewSection, ...], typed: str) -> None:
    sheets = Sheets()
    sheets.show(sections)
    places = list(sheets.find(typed))
    assert {sheets.sheets[place.sheet].section for place in places} >= {0, 1}
    assert all(place.boxes and not place.boxes[0].isEmpty() for place in places)
    sheets.close()


def test_other_diacritics_are_not_found(pages: PdfPages) -> None:
    assert not list(pages.find("sơ hòa"))
    assert not list(pages.find("   "))


def test_pages_stand_below_one_another_and_fill_the_width(qtbot: QtBot, panel: PreviewPanel) -> None:
    canvas = panel.canvas
    first, second = canvas._on_screen(0), canvas._on_screen(1)
    assert first.bottom() < second.top()
    last = canvas._on_screen(len(canvas.sheets.sheets) - 1)
    assert abs(first.width() - last.width()) <= 1  # a landscape appendix is as wide as the upright body
    assert first.width() == pytest.approx(canvas.viewport().width() - 24, abs=2)
    panel.resize(900, 600)
    wait(qtbot, lambda: canvas._on_screen(0).width() > first.width() + 100)


def test_zoom_keeps_the_place_and_shows_true_sizes(panel: PreviewPanel) -> None:
    canvas = panel.canvas
    canvas.go_to(2)
    looked_at = canvas.current
    canvas.set_zoom(1.0)
    assert canvas.current == looked_at
    assert panel.zoom.text() == "100 %"
    assert canvas._on_screen(0).width() == pytest.approx(595.3 * canvas.logicalDpiX() / 72, abs=1)
    canvas.zoom_in()
    assert canvas.zoom == pytest.approx(1.2)
    canvas.set_zoom(99)
    assert canvas.zoom == 4
    canvas.fit_width()
    assert canvas._on_screen(0).width() == pytest.approx(canvas.viewport().width() - 24, abs=2)


def test_an_edit_keeps_the_place_and_the_other_sections_stay_open(qtbot: QtBot, panel: PreviewPanel) -> None:
    canvas, preview = panel.canvas, Preview()
    panel.show_sections(preview.lay_out(report_document(small_report())))
    canvas.go_to(1)
    place, appendix = canvas.verticalScrollBar().value(), canvas.sheets._pages[1]
    panel.show_sections(preview.lay_out(report_document(small_report(LONG_WORDS + " Thêm."))))
    assert canvas.sheets._pages[1] is appendix
    assert canvas.verticalScrollBar().value() == place
    wait(qtbot, lambda: 1 in canvas._last)


def test_large_pictures_out_of_view_are_given_up(panel: PreviewPanel) -> None:
    canvas = panel.canvas
    canvas.set_zoom(4)
    for sheet in range(len(canvas.sheets.sheets)):
        canvas.go_to(sheet)
        for _ in canvas._in_view():
            canvas._on_draw()
    shown = {(at, canvas._on_screen(at).width()) for at in canvas._in_view()}
    assert shown <= set(canvas._pictures)
    spare = sum(one.sizeInBytes() for key, one in canvas._pictures.items() if key not in shown)
    assert spare <= KEPT_BYTES
    assert set(canvas._last) == {at for at, _ in canvas._pictures}


def test_a_click_on_a_figure_asks_for_its_source(qtbot: QtBot, panel: PreviewPanel) -> None:
    canvas = panel.canvas
    _, middle = figure_place(canvas)
    with qtbot.waitSignal(canvas.source_asked) as asked:
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle.toPoint())
    (source,) = asked.args or [None]
    assert isinstance(source, Source)
    assert source.row in ("a", "b")


def test_the_pointer_tells_that_a_figure_can_be_asked(panel: PreviewPanel) -> None:
    canvas = panel.canvas
    _, middle = figure_place(canvas)
    QTest.mouseMove(canvas.viewport(), middle.toPoint())
    assert canvas.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(canvas.viewport(), canvas.viewport().rect().topLeft())
    assert canvas.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_keys_go_from_figure_to_figure_and_ask(qtbot: QtBot, panel: PreviewPanel) -> None:
    canvas = panel.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    asked: list[Source] = []
    canvas.source_asked.connect(asked.append)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert not asked
    for _ in range(2):
        QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert len(asked) == 3
    assert asked[0] == asked[2]
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.current == len(canvas.sheets.sheets) - 1


def test_a_double_click_asks_for_the_words_of_a_sentence(qtbot: QtBot, panel: PreviewPanel) -> None:
    canvas = panel.canvas
    keyed = [
        (at, t)
        for at, s in enumerate(canvas.sheets.sheets)
        for t in canvas.sheets.sections[s.section].traces
        if t.page == s.page and t.key and t.source is None
    ]
    sheet, trace = keyed[0]
    canvas._bring(sheet, box(trace))
    place = canvas._within(sheet, box(trace)).center().toPoint()
    with qtbot.waitSignal(canvas.words_asked) as asked:
        QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [trace.key]


def test_search_goes_from_place_to_place_and_back(qtbot: QtBot, panel: PreviewPanel) -> None:
    finder = panel.finder
    QTest.keyClick(panel, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, finder.line.hasFocus)
    QTest.keyClicks(finder.line, "so hoa")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)  # the pause after the last key is not waited for
    found = finder.count.text()
    assert found.startswith("1/")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.count.text().startswith("2/")
    QTest.mouseClick(finder.back, Qt.MouseButton.LeftButton)
    QTest.keyClick(finder.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    total = found.partition("/")[2]
    assert finder.count.text() == f"{total}/{total}"
    QTest.mouseClick(finder.forward, Qt.MouseButton.LeftButton)
    assert finder.count.text() == found
    finder.line.setText("không có chữ này")
    finder.search()
    assert finder.count.text() == "Không có"
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    assert finder.line.text() == ""
    assert panel.canvas.hasFocus()


def test_what_is_searched_for_is_marked_anew_while_the_view_stays(panel: PreviewPanel) -> None:
    canvas, finder = panel.canvas, panel.finder
    finder.line.setText("so hoa")
    finder.search()
    canvas.go_to(0)
    place, found = canvas.verticalScrollBar().value(), len(finder._places)
    panel.show_sections(Preview().lay_out(report_document(small_report(LONG_WORDS + " Số hóa."))))
    assert canvas.verticalScrollBar().value() == place
    assert finder.count.text() == f"{finder._chosen + 1}/{found + 1}"


def test_small_pages_lead_to_pages(qtbot: QtBot, panel: PreviewPanel) -> None:
    QTest.mouseClick(panel.pages, Qt.MouseButton.LeftButton)
    small = panel.thumbnails
    assert small.isVisible()
    assert small.count() == len(panel.canvas.sheets.sheets)
    wait(qtbot, lambda: bool(small._drawn))
    small.scrollToItem(small.item(2))
    QTest.mouseClick(small.viewport(), Qt.MouseButton.LeftButton, pos=small.visualItemRect(small.item(2)).center())
    assert panel.canvas.current == 2
    assert panel.page._whole.startswith("Trang 3/")
    panel.clear()
    assert small.count() == 0
    assert not panel.print.isEnabled()
