"""The pages on the screen: scrolled, zoomed, searched; a figure under the pointer tells that it can be asked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from ui import style
from ui.preview.sheets import Place, Sheets, box

if TYPE_CHECKING:
    from exporters.preview import PreviewSection, Trace

POINTS_PER_INCH = 72
MARGIN = 12
SMALLEST, LARGEST = 0.4, 4.0
NARROW = 0.1
"""How small the width of a narrow view may make the sheets."""
STEP = 1.2
KEPT_BYTES = 96 * 1024 * 1024
"""How much memory pictures out of view may take: at the largest zoom a page alone has 57 MB."""
LINE = 40
FOUND_COLOUR = QColor(255, 214, 0, 110)
CHOSEN_COLOUR = QColor(255, 140, 0, 150)


class Canvas(QAbstractScrollArea):
    """Shows sheets; pictures are made one for each turn of the event loop, so that typing and scrolling go on."""

    page_changed = Signal(int)
    """The sheet in the middle of the view, counted from 0."""
    zoomed = Signal(float)
    source_asked = Signal(object)
    """The Source of a figure that was clicked, or chosen with the keys."""
    words_asked = Signal(str)
    """The key of the paragraph that was clicked twice."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets = Sheets()
        self.fits_width = True
        self._zoom = 1.0
        self._pictures: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._last: dict[int, QImage] = {}
        self._places: tuple[Place, ...] = ()
        self._chosen = -1
        self._hovered: tuple[int, Trace] | None = None
        self._current = -1
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(0)
        self._drawing.timeout.connect(self._on_draw)
        self._build()

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Trang in của báo cáo")
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(LINE)
        self.horizontalScrollBar().setSingleStep(LINE)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # --- what is shown

    def show_sections(self, sections: Sequence[PreviewSection]) -> None:
        """Show a new laying out; the place that is looked at stays, and old pictures until new ones are there."""
        place = self._place()
        old = [sheet.section for sheet in self.sheets.sheets]
        changed = self.sheets.show(sections)
        self._places, self._chosen, self._hovered = (), -1, None
        same = [sheet.section for sheet in self.sheets.sheets] == old
        gone = {at for at, sheet in enumerate(self.sheets.sheets) if not same or sheet.section in changed}
        self._pictures = OrderedDict((key, one) for key, one in self._pictures.items() if key[0] not in gone)
        if not same:
            self._last.clear()
        self._lay_out(place)

    def show_places(self, places: Sequence[Place], chosen: int, *, bring: bool = True) -> None:
        """Mark found places, and bring the chosen one into view unless the view is to stay."""
        self._places, self._chosen = tuple(places), chosen
        if bring and 0 <= chosen < len(places):
            place = places[chosen]
            self._bring(place.sheet, place.boxes[0] if place.boxes else QRectF())
        self.viewport().update()

    def go_to(self, sheet: int) -> None:
        """Bring the top of a sheet into view."""
        if 0 <= sheet < len(self.sheets.sheets):
            self.verticalScrollBar().setValue(round(self.sheets.sheets[sheet].area.top() * self._scale()))

    @property
    def current(self) -> int:
        """Return the sheet in the middle of the view; -1 where there is none."""
        middle = (self.verticalScrollBar().value() + self.viewport().height() / 2 - MARGIN) / self._scale()
        above = [at for at, sheet in enumerate(self.sheets.sheets) if sheet.area.top() <= middle]
        return above[-1] if above else min(0, len(self.sheets.sheets) - 1)

    # --- zoom

    @property
    def zoom(self) -> float:
        """Return the zoom of the sheet that is looked at: 1 shows it at its true size."""
        return self._zoom * (self.sheets.sheets[self.current].scale if self.sheets.sheets else 1.0)

    def set_zoom(self, zoom: float) -> None:
        """Show every sheet at that zoom, keeping the middle of the view."""
        place = self._place()
        self.fits_width = False
        self.sheets.make_alike(False)
        self._zoom = min(LARGEST, max(SMALLEST, zoom))
        self._lay_out(place)

    def fit_width(self) -> None:
        """Let each sheet fill the width of the view, now and when the view changes."""
        place = self._place()
        self.fits_width = True
        self._lay_out(place)

    def zoom_in(self) -> None:
        """Show everything larger."""
        self.set_zoom(self.zoom * STEP)

    def zoom_out(self) -> None:
        """Show everything smaller."""
        self.set_zoom(self.zoom / STEP)

    def _scale(self) -> float:
        """Return pixels of the screen for a unit of the sheets."""
        return self._zoom * self.logicalDpiX() / POINTS_PER_INCH

    def _place(self) -> tuple[int, float]:
        """Return the sheet in the middle of the view, and how far down on it the middle is (0 to 1)."""
        at = self.current
        if at < 0:
            return 0, 0.0
        shown = self._on_screen(at)
        return at, (self.viewport().height() / 2 - shown.top()) / shown.height()

    def _lay_out(self, place: tuple[int, float]) -> None:
        """Size everything anew and bring that place back into the middle of the view."""
        if self.fits_width and self.sheets.sheets:
            self.sheets.make_alike(True)
            room = (self.viewport().width() - 2 * MARGIN) / self.sheets.size.width()
            self._zoom = max(NARROW, room * POINTS_PER_INCH / self.logicalDpiX())
        self._set_ranges()
        if place[0] < len(self.sheets.sheets):
            shown = self._on_screen(place[0])
            down = shown.top() + place[1] * shown.height() - self.viewport().height() / 2
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(down))
        self._on_scrolled()
        self.zoomed.emit(self.zoom)
        self.viewport().update()

    def _set_ranges(self) -> None:
        size, view = self.sheets.size, self.viewport().size()
        for bar, length, seen in (
            (self.verticalScrollBar(), size.height(), view.height()),
            (self.horizontalScrollBar(), size.width(), view.width()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(0, round(length * self._scale() + 2 * MARGIN - seen)))

    # --- painting

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the sheets in view: as they are, or as they were until the new picture is there."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(style.TOKENS.line))
        missing = False
        for at in self._in_view():
            area = self._on_screen(at)
            picture = self._pictures.get((at, area.width()))
            missing = missing or picture is None
            picture = picture or self._last.get(at)
            painter.fillRect(area, Qt.GlobalColor.white)
            if picture is not None:
                painter.drawImage(area, picture)
            self._paint_marks(painter, at)
        if missing:
            self._drawing.start()

    def _paint_marks(self, painter: QPainter, at: int) -> None:
        for number, place in enumerate(self._places):
            if place.sheet == at:
                colour = CHOSEN_COLOUR if number == self._chosen else FOUND_COLOUR
                for part in place.boxes:
                    painter.fillRect(self._within(at, part), colour)
        if self._hovered is not None and self._hovered[0] == at:
            painter.setPen(QPen(QColor(style.LIGHT.accent), 2))
            painter.drawRect(self._within(at, box(self._hovered[1])).adjusted(-2, -1, 2, 1))

    def _within(self, at: int, part: QRectF) -> QRectF:
        """Return where a part of a sheet, in its own points, lies in the view."""
        area, scale = self._on_screen(at), self._scale() * self.sheets.sheets[at].scale
        place = area.topLeft() + part.topLeft() * scale
        return QRectF(place, part.size() * scale)

    @Slot()
    def _on_draw(self) -> None:
        """Make the picture of one sheet in view that has none; the repainting asks for the next."""
        for at in self._in_view():
            area = self._on_screen(at)
            key = (at, area.width())
            if key not in self._pictures:
                ratio = self.devicePixelRatioF()
                pixels = QSize(round(area.width() * ratio), round(area.height() * ratio))
                self._pictures[key] = self._last[at] = self.sheets.picture(at, pixels)
                self._forget()
                self.viewport().update()
                return

    def _forget(self) -> None:
        """Give the oldest pictures up while they take too much; those in view are needed, whatever they take."""
        seen = set(self._in_view())
        taken = sum(picture.sizeInBytes() for picture in self._pictures.values())
        for key in [key for key in self._pictures if key[0] not in seen or key[1] != self._on_screen(key[0]).width()]:
            if taken <= KEPT_BYTES:
                break
            taken -= self._pictures.pop(key).sizeInBytes()
        kept = seen.union(sheet for sheet, _ in self._pictures)
        self._last = {sheet: picture for sheet, picture in self._last.items() if sheet in kept}

    def _in_view(self) -> list[int]:
        view = self.viewport().rect()
        return [at for at in range(len(self.sheets.sheets)) if self._on_screen(at).intersects(view.toRectF())]

    def _on_screen(self, at: int) -> QRectF:
        """Return where a sheet lies in the view, in whole pixels."""
        area, scale = self.sheets.sheets[at].area, self._scale()
        spare = max(0.0, (self.viewport().width() - 2 * MARGIN - self.sheets.size.width() * scale) / 2)
        left = MARGIN + spare + area.left() * scale - self.horizontalScrollBar().value()
        top = MARGIN + area.top() * scale - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(area.width() * scale), round(area.height() * scale))

    # --- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width filled."""
        place = self._place()
        super().resizeEvent(event)
        self._lay_out(place)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew; the pictures are kept."""
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.set_zoom(self.zoom * (STEP if event.angleDelta().y() > 0 else 1 / STEP))
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame the figure under the pointer."""
        self._hover(self._trace_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask where the figure under the pointer comes from."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        found = self._trace_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._hover(found)
            self.source_asked.emit(found[1].source)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the words under the pointer, to edit them."""
        at = self._sheet_at(event.position().toPoint())
        if at is not None:
            sheet, point = at
            one = self.sheets.sheets[sheet]
            for trace in self.sheets.sections[one.section].traces:
                if trace.page == one.page and trace.key and box(trace).contains(point):
                    self.words_asked.emit(trace.key)
                    return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by pages and figures: Page Up and Down, Home, End; Alt with up and down goes from figure to figure."""
        bar, key = self.verticalScrollBar(), event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._next_trace(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hovered is not None:
            self.source_asked.emit(self._hovered[1].source)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_scrolled(self) -> None:
        current = self.current
        if current != self._current:
            self._current = current
            self.page_changed.emit(current)

    def _next_trace(self, step: int) -> None:
        """Go to the next figure, from sheet to sheet."""
        every = [(at, trace) for at in range(len(self.sheets.sheets)) for trace in self.sheets.traces(at)]
        if not every:
            return
        if self._hovered in every:
            found = every[(every.index(self._hovered) + step) % len(every)]
        else:
            found = next((one for one in every if one[0] >= self.current), every[0])
        self._bring(found[0], box(found[1]))
        self._hover(found)

    def _hover(self, found: tuple[int, Trace] | None) -> None:
        if found != self._hovered:
            self._hovered = found
            shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _sheet_at(self, point: QPoint) -> tuple[int, QPointF] | None:
        """Return the sheet at a pixel of the view and the point on it."""
        for at in self._in_view():
            area = self._on_screen(at)
            if area.contains(QPointF(point)):
                return at, (QPointF(point) - area.topLeft()) / (self._scale() * self.sheets.sheets[at].scale)
        return None

    def _trace_at(self, point: QPoint) -> tuple[int, Trace] | None:
        at = self._sheet_at(point)
        trace = self.sheets.trace_at(*at) if at else None
        return (at[0], trace) if at and trace else None

    def _bring(self, sheet: int, part: QRectF) -> None:
        """Scroll until a part of a sheet is well in view."""
        shown = self._within(sheet, part)
        view = self.viewport().rect().toRectF().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if not view.contains(shown):
            down = self.verticalScrollBar()
            down.setValue(down.value() + round(shown.center().y() - self.viewport().height() / 3))
            across = self.horizontalScrollBar()
            across.setValue(across.value() + round(shown.center().x() - self.viewport().width() / 2))
