"""The card of how the window looks: theme at once, scale when the app is opened again; and where reports go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton

from ui import messages, style
from ui.exporting import LAST_FOLDER
from ui.pages.parts import GAP, Card, second
from ui.settings.looks import SCALE, scale_of, scale_words, scales_that_fit

LATER = "Cỡ mới có hiệu lực khi mở lại Sổ 57."


class LookCard(Card):
    """Theme and scale of this computer."""

    theme_chosen = Signal(str)

    def __init__(self, settings: QSettings) -> None:
        super().__init__("Hiển thị trên máy này")
        self._settings = settings
        self._at_start = scale_of(settings)
        self.theme, self.scale = QComboBox(), QComboBox()
        for name, words in style.THEMES.items():
            self.theme.addItem(words, name)
        self.later = second(LATER)
        self.later.hide()
        form = QFormLayout()
        form.setSpacing(GAP)
        for words, box in (("Nền", self.theme), ("Cỡ chữ và nút", self.scale)):
            box.setAccessibleName(words)
            form.addRow(words, box)
        self.body.addLayout(form)
        self.body.addWidget(self.later)
        self.theme.activated.connect(self._on_theme)
        self.scale.activated.connect(self._on_scale)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the scales at which the window still fits on this screen."""
        super().showEvent(event)
        chosen = scale_of(self._settings)
        self.scale.clear()
        for scale in scales_that_fit(self.screen().availableSize(), self._at_start):
            self.scale.addItem(scale_words(scale), scale)
        self.scale.setCurrentIndex(self.scale.findData(chosen))
        self.show_theme(style.theme())

    def show_theme(self, theme: str) -> None:
        """Show which theme is worn."""
        self.theme.setCurrentIndex(self.theme.findData(theme))

    @Slot()
    def _on_theme(self) -> None:
        self.theme_chosen.emit(self.theme.currentData())

    @Slot()
    def _on_scale(self) -> None:
        self._settings.setValue(SCALE, self.scale.currentData())
        self.later.setVisible(self.scale.currentData() != self._at_start)


class FoldersCard(Card):
    """Where reports are written to, and where the store stands."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__("Thư mục")
        self._settings = settings
        self.store, self.folder = _path_label(), _path_label()
        self.choose = QPushButton("Đổi thư mục báo cáo…")
        self.body.addWidget(second("Tệp sổ đang mở"))
        self.body.addWidget(self.store)
        self.body.addWidget(second("Báo cáo được xuất vào"))
        self.body.addWidget(self.folder)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        self.body.addLayout(row)
        self.choose.clicked.connect(self._on_choose)

    def show_folders(self, store: Path) -> None:
        """Show both places."""
        self.store.setText(breakable(store))
        named = self._settings.value(LAST_FOLDER)
        self.folder.setText(breakable(Path(str(named))) if named else "Thư mục Tài liệu (Documents)")

    @Slot()
    def _on_choose(self) -> None:
        start = Path(str(self._settings.value(LAST_FOLDER) or Path.home()))
        messages.choose_folder(self, "Thư mục để xuất báo cáo", start, self._on_chosen)

    def _on_chosen(self, folder: Path) -> None:
        self._settings.setValue(LAST_FOLDER, str(folder))
        self.folder.setText(breakable(folder))


def breakable(path: Path) -> str:
    """Return a path that may be broken over lines behind its folders."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")


def _path_label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(1)
    label.setFont(QApplication.font())
    return label
