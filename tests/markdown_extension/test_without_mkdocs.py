"""The extension where no MkDocs is: any tool that runs Python-Markdown."""

from pathlib import Path

from markdown import markdown

from tests.sites import small_study


def test_the_extension_reads_the_study_by_itself(tmp_path: Path) -> None:
    configuration = small_study(tmp_path) / "mkdocs.yml"
    html = markdown(
        "[](case:safer-cities) [@geddes_2000]",
        extensions=["casebook"],
        extension_configs={
            "casebook": {"config_file": str(configuration), "page": "definitions/partnership.md"}
        },
    )
    assert 'href="../../cases/safer-cities/">Safer Cities</a>' in html
    assert (
        'href="../../bibliography/geddes_2000/" aria-describedby="cb-card-1">Geddes 2000</a>'
        in html
    )


def test_the_package_is_named_as_an_extension(tmp_path: Path) -> None:
    name = "mkdocs_casebook.markdown_extension"
    options = {"config_file": str(small_study(tmp_path) / "mkdocs.fr.yml")}
    html = markdown("[@undated]", extensions=[name], extension_configs={name: options})
    assert "s.\u00a0d." in html
