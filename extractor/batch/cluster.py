"""The same tasks on a Dask cluster. Tasks and the scheduler's address in, ends out; results are written by the workers themselves.

Every Dask worker keeps a supervisor, so that a document has the same limits there as here: a hang or a crash costs its own
process, never the Dask worker. A task whose Dask worker is lost is given to another; the report's folder is renamed into
place, so that a task done twice leaves one result. Inputs and output must be at the same path on every machine.
"""

import logging
import socket
import threading
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from extractor.batch.messages import Finished, Step, Task
from extractor.batch.outcome import failed, unexpected
from extractor.batch.pool import Event
from extractor.batch.supervisor import Supervisor
from extractor.model.errors import MissingProgram, OutputError, Problem
from extractor.model.limits import Limits

_RETRIES = 3
_KNOCK_SECONDS = 10.0
_AHEAD = 4
"""Tasks that are given out per thread of the cluster: enough that none waits, few enough that memory stays small."""
_supervisors = threading.local()
logger = logging.getLogger(__name__)


def run_cluster(tasks: Sequence[Task], limits: Limits, address: str) -> Iterator[Event]:
    """Do all tasks on the cluster. Raises `MissingProgram` without Dask, `OutputError` when there is no scheduler."""
    client = _connect(address)
    import distributed

    as_completed: Any = distributed.as_completed

    try:
        threads = max(1, sum(client.nthreads().values()))
        waiting = iter(tasks)
        by_key: dict[str, Task] = {}

        def give(task: Task) -> Any:
            future = client.submit(
                do_task, task, limits, pure=False, retries=_RETRIES, key=f"lkip-{id(tasks)}-{task.number}"
            )
            by_key[future.key] = task
            return future

        futures = as_completed([give(task) for task in islice(waiting, threads * _AHEAD)], loop=client.loop)
        for future in futures:
            task = by_key.pop(future.key)
            yield task, _end(task, future)
            following = next(waiting, None)
            if following is not None:
                futures.add(give(following))
    finally:
        client.close()


def do_task(task: Task, limits: Limits) -> Finished:
    """Runs on the cluster, in a thread of a Dask worker."""
    supervisor = getattr(_supervisors, "one", None)
    if supervisor is None:
        supervisor = _supervisors.one = Supervisor(limits)
    return supervisor.run(task, _untold)


def _untold(step: Step) -> None:
    """Steps stay on their machine."""


def _end(task: Task, future: Any) -> Finished:
    try:
        finished: Finished = future.result()
        return finished
    except Exception as error:
        logger.exception("the cluster could not do %s", task.name)
        return Finished(failed(task.name, Problem.of(unexpected(error)), task.options))


def _connect(address: str) -> Any:
    try:
        import distributed
    except ImportError as error:
        raise MissingProgram(
            message_id="Untuk --cluster diperlukan Dask.",
            message_en="--cluster needs Dask.",
            advice_id='Jalankan: pip install "lkip-extractor[cluster]"',
            advice_en='Run: pip install "lkip-extractor[cluster]"',
        ) from error
    try:
        _knock(address)
        client: Any = distributed.Client
        return client(address, timeout=30, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise OutputError(
            code="no_cluster",
            message_id=f"Penjadwal Dask di {address} tidak menjawab.",
            message_en=f"There is no answer from a Dask scheduler at {address}.",
            advice_id="Periksa alamatnya, dan apakah dask scheduler dan dask worker berjalan.",
            advice_en="Check the address, and whether dask scheduler and dask worker run.",
        ) from error


def _knock(address: str) -> None:
    """Raises OSError or ValueError when nobody listens: a client that never got through fails noisily at the end of the program."""
    place = urlsplit(address if "://" in address else f"tcp://{address}")
    if place.hostname is None or place.port is None:
        raise ValueError(f"no host and port in {address!r}")
    socket.create_connection((place.hostname, place.port), timeout=_KNOCK_SECONDS).close()
