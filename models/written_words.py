"""The officer's own paragraphs: light markup in the kept text, read into runs of bold and italic, and written back.

`**đậm**`, `*nghiêng*`, a line `a) …` is an item of a lettered list, `- …` one with a dash; `\\*` is a star.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from models.text import nfc

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order in which Vietnamese papers letter their points."""
DASH = "- "
BOLD, ITALIC = "**", "*"
_LETTERED = re.compile(r"([a-zđ])\1*\)\s+")
_TOKEN = re.compile(r"\\\*|\*+|\\|[^\\*]+")
_WORD = re.compile(r"\w+|\W")

WordsKind = Literal["plain", "lettered", "dash"]
Style = tuple[bool, bool]
"""Bold, italic."""
PLAIN: Style = (False, False)
Styled = list[tuple[str, Style]]
"""Letters with their style."""


@dataclass(frozen=True, slots=True)
class WrittenRun:
    """A stretch of the officer's words in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class WrittenParagraph:
    """A paragraph of the officer's words; an item of a lettered list has its `letter`."""

    kind: WordsKind
    runs: tuple[WrittenRun, ...]
    letter: str = ""

    @property
    def text(self) -> str:
        """Return the words without marks."""
        return "".join(run.text for run in self.runs)

    @property
    def head(self) -> str:
        """Return what stands before the words: `a) `, `- ` or nothing."""
        return {"plain": "", "dash": DASH, "lettered": f"{self.letter}) "}[self.kind]


def parse_words(text: str) -> tuple[WrittenParagraph, ...]:
    """Read kept text; it never fails, and a mark that means nothing stays the sign it is."""
    lines = [line for part in nfc(text).split("\n") if (line := part.strip())]
    return tuple(_lettered_anew(_paragraph(line) for line in lines))


def to_markup(paragraphs: Iterable[WrittenParagraph]) -> str:
    """Return the text that is kept for paragraphs; emphasis takes whole words."""
    lines = (paragraph.head + _marked(_smoothed(_letters_of(paragraph.runs))) for paragraph in paragraphs)
    return "\n".join(line.strip() for line in lines if line.strip())


def plain_words(text: str) -> str:
    """Return kept text as it reads on the page without bold and italic."""
    return "\n".join(paragraph.head + paragraph.text for paragraph in parse_words(text))


def unclosed(text: str) -> tuple[str, ...]:
    """Return the lines in which a mark of bold has no partner, so that its stars would be printed."""
    return tuple(line.strip() for line in nfc(text).split("\n") if _has_unpaired(list(_parts(line))))


def _has_unpaired(parts: Sequence[str | _Mark]) -> bool:
    marks = {at for at, part in enumerate(parts) if isinstance(part, _Mark) and part.sign == BOLD}
    return marks != set(_paired(parts, BOLD))


def _paragraph(line: str) -> WrittenParagraph:
    if line.startswith(DASH):
        return WrittenParagraph("dash", _runs(line[len(DASH) :].strip()))
    if found := _LETTERED.match(line):
        return WrittenParagraph("lettered", _runs(line[found.end() :]), found[0].rstrip()[:-1])
    return WrittenParagraph("plain", _runs(line))


def _lettered_anew(paragraphs: Iterable[WrittenParagraph]) -> Iterator[WrittenParagraph]:
    """Letter the items in order; one typed as a) after other text begins a new list, any other goes on."""
    count, before = 0, "plain"
    for paragraph in paragraphs:
        if paragraph.kind == "lettered":
            count = 0 if paragraph.letter == LETTERS[0] and before != "lettered" else count
            paragraph = WrittenParagraph("lettered", paragraph.runs, _letter(count))
            count += 1
        before = paragraph.kind
        yield paragraph


def _letter(at: int) -> str:
    """Return the letter of an item: a to y, then aa, bb…"""
    return LETTERS[at % len(LETTERS)] * (at // len(LETTERS) + 1)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A sign that may begin (`opens`) or end (`closes`) a stretch of bold or italic."""

    sign: str
    opens: bool
    closes: bool


def _runs(line: str) -> tuple[WrittenRun, ...]:
    """Read the marks of one line."""
    parts = list(_parts(line))
    switches = {at for sign in (BOLD, ITALIC) for at in _paired(parts, sign)}
    style, letters = PLAIN, Styled()
    for at, part in enumerate(parts):
        if at in switches and isinstance(part, _Mark):
            style = (not style[0], style[1]) if part.sign == BOLD else (style[0], not style[1])
        else:
            letters += [(letter, style) for letter in (part.sign if isinstance(part, _Mark) else part)]
    return _runs_of(_smoothed(letters))


def _parts(line: str) -> Iterator[str | _Mark]:
    """Cut a line into text and signs; stars within a word or a number, or more than three, are no marks."""
    for found in _TOKEN.finditer(line):
        token = found[0]
        if token == "\\*":
            yield "*"
        elif not token.startswith("*") or len(token) > len(BOLD + ITALIC):
            yield token
        else:
            before, after = line[: found.start()][-1:], line[found.end() :][:1]
            inside = _is_letter(before) and _is_letter(after)
            opens, closes = not inside and bool(after.strip()), not inside and bool(before.strip())
            signs = [token] if len(token) < len(BOLD + ITALIC) else [BOLD, ITALIC]
            yield from (_Mark(sign, opens, closes) for sign in signs)


def _is_letter(sign: str) -> bool:
    return re.fullmatch(r"\w", sign) is not None


def _paired(parts: Sequence[str | _Mark], sign: str) -> Iterator[int]:
    """Yield the places of the marks of one sign that belong together, each beginning with its end."""
    begun = None
    for at, part in enumerate(parts):
        if not isinstance(part, _Mark) or part.sign != sign:
            continue
        if begun is None:
            begun = at if part.opens else None
        elif part.closes:
            yield from (begun, at)
            begun = None


def _smoothed(letters: Styled) -> Styled:
    """Give each word the style of its first letter, a space that which its neighbours share.

    A backslash goes with what follows it, so that none ever stands before a mark and turns it into a star.
    """
    text, styles = "".join(letter for letter, _ in letters), [style for _, style in letters]
    for word in _WORD.finditer(text):
        styles[word.start() : word.end()] = [styles[word.start()]] * len(word[0])
    following = PLAIN
    for at in reversed(range(len(text))):
        if text[at] == "\\":
            styles[at] = following
        elif not text[at].isspace():
            following = styles[at]
    return list(zip(text, _spaces(text, styles), strict=True))


def _spaces(text: str, styles: Sequence[Style]) -> list[Style]:
    ahead: list[Style] = [PLAIN] * len(text)
    following = PLAIN
    for at in reversed(range(len(text))):
        following = ahead[at] = following if text[at].isspace() else styles[at]
    found, before = list[Style](), PLAIN
    for at, letter in enumerate(text):
        if not letter.isspace():
            before = styles[at]
        found.append((before[0] and ahead[at][0], before[1] and ahead[at][1]))
    return found


def _letters_of(runs: Iterable[WrittenRun]) -> Styled:
    return [(letter, (run.bold, run.italic)) for run in runs for letter in nfc(run.text.replace("\n", " "))]


def _runs_of(letters: Styled) -> tuple[WrittenRun, ...]:
    groups = groupby(letters, key=lambda pair: pair[1])
    return tuple(WrittenRun("".join(letter for letter, _ in group), *style) for style, group in groups)


def _marked(letters: Styled) -> str:
    """Write letters with their marks."""
    said, style = list[str](), PLAIN
    for letter, own in [*letters, ("", PLAIN)]:
        said += [BOLD] * (own[0] != style[0]) + [ITALIC] * (own[1] != style[1])
        said.append("\\*" if letter == "*" else letter)
        style = own
    return "".join(said)
