"""Check the office's frame of a report: the plan's own names by default, and what the office has set."""

from __future__ import annotations

from dataclasses import fields

import resources
from models.office import Office, default_office, office_from
from models.plan_format import plan_from_dict

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
    office = office_from(PLAN, {f"office.{field.name}": "của xã" for field in fields(Office)})
    assert {getattr(office, field.name) for field in fields(Office)} == {"của xã", ("của xã",)}
