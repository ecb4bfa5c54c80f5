"""The version of the program, as a constant: asking the installed package's metadata costs more than reading a page."""

VERSION = "0.1.0"
