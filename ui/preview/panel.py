"""The preview: tools, small pages, the pages themselves, and the story of a figure that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.pages.parts import GAP, Elided, second
from ui.preview.canvas import Canvas
from ui.preview.finder import Finder
from ui.preview.thumbnails import Thumbnails

if TYPE_CHECKING:
    from exporters.preview import PreviewSection
    from models.figure_origin import FigureOrigin

NO_PAGES = "Đang dàn trang…"
ONE_ROW, NARROWEST = 520, 216
"""From which width on the tools stand in one row, and how narrow the panel may get."""


class PreviewPanel(QWidget):
    """Shows sections as pages; what is to be done with them is asked for by signals."""

    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.canvas = Canvas()
        self.finder = Finder(self.canvas)
        self.thumbnails = Thumbnails(self.canvas)
        self.story = Story()
        self.page = Elided()
        self.print = QPushButton("In…")
        self.pages = _tool("▤", "Trang thu nhỏ")
        self.smaller = _tool("−", "Thu nhỏ (Ctrl+-)")
        self.larger = _tool("+", "Phóng to (Ctrl++)")
        self.fit = _tool("↔", "Vừa chiều ngang (Ctrl+0)")
        self.zoom = QLabel()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.page.setProperty("kind", "second")
        self.page.say(NO_PAGES)
        self.zoom.setProperty("kind", "second")
        self.zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("400 %"))
        self.pages.setCheckable(True)
        self.print.setEnabled(False)
        self.thumbnails.hide()
        looking, finding = QHBoxLayout(), QHBoxLayout()
        for widget in (self.pages, self.smaller, self.zoom, self.larger, self.fit):
            looking.addWidget(widget)
        looking.addWidget(self.page, 1)
        finding.addWidget(self.finder, 1)
        finding.addWidget(self.print)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for row in (self._tools, looking, finding):
            row.setSpacing(4)
        self._tools.addLayout(looking, 1)
        self._tools.addLayout(finding)
        middle = QHBoxLayout()
        middle.setSpacing(4)
        middle.addWidget(self.thumbnails)
        middle.addWidget(self.canvas, 1)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # minimumSizeHint says how narrow
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._tools)
        layout.addLayout(middle, 1)
        layout.addWidget(self.story)

    def _connect(self) -> None:
        self.canvas.page_changed.connect(self._on_page)
        self.canvas.zoomed.connect(self._on_zoomed)
        self.pages.toggled.connect(self.thumbnails.setVisible)
        self.smaller.clicked.connect(self.canvas.zoom_out)
        self.larger.clicked.connect(self.canvas.zoom_in)
        self.fit.clicked.connect(self.canvas.fit_width)
        self.print.clicked.connect(self.print_asked)
        self.finder.left.connect(self.canvas.setFocus)
        for keys, called in (
            ("Ctrl+F", self._on_find),
            ("Ctrl++", self.canvas.zoom_in),
            ("Ctrl+=", self.canvas.zoom_in),
            ("Ctrl+-", self.canvas.zoom_out),
            ("Ctrl+0", self.canvas.fit_width),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(called)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the search under the other tools where there is no room beside them."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        wide = self.width() >= ONE_ROW
        self._tools.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Give way until the tools in two rows fill the width."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def show_sections(self, sections: Sequence[PreviewSection]) -> None:
        """Show a laying out; what is being searched for is found anew."""
        self.canvas.show_sections(sections)
        self.thumbnails.refresh()
        self.print.setEnabled(bool(sections))
        self.finder.refresh()
        self._on_page(self.canvas.current)

    def clear(self) -> None:
        """Show nothing, before another report is laid out."""
        self.story.hide()
        self.show_sections(())

    def tell(self, origin: FigureOrigin) -> None:
        """Show where a figure comes from."""
        self.story.tell(origin)

    @Slot(int)
    def _on_page(self, sheet: int) -> None:
        sheets = self.canvas.sheets
        if not 0 <= sheet < len(sheets.sheets):
            self.page.say(NO_PAGES)
            return
        own = sheets.sheets[sheet]
        section = sheets.sections[own.section]
        self.page.say(f"Trang {own.page + 1}/{section.pages}, {section.bookmark}")

    @Slot(float)
    def _on_zoomed(self, zoom: float) -> None:
        self.zoom.setText(f"{round(zoom * 100)} %")

    @Slot()
    def _on_find(self) -> None:
        self.finder.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.line.selectAll()


class Story(QFrame):
    """Where a figure comes from, in a few lines under the pages; Escape puts it away."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.lines = second()
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.shut = QPushButton("Đóng")
        self.shut.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.lines)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.addLayout(words, 1)
        layout.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignTop)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WindowShortcut)
        escape.activated.connect(self.hide)
        self.hide()

    def tell(self, origin: FigureOrigin) -> None:
        """Show a figure's story."""
        self.title.setText(f"{origin.field} của {origin.row}")
        self.lines.setText("\n".join(origin.told))
        self.show()


def _tool(sign: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
