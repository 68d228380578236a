"""The SQL of the collection forms: which were made for whom, what stood on them, and what came back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.errors import NotFound
from models.store.archive import KeptFile
from models.store.connection import Store
from models.store.transaction import Change
from models.store.values import day_or_none

Present = Mapping[str, Mapping[str, str]]
"""Row key -> field -> the value that stood on the form, as it is typed."""
_COLUMNS = (
    "form_id, period_key, unit, made_on, asked, answer_by, reminded_on, received_on, received_name, filled_by, "
    "received_sha256, received_size"
)


@dataclass(frozen=True, slots=True)
class CollectionForm:
    """A form that was made for a unit: the rows it asks for, in order, each with the values that stood on it."""

    form_id: str
    period_key: str
    unit: str
    made_on: date
    asked: Present
    answer_by: date | None = None
    reminded_on: date | None = None
    received_on: date | None = None
    received_name: str = ""
    filled_by: str = ""
    received: KeptFile | None = field(default=None)


def forms(store: Store, period_key: str) -> tuple[CollectionForm, ...]:
    """Return the forms of a period in the order in which they were made."""
    return _found(store, "period_key = ?", period_key)


def form(store: Store, form_id: str) -> CollectionForm | None:
    """Return the form of that id, None where this store made none."""
    return next(iter(_found(store, "form_id = ?", form_id)), None)


def add(change: Change, made: CollectionForm) -> None:
    """Record that a form was made."""
    asked = [{"key": key, "present": dict(present)} for key, present in made.asked.items()]
    change.insert(
        "collection_form",
        {
            "plan_id": change.plan_id,
            "period_key": made.period_key,
            "form_id": made.form_id,
            "unit": made.unit,
            "made_on": made.made_on,
            "answer_by": made.answer_by,
            "asked": json.dumps(asked, ensure_ascii=False),
        },
    )


def mark_reminded(change: Change, form_id: str, on: date) -> None:
    """Record that a unit was reminded of its form."""
    change.update("collection_form", _row_id(change, form_id), {"reminded_on": on})


def mark_received(change: Change, form_id: str, on: date, name: str, filled_by: str, kept: KeptFile) -> None:
    """Record that a form came back: the file's name, who filled it in, and the file as it was kept."""
    values = {"received_on": on, "received_name": name, "filled_by": filled_by}
    own = {"received_sha256": kept.sha256, "received_size": kept.size}
    change.update("collection_form", _row_id(change, form_id), values | own)


def _row_id(change: Change, form_id: str) -> int:
    found = change.find("collection_form", {"plan_id": change.plan_id, "form_id": form_id})
    if found is None:
        raise NotFound("Sổ không còn phiếu này: việc lập phiếu đã được hoàn tác. Hãy lập phiếu mới.")
    return found


def _found(store: Store, rule: str, value: str) -> tuple[CollectionForm, ...]:
    sql = f"SELECT {_COLUMNS} FROM collection_form WHERE plan_id = ? AND {rule} ORDER BY id"
    return tuple(_form(*row) for row in store.rows(sql, [store.plan_id, value]))


def _form(
    form_id: str,
    period_key: str,
    unit: str,
    made_on: str,
    asked: str,
    answer_by: str | None,
    reminded_on: str | None,
    received_on: str | None,
    *received: Any,
) -> CollectionForm:
    name, filled_by, sha256, size = received
    return CollectionForm(
        form_id=form_id,
        period_key=period_key,
        unit=unit,
        made_on=date.fromisoformat(made_on),
        asked={item["key"]: item["present"] for item in json.loads(asked)},
        answer_by=day_or_none(answer_by),
        reminded_on=day_or_none(reminded_on),
        received_on=day_or_none(received_on),
        received_name=name,
        filled_by=filled_by,
        received=KeptFile(sha256, size) if sha256 else None,
    )
