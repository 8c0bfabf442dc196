"""``docs/reliability.md`` names tests that exist, and every row of stream faults."""

import re
from pathlib import Path

import pytest

from tests.fakes.openai_server import SCENARIOS

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
ROWS = range(1, 34)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`([\w/]+\.py)`", TEXT))))
def test_what_is_named_exists(path):
    assert (ROOT / "tests" / path).is_file()


def test_every_row_has_its_outcome():
    told = [int(number) for number in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)]
    assert told == list(ROWS)


def test_every_scenario_belongs_to_a_row():
    for name, answer in SCENARIOS.items():
        row = re.match(r"Row (\d+):", answer.__doc__ or "")
        assert name == "clean" or (row and int(row[1]) in ROWS), name
