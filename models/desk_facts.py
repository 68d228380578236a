"""What the officer adds to the plan of an open store: declared after it was held against the plan, or withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from models.errors import AppError, NotFound
from models.facts import Fact, Facts
from models.plans import Plan, TaskRow
from models.status import Beginning
from models.store import drafting_rows, fact_rows, figure_rows, plan_rows, report_rows
from models.store.connection import Store


def declare(store: Store, plan: Plan, fact: Fact, *, who: str, at: datetime, why: str = "") -> Fact:
    """Record a fact in one change set and return it as recorded; AppError where it does not fit the plan."""
    from models.declaring import checked  # what only a declaration needs must not slow down the first screen
    from models.fact_words import FactWords

    facts = fact_rows.facts(store)
    fits = fact_rows.keyed(store, checked(plan, facts, fact, at.date()))
    label = f"khai báo {FactWords(plan, facts).name(fits)}"
    with store.change(label, who=who, at=at, why=why or getattr(fits, "why", "")) as change:
        fact_rows.save(change, fits)
    return fits


def withdraw(store: Store, plan: Plan, fact: Fact, *, who: str, at: datetime, why: str = "") -> None:
    """Take a fact away; NotFound where it does not stand any more."""
    from models.fact_words import FactWords

    name = FactWords(plan, fact_rows.facts(store)).name(fact)
    if isinstance(fact, TaskRow) and fact.key in figure_rows.progress(store):
        raise AppError(f"Đã ghi tiến độ cho {name} nên không bỏ được. Hãy xóa tiến độ của nhiệm vụ này trước.")
    with store.change(f"bỏ khai báo {name}", who=who, at=at, why=why) as change:
        if not fact_rows.erase(change, fact):
            raise NotFound(f"Trong sổ không còn {name}. Hãy xem lại danh sách khai báo.")


def declared(store: Store) -> dict[str, Fact]:
    """Return all facts by the name under which one is withdrawn: its kind, and a number that stays its own."""
    from models.fact_words import KINDS

    return {f"{KINDS[type(fact)]}-{number}": fact for number, fact in fact_rows.numbered(store)}


def named(store: Store, name: str) -> Fact:
    """Return the fact of that name; NotFound says where the names stand."""
    fact = declared(store).get(name.strip())
    if fact is None:
        raise NotFound(f"Sổ không có khai báo nào mang mã “{name.strip()}”. Hãy xem mã trong ngoặc ở: so57 declared")
    return fact


def with_beginning(store: Store, facts: Facts) -> Facts:
    """Let what passed before the plan was taken into the store wait to be declared, unless a day was declared."""
    return facts if facts.declared_from else replace(facts, declared_from=plan_rows.added_on(store))


def of_period(store: Store, period_key: str) -> Facts:
    """Return what a period's report is judged by; a locked one keeps the readings that stood when it was closed.

    A period that an older version closed has none kept and uses the present ones.
    """
    facts = with_beginning(store, fact_rows.facts(store))
    kept = drafting_rows.understanding(store, period_key) if report_rows.is_locked(store, period_key) else None
    return replace(facts, readings=kept.readings) if kept else facts


def beginning(store: Store) -> Beginning:
    """Return from when the store keeps the reports of its plan, and the earlier periods in which something stands."""
    touched = {*report_rows.written_periods(store), *report_rows.period_states(store)}
    day = fact_rows.declared_from(store) or plan_rows.added_on(store)
    return Beginning(day, figure_rows.closing_days(store), frozenset(touched))
