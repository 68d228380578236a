"""Start the window: one app, its look and words, what happens to faults, and the tidy end."""

from __future__ import annotations

import getpass
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QObject, QSettings
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.version import __version__
from models.errors import AppError
from ui import messages, style
from ui.qt_words import Vietnamese
from ui.settings import looks
from ui.surroundings import Surroundings
from ui.window import MainWindow


class FaultHook(QObject):
    """Write a fault of the program to the log and show one calm dialog; the window stays."""

    def __call__(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Take the place of Python's own printing of tracebacks."""
        if isinstance(fault, KeyboardInterrupt):
            QApplication.quit()
            return
        from desktop.faults import log_fault

        try:
            raise fault.with_traceback(trace)
        except BaseException:
            place = log_fault()
        messages.show_fault(QApplication.activeWindow(), place, details(fault))


def details(fault: BaseException) -> str:
    """Return what whoever mends a fault has to know."""
    return f"Sổ 57 {__version__}, Python {sys.version.split()[0]}\n" + "".join(traceback.format_exception(fault))


def now() -> datetime:
    """Return the present moment, the only place where the window asks the clock."""
    return datetime.now().replace(microsecond=0)


def surroundings() -> Surroundings:
    """Return the world around the window."""
    usual = paths.default_store()
    return Surroundings(paths.data_folder(), usual, now, getpass.getuser(), make_sample, __version__)


def make_sample(path: Path, plan: str) -> None:
    """Make the store of a plan's made-up figures."""
    from desktop.sample import make_sample_store

    make_sample_store(path, plan, at=now())


def prepare(app: QApplication, theme: str = style.SYSTEM) -> None:
    """Give the app its look, its language, and its way with faults."""
    app.setApplicationName("Sổ 57")
    app.setApplicationVersion(__version__)
    QLocale.setDefault(QLocale("vi_VN"))
    words = Vietnamese(app)
    app.installTranslator(words)
    style.apply(app, theme)


def start(window: MainWindow) -> None:
    """Show the window, with the store that was open last."""
    window.show()
    last = window.last_store()
    if last is not None and last.exists():
        window.session.open(last)


def main() -> None:
    """Run the window until it is closed."""
    world = surroundings()
    remembered = QSettings(str(world.window_settings), QSettings.Format.IniFormat)
    looks.apply_scale(remembered)
    app = QApplication(sys.argv[:1])
    prepare(app, str(remembered.value(looks.THEME) or style.SYSTEM))
    hook = FaultHook(app)
    sys.excepthook = hook
    try:
        window = MainWindow(world)
    except AppError as error:
        messages.show(app, error)
        sys.exit(app.exec())
    app.aboutToQuit.connect(window.stop)
    start(window)
    code = app.exec()
    del window
    sys.exit(code)


if __name__ == "__main__":
    main()
