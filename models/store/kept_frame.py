"""The frame of a report as it was issued, read back from what is kept with its files."""

from __future__ import annotations

import json

from models.errors import AppError
from models.office import Office, office_from_dict
from models.store import archive, report_rows
from models.store.connection import Store


def frame_as_issued(store: Store, period_key: str) -> Office | None:
    """Return the frame with which the report of a locked period was issued.

    None where the period is open, was only closed, or where an older version issued it. A content that is lost or
    changed is told by the soundness check, and must not keep the report from being looked at.
    """
    issues = report_rows.issues(store, period_key) if report_rows.is_issued(store, period_key) else ()
    kept = report_rows.kept_content(store, issues[0].id) if issues else None
    if kept is None:
        return None
    try:
        return office_from_dict(json.loads(archive.read(archive.files_folder(store.path), kept.kept))["office"])
    except (AppError, ValueError, KeyError, TypeError):
        return None
