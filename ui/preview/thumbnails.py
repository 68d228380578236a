"""Small pictures of all pages beside the pages; a click goes to the page. Only those in view are made."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from ui.preview.canvas import Canvas

WIDTH = 96
PICTURE = QSize(72, 72)


class Thumbnails(QListWidget):
    """Follows the canvas: its pages, and which of them is looked at."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._drawn: dict[int, object] = {}
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(0)
        self._build()
        self._drawing.timeout.connect(self._on_draw)
        self.verticalScrollBar().valueChanged.connect(self._drawing.start)
        self.itemClicked.connect(self._on_chosen)
        self.itemActivated.connect(self._on_chosen)
        canvas.page_changed.connect(self._on_page)

    def _build(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(PICTURE)
        self.setFixedWidth(WIDTH)
        self.setUniformItemSizes(True)
        self.setAccessibleName("Trang thu nhỏ")

    def refresh(self) -> None:
        """Take over the canvas' sheets; a picture stays until its section changes."""
        sheets = self._canvas.sheets
        while self.count() > len(sheets.sheets):
            self.takeItem(self.count() - 1)
        while self.count() < len(sheets.sheets):
            self.addItem(QListWidgetItem(QIcon(_blank()), ""))
        for at, sheet in enumerate(sheets.sheets):
            section = sheets.sections[sheet.section]
            self.item(at).setText(str(sheet.page + 1))
            self.item(at).setToolTip(f"{section.bookmark}, trang {sheet.page + 1}/{section.pages}")
        self._drawn = {at: drawn for at, drawn in self._drawn.items() if any(drawn is one for one in sheets.sections)}
        self._drawing.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is in view."""
        super().showEvent(event)
        self._drawing.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make what came into view."""
        super().resizeEvent(event)
        self._drawing.start()

    @Slot()
    def _on_draw(self) -> None:
        """Make one picture that is in view, then ask for the next."""
        sheets, view = self._canvas.sheets, self.viewport().rect()
        for at in range(self.count() if self.isVisible() else 0):
            sheet = sheets.sheets[at]
            section = sheets.sections[sheet.section]
            if self._drawn.get(at) is not section and self.visualItemRect(self.item(at)).intersects(view):
                self._drawn[at] = section
                size = sheet.area.size().toSize().scaled(PICTURE * self.devicePixelRatioF(), _KEEP)
                self.item(at).setIcon(QIcon(_framed(QPixmap.fromImage(sheets.picture(at, size)))))
                self._drawing.start()
                return

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._canvas.go_to(self.row(item))

    @Slot(int)
    def _on_page(self, sheet: int) -> None:
        if 0 <= sheet < self.count():
            self.setCurrentRow(sheet)


_KEEP = Qt.AspectRatioMode.KeepAspectRatio


def _blank() -> QPixmap:
    picture = QPixmap(PICTURE)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _framed(picture: QPixmap) -> QPixmap:
    """Draw a thin line around a sheet, which would else be white on white."""
    from PySide6.QtGui import QColor, QPainter

    from ui import style

    painter = QPainter(picture)
    painter.setPen(QColor(style.TOKENS.line))
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return picture
