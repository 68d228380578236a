"""The whole set of a period: into a folder or a zip, stopped half way, refused where it cannot be written."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.driving import answer, choose, modal, push, settle, wait
from ui.report.set_dialog import SetDialog
from ui.window import MainWindow

STEM = "mau_thang_2026-10"


@pytest.fixture
def form(qtbot: QtBot, desk: MainWindow) -> SetDialog:
    """Give the open form."""
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    desk.report.side.more.whole_set.trigger()
    return modal(qtbot, SetDialog)


def test_it_is_written_into_a_folder_of_its_own(
    qtbot: QtBot, desk: MainWindow, form: SetDialog, tmp_path: Path
) -> None:
    push(qtbot, form.do)
    choose(qtbot, tmp_path)
    wait(qtbot, lambda: "Đã ghi 3 tệp" in desk.told.text())
    files = sorted(file.name for file in (tmp_path / f"{STEM}_bo-ho-so" / "bao-cao").iterdir())
    assert files == [f"{STEM}.{form}" for form in ("docx", "pdf", "xlsx")]
    assert desk.report.side.open_folder.toolTip().endswith("_bo-ho-so")


def test_it_is_written_into_one_zip(qtbot: QtBot, desk: MainWindow, form: SetDialog, tmp_path: Path) -> None:
    form.formats.boxes["pdf"].setChecked(False)
    form.as_zip.setChecked(True)
    push(qtbot, form.do)
    choose(qtbot, tmp_path)
    wait(qtbot, lambda: "Đã ghi 2 tệp" in desk.told.text())
    with ZipFile(tmp_path / f"{STEM}_bo-ho-so.zip") as packed:
        assert [Path(name).suffix for name in packed.namelist()] == [".docx", ".xlsx"]


def test_stopping_leaves_nothing_and_the_form(qtbot: QtBot, desk: MainWindow, form: SetDialog, tmp_path: Path) -> None:
    push(qtbot, form.do)
    folder = tmp_path / "bộ"
    folder.mkdir()
    choose(qtbot, folder)
    assert form.leave.text() == "Dừng"
    push(qtbot, form.leave)
    wait(qtbot, lambda: "Đã dừng theo yêu cầu" in desk.told.text())
    assert list(folder.iterdir()) == []
    assert modal(qtbot, SetDialog).do.isEnabled()
    push(qtbot, form.leave)


def test_a_place_that_is_no_folder_is_told(qtbot: QtBot, desk: MainWindow, form: SetDialog, tmp_path: Path) -> None:
    place = tmp_path / "một tệp"
    place.write_text("")
    push(qtbot, form.do)
    choose(qtbot, place)
    assert "một tệp" in answer(qtbot, "Đóng")
    push(qtbot, modal(qtbot, SetDialog).leave)
    settle(qtbot, desk)
