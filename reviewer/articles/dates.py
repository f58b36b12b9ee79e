"""Dates as exports and pages write them, made ISO."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_ISO = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?)?)?",
    re.ASCII,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z?))?", re.ASCII)
_SLASHED_ISO = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?:\s.{0,40})?", re.ASCII | re.DOTALL)
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january enero janvier januar jänner januari gen gennaio janeiro января янв", "feb february febrero février februar fev februari febbraio fevereiro февраля фев",
         "mar march marzo mars märz maart março марта", "apr april abril avril abr aprile апреля апр", "may mayo mai mei mag maggio maio мая",
         "jun june junio juin juni giu giugno junho июня", "jul july julio juillet juli lug luglio julho июля", "aug august agosto août ago augustus августа авг",
         "sep sept september septiembre septembre set settembre setembro сентября сен", "oct october octubre octobre oktober okt ott ottobre out outubro октября окт",
         "nov november noviembre novembre novembro ноября ноя", "dec december diciembre décembre dezember dez dic dicembre dezembro декабря дек"), 1
    )
    for name in names.split()
}  # fmt: skip
_DAY_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de |of )?([^\W\d_]{3,10})\.?,?[ -](?:de |del )?(\d{4})\b"
)
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\D.{0,40})?", re.ASCII | re.DOTALL)


def _checked(year: int, month: int = 1, day: int = 1) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_date(value: object) -> str | None:
    """`value` (ISO text, RFC 822 text, a date in words, seconds or milliseconds since 1970) as ISO text; None where it is no
    date, or one that 3/4/2031 leaves open.  A time and its zone stay as given; a year or a month alone stays so.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _from_epoch(float(value))
    if isinstance(value, date):
        return value.isoformat()
    text = " ".join(str(value)[:200].split())
    match = _ISO.fullmatch(text)
    if match is not None:
        return _iso(match)
    match = _COMPACT.fullmatch(text)
    if match is not None:
        found = _checked(int(match[1]), int(match[2]), int(match[3]))
        if found is not None:
            return f"{found}T{match[4]}:{match[5]}:{match[6]}{match[7]}" if match[4] else found.isoformat()
    return _from_epoch(float(text)) if re.fullmatch(r"\d{9,13}", text, re.ASCII) else _worded(text)


def _iso(match: re.Match[str]) -> str | None:
    year, month, day, time, zone = match.groups()
    if month is None:
        return str(year)
    found = _checked(int(year), int(month), int(day or 1))
    if found is None:
        return None
    if day is None:
        return f"{year}-{month}"
    if time is None:
        return found.isoformat()
    stamp = f"{found}T{time.replace(',', '.')}{zone or ''}"
    try:
        datetime.fromisoformat(stamp)
    except ValueError:
        return found.isoformat()
    return stamp


def _from_epoch(seconds: float) -> str | None:
    if seconds > 1e11:
        seconds /= 1000
    if not 1e8 <= seconds <= 1e10:
        return None
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _worded(text: str) -> str | None:
    for pattern, day_at, month_at in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        match = pattern.search(text)
        if match is None:
            continue
        month = _MONTHS.get(match[month_at].lower())
        found = _checked(int(match[3]), month, int(match[day_at])) if month else None
        if found is not None:
            return _with_time(found, text)
    match = _SLASHED_ISO.fullmatch(text)
    found = _checked(int(match[1]), int(match[2]), int(match[3])) if match else None
    if found is None:
        match = _NUMERIC.fullmatch(text)
        if match is not None:
            first, second, year = int(match[1]), int(match[2]), int(match[3])
            if first > 12 or first == second or "." in text[:6]:
                found = _checked(year, second, first)
            elif second > 12:
                found = _checked(year, first, second)
    return found.isoformat() if found else None


def _with_time(found: date, text: str) -> str:
    """RFC 822 stamps (feeds) keep their time; a date in words is a day."""
    if re.search(r"\d:\d\d:\d\d (?:[+-]\d{4}|GMT|UTC|Z|[ECMP][SD]T)$", text):
        from email.utils import parsedate_to_datetime  # which brings socket and random

        try:
            stamp = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return found.isoformat()
        return stamp.isoformat()
    return found.isoformat()
