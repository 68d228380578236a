"""The window: start page, or the list of pages at the left, the bar over them and the status line below."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.errors import AppError
from ui import messages
from ui.leading import Leading
from ui.pages.parts import Elided
from ui.pages.start import StartPage
from ui.settings.copies import Safety
from ui.standing import OpenStore, Standing
from ui.surroundings import Surroundings
from ui.top_bar import TopBar
from ui.view_menu import ViewMenu
from ui.window_pages import PAGES, PagedWindow
from ui.words import saved_words

if TYPE_CHECKING:
    from ui.search.going import Search

TITLE = "Sổ 57"
RAIL_ROW = 34
SMALLEST = QSize(820, 480)
USUAL = QSize(1280, 720)
GEOMETRY, LAST_STORE = "window/geometry", "store/last"
UNDO, REDO = "Hoàn tác", "Làm lại"


class MainWindow(PagedWindow):
    """One window, one store."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._closing = False
        self._closed = False
        self._messages_before = 0
        self._build_rail()
        self._build_frame()
        self._build_menus()
        self._connect()
        self._restore()

    # --- building

    def _build_rail(self) -> None:
        self.rail = QListWidget()
        self.rail.setObjectName("rail")
        self.rail.setAccessibleName("Các trang")
        for name in PAGES:
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(0, RAIL_ROW))
            self.rail.addItem(item)

    def _build_frame(self) -> None:
        self.start = StartPage(self.session, self.files)
        self.bar = TopBar(self.session)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.pages, 1)
        work = QWidget()
        layout = QHBoxLayout(work)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)
        self.work = work
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.stack.addWidget(work)
        self.setCentralWidget(self.stack)
        self.saved, self.told, self.undoable = QLabel(), QLabel(), Elided()
        self.statusBar().addWidget(self.saved)
        self.statusBar().addPermanentWidget(self.told)
        self.statusBar().addPermanentWidget(self.undoable)
        self.statusBar().setSizeGripEnabled(False)

    def _build_menus(self) -> None:
        self.close_store = self._action("Đóng &sổ", self._on_close_store, "Ctrl+W")
        leave = self._action("&Thoát", self.close, "Ctrl+Q")
        self.undo = self._action(UNDO, self.session.undo, QKeySequence.StandardKey.Undo)
        self.redo = self._action(REDO, self.session.redo, "Ctrl+Y")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self._menu("&Sổ", [self.close_store, leave])
        self.edit_menu = self._menu("&Chỉnh sửa", [self.undo, self.redo])
        self.find_action = self._action("&Tìm…", self._on_find, "Ctrl+K")
        self.edit_menu.addSeparator()
        self.edit_menu.addAction(self.find_action)
        self.view = ViewMenu(self)
        pages = [
            self._action(name, partial(self.go_to, name), f"Ctrl+{place}") for place, name in enumerate(PAGES, start=1)
        ]
        self.page_actions = pages
        self._menu("&Trang", pages)

    def commands(self) -> tuple[QAction, ...]:
        """Return what the menus can do, without the pages."""
        return (self.undo, self.redo, *self.view.commands(), self.close_store)

    def _menu(self, title: str, actions: list[QAction]) -> QMenu:
        menu = self.menuBar().addMenu(title)
        menu.addActions(actions)
        return menu

    def _action(self, text: str, do: object, keys: QKeySequence.StandardKey | str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(do)
        return action

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_closed)
        session.standing_changed.connect(self._on_standing)
        session.told.connect(self.told.setText)
        self.rail.currentRowChanged.connect(self._on_page)
        self.leading = Leading(self)
        self.overview.chosen.connect(self.leading.follow)
        self.overview.report_asked.connect(self.leading.go_to_report)
        self.overview.figures_asked.connect(self.leading.go_to_figures)
        self.bar.search.clicked.connect(self._on_find)
        self.bar.safety.clicked.connect(self._on_safety)
        self.copies.changed.connect(self._on_safe)

    def _restore(self) -> None:
        """Stand where the window stood before; it must fit on the smallest screen."""
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        geometry = self.settings.value(GEOMETRY)
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.rail.setCurrentRow(0)
        self._on_closed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list at the left give way in a narrow window."""
        super().resizeEvent(event)
        self.view.fit_rail()

    # --- ways

    @cached_property
    def search(self) -> Search:
        """Return the search over everything."""
        from ui.search.going import Search

        return Search(self)

    @Slot()
    def _on_find(self) -> None:
        self.session.leaving.emit()
        self.search.open()

    @Slot()
    def _on_safety(self) -> None:
        self.go_to("Cài đặt")
        self.settings_page.safety.stick.setFocus()

    @Slot(object)
    def _on_safe(self, safety: Safety) -> None:
        store = self.session.store
        if store is not None:
            self.bar.show_safety(safety, is_sample=store.sample)

    # --- the store

    def last_store(self) -> Path | None:
        """Return the store that was open last, else the officer's own where it exists."""
        usual = self.session.surroundings.default_store
        named = self.settings.value(LAST_STORE)
        if named:
            return Path(str(named))
        return usual if usual.exists() else None

    @Slot(object)
    def _on_opened(self, store: OpenStore) -> None:
        if not store.sample:
            self.settings.setValue(LAST_STORE, str(store.path))
        self.setWindowTitle(f"{store.path.name} - {TITLE}")
        self._show_work(True)
        self.rail.setCurrentRow(0)
        self.overview.to_do.setFocus()

    @Slot()
    def _on_closed(self) -> None:
        self.setWindowTitle(TITLE)
        self.start.show_last(self.last_store())
        self.saved.clear()
        self._show_work(False)

    def _show_work(self, is_open: bool) -> None:
        self.stack.setCurrentWidget(self.work if is_open else self.start)
        for action in (self.close_store, self.find_action, *self.page_actions):
            action.setEnabled(is_open)
        self._name_undo("", "")

    @Slot()
    def _on_close_store(self) -> None:
        self.session.close().start()

    # --- what stands

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self.saved.setText(saved_words(standing, self.session.today()))
        self._name_undo(standing.undo, standing.redo)

    def _name_undo(self, undo: str, redo: str) -> None:
        """Let the menu say what undo and redo would do."""
        for action, verb, label in ((self.undo, UNDO, undo), (self.redo, REDO, redo)):
            action.setText(f"{verb}: {label}" if label else verb)
            action.setEnabled(bool(label))
        self.undoable.say(f"{UNDO}: {undo}" if undo else "")
        self.undoable.setToolTip(f"{UNDO}: {undo} (Ctrl+Z)" if undo else "")

    @Slot(int)
    def _on_page(self, place: int) -> None:
        self.pages.setCurrentWidget(self.page_named(list(PAGES)[place]))
        if QApplication.focusWidget() is None:
            self.rail.setFocus()  # a page that is still being read has nothing that can take the keys

    # --- closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when all is saved and the backup is made."""
        if self._closed:
            event.accept()
            return
        event.ignore()
        if not self._closing:
            self._messages_before = messages.opened_so_far()
            self.session.leaving.emit()
            self.session.lane.task(self, nothing).on_end(self._on_last_edit_answered).start()

    @Slot()
    def _on_last_edit_answered(self) -> None:
        """Wait for what is still to be asked or told about it."""
        QTimer.singleShot(0, self, self._close_unless_asked)

    @Slot()
    def _close_unless_asked(self) -> None:
        """Close, unless what was still in an editor was unclear or refused: the officer mends it first."""
        if self._closing or messages.opened_so_far() != self._messages_before:
            return
        self._closing = True
        self.settings.setValue(GEOMETRY, self.saveGeometry())
        self.settings.sync()
        self.told.setText("Đang sao lưu rồi đóng…")
        self.setEnabled(False)
        task = self.session.close()
        task.on_success(self._on_all_saved).on_failure(self._on_backup_failed).start()

    @Slot(object)
    def _on_all_saved(self, _: object = None) -> None:
        self._closed = True
        self.close()

    def _on_backup_failed(self, error: AppError) -> None:
        """Say so, and close when it was read: the store itself is saved and closed."""
        self.setEnabled(True)
        sentence = f"Sổ đã lưu và đóng, nhưng chưa sao lưu được. {error.sentence}"
        messages.ask(self, sentence, {"Đóng Sổ 57": self._on_all_saved})

    def stop(self) -> None:
        """End both threads; the lane closes what is still open."""
        self.session.lane.stop()
        if self.is_built("report"):
            self.report.stop()
        self.files.stop()


def nothing() -> None:
    """Do nothing: what was put in line before is done by then."""
