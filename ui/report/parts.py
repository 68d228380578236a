"""Small parts that the left column of a report shares."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

MORE_WIDTH = 22


def more_button(name: str) -> QToolButton:
    """Return the small button behind which a menu of what can be done stands."""
    found = QToolButton()
    found.setObjectName("more")
    found.setText("⋯")
    found.setToolTip(name)
    found.setAccessibleName(name)
    found.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    found.setFixedWidth(MORE_WIDTH)
    found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return found


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set what the style sheet looks at, and draw the widget anew where it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def wrapping(kind: str, text: str = "") -> QLabel:
    """Return a label of plain words that wraps; `kind` is for the style sheet."""
    found = QLabel(text)
    found.setProperty("kind", kind)
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setWordWrap(True)
    return found
