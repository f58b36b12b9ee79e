"""Out to other tools: JSON Lines, CSV rows, tables."""

from reviewer.exchange.agreement import AGREEMENT_COLUMNS, agreement_rows
from reviewer.exchange.answers import Answer, write_utf8
from reviewer.exchange.records import comparison_record, import_record, partners_record, quotes_record, utterance_record
from reviewer.exchange.rows import (
    COLUMNS,
    VERDICT_COLUMNS,
    csv_lines,
    json_lines,
    project_rows,
    rows,
    verdict_rows,
)
from reviewer.exchange.tables import (
    COMPARE_TABLE,
    EVENTS_TABLE,
    IMPORT_TABLE,
    PAIRS_TABLE,
    QUOTES_TABLE,
    utterances_table,
)
from reviewer.exchange.wishes import pair_wishes, wished_comparisons

__all__ = [
    "AGREEMENT_COLUMNS",
    "COLUMNS",
    "COMPARE_TABLE",
    "EVENTS_TABLE",
    "IMPORT_TABLE",
    "PAIRS_TABLE",
    "QUOTES_TABLE",
    "VERDICT_COLUMNS",
    "Answer",
    "agreement_rows",
    "comparison_record",
    "csv_lines",
    "import_record",
    "json_lines",
    "pair_wishes",
    "partners_record",
    "project_rows",
    "quotes_record",
    "rows",
    "utterance_record",
    "utterances_table",
    "verdict_rows",
    "wished_comparisons",
    "write_utf8",
]
