"""Run one command and turn whatever happens into an exit code and sentences on stderr. The only place that does so."""

import importlib
import logging
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from extractor.cli.console import Console
from extractor.model.errors import ExitCode, ExtractError, OutputError

logger = logging.getLogger(__name__)


class _Signals:
    """Remembers which signal asked us to stop; SIGTERM ends the work the same orderly way as Ctrl-C."""

    def __init__(self) -> None:
        self.received: int = signal.SIGINT

    def stop(self, number: int, frame: FrameType | None) -> None:
        del frame
        self.received = number
        raise KeyboardInterrupt


def run(name: str, arguments: Sequence[str], *, named: bool) -> int:
    """Run the command `name`; `named` when the person wrote its name. Returns the exit code, raises nothing."""
    from extractor.cli import COMMANDS

    signals = _Signals()
    for ending in ("SIGTERM", "SIGBREAK"):
        # The second is Ctrl-Break on Windows.
        if hasattr(signal, ending):
            signal.signal(getattr(signal, ending), signals.stop)
    _make_streams_safe()
    command: click.Command = importlib.import_module(COMMANDS[name].module).command
    try:
        code = _call(command, f"extract {name}" if named else "extract", arguments)
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
        Console().say(
            "Dihentikan. Jalankan perintah yang sama untuk melanjutkan.",
            "Interrupted. Run the same command again to go on.",
        )
    if code == ExitCode.INTERRUPTED:
        code = 128 + signals.received
    _flush_quietly()
    return code


def _call(command: click.Command, program: str, arguments: Sequence[str]) -> int:
    try:
        result = command.main(args=list(arguments), prog_name=program, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except ExtractError as error:
        Console().error(error)
        return error.exit_code
    except click.Abort as error:
        # What click makes of Ctrl-C.
        raise KeyboardInterrupt from error
    except BrokenPipeError:
        return ExitCode.DONE
    except OSError as error:
        what = error.strerror or type(error).__name__
        Console().error(
            OutputError(message_id=f"Keluaran tidak bisa ditulis: {what}.", message_en=f"Cannot write output: {what}.")
        )
        return ExitCode.OUTPUT
    except Exception as error:
        from extractor.batch.outcome import unexpected

        logger.exception("unexpected error")
        Console().error(unexpected(error))
        return ExitCode.INTERNAL
    return result if isinstance(result, int) else ExitCode.DONE


def _make_streams_safe() -> None:
    """Names and texts of reports may hold what the terminal's encoding does not; show escapes rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _flush_quietly() -> None:
    """A reader that has gone away (`extract … | head`) is no error, now or when the interpreter closes the streams."""
    for stream, number in ((sys.stdout, 1), (sys.stderr, 2)):
        try:
            stream.flush()
        except (BrokenPipeError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), number)
