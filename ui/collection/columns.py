"""The tables of the page Thu thập: units with their forms, and what a form gives beside the present values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from models.collecting import KIND_WORDS, TAKABLE, Kind, Proposal
from models.collecting_desk import STATE_WORDS, FormState, UnitStanding
from models.collection_fields import WORDS
from models.shown import day_text
from ui.models.columns import Column
from ui.models.line_table import Heading, Line
from ui.models.plan_rows import Rows
from ui.models.verdicts import BEHIND, LATE, MISSING, REACHED, UNDER_WAY

_SHAPES = {
    FormState.NOT_MADE: (MISSING, "missing"),
    FormState.WAITING: (UNDER_WAY, "under_way"),
    FormState.LATE: (LATE, "late"),
    FormState.RECEIVED: (REACHED, "reached"),
}
_KIND_SHAPES = {
    Kind.NEW: (REACHED, "reached"),
    Kind.CHANGED: (UNDER_WAY, "under_way"),
    Kind.CONFLICT: (BEHIND, "behind"),
    Kind.SAME: (MISSING, "missing"),
    Kind.UNCLEAR: (LATE, "late"),
    Kind.REFUSED: (LATE, "late"),
}


def unit_rows(units: Iterable[UnitStanding]) -> Rows[UnitStanding]:
    """Return one line a unit."""
    return [Line(own.unit, own) for own in units]


def _state(own: UnitStanding) -> str:
    words = f"{_SHAPES[own.state][0]} {STATE_WORDS[own.state]}"
    reminded = own.form.reminded_on if own.form and own.state is not FormState.RECEIVED else None
    return f"{words}, đã đôn đốc {reminded:%d/%m}" if reminded else words


def _state_colour(own: UnitStanding) -> str:
    return _SHAPES[own.state][1]


def _unit(own: UnitStanding) -> str:
    return own.unit


def _asked(own: UnitStanding) -> str:
    return str(own.asked)


def _missing(own: UnitStanding) -> str:
    return str(own.missing) if own.missing else "đủ"


def _made(own: UnitStanding) -> str:
    return day_text(own.form.made_on) if own.form else ""


def _by(own: UnitStanding) -> str:
    return day_text(own.form.answer_by) if own.form and own.form.answer_by else ""


def _received(own: UnitStanding) -> str:
    return day_text(own.form.received_on) if own.form and own.form.received_on else ""


def _received_tip(own: UnitStanding) -> str:
    if own.form is None or own.form.received_on is None:
        return ""
    by = f"\nNgười lập: {own.form.filled_by}" if own.form.filled_by else ""
    return f"Tệp: {own.form.received_name}{by}"


UNIT_COLUMNS: tuple[Column[UnitStanding], ...] = (
    Column("Đơn vị", _unit, width=20, stretch=3),
    Column("Dòng được hỏi", _asked, width=7, align="right"),
    Column("Còn thiếu", _missing, width=6, align="right"),
    Column("Lập phiếu", _made, width=10, align="center"),
    Column("Gửi trước", _by, width=10, align="center"),
    Column("Nhận về", _received, width=10, align="center", tip=_received_tip),
    Column("Tình trạng", _state, width=20, stretch=2, colour=_state_colour),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a form gives for a field, and whether the officer accepts it."""

    proposal: Proposal
    accepted: bool


def proposal_key(proposal: Proposal) -> str:
    """Return how a line of the table is named."""
    return "\n".join(proposal.id)


def choice_rows(proposals: Sequence[Proposal], accepted: Collection[tuple[str, str]]) -> Rows[Choice]:
    """Return what a form gives, under a heading for each row of the plan; what is as it was is left out."""
    rows: Rows[Choice] = []
    of_row = ""
    for own in proposals:
        if own.kind is Kind.SAME:
            continue
        if own.key != of_row:
            of_row = own.key
            rows.append(Heading(own.key, "", f"{own.label}  {own.name}".strip()))
        rows.append(Line(proposal_key(own), Choice(own, own.id in accepted)))
    return rows


def _accepted(choice: Choice) -> bool:
    return choice.accepted


def _takable(choice: Choice) -> bool:
    return choice.proposal.kind in TAKABLE


def _what(choice: Choice) -> str:
    return WORDS[choice.proposal.what].capitalize()


def _present(choice: Choice) -> str:
    return choice.proposal.present or "trống"


def _new(choice: Choice) -> str:
    return choice.proposal.new


def _kind(choice: Choice) -> str:
    words = f"{_KIND_SHAPES[choice.proposal.kind][0]} {KIND_WORDS[choice.proposal.kind]}"
    return f"{words}. {choice.proposal.reason}" if choice.proposal.reason else words


def _kind_colour(choice: Choice) -> str:
    return _KIND_SHAPES[choice.proposal.kind][1]


CHOICE_COLUMNS: tuple[Column[Choice], ...] = (
    Column("Nhận", width=5, align="center", field="accepted", editable=_takable, checked=_accepted),
    Column("Nội dung", _what, width=15),
    Column("Đang có", _present, width=12, stretch=2),
    Column("Đơn vị gửi", _new, width=12, stretch=3),
    Column("So với sổ", _kind, width=18, stretch=3, colour=_kind_colour),
)
