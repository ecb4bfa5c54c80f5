"""`extract explain CODE`: what a finding's code means, why it matters, an example, what to do. Without a code: the list of all.

stdout holds the explanation. An unknown code is wrong usage; the nearest ones are named.
"""

import click

from extractor.cli.options import make_console
from extractor.model.errors import ExitCode
from extractor.model.options import Lang

_NEAR = 0.4


@click.command(
    "explain",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Jelaskan kode temuan: apa artinya, mengapa penting, contoh, apa yang harus dilakukan. Tanpa CODE: daftar semua kode.\n\n"
    "Explain the code of a finding: what it means, why it matters, an example, what to do. Without CODE: the list of all codes.",
)
@click.argument("code", metavar="[CODE]", required=False)
@click.option(
    "--lang",
    type=click.Choice(["id", "en"]),
    default="id",
    help="Bahasa penjelasan (bawaan: id). Language of the explanation.",
)
def command(*, code: str | None, lang: Lang) -> ExitCode:
    from extractor.audit.katalog import KATALOG
    from extractor.cli.streams import data_stdout
    from extractor.cli.temuan_text import entry_text, list_text

    if code is None:
        text = list_text(lang)
    elif code.strip().upper() in KATALOG:
        text = entry_text(KATALOG[code.strip().upper()], lang)
    else:
        console = make_console(lang, False, 0)
        near = _near(code, list(KATALOG))
        names = ", ".join(near)
        console.say(
            f"Kode tidak dikenal: {code}." + (f" Mungkin: {names}." if near else " Daftar: extract explain"),
            f"Unknown code: {code}." + (f" Did you mean: {names}?" if near else " The list: extract explain"),
        )
        return ExitCode.USAGE
    with data_stdout() as write:
        write(text.encode())
    return ExitCode.DONE


def _near(code: str, known: list[str]) -> list[str]:
    """The known codes that look most like the given one, or hold it or one of its words."""
    from difflib import get_close_matches

    word = code.strip().upper()
    parts = {part for part in word.replace("_", "-").split("-") if len(part) > 2}
    holding = [name for name in known if (word and word in name) or parts & set(name.split("-"))]
    return list(dict.fromkeys([*get_close_matches(word, known, 3, _NEAR), *holding]))[:5]
