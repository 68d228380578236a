"""The command line: everything but looking. Vietnamese for people, `--json` for programs; it never imports Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from desktop import command_words
from desktop.version import __version__
from models.errors import AppError, BadFigures

DONE, COULD_NOT, WRONG_CALL = 0, 1, 2


class Entry(NamedTuple):
    """Where a command stands, and what the list of commands says of it."""

    module: str
    words: str


COMMANDS: Mapping[str, Entry] = {
    "plans": Entry("plans", "Liệt kê các kế hoạch có sẵn."),
    "plan": Entry("plans", "In một kế hoạch."),
    "new": Entry("stores", "Lập sổ mới cho một kế hoạch."),
    "periods": Entry("periods", "Liệt kê các kỳ báo cáo của một năm."),
    "record": Entry("figures", "Ghi số liệu của một kỳ từ tệp CSV hoặc JSON."),
    "outline": Entry("outlining", "Xem hoặc sửa đề cương báo cáo."),
    "words": Entry("drafting", "Xem lời văn từng mục: đã viết, tự viết, để trống, kỳ trước có gì."),
    "carry": Entry("drafting", "Lấy lại lời văn kỳ trước."),
    "write": Entry("figures", "Ghi phần lời của báo cáo."),
    "sentence": Entry("drafting", "Xem các câu tự viết; viết đè một câu hoặc để câu tự viết lại."),
    "declare": Entry("declaring", "Khai báo bổ sung: mục tiêu năm, gia hạn, văn bản chỉ đạo, nhiệm vụ phát sinh…"),
    "declared": Entry("declaring", "Liệt kê những gì đã khai báo bổ sung."),
    "withdraw": Entry("declaring", "Bỏ một điều đã khai báo bổ sung."),
    "status": Entry("periods", "Việc đến hạn, quá hạn, còn thiếu và cảnh báo."),
    "report": Entry("reports", "Xuất báo cáo thành tệp Word, PDF, Excel."),
    "unit-form": Entry("reports", "Lập mẫu báo cáo cho các đơn vị gửi về xã."),
    "explain": Entry("leaders", "Giải trình một dòng cho lãnh đạo, không phát hành."),
    "submit": Entry("leaders", "Ghi việc trình dự thảo báo cáo."),
    "return": Entry("leaders", "Ghi việc dự thảo bị trả lại để sửa."),
    "remark": Entry("leaders", "Ghi ý kiến của lãnh đạo về dự thảo."),
    "answer": Entry("leaders", "Ghi trả lời một ý kiến."),
    "remarks": Entry("leaders", "Các bước trình và ý kiến về báo cáo một kỳ."),
    "ready": Entry("leaders", "Xét báo cáo đã đủ điều kiện phát hành chưa."),
    "issue": Entry("reports", "Phát hành báo cáo: giữ đúng các tệp để ký và gửi, khóa kỳ."),
    "issued": Entry("issued", "Báo cáo đã phát hành; chép lại các tệp đã gửi."),
    "changed": Entry("leaders", "Những gì đã thay đổi so với báo cáo đã phát hành."),
    "correction": Entry("leaders", "Soạn công văn đính chính báo cáo đã phát hành."),
    "mail": Entry("dispatch", "Soạn thư kèm báo cáo để mở trong chương trình thư."),
    "sent": Entry("dispatch", "Ghi báo cáo đã được gửi đi thật."),
    "sendings": Entry("dispatch", "Những lần báo cáo của một kỳ đã được gửi."),
    "retype": Entry("retyping", "Bảng số liệu để nhập lại lên hệ thống của tỉnh."),
    "set": Entry("dispatch", "Ghi cả bộ hồ sơ của một kỳ thành thư mục hoặc tệp .zip."),
    "collect": Entry("collecting", "Phiếu thu thập số liệu: lập cho các đơn vị, nhận về, xem đã đến đâu."),
    "register": Entry("register", "Sổ theo dõi báo cáo của một năm."),
    "ad-hoc": Entry("register", "Báo cáo đột xuất, chuyên đề: ghi, liệt kê, thôi theo dõi."),
    "close": Entry("periods", "Khóa một kỳ."),
    "reopen": Entry("periods", "Mở lại một kỳ đã khóa."),
    "history": Entry("changes", "Kể lại mọi lần thay đổi của một dòng."),
    "undo": Entry("changes", "Hoàn tác một lần thay đổi."),
    "backup": Entry("stores", "Sao lưu sổ."),
    "restore": Entry("stores", "Khôi phục sổ từ một bản sao lưu."),
    "check": Entry("stores", "Kiểm tra sổ có nguyên vẹn không."),
    "check-plan": Entry("checking", "Những chỗ chưa khớp trong kế hoạch và số liệu."),
    "frame": Entry("frames", "Khuôn văn bản: đầu trang, Kính gửi, chữ ký, nơi nhận."),
    "setting": Entry("settings", "Xem hoặc đặt một cài đặt."),
    "sample": Entry("samples", "Xuất báo cáo của số liệu minh họa."),
}


class LazyGroup(command_words.Group):
    """Import a command's module only when it is called, since an old PC takes long for each library."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of an officer's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = __import__(f"desktop.commands.{COMMANDS[cmd_name].module}", fromlist=[cmd_name])
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.words) for name, entry in COMMANDS.items()])


@click.group(cls=LazyGroup, no_args_is_help=True)
@click.version_option(__version__, prog_name="Sổ 57", message="%(prog)s %(version)s", help="Hiện số phiên bản.")
def so57() -> None:
    """Sổ 57: theo dõi và báo cáo kế hoạch thực hiện Nghị quyết số 57-NQ/TW của UBND xã."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Carry out one call and return its exit status; no traceback reaches the user."""
    try:
        code = so57.main(arguments, prog_name="so57", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return DONE
    except click.UsageError as error:
        return _say(command_words.wrong_call(error), WRONG_CALL)
    except AppError as error:
        return _say(_told(error), COULD_NOT)
    except (click.Abort, KeyboardInterrupt):
        return _say("Đã dừng theo yêu cầu; không có gì bị ghi dở dang.", COULD_NOT)
    except SystemExit:  # whoever read the answer has gone (so57 plans | head): click leaves then by itself
        return COULD_NOT
    except Exception as error:
        return _say(_unexpected(error), COULD_NOT)
    return code if isinstance(code, int) else DONE


def _told(error: AppError) -> str:
    """Return the error's sentence, with each wrong line of a file of figures."""
    if isinstance(error, BadFigures):
        return "\n".join([error.sentence, *(f"  Dòng {p.line}: {p.reason}" for p in error.problems)])
    return error.sentence


def _unexpected(error: Exception) -> str:
    """Write what nobody foresaw to the log, and tell it in one calm sentence."""
    from desktop.faults import log_fault

    place = log_fault()
    if isinstance(error, OSError):
        from models.store.faults import disk_fault

        return disk_fault(error, Path(str(error.filename or "nơi nhận kết quả"))).sentence
    where = f"Hãy gửi tệp “{place}” cho người hỗ trợ" if place else "Hãy báo cho người hỗ trợ lệnh vừa gọi"
    return f"Sổ 57 gặp lỗi ngoài dự kiến và đã dừng lệnh này; dữ liệu trong sổ vẫn nguyên vẹn. {where}."


def _say(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code


def _speak_utf8() -> None:
    """Let Vietnamese through on consoles with another encoding; standard streams of a window program may be None."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _flush() -> None:
    """Let nothing be left for the interpreter to write at its end, where it would print a trace of its own."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _log_quietly(fault: sys.UnraisableHookArgs) -> None:
    """Keep from the user what Python finds wrong while it cleans up, such as a zip left open on a full disk."""
    from desktop.faults import log_fault

    log_fault(fault.exc_value)


def main() -> None:
    """Run the command line as a program."""
    sys.unraisablehook = _log_quietly
    _speak_utf8()
    code = run()
    _flush()
    sys.exit(code)


if __name__ == "__main__":
    main()
