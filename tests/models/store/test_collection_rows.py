"""Check that forms are kept as they were made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.errors import NotFound
from models.store import collection_rows
from models.store.collection_rows import CollectionForm
from models.store.connection import Store
from tests.models.store.samples import AT, PERIOD, WHO, small_plan

FORM = CollectionForm(
    "0123456789abcdef", PERIOD, "Trạm Y tế", date(2026, 11, 1), {"ct-5g": {"figure": "32,5"}, "ct-bai": {}}
)


def test_a_form_comes_back_as_it_was_made(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a.so57", small_plan(), who=WHO, at=AT) as store:
        with store.change("lập phiếu", who=WHO, at=AT) as change:
            collection_rows.add(change, FORM)
        assert collection_rows.form(store, FORM.form_id) == FORM
        assert collection_rows.forms(store, PERIOD) == (FORM,)
        assert (collection_rows.form(store, "0"), collection_rows.forms(store, "thang/2026-09")) == (None, ())


def test_a_form_that_is_not_there_cannot_be_marked(tmp_path: Path) -> None:
    with (
        Store.create(tmp_path / "a.so57", small_plan(), who=WHO, at=AT) as store,
        pytest.raises(NotFound, match="Sổ không còn phiếu này"),
        store.change("đôn đốc", who=WHO, at=AT) as change,
    ):
        collection_rows.mark_reminded(change, FORM.form_id, date(2026, 11, 2))
