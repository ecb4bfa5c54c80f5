"""The command `extract` on a system like Windows, as far as that can be played elsewhere.

python windows_like.py ARGUMENTS…      the same file is the program of the workers (`--worker`)

Gone are fork, process groups, sessions, their signals, `/proc`, `fcntl`, `resource`, `pwd`, `grp`. Locks are those of `msvcrt`. What this
process has open cannot be removed, renamed or replaced, and signal 0 ends a process. Files of our packages are opened with an encoding or
as bytes. A document named `mogok.pdf` ends its worker, one named `putar.pdf` never ends.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import warnings
from types import ModuleType

import click
import psutil
import pypdfium2

import extractor.pipeline
import extractor.readers.pdf
from extractor.batch import procfs, start, worker
from extractor.cli import main

GONE_MODULES = ("fcntl", "resource", "pwd", "grp", "termios", "tty", "posix")
GONE_OS = (
    "fork forkpty killpg getuid geteuid getgid getpgid setsid getsid setpgid sysconf sched_getaffinity statvfs O_NOFOLLOW O_DIRECTORY"
    " O_CLOEXEC O_NONBLOCK chown lchown fchmod fchown getloadavg mkfifo wait wait3 wait4 nice pread uname register_at_fork"
)
GONE_SIGNALS = (
    "SIGKILL SIGALRM SIGHUP SIGQUIT SIGPIPE SIGUSR1 SIGUSR2 SIGCHLD SIGSTOP SIGCONT alarm setitimer pthread_sigmask"
)
kill = os.kill


def become_windows() -> None:
    _play_locks()
    for name in GONE_MODULES:
        sys.modules[name] = None
    for name in GONE_OS.split():
        delattr(os, name)
    for name in GONE_SIGNALS.split():
        delattr(signal, name)
    subprocess.Popen.kill = lambda self: None if self.poll() is not None else kill(self.pid, 9)
    psutil.Process.kill = lambda self: kill(self.pid, 9)
    psutil.pid_exists = lambda pid: ("/proc/" + str(pid)) in {entry.path for entry in os.scandir("/proc")}
    os.kill = lambda pid, _: kill(pid, 9)
    procfs.PROC = pathlib.Path("/tidak-ada")
    start.CAN_FORK = hasattr(os, "fork")
    shutil._use_fd_functions = False
    for name in ("unlink", "remove", "rename", "replace", "rmdir"):
        setattr(os, name, _careful(getattr(os, name), name == "rename", os.listdir, os.readlink))
    pathlib.WindowsPath = pathlib.PosixPath
    os.name, sys.platform = "nt", "win32"
    warnings.filterwarnings("error", category=EncodingWarning, module=r"(extractor|parsers|capaian)\b")


def _play_locks() -> None:
    import fcntl

    module = ModuleType("msvcrt")
    module.LK_NBLCK = fcntl.LOCK_EX | fcntl.LOCK_NB
    module.locking = lambda descriptor, mode, _: fcntl.flock(descriptor, mode)
    sys.modules["msvcrt"] = module


def _careful(function, is_rename, listdir, readlink):
    """Refuses to touch a file, or a folder with a file in it, that this process has open, and to rename over what is there."""

    def call(path, *others, **named):
        if is_rename and os.path.lexists(others[0]):
            raise FileExistsError(17, "in the way", others[0])
        for place in (path, *others):
            held = str(pathlib.Path(os.fsdecode(place)).absolute())
            for descriptor in listdir("/proc/self/fd"):
                try:
                    opened = readlink("/proc/self/fd/" + descriptor)
                except OSError:
                    continue
                if opened == held or opened.startswith(held + "/"):
                    raise PermissionError(13, f"in use by this process ({function.__name__})", held)
        return function(path, *others, **named)

    return call


def read(path, *arguments):
    if path.name == "mogok.pdf":
        os._exit(3)
    while path.name == "putar.pdf":
        pass
    return original(path, *arguments)


original, extractor.pipeline.run = extractor.pipeline.run, read
assert click
assert pypdfium2, "these look at the system when they are loaded"

if __name__ == "__main__":
    is_worker = sys.argv[1:] == ["--worker"]
    start.PROGRAM[:] = [sys.executable, "-S", "-X", "warn_default_encoding", __file__, "--worker"]
    if "LIKE_WINDOWS" in os.environ:
        become_windows()
    worker.main() if is_worker else main()
