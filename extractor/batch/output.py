"""The output folder of a run: which report may go where, and the files over all of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from extractor.batch.outcome import Outcome
from extractor.emit.atomic import check_writable, make_folder, remove_leftovers
from extractor.emit.combined import write_combined
from extractor.emit.json_file import FILE_NAME, read_laporan
from extractor.emit.manifest import Line, Reason, path_text, read_manifest, write_manifest
from extractor.emit.report_folder import write_report
from extractor.model.errors import OutputError
from extractor.model.laporan import Laporan
from extractor.model.temuan import Message


class Output:
    """The folder `root`. A report replaces its own earlier result; what belongs to others only with `overwrite`."""

    def __init__(self, root: Path, *, safe_csv: bool = False, overwrite: bool = False) -> None:
        self.root = root
        self._safe_csv = safe_csv
        self._overwrite = overwrite
        self._earlier = read_manifest(root)
        self._prepared = False

    def check(self) -> None:
        """Raises `OutputError` when nothing could be written here; makes nothing."""
        check_writable(self.root)

    def write(self, path: Path, stem: str, laporan: Laporan) -> None:
        """Write the folder of the report that was read from `path`. Raises `OutputError`."""
        self._prepare()
        if not self._overwrite:
            self._refuse_foreign(path, stem, laporan)
        write_report(self.root / stem, laporan, safe_csv=self._safe_csv)

    def finish(self, outcomes: Sequence[Outcome]) -> None:
        """Write the combined files over every report in the folder, then the manifest. Raises `OutputError`."""
        self._prepare()
        lines = [_line(outcome) for outcome in outcomes]
        kept = self._kept(lines)
        failed = {line.path for line in lines if line.status == "failed"}
        stale = {line.stem for line in self._earlier if line.path in failed}
        stems = [place.parent.name for place in sorted(self.root.glob(f"*/{FILE_NAME}"))]
        stems = [stem for stem in stems if stem not in stale and not stem.startswith(".")]
        if stems:
            write_combined(self.root, stems, safe_csv=self._safe_csv)
        write_manifest(self.root, [*kept, *lines])

    def _prepare(self) -> None:
        if not self._prepared:
            make_folder(self.root)
            remove_leftovers(self.root)
            self._prepared = True

    def _kept(self, lines: Iterable[Line]) -> list[Line]:
        """Lines of earlier runs that this run does not replace."""
        paths = {line.path for line in lines}
        stems = {line.stem for line in lines if line.stem is not None}
        return [line for line in self._earlier if line.path not in paths and line.stem not in stems]

    def _refuse_foreign(self, path: Path, stem: str, laporan: Laporan) -> None:
        folder = self.root / stem
        if not folder.is_symlink() and (not folder.exists() or _is_empty(folder)):
            return
        source = _source(folder)
        owner = next((line.path for line in self._earlier if line.stem == stem), None)
        if source is not None and source[0] == laporan.source.sha256:
            return
        if source is not None and (
            owner == path_text(path) or (owner is None and source[1] == laporan.source.file_name)
        ):
            return
        shown = path_text(folder)
        whose = owner or "?"
        raise OutputError(
            code="output_taken",
            message_id=f"Di {shown} sudah ada hasil lain (dari: {whose}).",
            message_en=f"At {shown} there already exists another result (of: {whose}).",
            advice_id="Pilih folder keluaran lain dengan -o, atau timpa dengan --overwrite.",
            advice_en="Choose another output folder with -o, or replace it with --overwrite.",
        )


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _source(folder: Path) -> tuple[str, str] | None:
    """(sha256, file name) of the report that an earlier run wrote here; None when it is not one of ours."""
    if folder.is_symlink():
        return None
    try:
        source = read_laporan((folder / FILE_NAME).read_bytes()).source
    except (OSError, msgspec.ValidationError, msgspec.DecodeError):
        return None
    return source.sha256, source.file_name


def _line(outcome: Outcome) -> Line:
    error = outcome.error
    reason = None
    if error is not None:
        reason = Reason(
            error.code,
            Message(error.message_id, error.message_en),
            Message(error.advice_id, error.advice_en),
        )
    return Line(
        path=path_text(outcome.path),
        stem=outcome.stem,
        sha256=outcome.sha256,
        status=outcome.status,
        reason=reason,
        seconds=outcome.seconds,
        versions=outcome.versions,
        options=outcome.options,
    )
