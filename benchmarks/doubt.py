"""Is doubt worth its cost? `python -m benchmarks.doubt`: the second opinion against hand-typed tables (`../shared`).

For every transcribed table: was it doubted, did another finder see cells that we do not, and was our reading wrong (a cell unlike
the label)? Doubt is right when the table is wrong. CPU seconds of the second opinion stand beside those of the report alone.
"""

import json
import time
from typing import Any

import msgspec

from benchmarks.accuracy import SHARED, documents, scorer


def main() -> int:
    from extractor import extract
    from extractor.model.options import Options
    from extractor.second import doubted

    data = SHARED / "data"
    score = scorer()
    counts: dict[tuple[bool, bool, bool], int] = {}
    alone = asked = 0.0
    alike = different = 0
    for file in documents(data / "labels", data / "real"):
        started = time.process_time()
        extract(file.path)
        alone += time.process_time() - started
        started = time.process_time()
        laporan = extract(file.path, Options(second_opinion="doubt"))
        asked += time.process_time() - started
        words = [
            w for t in laporan.tabel for c in t.cells if c.value for w in c.value.evidence if w.startswith("pdfminer")
        ]
        alike += sum(w == "pdfminer reads the same figure" for w in words)
        different += sum(w != "pdfminer reads the same figure" for w in words)
        report: dict[str, Any] = json.loads(msgspec.json.encode(laporan))
        told = {(r.page, r.tabel) for t in laporan.temuan if t.code == "SECOND-DIFF" for r in t.refs}
        for key in file.label["cells"]:
            scores = [
                (score(file.label, {"tabel": [plain]}, key), t)
                for plain, t in zip(report["tabel"], laporan.tabel, strict=True)
            ]
            (right, given, wanted), tabel = max(scores, key=lambda item: item[0][0])
            seen = any(page in tabel.pages and nomor == tabel.nomor for page, nomor in told)
            case = (bool(doubted(tabel)), seen, not right == given == wanted)
            counts[case] = counts.get(case, 0) + 1
    print("doubted | others differ | wrong | tables")
    for case in sorted(counts):
        print(*("yes" if x else "no" for x in case), counts[case], sep=" | ")
    print(f"contradicted figures read again: {alike} alike, {different} otherwise")
    print(f"CPU {alone:.1f} s alone, {asked:.1f} s with the second opinion")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
