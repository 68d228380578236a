"""What is done with a report besides its figures: sentences written over, steps, remarks, sendings, figures retyped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

StepKind = Literal["submitted", "returned"]
SentBy = Literal["email", "hand", "post", "system", "other"]

STEP_WORDS: Mapping[StepKind, str] = {"submitted": "trình", "returned": "trả lại để sửa"}
SENT_BY_WORDS: Mapping[SentBy, str] = {
    "email": "thư điện tử",
    "hand": "trao trực tiếp",
    "post": "bưu chính",
    "system": "hệ thống quản lý văn bản, báo cáo",
    "other": "cách khác",
}


@dataclass(frozen=True, slots=True)
class WrittenOver:
    """An automatic paragraph that the officer replaced: its key, the officer's words, the words they replaced.

    Empty words leave the paragraph out. `over` is what wrote itself at that moment, so that a later change shows.
    """

    key: str
    text: str
    over: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a draft: submitted to whom on which day, or returned by whom for correction."""

    kind: StepKind
    on: date
    person: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a leader remarked on a draft, on which section, and how the officer answered (empty: still open)."""

    id: int
    section: str
    said_by: str
    said_on: date
    text: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """One real sending of an issued report: to whom, when, how."""

    issue_id: int
    recipient: str
    sent_on: date
    how: SentBy
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """A figure that was retyped into the province's system: as it was shown then, and the day."""

    row_key: str
    field: str
    shown: str
    on: date
