"""What the officer adds to the plan of an open store: declared after it was held against the plan, or withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from models.errors import AppError, NotFound
from models.facts import Fact, Facts
from models.plans import Plan, TaskRow
from models.store import fact_rows, figure_rows, plan_rows
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


def with_beginning(store: Store, facts: Facts) -> Facts:
    """Let what passed before the plan was taken into the store wait to be declared, unless a day was declared."""
    return facts if facts.declared_from else replace(facts, declared_from=plan_rows.added_on(store))
