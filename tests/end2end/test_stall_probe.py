"""The probe for pauses of the window works; what it measures, ``make torture`` tells."""

import pytest

from tests.end2end.desktop import Desktop
from tests.torture.stalls import StalledRun

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(240)]


def test_the_heart_of_the_real_window_is_heard_while_it_answers(tmp_path):
    with Desktop(tmp_path) as desktop:
        told, _ = StalledRun(desktop, tmp_path, None)("hasty")
    (section,) = told  # nothing but what was measured: no errors, nothing printed
    assert section["beats"] > 50
    assert 0 <= section["longest_own_ms"] <= section["longest_ms"]
