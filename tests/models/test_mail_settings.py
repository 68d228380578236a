"""Settings of emails: addresses under any spelling, a text with named places, nothing wrong kept."""

from __future__ import annotations

import pytest

from models.errors import AppError
from models.mail_settings import (
    DEFAULT_TEXT,
    LIMIT,
    SENDER,
    TEXT,
    TO_PREFIX,
    clean_mail,
    filled,
    mail_defaults,
    mail_settings,
)

PARTY = TO_PREFIX + "Đảng ủy xã"


def test_without_settings_the_defaults_hold_and_nobody_has_an_address() -> None:
    mail = mail_settings({"officer": "Lan"})
    assert (mail.sender, mail.text, mail.limit_mb) == ("", DEFAULT_TEXT, 10)
    assert mail.addresses_of("Đảng ủy xã") == ()


def test_a_recipient_has_the_addresses_that_were_set_under_any_spelling() -> None:
    mail = mail_settings({PARTY: "a@xa.vn\nb@xa.vn", SENDER: "vp@xa.vn", LIMIT: "25", TEXT: "Kính gửi"})
    assert mail.addresses_of(" Đảng uỷ  xã") == ("a@xa.vn", "b@xa.vn")
    assert (mail.sender, mail.limit_mb, mail.text) == ("vp@xa.vn", 25, "Kính gửi")


def test_a_text_set_empty_is_the_default_one() -> None:
    assert mail_settings({TEXT: ""}).text == DEFAULT_TEXT


def test_each_recipient_has_a_setting_of_his_own() -> None:
    assert list(mail_defaults(["Đảng  ủy xã", "Đảng ủy xã"])) == [SENDER, TEXT, LIMIT, PARTY]


@pytest.mark.parametrize("typed", ["a@xa.vn, b@xa.vn", "a@xa.vn;b@xa.vn", " a@xa.vn\n\nb@xa.vn "])
def test_several_addresses_are_kept_one_a_line(typed: str) -> None:
    assert clean_mail(PARTY, typed) == "a@xa.vn\nb@xa.vn"


def test_addresses_can_be_emptied() -> None:
    assert clean_mail(PARTY, "  ") == ""


@pytest.mark.parametrize("wrong", ["a", "a@", "@xa.vn", "a@xa", "tên@xa.vn", "a@xa..vn", "a..b@xa.vn", "<a@xa.vn>"])
def test_what_is_no_address_is_refused_by_name(wrong: str) -> None:
    with pytest.raises(AppError, match="không phải là địa chỉ thư điện tử"):
        clean_mail(PARTY, f"b@xa.vn {wrong}")


def test_a_letter_has_one_sender() -> None:
    assert clean_mail(SENDER, "vp@xa.vn") == "vp@xa.vn"
    with pytest.raises(AppError, match="chỉ có một người gửi"):
        clean_mail(SENDER, "vp@xa.vn, b@xa.vn")


@pytest.mark.parametrize("wrong", ["0", "101", "-1", "10,5", "", "mười"])
def test_a_limit_is_a_number_of_megabytes(wrong: str) -> None:
    assert clean_mail(LIMIT, " 25 ") == "25"
    with pytest.raises(AppError, match="từ 1 đến 100"):
        clean_mail(LIMIT, wrong)


def test_a_place_that_does_not_exist_is_refused_with_those_that_do() -> None:
    assert clean_mail(TEXT, "Gửi {Nơi nhận}: {văn bản}") == "Gửi {Nơi nhận}: {văn bản}"
    with pytest.raises(AppError, match=r"không có chỗ điền “{ngày}”.*{nơi nhận}, {cơ quan}"):
        clean_mail(TEXT, "Gửi {ngày}")


def test_places_are_filled_under_any_spelling_and_all_else_stays() -> None:
    assert filled("{NƠI NHẬN} {nơi nhận} {khác} {", {"nơi nhận": "Đảng ủy"}) == "Đảng ủy Đảng ủy {khác} {"
