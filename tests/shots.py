"""Take a picture of every page on the smallest comfortable screen, at 100 % and 150 %: python -m tests.shots [DIR]."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QMessageBox, QTabWidget, QWidget

from desktop.app import prepare
from desktop.sample import SAMPLE_PLAN, make_sample_store
from importers.plan_files import built_in_plans
from models.duties import ReportingPeriod
from ui.dialogs import IssueDialog
from ui.standing import OpenStore
from ui.surroundings import Surroundings
from ui.to_do_list import TO_DO
from ui.window import MainWindow

SCREEN = (1366, 768)
SCALES = (100, 150)
FOLDER = "shots"
NOW = datetime(2026, 11, 1, 9, 41)
PATIENCE = 60.0


def main(arguments: list[str]) -> int:
    """Take all pictures; each scale needs a process of its own, since Qt reads it at its start."""
    if len(arguments) == 2:
        take(Path(arguments[0]), int(arguments[1]))
        return 0
    folder = Path(arguments[0] if arguments else FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        environment = {**os.environ, "QT_SCALE_FACTOR": str(scale / 100)}
        if not os.environ.get("DISPLAY"):
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, "-m", "tests.shots", str(folder), str(scale)]
        code = subprocess.run(command, env=environment, check=False).returncode
        if code:
            return code
    for picture in sorted(folder.glob("*.png")):
        print(picture)
    return 0


def take(folder: Path, scale: int) -> None:
    """Take the pictures of one scale."""
    app = QApplication(sys.argv[:1])
    prepare(app)
    with tempfile.TemporaryDirectory() as data:
        place = Path(data)
        window = MainWindow(Surroundings(place, place / "so.so57", lambda: NOW, "Lò Thị Lan", _make_sample))
        window.resize(SCREEN[0] * 100 // scale, SCREEN[1] * 100 // scale)
        window.show()
        for name, widget in itertools.chain(_scenes(window), _other_plans(window, place, scale)):
            _settle(window)
            widget.grab().save(str(folder / f"{name}-{scale}.png"))
        window.close()
        _until(lambda: not window.isVisible())
        window.stop()


def _make_sample(place: Path, plan: str) -> None:
    make_sample_store(place, plan, at=NOW)


def _scenes(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Go through the pages as an officer does, and yield what is to be seen."""
    _until(lambda: window.start.plans.count() > 0)
    yield "1-bat-dau", window
    window.session.open_sample()
    _until(lambda: bool(window.saved.text()))
    _settle(window)
    yield "2-tong-quan", window
    window.go_to("Nhập số liệu")
    yield "2-nhap-so-lieu-chi-tieu", window
    grid = window.figures.indicators
    grid.lines.setData(grid.lines.place_of("ct-III.7", "figure"), "1.234")
    _until(lambda: QApplication.activeModalWidget() is not None)
    question = QApplication.activeModalWidget()
    if isinstance(question, QMessageBox):
        yield "2a-hoi-so", question
        question.buttons()[-1].click()
    window.figures.tabs.setCurrentWidget(window.figures.tasks)
    yield "3-nhap-so-lieu-nhiem-vu", window
    window.go_to("Chỉ tiêu")
    yield "4-chi-tieu", window
    window.go_to("Nhiệm vụ")
    yield "5-nhiem-vu", window
    window.go_to("Kiểm tra")
    yield "5a-kiem-tra", window
    to_do = window.overview.to_do
    window.go_to("Tổng quan")
    _settle(window)
    to_do.chosen.emit(to_do.item(0).data(TO_DO))
    yield "5b-dang-loc", window
    window.go_to("Báo cáo")
    yield "6-bao-cao", window
    yield from _issue(window)


def _issue(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Show the form that issues a report, and the locked period after it."""
    window.report.side.issue.click()
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, IssueDialog):
        dialog.number.setText("215")
        yield "7-phat-hanh", dialog
        dialog.do.click()
    _until(lambda: window.report.side.issued.count() > 0)
    yield "8-bao-cao-da-khoa", window
    window.go_to("Nhập số liệu")
    window.figures.tabs.setCurrentWidget(window.figures.indicators)
    yield "9-nhap-so-lieu-da-khoa", window


def _other_plans(window: MainWindow, place: Path, scale: int) -> Iterator[tuple[str, QWidget]]:
    """Go through every page and kind of report of the other plans; the frame was seen at every scale by then."""
    if scale != SCALES[0]:
        return
    yield from _new_store(window, place)
    for plan in built_in_plans():
        if plan == SAMPLE_PLAN:
            continue
        path = place / f"{plan}.so57"
        make_sample_store(path, plan, at=NOW)
        opened: list[OpenStore] = []
        window.session.opened.connect(opened.append)
        window.session.open(path)
        _until(lambda found=opened: bool(found))  # type: ignore[misc]
        for name in _pages(window):
            yield f"{plan}-{name}", window
        for period in kinds_of_periods(opened[0].periods):
            window.session.choose_period(period)
            _settle(window)
            merged = "-gop" if period.replaced_by else ""
            yield f"{plan}-4-{period.duty.id}{merged}", window


def _new_store(window: MainWindow, place: Path) -> Iterator[tuple[str, QWidget]]:
    """Show the pages of a store in which nothing was recorded."""
    window.session.create(place / "moi.so57", SAMPLE_PLAN)
    _until(lambda: window.session.store is not None and window.session.store.path.name == "moi.so57")
    yield "trang-1-tong-quan", window
    window.go_to("Kiểm tra")
    yield "trang-2-kiem-tra", window


def _pages(window: MainWindow) -> Iterator[str]:
    """Show one page after the other, with its tabs, and yield what to call it."""
    window.go_to("Tổng quan")
    yield "0-tong-quan"
    window.go_to("Kiểm tra")
    yield "0-kiem-tra"
    window.go_to("Nhập số liệu")
    _settle(window)
    yield from _tabs(window.figures.tabs, "1-nhap-so-lieu")
    window.go_to("Chỉ tiêu")
    yield "2-chi-tieu"
    window.go_to("Nhiệm vụ")
    _settle(window)
    if window.tasks.tabs is None:
        yield "3-nhiem-vu"
    else:
        yield from _tabs(window.tasks.tabs, "3-nhiem-vu")
    window.go_to("Báo cáo")


def _tabs(tabs: QTabWidget, name: str) -> Iterator[str]:
    for place in range(tabs.count()):
        if tabs.isTabVisible(place):
            tabs.setCurrentIndex(place)
            yield f"{name}-{place + 1}"


def kinds_of_periods(periods: Sequence[ReportingPeriod]) -> list[ReportingPeriod]:
    """Return a period of every duty, and one that a longer report replaces."""
    first = {period.duty.id: period for period in reversed(periods)}
    return [*first.values(), *[period for period in periods if period.replaced_by is not None][:1]]


def _settle(window: MainWindow) -> None:
    """Wait until both threads are idle and everything is drawn."""
    _until(lambda: not window.session.lane.is_busy() and not window.files.is_busy())
    for _ in range(5):
        QApplication.processEvents()


def _until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there")
        QApplication.processEvents()
        QThread.msleep(5)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
