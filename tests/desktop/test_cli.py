"""Check that the command line speaks Vietnamese, ends with the right status, and starts light."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import COMMANDS, COULD_NOT, DONE, WRONG_CALL
from desktop.version import __version__
from tests.desktop.conftest import Call

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|show|this|message|exit|error|try|help for|required|missing|invalid|value"
    r" for|no such|did you mean|default:|got|unexpected|aborted|valid|range|please|file not)\b",
    re.IGNORECASE,
)
NEVER_AT_START = {"PySide6", "shiboken6", "openpyxl", "docx", "reportlab", "PIL", "lxml", "ui", "fontTools"}
REPORT_IMPORTS = """
import sys
from desktop.cli import run
code = run(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""

INTERRUPTED = """
import signal
import desktop.commands.figures
from desktop.cli import main
signal.signal(signal.SIGALRM, signal.default_int_handler)
signal.setitimer(signal.ITIMER_REAL, 0.5)
main()
"""


def program(*arguments: str | Path, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own; what it prints must be UTF-8."""
    start = ["-c", code] if code else ["-m", "desktop.cli"]
    command = [sys.executable, *start, *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_is_wholly_vietnamese(so57: Call, command: str | None) -> None:
    answer = so57(*([command] if command else []), "--help")
    assert answer.code == DONE
    assert answer.out.startswith(f"Cách dùng: so57 {command or '[TÙY CHỌN] LỆNH'}")
    words = re.sub(r"--[a-z-]+|[a-z_]+,|text, state|office\.\S+", "", answer.out)
    assert ENGLISH.findall(words) == []


def test_alone_it_shows_every_command(so57: Call) -> None:
    answer = so57()
    assert answer.code == DONE
    assert all(re.search(rf"^  {name} +\S", answer.out, re.MULTILINE) for name in COMMANDS)
    assert (answer.out, answer.err) == (so57("--help").out, "")


def test_version(so57: Call) -> None:
    assert so57("--version").out == f"Sổ 57 {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("bakup x.zip", "Không có lệnh “bakup”. Có phải là backup? Xem cách dùng: so57 --help"),
        ("--foo", "Không có tùy chọn --foo. Xem cách dùng: so57 --help"),
        ("record --perid 2026-10", "Không có tùy chọn --perid. Có phải là --period? Xem cách dùng: so57 record --help"),
        ("record --period 2026-10", "Thiếu TỆP. Xem cách dùng: so57 record --help"),
        ("record a.csv", "Thiếu --period. Xem cách dùng: so57 record --help"),
        ("periods --year", "Tùy chọn --year thiếu giá trị. Xem cách dùng: so57 periods --help"),
        ("plans --json=1", "Tùy chọn --json không nhận giá trị. Xem cách dùng: so57 plans --help"),
        ("plans a b", "Thừa “a b” trong lệnh gọi. Xem cách dùng: so57 plans --help"),
        ("--", "Lệnh gọi không đúng. Xem cách dùng: so57 --help"),
        (
            "setting --default",
            "--default cần TÊN và không đi với GIÁ TRỊ; --from cần một cài đặt calendar.… và giá trị của nó. "
            "Xem cách dùng: so57 setting --help",
        ),
    ],
)
def test_wrong_call_is_told_in_vietnamese(so57: Call, arguments: str, sentence: str) -> None:
    assert so57(*arguments.split()) == (WRONG_CALL, "", f"{sentence}\n")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ("periods --year 26", "--year không dùng được: “26” không phải là số nguyên từ 2000 đến 2100."),
        ("periods --year 10/2026", "--year không dùng được: “10/2026” không phải là số nguyên từ 2000 đến 2100."),
        ("undo x", "SỐ không dùng được: “x” không phải là số nguyên từ 1 trở lên."),
        ("status --on 31/2/2026", "--on không dùng được: “31/2/2026” không phải là ngày; hãy viết như 31/10/2026"),
        ("status --on 1/1/9999", "--on không dùng được: năm phải từ 2000 đến 2100."),
    ],
)
def test_value_that_cannot_be_used_is_named(so57: Call, arguments: str, reason: str) -> None:
    answer = so57(*arguments.split())
    assert (answer.code, answer.out) == (WRONG_CALL, "")
    assert f"Giá trị của {reason}" in answer.err


def test_fault_of_the_program_is_one_sentence_and_a_log(so57: Call, tmp_home: Path) -> None:
    answer = so57("check", "--store", "a\0b")
    (log,) = tmp_home.rglob("nhat-ky.log")
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert answer.err == (
        "Sổ 57 gặp lỗi ngoài dự kiến và đã dừng lệnh này; dữ liệu trong sổ vẫn nguyên vẹn. "
        f"Hãy gửi tệp “{log}” cho người hỗ trợ.\n"
    )
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_program_prints_utf8_on_any_console(tmp_home: Path) -> None:
    done = program("plans", PYTHONUTF8="0", PYTHONIOENCODING="cp1252", LC_ALL="C")
    assert (done.returncode, done.stderr) == (DONE, "")
    assert "UBND xã Thuận Châu, tỉnh Sơn La (41 chỉ tiêu, 48 nhiệm vụ)" in done.stdout


def test_statuses_of_the_program(tmp_home: Path) -> None:
    could_not, wrong_call = program("plan", "không-có"), program("plan")
    assert (could_not.returncode, could_not.stdout) == (COULD_NOT, "")
    assert (wrong_call.returncode, wrong_call.stdout) == (WRONG_CALL, "")
    assert len(could_not.stderr.splitlines()) == len(wrong_call.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the full device of Linux")
def test_full_disk_under_the_answer_is_one_sentence(tmp_home: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "desktop.cli", "plan", "thuan-chau"]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == COULD_NOT
    assert done.stderr.count("\n") == 1
    assert "đã đầy" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a POSIX shell")
def test_reader_that_leaves_early_sees_no_trace(tmp_home: Path) -> None:
    command = f'"{sys.executable}" -m desktop.cli plan thuan-chau --json | head -n 1'
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("{\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a POSIX system")
def test_interrupted_call_says_so(tmp_home: Path, store: Path) -> None:
    never, silent = os.pipe()
    command = [sys.executable, "-c", INTERRUPTED, "write", "--period", "2026-10", "--section", "I", "-"]
    done = subprocess.run(
        [*command, "--store", store], cwd=ROOT, stdin=never, capture_output=True, encoding="utf-8", check=False
    )
    os.close(silent)
    os.close(never)
    assert (done.returncode, done.stdout) == (COULD_NOT, "")
    assert done.stderr.strip() == "Đã dừng theo yêu cầu; không có gì bị ghi dở dang."


@pytest.mark.parametrize("command", ["--help", "record --help", "periods --year 2026", "status", "history ct-V.4"])
def test_start_is_light(tmp_home: Path, store: Path, command: str) -> None:
    where: list[str | Path] = [] if command.endswith("--help") else ["--store", store]
    done = program(*command.split(), *where, code=REPORT_IMPORTS)
    imported = set(done.stderr.split())
    assert done.returncode == DONE
    assert imported & (NEVER_AT_START | {"sqlite_utils", "filelock"}) == set()


def test_recording_imports_no_file_writer(tmp_home: Path, store: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("key,value\nct-V.4,85\n", encoding="utf-8")
    done = program("record", "--period", "2026-10", sheet, "--store", store, code=REPORT_IMPORTS)
    assert "Đã ghi 1 dòng" in done.stdout
    assert set(done.stderr.split()) & NEVER_AT_START == set()


def test_list_of_commands_imports_none_of_them(tmp_home: Path) -> None:
    code = REPORT_IMPORTS.replace('{name.partition(".")[0] for name in sys.modules}', "sys.modules")
    imported = program("--help", code=code).stderr.split()
    assert "desktop.command_words" in imported
    assert [name for name in imported if name.startswith(("desktop.commands.", "models.store"))] == []
