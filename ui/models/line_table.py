"""A table of lines under headings; an edit is handed on, and shown at once until the store has answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from ui import style
from ui.models.columns import Column

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole
CHOICES_ROLE = Roles.UserRole + 1
LONG_ROLE = Roles.UserRole + 2
LONGEST_TIP = 80
DEEPEST = 100  # no heading has that level

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class Keyed(Protocol):
    """A row of a plan."""

    @property
    def key(self) -> str:
        """Return the row's own key."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section or group of rows; its name runs across all columns. `level` counts what it stands beneath.

    A bullet is a sentence of a plan in prose whose measurable parts are the lines below it.
    """

    key: str
    number: str
    name: str
    level: int = 0
    bullet: bool = False


L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class Line(Generic[L]):
    """A line of the table: the key of its row, what its columns speak of, and what is remarked beneath it."""

    key: str
    content: L
    remark: str = ""


class LineTable(QAbstractTableModel, Generic[L]):
    """Headings and lines in printed order."""

    typed = Signal(str, str, object)
    """Row key, field, and what was typed or ticked."""

    def __init__(self, columns: Sequence[Column[L]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.locked = False
        self._rows: tuple[Heading | Line[L], ...] = ()
        self._pending: dict[tuple[str, str], str] = {}
        self._written: set[tuple[str, str]] = set()

    # --- what it holds

    def show(self, rows: Sequence[Heading | Line[L]], *, locked: bool = False) -> None:
        """Show rows; where they are the same rows of the plan, only what changed is drawn anew."""
        old, new = self._rows, tuple(rows)
        waiting = {key for key, _ in self._pending}
        for cell in self._written:
            self._pending.pop(cell, None)
        self._written.clear()
        if [row.key for row in old] != [row.key for row in new]:
            self.beginResetModel()
            self._rows, self.locked = new, locked
            self.endResetModel()
            return
        changed_lock, self._rows, self.locked = locked != self.locked, new, locked
        for place, (before, now) in enumerate(zip(old, new, strict=True)):
            if before != now or now.key in waiting or changed_lock:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def written(self, key: str, field: str) -> None:
        """Take note that an edit reached the store: the next rows shown hold it."""
        self._written.add((key, field))

    def give_back(self, key: str, field: str) -> None:
        """Show the old value again after an edit was refused."""
        if self._pending.pop((key, field), None) is not None:
            index = self.place_of(key, field)
            self.dataChanged.emit(index, index)

    def place_of(self, key: str, field: str) -> QModelIndex:
        """Return the cell of a row's field; none where another plan is shown by now."""
        row = next((place for place, own in enumerate(self._rows) if own.key == key), -1)
        column = next((place for place, own in enumerate(self.columns) if own.field == field), -1)
        return self.index(row, column)

    def key_at(self, row: int) -> str:
        """Return the key of the row of the plan that stands in a row."""
        return self._rows[row].key

    def text_at(self, row: int, column: int) -> str:
        """Return what the cell of a line shows."""
        found, own = self._rows[row], self.columns[column]
        return "" if isinstance(found, Heading) else self._shown(found, own)

    def typed_at(self, row: int, column: int) -> str | None:
        """Return what was typed into a cell while the store has not answered yet."""
        return self._pending.get((self._rows[row].key, self.columns[column].field))

    def remark_at(self, row: int) -> str:
        """Return what stands beneath the cells of a line."""
        found = self._rows[row]
        return "" if isinstance(found, Heading) else found.remark

    def content_of(self, key: str) -> L | None:
        """Return what the line of a row of the plan speaks of."""
        return next((row.content for row in self._rows if isinstance(row, Line) and row.key == key), None)

    def heading_at(self, row: int) -> Heading | None:
        """Return the heading that stands in a row, None where a line does."""
        found = self._rows[row]
        return found if isinstance(found, Heading) else None

    def line_at(self, row: int) -> L | None:
        """Return the line that stands in a row, None where a heading does."""
        found = self._rows[row]
        return found.content if isinstance(found, Line) else None

    # --- Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Return a column's title."""
        if orientation is Qt.Orientation.Horizontal and role == Roles.DisplayRole:
            return self.columns[section].title
        return None

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            return self._heading_data(row, index.column(), role)
        return self._line_data(row, self.columns[index.column()], role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell which cells can be edited."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row, column = self._rows[index.row()], self.columns[index.column()]
        if isinstance(row, Heading) or self.locked or not column.field or not column.editable(row.content):
            return found
        return found | (Qt.ItemFlag.ItemIsUserCheckable if column.checked else Qt.ItemFlag.ItemIsEditable)

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:
        """Hand an edit on; what is unchanged is none."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        if isinstance(row, Heading) or not column.field:
            return False
        if role == Roles.CheckStateRole:
            self.typed.emit(row.key, column.field, Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role != Roles.EditRole or value == self._line_data(row, column, Roles.EditRole):
            return False
        self._pending[row.key, column.field] = str(value)
        self.dataChanged.emit(index, index)
        self.typed.emit(row.key, column.field, str(value))
        return True

    def _heading_data(self, row: Heading, column: int, role: int) -> Any:
        if role == Roles.DisplayRole:
            return (row.number, row.name)[column] if column < 2 else None
        if role == Roles.FontRole:
            font = QFont()
            font.setBold(not row.bullet)
            font.setItalic(row.level > 0 and not row.bullet)
            return font
        if role == Roles.BackgroundRole:
            return QColor(style.TOKENS.ground)
        if role == Roles.TextAlignmentRole and column == 0:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _shown(self, row: Line[L], column: Column[L]) -> str:
        """Return a cell's text: what was typed, until the store has answered."""
        pending = self._pending.get((row.key, column.field))
        return column.text(row.content) if pending is None else pending

    def _line_data(self, row: Line[L], column: Column[L], role: int) -> Any:
        content = row.content
        match role:
            case Roles.DisplayRole:
                return self._shown(row, column)
            case Roles.EditRole:
                return (column.to_edit or column.text)(content)
            case Roles.ToolTipRole:
                return _wrapped(column.tip(content)) or None
            case Roles.AccessibleDescriptionRole:
                return row.remark or None
            case Roles.CheckStateRole:
                return _check_state(column, content)
            case Roles.ForegroundRole:
                token = column.colour(content)
                return QColor(getattr(style.TOKENS, token)) if token else None
            case Roles.TextAlignmentRole:
                return _ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
            case _ if role == CHOICES_ROLE:
                return column.choices
            case _ if role == LONG_ROLE:
                return column.long
        return None


def _wrapped(tip: str) -> str:
    """Return a tip so that Qt breaks its lines, which it does only in rich text."""
    return f"<p>{escape(tip).replace(chr(10), '<br>')}</p>" if len(tip) > LONGEST_TIP else tip


def _check_state(column: Column[L], content: L) -> Qt.CheckState | None:
    """Return the tick of a box; a cell that cannot be ticked has no box."""
    if column.checked is None or not column.editable(content):
        return None
    return Qt.CheckState.Checked if column.checked(content) else Qt.CheckState.Unchecked
