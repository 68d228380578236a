"""Drive the window as an officer does: with keys and clicks, waiting for what the store answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import prepare
from desktop.sample import make_sample_store
from models.actuals import Actual, Progress
from models.plans import Layout, Plan
from models.store import figure_rows
from models.store.connection import Store
from tests.models.store.samples import WHO, small_plan
from ui import messages
from ui.grid import Grid
from ui.surroundings import Surroundings
from ui.window import MainWindow

NOW = datetime(2026, 11, 1, 9, 41)
PATIENCE = 15_000
W = TypeVar("W", bound=QWidget)


def surroundings(folder: Path) -> Surroundings:
    """Return a world of its own in a folder."""
    return Surroundings(folder, folder / "so.so57", lambda: NOW, WHO, _make_sample)


def _make_sample(path: Path, plan: str) -> None:
    make_sample_store(path, plan, at=NOW)


def ui_plan() -> Plan:
    """Return the small plan with both appendices laid out, as every plan file has them."""
    layouts = {
        "indicators": Layout("milestone_columns", "CHỈ TIÊU", ()),
        "tasks": Layout("schedule_columns", "NHIỆM VỤ", ()),
    }
    return replace(small_plan(), layouts=layouts)


def make_store(folder: Path) -> Path:
    """Make a closed store with a small plan."""
    path = folder / "sổ nhỏ.so57"
    Store.create(path, ui_plan(), who=WHO, at=NOW).close()
    return path


@contextmanager
def shown_window(qtbot: QtBot, folder: Path) -> Iterator[MainWindow]:
    """Show a window, and close it as an officer does: nothing may be left open."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.applicationName() != "Sổ 57":
        prepare(app)
    window = MainWindow(surroundings(folder))
    window.resize(1366, 768)
    window.show()
    wait(qtbot, window.isActiveWindow)
    try:
        yield window
        assert QApplication.activeModalWidget() is None, f"left open: {messages.shown}"
        window.close()
        wait(qtbot, lambda: not window.isVisible())
    finally:
        window.stop()
        _drop(window)


def _drop(window: MainWindow) -> None:
    """Delete the window and all that a failed test left open over it."""
    while (left := QApplication.activeModalWidget()) is not None:
        left.hide()
        left.deleteLater()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Wait until something holds."""
    qtbot.waitUntil(condition, timeout=PATIENCE)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way any more."""
    wait(qtbot, lambda: not window.session.lane.is_busy() and not window.files.is_busy())


def open_store(qtbot: QtBot, window: MainWindow, path: Path, page: str = "Nhập số liệu") -> None:
    """Open a store, go to a page and wait until its period is shown."""
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        window.session.open(path)
    settle(qtbot, window)
    window.go_to(page)
    if window.figures.isVisible():
        window.figures.indicators.setFocus()
    settle(qtbot, window)


def cell(grid: Grid, key: str, field: str) -> QModelIndex:
    """Return the cell of a row's field."""
    return grid.lines.place_of(key, field)


def text(grid: Grid, key: str, field: str) -> str:
    """Return what a cell shows."""
    return str(cell(grid, key, field).data() or "")


def click(qtbot: QtBot, grid: Grid, index: QModelIndex, *, at_box: bool = False) -> None:
    """Click a cell, or the box in it; without a window manager the window does not come forward by itself."""
    grid.window().activateWindow()
    wait(qtbot, grid.window().isActiveWindow)
    grid.scrollTo(index)
    place = grid.visualRect(index)
    spot = QPoint(place.left() + 10, place.center().y()) if at_box else place.center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    QApplication.processEvents()  # as between two keys of a real keyboard


def write(words: str) -> None:
    """Type words, Vietnamese letters too, wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    for letter in words:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget() or focus, event)


def fill(qtbot: QtBot, grid: Grid, key: str, field: str, words: str) -> None:
    """Click a cell, type into it and press Enter."""
    click(qtbot, grid, cell(grid, key, field))
    write(words)
    press(qtbot, Qt.Key.Key_Return)


def modal(qtbot: QtBot, kind: type[W]) -> W:
    """Return the question or form that is open."""
    wait(qtbot, lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    found.activateWindow()
    wait(qtbot, found.isActiveWindow)
    return found


def answer(qtbot: QtBot, words: str) -> str:
    """Click the button of that name in the open question and return what was asked."""
    box = modal(qtbot, QMessageBox)
    asked = box.text()
    named = {button.text(): button for button in box.buttons()}
    assert words in named, asked
    button = named[words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait(qtbot, lambda: QApplication.activeModalWidget() is not box)
    return asked


def choose(qtbot: QtBot, path: Path) -> None:
    """Choose a path in the open file dialog."""
    dialog = modal(qtbot, QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(str(path))
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def push(qtbot: QtBot, button: QPushButton) -> None:
    """Click a button."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def figures(path: Path, key: str) -> tuple[Actual, ...]:
    """Read a row's figures from the file, as another program would."""
    with Store.open(path, write=False) as store:
        return figure_rows.figures(store).get(key, ())


def progress(path: Path, key: str) -> tuple[Progress, ...]:
    """Read a task's records from the file, as another program would."""
    with Store.open(path, write=False) as store:
        return figure_rows.progress(store).get(key, ())
