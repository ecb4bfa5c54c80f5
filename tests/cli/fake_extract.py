"""The command `extract` with a pipeline that does what the input's second line says, to try what real reports seldom do.

python fake_extract.py ARGUMENTS…      second line: complete, partial, crash, deep, noisy, slow, program, findings, killed, hungry, busy,
changes
FAKE_KILL=WHO:N: before its N-th step of writing to the disk the `parent`, a `worker`, or the parent with `both` is killed.
The same file is the program of the workers (`--worker`), so that they have the same pipeline.
"""

import importlib.util
import os
import signal
import sys
import time
from pathlib import Path
from types import ModuleType

import msgspec
import psutil

import extractor
from extractor.batch import start, worker
from extractor.cli import main
from extractor.emit import atomic
from extractor.intake import identify
from extractor.model.body import Grid
from extractor.model.errors import MissingProgram
from extractor.model.outline import CaptionedGrid, Outline
from extractor.model.place import Place
from extractor.model.temuan import Message, Ref


def factory():
    path = Path(__file__).parents[1] / "emit" / "laporan_factory.py"
    spec = importlib.util.spec_from_file_location("laporan_factory", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _deep(n=0):
    return _deep(n + 1)


def _crash():
    raise ZeroDivisionError("pembagi nol")


def _noisy():
    print("kotoran dari Python")
    os.write(1, b"kotoran dari pustaka C\n")


def _program():
    raise MissingProgram(message_id="Program x tidak terpasang.", message_en="Program x is not installed.")


def _slow():
    Path(os.environ["FAKE_STARTED"]).write_text("x")
    time.sleep(60)


def _killed():
    os.kill(os.getpid(), signal.SIGKILL)


def _hungry():
    hoard = []
    while True:
        hoard.append(bytearray(10_000_000))
        time.sleep(0.01)


def _busy():
    while True:
        pass


ACTS = {
    "killed": _killed,
    "hungry": _hungry,
    "busy": _busy,
    "crash": _crash,
    "deep": _deep,
    "noisy": _noisy,
    "slow": _slow,
    "program": _program,
}


def run(path, options, progress):
    found = identify(path)
    words = path.read_bytes().splitlines()[1].decode().lstrip("% ")
    refused = {page.page for page in options.refused}
    act, _, page = words.partition(" on page ")
    progress(int(page) if page else None, 0, 2)
    if act == "changes":
        path.write_bytes(path.read_bytes().replace(b"changes", b"complete"))
    if not page or int(page) not in refused:
        ACTS.get(act, lambda: None)()
    assert options.wants(1)
    progress(None, 2, 2)
    words = "partial" if refused else act
    make = factory()
    laporan = make.make_laporan(
        status="partial" if words == "partial" else "complete",
        temuan=(make.make_temuan(),) if words == "findings" else found.temuan,
    )
    if words == "partial":
        page = make.make_temuan(
            code="PAGE-TEXT", severity="W", message=Message("Tanpa teks.", "No text."), refs=(Ref(page=2),)
        )
        laporan = msgspec.structs.replace(laporan, temuan=(page,))
    source = msgspec.structs.replace(laporan.source, file_name=found.file_name, sha256=found.sha256)
    run = msgspec.structs.replace(laporan.run, started=None, seconds=None)
    return msgspec.structs.replace(laporan, source=source, run=run)


def inspect(path, options):
    assert options.wants(1)
    identify(path)
    laporan = factory().make_laporan()
    grid = Grid(3, 2, (), (Place(5, (0.0, 0.0, 1.0, 1.0)),))
    tables = (
        CaptionedGrid(grid, "3.1", "Capaian \x1b[31mIndikator", "III"),
        CaptionedGrid(grid, None, None, None),
    )
    return Outline(laporan.laporan, laporan.bab, laporan.daftar_tabel, tables)


def kill_at(who, number, is_worker):
    """Count the flushes and renames of this process."""
    left = iter(range(number - 1, -1, -1))
    parent = os.getpid()

    def counted(function):
        def call(*arguments):
            if (who == "worker") == (is_worker or os.getpid() != parent) and next(left, None) == 0:
                for child in psutil.Process().children(recursive=True) if who == "both" else ():
                    child.kill()
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*arguments)

        return call

    atomic._move = counted(atomic._move)
    os.fsync = counted(os.fsync)


pipeline = ModuleType("extractor.pipeline")
pipeline.run = run
pipeline.inspect = inspect
sys.modules["extractor.pipeline"] = pipeline
extractor.pipeline = pipeline

if __name__ == "__main__":
    is_worker = sys.argv[1:] == ["--worker"]
    if "FAKE_KILL" in os.environ:
        who, _, number = os.environ["FAKE_KILL"].partition(":")
        kill_at(who, int(number), is_worker)
    if is_worker:
        worker.main()
    start.CAN_FORK = start.CAN_FORK and "FAKE_FRESH" not in os.environ
    start.PROGRAM[:] = [sys.executable, __file__, "--worker"]
    main()
