"""Check `so57 outline`: every change of the headings, kept for the duty's next reports, undone; wrong calls told."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE, WRONG_CALL
from tests.desktop.conftest import Call

DUTY = ("--duty", "bao-cao-thang")


@pytest.fixture
def outline(so57: Call, store: Path) -> Call:
    return lambda *arguments: so57("outline", *DUTY, *arguments, "--store", store)


def numbered(outline: Call) -> dict[str, str | None]:
    """Return the headings' numbers as printed, by their ids in order."""
    return {one["id"]: one["number"] for one in outline("--json").data["headings"]}


STANDARD = {"I": "I", "II": "II", "II.1": "II.1", "II.2": "II.2", "III": "III", "IV": "IV", "V": "V"}


def test_the_standard_outline_is_shown_with_numbers_and_ids(outline: Call) -> None:
    lines = outline().out.splitlines()
    assert lines[:4] == [
        "Đề cương của bao-cao-thang:",
        "  I      Công tác lãnh đạo, chỉ đạo [I]",
        "  II     Kết quả thực hiện [II]",
        "    II.1   Kết quả thực hiện các chỉ tiêu [II.1]",
    ]
    assert lines[-2] == "  IV     Nhiệm vụ trọng tâm [kỳ tới] [IV]"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("--rename", "ii", "Kết quả  đạt được"), "  II     Kết quả đạt được [II]"),
        (("--off", "III"), "  (tắt)  Tồn tại, hạn chế và nguyên nhân [III]"),
        (("--add", "Gương điển hình", "--after", "v"), "  VI     Gương điển hình [m1]"),
        (("--add", "Phối hợp", "--after", "II", "--beneath"), "    II.3   Phối hợp [m1]"),
        (("--up", "V"), "  IV     Đề xuất, kiến nghị [V]"),
        (("--down", "II.1"), "    II.2   Kết quả thực hiện các chỉ tiêu [II.1]"),
    ],
)
def test_a_change_is_kept_for_the_next_reports_and_undone(
    so57: Call, store: Path, outline: Call, change: tuple[str, ...], line: str
) -> None:
    answer = outline(*change)
    assert (answer.code, answer.err) == (DONE, "")
    assert line in answer.out.splitlines()
    assert line in so57("outline", "--period", "2026-11", *DUTY, "--store", store).out.splitlines()
    assert line not in so57("outline", "--duty", "bao-cao-quy", "--store", store).out.splitlines()
    assert so57("undo", "--store", store).code == DONE
    assert numbered(outline) == STANDARD


def test_what_was_switched_off_or_added_can_be_taken_back(outline: Call) -> None:
    outline("--off", "I")
    outline("--add", "Gương điển hình", "--after", "V")
    assert numbered(outline) == {
        "I": None, "II": "I", "II.1": "I.1", "II.2": "I.2", "III": "II", "IV": "III", "V": "IV", "m1": "V",
    }  # fmt: skip
    assert outline("--on", "I").code == DONE
    assert outline("--remove", "M1").code == DONE
    assert numbered(outline) == STANDARD


def test_programs_get_what_stands_beneath_what(outline: Call) -> None:
    outline("--add", "Phối hợp", "--after", "II", "--beneath")
    data = outline("--json").data
    assert data["duty"] == "bao-cao-thang"
    assert {"id": "m1", "number": "II.3", "title": "Phối hợp", "parent": "II", "shown": True, "own": True} in (
        data["headings"]
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("--off", "m9"), "Đề cương báo cáo không có mục “m9”."),
        (("--remove", "III"), "chỉ tắt được, không bỏ được"),
        (("--up", "I"), "đã ở đầu"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(outline: Call, change: tuple[str, ...], sentence: str) -> None:
    answer = outline(*change)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert sentence in answer.err
    assert numbered(outline) == STANDARD


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("--add", "Tên"), "Thiếu --after MỤC"),
        (("--after", "V"), "Thiếu --add TÊN"),
        (("--beneath",), "--beneath chỉ đi với mục thêm"),
        (("--off", "I", "--on", "II"), "chỉ sửa một kiểu"),
    ],
)
def test_half_a_call_says_what_is_missing(outline: Call, change: tuple[str, ...], sentence: str) -> None:
    answer = outline(*change)
    assert answer.code == WRONG_CALL
    assert sentence in answer.err
    assert answer.err.endswith("Xem cách dùng: so57 outline --help\n")


def test_several_headings_are_changed_at_once_and_undone_at_once(so57: Call, store: Path, outline: Call) -> None:
    assert outline("--off", "I", "--off", "V").code == DONE
    assert (numbered(outline)["I"], numbered(outline)["V"]) == (None, None)
    assert "tắt mục I, V trong đề cương" in so57("history", "--store", store).out.splitlines()[0]
    so57("undo", "--store", store)
    outline("--add", "Mô hình", "--after", "V", "--add", "Kiến nghị khác", "--after", "VI")
    assert (numbered(outline)["m1"], numbered(outline)["m2"]) == ("VI", "VII")
    assert outline("--off", "I", "--off", "m9").code == COULD_NOT
    assert numbered(outline)["I"] == "I"


def test_a_title_with_no_name_of_a_period_in_brackets_is_refused(outline: Call) -> None:
    answer = outline("--rename", "IV", "Nhiệm vụ [kỳ sau]")
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert "“[kỳ sau]”" in answer.err
    assert "Hãy ghi [kỳ tới] hoặc [kỳ này]" in answer.err


def test_a_number_that_means_two_headings_is_asked_about(so57: Call, store: Path, outline: Call) -> None:
    outline("--add", "Mô hình hay", "--after", "II")
    answer = outline("--off", "III")
    assert answer.code == COULD_NOT
    assert answer.err == (
        "“III” là số in của mục “Mô hình hay” và cũng là mã của mục “Tồn tại, hạn chế và nguyên nhân”, in là IV. "
        "Hãy ghi [m1] hoặc [III], kèm ngoặc vuông, để chọn một mục.\n"
    )
    assert outline("--off", "[iii]").code == DONE
    assert numbered(outline)["III"] is None


def test_without_a_duty_the_duties_are_named_unless_there_is_one_only(so57: Call, store: Path, tmp_path: Path) -> None:
    answer = so57("outline", "--store", store)
    assert answer.code == COULD_NOT
    assert "bao-cao-thang, bao-cao-quy" in answer.err
    so57("new", "--store", tmp_path / "pt.so57", "--plan", "phong-tho")
    assert so57("outline", "--store", tmp_path / "pt.so57").out.startswith("Đề cương của bao-cao-thang:")


def test_a_heading_that_moved_is_named_by_its_number_and_by_what_write_takes(
    so57: Call, store: Path, tmp_path: Path
) -> None:
    own = ("--period", "2026-10", "--store", store)
    so57("outline", *own, "--add", "Mô hình hay", "--after", "II")
    (tmp_path / "lời.txt").write_text("Bản Nà Lĩnh.", encoding="utf-8")
    so57("write", "--section", "m1", tmp_path / "lời.txt", *own)
    so57("remark", "--by", "Chủ tịch", "--on", "03/11/2026", "--section", "m1", "Rõ hơn.", *own)
    assert so57("remarks", *own).out == "1. Chủ tịch, 03/11/2026, mục III [m1]: Rõ hơn. - chưa trả lời\n"
    so57("remark", "--by", "Chủ tịch", "--on", "03/11/2026", "--section", "vi", "Ngắn hơn.", *own)
    assert "\n2. Chủ tịch, 03/11/2026, mục VI [V]: Ngắn hơn." in so57("remarks", *own).out
    told = so57("report", "--format", "docx", "--out", tmp_path / "ra", *own).out.splitlines()[-1]
    assert told.startswith("Chưa viết lời cho phần I, IV [III], ")
    assert so57("undo", "3", "--store", store).out == "Đã hoàn tác “viết phần “Mô hình hay”, tháng 10/2026”.\n"
