"""Check `so57 words`, `carry`, `sentence` and `write` with the marks of bold and italic, each undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE, WRONG_CALL
from tests.desktop.conftest import Call

OCTOBER, NOVEMBER = ("--period", "2026-10"), ("--period", "2026-11")
Sheet = Callable[..., Path]
COUNTS = "II.2/counts"


@pytest.fixture
def october(so57: Call, store: Path) -> Call:
    return lambda command, *arguments: so57(command, *OCTOBER, *arguments, "--store", store)


@pytest.fixture
def text(tmp_path: Path) -> Callable[[str], Path]:
    """Write words into a text file."""

    def write(words: str) -> Path:
        (tmp_path / "lời.txt").write_text(words, encoding="utf-8")
        return tmp_path / "lời.txt"

    return write


def state_of(october: Call, section: str) -> dict[str, object]:
    """Return what the command tells programs about one section."""
    found: dict[str, object] = next(one for one in october("words", "--json").data if one["id"] == section)
    return found


def test_words_tell_what_is_written_automatic_and_dotted(october: Call, text: Callable[[str], Path]) -> None:
    october("write", "--section", "iii", "--file", text("**Máy quét** hỏng.\nc) *một*"))
    october("write", "--section", "II.2", text("Nhìn chung tốt."))
    told = october("words").out
    assert "III. Tồn tại, hạn chế và nguyên nhân [III]: có lời của cán bộ\n    Máy quét hỏng.\n    a) một\n" in told
    assert "II.2. Kết quả thực hiện nhiệm vụ [II.2]: tự viết theo số liệu, có lời của cán bộ\n" in told
    assert "II. Kết quả thực hiện [II]\n" in told
    assert "I. Công tác lãnh đạo, chỉ đạo [I]: đang để dòng chấm\n" in told
    assert state_of(october, "III")["words"] == "**Máy quét** hỏng.\nc) *một*"


def test_words_go_to_an_added_heading(so57: Call, store: Path, october: Call, text: Callable[[str], Path]) -> None:
    so57("outline", "--duty", "bao-cao-thang", "--add", "Gương điển hình", "--after", "V", "--store", store)
    assert state_of(october, "m1")["dotted"]
    assert october("write", "--section", "M1", text("Ông A.")).out == "Đã ghi phần VI [m1] của kỳ tháng 10/2026.\n"
    assert (state_of(october, "m1")["number"], state_of(october, "m1")["words"]) == ("VI", "Ông A.")


def test_write_needs_one_source(october: Call, text: Callable[[str], Path]) -> None:
    file = text("Lời.")
    missing, double = october("write", "--section", "I"), october("write", "--section", "I", file, "--file", file)
    assert (missing.code, double.code) == (WRONG_CALL, WRONG_CALL)
    assert missing.err.startswith("Thiếu tệp lời văn: hãy ghi TỆP")
    assert double.err.startswith("Chỉ ghi một tệp lời văn")


def test_stars_without_a_partner_are_told_at_once(october: Call, text: Callable[[str], Path]) -> None:
    told = october("write", "--section", "I", text("**Đậm** cả.\nXã **chưa đóng.")).out.splitlines()
    assert told[1:] == [
        "Dấu ** không có đôi nên sẽ in ra nguyên dấu sao; "
        "hãy đặt ** sát trước chữ đầu và sát sau chữ cuối: “Xã **chưa đóng.”"
    ]
    assert "“**hỏng”" in october("sentence", COUNTS, "--text", "**hỏng").out


def test_words_of_the_last_period_are_offered_and_carried(
    so57: Call, store: Path, october: Call, text: Callable[[str], Path]
) -> None:
    for section in ("III", "V"):
        october("write", "--section", section, text(f"Lời mục {section}."))
    at = (*NOVEMBER, "--store", store)
    assert "    Lời của tháng 10/2026 (lấy lại: so57 carry):\n        Lời mục V.\n" in so57("words", *at).out
    assert so57("carry", *at, "v").out == "Đã lấy lại lời văn kỳ trước cho mục V. Hãy sửa lại cho đúng kỳ này.\n"
    assert so57("carry", *at).out.startswith("Đã lấy lại lời văn kỳ trước cho mục III.")
    assert so57("carry", *at).err.startswith("Mọi lời văn của tháng 10/2026 đều đã có lời thay")
    assert so57("carry", *at, "III").err.startswith("Mục III của tháng 11/2026 đã có lời văn")
    assert "không có mục “X”. Các mục đang có: I, II" in so57("carry", *at, "X").err
    assert so57("undo", "--store", store).code == DONE
    words = {one["id"]: (one["words"], one["offered"]) for one in so57("words", *at, "--json").data}
    assert (words["III"], words["V"]) == (("", "Lời mục III."), ("Lời mục V.", ""))


def test_a_sentence_is_written_over_kept_restored_and_undone(
    so57: Call, store: Path, october: Call, sheet: Sheet, text: Callable[[str], Path]
) -> None:
    before = october("sentence", COUNTS).out
    assert october("sentence", COUNTS, "--text", "**Rất** tốt.").out == f"{COUNTS} (viết đè)\n    Rất tốt.\n"
    october("record", sheet("key;done;done_on", "nv-I.1.1;x;05/10/2026"))
    stale = october("sentence", COUNTS).out
    then, now_is = stale.splitlines()[2:]
    assert stale.startswith(f"{COUNTS} (viết đè, số liệu đã thay đổi)\n    Rất tốt.\n")
    assert then == f"    Lúc viết đè, số liệu viết: {before.splitlines()[1].strip()}"
    assert now_is.startswith("    Nay số liệu viết: Trong 48")
    assert october("sentence", COUNTS, "--keep").out == f"{COUNTS} (viết đè)\n    Rất tốt.\n"
    october("sentence", COUNTS, "--file", text("Khá."))
    assert october("sentence", "ii.2/COUNTS", "--json").data[0]["replaced"]["text"] == "Khá."
    assert "(viết đè)" not in october("sentence", COUNTS, "--restore").out
    so57("undo", "--store", store)
    assert "(viết đè)" in october("sentence", COUNTS).out
    assert before.startswith(f"{COUNTS}\n    Trong 48 nhiệm vụ")


def test_a_sentence_is_left_out(october: Call) -> None:
    assert october("sentence", COUNTS, "--text", "").out == f"{COUNTS} (đã bỏ)\n"
    assert october("sentence", "--json").data[0]["key"] == "opening"
    assert f"\n{COUNTS} (đã bỏ)\n" in october("sentence").out


def test_a_sentence_that_is_gone_can_only_be_let_go(so57: Call, store: Path, october: Call, sheet: Sheet) -> None:
    october("record", sheet("key;value;difficulty", "ct-V.4;84,9;máy quét hỏng"))
    key = "III/shortcomings"
    assert october("sentence", key, "--text", "Máy hỏng, đang sửa.").code == DONE
    so57("undo", "2", "--store", store)
    gone = october("sentence", key).out
    assert "(viết đè, số liệu đã thay đổi)" in gone
    assert "Nay số liệu viết: (không còn gì để viết)" in gone
    assert "hãy bỏ câu viết đè (--restore)" in october("sentence", key, "--keep").err.lower()
    assert october("sentence", key, "--restore").out == f"Đã bỏ câu viết đè {key}.\n"
    assert october("sentence", key).code == COULD_NOT


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("III/x",), "không có câu tự viết “III/x”. Các câu đang có: opening, II.1/counts"),
        ((COUNTS, "--keep"), "không có câu viết đè để giữ"),
        ((COUNTS, "--restore"), "không có câu viết đè để bỏ"),
    ],
)
def test_what_cannot_be_done_with_a_sentence(october: Call, arguments: tuple[str, ...], sentence: str) -> None:
    answer = october("sentence", *arguments)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert sentence in answer.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--restore",), "Thiếu mã CÂU"),
        ((COUNTS, "--text", "x", "--keep"), "chỉ dùng một trong --text, --file, --keep, --restore"),
        (("--text", "x"), "Thiếu mã CÂU"),
    ],
)
def test_a_wrong_call_of_sentence(october: Call, arguments: tuple[str, ...], sentence: str) -> None:
    answer = october("sentence", *arguments)
    assert answer.code == WRONG_CALL
    assert sentence in answer.err


def test_counts_are_written_as_the_setting_says(so57: Call, store: Path, october: Call) -> None:
    assert "05 chỉ tiêu thành phần" in october("sentence", "II.1/counts").out
    assert so57("setting", "style.two_digits", "0", "--store", store).code == DONE
    assert "có 5 chỉ tiêu thành phần" in october("sentence", "II.1/counts").out
    assert so57("setting", "style.two_digits", "hai", "--store", store).code == COULD_NOT
    assert so57("setting", "style.two_digits", "--default", "--store", store).code == DONE
    assert "05 chỉ tiêu thành phần" in october("sentence", "II.1/counts").out
