"""Right cells and figures of scanned pages: `python -m benchmarks.scan [LABELS PDFS] [--settings NAME...] [--pages N] [--seeds N]`.

Takes up to ten labelled pages that hold a whole transcribed table (the tables with most figures first, from every document in turn),
makes a picture of each as a scanner would (leaning paper, noise, blur, JPEG; `hard`: 150 dpi, faint print, specks, JPEG 35), puts it
into a PDF without text and reads that with `extract`. LABELS and PDFS as in `benchmarks.accuracy`. `text` is the page itself, not a
picture of it: what the table reading alone gets wrong on a page that stands alone. Tables whose rows no drawn line parts are left out: a
text layer may still tell where a row begins (each row's cells are drawn anew), a picture does not.

Printed: a Markdown table. Cells: F1 with letters and digits only. Figures: cells of the truth that hold one figure; printed: the same
text with the same separators; number: the same value. Clean wrong: of the figures whose `reading` is clean and that two engines agree
about, those with another value (only with tesseract). CPU: seconds a page, and as a multiple of rapidocr's own time for the same
picture (whole page, word boxes, one thread). Exit code 0.
"""

import argparse
import io
import os
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.accuracy import ROOT, SHARED, Labelled, Values, documents, entry

FIGURE = re.compile(r"(?i)(rp\.?)?\(?-?\d[\d.,]*(,-)?%?\)?")
MOST_PAGES = 10
NEAR = 4.0
"""Points."""
SEED = 10_000
"""Between the noise of two scans of one page; more than pages have numbers."""


class Setting(NamedTuple):
    """How a page is scanned. `skew` in degrees, `noise` in grey levels, `blur` in pixels, `contrast`: ink from this share of black,
    `specks` on a page, `quality` of the JPEG."""

    dpi: int
    skew: float = 0.7
    noise: float = 8.0
    blur: float = 0.5
    contrast: float = 0.9
    specks: int = 0
    quality: int = 60


SETTINGS = {
    "150": Setting(150),
    "200": Setting(200),
    "300": Setting(300),
    "hard": Setting(150, skew=-1.3, noise=14.0, blur=0.8, contrast=0.45, specks=600, quality=35),
}


class Sheet(NamedTuple):
    """A labelled page: the document, the key of its table in the label, the page's number."""

    file: Labelled
    key: str
    page: int

    @property
    def grid(self) -> list[list[str]]:
        found: list[list[str]] = self.file.label["cells"][self.key]["grid"]
        return found


@dataclass
class Score:
    """`wrong_clean` of `clean`: figures said to be sure that are not."""

    cells: list[int] = field(default_factory=lambda: [0, 0, 0])
    figures: int = 0
    printed: int = 0
    number: int = 0
    clean: int = 0
    wrong_clean: int = 0
    seconds: list[float] = field(default_factory=list)
    engine: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.cells[0] / (self.cells[1] + self.cells[2])


def plain(text: str) -> str:
    return re.sub(r"[^0-9a-z]+", "", (text or "").casefold())


def printed(text: str) -> str:
    return re.sub(r"\s+", "", text or "").casefold()


def sheets(files: Sequence[Labelled], most: int) -> list[Sheet]:
    """Pages that hold a whole transcribed table; the first of every document, then the second, …"""
    ranked: list[tuple[int, int, Sheet]] = []
    for file in files:
        pages = {key: entry(file.label, key)["pages"] for key in file.label["cells"]}
        own = [Sheet(file, key, found[0]) for key, found in pages.items() if len(found) == 1]
        own.sort(key=lambda s: -sum(bool(FIGURE.fullmatch(printed(x))) for row in s.grid for x in row))
        ranked += [(rank, len(ranked) + rank, sheet) for rank, sheet in enumerate(own)]
    ordered = (sheet for _, _, sheet in sorted(ranked, key=lambda item: item[:2]))
    return list(islice(filter(is_drawn, ordered), most))


def is_drawn(sheet: Sheet) -> bool:
    """Whether the page draws a line between all rows of the table (as far as its text layer is read rightly)."""
    from extractor import pipeline
    from extractor.model.options import Options
    from extractor.readers.pdf import open_document, read_page

    report = pipeline.run(sheet.file.path, Options(pages=((sheet.page, sheet.page),)))
    texts = {plain(x) for row in sheet.grid for x in row} - {""}
    table = max(report.tabel, key=lambda t: len(texts & {plain(c.text) for c in t.cells}), default=None)
    if table is None:
        return False
    with open_document(sheet.file.path) as document:
        page = read_page(document, sheet.page)
    lines = [r.pos for r in page.rules if r.horizontal and r.dark and r.end - r.start > page.width / 10]
    tops: dict[int, float] = {}
    for cell in table.cells:
        box = cell.prov[0].bbox if cell.prov else None
        if box is not None and cell.row:
            tops[cell.row] = min(box[1], tops.get(cell.row, box[1]))
    return len(tops) == len(sheet.grid) - 1 and all(any(abs(y - top) < NEAR for y in lines) for top in tops.values())


def scanned(sheet: Sheet, setting: Setting, seed: int = 0) -> Any:
    """The page as a scanner gives it: a PIL image, the same in every run with `seed`."""
    import numpy
    import pypdfium2
    from PIL import Image, ImageFilter

    with pypdfium2.PdfDocument(sheet.file.path) as document:
        image = document[sheet.page - 1].render(scale=setting.dpi / 72, grayscale=True).to_pil().convert("L")
    image = image.rotate(-setting.skew, Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(setting.blur))
    random_ = numpy.random.default_rng(sheet.page + SEED * seed)
    pixels = 250 - (255 - numpy.asarray(image, float)) * setting.contrast
    pixels += random_.normal(0, setting.noise, pixels.shape)
    specks = random.Random(sheet.page + SEED * seed)
    for _ in range(setting.specks):
        y, x = specks.randrange(pixels.shape[0] - 2), specks.randrange(pixels.shape[1] - 2)
        pixels[y : y + specks.randint(1, 2), x : x + specks.randint(1, 2)] = 90
    held = io.BytesIO()
    Image.fromarray(pixels.clip(0, 255).astype("uint8")).save(held, "JPEG", quality=setting.quality)
    return Image.open(held)


def cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def rapidocr_seconds(image: Any) -> float:
    """CPU seconds of rapidocr's own way over a picture."""
    import numpy
    from rapidocr import RapidOCR

    params = {
        "Global.log_level": "critical",
        "Global.return_word_box": True,
        "Global.max_side_len": 20_000,
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    engine = RapidOCR(params=params)
    pixels = numpy.asarray(image.convert("RGB"))
    started = cpu()
    engine(pixels)
    return cpu() - started


def compare(sheet: Sheet, report: Values, score: Score) -> None:
    """Enter what a report's best table shares with the truth."""
    texts = {plain(x) for row in sheet.grid for x in row} - {""}
    named = [table for table in report["tabel"] if table["nomor"] == sheet.key] or report["tabel"]
    tables = [{(c["row"], c["col"]): c for c in table["cells"]} for table in named]
    table = max(tables, key=lambda cells: len(texts & {plain(c["text"]) for c in cells.values()}), default={})
    truth = {(r, c): text for r, row in enumerate(sheet.grid) for c, text in enumerate(row) if plain(text)}
    found = {at: cell for at, cell in table.items() if plain(cell["text"])}
    score.cells[0] += sum(at in found and plain(found[at]["text"]) == plain(text) for at, text in truth.items())
    score.cells[1] += len(found)
    score.cells[2] += len(truth)
    disputed = {(r["row"], r["col"]) for t in report["temuan"] if t["code"] == "OCR-FIGURE" for r in t["refs"]}
    for at, text in truth.items():
        got = found.get(at, {"text": ""})
        if FIGURE.fullmatch(printed(text)):
            _compare_figure(text, got, score, agreed=at not in disputed)
        elif plain(got["text"]) != plain(text):
            score.wrong.append(f"{sheet.file.path.stem} {sheet.key} {at} {text!r} {got['text']!r}")


def _compare_figure(text: str, cell: Values, score: Score, agreed: bool) -> None:
    value = cell.get("value") or {}
    same = printed(cell["text"]) == printed(text)
    right = same or (value.get("number") is not None and value["number"] in _numbers(text))
    score.figures += 1
    score.printed += same
    score.number += right
    if value.get("reading") == "clean" and value.get("number") is not None and agreed:
        score.clean += 1
        score.wrong_clean += not right
        if not right:
            score.wrong.append(f"CLEAN {text!r} {cell['text']!r} {value}")
    if not same:
        score.wrong.append(f"figure {text!r} {cell['text']!r} {value.get('number')} {value.get('reading')}")


def _numbers(text: str) -> set[str]:
    """The values that the printed truth may have."""
    from parsers.nilai import read_value

    value = read_value(text)
    return {str(n) for n in (value.number, *value.alternatives) if n is not None}


def measure(chosen: Sequence[Sheet], setting: Setting | None, folder: Path, quick: bool, seeds: int = 1) -> Score:
    """Read the pages as scanned with `setting` (None: as they are), each with the noise of `seeds` scans."""
    import json

    import msgspec

    from extractor import pipeline
    from extractor.model.options import Options

    score = Score()
    for number, (sheet, seed) in enumerate(product(chosen, range(seeds if setting else 1))):
        path, options = sheet.file.path, Options(pages=((sheet.page, sheet.page),))
        if setting is not None:
            image = scanned(sheet, setting, seed)
            path, options = folder / f"{number}.pdf", Options()
            image.save(path, resolution=setting.dpi)
        started = cpu()
        report = pipeline.run(path, options)
        score.seconds.append(cpu() - started)
        if setting is not None and not quick:
            score.engine.append(rapidocr_seconds(image))
        compare(sheet, json.loads(msgspec.json.encode(report)), score)
    return score


def rows(chosen: Sequence[Sheet], names: Sequence[str], verbose: bool, quick: bool, seeds: int = 1) -> Iterator[str]:
    yield "| scan | cells | figures printed | figures number | clean wrong | CPU s a page | of rapidocr's |"
    yield "| --- " * 7 + "|"
    with tempfile.TemporaryDirectory() as folder:
        measure(chosen[:1], SETTINGS["150"], Path(folder), quick=True)
        for name in names:
            score = measure(chosen, SETTINGS.get(name), Path(folder), quick, seeds)
            seconds = sum(score.seconds) / len(score.seconds)
            ratio = f"{sum(score.seconds) / sum(score.engine):.2f}" if score.engine else ""
            n = max(score.figures, 1)
            yield (
                f"| {name} | {score.f1:.3f} | {score.printed / n:.3f} | {score.number / n:.3f} | {score.wrong_clean} of "
                f"{score.clean} | {seconds:.2f} | {ratio} |"
            )
            if verbose:
                yield from score.wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="LABELS PDFS")
    parser.add_argument("--settings", nargs="+", default=["text", *SETTINGS], choices=["text", *SETTINGS])
    parser.add_argument("--pages", type=int, default=MOST_PAGES)
    parser.add_argument("--seeds", type=int, default=1, help="scans of each page, with other noise")
    parser.add_argument("-v", "--verbose", action="store_true", help="name what is wrong")
    parser.add_argument("--quick", action="store_true", help="do not time rapidocr's own way")
    chosen = parser.parse_args()
    if len(chosen.folders) not in (0, 2):
        parser.error("give a folder of labels and a folder of PDFs, or neither")
    data = SHARED / "data"
    here = (data / "labels", data / "real") if data.exists() else (ROOT / "golden", ROOT / "samples")
    found = sheets(documents(*(chosen.folders or here)), chosen.pages)
    if not found:
        parser.error("no label with a whole table on one page")
    for row in rows(found, chosen.settings, chosen.verbose, chosen.quick, chosen.seeds):
        print(row, flush=True)


if __name__ == "__main__":
    main()
