"""The command line's own words in Vietnamese: help pages, wrong calls."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
HEADINGS = {"Options": "Tùy chọn", "Commands": "Lệnh", "Positional arguments": "Đối số"}
HELP = "Hiện trang trợ giúp này."
OPTIONS = "[TÙY CHỌN]"
SUBCOMMAND = "LỆNH [ĐỐI SỐ]..."
REQUIRED = "bắt buộc"
_DAY_FORMATS = ("%d/%m/%Y", "%Y-%m-%d")


class Formatter(click.HelpFormatter):
    """Write help pages under Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the first line of a help page."""
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        """Write a heading in Vietnamese."""
        super().write_heading(HEADINGS.get(heading, heading))


class Context(click.Context):
    """A context whose help pages are Vietnamese."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help page and wrong calls are Vietnamese."""

    context_class = Context

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **{"options_metavar": OPTIONS, **attributes})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help with its Vietnamese explanation."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and let every wrong call say which command it was meant for; click leaves that out of some."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class Group(Command, click.Group):
    """A group of Vietnamese commands."""

    command_class = Command

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **{"subcommand_metavar": SUBCOMMAND, **attributes})


class Option(click.Option):
    """An option whose help says in Vietnamese what is required; ranges stand in its own words."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option's line of a help page."""
        words = self.help or ""
        return None if self.hidden else (self.get_help_spec(ctx), f"{words} [{REQUIRED}]" if self.required else words)


def option(*names: str, **attributes: Any) -> Callable[[F], F]:
    """Add an option with Vietnamese help to a command."""
    return click.option(*names, cls=Option, **attributes)


class Day(click.ParamType[date]):
    """A day as 31/10/2026 or 2026-10-31."""

    name = "ngày"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day; one outside the years that plans speak of is a slip of the finger."""
        from models.calendars import FIRST_YEAR, LAST_YEAR

        day = next((day for pattern in _DAY_FORMATS if (day := _read_day(str(value), pattern))), None)
        if day is None:
            self.fail(f"“{value}” không phải là ngày; hãy viết như 31/10/2026 hoặc 2026-10-31", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"năm phải từ {FIRST_YEAR} đến {LAST_YEAR}", param, ctx)
        return day


def _read_day(text: str, pattern: str) -> date | None:
    try:
        return datetime.strptime(text.strip(), pattern).date()
    except ValueError:
        return None


class Number(click.ParamType[int]):
    """A whole number between two bounds."""

    name = "số"

    def __init__(self, smallest: int, largest: int | None = None) -> None:
        self._bounds = (smallest, largest)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read the number."""
        text, (smallest, largest) = str(value).strip(), self._bounds
        number = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None
        if number is None or number < smallest or (largest is not None and number > largest):
            span = f"từ {smallest} đến {largest}" if largest is not None else f"từ {smallest} trở lên"
            self.fail(f"“{value}” không phải là số nguyên {span}", param, ctx)
        return number


class WrongCall(click.UsageError):
    """A call in which something is missing or does not go together, with a sentence that says what."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, click.get_current_context())


def wrong_call(error: click.UsageError) -> str:
    """Return what is wrong with a call and how to see the right one."""
    sentence = next(say(error) for kind, say in _SENTENCES if isinstance(error, kind))
    return f"{sentence} Xem cách dùng: {error.ctx.command_path if error.ctx else 'so57'} --help"


def _name(error: click.BadParameter) -> str:
    """Return how the call names a parameter: --year, TỆP."""
    parameter = error.param
    if parameter is None:
        return ""
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return str(parameter.metavar or parameter.name).strip("[]")


def _similar(possibilities: Sequence[str] | None) -> str:
    return f" Có phải là {' hoặc '.join(possibilities)}?" if possibilities else ""


def _no_option(error: click.NoSuchOption) -> str:
    return f"Không có tùy chọn {error.option_name}.{_similar(error.possibilities)}"


def _no_command(error: click.NoSuchCommand) -> str:
    from difflib import get_close_matches

    group = error.ctx.command if error.ctx else None
    names = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx else []
    return f"Không có lệnh “{error.command_name}”.{_similar(get_close_matches(error.command_name, names))}"


def _bad_option(error: click.BadOptionUsage) -> str:
    parameters = error.ctx.command.params if error.ctx else []
    given = next((one for one in parameters if error.option_name in one.opts), None)
    if isinstance(given, click.Option) and given.is_flag:
        return f"Tùy chọn {error.option_name} không nhận giá trị."
    return f"Tùy chọn {error.option_name} thiếu giá trị."


def _other(error: click.UsageError) -> str:
    """Name superfluous words of a call, which click has only within its English message."""
    extra = re.search(r"\((.+)\)", error.message, re.DOTALL)
    return f"Thừa “{extra[1]}” trong lệnh gọi." if extra else "Lệnh gọi không đúng."


_SENTENCES: tuple[tuple[type[click.UsageError], Callable[[Any], str]], ...] = (
    (WrongCall, lambda error: error.message),
    (click.NoSuchOption, _no_option),
    (click.NoSuchCommand, _no_command),
    (click.MissingParameter, lambda error: f"Thiếu {_name(error)}."),
    (click.BadOptionUsage, _bad_option),
    (click.BadParameter, lambda error: f"Giá trị của {_name(error)} không dùng được: {error.message}."),
    (click.UsageError, _other),
)
