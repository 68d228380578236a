"""The email of an issued report: size told first, opened in the mail program, or laid in a folder with its files."""

from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from tests.ui.driving import answer, choose, fill, push, settle, wait
from tests.ui.test_report import issue
from ui.mailing import FOLDER, LEAVE, OPEN
from ui.pages.report import ReportPage
from ui.window import MainWindow


@pytest.fixture
def page(qtbot: QtBot, desk: MainWindow) -> ReportPage:
    """Give the report page of October, issued."""
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", "40")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    assert not desk.report.side.mail.isEnabled()
    issue(qtbot, desk.report)
    wait(qtbot, desk.report.side.mail.isEnabled)
    return desk.report


def test_the_letter_opens_in_the_mail_program_unsent(
    qtbot: QtBot, page: ReportPage, folder_opened: Callable[[], list[str]]
) -> None:
    push(qtbot, page.side.mail)
    assert answer(qtbot, OPEN).startswith("Thư kèm 3 tệp, khoảng ")
    wait(qtbot, lambda: bool(folder_opened()))
    letter = Path(folder_opened()[0])
    message = message_from_bytes(letter.read_bytes(), policy=policy.default)
    assert message["X-Unsent"] == "1"
    assert "tháng 10 năm 2026" in message["Subject"]
    assert len(list(message.iter_attachments())) == 3


@pytest.mark.qt_log_ignore("openDocument")
def test_without_a_mail_program_the_folder_is_offered(qtbot: QtBot, page: ReportPage, shown: list[str]) -> None:
    push(qtbot, page.side.mail)
    answer(qtbot, OPEN)
    wait(qtbot, lambda: len(shown) == 2)
    folder = page._session.surroundings.data_folder / "thu"
    assert f"trong “{folder}”" in answer(qtbot, LEAVE)
    assert len(list(folder.iterdir())) == 5


def test_the_letter_and_its_files_are_laid_in_a_folder(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, folder_opened: Callable[[], list[str]]
) -> None:
    push(qtbot, page.side.mail)
    answer(qtbot, FOLDER)
    folder = tmp_path / "gửi"
    folder.mkdir()
    choose(qtbot, folder)
    wait(qtbot, lambda: bool(folder_opened()))
    assert QUrl.fromLocalFile(str(folder)).toLocalFile() == folder_opened()[0]
    names = sorted(file.name for file in folder.iterdir())
    assert [name.rpartition(".")[2] for name in names] == ["txt", "docx", "eml", "pdf", "xlsx"]
    assert "trân trọng" in (folder / "loi-thu.txt").read_text(encoding="utf-8")
