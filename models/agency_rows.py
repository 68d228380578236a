"""The units of a plan with the rows they lead and help with, and their email addresses; the rows that nobody leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from models.assignments import tasks_beside
from models.declared_rows import labels_of
from models.facts import Facts
from models.mail_settings import TO_PREFIX, clean_mail, mail_settings
from models.plans import IndicatorRow, Plan, TaskRow
from models.store import setting_rows
from models.text import fold, one_line
from models.units import units_in

if TYPE_CHECKING:
    from models.desk import Desk


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """A unit: its other spellings in the plan, how many rows it leads and helps with, its addresses."""

    name: str
    aliases: tuple[str, ...]
    leads: int
    coordinates: int
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnledRow:
    """A row for which the plan prints no lead, and the unit that the office gave it to."""

    row: IndicatorRow | TaskRow
    label: str
    lead: str


def agency_rows(plan: Plan, facts: Facts, settings: Mapping[str, str]) -> tuple[AgencyRow, ...]:
    """Return the plan's units in its own order, then those that rows name beside them."""
    rows: tuple[IndicatorRow | TaskRow, ...] = (*plan.indicators(), *plan.tasks(), *tasks_beside(plan, facts))
    leads = Counter(unit for row in rows for unit in units_in(plan, row.lead or facts.leads.get(row.key, "")))
    helps = Counter(unit for row in rows for unit in units_in(plan, row.coordinating))
    aliases = {agency.name: agency.aliases for agency in plan.agencies}
    mail = mail_settings(settings)
    names = dict.fromkeys((*aliases, *leads, *helps))
    return tuple(
        AgencyRow(name, aliases.get(name, ()), leads[name], helps[name], mail.addresses_of(name)) for name in names
    )


def unled_rows(plan: Plan, facts: Facts) -> tuple[UnledRow, ...]:
    """Return the rows without a printed lead, in printed order."""
    labels = labels_of(plan, facts)
    rows: tuple[IndicatorRow | TaskRow, ...] = (*plan.indicators(), *plan.tasks())
    return tuple(UnledRow(row, labels[row.key], facts.leads.get(row.key, "")) for row in rows if not row.lead.strip())


def save_address(desk: Desk, unit: str, text: str, *, who: str, at: datetime) -> None:
    """Keep the addresses of a unit under the name by which it has them already; an empty text takes them away."""
    own = TO_PREFIX + one_line(unit)
    key = next((known for known in desk.settings() if fold(known) == fold(own)), own)
    addresses = clean_mail(key, text)
    with desk.store.change(f"ghi địa chỉ thư của {unit}", who=who, at=at) as change:
        if addresses:
            setting_rows.save_setting(change, key, addresses)
        else:
            setting_rows.erase_setting(change, key)
