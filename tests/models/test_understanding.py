"""Which cells are read otherwise now than when a period was closed."""

from dataclasses import replace

from models.facts import Reading
from models.understanding import Understanding

KEPT = Reading("ct-5g", "2030", "≥ 55%", "in nhầm")
GONE = Reading("nv-kh", "deadline", "tháng 10/2026", "in nhầm tháng")
THEN = Understanding("1", (KEPT, GONE))


def test_cells_that_were_changed_withdrawn_or_added() -> None:
    changed, added = replace(KEPT, understood="≥ 60%"), replace(KEPT, column="2025")
    assert THEN.cells_read_anew([changed, added]) == (("ct-5g", "2030"), ("nv-kh", "deadline"), ("ct-5g", "2025"))


def test_order_and_reasons_make_no_difference() -> None:
    assert THEN.cells_read_anew([GONE, replace(KEPT, why="theo công văn 5")]) == ()
