"""The lines above a signature: on whose behalf it is signed, and the signer's own position.

Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, mục II.7: TM. stands before the body that a paper speaks for; Q. before
the post that somebody holds for the time being; KT. before the head for whom his deputy signs; TL. and TUQ. before the
head by whose order, or empowered by whom, the head of a unit beneath him signs. A deputy may sign for a head who signs
TL. (Điều 13.4); whoever signs TUQ. may not hand it on (Điều 13.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.errors import AppError
from models.text import nfc


class Mark(StrEnum):
    """What stands before a post or a body above a signature."""

    COLLECTIVE = "TM."
    FOR_HEAD = "KT."
    BY_ORDER = "TL."
    EMPOWERED = "TUQ."
    ACTING = "Q."


MARK_WORDS = {
    Mark.COLLECTIVE: "thay mặt",
    Mark.FOR_HEAD: "ký thay",
    Mark.BY_ORDER: "thừa lệnh",
    Mark.EMPOWERED: "thừa ủy quyền",
    Mark.ACTING: "quyền",
}
DEPUTY = "PHÓ "
PEOPLES_COMMITTEE = "ỦY BAN NHÂN DÂN"
HEAD_OF_UNIT = "THỦ TRƯỞNG ĐƠN VỊ"
_HANDING_ON = (Mark.BY_ORDER, Mark.EMPOWERED)
_NO_POSTS = ("THƯỜNG TRỰC", "PHỤ TRÁCH", "ĐIỀU HÀNH")
_MARKED = re.compile(r"(TUQ|TM|KT|TL|Q)(?:\. *| +)(?=\S)(.*)")
_SHORT = {
    "VH-XH": "VĂN HÓA - XÃ HỘI",
    "VHXH": "VĂN HÓA - XÃ HỘI",
    "PCT": "PHÓ CHỦ TỊCH",
    "CT": "CHỦ TỊCH",
    "PTP": "PHÓ TRƯỞNG PHÒNG",
    "TP": "TRƯỞNG PHÒNG",
    "QUYỀN": Mark.ACTING.value,
}
_PARTED = dict.fromkeys(Mark, r",") | {Mark.FOR_HEAD: r", *(?=PHÓ )", Mark.ACTING: r"(?!)"}
"""What parts a post after a mark from the signer's own; names of offices have commas too."""
_OWN_NAME = re.compile(r" (?:UBND|ỦY BAN NHÂN DÂN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\b")
"""What a head of a people's committee may name after his post: the committee itself, no council or association."""
_SHORT_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(_SHORT)})(?![\w-])")


@dataclass(frozen=True, slots=True)
class Seat:
    """Who a paper speaks for: a body with its head, or an office that its head alone leads (`body` is empty).

    Without a `head` the office's head has a post of any name. With `short` a deputy signs in two lines, without TM.
    """

    body: str
    head: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """One line as typed: its mark, if any, and what it stands before."""

    mark: Mark | None
    name: str

    @property
    def text(self) -> str:
        return f"{self.mark} {self.name}" if self.mark else self.name

    @property
    def is_deputy(self) -> bool:
        return self.mark is None and self.name.startswith(DEPUTY)

    @property
    def is_own(self) -> bool:
        """Tell whether this is the signer's own post."""
        return self.mark in (None, Mark.ACTING)


def authority_lines(seat: Seat, typed: str) -> tuple[str, ...]:
    """Return what is printed above the signature of a position as an officer types it.

    `Phó Chủ tịch`, `KT. Chủ tịch`, `TL. Chủ tịch, Trưởng phòng VH-XH`, lines parted by "/" or a line's end. An AppError
    says which authority is impossible, and what to write.
    """
    lines = _read(typed)
    if not lines:
        raise AppError("Chưa ghi chức vụ người ký. Hãy ghi chức vụ, ví dụ Chủ tịch hoặc Phó Chủ tịch.")
    for title in _NO_POSTS:
        if lines[-1].is_deputy and lines[-1].name.endswith(title):
            raise AppError(
                f"Trên văn bản không ghi “{title.lower()}” sau chức vụ (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7). "
                f"Hãy ghi “{lines[-1].name.removesuffix(title).strip()}”."
            )
    if lines[0].mark is Mark.COLLECTIVE:
        lines = _after_body(seat, lines)
    if not lines[-1].is_own:
        lines = [*lines, _deputy_of(lines[-1])]
    handed_on = lines[0].mark in _HANDING_ON
    return _handed_on(seat, lines) if handed_on else _of_the_office(seat, lines)


def _read(typed: str) -> list[_Line]:
    """Part what was typed into lines; a comma parts only what stands after a mark from the signer's own post."""
    found: list[_Line] = []
    for piece in re.split(r"[/|\n]", _long(typed)):
        rest = piece.strip(" ,;.")
        while rest:
            line, rest = _first_line(rest)
            found.append(line)
    return found


def _long(typed: str) -> str:
    """Return the text in capitals with its usual short forms written out."""
    text = re.sub(r"[^\S\n]+", " ", nfc(typed).replace("–", "-")).upper()
    return _SHORT_WORD.sub(lambda found: _SHORT[found[0]], text).replace("HOÁ", "HÓA").replace("UỶ", "ỦY")


def _first_line(text: str) -> tuple[_Line, str]:
    marked = _MARKED.fullmatch(text)
    if marked is None:
        return _Line(None, text), ""
    mark, parted = Mark(f"{marked[1]}."), re.split(_PARTED[Mark(f"{marked[1]}.")], marked[2], maxsplit=1)
    name, rest = parted[0].strip(" ."), (*parted[1:], "")[0]
    if mark is Mark.COLLECTIVE:
        name = re.sub(r"^UBND\b", PEOPLES_COMMITTEE, name)
    return _Line(mark, name), rest.strip(" ,;.")


def _after_body(seat: Seat, lines: list[_Line]) -> list[_Line]:
    """Return the lines beneath TM., which only a body has, and its own name."""
    if not seat.body:
        raise AppError(
            f"Văn bản của phòng, đơn vị không ký TM. {lines[0].name}: {_own_forms(seat)}. "
            "Muốn ký thay mặt UBND thì cơ quan ban hành phải là UBND xã."
        )
    if not lines[0].name.startswith(seat.body):
        raise AppError(f"Văn bản này ký TM. {seat.body}, không ký TM. {lines[0].name}. Hãy sửa tên cơ quan sau TM.")
    if len(lines) == 1:
        raise AppError(f"Sau TM. {seat.body} phải có chức vụ người ký. Hãy ghi thêm, ví dụ {seat.head}.")
    if lines[1].mark in _HANDING_ON:
        raise AppError(
            f"{lines[1].text} không đi với TM. {seat.body}: người ký {MARK_WORDS[lines[1].mark]} không thay mặt tập "
            f"thể. Hãy bỏ TM. {seat.body}."
        )
    return lines[1:]


def _deputy_of(line: _Line) -> _Line:
    """Return the post that was left out beneath KT. somebody."""
    if line.mark is not Mark.FOR_HEAD:
        raise AppError(
            f"Sau {line.text} phải có chức vụ người ký. "
            f"Hãy ghi thêm, ví dụ: {line.text}, Trưởng phòng Văn hóa - Xã hội."
        )
    post = line.name if not line.name.startswith("TRƯỞNG PHÒNG ") else "TRƯỞNG PHÒNG"
    return _Line(None, f"{DEPUTY}{post}")


def _of_the_office(seat: Seat, lines: Sequence[_Line]) -> tuple[str, ...]:
    """Return the lines where the office's own head or his deputy signs."""
    own = _Line(lines[-1].mark, _without_office(seat, lines[-1].name))
    head = seat.head or own.name.removeprefix(DEPUTY)
    if own.name.removeprefix(DEPUTY) != head or [line.mark for line in lines[:-1]] not in ([], [Mark.FOR_HEAD]):
        raise AppError(_not_here(seat, lines))
    if lines[0].mark is Mark.FOR_HEAD and (not own.is_deputy or _without_office(seat, lines[0].name) != head):
        raise AppError(
            f"Ký thay (KT.) là cấp phó ký thay người đứng đầu: KT. {head} / {DEPUTY}{head}. "
            f"“{_shown(lines)}” không đúng thể thức; hãy sửa chức vụ."
        )
    above = (f"{Mark.COLLECTIVE} {seat.body}",) if seat.body else ()
    if not own.is_deputy:
        if own.name.startswith(DEPUTY):
            raise AppError(f"Quyền (Q.) chỉ đứng trước chức vụ người đứng đầu: Q. {head}. Hãy sửa chức vụ người ký.")
        return (*above, own.text)
    return (*(() if seat.short else above), f"{Mark.FOR_HEAD} {head}", own.name)


def _handed_on(seat: Seat, lines: Sequence[_Line]) -> tuple[str, ...]:
    """Return the lines where the head of a unit signs by the order of the office's head, or empowered by him."""
    first, *beneath = lines
    if not seat.body or first.name != seat.head:
        raise AppError(_not_here(seat, lines))
    own = beneath[-1]
    if own.name in (seat.head, f"{DEPUTY}{seat.head}") or own.name == HEAD_OF_UNIT:
        raise AppError(
            f"{first.text} là để người đứng đầu đơn vị thuộc UBND ký; {own.name} không ký {first.mark} "
            f"Hãy ghi đúng tên chức vụ, ví dụ: {first.text}, Trưởng phòng Văn hóa - Xã hội."
        )
    if own.is_deputy and first.mark is Mark.EMPOWERED:
        raise AppError(
            f"Người được ký thừa ủy quyền không được ủy quyền lại, nên cấp phó không ký {first.text} "
            "(Nghị định 30/2020/NĐ-CP, Điều 13). Hãy để người đứng đầu đơn vị ký."
        )
    middle = beneath[:-1]
    if own.is_deputy and not middle:
        middle = [_Line(Mark.FOR_HEAD, own.name.removeprefix(DEPUTY))]
        own = _Line(None, f"{DEPUTY}TRƯỞNG PHÒNG" if own.name.startswith("PHÓ TRƯỞNG PHÒNG") else own.name)
    if [line.mark for line in middle] != [Mark.FOR_HEAD] * own.is_deputy:
        raise AppError(f"“{_shown(lines)}” không đúng thể thức. Hãy ghi như: {first.text}, Phó Trưởng phòng Kinh tế.")
    return tuple(line.text for line in (first, *middle, own))


def _without_office(seat: Seat, post: str) -> str:
    """Return a post without the office's own name, which stands in the letterhead (mục II.7)."""
    for own in (seat.head, f"{DEPUTY}{seat.head}"):
        if seat.head and post.startswith(f"{own} ") and (not seat.body or _OWN_NAME.match(post.removeprefix(own))):
            return own
    return post


def _not_here(seat: Seat, lines: Sequence[_Line]) -> str:
    """Say that nobody signs this office's papers so."""
    if seat.body and lines[-1].name.removeprefix(DEPUTY).startswith(f"{seat.head} "):
        return (
            f"{lines[-1].name} là chức vụ ở cơ quan khác nên không ký văn bản của {seat.body}. "
            f"Hãy ghi {seat.head} hoặc {DEPUTY}{seat.head}."
        )
    if seat.body and lines[0].is_own:
        return (
            f"{lines[0].name} không ký thay mặt {seat.body}. Nếu được giao ký thừa lệnh hoặc thừa ủy quyền, "
            f"hãy ghi: TL. {seat.head}, {lines[0].name} (hoặc TUQ.)."
        )
    return f"“{_shown(lines)}” không ký được văn bản này: {_own_forms(seat)}. Hãy sửa chức vụ người ký."


def _own_forms(seat: Seat) -> str:
    """Tell who may sign."""
    head = seat.head or HEAD_OF_UNIT
    handed = f", người đứng đầu đơn vị ký TL. hoặc TUQ. {head}" if seat.body else ""
    return f"chỉ {head} ký, cấp phó ký KT. {head}, người được giao quyền ký Q. {head}{handed}"


def _shown(lines: Sequence[_Line]) -> str:
    return " / ".join(line.text for line in lines)
