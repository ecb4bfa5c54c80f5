"""The output folder of a run: made when needed, its manifest kept, and the files over all reports in it."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from extractor.batch.outcome import Outcome
from extractor.batch.plan import line_of
from extractor.emit.atomic import check_writable, make_folder, remove_leftovers
from extractor.emit.combined import has_combined, write_combined
from extractor.emit.json_file import FILE_NAME
from extractor.emit.manifest import (
    Line,
    append_manifest,
    is_current,
    manifest_bytes,
    read_manifest,
    write_manifest,
)

OCR_CACHE = ".ocr"
"""Folder beside the results: what OCR read, kept for a second run."""
_SMALL_BYTES = 30_000_000
"""Of `laporan.json` files in all."""


class Output:
    """The folder `root`."""

    def __init__(self, root: Path, *, safe_csv: bool = False) -> None:
        self.root = root
        self._safe_csv = safe_csv
        self._earlier: Mapping[str, Line] = {}
        self._is_noted = False

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Inside, the folder exists; a folder that was made for this and stayed empty is gone afterwards. Raises `OutputError`."""
        check_writable(self.root)
        made = not self.root.exists()
        make_folder(self.root)
        try:
            yield
        finally:
            if made and not any(self.root.iterdir()):
                self.root.rmdir()

    def read_earlier(self) -> Mapping[str, Line]:
        """The manifest of earlier runs, by name; clears what killed runs left behind."""
        for folder in (self.root, self.root / OCR_CACHE, Path(tempfile.gettempdir())):
            remove_leftovers(folder)
        self._earlier = read_manifest(self.root)
        return self._earlier

    def note(self, outcome: Outcome) -> None:
        """Add an outcome to the manifest while the run goes on. Raises `OutputError`."""
        append_manifest(self.root, line_of(outcome), first=not self._is_noted)
        self._is_noted = True

    def finish(self, outcomes: Sequence[Outcome]) -> None:
        """Write the combined files over every report in the folder, then the manifest. Raises `OutputError`."""
        # A machine of a cluster that was lost leaves what it was writing.
        remove_leftovers(self.root)
        lines = [line_of(outcome) for outcome in outcomes]
        kept = self._kept(lines)
        gone = {line.path for line in lines if line.status == "failed"}
        stale = {line.stem for line in self._earlier.values() if line.path in gone}
        stems = [place.parent.name for place in sorted(self.root.glob(f"*/{FILE_NAME}"))]
        stems = [stem for stem in stems if stem not in stale and not stem.startswith(".")]
        manifest = manifest_bytes([*kept, *lines])
        # The manifest is written last: where it says all this already, the combined files do so too.
        if all(outcome.kept for outcome in outcomes) and is_current(self.root, manifest) and has_combined(self.root):
            return
        if stems:
            write_combined(self.root, stems, safe_csv=self._safe_csv)
        write_manifest(self.root, manifest)

    def is_small(self) -> bool:
        """Whether the combined files are made in about a second."""
        return sum(place.stat().st_size for place in self.root.glob(f"*/{FILE_NAME}")) < _SMALL_BYTES

    def _kept(self, lines: Sequence[Line]) -> list[Line]:
        """Lines of earlier runs that this run does not replace."""
        paths = {line.path for line in lines}
        stems = {line.stem for line in lines if line.stem is not None}
        return [line for line in self._earlier.values() if line.path not in paths and line.stem not in stems]
