"""The start page: a store made, opened, refused with its sentence."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.desk import Desk
from models.errors import AppError
from models.plan_format import plan_to_dict
from models.store import change_rows, setting_rows
from models.store.connection import Store
from tests.models.store.samples import WHO
from tests.ui.driving import (
    NOW,
    PATIENCE,
    answer,
    choose,
    make_store,
    modal,
    open_store,
    press,
    push,
    settle,
    shown_window,
    text,
    ui_plan,
    wait,
    write,
)
from ui.first_run.form import FirstRunForm
from ui.first_run.making import NewStore
from ui.first_run.making import make_store as make_store_of
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


def test_a_new_store_is_made_by_three_keys(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    wait(qtbot, lambda: window.start.plans.count() > 0)
    assert not window.start.make.isEnabled()
    window.start.plans.setCurrentText("UBND xã Thuận Châu, tỉnh Sơn La")
    window.start.make.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    form = modal(qtbot, FirstRunForm)
    wait(qtbot, lambda: not form.picture.is_behind())
    write("Lò Thị Lan")
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.bar.period.currentText() == "Tháng 10/2026 · chốt 31/10 · gửi 04/11"
    assert window.saved.text().startswith("Đã lưu lúc 09:41 · 0/29 chỉ tiêu có số liệu")
    with Store.open(tmp_path / "so.so57", write=False) as store:
        assert setting_rows.officer(store) == "Lò Thị Lan"
        assert {own.who for own in change_rows.recent(store)} == {"Lò Thị Lan"}


def test_letterhead_and_calendar_are_set_before_the_store_is_made(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    wait(qtbot, lambda: window.start.plans.count() > 0)
    window.start.plans.setCurrentText("UBND xã Thuận Châu, tỉnh Sơn La")
    push(qtbot, window.start.make)
    form = modal(qtbot, FirstRunForm)
    form.boxes["signers"].setPlainText("Cầm Văn Minh | Phó Chủ tịch")
    form.ways["bao-cao-thang"].setCurrentIndex(1)
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        push(qtbot, form.make)
    settle(qtbot, window)
    assert "chốt 14/" in window.bar.period.currentText()
    with Store.open(tmp_path / "so.so57", write=False) as store:
        office = Desk(store).office()
        assert (office.signer, office.authority[1:]) == ("Cầm Văn Minh", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
        assert setting_rows.calendars(store) == {"bao-cao-thang": "decree"}


def test_a_letterhead_that_cannot_be_printed_makes_no_store(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    wait(qtbot, lambda: window.start.plans.count() > 0)
    window.start.plans.setCurrentIndex(0)
    push(qtbot, window.start.make)
    form = modal(qtbot, FirstRunForm)
    form.boxes["issuer_lines"].setPlainText("")
    assert not form.make.isEnabled()
    assert form.wrong["issuer_lines"].text().startswith("Chưa ghi")
    press(qtbot, Qt.Key.Key_Escape)
    wait(qtbot, lambda: QApplication.activeModalWidget() is None)
    assert not (tmp_path / "so.so57").exists()


def test_what_is_refused_leaves_no_file_behind(tmp_path: Path) -> None:
    wanted = NewStore(tmp_path / "so.so57", ui_plan(), frame={"signers": "Minh | Thợ điện"})
    with pytest.raises(AppError):
        make_store_of(wanted, WHO, NOW)
    assert not (tmp_path / "so.so57").exists()


def test_a_second_store_gets_a_name_of_its_own(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "so.so57").write_bytes(b"")
    wait(qtbot, lambda: window.start.plans.count() > 0)
    window.start.plans.setCurrentIndex(0)
    push(qtbot, window.start.make)
    choose(qtbot, tmp_path / "sổ thứ hai.so57")
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        push(qtbot, modal(qtbot, FirstRunForm).make)
    assert window.windowTitle() == "sổ thứ hai.so57 - Sổ 57"


def test_a_store_is_made_for_a_plan_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch.json"
    file.write_text(json.dumps(plan_to_dict(ui_plan())), encoding="utf-8")
    push(qtbot, window.start.plan_file)
    choose(qtbot, file)
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        push(qtbot, modal(qtbot, FirstRunForm).make)
    assert window.session.store is not None
    assert len(window.session.store.plan.rows()) == len(ui_plan().rows())


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
    assert "28/29 chỉ tiêu có số liệu · 1 cảnh báo" in window.saved.text()
    assert window.last_store() is None


def test_the_sample_of_another_plan_can_be_looked_at(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    wait(qtbot, lambda: window.start.samples.count() == 5)
    window.start.samples.setCurrentText("UBND xã Xốp")
    with qtbot.waitSignal(window.session.standing_changed, timeout=PATIENCE):
        push(qtbot, window.start.sample)
    settle(qtbot, window)
    assert (tmp_path / "minh-hoa-xop.so57").exists()
    assert window.bar.plan.toolTip().startswith("UBND xã Xốp")


def test_the_last_store_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    path = make_store(tmp_path)
    with shown_window(qtbot, tmp_path) as first:
        open_store(qtbot, first, path)
    with shown_window(qtbot, tmp_path) as second:
        assert second.start.last_line.text() == str(path)
        with qtbot.waitSignal(second.session.standing_changed, timeout=PATIENCE):
            push(qtbot, second.start.open_last)
        assert text(second.figures.indicators, "ct-5g", "reached") == "○ Chưa có số liệu"
