"""A service's wish to wait, in every way it may be written."""

import pytest

from desktop_assistant.adapters.openai_client.retry_after import LONGEST_S, retry_after_s

NOW = 1_700_000_000.0  # 14 November 2023, 22:13:20 UTC


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0), ("0", 0.0), ("0.25", 0.25), (" 12 ", 12.0), ("1e2", 100.0), ("600", 600.0),
        ("-5", None), ("nan", None), ("NaN", None), ("inf", None), ("-inf", None),
        ("1e400", None), ("soon", None), ("", None), ("31536000", LONGEST_S),
        ("Tue, 14 Nov 2023 22:13:50 GMT", 30.0), ("Tue, 14 Nov 2023 22:13:50", 30.0),
        ("Tue, 14 Nov 2023 22:13:50 -0000", 30.0), ("Tue, 14 Nov 2023 23:13:50 +0100", 30.0),
        ("Tue, 14 Nov 2023 22:13:10 GMT", None), ("Tue, 14 Nov 9999 22:13:10 GMT", LONGEST_S),
        ("Tue, 99 Nov 2023 22:13:10 GMT", None), ("Fri, 31 Dec 9999 23:59:59 -2359", LONGEST_S),
    ],
)  # fmt: skip
def test_retry_after(value, seconds):
    assert retry_after_s({"retry-after": value}, NOW) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"), [("1500", 1.5), ("-1", None), ("nan", None), ("1e400", None)]
)
def test_milliseconds_win(value, seconds):
    assert retry_after_s({"retry-after-ms": value, "retry-after": "9"}, NOW) == seconds


def test_milliseconds_that_are_no_number_do_not_count():
    assert retry_after_s({"retry-after-ms": "soon", "retry-after": "9"}, NOW) == 9.0


def test_without_a_header_nothing_is_asked_for():
    assert retry_after_s({}, NOW) is None
