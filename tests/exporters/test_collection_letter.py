"""Check the reminder: whom it greets, what it says, and that the form goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from exporters.collection_letter import reminder_letter
from importers.collection_forms import read_form
from models.collecting import FormSheet
from models.collecting_desk import prepare
from models.desk import Desk
from models.mail_settings import MailSettings
from models.store.connection import Store
from tests.collecting_samples import AT, DAY, STATION, make_store, write


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.open(make_store(tmp_path / "so.so57")) as store:
        yield Desk(store)


def sheet(desk: Desk, answer_by: date | None = DAY, contact: str = "Lan") -> FormSheet:
    return prepare(desk, desk.period("2026-10"), [STATION], answer_by=answer_by, contact=contact, at=AT)[0]


def test_the_letter_carries_the_form(desk: Desk, tmp_path: Path) -> None:
    form = sheet(desk)
    cover = reminder_letter(form, MailSettings(addresses={"tram y te xa": ("tyt@xa.vn",)}), AT)
    assert (cover.letter.to, cover.without_address) == (("tyt@xa.vn",), ())
    assert cover.letter.subject == "Đôn đốc gửi phiếu thu thập số liệu tháng 10 năm 2026"
    assert "Đề nghị gửi phiếu về trước hết ngày 03/11/2026." in cover.letter.text
    assert "(2 chỉ tiêu, nhiệm vụ do đơn vị chủ trì)" in cover.letter.text
    sent = read_form(write(tmp_path, cover.letter.files[0].content))
    assert sent.answers.form_id == form.form_id


def test_a_late_one_says_so_and_without_a_day_none_is_named(desk: Desk) -> None:
    late = reminder_letter(sheet(desk), MailSettings(), datetime(2026, 11, 4, 8, 0))
    assert "lẽ ra gửi về trước hết ngày 03/11/2026, nay đã quá hạn" in late.letter.text
    assert late.without_address == (STATION,)
    open_end = reminder_letter(sheet(desk, None, ""), MailSettings(), AT)
    assert "Đề nghị gửi phiếu về." in open_end.letter.text
    assert "Nơi nhận phiếu: UBND xã Thuận Châu." in open_end.letter.text
