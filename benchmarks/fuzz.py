"""Broken files without end: small samples, broken at random from a seed, given to workers under limits. A seed in, what became of it out.

python -m benchmarks.fuzz [COUNT] [--first SEED] [--keep FOLDER]      says what is no clean end: errors inside the program, crashes, limits

Every sample may be broken by flipped bytes, cuts, doubled, moved and lost pieces; PDFs also by exchanged objects, absurd numbers and broken
streams, Word files and archives also inside of their parts. A file is the same for the same seed.
"""

import argparse
import io
import os
import re
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from extractor.batch.messages import Task
from extractor.batch.outcome import Outcome
from extractor.batch.supervisor import Supervisor
from extractor.model.limits import Limits
from extractor.model.options import Options

SAMPLES = Path(__file__).parents[1] / "samples"
LIMITS = Limits(seconds=120, idle_seconds=60, page_cpu_seconds=20, memory_mb=1000)
UNCLEAN = ("internal", "limit_crash", "limit_loop", "limit_idle", "limit_time", "limit_memory", "memory")
"""Codes of ends that are a fault of the program, or may hide one."""
NUMBERS = (
    b"-1",
    b"0",
    b"65536",
    b"2147483647",
    b"2147483648",
    b"4294967296",
    b"99999999999999999999",
    b"1e308",
    b"-0.0001",
)
Breaker = Callable[[bytes, Random], bytes]


class Sample(NamedTuple):
    name: str
    data: bytes
    breakers: tuple[Breaker, ...]


class End(NamedTuple):
    """What became of a broken file."""

    seed: int
    sample: str
    outcome: Outcome
    seconds: float

    @property
    def code(self) -> str:
        return self.outcome.status if self.outcome.problem is None else self.outcome.problem.code

    @property
    def is_clean(self) -> bool:
        return self.code not in UNCLEAN


def _place(data: bytes, random: Random) -> tuple[int, int]:
    """A piece: mostly short, sometimes long."""
    start = random.randrange(max(len(data), 1))
    longest = max(len(data) - start, 1)
    return start, start + min(random.choice((1, 4, 30, 300, longest)), longest)


def flip(data: bytes, random: Random) -> bytes:
    """Some bytes are others."""
    broken = bytearray(data)
    for _ in range(random.choice((1, 3, 20, 200))):
        if broken:
            broken[random.randrange(len(broken))] ^= 1 << random.randrange(8)
    return bytes(broken)


def cut(data: bytes, random: Random) -> bytes:
    """The end, or the beginning, is missing."""
    at = random.randrange(max(len(data), 1))
    return data[at:] if random.random() < 0.2 else data[:at]


def lose(data: bytes, random: Random) -> bytes:
    start, end = _place(data, random)
    return data[:start] + data[end:]


def double(data: bytes, random: Random) -> bytes:
    start, end = _place(data, random)
    return data[:end] + data[start:end] * random.choice((1, 1, 50)) + data[end:]


def move(data: bytes, random: Random) -> bytes:
    start, end = _place(data, random)
    to = random.randrange(max(len(data), 1))
    rest = data[:start] + data[end:]
    return rest[:to] + data[start:end] + rest[to:]


def rubbish(data: bytes, random: Random) -> bytes:
    """Random bytes in place of others."""
    start, end = _place(data, random)
    return data[:start] + random.randbytes(end - start) + data[end:]


def line_ends(data: bytes, random: Random) -> bytes:
    """As programs do that think a file is text."""
    old, new = random.choice(((b"\n", b"\r\n"), (b"\r\n", b"\n"), (b"\n", b"\r"), (b"\0", b"")))
    return data.replace(old, new)


def absurd_number(data: bytes, random: Random) -> bytes:
    """A number is another one."""
    numbers = list(re.finditer(rb"-?\d+(?:\.\d+)?", data))
    if not numbers:
        return data
    match = random.choice(numbers)
    return data[: match.start()] + random.choice(NUMBERS) + data[match.end() :]


def exchange_objects(data: bytes, random: Random) -> bytes:
    """Two objects of a PDF change their places, or one takes the other's."""
    objects = list(re.finditer(rb"(?<=obj\n|obj\r)(.*?)(?=\n?endobj)", data, re.DOTALL))
    if len(objects) < 2:
        return data
    first, second = sorted(random.sample(objects, 2), key=lambda m: m.start())
    other = first[0] if random.random() < 0.5 else second[0]
    return data[: first.start()] + second[0] + data[first.end() : second.start()] + other + data[second.end() :]


def redirect(data: bytes, random: Random) -> bytes:
    """A reference of a PDF leads elsewhere: to nothing, to itself, in a circle."""
    references = list(re.finditer(rb"\b\d+ 0 R\b", data))
    if not references:
        return data
    match = random.choice(references)
    to = b"%d 0 R" % random.randrange(len(references) + 2)
    return data[: match.start()] + to + data[match.end() :]


def break_stream(data: bytes, random: Random) -> bytes:
    """The packed content of a PDF is broken, its length as before."""
    streams = list(re.finditer(rb"stream\r?\n(.+?)endstream", data, re.DOTALL))
    if not streams:
        return data
    match = random.choice(streams)
    held = random.choice((flip, rubbish))(match[1], random)
    return data[: match.start(1)] + held[: len(match[1])].ljust(len(match[1]), b"\0") + data[match.end(1) :]


def break_part(data: bytes, random: Random) -> bytes:
    """A part of an archive is broken before it is packed, or left out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return data
    if not parts:
        return data
    big = [i for i, (_, content) in enumerate(parts) if len(content) > 20_000]
    chosen = random.choice(big) if big and random.random() < 0.6 else random.randrange(len(parts))
    name, content = parts[chosen]
    if random.random() < 0.1:
        del parts[chosen]
    else:
        parts[chosen] = (name, random.choice((*PLAIN, break_tags, break_tags, absurd_number))(content, random))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(_entry(name), content)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """Without the time of day."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def break_tags(data: bytes, random: Random) -> bytes:
    """An element of an XML is lost, doubled, or another one, and the XML is still one."""
    elements = list(re.finditer(rb"<([\w:]+)(?:\s[^<>]*)?/>", data)) or list(
        re.finditer(rb"<([\w:]+)>[^<]*</\1>", data)
    )
    if not elements:
        return data
    match = random.choice(elements)
    other = random.choice(elements)[0]
    new = random.choice((b"", match[0] * 2, other, match[0] * 200, absurd_number(match[0], random)))
    return data[: match.start()] + new + data[match.end() :]


PLAIN: tuple[Breaker, ...] = (flip, cut, lose, double, move, rubbish, line_ends)
PDF: tuple[Breaker, ...] = (
    *PLAIN,
    absurd_number,
    absurd_number,
    exchange_objects,
    redirect,
    redirect,
    break_stream,
    break_stream,
)
ARCHIVE: tuple[Breaker, ...] = (*PLAIN, *(break_part,) * 12)


@cache
def samples() -> tuple[Sample, ...]:
    """Small files of every kind, from those of the project."""
    pages = _some_pages(SAMPLES / "lkip-word.pdf", (0, 9, 10))
    plain = _some_pages(SAMPLES / "lkip-tanpagaris.pdf", (9, 10), plain=True)
    document = (SAMPLES / "lkip.docx").read_bytes()
    text = (SAMPLES / "lkip-salinan.txt").read_bytes()[:12_000]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry("lkip.pdf"), pages)
    return (
        Sample("a.pdf", pages, PDF),
        Sample("b.pdf", plain, PDF),
        Sample("c.docx", document, ARCHIVE),
        Sample("d.txt", text, (*PLAIN, absurd_number)),
        Sample("e.zip", packed.getvalue(), ARCHIVE),
    )


def _some_pages(path: Path, numbers: Sequence[int], *, plain: bool = False) -> bytes:
    """A PDF of some pages; `plain`: with nothing packed, so that what is broken is content."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(path) as whole, pikepdf.new() as part:
        part.pages.extend([whole.pages[n] for n in numbers])
        streams = pikepdf.ObjectStreamMode.disable if plain else pikepdf.ObjectStreamMode.preserve
        decode = pikepdf.StreamDecodeLevel.generalized if plain else pikepdf.StreamDecodeLevel.none
        part.save(
            out,
            object_stream_mode=streams,
            stream_decode_level=decode,
            compress_streams=not plain,
            deterministic_id=True,
        )
    return out.getvalue()


def broken(seed: int) -> Sample:
    """The file of a seed."""
    random = Random(seed)
    sample = random.choice(samples())
    data = sample.data
    for _ in range(random.choice((1, 1, 2, 4))):
        data = random.choice(sample.breakers)(data, random)
    return sample._replace(data=data)


def run(seeds: Sequence[int], keep: Path | None = None) -> Iterator[End]:
    """Give the files of `seeds` to a worker, one after the other; those without a clean end are kept in `keep`."""
    supervisor = Supervisor(LIMITS)
    try:
        with tempfile.TemporaryDirectory() as folder:
            for seed in seeds:
                sample = broken(seed)
                path = Path(folder) / f"{seed}-{sample.name}"
                path.write_bytes(sample.data)
                member = "lkip.pdf" if sample.name.endswith(".zip") and b"lkip.pdf" in sample.data else None
                task = Task(seed, os.fsencode(path), member, None, "", sample.name, Options(ocr="off"))
                started = time.perf_counter()
                end = End(
                    seed, sample.name, supervisor.run(task, lambda _: None).outcome, time.perf_counter() - started
                )
                if keep is not None and not end.is_clean:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / path.name).write_bytes(sample.data)
                path.unlink()
                yield end
    finally:
        supervisor.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Broken files for the readers.")
    parser.add_argument("count", nargs="?", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    codes: Counter[tuple[str, str]] = Counter()
    slowest: list[tuple[float, int]] = []
    for end in run(range(asked.first, asked.first + asked.count), asked.keep):
        codes[end.sample, end.code] += 1
        slowest = sorted([*slowest, (end.seconds, end.seed)])[-5:]
        if not end.is_clean and end.outcome.problem is not None:
            print(f"seed {end.seed} {end.sample}: {end.code}: {end.outcome.problem.message.en}", flush=True)
    for (sample, code), count in sorted(codes.items()):
        print(f"{sample:8}{code:24}{count:6}")
    print("slowest (s, seed):", ", ".join(f"{seconds:.1f} {seed}" for seconds, seed in slowest))


if __name__ == "__main__":
    main()
