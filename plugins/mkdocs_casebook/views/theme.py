"""How the site's pages extend Material for MkDocs: overrides that never copy what they override."""

from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader


def theme_directory() -> Path:
    """Return the folder of template overrides and icons.

    Returns:
        A folder to put into the theme's directories, before Material's.
    """
    return Path(__file__).parent / "theme"


def theme_environment(environment: Environment, material_directory: Path) -> Environment:
    """Let an override name the theme's own template of the same path.

    ``{% include "material/partials/search.html" %}`` is the theme's partial, whatever stands
    before it in the theme's directories.

    Args:
        environment: The environment that renders the pages; it is not changed.
        material_directory: The folder of Material's templates.

    Returns:
        An environment that shares all else with the given one.
    """
    own = [environment.loader] if environment.loader else []
    material = PrefixLoader({"material": FileSystemLoader(material_directory)})
    loaders: list[BaseLoader] = [*own, material]
    # MkDocs makes an environment for each build: no template changes while one lives.
    return environment.overlay(loader=ChoiceLoader(loaders), auto_reload=False)
