"""The linter knows every module of the newsroom: one that it was not told of could import anything."""

import configparser
import pkgutil

import newsroom
from tests.dev.test_dev import ROOT


def test_every_module_of_newsroom_stands_in_the_top_layer():
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    top = contracts["importlinter:contract:layers"]["layers"].split("\n")[1]
    named = {word.strip(" ()") for word in top.split(":")}
    modules = {f"newsroom.{module.name}" for module in pkgutil.iter_modules(newsroom.__path__)} - {
        "newsroom.lib"
    }
    assert modules - named == set()
