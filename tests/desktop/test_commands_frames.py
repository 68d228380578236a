"""Check `so57 frame`, and the settings of the frame."""

from __future__ import annotations

from pathlib import Path

from desktop.cli import COULD_NOT, DONE
from tests.desktop.conftest import Call


def test_the_frame_is_printed_as_the_page_has_it(so57: Call, store: Path) -> None:
    lines = so57("frame", "2026-10", "--store", store).out.splitlines()
    assert lines[:3] == ["Đầu trang, bên trái:", "  ỦY BAN NHÂN DÂN", "  XÃ THUẬN CHÂU"]
    assert "  Thuận Châu, ngày       tháng 11 năm 2026".replace(" ", "") in [
        line.replace("\u00a0", "").replace(" ", "") for line in lines
    ]
    at = lines.index("Chữ ký:")
    assert lines[at + 1 : at + 4] == ["  TM. ỦY BAN NHÂN DÂN", "  CHỦ TỊCH", "  Đỗ Ngọc Quang"]
    assert lines[-1] == "  - Lưu: VT, VHXH."


def test_fields_are_set_for_one_duty_and_unset(so57: Call, store: Path) -> None:
    own = ("frame", "--duty", "bao-cao-nam", "--store", store)
    signers = "signers=Lò Thị B | TL. Chủ tịch, Trưởng phòng VH-XH; Lò Văn A | Chủ tịch"
    answer = so57(*own, "--set", signers, "--set", "recipients=Như trên|Lưu: VT")
    assert answer.out.startswith("Đã sửa khuôn văn bản riêng của Báo cáo năm: những người ký, nơi nhận.\n\n")
    assert "  TL. CHỦ TỊCH\n  TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI\n  Lò Thị B\n" in answer.out
    data = so57(*own, "--json").data
    assert data["recipients"] == ["- Như trên;", "- Lưu: VT."]
    assert data["fields"]["signers"]["set"]
    assert not data["fields"]["place"]["set"]
    shown = "office.bao-cao-nam.signers = Lò Thị B | TL. Chủ tịch, Trưởng phòng VH-XH; Lò Văn A | Chủ tịch\n"
    assert so57("setting", "office.bao-cao-nam.signers", "--store", store).out == shown
    assert so57("frame", "--store", store, "--json").data["authority"][0] == "TM. ỦY BAN NHÂN DÂN"
    data = so57(*own, "--unset", "signers", "--json").data
    assert (data["duty"], data["signer"], data["fields"]["signers"]["set"]) == ("bao-cao-nam", "Đỗ Ngọc Quang", False)


def test_a_period_sets_the_frame_of_its_duty_only(so57: Call, store: Path) -> None:
    own = ("--store", store)
    answer = so57("frame", "bao-cao-nam/2026", "--set", "signer=Đinh Văn B", *own)
    assert answer.out.startswith("Đã sửa khuôn văn bản riêng của Báo cáo năm: người ký.\n")
    assert so57("frame", "2026-10", "--json", *own).data["signer"] == "Đỗ Ngọc Quang"
    assert so57("frame", "bao-cao-nam/2026", "--json", *own).data["signer"] == "Đinh Văn B"
    everywhere = so57("frame", "--set", "place=Chiềng Ly", *own).out
    assert everywhere.startswith("Đã sửa khuôn văn bản chung của mọi báo cáo: địa danh.\n")


def test_an_issued_period_keeps_its_frame_and_that_is_said(so57: Call, store: Path) -> None:
    own = ("--store", store)
    signed = ("--number", "215", "--date", "04/11/2026", "--signer", "Lò Văn A", "--why", "thử")
    so57("issue", "--period", "2026-10", *signed, *own)
    answer = so57("frame", "2026-10", "--set", "place=Chiềng Ly", *own).out
    assert "Kỳ này đã phát hành nên vẫn giữ khuôn lúc phát hành" in answer
    assert "Thuận Châu, ngày 04" in answer.replace("\u00a0", " ")


def test_the_frame_shows_how_the_plan_is_cited(so57: Call, store: Path) -> None:
    changes = ("--set", "plan_number=57/KH-UBND", "--set", "plan_date=15/7/2025", "--set", "plan_subject=chuyển đổi số")
    cited = "Kế hoạch số 57/KH-UBND ngày 15/7/2025 của UBND xã Thuận Châu về chuyển đổi số"
    assert f"Kế hoạch được dẫn ở câu mở đầu:\n  {cited}\n" in so57("frame", *changes, "--store", store).out
    assert so57("frame", "--store", store, "--json").data["plan"] == cited


def test_what_cannot_be_printed_is_refused_by_both_commands(so57: Call, store: Path) -> None:
    for call in (("frame", "--set", "symbol=bc-UBND"), ("setting", "office.symbol", "bc-UBND")):
        answer = so57(*call, "--store", store)
        assert (answer.code, answer.out) == (COULD_NOT, "")
        assert answer.err.startswith("Ký hiệu “bc-UBND” có chữ thường.")
    assert not so57("frame", "--store", store, "--json").data["fields"]["symbol"]["set"]


def test_wrong_calls_say_how_a_field_is_set(so57: Call, store: Path) -> None:
    assert so57("frame", "--set", "symbol", "--store", store).err.startswith("“symbol” thiếu dấu =.")
    assert "Các mục: issuer (" in so57("frame", "--unset", "font", "--store", store).err


def test_a_frame_without_a_signer_or_addressees_says_so(so57: Call, tmp_path: Path) -> None:
    path = tmp_path / "phu-thai.so57"
    so57("new", "--store", path, "--plan", "phu-thai")
    answer = so57("frame", "--duty", "kiem-tra", "--set", "signer=", "--store", path)
    assert answer.code == DONE
    assert "  (không có Kính gửi)\n" in answer.out
    assert "  (chưa đặt họ tên người ký)\n" in answer.out
