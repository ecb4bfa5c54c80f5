"""One small module per kind of table. Each has `NAMA` and `tawar(pandangan) -> float`, its bid; see `parsers.tabel.registry`."""
