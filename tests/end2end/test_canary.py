"""No key gets anywhere: canaries through terminal and window, with a keyring and without."""

import pytest

from tests.torture.canary_scenarios import let_canaries_fly

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(300)]


def test_no_key_is_found_anywhere(tmp_path):
    figures = let_canaries_fly(tmp_path, quick=True)
    assert not figures.faults, figures.table()
    assert figures.counts["scenarios"] > 50
    assert figures.counts["files looked into"] > 10
