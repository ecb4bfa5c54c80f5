"""Open a Word file safely. In: a path and limits. Out: a `Package` that gives its parts as XML trees.

python-docx resolves the relationships between the parts; every byte that it and we see is inflated here, under the
limits, and only for the parts that are read. So a macro file (`.docm`), a link to a missing picture or a missing
`[Content_Types].xml`, on which `docx.Document` fails, cost nothing, and pictures are never inflated.
No DTD, no entity, no network.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.model.errors import (
    DamagedInput,
    EmptyInput,
    EncryptedInput,
    InputError,
    NotAReport,
    TooLarge,
    archive_errors,
)
from extractor.readers.docx.limits import DocxLimits
from extractor.readers.docx.names import STRICT, W_NS

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCK = 1 << 18
PARSER_DEPTH = 256
"""libxml2 refuses deeper trees by itself (without `huge_tree`, which is never set here)."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED_OLE = "EncryptedPackage".encode("utf-16-le")
_DTD_MARKS = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_DOCUMENT_TYPES = ("/officeDocument",)


def too_large(limit: str, value: int) -> TooLarge:
    """The error for a limit that was passed; `limit` is the name of the field in `DocxLimits`."""
    return TooLarge(
        message_id=f"Berkas Word ini melampaui batas {limit} ({value:,}); isinya mungkin bom arsip.",
        message_en=f"This Word file goes beyond the limit {limit} ({value:,}); it may be an archive bomb.",
        advice_id=f"Periksa asal berkas itu; bila memang benar, naikkan batas {limit}.",
        advice_en=f"Check where the file comes from; if it is genuine, raise the limit {limit}.",
    )


def damaged(detail: str) -> DamagedInput:
    """The error for a package that cannot be read; `detail` is the technical reason."""
    return DamagedInput(
        message_id=f"Berkas Word ini rusak (corrupt): {detail}.",
        message_en=f"This Word file is corrupt: {detail}.",
    )


class Package:
    """The parts of one Word file. Use as a context manager: it holds the file open."""

    def __init__(self, path: Path, limits: DocxLimits) -> None:
        self._limits = limits
        self._zip = _open_zip(path, limits)
        try:
            self._entries = {info.filename: info for info in self._zip.infolist()}
            self._check_entries()
            self._inflated = 0
            self._document = self._resolve()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, *_exc: object) -> None:
        self._zip.close()

    def document(self) -> "_Element":
        """The root of the main document; `DamagedInput` when it is missing, `NotAReport` when it is no Word document."""
        root = self._tree(str(self._document.partname))
        if root is None:
            raise damaged("the main document is missing")
        if root.tag != f"{{{W_NS}}}document":
            raise NotAReport(
                message_id="Berkas ini paket Office, tetapi bukan dokumen Word.",
                message_en="This file is an Office package, but not a Word document.",
            )
        return root

    def related(self, kind: str) -> "_Element | None":
        """The part that the main document calls its `kind` (`styles`, `numbering`, `footnotes`…); None without one."""
        for rel in self._document.rels.values():
            if not rel.is_external and rel.reltype.rsplit("/", 1)[-1] == kind:
                return self._tree(str(rel.target_part.partname))
        return None

    def _check_entries(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > self._limits.max_entries:
            raise too_large("max_entries", self._limits.max_entries)
        end = 0
        for info in sorted(infos, key=lambda i: i.header_offset):
            if info.header_offset < end:
                raise damaged("entries of the archive overlap")
            end = info.header_offset + info.compress_size

    def _resolve(self) -> Any:
        """The main document's part in the graph of relationships that python-docx builds."""
        from docx.opc.exceptions import OpcError
        from docx.opc.package import OpcPackage, Unmarshaller
        from docx.opc.packuri import PACKAGE_URI
        from docx.opc.part import Part
        from docx.opc.pkgreader import PackageReader
        from lxml.etree import LxmlError

        def part(partname: Any, content_type: str, _reltype: str, blob: bytes, package: Any) -> Any:
            return Part(partname, content_type, blob, package)

        package: Any = OpcPackage()
        reader: Any = PackageReader
        builder: Any = Unmarshaller
        source = _Relations(self, self._limits)
        try:
            rels = reader._srels_for(source, PACKAGE_URI)
            parts = reader._load_serialized_parts(source, rels, _NoTypes())
            builder.unmarshal(reader(_NoTypes(), rels, parts), package, part)
        except (KeyError, ValueError, AttributeError, OpcError, LxmlError) as error:
            raise damaged(f"its relationships cannot be read ({type(error).__name__})") from error
        for rel in package.rels.values():
            if not rel.is_external and rel.reltype.endswith(_DOCUMENT_TYPES):
                return rel.target_part
        raise NotAReport(
            message_id="Berkas ini arsip ZIP, bukan dokumen Word.",
            message_en="This file is a ZIP archive, not a Word document.",
        )

    def read(self, name: str) -> bytes | None:
        """The bytes of the entry `name`, inflated under the limits; None when there is none."""
        info = self._entries.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise EncryptedInput(
                message_id="Bagian dari berkas Word ini dikunci dengan kata sandi (encrypted).",
                message_en="Parts of this Word file are encrypted.",
            )
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NotAReport(
                code="unsupported",
                message_id="Berkas Word ini dimampatkan dengan cara yang tidak didukung (unsupported compression).",
                message_en="This Word file uses an unsupported compression method.",
                advice_id="Buka berkas itu dengan Word atau LibreOffice lalu simpan ulang.",
                advice_en="Open the file in Word or LibreOffice and save it again.",
            )
        blob = b"".join(self._blocks(info))
        for strict, name_elsewhere in STRICT.items():
            if strict in blob:
                blob = blob.replace(strict, name_elsewhere)
        return blob

    def _blocks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        limits, size = self._limits, 0
        try:
            with self._zip.open(info) as stream:
                while block := stream.read(_BLOCK):
                    size += len(block)
                    self._inflated += len(block)
                    if size > limits.max_part_bytes:
                        raise too_large("max_part_bytes", limits.max_part_bytes)
                    if self._inflated > limits.max_total_bytes:
                        raise too_large("max_total_bytes", limits.max_total_bytes)
                    if size > limits.ratio_grace and size > limits.max_ratio * max(info.compress_size, 1):
                        raise too_large("max_ratio", limits.max_ratio)
                    yield block
        except archive_errors() as error:
            raise damaged(f"{info.filename}: {error}") from error

    def _tree(self, partname: str) -> "_Element | None":
        from lxml import etree

        blob = self.read(partname.lstrip("/"))
        if blob is None:
            return None
        _refuse_dtd(blob, partname)
        if blob.count(b"<") > self._limits.max_xml_tags:
            raise too_large("max_xml_tags", self._limits.max_xml_tags)
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(blob, parser)
        except etree.XMLSyntaxError as error:
            raise _syntax_error(partname, error) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise _dtd_error(partname)
        _check_depth(root, self._limits)
        return root


class _Relations:
    """What python-docx asks of a package while it follows relationships. Parts come empty: we read them ourselves."""

    def __init__(self, package: Package, limits: DocxLimits) -> None:
        self._package = package
        self._limits = limits
        self._files = 0
        self._links = 0

    def blob_for(self, _uri: object) -> bytes:
        return b""

    def rels_xml_for(self, uri: Any) -> bytes | None:
        blob = self._package.read(uri.rels_uri.lstrip("/"))
        if blob is None:
            return None
        _refuse_dtd(blob, uri.rels_uri)
        self._files += 1
        self._links += blob.count(b"Target")
        if self._files > self._limits.max_relationship_files:
            raise too_large("max_relationship_files", self._limits.max_relationship_files)
        if self._links > self._limits.max_relationships:
            raise too_large("max_relationships", self._limits.max_relationships)
        return blob


class _NoTypes:
    """Stands for `[Content_Types].xml`: a part is judged by its relationship and its root element instead."""

    def __getitem__(self, _partname: object) -> str:
        return ""


def _open_zip(path: Path, limits: DocxLimits) -> zipfile.ZipFile:
    try:
        with path.open("rb") as file:
            head = file.read(1 << 16)
            rest = file.read(limits.max_part_bytes) if head.startswith(_OLE) else b""
        if not head:
            raise EmptyInput(message_id="Berkas ini kosong (0 byte).", message_en="This file is empty (0 bytes).")
        if not zipfile.is_zipfile(path):
            raise _not_zip(head, rest)
        return zipfile.ZipFile(path)
    except archive_errors() as error:
        raise damaged(str(error)) from error


def _not_zip(head: bytes, rest: bytes) -> InputError:
    if head.startswith(_OLE):
        if _PACKED_OLE in head or _PACKED_OLE in rest:
            return EncryptedInput(
                message_id="Berkas Word ini dikunci dengan kata sandi (encrypted).",
                message_en="This Word file is encrypted.",
                advice_id="Buka dengan Word, hapus kata sandinya, lalu simpan ulang.",
                advice_en="Open it in Word, remove the password and save it again.",
            )
        return NotAReport(
            message_id="Berkas ini dokumen Office lama (format OLE), bukan DOCX.",
            message_en="This file is an old Office document (OLE), not a DOCX.",
        )
    if head.startswith(b"PK"):
        return damaged("the archive is cut off")
    return NotAReport(message_id="Berkas ini bukan DOCX.", message_en="This file is not a DOCX.")


def _refuse_dtd(blob: bytes, partname: str) -> None:
    if any(mark in blob for mark in _DTD_MARKS):
        raise _dtd_error(partname)


def _dtd_error(partname: str) -> DamagedInput:
    return DamagedInput(
        code="security",
        message_id=f"{partname} berisi DTD atau entitas, yang tidak dibaca demi keamanan (security).",
        message_en=f"{partname} holds a DTD or entities, which are not read for security.",
    )


def _syntax_error(partname: str, error: Exception) -> InputError:
    text = str(error)
    if "depth" in text or "huge" in text.lower():
        return TooLarge(
            message_id=f"{partname} melampaui batas (limit) pengurai XML: {text}.",
            message_en=f"{partname} goes beyond a limit of the XML parser: {text}.",
        )
    return damaged(f"{partname}: {text}")


def _check_depth(root: "_Element", limits: DocxLimits) -> None:
    """Raise `TooLarge` when elements nest deeper than a limit that is stricter than the parser's own."""
    if limits.max_xml_depth < PARSER_DEPTH and root.xpath("/*" * (limits.max_xml_depth + 1)):
        raise too_large("max_xml_depth", limits.max_xml_depth)
