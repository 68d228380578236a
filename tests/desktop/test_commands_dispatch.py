"""`so57 mail`, `sent`, `sendings`, `set`: the email, what was really sent, the whole set of a period."""

from __future__ import annotations

import signal
import subprocess
import sys
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop.cli import COULD_NOT, DONE
from importers.plan_files import load_plan
from models.store.connection import Store
from tests.desktop.conftest import AT, Call

ROOT = Path(__file__).resolve().parents[2]
OCTOBER = ("--period", "2026-10")
ISSUE = ("issue", *OCTOBER, "--number", "5", "--date", "04/11/2026", "--signer", "Lò Văn A", "--why", "thử")
STEM = "thuan-chau_bao-cao-thang_2026-10"
PARTY, PROVINCE = "Đảng ủy xã Thuận Châu", "UBND tỉnh Sơn La (qua Sở Khoa học và Công nghệ)"


@pytest.fixture
def issued(so57: Call, store: Path) -> Path:
    """Give a store whose month 10/2026 was issued."""
    assert so57(*ISSUE, "--store", store).code == DONE
    return store


def test_mail_says_its_size_and_who_has_no_address(so57: Call, issued: Path, tmp_path: Path) -> None:
    so57("setting", f"mail.to.{PARTY}", "a@xa.vn, b@xa.vn", "--store", issued)
    answer = so57("mail", *OCTOBER, "--out", tmp_path / "thư", "--store", issued)
    size, missing, written = answer.out.splitlines()
    assert size.startswith("Thư kèm 3 tệp, khoảng ")
    assert missing == f"Chưa có địa chỉ thư của: {PROVINCE}. Hãy điền vào thư trước khi gửi."
    assert written == f"Đã ghi thư vào “{tmp_path / 'thư' / STEM}.eml”."
    message = message_from_bytes((tmp_path / "thư" / f"{STEM}.eml").read_bytes(), policy=default)
    assert message["To"] == "a@xa.vn, b@xa.vn"


def test_mail_for_programs(so57: Call, issued: Path, tmp_path: Path) -> None:
    data = so57("mail", *OCTOBER, "--format", "pdf", "--out", tmp_path, "--store", issued, "--json").data
    assert [file["name"] for file in data["files"]] == [f"{STEM}.pdf"]
    assert data["size"] == Path(data["path"]).stat().st_size
    assert (data["to"], data["without_address"]) == ([], [PROVINCE, PARTY])


def test_mail_of_a_draft_only_when_asked_and_never_over_a_letter_when_refused(
    so57: Call, store: Path, tmp_path: Path
) -> None:
    call = ("mail", *OCTOBER, "--format", "pdf", "--out", tmp_path / "ra", "--store", store)
    assert "chưa phát hành" in so57(*call).err
    assert so57(*call, "--draft").code == DONE
    assert so57(*call, "--draft", "--existing", "refuse").code == COULD_NOT
    assert "_du-thao (2).eml”" in so57(*call, "--draft").out
    assert [path.name for path in sorted((tmp_path / "ra").iterdir())] == [
        f"{STEM}_du-thao (2).eml",
        f"{STEM}_du-thao.eml",
    ]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("mail.to.Đảng ủy xã khác", "a@xa.vn", "Không có cài đặt “mail.to.Đảng ủy xã khác”"),
        (f"mail.to.{PARTY}", "a.xa.vn", "“a.xa.vn” không phải là địa chỉ thư điện tử"),
        ("mail.text", "Gửi {ai}", "Lời thư không có chỗ điền “{ai}”"),
        ("mail.limit_mb", "nhiều", "Giới hạn dung lượng thư là số MB"),
        ("retype.bao-cao-thang.rows", "ct-V.4|x", "Kế hoạch không có chỉ tiêu mang mã “x”"),
    ],
)
def test_wrong_settings_are_refused(so57: Call, store: Path, name: str, value: str, sentence: str) -> None:
    answer = so57("setting", name, value, "--store", store)
    assert answer.code == COULD_NOT
    assert answer.err.startswith(sentence)


def test_the_words_of_the_letter_are_set_line_by_line(so57: Call, issued: Path, tmp_path: Path) -> None:
    so57("setting", "mail.text", "Kính gửi: {nơi nhận}||Trân trọng.", "--store", issued)
    assert so57("setting", "mail.text", "--store", issued).out == "mail.text = Kính gửi: {nơi nhận}||Trân trọng.\n"
    so57("mail", *OCTOBER, "--format", "docx", "--out", tmp_path, "--store", issued)
    message = message_from_bytes((tmp_path / f"{STEM}.eml").read_bytes(), policy=default)
    body = message.get_body()
    assert body is not None
    assert body.get_content().splitlines() == [f"Kính gửi: {PROVINCE}; {PARTY}", "", "Trân trọng."]


def test_what_was_really_sent_is_kept_and_told(so57: Call, issued: Path) -> None:
    assert so57("sendings", *OCTOBER, "--store", issued).out == "Chưa ghi lần gửi nào của kỳ này.\n"
    call = ("sent", *OCTOBER, "--to", "UBND tỉnh", "--to", PARTY, "--how", "Email", "--on", "05/11/2026")
    assert so57(*call, "--store", issued).out.splitlines() == [
        "Đã ghi: gửi UBND tỉnh ngày 05/11/2026, thư điện tử.",
        f"Đã ghi: gửi {PARTY} ngày 05/11/2026, thư điện tử.",
    ]
    so57("sent", *OCTOBER, "--to", "Sở", "--how", "post", "--on", "06/11/2026", "--note", "số 12", "--store", issued)
    assert so57("sendings", *OCTOBER, "--store", issued).out.splitlines()[-1] == (
        "06/11/2026: báo cáo số 5 gửi Sở, bưu chính (số 12)"
    )
    data = so57("sendings", *OCTOBER, "--store", issued, "--json").data
    assert [one["how"] for one in data] == ["email", "email", "post"]
    assert (data[0]["recipient"], data[0]["sent_on"], data[0]["number"]) == ("UBND tỉnh", "2026-11-05", "5")


def test_a_way_of_sending_that_is_none_is_refused_and_nothing_is_kept(so57: Call, issued: Path) -> None:
    answer = so57("sent", *OCTOBER, "--to", "Sở", "--how", "zalo", "--store", issued)
    assert answer.err.startswith("Không có cách gửi “zalo”. Hãy chọn: email (thư điện tử), hand (trao trực tiếp)")
    assert so57("sendings", *OCTOBER, "--store", issued, "--json").data == []


def test_set_as_folder_and_zip_with_progress_on_the_error_channel(so57: Call, issued: Path, tmp_path: Path) -> None:
    out, call = tmp_path / "ra", ("set", *OCTOBER, "--format", "docx,pdf", "--store", issued)
    answer = so57(*call, "--out", out)
    place = out / f"{STEM}_bo-ho-so"
    assert answer.out == f"Đã ghi 2 tệp vào “{place}”.\n"
    assert answer.err.splitlines() == [f"[1/2] {STEM}.docx", f"[2/2] {STEM}.pdf"]
    data = so57(*call, "--out", out, "--zip", "--json").data
    with ZipFile(data["path"]) as package:
        inside = {name: package.read(name) for name in data["files"]}
    assert inside == {f"bao-cao/{path.name}": path.read_bytes() for path in (place / "bao-cao").iterdir()}


def test_set_never_overwrites(so57: Call, issued: Path, tmp_path: Path) -> None:
    call = ("set", *OCTOBER, "--format", "pdf", "--out", tmp_path / "ra", "--store", issued)
    so57(*call)
    assert f"đã có {STEM}_bo-ho-so nên chưa ghi gì" in so57(*call).err
    assert "Hãy chọn: number (đánh số tên mới), refuse (không ghi)" in so57(*call, "--existing", "replace").err
    assert so57(*call, "--existing", "number").out.endswith(f"{STEM}_bo-ho-so (2)”.\n")


def _heed_ctrl_c() -> None:
    """Let Ctrl+C be heard, though these tests may run in the background of a shell, where it is ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a POSIX system")
def test_ctrl_c_leaves_nothing(tmp_home: Path, tmp_path: Path) -> None:
    Store.create(tmp_path / "xop.so57", load_plan("xop"), who="A Lan", at=AT).close()
    (tmp_path / "ra").mkdir()
    call = ["set", "--period", "bao-cao-nam/2026", "--out", str(tmp_path / "ra"), "--store", str(tmp_path / "xop.so57")]
    command = [sys.executable, "-X", "utf8", "-m", "desktop.cli", *call]
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8", preexec_fn=_heed_ctrl_c
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("[1/36] ")
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert said.endswith("Đã dừng theo yêu cầu; không có gì bị ghi dở dang.\n")
    assert process.returncode == COULD_NOT
    assert list((tmp_path / "ra").iterdir()) == []


@pytest.mark.parametrize(
    ("how", "names"), [("number", [f"{STEM} (2).pdf", f"{STEM}.pdf"]), ("refuse", [f"{STEM}.pdf"])]
)
def test_report_keeps_files_that_are_there(so57: Call, store: Path, tmp_path: Path, how: str, names: list[str]) -> None:
    out = tmp_path / "ra"
    out.mkdir()
    (out / f"{STEM}.pdf").write_bytes(b"cu")
    so57("report", *OCTOBER, "--format", "pdf", "--out", out, "--existing", how, "--store", store)
    assert [path.name for path in sorted(out.iterdir())] == names
    assert (out / f"{STEM}.pdf").read_bytes() == b"cu"
