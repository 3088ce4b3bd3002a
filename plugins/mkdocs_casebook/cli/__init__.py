"""The command line: checking, building and citing a study."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from mkdocs_casebook import __version__
from mkdocs_casebook.cli.terminal import FAILED, OK, USAGE, complain

__all__ = ["FAILED", "OK", "USAGE", "main"]

_EXPORTS = ("csl-json", "bibtex", "biblatex", "ris")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: The command line, without the name of the program.

    Returns:
        0 when all is well; 1 when the study has errors or warnings, or when what was asked for
        cannot be built, found or written; 2 when the command cannot be run as given.
    """
    options = _parser().parse_args(arguments)
    file = Path(options.config_file)
    if not file.is_file():
        complain(f"there is no file {options.config_file}")
        return USAGE
    return _run(file, options)


def _run(file: Path, options: argparse.Namespace) -> int:
    # Each command needs libraries that the others need not load.
    match options.command:
        case "check":
            from mkdocs_casebook.cli.check import check

            return check(file, options.format)
        case "build":
            from mkdocs_casebook.cli.build import build

            return build(file, strict=options.strict)
        case "export":
            from mkdocs_casebook.cli.export import export

            return export(file, options.format, options.output)
        case "publish" | "revise" | "import":
            return _change(file, options)
    from mkdocs_casebook.cli.cite import cite

    return cite(
        file,
        options.keys,
        style=options.style,
        locale=options.locale,
        format_=options.format,
        citation=options.citation,
    )


def _change(file: Path, options: argparse.Namespace) -> int:
    """Run a command that writes into the study."""
    if options.command == "publish":
        from mkdocs_casebook.cli.publish import publish

        return publish(file)
    if options.command == "revise":
        from mkdocs_casebook.cli.revise import revise

        return revise(file, options.id, options.date)
    from mkdocs_casebook.cli.import_cases import import_cases

    return import_cases(file, options.table, options.map, options.to, dry_run=options.dry_run)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="casebook", description="Check, build and cite a study.")
    parser.add_argument("--version", action="version", version=f"casebook {__version__}")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "-f", "--config-file", default="mkdocs.yml", help="configuration (default: %(default)s)"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", parents=[common], help="report what is wrong, with file, line and column"
    )
    check.add_argument(
        "--format", choices=["text", "github", "json"], default="text", help="default: %(default)s"
    )
    build = commands.add_parser(
        "build", parents=[common], help="check, then build the site of every language"
    )
    build.add_argument("--strict", action="store_true", help="fail on warnings too")
    cite = commands.add_parser(
        "cite", parents=[common], help="print the references of sources, definitions and cases"
    )
    cite.add_argument(
        "keys",
        nargs="+",
        metavar="KEY",
        help="key of a source, id of a definition such as social-exclusion@2, or a case such as"
        " case:safer-cities",
    )
    cite.add_argument(
        "--style", help="name of a citation style, or a .csl file (default: that of the study)"
    )
    cite.add_argument(
        "--locale", help="language, such as en-GB or fr-FR (default: that of the study)"
    )
    cite.add_argument(
        "--format",
        choices=["text", "html", "markdown", *_EXPORTS],
        default="text",
        help="default: %(default)s",
    )
    cite.add_argument(
        "--citation",
        action="store_true",
        help="print what stands in the text, or in the note, instead of the references",
    )
    export = commands.add_parser("export", parents=[common], help="write the whole bibliography")
    export.add_argument("format", choices=_EXPORTS, help="format of the file")
    export.add_argument(
        "-o", "--output", default="-", metavar="FILE", help="file to write (default: print it)"
    )
    commands.add_parser(
        "publish", parents=[common], help="record the published versions and their addresses"
    )
    revise = commands.add_parser(
        "revise", parents=[common], help="open the next version of a definition"
    )
    revise.add_argument("id", metavar="ID", help="id of the definition")
    revise.add_argument("--date", help="date of the version, such as 2001-03-02 (default: today)")
    imported = commands.add_parser(
        "import", parents=[common], help="make drafts of records from a table of others"
    )
    imported.add_argument("kind", choices=["cases"], help="kind of record")
    imported.add_argument("table", metavar="FILE", help="table, such as a .csv file")
    imported.add_argument(
        "--map", required=True, metavar="MAP", help="which column feeds which field (YAML)"
    )
    imported.add_argument(
        "--to", metavar="FOLDER", help="folder for the drafts (default: that of the cases)"
    )
    imported.add_argument(
        "--dry-run", action="store_true", help="write nothing, only say what would be written"
    )
    return parser
