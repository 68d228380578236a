"""Rows as officers name them."""

from __future__ import annotations

import pytest

from models.errors import AmbiguousRequest, NotFound
from models.facts import Facts
from models.named_rows import row_named
from models.plans import TaskRow
from tests.models.rows import thuan_chau

EXTRA = TaskRow("ps-1", "task", "1", None, "Hội thi")


@pytest.mark.parametrize(
    ("name", "key"),
    [("ct-V.4", "ct-V.4"), (" v.4 ", "ct-V.4"), ("nv-VIII.2-2", "nv-VIII.2-2"), ("Phát sinh 1", "ps-1")],
)
def test_a_row_is_found_by_key_or_label(name: str, key: str) -> None:
    assert row_named(thuan_chau(), Facts(extra_tasks=(EXTRA,)), name).key == key


def test_only_rows_of_the_kind_are_meant_by_a_label() -> None:
    assert row_named(thuan_chau(), Facts(), "II.5.1").key == "ct-II.5.1"
    with pytest.raises(NotFound, match=r"không có nhiệm vụ nào mang mã hoặc số “II\.5\.1”"):
        row_named(thuan_chau(), Facts(), "II.5.1", ("task",))


def test_a_heading_has_no_record_but_makes_its_number_unclear() -> None:
    with pytest.raises(NotFound, match="chỉ tiêu hay nhiệm vụ"):
        row_named(thuan_chau(), Facts(), "nv-VIII.3")
    with pytest.raises(NotFound):
        row_named(thuan_chau(), Facts(), "VIII.3")
    with pytest.raises(AmbiguousRequest) as caught:
        row_named(thuan_chau(), Facts(), "VIII.2")
    told = str(caught.value)
    assert "Có 2 dòng cùng mang số VIII.2" in told
    assert "nv-VIII.2 (tiêu đề “Kế hoạch 5 năm triển khai các nền tảng…”)" in told
    assert "nv-VIII.2-2 (nhiệm vụ “Phát triển thanh toán số”)" in told
