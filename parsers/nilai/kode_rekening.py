"""Budget codes. In: printed codes and what they stand beside. Out: one spelling, the scheme it follows and its level.

Schemes (regulation: example):
- `prog-13`   Permendagri 13/2006 and its re-mapping of 2017: urusan.bidang, organisasi, program, kegiatan (`1.14.1.14.01.01.02`)
- `prog-90`   Permendagri 90/2019: urusan, bidang, program, kegiatan `d.dd`, sub kegiatan of 2 digits (`2.07.01.2.01.01`)
- `prog-900`  Kepmendagri 900.1.15.5-1317/2023: as before, sub kegiatan of 4 digits (`1.01.02.1.01.0001`)
- `akun-5`    Permendagri 13/2006: akun.kelompok.jenis.objek.rincian (`5.2.1.02.01`)
- `akun-6`    Permendagri 90/2019: six parts, the last of 3 or 4 digits (`5.1.02.02.01.0059`)
- `akun-prog` Permendagri 13/2006 as SIMDA prints realised budgets (seen in real reports): akun.kelompok.program.kegiatan.jenis.objek
  and rincian (`5.2.01.18.2.15.02`), program and kegiatan `00` where the account belongs to none
- `bas`       central government: BA.ES1.program.kegiatan.KRO.RO… (`063.01.WA.6384.EBA.994.001.A.511111`)
"""

from collections import Counter
from collections.abc import Sequence
from re import compile as pattern
from typing import Literal, NamedTuple, TypeAlias

Context: TypeAlias = Literal["program", "akun"]
"""What the rows are: programs and kegiatan (a table of realised spending), or accounts (a cash plan, an LRA)."""


class KodeRekening(NamedTuple):
    """`canonical`: parts joined by single dots (padded where the scheme says so); None, like `scheme` and `level`, when no scheme fits.

    `level`: urusan, bidang, organisasi, program, kegiatan, sub_kegiatan; akun, kelompok, jenis, objek, rincian_objek, sub_rincian_objek.
    `padded`: a zero that print had dropped was put back.
    """

    raw: str
    canonical: str | None = None
    scheme: str | None = None
    level: str | None = None
    padded: bool = False


_BAS = pattern(r"(?:\d{3}\.\d{2}\.[A-Z]{2}\.)?\d{4}\.[A-Z]{3}\.\d{3}(?:\.\d{3}(?:\.[A-Z]{1,2})?)?(?:\.\d{6})?")
_JOINTS = pattern(r"[\s.]+")
_WELL_FORMED = pattern(r"(?:\d+|[Xx]{1,2})(?:\.(?:\d+|[Xx]{1,2}))*")
_AKUN_LEVELS = ("akun", "kelompok", "jenis", "objek", "rincian_objek", "sub_rincian_objek")
_AKUN_5, _AKUN_6 = (1, 1, 1, 2, 2), (1, 1, 2, 2, 2, 4)
_PROG_90 = (1, 2, 2, 1, 2, 2)
_PROG_90_LEVELS = {1: "urusan", 2: "bidang", 3: "program", 5: "kegiatan", 6: "sub_kegiatan"}
_PROG_13 = (1, 2, 1, 2, 2, 2, 2, 2)
_PROG_13_LEVELS = {2: "bidang", 5: "organisasi", 6: "program", 7: "kegiatan", 8: "kegiatan"}
_AKUN_PROG = pattern(r"[4-6]\.\d(?:\.\d\d(?:\.\d{2,3}(?:\.\d(?:\.\d\d(?:\.\d{2,3})?)?)?)?)?")
_AKUN_PROG_LEVELS = ("akun", "kelompok", "program", "kegiatan", "jenis", "objek", "rincian_objek")
_TELLING, _LEAST_TELLING = 6, 2
"""Codes of so many parts follow no other scheme where they fit this one; so many of them tell a column's scheme."""
_LEVELS_BELOW = ("program", "kegiatan")
_SHORTEST = 4
"""Fewer parts name an urusan or bidang, no program of an organisation."""


def read_kode(text: str, context: Context | None = None) -> KodeRekening:
    """Read one code. Without a context an account is preferred only where its widths fit no program."""
    parts = _parts(text)
    if parts is None:
        return _bas(text)
    readers = (_program_90, _program_13, _account) if context != "akun" else (_account, _program_90, _program_13)
    for reader in readers:
        found = reader(text, parts)
        if found is not None:
            return found
    return KodeRekening(text, ".".join(parts))


def read_kode_column(texts: Sequence[str], context: Context | None = None) -> list[KodeRekening]:
    """Read a column's codes together: the parts that most rows share are the organisation, the rest gives the level.

    A code that others begin with is printed whole: no zero is missing in it. A column without a common beginning, or with codes of
    one length only, is read code by code.
    """
    singles = [read_kode(text, context) for text in texts]
    split = [_parts(text) or () for text in texts]
    begun = {parts[:size] for parts in split for size in range(1, len(parts))}
    singles = [
        KodeRekening(single.raw, ".".join(parts)) if single.padded and parts in begun else single
        for single, parts in zip(singles, split, strict=True)
    ]
    if _accounts_of_programs(split):
        return [_of_program(single, parts) for single, parts in zip(singles, split, strict=True)]
    full = [parts for parts in split if len(parts) >= _SHORTEST]
    if context == "akun" or len(full) < 2 or _all_of_one_scheme(singles):
        return singles
    prefix = _common_prefix(full)
    if not _is_organisation(prefix):
        return singles
    return [_below(single, parts, prefix) for single, parts in zip(singles, split, strict=True)]


def _parts(text: str) -> tuple[str, ...] | None:
    canonical = _JOINTS.sub(".", text.strip()).strip(".-")
    if not _WELL_FORMED.fullmatch(canonical):
        return None
    return tuple(canonical.upper().split("."))


def _bas(text: str) -> KodeRekening:
    canonical = _JOINTS.sub(".", text.strip()).strip(".")
    if not _BAS.fullmatch(canonical):
        return KodeRekening(text)
    last = canonical.rsplit(".", 1)[-1]
    level = "akun" if len(last) == 6 else "komponen" if canonical.count(".") > 5 else "rincian_output"
    return KodeRekening(text, canonical, "bas", level)


def _fits(parts: Sequence[str], widths: Sequence[int]) -> bool:
    return len(parts) <= len(widths) and all(len(part) == width for part, width in zip(parts, widths, strict=False))


def _account(text: str, parts: tuple[str, ...]) -> KodeRekening | None:
    if parts[0] not in "456789" or len(parts[0]) != 1:
        return None
    if _fits(parts, _AKUN_5):
        return KodeRekening(text, ".".join(parts), "akun-5", _AKUN_LEVELS[len(parts) - 1])
    if not 3 <= len(parts) <= 6:
        return None
    padded = [part.zfill(width) for part, width in zip(parts, _AKUN_6, strict=False)]
    if not _fits(padded, _AKUN_6) or (len(parts) == 6 and len(parts[5]) < 3):
        return None
    return KodeRekening(text, ".".join(padded), "akun-6", _AKUN_LEVELS[len(parts) - 1], tuple(padded) != parts)


def _program_90(text: str, parts: tuple[str, ...]) -> KodeRekening | None:
    widths = _PROG_90 if len(parts) < 6 or len(parts[5]) != 4 else (*_PROG_90[:5], 4)
    level = _PROG_90_LEVELS.get(len(parts))
    if level is None or not _fits(parts, widths):
        return None
    scheme = None if len(parts) < 3 else "prog-900" if widths[5] == 4 and len(parts) == 6 else "prog-90"
    return KodeRekening(text, ".".join(parts), scheme, level)


def _program_13(text: str, parts: tuple[str, ...]) -> KodeRekening | None:
    """The organisation repeats urusan and bidang: that tells this scheme from the later ones. Eight parts name a sub-unit too."""
    level = _PROG_13_LEVELS.get(len(parts))
    if level is None or not _fits(parts, _PROG_13) or (len(parts) > 3 and parts[:2] != parts[2:4]):
        return None
    return KodeRekening(text, ".".join(parts), "prog-13", level)


def _accounts_of_programs(split: Sequence[tuple[str, ...]]) -> bool:
    """Whether all accounts of a column stand below programs and kegiatan, and some are long enough to show it."""
    coded = [parts for parts in split if parts]
    fitting = [parts for parts in coded if len(parts) == 1 or _AKUN_PROG.fullmatch(".".join(parts))]
    return len(fitting) == len(coded) and sum(len(parts) >= _TELLING for parts in fitting) >= _LEAST_TELLING


def _of_program(single: KodeRekening, parts: tuple[str, ...]) -> KodeRekening:
    if not parts or (len(parts) == 1 and parts[0] not in "456"):
        return single
    return KodeRekening(single.raw, ".".join(parts), "akun-prog", _AKUN_PROG_LEVELS[len(parts) - 1])


def _all_of_one_scheme(codes: Sequence[KodeRekening]) -> bool:
    schemes = {code.scheme for code in codes if code.raw.strip()}
    return len(schemes) == 1 and schemes != {"prog-13"} and None not in schemes


def _common_prefix(full: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The longest beginning that four in five codes share and that leaves something for the shortest; () when all are equally long."""
    sizes = {len(parts) for parts in full}
    if len(sizes) == 1:
        return ()
    prefix: tuple[str, ...] = ()
    for size in range(1, min(sizes)):
        found, count = Counter(parts[:size] for parts in full).most_common(1)[0]
        if count * 5 < len(full) * 4:
            break
        prefix = found
    return prefix


def _is_organisation(prefix: tuple[str, ...]) -> bool:
    """`2.01.2.01.01[.01]`, or `1.20.03` where print leaves the first pair out."""
    if len(prefix) == 3:
        return [len(part) for part in prefix] == [1, 2, 2]
    return len(prefix) in (5, 6) and prefix[:2] == prefix[2:4]


def _below(single: KodeRekening, parts: tuple[str, ...], prefix: tuple[str, ...]) -> KodeRekening:
    rest = parts[len(prefix) :]
    if parts[: len(prefix)] != prefix or not 1 <= len(rest) <= 2 or any(len(part) != 2 for part in rest):
        return single
    return single._replace(canonical=".".join(parts), scheme="prog-13", level=_LEVELS_BELOW[len(rest) - 1])
