"""Write the stored database of a release, with `python -m tests.models.store.dump` before it goes out."""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import date
from pathlib import Path

from models.store import collection_rows, evidence_rows, fact_rows, figure_rows, report_rows, schema, setting_rows
from models.store.connection import Store
from models.store.undoing import undo
from tests.models.store.samples import (
    AT,
    EVIDENCE,
    LATER,
    OCTOBER,
    PERIOD,
    WHO,
    dispatch,
    draft,
    every_fact,
    figure,
    october,
    progress_of_october,
    record,
    small_plan,
)

RELEASED = Path(__file__).parent / "released"


def fill(store: Store) -> None:
    """Record something of every kind."""
    record(store, figure("84.90", month=9), october("0.50"))
    record(store, october("9", key="ct-bai"))
    undo(store, who=WHO, at=LATER)
    with store.change("Dự thảo", who=WHO, at=LATER) as change:  # since version 3
        draft(change)
        fact_rows.save(change, every_fact().readings[0])
    with store.change("Kỳ tháng 10", who=WHO, at=LATER) as change:
        figure_rows.save_progress(change, progress_of_october())
        report_rows.save_narrative(change, PERIOD, "III", "Máy quét hỏng.")
        setting_rows.save_setting(change, setting_rows.OFFICER, WHO)
        report_rows.record_issue(
            change, PERIOD, *OCTOBER, number="12", day=date(2026, 11, 3), signer="Đỗ Ngọc Quang", files=[]
        )
    with store.change("Khai báo", who=WHO, at=LATER) as change:  # since version 2
        fact_rows.save_all(change, every_fact())
    with store.change("Gửi báo cáo", who=WHO, at=LATER) as change:  # since version 3
        dispatch(change)
    with store.change("Minh chứng", who=WHO, at=LATER) as change:  # since version 4
        evidence_rows.add(change, EVIDENCE)
    with store.change("Lập phiếu", who=WHO, at=LATER) as change:  # since version 4
        asked = {"ct-5g": {"figure": "0,50"}, "nv-kh": {}}
        form = collection_rows.CollectionForm(
            "0123456789abcdef", PERIOD, "Trạm Y tế", LATER.date(), asked, LATER.date()
        )
        collection_rows.add(change, form)


def dump(path: Path) -> str:
    """Return a database as SQL, with the two numbers that SQLite's own dump leaves out."""
    connection = sqlite3.connect(path)
    try:
        lines = [f"PRAGMA application_id = {schema.APPLICATION_ID};", f"PRAGMA user_version = {schema.VERSION};"]
        return "\n".join([*lines, *connection.iterdump(), ""])
    finally:
        connection.close()


def main() -> None:
    """Write `released/vN.sql` for the present schema."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.db"
        with Store.create(path, small_plan(), who=WHO, at=AT) as store:
            fill(store)
        (RELEASED / f"v{schema.VERSION}.sql").write_text(dump(path), encoding="utf-8")


if __name__ == "__main__":
    main()
