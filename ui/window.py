"""The window: start page, or the list of pages at the left, the bar over them and the status line below."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QSettings, QSize, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.errors import AppError
from ui import messages
from ui.gateway import Runner
from ui.leading import Leading
from ui.pages.figures import FiguresPage
from ui.pages.overview import OverviewPage
from ui.pages.start import StartPage
from ui.session import Session
from ui.standing import OpenStore, Standing
from ui.surroundings import Surroundings
from ui.top_bar import TopBar
from ui.words import saved_words

if TYPE_CHECKING:
    from ui.pages.checking import CheckingPage
    from ui.pages.indicators import IndicatorsPage
    from ui.pages.report import ReportPage
    from ui.pages.tasks import TasksPage

P = TypeVar("P", bound=QWidget)

TITLE = "Sổ 57"
PAGES = {
    "Tổng quan": "overview",
    "Nhập số liệu": "figures",
    "Chỉ tiêu": "indicators",
    "Nhiệm vụ": "tasks",
    "Báo cáo": "report",
    "Kiểm tra": "checking",
}
"""The pages in the order of the list at the left: name, and the window's attribute that holds the page."""
RAIL_WIDTH = 184
RAIL_ROW = 34
SMALLEST = QSize(820, 480)
USUAL = QSize(1280, 720)
GEOMETRY, LAST_STORE = "window/geometry", "store/last"
UNDO, REDO = "Hoàn tác", "Làm lại"


class MainWindow(QMainWindow):
    """One window, one store."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.session = Session(surroundings, self)
        self.files = Runner("files", self)
        self.settings = QSettings(str(surroundings.window_settings), QSettings.Format.IniFormat)
        self._closing = False
        self._closed = False
        self._messages_before = 0
        self._build_pages()
        self._build_frame()
        self._build_menus()
        self._connect()
        self._restore()

    # --- building

    def _build_pages(self) -> None:
        self.start = StartPage(self.session, self.files)
        self.pages = QStackedWidget()
        self.overview = self._added(OverviewPage(self.session))
        self.figures = self._added(FiguresPage(self.session))
        self.rail = QListWidget()
        self.rail.setObjectName("rail")
        self.rail.setFixedWidth(RAIL_WIDTH)
        self.rail.setAccessibleName("Các trang")
        for name in PAGES:
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(0, RAIL_ROW))
            self.rail.addItem(item)

    def _added(self, page: P) -> P:
        self.pages.addWidget(page)
        return page

    # The pages that are not seen first are imported and built when they are asked for.

    @cached_property
    def indicators(self) -> IndicatorsPage:
        """Return the page of Phụ lục I."""
        from ui.pages.indicators import IndicatorsPage

        return self._added(IndicatorsPage(self.session))

    @cached_property
    def tasks(self) -> TasksPage:
        """Return the page of Phụ lục II."""
        from ui.pages.tasks import TasksPage

        return self._added(TasksPage(self.session))

    @cached_property
    def report(self) -> ReportPage:
        """Return the page of the period's report."""
        from ui.pages.report import ReportPage

        return self._added(ReportPage(self.session, self.files, self.settings))

    @cached_property
    def checking(self) -> CheckingPage:
        """Return the page of the check list."""
        from ui.pages.checking import CheckingPage

        page = self._added(CheckingPage(self.session))
        page.row_asked.connect(self.leading.go_to_row)
        return page

    def page_named(self, name: str) -> QWidget:
        """Return a page by its name in the list at the left."""
        return cast("QWidget", getattr(self, PAGES[name]))

    def named_pages(self) -> dict[str, QWidget]:
        """Return the pages by their names, in the order of the list at the left."""
        return {name: self.page_named(name) for name in PAGES}

    def go_to(self, name: str) -> None:
        """Show a page."""
        self.rail.setCurrentRow(list(PAGES).index(name))

    def _build_frame(self) -> None:
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
        self.saved, self.told = QLabel(), QLabel()
        self.statusBar().addWidget(self.saved)
        self.statusBar().addPermanentWidget(self.told)
        self.statusBar().setSizeGripEnabled(False)

    def _build_menus(self) -> None:
        self.close_store = self._action("Đóng &sổ", self._on_close_store, "Ctrl+W")
        leave = self._action("&Thoát", self.close, "Ctrl+Q")
        self.undo = self._action(UNDO, self.session.undo, QKeySequence.StandardKey.Undo)
        self.redo = self._action(REDO, self.session.redo, "Ctrl+Y")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self._menu("&Sổ", [self.close_store, leave])
        self.edit_menu = self._menu("&Chỉnh sửa", [self.undo, self.redo])
        pages = [
            self._action(name, partial(self.go_to, name), f"Ctrl+{place}") for place, name in enumerate(PAGES, start=1)
        ]
        self.page_actions = pages
        self._menu("&Trang", pages)

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

    def _restore(self) -> None:
        """Stand where the window stood before; it must fit on the smallest screen."""
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        geometry = self.settings.value(GEOMETRY)
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.rail.setCurrentRow(0)
        self._on_closed()

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
        for action in (self.close_store, *self.page_actions):
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
        if "report" in vars(self):
            self.report.stop()
        self.files.stop()


def nothing() -> None:
    """Do nothing: what was put in line before is done by then."""
