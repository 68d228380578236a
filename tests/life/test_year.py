"""The year 2026 by the command line, among months and quarters: drafted, issued, corrected, issued anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE
from exporters.written_over import STALE_MARK
from importers.plan_files import load_plan
from models.store.connection import Store
from tests.desktop.conftest import Answer
from tests.life.conftest import ADDRESSED, CHAIR, NOTABLE, WHO
from tests.life.reading import all_words, colors_of
from tests.life.shell import YEAR, Shell

STEM = "thuan-chau_bao-cao-nam_2026"
QUARTER = "2026-Q4"
SIGNED = ("--signer", "Đỗ Ngọc Quang")
WHY = "Công an xã đếm lại tài khoản định danh"
LOCKED = (
    "Kỳ năm 2026 (từ 15/12/2025 đến hết 14/12/2026) đã khóa nên không ghi được thay đổi. "
    "Muốn sửa, hãy mở lại kỳ này và ghi lý do.\n"
)


class Later(datetime):
    """The clock of a computer on 08/01/2027."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime(2027, 1, 8, 9, tzinfo=tz)


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """Open a store begun in December 2025; the year 2025 was written, quarters recorded, two months issued."""
    folder = tmp_path_factory.mktemp("nam")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("HOME", "USERPROFILE", "XDG_STATE_HOME", "LOCALAPPDATA"):
            patch.setenv(variable, str(folder))
        patch.setattr("desktop.commands.common.datetime", Later)  # the days of this life have passed
        found = Shell(folder / "sổ năm.so57", folder)
        Store.create(found.store, load_plan("thuan-chau"), who=WHO, at=datetime(2025, 12, 1, 8)).close()
        found.call("setting", "officer", WHO)
        found.record("bao-cao-nam/2025", "ct-V.7,76.2")
        found.write("bao-cao-nam/2025", "III", "Máy quét **hay hỏng**.")
        for quarter, count in (("2026-Q1", 1), ("2026-Q2", 1), ("2026-Q3", 2)):
            found.record(quarter, f"ct-III.3,{count}")
        for month, number, day, value in ((10, "215", "04/11/2026", "80"), (11, "230", "04/12/2026", "80.5")):
            found.record(f"2026-{month}", f"ct-V.7,{value}", "ct-III.3,1")
            issue = ("--number", number, "--date", day, *SIGNED, "--why", "chưa khai báo đủ")
            found.call("issue", "--period", f"2026-{month}", *issue)
        yield found


@pytest.fixture(scope="module")
def drafted(shell: Shell) -> Answer:
    """Record the last quarter, carry the words of 2025, add a heading, write over the notable results."""
    assert shell.record(QUARTER, "ct-V.7,81.5", "ct-III.3,1").code == DONE
    assert shell.record("2026-12", "ct-V.7,83").code == DONE  # month 12 closes on 31/12, the year on 14/12
    shell.year("carry")
    shell.call("outline", "--duty", "bao-cao-nam", "--add", "Mô hình hay", "--after", "II")
    shell.write(YEAR, "m1", "Bản Nà Lĩnh có tổ công nghệ số.")
    shell.over("Nổi bật: tài khoản định danh đạt 81,5%.")
    return shell.year("retype", "--json")


def test_the_year_has_the_quarters_figures(drafted: Answer) -> None:
    found = {row["key"]: row["figure"] for row in drafted.data if row["figure"]}
    assert found == {"ct-V.7": "81,5", "ct-III.3": "5"}


@pytest.fixture(scope="module")
def stale(shell: Shell, drafted: Answer) -> tuple[str, list[Path], Answer]:
    """Correct the figure through the quarter that closes on the year's day."""
    assert shell.record(QUARTER, "ct-V.7,82.3").code == DONE
    files = shell.files("cũ", "report", "--draft")
    return shell.year("sentence", NOTABLE).out, files, shell.year("ready", "--on", "20/12/2026")


def test_a_quarters_correction_marks_the_years_sentence(stale: tuple[str, list[Path], Answer]) -> None:
    told, files, ready = stale
    assert told.startswith(f"{NOTABLE} (viết đè, số liệu đã thay đổi)\n    Nổi bật: tài khoản định danh đạt 81,5%.\n")
    then, now = told.index("Lúc viết đè, số liệu viết:"), told.index("Nay số liệu viết:")
    assert then < told.index("81,5%, tăng 5,3") < now < told.index("82,3%, tăng 6,1")
    assert len(files) == 3
    assert all(f"đạt 81,5%.{STALE_MARK}" in words for words in all_words(files))
    assert ready.out.startswith("Quan trọng: Mục II.1: câu viết lại “Nổi bật: tài khoản định danh đạt 81,5%.”")


@pytest.fixture(scope="module")
def returned(shell: Shell, stale: tuple[str, list[Path], Answer]) -> tuple[list[Path], list[Path], str, str]:
    """Rewrite the sentence, explain a row, submit the leaders' copy; it comes back with a remark."""
    shell.over("Nổi bật: tài khoản định danh đạt 82,3%.")
    new = shell.files("mới", "report", "--draft")
    shell.year("explain", "ct-V.7", "Đã cấp lưu động tại 12 bản.")
    leaders = shell.files("trình", "report", "--leaders")
    shell.year("submit", "--to", CHAIR, "--on", "20/12/2026")
    shell.year("remark", "--by", CHAIR, "--section", "m1", "--on", "21/12/2026", "Ghi số thành viên.")
    shell.year("return", "--by", CHAIR, "--on", "21/12/2026")
    return new, leaders, shell.year("remarks").out, shell.year("ready", "--on", "21/12/2026").out


def test_the_rewritten_sentence_bears_no_mark(returned: tuple[list[Path], list[Path], str, str]) -> None:
    for words in all_words(returned[0]):
        assert "Nổi bật: tài khoản định danh đạt 82,3%." in words
        assert STALE_MARK.strip() not in words


def test_the_leaders_copy_explains_in_red(returned: tuple[list[Path], list[Path], str, str]) -> None:
    explained = "Đã cấp lưu động tại 12 bản."
    assert colors_of(returned[1][2])[explained] == "C00000"
    assert all("TÓM TẮT TRÌNH LÃNH ĐẠO" in words and explained in words for words in all_words(returned[1]))


def test_the_remark_is_told_where_it_stands_on_paper(returned: tuple[list[Path], list[Path], str, str]) -> None:
    _, _, remarks, ready = returned
    assert remarks.splitlines()[-1] == "1. Chủ tịch, 21/12/2026, mục III [m1]: Ghi số thành viên. - chưa trả lời"
    assert ready.startswith("Quan trọng: Ý kiến số 1 của Chủ tịch về mục III chưa được trả lời")


@pytest.fixture(scope="module")
def issued(shell: Shell, returned: tuple[list[Path], list[Path], str, str]) -> tuple[str, str, list[Path]]:
    """Answer, submit again, close, write the last words, issue."""
    shell.write(YEAR, "m1", "Bản Nà Lĩnh có tổ công nghệ số gồm 07 thành viên.")
    shell.year("answer", "1", "Đã ghi.")
    shell.year("submit", "--to", CHAIR, "--on", "22/12/2026")
    ready = shell.year("ready", "--on", "22/12/2026").out
    shell.year("close")
    closed = shell.record(YEAR, "ct-V.7,90").err
    shell.write(YEAR, "I", "Đã ban hành 03 văn bản.")
    shell.write(YEAR, "[V]", "Đề nghị cấp máy quét.")
    kept = shell.files("gửi", "issue", "--number", "260", "--date", "25/12/2026", *SIGNED)
    return ready, closed, kept


def test_nothing_grave_is_left_and_closed_figures_are_refused(issued: tuple[str, str, list[Path]]) -> None:
    ready, closed, kept = issued
    assert [line.partition(" chưa")[0] for line in ready.splitlines() if line.startswith("Quan trọng")] == [
        "Quan trọng: Mục I",
        "Quan trọng: Mục VI",
    ]
    assert closed.startswith("Kỳ năm 2026 đã khóa nên không sửa được.")
    assert [path.name for path in kept] == [f"{STEM}.{form}" for form in ("docx", "pdf", "xlsx")]
    for words in all_words(kept):
        assert "Đã ban hành 03 văn bản." in words
        assert "Máy quét hay hỏng." in words  # carried from 2025
        assert "III. MÔ HÌNH HAY" in words


@dataclass(frozen=True, slots=True)
class Sent:
    """What was said of a report that was issued and sent: to changes, of its files, by the register."""

    refused: dict[str, str]
    changed: str
    issued: str
    entries: dict[str, str]


@pytest.fixture(scope="module")
def sent(shell: Shell, issued: tuple[str, str, list[Path]]) -> Sent:
    """Try to change what was issued, send it, retype a figure; return what was said."""
    shell.call("close", "--period", "2026-12")
    said = {span: shell.record(span, "ct-V.7,90").err for span in (YEAR, QUARTER, "2026-11")}
    said["words"] = shell.tried("carry", "--period", YEAR).err
    shell.year("mail", "--out", shell.folder / "thư")
    to = [part for name in ADDRESSED for part in ("--to", name)]
    shell.year("sent", *to, "--how", "email", "--on", "26/12/2026")
    shell.year("retype", "--enter", "ct-V.7", "--on", "27/12/2026")
    return Sent(said, shell.year("changed").out, shell.year("issued").out, shell.entries("28/12/2026"))


def test_no_period_leads_into_the_locked_year(sent: Sent) -> None:
    assert sent.refused[QUARTER] == LOCKED
    assert sent.refused[YEAR].startswith("Kỳ năm 2026 đã khóa nên không sửa được.")
    assert sent.refused["2026-11"].startswith("Kỳ tháng 11/2026 đã khóa nên không sửa được.")
    assert sent.refused["words"].startswith("Báo cáo năm 2026 đã phát hành nên không sửa được.")


def test_what_was_sent_stands_as_it_was(sent: Sent) -> None:
    assert sent.changed == "Không có gì khác với báo cáo số 260 ngày 25/12/2026.\n"
    assert sent.issued.count("Bản đã gửi, chưa thay đổi") == 3


def test_the_email_carries_the_files_that_were_kept(
    shell: Shell, issued: tuple[str, str, list[Path]], sent: Sent
) -> None:
    message = message_from_bytes((shell.folder / "thư" / f"{STEM}.eml").read_bytes(), policy=default)
    enclosed = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert enclosed == {path.name: path.read_bytes() for path in issued[2]}


def test_the_years_report_stands_for_the_shorter_ones(sent: Sent) -> None:
    for shorter in ("bao-cao-quy/2026-Q4", "bao-cao-6-thang/2026-H2", "bao-cao-thang/2026-12"):
        assert sent.entries[shorter].endswith("gộp vào báo cáo năm")
    assert sent.entries[YEAR].endswith(
        "đã gửi; số 260/BC-UBND ngày 25/12/2026, Đỗ Ngọc Quang ký; gửi 26/12/2026, thư điện tử; Gửi đúng hạn"
    )


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was said while the year was corrected."""

    without_reason: Answer
    changed: str
    retyped: str
    note: list[Path]
    months: list[str]


@pytest.fixture(scope="module")
def corrected(shell: Shell, sent: Sent) -> Corrected:
    """Reopen the year and correct the figure of 14/12 while the months stay locked."""
    refused = shell.tried("reopen", "--period", YEAR)
    shell.year("reopen", "--why", WHY)
    assert shell.record(YEAR, "ct-V.7,80.9").code == DONE
    shell.over("Nổi bật: tài khoản định danh đạt 80,9%.")
    return Corrected(
        without_reason=refused,
        changed=shell.year("changed").out,
        retyped=shell.year("retype").out,
        note=shell.files("đính chính", "correction"),
        months=[shell.call("changed", "--period", f"2026-{month}").out for month in (10, 11)],
    )


def test_a_reason_and_a_backup_come_before_the_correction(shell: Shell, corrected: Corrected) -> None:
    assert (corrected.without_reason.code, "phải có lý do" in corrected.without_reason.err) == (COULD_NOT, True)
    assert list((shell.folder / "sổ năm.backups").glob("*_truoc-mo-lai.zip"))


def test_exactly_the_correction_is_told(corrected: Corrected) -> None:
    assert corrected.changed.splitlines() == [
        "Mục II.1: “Nổi bật: tài khoản định danh đạt 82,3%.” -> “Nổi bật: tài khoản định danh đạt 80,9%.”",
        "Phụ lục I, dòng V.7, cột Kết quả kỳ này: “82,3” -> “80,9”",
        "Phụ lục I, dòng V.7, cột Tỷ lệ so với mục tiêu (%): “102,9” -> “101,1”",
        "Có 3 chỗ khác với báo cáo số 260 ngày 25/12/2026.",
    ]
    assert "80,9% - đã nhập ngày 27/12/2026, số liệu đã thay đổi" in corrected.retyped
    assert all(words.startswith("Không có gì khác với báo cáo số ") for words in corrected.months)


def test_the_note_tells_the_reason_in_all_formats(corrected: Corrected) -> None:
    assert [path.suffix for path in corrected.note] == [".docx", ".pdf", ".xlsx"]
    for words in all_words(corrected.note):
        assert f"Lý do: {WHY}." in words
        assert "Tại Báo cáo số 260/BC-UBND ngày 25/12/2026" in words


@pytest.fixture(scope="module")
def reissued(shell: Shell, corrected: Corrected) -> list[Path]:
    """Issue the year anew, under a number that another report of 2027 does not bear."""
    shell.year("issue", "--number", "05", "--date", "06/01/2027", *SIGNED)
    return shell.files("đính chính 2", "correction")


def test_list_and_register_tell_both_reports(shell: Shell, reissued: list[Path]) -> None:
    listed = shell.year("issued", "--out", shell.folder / "chép").out
    assert f"{YEAR}: số 05 ngày 06/01/2027" in listed
    assert f"{YEAR}: số 260 ngày 25/12/2026" in listed
    assert listed.count("Bản đã gửi, chưa thay đổi") == 6
    entry = shell.entries("07/01/2027")[YEAR]
    assert "số 05/BC-UBND ngày 06/01/2027, Đỗ Ngọc Quang ký" in entry
    assert entry.endswith("thư điện tử (số 260/BC-UBND); Gửi đúng hạn; Thay báo cáo số 260/BC-UBND ngày 25/12/2026")


def test_the_first_reports_files_are_copied_out_as_they_were_sent(
    shell: Shell, issued: tuple[str, str, list[Path]], reissued: list[Path]
) -> None:
    shell.year("issued", "--out", shell.folder / "chép lại")
    for path in issued[2]:
        assert (shell.folder / "chép lại" / f"{STEM}_so-260{path.suffix}").read_bytes() == path.read_bytes()


def test_the_note_now_names_the_report_that_replaces_the_first(reissued: list[Path]) -> None:
    for words in all_words(reissued):
        assert "Báo cáo số 05/BC-UBND ngày 06/01/2027 thay thế Báo cáo số 260/BC-UBND." in words
        assert "Kèm theo" not in words


def test_the_rows_history_tells_who_when_and_from_what(shell: Shell, reissued: list[Path]) -> None:
    lines = shell.call("history", "V.7").out.splitlines()
    days = "    15/09/2026 - 14/12/2026: kết quả"
    assert [line for line in lines if line.startswith(days)] == [
        f"{days} 82,3% → 80,9%",
        f"{days} 81,5% → 82,3%",
        f"{days} 81,5%",
    ]
    assert all(f", {WHO}: nhập " in line for line in lines if line.startswith("["))


def test_what_was_issued_is_not_undone(shell: Shell, reissued: list[Path]) -> None:
    answer = shell.tried("undo")
    assert answer.code == COULD_NOT
    assert answer.err.startswith("“phát hành báo cáo năm 2026 số 05”")


def test_a_backup_restored_elsewhere_holds_it_all(shell: Shell, reissued: list[Path], tmp_path: Path) -> None:
    elsewhere = tmp_path / "máy khác.so57"
    shell.call("backup", "--to", tmp_path)
    (kept,) = tmp_path.glob("*.zip")
    assert shell.tried("restore", kept, store=elsewhere).code == DONE
    assert shell.tried("check", store=elsewhere).out == "Sổ nguyên vẹn.\n"
    for command in (("issued",), ("remarks", "--period", YEAR), ("changed", "--period", YEAR), ("history", "V.7")):
        assert shell.tried(*command, store=elsewhere) == shell.tried(*command)
