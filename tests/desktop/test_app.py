"""The window's start: look, words, faults, and the store that was open last."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app, paths
from models.errors import AppError
from tests.ui.driving import PATIENCE, answer, make_store, shown_window, surroundings, wait

ROOT = Path(__file__).resolve().parents[2]
CLOSE_AT_ONCE = """
from PySide6.QtCore import QTimer
from desktop import app
start = app.start
def start_and_close(window):
    start(window)
    print(window.windowTitle(), flush=True)
    QTimer.singleShot(0, window.close)
app.start = start_and_close
app.main()
"""


def test_qt_speaks_vietnamese(qapp: QApplication) -> None:
    app.prepare(qapp)
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "Ché&p"
    assert QCoreApplication.translate("QFileDialog", "Files of type:") == "Loại tệp:"
    assert QLocale().decimalPoint() == ","


def test_a_fault_is_logged_and_told(qtbot: QtBot, tmp_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook = app.FaultHook(QApplication.instance())
    try:
        raise ZeroDivisionError("a bug")
    except ZeroDivisionError as fault:
        hook(type(fault), fault, fault.__traceback__)
    assert "gặp lỗi ngoài dự kiến" in answer(qtbot, "Đóng")
    assert "ZeroDivisionError: a bug" in paths.log_file().read_text(encoding="utf-8")


def test_what_whoever_mends_a_fault_has_to_know() -> None:
    try:
        raise AppError("x")
    except AppError as fault:
        told = app.details(fault)
    assert told.startswith("Sổ 57 ")
    assert "test_app.py" in told


def test_the_store_that_was_open_last_opens_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    make_store(tmp_path).rename(tmp_path / "so.so57")
    with shown_window(qtbot, tmp_path) as window:
        with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
            app.start(window)
        assert window.windowTitle() == "so.so57 - Sổ 57"


def test_without_a_store_the_start_page_stays(qtbot: QtBot, tmp_path: Path) -> None:
    with shown_window(qtbot, tmp_path) as window:
        app.start(window)
        wait(qtbot, lambda: window.start.plans.count() > 0)
        assert window.start.last_card.isHidden()


def test_the_world_around_the_window(tmp_home: Path) -> None:
    world = app.surroundings()
    assert world.default_store.parent == world.data_folder
    assert world.sample_store.name == "minh-hoa.so57"
    assert world.window_settings.parent == world.data_folder
    assert surroundings(tmp_home).user


TOLD_LOOK = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import app
from ui import style
def start_and_close(window):
    print(style.theme(), style.TOKENS is style.DARK, window.devicePixelRatioF(), flush=True)
    window.show()
    QTimer.singleShot(0, window.close)
app.start = start_and_close
app.main()
"""


def test_theme_and_scale_are_there_before_the_first_paint(tmp_home: Path) -> None:
    ini = paths.data_folder() / "cua-so.ini"
    ini.parent.mkdir(parents=True, exist_ok=True)
    ini.write_text("[look]\ntheme=dark\nscale=150\n", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "QT_SCALE_FACTOR"}
    command = [sys.executable, "-c", TOLD_LOOK]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "dark True 1.5")


def test_the_program_starts_and_ends(tmp_home: Path) -> None:
    command = [sys.executable, "-c", CLOSE_AT_ONCE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (done.stdout.strip(), done.returncode) == ("Sổ 57", 0), done.stderr
