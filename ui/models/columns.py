"""A column of a table on the screen: what it shows of a line and what an edit of it records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

L = TypeVar("L")

Align = Literal["left", "center", "right"]


def nothing(_: object) -> str:
    """Return no text."""
    return ""


def always(_: object) -> bool:
    """Let every line be edited."""
    return True


@dataclass(frozen=True, slots=True)
class Column(Generic[L]):
    """A column: `width` in the widths of a digit, `stretch` its share of what the table has left.

    A column with a `field` can be edited where `editable` says so: as text that begins as `to_edit`, as one of
    `choices`, or as a box that is `checked`. `colour` names a token of ui.style. A cell shows at most `lines` lines
    where that is not 0; the tip has to hold the rest.
    """

    title: str
    text: Callable[[L], str] = nothing
    width: int = 10
    stretch: int = 0
    align: Align = "left"
    tip: Callable[[L], str] = nothing
    colour: Callable[[L], str] = nothing
    field: str = ""
    editable: Callable[[L], bool] = always
    to_edit: Callable[[L], str] | None = None
    choices: tuple[str, ...] = ()
    checked: Callable[[L], bool] | None = None
    long: bool = False
    lines: int = 0
