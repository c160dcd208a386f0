"""Options every sub-command shares, and how the configuration is found."""

import os
from pathlib import Path
from typing import Annotated

import typer

from flows.settings import Settings, find_config, load_settings

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", help="watch.toml; else $GIGAWATCH_CONFIG, else ./watch.toml"),
]
AsJson = Annotated[bool, typer.Option("--json", help="print JSON instead of a table")]


def settings_of(config: Path | None, *, optional: bool = False) -> Settings:
    """The configuration; with `optional`, defaults where nobody named one and none is here."""
    path = find_config(config, os.environ)
    if optional and config is None and not os.environ.get("GIGAWATCH_CONFIG") and not path.exists():
        return Settings(path=path.absolute())
    return load_settings(path, os.environ)
