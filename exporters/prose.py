"""Building blocks of sentences: runs that remember their figures' sources, names and causes fitted into a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from exporters.document import Paragraph, Role, Run, Source
from models.numbers import padded

DROPPED_FROM_NAMES = "Tỷ lệ "
LONGEST_NAME = 170  # letters
CUT = "…"
"""What ends a name that was cut short."""
UNIT_NAME = re.compile(r"Công an |Trung tâm [Pp]hục vụ |(?:Phòng|Sở|Trạm|Ban|Đội|Hội|Văn phòng|Trung tâm) [A-ZĐ]")
CAUSE_HEAD = re.compile(
    r"(?:nguyên nhân(?: chính| chủ yếu| chủ quan| khách quan)?(?:: ?| là | (?=do |vì |bởi )))?(?:(?:do|vì|bởi) )?",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?:(?<=[a-zà-ỹ0-9%)”])|(?<=[ IVX][IVX]))(?<!\b\d)(?<!\b\d\d)[.;]\s+(?=\S)|\s*[.;]?\s*\n\s*")
"""Not behind abbreviations (TP. Sơn La), nor behind the number of an item (1. Thiếu máy)."""
_TWO_DIGITS = ContextVar("two_digits", default=True)
"""How counts are written, for the length of one `counts_written`: every sentence has some, few know the report."""


class Prose:
    """Collect the runs of one paragraph that writes itself."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def say(self, text: str, source: Source | None = None, *, bold: bool | None = None) -> Prose:
        """Add a stretch of text, with the source of its figure where it has one; no stop follows a name cut short."""
        text = text.replace(f"{CUT}.", CUT)
        if text.startswith(".") and self._runs and self._runs[-1].text.endswith(CUT):
            text = text[1:]
        if text:
            self._runs.append(Run(text, bold=bold, source=source, auto=True))
        return self

    def join(self, parts: Iterable[Sequence[Run]], separator: str = "; ") -> Prose:
        """Add several stretches with a separator between them."""
        for at, part in enumerate(parts):
            if at:
                self.say(separator)
            self._runs.extend(part)
        return self

    def runs(self) -> tuple[Run, ...]:
        """Return what was said so far."""
        return tuple(self._runs)

    def paragraph(self, role: Role = Role.BODY) -> Paragraph:
        """Return the whole as a paragraph."""
        return Paragraph(role, self.runs())

    def lead_in(self) -> Paragraph:
        """Return the whole as the line before a list, which never stands alone at the foot of a page."""
        return replace(self.paragraph(), keep_with_next=True)


def keyed(key: str, paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Name the paragraphs of one unit that writes itself, from one laying out to the next."""
    return [replace(paragraph, key=key) for paragraph in paragraphs]


@contextmanager
def counts_written(*, two_digits: bool) -> Iterator[None]:
    """Write the counts of all sentences made meanwhile as 05, or as 5; dates and numbers of papers keep their 0."""
    before = _TWO_DIGITS.set(two_digits)
    try:
        yield
    finally:
        _TWO_DIGITS.reset(before)


def count_text(count: int) -> str:
    """Return a count as the office writes it: `05`, or `5`."""
    return padded(count) if _TWO_DIGITS.get() else str(count)


def counted(count: int, noun: str, tail: str = "") -> str:
    """Return `05 chỉ tiêu đang thực hiện`."""
    return f"{count_text(count)} {noun}{' ' if tail else ''}{tail}"


def all_alike(count: int, noun: str, words: str) -> str:
    """Say `cả 29 chỉ tiêu đều chưa có số liệu`, `01 chỉ tiêu chưa có số liệu`."""
    return f"cả {counted(count, noun, f'đều {words}')}" if count > 1 else counted(count, noun, words)


def name_in_sentence(name: str) -> str:
    """Return a row's name as a sentence uses it: its first sentence, without `Tỷ lệ`, small first letter.

    What is still longer than a reader can hold is cut after a word; the appendix has the whole.
    """
    first = re.split(r"(?<=\w)\.\s|\n", name.strip())[0].strip().rstrip(".:;")
    return shortened(small_first(first.removeprefix(DROPPED_FROM_NAMES)))


def shortened(text: str) -> str:
    """Cut a long text after a word, at a comma where one stands in its second half."""
    if len(text) <= LONGEST_NAME:
        return text
    kept = text[: LONGEST_NAME + 1].rpartition(" ")[0]
    comma = kept.rfind(", ")
    cut = kept[:comma] if comma > LONGEST_NAME // 2 else kept
    return f"{cut.rstrip(' ,;').removesuffix(', trong đó')}{CUT}"


def small_first(text: str) -> str:
    """Make the first letter small unless it begins an abbreviation or the name of a unit."""
    keeps = text[1:2].isupper() or UNIT_NAME.match(text)
    return text if keeps else text[:1].lower() + text[1:]


def small_first_of_several(name: str) -> str:
    """Return a unit's name inside a sentence: `Phòng Kinh tế`, but `các phòng, đơn vị`."""
    return small_first(name) if name.startswith(("Các ", "Những ")) else name


def capital_first(text: str) -> str:
    """Make the first letter a capital."""
    return text[:1].upper() + text[1:]


def cause(text: str) -> str:
    """Return a recorded difficulty as a clause that follows `do`, without the words that begin a cause again."""
    return clause(CAUSE_HEAD.sub("", text.strip(), count=1))


def clause(text: str) -> str:
    """Return recorded words as a clause inside a sentence; several sentences become its parts."""
    return "; ".join(small_first(part) for part in SENTENCE_END.split(text.strip().rstrip(".; ")))


def sentences(*texts: str) -> str:
    """Join recorded words as sentences: a capital first, a stop last."""
    return " ".join(f"{capital_first(text.strip().rstrip('.'))}." for text in texts if text.strip())
