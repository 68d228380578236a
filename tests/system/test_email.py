"""The email of a report as a mail program of Debian reads it: s-nail shows its subject and text and saves its files."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from exporters.email_draft import Letter, email_draft
from exporters.issue import write_files
from exporters.named_files import NamedFile
from exporters.report import report_document
from tests.exporters.small_reports import report_of

SUBJECT = "Báo cáo số 05/BC-UBND ngày 04/11/2026 về kết quả thực hiện Kế hoạch triển khai Nghị quyết số 57-NQ/TW"
TEXT = "Kính gửi: Đảng ủy xã Thuận Châu\n\nUBND xã trân trọng gửi báo cáo; kính đề nghị xem xét.\n\nTrân trọng./.\n"
POSTMARK = b"From so57@localhost Tue Nov  3 08:00:00 2026\n"


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Letter:
    """Write an email with a report in three formats."""
    written = write_files(report_document(report_of()), tmp_path_factory.mktemp("bao-cao"))
    files = tuple(NamedFile(file.path.name, file.format, file.path.read_bytes()) for file in written)
    return Letter("vp@xa.vn", ("a@tinh.vn", "b@xa.vn"), SUBJECT, TEXT, files)


def read_by_mail_program(letter: Letter, folder: Path, *commands: str) -> str:
    """Put the letter into a mailbox as a mail program on Linux keeps it, and let s-nail work on it."""
    program = shutil.which("s-nail")
    assert program, "s-nail is missing; `python3 dev.py system` installs it"
    content = email_draft(letter).replace(b"\r\n", b"\n")
    (folder / "thu.mbox").write_bytes(POSTMARK + content + b"\n")
    call = [program, "-n", "-R", "-S", "v15-compat", "-f", "thu.mbox"]
    variables = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    typed = "\n".join((*commands, "xit", ""))
    done = subprocess.run(
        call, cwd=folder, env=variables, input=typed, capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    return done.stdout


def test_subject_addresses_and_text_are_shown_as_they_were_written(letter: Letter, tmp_path: Path) -> None:
    shown = read_by_mail_program(letter, tmp_path, "type 1").split("\n")
    assert {f"Subject: {SUBJECT}", "To: a@tinh.vn, b@xa.vn", "From: vp@xa.vn"} <= set(shown)
    start = shown.index(TEXT.split("\n")[0])
    assert shown[start : start + 5] == TEXT.rstrip("\n").split("\n")


def test_files_are_saved_whole_under_their_names(letter: Letter, tmp_path: Path) -> None:
    read_by_mail_program(letter, tmp_path, "write 1 loi-thu.txt")
    saved = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert {file.name: saved[file.name] for file in letter.files} == {file.name: file.content for file in letter.files}
