"""Building blocks of sentences: runs that remember their figures' sources, names and causes fitted into a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exporters.document import Paragraph, Role, Run, Source
from models.calendars import Span
from models.numbers import padded

DROPPED_FROM_NAMES = "Tỷ lệ "


class Prose:
    """Collect the runs of one paragraph that writes itself."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def say(self, text: str, source: Source | None = None, *, bold: bool | None = None) -> Prose:
        """Add a stretch of text, with the source of its figure where it has one."""
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


def counted(count: int, noun: str, tail: str = "") -> str:
    """Return `05 chỉ tiêu đang thực hiện`."""
    return f"{padded(count)} {noun}{' ' if tail else ''}{tail}"


def name_in_sentence(name: str) -> str:
    """Return a row's name as a sentence uses it: first line, without `Tỷ lệ` and a closing mark, small first letter."""
    first = name.split("\n")[0].strip().rstrip(".:;")
    return small_first(first.removeprefix(DROPPED_FROM_NAMES))


def small_first(text: str) -> str:
    """Make the first letter small unless it begins an abbreviation."""
    return text if len(text) > 1 and text[1].isupper() else text[:1].lower() + text[1:]


def capital_first(text: str) -> str:
    """Make the first letter a capital."""
    return text[:1].upper() + text[1:]


def cause(text: str) -> str:
    """Return a recorded difficulty as a clause that follows `do`."""
    clause = small_first(text.strip().rstrip("."))
    return clause.removeprefix("do ").strip()


def clause(text: str) -> str:
    """Return recorded words as a clause inside a sentence."""
    return small_first(text.strip().rstrip(".;"))


def earlier(span: Span, now: Span) -> str:
    """Return how an earlier period is named inside a sentence about `now`: `tháng 9`, `tháng 12/2025`."""
    if span.frequency == "month" and span.year == now.year:
        return f"tháng {span.index:02d}" if span.index < 3 else f"tháng {span.index}"
    return span.short()
