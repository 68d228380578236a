"""Bold, italic and lists for the box that is being written in; the row stands still, so that nothing jumps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from ui.report.rich_words import RichWords

TOOLS = {
    "toggle_bold": ("B", "Đậm (Ctrl+B)"),
    "toggle_italic": ("I", "Nghiêng (Ctrl+I)"),
    "toggle_dash": ("–", "Gạch đầu dòng (Ctrl+Shift+L)"),
    "toggle_letters": ("a)", "Đánh chữ a), b)… (Ctrl+Shift+A)"),
}


class FormatRow(QWidget):
    """Buttons that never take the focus: they speak to the box that has it, and rest while none has."""

    def __init__(self, column: QWidget) -> None:
        super().__init__(column)
        self._column = column
        self._box: RichWords | None = None
        self.buttons: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for name, (sign, words) in TOOLS.items():
            layout.addWidget(self._button(name, sign, words))
        layout.addStretch(1)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self._on_focus(None, None)

    def _button(self, name: str, sign: str, words: str) -> QToolButton:
        button = self.buttons[name] = QToolButton()
        button.setObjectName("format")
        button.setText(sign)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        font = button.font()
        font.setBold(name == "toggle_bold")
        font.setItalic(name == "toggle_italic")
        button.setFont(font)
        button.clicked.connect(getattr(self, f"_on_{name}"))
        return button

    @Slot("QWidget*", "QWidget*")
    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        is_ours = isinstance(now, RichWords) and self._column.isAncestorOf(now) and not now.isReadOnly()
        self._box = now if is_ours and isinstance(now, RichWords) else None
        for button in self.buttons.values():
            button.setEnabled(self._box is not None)

    @Slot()
    def _on_toggle_bold(self) -> None:
        if self._box is not None:
            self._box.toggle_bold()

    @Slot()
    def _on_toggle_italic(self) -> None:
        if self._box is not None:
            self._box.toggle_italic()

    @Slot()
    def _on_toggle_dash(self) -> None:
        if self._box is not None:
            self._box.toggle_dash()

    @Slot()
    def _on_toggle_letters(self) -> None:
        if self._box is not None:
            self._box.toggle_letters()
