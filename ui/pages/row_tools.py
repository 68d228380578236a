"""The tools over a table of rows: search, filters, grouping, and how many rows are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from ui.cells import ENTER
from ui.models.row_filters import Asked, Group
from ui.pages.parts import GAP

GROUPS: Mapping[Group, str] = {
    "printed": "Xem theo thứ tự in",
    "unit": "Xem theo đơn vị",
    "state": "Xem theo đánh giá",
}
FILTERS = ("section", "unit", "state", "mark")
ONE_ROW = 980
_SEARCH_WIDTH = 190
_COMBO_LETTERS = 9
_LONGEST_ITEM = 60


class Choice(QComboBox):
    """One filter: everything, or one of what there is."""

    def __init__(self, everything: str, name: str) -> None:
        super().__init__()
        self._everything = everything
        self._wanted = ""
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_COMBO_LETTERS)
        self.addItem(everything, "")
        self.activated.connect(self._on_activated)

    @property
    def asked(self) -> str:
        """Return what is asked for; nothing while it is not on offer."""
        return str(self.currentData() or "")

    @property
    def wanted(self) -> str:
        """Return what was asked for, also while the rows in view do not offer it."""
        return self._wanted

    def ask(self, value: str) -> None:
        """Ask for one value, or for everything."""
        self._wanted = value
        self.setCurrentIndex(max(self.findData(value), 0))
        self._say()

    def offer(self, values: Mapping[str, str]) -> None:
        """Offer values by their names; what was asked for stays where it is among them."""
        if ["", *values] != [self.itemData(place) for place in range(self.count())]:
            self.clear()
            self.addItem(self._everything, "")
            for value, name in values.items():
                self.addItem(name if len(name) <= _LONGEST_ITEM else f"{name[: _LONGEST_ITEM - 1].rstrip()}…", value)
                self.setItemData(self.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
            self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 3 * GAP)
        self.setVisible(bool(values))
        self.setCurrentIndex(max(self.findData(self._wanted), 0))
        self._say()

    @Slot(int)
    def _on_activated(self, _: int) -> None:
        self._wanted = self.asked
        self._say()

    def _say(self) -> None:
        chosen = f": {self.currentData(Qt.ItemDataRole.ToolTipRole) or self.currentText()}" if self.asked else ""
        self.setToolTip(f"{self.accessibleName()}{chosen}")


class RowTools(QWidget):
    """Search and filters in one row, in two where the page is narrow."""

    changed = Signal()
    """Something else is asked for."""
    arranged = Signal()
    """Another grouping is asked for."""
    cleared = Signal()
    left = Signal()
    """The search is left for the table."""

    def __init__(self, mark_words: tuple[str, str], noun: str) -> None:
        super().__init__()
        self._noun = noun
        self._build(mark_words)
        self._connect()

    def _build(self, mark_words: tuple[str, str]) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText("Tìm… (Ctrl+F)")
        self.search.setToolTip(f"Tìm {self._noun} theo số thứ tự, tên, cơ quan, sản phẩm; không cần gõ dấu (Ctrl+F)")
        self.search.setAccessibleName(f"Tìm {self._noun}")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        self.filters = {
            "section": Choice("Mọi phần", "Phần của kế hoạch"),
            "unit": Choice("Mọi đơn vị", "Đơn vị chủ trì"),
            "state": Choice("Mọi đánh giá", "Đánh giá"),
            "mark": Choice(*mark_words),
        }
        self.group = QComboBox()
        self.group.setAccessibleName("Cách xếp các dòng")
        for value, name in GROUPS.items():
            self.group.addItem(name, value)
        self.count = QLabel()
        self.count.setProperty("kind", "second")
        self.clear = QPushButton("&Bỏ lọc")
        self.clear.setEnabled(False)
        finding = _row((self.search, *self.filters.values()), self.search)
        telling = _row((self.group, self.clear, self.count), self.count)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._box.addWidget(finding, 1)
        self._box.addWidget(telling)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_changed)
        for choice in self.filters.values():
            choice.activated.connect(self._on_changed)
        self.group.activated.connect(self._on_group)
        self.clear.clicked.connect(self.ask_nothing)
        self.search.installEventFilter(self)

    # --- what is asked

    @property
    def asked(self) -> Asked:
        """Return what is asked for."""
        return Asked(self.search.text(), **{name: choice.asked for name, choice in self.filters.items()})

    @property
    def grouped_by(self) -> Group:
        """Return how the rows are grouped."""
        return next(group for group in GROUPS if group == self.group.currentData())

    def group_by(self, group: str) -> None:
        """Group the rows."""
        self.group.setCurrentIndex(max(self.group.findData(group), 0))

    def offer(self, options: Mapping[str, Mapping[str, str] | Sequence[str]]) -> None:
        """Offer what the rows have to choose from."""
        for name, values in options.items():
            named = values if isinstance(values, Mapping) else {value: value for value in values}
            self.filters[name].offer(named)

    def tell(self, shown: int, whole: int, *, filtered: bool) -> None:
        """Say how many rows are shown."""
        self.count.setText(f"{shown}/{whole} {self._noun}" if filtered else f"{whole} {self._noun}")
        self.clear.setEnabled(filtered)

    def asked_words(self) -> str:
        """Say what is asked for."""
        asked = [f"“{self.search.text().strip()}”"] if self.search.text().strip() else []
        asked += [choice.currentText() for choice in self.filters.values() if choice.asked]
        return ", ".join(asked)

    @Slot()
    def ask_nothing(self) -> None:
        """Show everything again."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        for choice in self.filters.values():
            choice.ask("")
        self.cleared.emit()

    @Slot()
    def focus_search(self) -> None:
        """Begin a search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_group(self) -> None:
        self.arranged.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Clear the search with Esc, leave it for the table with Enter or an arrow."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.search:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (*ENTER, Qt.Key.Key_Down, Qt.Key.Key_Escape):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two rows where one is too short."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction.LeftToRight if self.width() >= ONE_ROW else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)


def _row(widgets: Iterable[QWidget], stretched: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP)
    for widget in widgets:
        layout.addWidget(widget, 1 if widget is stretched else 0)
    return row
