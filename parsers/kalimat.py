"""Sentences that state figures. In: a paragraph of running text. Out: claims: what is said of which kegiatan, program or indikator.

The grammar is a table of cue words: a figure takes its role from the nearest cue before it (`realisasi anggaran Rp X atau p% dari
pagu Rp Y`).
A new kegiatan, program or indikator after a figure begins a new claim, also inside one sentence.
"""

from collections.abc import Iterator
from re import IGNORECASE
from re import compile as pattern
from typing import NamedTuple

from parsers.nilai import Bacaan, read_terbilang, read_value
from parsers.nilai.persen import find_persen
from parsers.nilai.rupiah import find_rupiah
from parsers.nilai.satuan import is_known_unit


class ClaimFigure(NamedTuple):
    """A figure of a claim. `start`, `end`: its place in the claim's text.

    `role`: realisasi, pagu, persen (share of the money spent), target, capaian, efisiensi, fisik, sisa, belanja_langsung,
    belanja_tidak_langsung, total, nilai (no cue says which), jumlah_kegiatan, jumlah_program, jumlah_indikator, jumlah_sasaran,
    jumlah_tujuan, terbilang (the figure before it in words; `value.number` None when the words are no number).
    """

    role: str
    raw: str
    value: Bacaan
    start: int
    end: int


class Claim(NamedTuple):
    """`text` begins at `start` of the paragraph. `subject`: the kegiatan, program or indikator as named there, or None."""

    text: str
    start: int
    subject: str | None
    figures: tuple[ClaimFigure, ...]


_CUES: tuple[tuple[str, str], ...] = (
    ("fisik", r"(?:realisasi\s+|capaian\s+)?fisik"),
    ("belanja_tidak_langsung", r"belanja\s+tidak\s+langsung(?:\s*\(\s*BTL\s*\))?|\bBTL\b"),
    ("belanja_langsung", r"belanja\s+langsung(?:\s*\(\s*BL\s*\))?|\bBL\b"),
    ("nilai", r"\b(?:dengan\s+nilai|senilai)\b"),
    (
        "sisa",
        r"\b(?:tidak|belum|tak)\s+(?:di|ter)?(?:pakai|serap|gunakan|manfaatkan|realisasi(?:kan)?|belanjakan)\b|\btersisa\b",
    ),
    ("sisa", r"\b(?:sisa|selisih|silpa)(?:\s+(?:lebih\s+)?(?:anggaran|pagu|dana))*"),
    ("serapan", r"\b(?:tingkat\s+)?(?:penyerapan|serapan)(?:\s+(?:anggaran|keuangan|dana|belanja))+"),
    (
        "serapan",
        r"\b(?:ter|di)?re[a-z]*l[a-z]*s[a-z]*\s+(?:anggaran|keuangan|belanja|dana)\b|\bdibelanjakan\b|\bkeuangan\b",
    ),
    (
        "realisasi",
        r"\b(?:ter|di|me)?(?:realisasi|realisi|reaslisasi|relisasi|realiasi)(?:kan|nya)?(?:\s+(?:target|capaian|kinerja)\b)*"
        r"|\b(?:di|ter)(?:gunakan|pakai|serap)\b|\bpenyerapan\b|\bserapan\b|\bpenggunaan\s+anggaran",
    ),
    ("efisiensi", r"\b(?:ke)?(?:efi[sc]i?en|efesien|efisen)[a-z]*"),
    ("target", r"\b(?:di)?target(?:kan|nya)?(?:\s+(?:capaian|kinerja|realisasi)\b)*"),
    ("capaian", r"\b(?:pen)?capaian(?:nya)?\b|\b(?:ter|di|men)capai(?:nya)?\b"),
    ("total", r"\b(?:total|keseluruhan)(?:\s+(?:pagu|anggaran|belanja))*"),
    (
        "pagu",
        r"\bpagu\b|\balokasi\b|\b(?:di)?anggar(?:an|kan)\b|\bplafon\b|\bdana\b|\bDPA\b|\bdidukung\s+dengan\s+dana",
    ),
)
_CUE = pattern("|".join(f"(?P<c{i}>{cue})" for i, (_, cue) in enumerate(_CUES)), IGNORECASE)
_ROLES = {f"c{i}": role for i, (role, _) in enumerate(_CUES)}

_COUNT = pattern(
    r"(?<![\d.,/\-])(?P<number>\d{1,4})\s*(?:\(\s*(?P<words>[A-Za-z ]{3,40}?)\s*\))?\s*(?:buah\s+)?"
    r"(?P<noun>sub[ -]?kegiatan|kegiatan|program|indikator|sasaran|tujuan)\b",
    IGNORECASE,
)
_NO_COUNT_BEFORE = pattern(
    r"(?:ke|tahun|nomor|no|tabel|gambar|bab|pasal|ayat|triwulan|tw|sasaran|indikator|lampiran)[\s.\-]*$", IGNORECASE
)
_NO_CLAIM_BEFORE = pattern(r"(?:[xX×*/><≥≤]|=\s*<|di ?(?:atas|bawah)|s\.?/?d\.?)\s*$", IGNORECASE)
"""A factor of a formula (`x 100%`) or the edge of a band (`> 80%`) claims nothing."""
_WORDS = pattern(r"[\s,.\-]{0,6}\(\s*([A-Za-z][A-Za-z \-]{3,240}?)\s*,?\-?\)")
_PLAIN = pattern(
    r"\b(?:target|realisasi|capaian|terealisasi|tercapai|mencapai|ditargetkan)(?:\s+(?:kinerja|indikator|nilai|indeks|sebesar|sebanyak|adalah|yaitu|yakni"
    r"|sejumlah|tahun\s+20\d\d|pada|hanya))*\s*[:=]?\s*(?P<figure>-?\d(?:[\d.,]*\d)?)(?![\d%])(?!\s?%)(?:\s(?P<unit>[A-Za-z]+[23]?)\b)?",
    IGNORECASE,
)
_YEAR_ONLY = pattern(r"(?:19|20)\d\d")
_SENTENCE_END = pattern(r"(?<=[.!?])\s+(?=[A-Z(“\"•·])|;\s*|(?<=-)\.\s+(?=[A-Z])|\n+")
_ABBREVIATED = pattern(
    r"(?:\b(?:Rp|No|Kab|Kec|Jl|Dr|Drs|Dra|Ir|H|Hj|St|Prof|tgl|dll|dsb|Th|Thn|Sdr|Yth|[A-Za-z])|(?:^|\s)(?:\d{1,2}|[IVX]{1,5}))\.$"
)
_KIND = pattern(
    r"\b(?P<kind>sub[ -]?kegiatan|kegiatan|program|indikator(?:\s+(?:kinerja|sasaran|program|kegiatan)(?:\s+utama)?)?)\s+",
    IGNORECASE,
)
_JOINED = pattern(r"(?:\b(?:dan|atau|serta)|[/&])\s*$")
_NO_NAME = pattern(
    r"(?:ini|itu|tersebut|dan|yang|pada|di|dari|dengan|untuk|adalah|ke|tidak|telah|sebagai|terdiri|antara|pendukung|penunjang|dimaksud"
    r"|utama|kinerja|sasaran|yaitu|sampai|tahun|tahunan|strategis|seluruh|semua|setiap|masing|pertama|kedua|ketiga|keempat|lainnya|lain"
    r"|apabila|jika|bila|dalam|adanya|bahwa|berdasarkan|karena|sedangkan|diatas|dibawah|semakin|melampaui|mencapai|belum|sudah|secara|hasil"
    r"|dinas|badan|kantor|sekretariat|kecamatan|pemerintah|skpd|opd|apbn|apbd|perangkat|[,.;:()\d=])(?![A-Za-z])",
    IGNORECASE,
)
_NAME_END = pattern(
    r"\s*(?:[,:]\s*)?(?:\(|\b(?:dengan(?=\s+(?:target|realisasi|capaian|pagu|anggaran|alokasi|nilai|total|jumlah|dana|biaya|output|predikat"
    r"|kategori|indikator|rincian|rata|tingkat|didukung|\d|Rp))|sebesar|output|outcome|maka|namun|adalah|sebanyak|senilai|yaitu|Rp|pada\s+tahun|tahun\s+20\d\d"
    r"|terdapat|me(?:miliki|mpunyai|liputi|ncakup|laksanakan)|dilaksanakan|merupakan|awalnya|ini|tersebut|menunjuk\w*|memperoleh|telah|dapat|didukung|terdiri|atau\s+\d|realisasi\s+anggaran|pagu|alokasi\s+anggaran)(?![a-z]))",
    IGNORECASE,
)
_CONNECTING = pattern(
    r"\b(?:anggaran|keuangan|kinerja|kegiatan|program|indikator|sasaran|adalah|sebesar|sebanyak|yaitu|mencapai|pada|tahun|20\d\d|ini|tersebut"
    r"|yang|hanya|sudah|telah|nilai)$",
    IGNORECASE,
)
_LIST_ITEM = pattern(r"\s*(?:(?:\d{1,2}|[a-z]|[IVX]{1,5})\s?[.)]|[•·▪➢\-–])\s*(?=[A-Z])")
_NUMBERED = pattern(r"\s*(\d{1,2})\s?[.)]\s")
_LONGEST_NAME = 220
_LONGEST_SENTENCE = 20_000
"""Characters; the longest sentence with figures in real reports has a tenth of it. What is longer is no sentence."""
_NEAR_MONEY = 40
"""Characters before a sum in which `capaian` and `target` speak of it."""
_NEW_SUBJECT = pattern(
    r"(?:[,;]|\bdan\b|\bserta\b|\bsedangkan\b)\s*(?=(?:sub[ -]?kegiatan|kegiatan|program|indikator)\s+[A-Za-z])",
    IGNORECASE,
)


def find_claims(text: str, subject: str | None = None) -> tuple[Claim, ...]:
    """The claims of a paragraph, in order; sentences without a figure give none.

    A claim that names nothing takes the subject named last before it in the paragraph, else `subject`: what a heading above names.
    Every claim holds a digit.
    """
    claims: list[Claim] = []
    if not any(digit in text for digit in "0123456789"):
        return ()
    for start, sentence in _segments(text):
        figures = _figures(sentence)
        subject = find_subject(sentence, figures[0].start if figures else None) or subject
        if figures:
            claims.append(Claim(sentence, start, subject, figures))
    return tuple(claims)


def find_subject(sentence: str, before: int | None = None) -> str | None:
    """The last kegiatan, program or indikator that `sentence` names before its first figure.

    Of a list item without such a word it is the beginning.
    """
    head = sentence if before is None else sentence[:before]
    names: list[str] = []
    end = 0
    for found in _KIND.finditer(head):
        name = _name(head[found.end() :]) if found.start() >= end else None
        if name is None or _JOINED.search(head[: found.start()]):
            continue
        names.append(name)
        # a name may hold the words for its kind (`Pengendalian Kegiatan …`)
        end = found.end() + len(name)
    item = _LIST_ITEM.match(head)
    return names[-1] if names else _name(head[item.end() :]) if item is not None else None


def _name(text: str) -> str | None:
    text = text.lstrip("\"“”' ")
    if text.casefold().startswith("kegiatan "):
        text = text[len("kegiatan ") :]
    if not text or _NO_NAME.match(text):
        return None
    stop = _NAME_END.search(text)
    end = min(_cue_tail(text), len(text) if stop is None else stop.start())
    name = " ".join(text[:end].split()).strip(" ,.;:-–\"“”'")
    return name if 3 < len(name) <= _LONGEST_NAME else None


def _cue_tail(text: str) -> int:
    """Where the words begin that lead from a name to its figure (`… realisasi anggaran sebesar`); the end of `text` without such."""
    cues = {found.end(): found.start() for found in _CUE.finditer(text)}
    cut = at = len(text.rstrip(" ,:=("))
    while at > 0:
        at = len(text[:at].rstrip())
        word = _CONNECTING.search(text[max(0, at - 12) : at])
        if at in cues:
            cut = at = cues[at]
        elif word is not None:
            at -= len(word[0])
        else:
            break
    return cut


def _segments(text: str) -> Iterator[tuple[int, str]]:
    """Sentences, cut again where a new subject follows a figure; each with its start in `text`."""
    for start, sentence in _sentences(text):
        cut = 0
        for found in _NEW_SUBJECT.finditer(sentence):
            piece = sentence[cut : found.start()]
            if _has_amount(piece) and _has_amount(sentence[found.end() :]):
                yield start + cut, piece.strip()
                cut = found.end()
        rest = sentence[cut:]
        yield start + cut + len(rest) - len(rest.lstrip()), rest.strip()


def _has_amount(text: str) -> bool:
    return next(find_rupiah(text), None) is not None or next(find_persen(text), None) is not None


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Sentences; an item of a numbered list that ends without a full stop ends where the next number stands."""
    for start, sentence in _stopped(text):
        mark, cut = _NUMBERED.match(sentence), 0
        while mark is not None:
            following = pattern(rf"(?<=[a-z0-9)%.,;])\s+(?={int(mark[1]) + 1}\s?[.)]\s+[A-Z][a-z])").search(
                sentence, cut
            )
            if following is None:
                break
            yield start + cut, sentence[cut : following.start()]
            cut = following.end()
            mark = _NUMBERED.match(sentence[cut:])
        yield start + cut, sentence[cut:]


def _stopped(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if text.endswith(".", 0, found.start()) and _ABBREVIATED.search(text[start : found.start()][-8:]):
            continue
        if found.start() - start <= _LONGEST_SENTENCE and text[start : found.start()].strip():
            yield start, text[start : found.start()]
        start = found.end()
    if len(text) - start <= _LONGEST_SENTENCE and text[start:].strip():
        yield start, text[start:]


class _Raw(NamedTuple):
    """A figure that was found, before its role is known."""

    kind: str
    start: int
    end: int
    raw: str


def _figures(sentence: str) -> tuple[ClaimFigure, ...]:
    raws = _found(sentence)
    figures: list[ClaimFigure] = []
    for i, raw in enumerate(raws):
        left = sentence[raws[i - 1].end if i else 0 : raw.start]
        figures.append(_figure(raw, left, figures))
    return tuple(_spent(sentence, figures))


def _spent(sentence: str, figures: list[ClaimFigure]) -> Iterator[ClaimFigure]:
    """`Rp X atau p% dari pagu Rp Y`: X is what was spent, whatever word stands before it; so is X in `Rp X atau p%` without a word."""
    for i, figure in enumerate(figures):
        share, whole = figures[i + 1 : i + 2], figures[i + 2 : i + 3]
        if figure.value.type != "rupiah" or not share or share[0].role != "persen":
            yield figure
            continue
        of_pagu = (
            bool(whole) and whole[0].role == "pagu" and "dari" in sentence[share[0].end : whole[0].start].casefold()
        )
        spent = figure.role == "nilai" or (figure.role == "pagu" and of_pagu)
        yield figure._replace(role="realisasi") if spent else figure


def _found(sentence: str) -> list[_Raw]:
    """Sums, percents, counts, numbers in words and plain figures after a cue; none overlaps another."""
    raws: list[_Raw] = []
    for money in find_rupiah(sentence):
        raws.append(_Raw("rupiah", money.start(), money.end(), money[0]))
        words = _WORDS.match(sentence, money.end())
        if words is not None and ("rupiah" in words[1].casefold() or read_terbilang(words[1]) is not None):
            raws.append(_Raw("terbilang", words.start(1), words.end(1), words[1]))
    percents = [
        p for p in find_persen(sentence) if not _NO_CLAIM_BEFORE.search(sentence, max(0, p.start() - 12), p.start())
    ]
    raws += [_Raw("persen", p.start(), p.end(), p[0]) for p in percents]
    raws += _counts(sentence)
    taken = [(raw.start, raw.end) for raw in raws]
    for plain in _PLAIN.finditer(sentence):
        start, end = plain.span("figure")
        end = plain.end("unit") if plain["unit"] and is_known_unit(plain["unit"]) else end
        if _YEAR_ONLY.fullmatch(plain["figure"].lstrip("-")) or any(s < end and start < e for s, e in taken):
            continue
        raws.append(_Raw("angka", start, end, sentence[start:end]))
    return sorted(raws, key=lambda raw: raw.start)


def _counts(sentence: str) -> Iterator[_Raw]:
    for found in _COUNT.finditer(sentence):
        if _NO_COUNT_BEFORE.search(sentence[: found.start()]) or _YEAR_ONLY.fullmatch(found["number"]):
            continue
        noun = "kegiatan" if found["noun"].casefold().startswith("sub") else found["noun"].casefold()
        yield _Raw(f"jumlah_{noun}", found.start(), found.end("number"), found["number"])
        if found["words"] and read_terbilang(found["words"]) is not None:
            yield _Raw("terbilang", *found.span("words"), found["words"])


def _figure(raw: _Raw, left: str, before: list[ClaimFigure]) -> ClaimFigure:
    if raw.kind == "terbilang":
        number = read_terbilang(raw.raw)
        value = read_value("" if number is None else str(number), "jumlah")
        return ClaimFigure("terbilang", raw.raw, value, raw.start, raw.end)
    if raw.kind.startswith("jumlah_"):
        return ClaimFigure(raw.kind, raw.raw, read_value(raw.raw, "jumlah"), raw.start, raw.end)
    cue = _last_cue(left)
    if raw.kind == "rupiah" and cue in ("capaian", "target") and _last_cue(left[-_NEAR_MONEY:]) is None:
        cue = None
    role = {"rupiah": _money_role, "persen": _percent_role, "angka": _plain_role}[raw.kind](cue, before)
    hint = {"rupiah": "rupiah", "persen": "persen"}.get(raw.kind)
    value = read_value(raw.raw, "rupiah" if hint == "rupiah" else "persen" if hint == "persen" else None)
    return ClaimFigure(role, raw.raw, value, raw.start, raw.end)


def _last_cue(left: str) -> str | None:
    cues = [(found.lastgroup or "", found.end()) for found in _CUE.finditer(left)]
    return _ROLES.get(cues[-1][0]) if cues else None


def _money_role(cue: str | None, _before: list[ClaimFigure]) -> str:
    return {"serapan": "realisasi", "target": "pagu", "capaian": "realisasi", None: "nilai"}.get(cue, cue or "nilai")


def _percent_role(cue: str | None, before: list[ClaimFigure]) -> str:
    """A percent right behind a sum is the share that was spent; a bare `realisasi` is that too when the sentence speaks of money only."""
    roles = [figure.role for figure in before]
    if cue is None:
        return "persen" if before and before[-1].value.type == "rupiah" else "nilai"
    if cue == "serapan":
        return "persen"
    if cue == "realisasi":
        money = any(figure.value.type == "rupiah" for figure in before)
        return "persen" if money and "persen" not in roles and "target" not in roles else "realisasi"
    return "nilai" if cue in ("pagu", "total") else cue


def _plain_role(cue: str | None, _before: list[ClaimFigure]) -> str:
    return cue if cue in ("target", "realisasi", "capaian", "efisiensi") else "nilai"
