"""Check the office's frame of a report: the plan's own names by default, and what the office has set."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest

import resources
from models.errors import AppError
from models.office import (
    Office,
    Signer,
    addressees_of,
    default_office,
    office_from,
    office_from_dict,
    office_to_dict,
    recipients_of,
    signed_by,
    text_of,
)
from models.plan_format import plan_from_dict
from models.plans import Plan

PLAN = plan_from_dict(resources.read_json("plans/thuan-chau.json"))


def test_default_is_that_of_the_commune() -> None:
    office = default_office(PLAN)
    assert office.issuer_lines == ("ỦY BAN NHÂN DÂN", "XÃ THUẬN CHÂU")
    assert (office.issuer, office.place, office.superior) == ("UBND xã Thuận Châu", "Thuận Châu", "")
    assert office.authority == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert office.signer == PLAN.document.signer
    assert (office.plan_number, office.plan_date) == (PLAN.document.number, PLAN.document.date)
    assert office.recipients[0] == "Như trên"
    assert office.recipients[-1].startswith("Lưu: ")


def test_whom_the_report_addresses_is_not_named_again_among_its_recipients() -> None:
    assert "Thường trực HĐND xã" in default_office(PLAN).recipients
    assert "Thường trực Đảng ủy, HĐND xã" in default_office(of("quang-son")).recipients
    inspection = of("phu-thai").duty("kiem-tra")
    assert "Thường trực Đảng ủy, HĐND xã" in default_office(of("phu-thai"), inspection).recipients


def test_the_issuer_is_not_among_its_own_recipients() -> None:
    plan, duty = of("xop"), of("xop").duty("bao-cao-nam")
    office = office_from(plan, {"office.bao-cao-nam.issuer": "UBND xã Xốp"}, duty)
    assert addressees_of(office, duty) == ()
    assert "UBND xã Xốp" not in recipients_of(office, duty)
    assert recipients_of(default_office(plan, duty), duty)[0] == "Như trên"


def test_nothing_set_changes_nothing() -> None:
    assert office_from(PLAN, {}) == default_office(PLAN)
    assert office_from(PLAN, {"officer": "Lan", "office.font": "x", "symbol": "y"}) == default_office(PLAN)


def test_text_is_taken_as_it_is_even_when_empty() -> None:
    office = office_from(PLAN, {"office.symbol": "BC-VHXH", "office.signer": ""})
    assert (office.symbol, office.signer) == ("BC-VHXH", "")


def test_lists_are_kept_one_line_each() -> None:
    office = office_from(PLAN, {"office.recipients": "Như trên\n\nSở KH&CN\n  \nLưu: VT", "office.authority": ""})
    assert office.recipients == ("Như trên", "Sở KH&CN", "Lưu: VT")
    assert office.authority == ()


def test_every_part_can_be_set() -> None:
    office = office_from(PLAN, {f"office.{field.name}": "1" for field in fields(Office)})
    assert {getattr(office, field.name) for field in fields(Office)} == {"1", ("1",), (Signer("1"),), True}


def of(name: str) -> Plan:
    return plan_from_dict(resources.read_json(f"plans/{name}.json"))


def test_a_phong_reports_under_the_commune_and_its_head_signs_in_his_own_right() -> None:
    office = default_office(of("xop"))
    assert (office.superior, office.issuer_lines) == ("UBND xã Xốp", ("Phòng Văn hóa - Xã hội",))
    assert (office.symbol, office.authority, office.signer) == ("BC-VHXH", ("TRƯỞNG PHÒNG",), "")
    assert office.recipients == ("Như trên", "Lưu: VHXH")
    duty = replace(of("xop").duty("bao-cao-nam"), issuer="Trạm Y tế")
    office = default_office(of("xop"), duty)
    assert (office.symbol, office.authority) == ("BC-TYT", ("THỦ TRƯỞNG ĐƠN VỊ",))


def test_what_units_report_is_collected_by_the_commune() -> None:
    assert default_office(of("xop"), of("xop").duty("bao-cao-nam-don-vi")).issuer == "UBND xã Xốp"


def test_a_plan_signed_by_a_deputy_is_reported_on_by_a_deputy() -> None:
    assert default_office(of("quang-son")).authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert default_office(of("phu-thai")).authority == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def test_a_plan_of_one_year_names_it() -> None:
    assert default_office(of("phong-tho")).plan_subject.endswith("chuyển đổi số quốc gia năm 2026")
    assert default_office(of("phu-thai")).plan_subject.endswith("chuyển đổi số quốc gia")


def test_what_is_set_for_one_duty_comes_before_what_is_set_for_all() -> None:
    settings = {"office.signer": "Lò Văn A", "office.bao-cao-quy.signer": "Lò Thị B"}
    signers = [office_from(PLAN, settings, PLAN.duty(name)).signer for name in ("bao-cao-thang", "bao-cao-quy")]
    assert signers == ["Lò Văn A", "Lò Thị B"]
    assert office_from(PLAN, settings).signer == "Lò Văn A"


@pytest.mark.parametrize(
    ("position", "lines"),
    [
        ("", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    ],
)
def test_a_deputy_signs_for_the_head(position: str, lines: tuple[str, ...]) -> None:
    assert signed_by(default_office(of("quang-son")), position) == lines


def test_a_deputy_of_a_phong_signs_for_its_head() -> None:
    assert signed_by(default_office(of("xop")), "Phó Trưởng phòng") == ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")


def test_a_position_that_cannot_sign_is_refused() -> None:
    with pytest.raises(AppError, match="không ký được văn bản này"):
        signed_by(default_office(of("xop")), "Chủ tịch")


def test_another_issuer_brings_its_own_frame() -> None:
    office = office_from(PLAN, {"office.issuer": "Phòng Văn hóa - Xã hội"})
    assert (office.symbol, office.authority, office.superior) == ("BC-VHXH", ("TRƯỞNG PHÒNG",), "UBND xã Thuận Châu")
    assert office_from(PLAN, {"office.issuer": "Ủy ban nhân dân xã"}).authority[0] == "TM. ỦY BAN NHÂN DÂN"


def test_the_first_of_several_signers_signs_in_his_position() -> None:
    signers = "Lò Thị B | TL. Chủ tịch, Trưởng phòng VH-XH\nLò Văn A"
    office = office_from(PLAN, {"office.signers": signers, "office.signer": "Ai đó"})
    assert (office.signer, office.authority[0]) == ("Lò Thị B", "TL. CHỦ TỊCH")
    assert office.signers[1] == Signer("Lò Văn A")
    assert text_of(office, "signers") == signers
    own = office_from(PLAN, {"office.signers": signers, "office.bao-cao-nam.signer": "C"}, PLAN.duty("bao-cao-nam"))
    assert own.signer == "C"


def test_a_position_set_before_it_was_checked_leaves_the_usual_one() -> None:
    office = office_from(PLAN, {"office.signers": "Lò Thị B | Trưởng phòng"})
    assert (office.signer, office.authority) == ("Lò Thị B", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))
    assert office_from(PLAN, {"office.signers": " "}).signer == PLAN.document.signer


def test_a_deputy_may_sign_in_two_lines() -> None:
    office = office_from(of("quang-son"), {"office.short_deputy": "1"})
    assert office.authority == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert signed_by(office, "Chủ tịch") == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert (text_of(office, "short_deputy"), text_of(default_office(PLAN), "short_deputy")) == ("1", "")
    assert text_of(office, "place") == "Quang Sơn"


def test_whom_an_inspection_is_about_is_no_addressee() -> None:
    plan = of("phu-thai")
    inspection = plan.duty("kiem-tra")
    office = default_office(plan, inspection)
    assert addressees_of(office, inspection) == ()
    assert recipients_of(office, inspection)[0] == "Các phòng, đơn vị, thôn"
    assert "Như trên" not in recipients_of(office, inspection)
    assert recipients_of(office, plan.duty("bao-cao-nam")) == office.recipients


def test_a_frame_is_kept_as_json_and_read_back() -> None:
    office = replace(default_office(PLAN), signers=(Signer("Lò Văn A", "Chủ tịch"),), short_deputy=True)
    kept = json.loads(json.dumps(office_to_dict(office)))
    assert office_from_dict(kept) == office
    del kept["signers"], kept["short_deputy"]
    assert office_from_dict({**kept, "later": 1}) == replace(office, signers=(), short_deputy=False)
