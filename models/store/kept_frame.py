"""How a report was made when it was issued: frame, outline and number style, read back from what is kept with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.errors import AppError
from models.office import Office, office_from_dict
from models.outline import Heading, Outline, with_standard
from models.store import archive, report_rows
from models.store.connection import Store


@dataclass(frozen=True, slots=True)
class AsIssued:
    """The frame of an issued report, and its outline and number style where the version that issued it kept them."""

    office: Office
    outline: Outline | None = None
    two_digits: bool | None = None


def as_issued(store: Store, period_key: str) -> AsIssued | None:
    """Return how the report of a locked period was made when it was issued.

    None where the period is open, was only closed, or where an older version issued it. A content that is lost or
    changed is told by the soundness check, and must not keep the report from being looked at.
    """
    issues = report_rows.issues(store, period_key) if report_rows.is_issued(store, period_key) else ()
    kept = report_rows.kept_content(store, issues[0].id) if issues else None
    if kept is None:
        return None
    try:
        return _read(json.loads(archive.read(archive.files_folder(store.path), kept.kept)))
    except (AppError, ValueError, KeyError, TypeError):
        return None


def _read(content: Mapping[str, Any]) -> AsIssued:
    office = office_from_dict(content["office"])
    made = content.get("made") or {}
    if not made:
        return AsIssued(office)
    return AsIssued(office, with_standard([Heading(**one) for one in made["headings"]]), bool(made["two_digits"]))
