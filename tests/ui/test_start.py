"""The start page: a store made, opened, refused with its sentence."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.plan_format import plan_to_dict
from tests.ui.driving import (
    PATIENCE,
    answer,
    choose,
    make_store,
    open_store,
    push,
    settle,
    shown_window,
    text,
    ui_plan,
    wait,
)
from ui.window import MainWindow

HOLDER = """
import sys
from pathlib import Path
from models.store.connection import Store
with Store.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    """Let a program of its own hold the store."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdin is not None
        assert program.stdout.readline().strip() == "held"
        yield
        program.stdin.write("\n")
        program.stdin.flush()


def test_a_new_store_is_made_for_a_built_in_plan(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    wait(qtbot, lambda: window.start.plans.count() > 0)
    assert not window.start.make.isEnabled()
    window.start.plans.setCurrentText("UBND xã Thuận Châu, tỉnh Sơn La")
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        push(qtbot, window.start.make)
    settle(qtbot, window)
    assert (tmp_path / "so.so57").exists()
    assert window.bar.period.currentText() == "Tháng 10/2026 · chốt 31/10 · gửi 04/11"
    assert window.saved.text() == "Đã lưu lúc 09:41 · 0/29 chỉ tiêu có số liệu"


def test_a_second_store_gets_a_name_of_its_own(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "so.so57").write_bytes(b"")
    wait(qtbot, lambda: window.start.plans.count() > 0)
    window.start.plans.setCurrentIndex(0)
    push(qtbot, window.start.make)
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        choose(qtbot, tmp_path / "sổ thứ hai.so57")
    assert window.windowTitle() == "sổ thứ hai.so57 - Sổ 57"


def test_a_store_is_made_for_a_plan_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch.json"
    file.write_text(json.dumps(plan_to_dict(ui_plan())), encoding="utf-8")
    push(qtbot, window.start.plan_file)
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        choose(qtbot, file)
    window.go_to("Chỉ tiêu")
    assert window.indicators.table is not None
    assert window.indicators.table.lines.rowCount() == 4


def test_a_file_that_is_no_plan_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "thư.json"
    file.write_text("không phải kế hoạch", encoding="utf-8")
    push(qtbot, window.start.plan_file)
    choose(qtbot, file)
    assert "thư.json" in answer(qtbot, "Đóng")
    assert not (tmp_path / "so.so57").exists()


def test_a_store_held_by_another_program_is_told(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with held_by_another_program(path):
        push(qtbot, window.start.open_file)
        choose(qtbot, path)
        assert "đang mở trong một cửa sổ hoặc lệnh Sổ 57 khác" in answer(qtbot, "Đóng")
    assert window.stack.currentWidget() is window.start


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def _broken(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 not a store" * 400)


@pytest.mark.parametrize(
    ("spoil", "said"), [(_newer, "mới hơn"), (_broken, "không phải là sổ"), (Path.unlink, "Không có sổ")]
)
def test_a_store_that_cannot_be_opened_is_told(
    qtbot: QtBot, window: MainWindow, path: Path, spoil: object, said: str
) -> None:
    assert callable(spoil)
    spoil(path)
    window.session.open(path)
    assert said in answer(qtbot, "Đóng")
    assert window.stack.currentWidget() is window.start


def test_the_plans_are_not_read_on_the_way_to_the_last_store(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.start._listed = False  # as before the page was ever seen
    window.start.plans.clear()
    window.session.open(path)
    window.start._list_plans()
    settle(qtbot, window)
    assert window.start.plans.count() == 0
    window.session.close().start()
    wait(qtbot, lambda: window.start.plans.count() > 0)


def test_a_store_that_cannot_be_opened_leaves_none_open(qtbot: QtBot, desk: MainWindow, tmp_path: Path) -> None:
    desk.session.open(tmp_path / "không có.so57")
    answer(qtbot, "Đóng")
    assert desk.stack.currentWidget() is desk.start
    assert not desk.close_store.isEnabled()


def test_the_sample_is_a_marked_copy_in_the_data_folder(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        push(qtbot, window.start.sample)
    settle(qtbot, window)
    assert (tmp_path / "minh-hoa.so57").exists()
    assert window.bar.sample.isVisible()
    assert window.saved.text().endswith("28/29 chỉ tiêu có số liệu")
    assert window.last_store() is None


def test_the_last_store_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    path = make_store(tmp_path)
    with shown_window(qtbot, tmp_path) as first:
        open_store(qtbot, first, path)
    with shown_window(qtbot, tmp_path) as second:
        assert second.start.last_line.text() == str(path)
        with qtbot.waitSignal(second.session.standing_changed, timeout=PATIENCE):
            push(qtbot, second.start.open_last)
        assert text(second.figures.indicators, "ct-5g", "reached") == "○ Chưa có số liệu"
