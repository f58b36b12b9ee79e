"""Dates as exports and pages write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles.dates import iso_date


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2031-05-06", "2031-05-06"),
        ("2031-05", "2031-05"),
        ("2031", "2031"),
        ("2031-05-06T07:08:09.123456789+02:00", "2031-05-06T07:08:09.123456789+02:00"),
        ("2031-05-06T27:08", "2031-05-06"),
        ("2031-05-06T07:08:09.123Z", "2031-05-06T07:08:09.123Z"),
        ("2031-05-06 07:08", "2031-05-06T07:08"),
        ("20310506", "2031-05-06"),
        ("20310506T070809Z", "2031-05-06T07:08:09Z"),
        ("20310506070809", "2031-05-06T07:08:09"),
        ("2031/5/6", "2031-05-06"),
        ("Tue, 06 May 2031 07:08:09 GMT", "2031-05-06T07:08:09+00:00"),
        ("6 May 2031", "2031-05-06"),
        ("Published on May 6th, 2031 by the desk", "2031-05-06"),
        ("6 de mayo de 2031", "2031-05-06"),
        ("6. Mai 2031", "2031-05-06"),
        ("17 Febbraio 2031", "2031-02-17"),
        ("6 de maio de 2031", "2031-05-06"),
        ("6 maart 2031", "2031-03-06"),
        ("17 ноября 2031", "2031-11-17"),
        ("1er août 2031", "2031-08-01"),
        ("13/05/2031", "2031-05-13"),
        ("05/13/2031", "2031-05-13"),
        ("6.5.2031", "2031-05-06"),
        (1936000000, "2031-05-08T09:46:40Z"),
        (1936000000000, "2031-05-08T09:46:40Z"),
        ("1936000000", "2031-05-08T09:46:40Z"),
        (date(2031, 5, 6), "2031-05-06"),
        (datetime(2031, 5, 6, 7, 8), "2031-05-06T07:08:00"),
        ("03/04/2031", None),
        ("2031-13-45", None),
        ("2031-02-30", None),
        ("31 February 2031", None),
        ("soon", None),
        ("", None),
        (None, None),
        (True, None),
        (7, None),
        (float("nan"), None),
        ("9" * 5000, None),
    ],
)
def test_a_date_becomes_iso_or_nothing(value: object, iso: str | None) -> None:
    assert iso_date(value) == iso


@given(st.text() | st.floats() | st.integers())
def test_nothing_raises_and_what_is_found_is_stable(value: object) -> None:
    found = iso_date(value)
    assert found is None or iso_date(found) == found


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)))
def test_every_iso_stamp_is_kept(moment: datetime) -> None:
    stamp = moment.isoformat(timespec="seconds")
    assert iso_date(stamp) == stamp
    assert iso_date(moment.strftime("%Y-%m-%d")) == stamp[:10]
