"""The office's frame set: what is kept, what is refused with a sentence, for all reports or for one duty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from pathlib import Path

import pytest

import resources
from models.desk import Desk
from models.errors import AppError, NotFound
from models.frame_settings import FIELD_WORDS, change_frame, clean, frame_problems
from models.office import Office
from models.plan_format import plan_from_dict
from models.plans import Plan
from models.store import setting_rows, undoing
from models.store.connection import Store

AT = datetime(2026, 11, 3, 8, 0)


def plan(name: str) -> Plan:
    return plan_from_dict(resources.read_json(f"plans/{name}.json"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk of Thuận Châu's plan."""
    with Store.create(tmp_path / "so.so57", plan("thuan-chau"), who="Lan", at=AT) as store:
        yield Desk(store)


def change(desk: Desk, duty: str | None = None, **changes: str | None) -> Office:
    return change_frame(desk, changes, duty, who="Lan", at=AT)


def test_every_field_has_words() -> None:
    assert list(FIELD_WORDS) == [field.name for field in fields(Office)]


@pytest.mark.parametrize("name", ["thuan-chau", "xop", "quang-son", "phu-thai", "phong-tho"])
def test_the_default_frames_of_the_five_plans_fit(name: str) -> None:
    assert [frame_problems(plan(name), {}, duty) for duty in (None, *plan(name).duties)] == (
        [{}] * (1 + len(plan(name).duties))
    )


def test_several_fields_are_set_at_once_and_taken_back_together(desk: Desk) -> None:
    office = change(desk, issuer="Phòng Văn hóa - Xã hội", authority="Phó Trưởng phòng", place=" Chiềng  Ly ")
    assert (office.place, office.symbol) == ("Chiềng Ly", "BC-VHXH")
    assert desk.office() == office
    undoing.undo(desk.store, who="Lan", at=AT)
    assert desk.office().issuer == "UBND xã Thuận Châu"


def test_a_duty_has_a_frame_of_its_own(desk: Desk) -> None:
    change(desk, "bao-cao-nam", signers="Lò Thị B | Phó Chủ tịch")
    assert desk.report(desk.period("2026", "bao-cao-nam")).office.authority[1] == "KT. CHỦ TỊCH"
    assert desk.office().signer == "Đỗ Ngọc Quang"
    change(desk, "bao-cao-nam", signers=None)
    assert not any(key.startswith("office.") for key in desk.settings())


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("recipients", "- Như trên;\n\n- Sở  KH&CN;\n- Lưu: VT.", "Như trên\nSở KH&CN\nLưu: VT"),
        ("short_deputy", "Có", "1"),
        ("short_deputy", "không", ""),
        ("superior", "không", ""),
        ("superior", "UBND tỉnh", "UBND tỉnh"),
        ("place", "Thuận\nChâu", "Thuận Châu"),
    ],
)
def test_texts_are_kept_without_the_marks_of_printed_lists(field: str, typed: str, kept: str) -> None:
    assert clean(field, typed) == kept


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("symbol", "BC UBND", "có dấu cách"),
        ("symbol", "bc-UBND", "có chữ thường"),
        ("symbol", "05/BC-UBND", "bắt đầu bằng số hoặc dấu gạch chéo"),
        ("symbol", "/BC-UBND", "bắt đầu bằng số hoặc dấu gạch chéo"),
        ("symbol", "5BC-UBND", "bắt đầu bằng số"),
        ("symbol", "UBND", "không theo mẫu"),
        ("issuer_lines", "", "Chưa ghi tên cơ quan ban hành"),
        ("issuer_lines", "UBND\nXÃ\nTHUẬN\nCHÂU", "có 4 dòng"),
        ("issuer_lines", "PHÒNG VĂN HÓA", "trong câu lại là “UBND xã Thuận Châu”"),
        ("issuer", "", "Chưa ghi tên cơ quan báo cáo trong câu"),
        ("place", "", "Chưa ghi địa danh"),
        ("place", "Thuận Châu, ngày", "chỉ ghi tên xã"),
        ("recipients", "", "Dòng cuối của nơi nhận phải là nơi lưu"),
        ("recipients", "Như trên", "Dòng cuối của nơi nhận phải là nơi lưu"),
        ("recipients", "Như trên\nLưu: VT\nLưu: VHXH", "hơn một dòng Lưu"),
        ("recipients", "HĐND\nNhư trên\nLưu: VT", "dòng đầu của nơi nhận phải là “Như trên”"),
        ("recipients", "HĐND\nLưu: VT", "dòng đầu của nơi nhận phải là “Như trên”"),
        ("authority", "TRƯỞNG PHÒNG", "không ký thay mặt"),
        ("authority", "", "Chưa ghi chức vụ người ký"),
        ("signer", "ThS. Lò Văn A", "không ghi học hàm"),
        ("signers", "Lò Văn A\nTiến sĩ Lò Thị B", "không ghi học hàm"),
        ("signers", "Lò Văn A, Chủ tịch", "rồi dấu | và chức vụ"),
        ("signers", "Lò Văn A | Trưởng phòng", "không ký thay mặt"),
        ("signers", "lò văn a | Chủ tịch", "chưa viết hoa. Hãy ghi “Lò Văn A”"),
        ("signers", "Lò Văn A | Chủ tịch HĐND", "CHỦ TỊCH HĐND là chức vụ ở cơ quan khác"),
        ("recipients", "Như trên\nNhư trên\nLưu: VT", "ghi “Như trên” 2 lần"),
        ("plan_date", "45/7/2025", "“45/7/2025” không phải là một ngày"),
        ("plan_date", "hôm qua", "“hôm qua” không phải là một ngày"),
        ("plan_date", "/13/2025", "không phải là một ngày"),
        ("short_deputy", "nữa", "chỉ nhận “có” hoặc “không”"),
    ],
)
def test_what_cannot_be_printed_is_refused_and_nothing_is_saved(
    desk: Desk, field: str, value: str, sentence: str
) -> None:
    with pytest.raises(AppError, match=sentence):
        change(desk, **{"place": "Chiềng Ly", field: value})
    assert not any(key.startswith("office.") for key in desk.settings())


@pytest.mark.parametrize("day", ["15/7/2025", "ngày 15/07/2025", "/7/2025", "ngày tháng 8 năm 2025", ""])
def test_the_plans_day_is_a_day_or_room_to_write_it(desk: Desk, day: str) -> None:
    assert change(desk, plan_date=day).plan_date == day


@pytest.mark.parametrize("name", ["thuan-chau", "xop", "phu-thai", "quang-son", "phong-tho"])
def test_what_a_plan_prints_of_its_day_is_taken(name: str) -> None:
    assert "plan_date" not in frame_problems(plan(name), {})


def test_an_empty_issuer_is_told_once(desk: Desk) -> None:
    with pytest.raises(AppError) as refused:
        change(desk, issuer="  ")
    assert refused.value.sentence == (
        "Chưa ghi tên cơ quan báo cáo trong câu. Hãy ghi vào, hoặc bỏ mục này để về mặc định."
    )


def test_unknown_fields_are_refused_with_the_known_ones(desk: Desk) -> None:
    with pytest.raises(NotFound, match=r"không có mục “font”. Các mục: issuer .*; symbol .ký hiệu.;"):
        change(desk, font="x")


def test_a_change_for_all_is_held_against_the_frames_of_single_duties(desk: Desk) -> None:
    change(desk, "bao-cao-nam", authority="TL. Chủ tịch, Trưởng phòng VH-XH")
    with pytest.raises(AppError, match=r"“TL. CHỦ TỊCH / TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI” không ký được văn bản này"):
        change(desk, issuer="Phòng Văn hóa - Xã hội")


def test_what_was_wrong_before_does_not_keep_the_rest_from_being_set(desk: Desk) -> None:
    with desk.store.change("đặt", who="Lan", at=AT) as old:
        setting_rows.save_setting(old, "office.symbol", "XYZ")
    assert change(desk, place="Chiềng Ly").place == "Chiềng Ly"


def test_a_name_may_be_left_open_where_a_position_is_given(desk: Desk) -> None:
    assert change(desk, signers="| Phó Chủ tịch").authority[1] == "KT. CHỦ TỊCH"


def test_without_addressees_there_is_no_as_above() -> None:
    inspection = plan("phu-thai").duty("kiem-tra")
    own = {"office.kiem-tra.recipients": "Như trên\nLưu: VT"}
    assert "không có Kính gửi" in frame_problems(plan("phu-thai"), own, inspection)["recipients"]
    assert frame_problems(plan("phu-thai"), {"office.kiem-tra.recipients": "Lưu: VT"}, inspection) == {}
