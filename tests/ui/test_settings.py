"""Cài đặt: backups made, copied out and brought back, the officer's name, email, theme and scale."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.store import change_rows, setting_rows
from models.store.backup import backups, backups_folder
from models.store.connection import Store
from tests.ui.driving import (
    NOW,
    PATIENCE,
    answer,
    choose,
    figures,
    fill,
    make_store,
    modal,
    open_store,
    press,
    push,
    settle,
    shown_window,
    wait,
    write,
)
from ui.pages.settings import SettingsPage
from ui.settings import looks
from ui.settings.copies import Copy, Safety, size_words
from ui.settings.mail import MailForm
from ui.window import MainWindow

KEY = "ct-5g"


def page_of(qtbot: QtBot, window: MainWindow) -> SettingsPage:
    """Go to the settings and wait until they are read."""
    window.go_to("Cài đặt")
    settle(qtbot, window)
    return window.settings_page


def held(path: Path) -> dict[str, str]:
    """Read the settings from the file, as another program would."""
    with Store.open(path, write=False) as store:
        return setting_rows.settings(store)


def test_a_backup_is_made_at_once_and_listed(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    page = page_of(qtbot, desk)
    assert desk.bar.safety.text() == "○ Chưa sao lưu"
    push(qtbot, page.safety.now)
    settle(qtbot, desk)
    assert [own.name for own in backups(backups_folder(path), path.stem)] == [
        "sổ nhỏ_2026-11-01_094100_theo-yeu-cau.zip"
    ]
    assert page.safety.list.item(0).text().startswith("09:41 01/11/2026 · theo yêu cầu · ")
    assert desk.bar.safety.text() == "● Đã sao lưu 09:41"


def test_a_copy_on_a_stick_is_remembered(qtbot: QtBot, desk: MainWindow, tmp_path_factory: object) -> None:
    stick = Path(str(tmp_path_factory.mktemp("usb")))  # type: ignore[attr-defined]
    page = page_of(qtbot, desk)
    push(qtbot, page.safety.stick)
    choose(qtbot, stick)
    wait(qtbot, lambda: page.safety.told.text().startswith("Đã sao lưu và kiểm tra lại"))
    settle(qtbot, desk)
    assert len(list(stick.glob("*.zip"))) == 1
    assert page.safety.left.text() == f"Lần cuối chép ra ngoài: 01/11/2026, vào “{stick}”."


def test_a_folder_beside_the_store_is_no_other_place(qtbot: QtBot, desk: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "sao").mkdir()
    page = page_of(qtbot, desk)
    push(qtbot, page.safety.stick)
    choose(qtbot, tmp_path / "sao")
    settle(qtbot, desk)
    assert len(list((tmp_path / "sao").glob("*.zip"))) == 1
    assert page.safety.left.text().startswith("Chưa có bản nào được chép ra ngoài")


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, desk: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_bytes(b"")
    page = page_of(qtbot, desk)
    page.safety._make(tmp_path / "tệp")
    assert "tệp" in answer(qtbot, "Đóng")
    assert page.safety.stick.isEnabled()


def test_after_a_week_the_light_asks_for_a_copy() -> None:
    old = Copy(Path("a.zip"), NOW - timedelta(days=9), "ket-thuc", 2_500_000)
    safety = Safety((old,))
    assert safety.light(NOW.date()) == "▲ 9 ngày chưa chép ra ngoài máy"
    assert safety.light(NOW.date(), short=True) == "▲ Chép ra USB"
    assert Safety((old,), NOW.date()).light(NOW.date()) == "● Đã sao lưu 23/10"
    assert old.said() == "09:41 23/10/2026 · khi đóng sổ · 2,4 MB"
    assert size_words(10) == "1 KB"


def test_the_light_leads_to_the_settings(qtbot: QtBot, desk: MainWindow) -> None:
    settle(qtbot, desk)
    push(qtbot, desk.bar.safety)
    settle(qtbot, desk)
    assert desk.pages.currentWidget() is desk.settings_page
    assert desk.settings_page.safety.stick.hasFocus()


def test_a_backup_is_brought_back(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    page = page_of(qtbot, desk)
    push(qtbot, page.safety.now)
    settle(qtbot, desk)
    desk.go_to("Nhập số liệu")
    settle(qtbot, desk)
    fill(qtbot, desk.figures.indicators, KEY, "figure", "30")
    settle(qtbot, desk)
    page = page_of(qtbot, desk)
    page.safety.list.setCurrentRow(0)
    push(qtbot, page.safety.bring_back)
    assert "09:41 ngày 01/11/2026" in answer(qtbot, "Khôi phục sổ")
    assert "Sổ trước đó được giữ ở" in answer(qtbot, "Đóng")
    settle(qtbot, desk)
    assert desk.session.store is not None
    assert figures(path, KEY) == ()
    assert any("truoc-khoi-phuc" in own.name for own in backups(backups_folder(path), path.stem))


def test_a_file_that_is_no_backup_leaves_the_store_open(qtbot: QtBot, desk: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "thư.zip").write_bytes(b"PK not a zip")
    page = page_of(qtbot, desk)
    push(qtbot, page.safety.bring_file)
    choose(qtbot, tmp_path / "thư.zip")
    assert "Sổ hiện có vẫn nguyên" in answer(qtbot, "Đóng")
    assert desk.pages.currentWidget() is page
    assert page.safety.now.isEnabled()


def test_restoring_can_be_left(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    page = page_of(qtbot, desk)
    push(qtbot, page.safety.now)
    settle(qtbot, desk)
    page.safety.list.setCurrentRow(0)
    push(qtbot, page.safety.bring_back)
    answer(qtbot, "Thôi")
    assert page.safety.bring_back.isEnabled()
    assert len(backups(backups_folder(path), path.stem)) == 1


def test_a_sound_store_is_told(qtbot: QtBot, desk: MainWindow) -> None:
    page = page_of(qtbot, desk)
    push(qtbot, page.soundness.check)
    settle(qtbot, desk)
    assert page.soundness.found.text() == "● Sổ nguyên vẹn, kiểm tra lúc 09:41."


def test_faults_of_the_store_are_listed(qtbot: QtBot, desk: MainWindow) -> None:
    page = page_of(qtbot, desk)
    page.soundness._on_found(["Tệp đã phát hành “a.pdf” không còn."])
    assert page.soundness.found.text().splitlines() == [
        "■ Sổ có 1 chỗ không nguyên vẹn:",
        "Tệp đã phát hành “a.pdf” không còn.",
    ]


def test_the_officers_name_is_logged_and_taken_back(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    page = page_of(qtbot, desk)
    page.office.officer.setFocus()
    write("Lò Thị  Lan")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert held(path)["officer"] == "Lò Thị Lan"
    assert desk.undoable._whole == "Hoàn tác: ghi tên cán bộ giữ sổ: Lò Thị Lan"
    desk.undo.trigger()
    settle(qtbot, desk)
    assert "officer" not in held(path)
    assert page.office.officer.text() == ""


def test_how_counts_are_written_is_saved_at_once(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    page = page_of(qtbot, desk)
    assert page.writing.two_digits.isChecked()
    page.writing.two_digits.click()
    page.writing.symbol.setFocus()
    page.writing.symbol.selectAll()
    write("UBND-KT")
    page.writing.two_digits.setFocus()
    settle(qtbot, desk)
    assert (held(path)["style.two_digits"], held(path)["letter.symbol"]) == ("0", "UBND-KT")


def test_settings_of_emails_are_saved_together(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    page = page_of(qtbot, desk)
    push(qtbot, page.office.mail)
    form = modal(qtbot, MailForm)
    form.boxes["mail.from"].setText("vanphong@thuanchau.gov.vn")  # type: ignore[union-attr]
    form.boxes["mail.limit_mb"].setText("0")  # type: ignore[union-attr]
    push(qtbot, form.do)
    assert "số MB từ 1 đến" in answer(qtbot, "Đóng")
    form.boxes["mail.limit_mb"].setText("20")  # type: ignore[union-attr]
    push(qtbot, form.do)
    wait(qtbot, lambda: QApplication.activeModalWidget() is None)
    settle(qtbot, desk)
    assert held(path)["mail.from"] == "vanphong@thuanchau.gov.vn"
    assert held(path)["mail.limit_mb"] == "20"
    with Store.open(path, write=False) as store:
        assert change_rows.recent(store, 1)[0].label == "đặt cài đặt thư điện tử"


def test_the_letterhead_is_reached(qtbot: QtBot, desk: MainWindow) -> None:
    page = page_of(qtbot, desk)
    push(qtbot, page.office.frame)
    assert page._frame is not None
    frame = page._frame
    wait(qtbot, lambda: not frame.picture.is_behind())
    assert frame.isVisible()
    frame.close()


def test_the_folder_of_reports_is_chosen(qtbot: QtBot, desk: MainWindow, tmp_path: Path) -> None:
    page = page_of(qtbot, desk)
    push(qtbot, page.folders.choose)
    choose(qtbot, tmp_path)
    assert page.folders.folder.text().replace("\u200b", "") == str(tmp_path)
    assert desk.settings.value("export/folder") == str(tmp_path)


def test_another_scale_holds_from_the_next_start(qtbot: QtBot, desk: MainWindow, tmp_path: Path) -> None:
    page = page_of(qtbot, desk)
    desk.settings.setValue(looks.SCALE, 125)
    page.look.scale.addItem("150 %", 150)
    page.look.scale.setCurrentIndex(page.look.scale.findData(150))
    page.look.scale.activated.emit(page.look.scale.currentIndex())
    assert page.look.later.isVisible()
    environment: dict[str, str] = {}
    looks.apply_scale(QSettings(str(tmp_path / "cua-so.ini"), QSettings.Format.IniFormat), environment)
    assert environment == {"QT_SCALE_FACTOR": "1.5"}


def test_only_scales_with_room_for_the_window_are_offered() -> None:
    assert looks.scales_that_fit(QSize(1366, 728), 100) == (100, 125, 150)
    assert looks.scales_that_fit(QSize(1920, 1040), 100) == (100, 125, 150, 175, 200)
    assert looks.scales_that_fit(QSize(640, 360), 200) == (100, 125, 150, 200)


def test_a_scale_that_is_none_is_the_computers(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat)
    settings.setValue(looks.SCALE, "to")
    environment: dict[str, str] = {}
    looks.apply_scale(settings, environment)
    assert environment == {}
    assert looks.scale_words(100) == "Theo máy (100 %)"


def test_a_copy_that_left_is_known_after_a_new_start(qtbot: QtBot, tmp_path: Path) -> None:
    path = make_store(tmp_path)
    with shown_window(qtbot, tmp_path) as first:
        open_store(qtbot, first, path)
        first.copies._on_made(tmp_path.parent / "usb", path)
        settle(qtbot, first)
    with shown_window(qtbot, tmp_path) as second:
        with qtbot.waitSignal(second.copies.changed, timeout=PATIENCE):
            second.session.open(path)
        assert second.copies.safety.left_at == NOW.date()
        settle(qtbot, second)


def test_every_button_of_the_page_is_reached_by_keys(qtbot: QtBot, desk: MainWindow) -> None:
    page = page_of(qtbot, desk)
    unreached = [own.text() for own in page.findChildren(QPushButton) if own.focusPolicy() == Qt.FocusPolicy.NoFocus]
    assert unreached == []
