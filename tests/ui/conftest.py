"""A window over a store of its own; questions left open fail the test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import driving
from ui import messages
from ui.window import MainWindow


@pytest.fixture(autouse=True)
def shown() -> Iterator[list[str]]:
    """Give the sentences that were shown during the test."""
    messages.shown.clear()
    yield messages.shown  # type: ignore[misc]  # a deque of sentences
    messages.shown.clear()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Give a window on its start page."""
    with driving.shown_window(qtbot, tmp_path) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a closed store with a small plan."""
    return driving.make_store(tmp_path)


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, path: Path) -> MainWindow:
    """Give a window that shows October 2026 of the small plan."""
    driving.open_store(qtbot, window, path)
    return window


@pytest.fixture
def folder_opened(qtbot: QtBot) -> Iterator[Callable[[], list[str]]]:
    """Take the place of the system's file manager and mail program: what was opened, oldest first."""
    desktop = _Desktop()
    name: Any = "open_url"  # the stubs ask for bytes, the library for a string
    QDesktopServices.setUrlHandler("file", desktop, name)
    yield lambda: desktop.opened
    QDesktopServices.unsetUrlHandler("file")


class _Desktop(QObject):
    def __init__(self) -> None:
        super().__init__(QApplication.instance())
        self.opened: list[str] = []

    @Slot(QUrl)
    def open_url(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())
