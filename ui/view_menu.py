"""The menu Xem: the list of pages shown or hidden, the details of a page, the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication

from ui import style
from ui.settings.looks import THEME

if TYPE_CHECKING:
    from ui.window import MainWindow

RAIL = "window/rail"
RAIL_WIDTH, RAIL_NARROW = 184, 132
NARROW = 1000
"""Below this many logical pixels the list at the left gives way."""


class ViewMenu(QObject):
    """How the window looks; what is chosen is remembered on this computer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.menu = window.menuBar().addMenu("&Xem")
        self.show_rail = QAction("Danh sách &trang", window)
        self.show_detail = QAction("&Chi tiết\tF4", window)
        self.themes = QActionGroup(window)
        self._build()
        self.show_rail.triggered.connect(self._on_show_rail)
        self.show_detail.triggered.connect(self._on_show_detail)
        self.menu.aboutToShow.connect(self._on_shown)

    def _build(self) -> None:
        self.show_rail.setShortcut(QKeySequence("Ctrl+\\"))
        self.show_rail.setCheckable(True)
        self.show_rail.setChecked(self._window.settings.value(RAIL) != "hidden")
        self.menu.addActions([self.show_rail, self.show_detail])
        self.menu.addSeparator()
        for name, words in style.THEMES.items():
            action = QAction(f"Nền: {words.lower()}", self.themes)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == style.theme())
            action.triggered.connect(self._on_theme)
            self.menu.addAction(action)

    def commands(self) -> tuple[QAction, ...]:
        """Return what the search over everything offers of this menu."""
        return (self.show_rail, *self.themes.actions())

    def fit_rail(self) -> None:
        """Let the list at the left give way in a narrow window."""
        self._window.rail.setFixedWidth(RAIL_NARROW if self._window.width() < NARROW else RAIL_WIDTH)
        self._window.rail.setVisible(self.show_rail.isChecked())

    @Slot()
    def _on_show_rail(self) -> None:
        self._window.settings.setValue(RAIL, "shown" if self.show_rail.isChecked() else "hidden")
        self.fit_rail()

    @Slot()
    def _on_shown(self) -> None:
        """Offer the details where the page has them; F4 itself is the page's."""
        window = self._window
        is_open = window.stack.currentWidget() is window.work
        self.show_detail.setEnabled(is_open and hasattr(window.pages.currentWidget(), "toggle_detail"))

    @Slot()
    def _on_show_detail(self) -> None:
        toggle = getattr(self._window.pages.currentWidget(), "toggle_detail", None)
        if toggle is not None:
            toggle()

    @Slot()
    def _on_theme(self) -> None:
        action = self.themes.checkedAction()
        if action is not None:
            self.choose_theme(action.data())

    @Slot(str)
    def choose_theme(self, theme: str) -> None:
        """Wear a theme at once, and remember it."""
        self._window.settings.setValue(THEME, theme)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        style.apply(app, theme)
        for action in self.themes.actions():
            action.setChecked(action.data() == style.theme())
        if self._window.is_built("settings_page"):
            self._window.settings_page.look.show_theme(style.theme())
