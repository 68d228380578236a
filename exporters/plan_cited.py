"""How a report names its plan: with number and day, with room to write them, or by what it carries out."""

from __future__ import annotations

import re

from exporters.frame import ROOM_FOR_DAY, ROOM_FOR_NUMBER
from models.office import Office
from models.plans import Plan
from models.text import one_line


def plan_cited(plan: Plan, office: Office) -> str:
    """Return `Kế hoạch số …/KH-UBND ngày … của UBND xã … về …`."""
    return " ".join(
        part for part in ("Kế hoạch", _number_and_day(office), f"của {plan.issuer}", _about(office)) if part
    )


def plan_named(plan: Plan, office: Office) -> str:
    """Return the short name for heads of tables: by number, or by the resolution where the plan prints no number."""
    numbered = _number_and_day(office)
    return f"Kế hoạch {numbered or 'thực hiện Nghị quyết số 57-NQ/TW'} của {plan.issuer}"


def without_commune(name: str, plan: Plan) -> str:
    """Return an office's name as the commune's own papers go on to call it: `UBND xã`, `Đảng ủy xã`."""
    return name.removesuffix(f" {plan.commune}")


def _about(office: Office) -> str:
    return f"về {office.plan_subject}" if office.plan_subject else ""


def _number_and_day(office: Office) -> str:
    """Return number and day; blanks that the plan left leave room, and what it does not print is left out."""
    number, day = one_line(office.plan_number), _day(office.plan_date)
    if number.startswith("/"):
        number = f"{ROOM_FOR_NUMBER}{number}"
    return " ".join(part for part in (f"số {number}" if number else "", f"ngày {day}" if day else "") if part)


def _day(printed: str) -> str:
    """Return the day with room where the plan left it blank: `/7/2025`, `ngày     tháng 8 năm 2025`."""
    day = re.sub(r"^ngày ?", "", one_line(printed))
    return f"{ROOM_FOR_DAY}{'' if day.startswith('/') else ' '}{day}" if day.startswith(("/", "tháng")) else day
