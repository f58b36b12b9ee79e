"""What a command says of what it refused, and when there is nothing to show."""

from __future__ import annotations

import pytest

from reviewer.articles import Refused
from reviewer.exchange import IMPORT_TABLE, Answer


@pytest.mark.parametrize("refused", [[Refused("paper.pdf", None, "PDF is not read")], []])
def test_an_empty_table_is_explained_in_one_line(capsys: pytest.CaptureFixture[str], refused: list[Refused]) -> None:
    said: list[object] = []
    answer = Answer("table", IMPORT_TABLE, said.append)
    for what in refused:
        answer.refuse(what)
    answer.end()
    assert list(map(str, said)) == (list(map(str, refused)) or ["nothing found"])
    assert capsys.readouterr().out == ""


def test_what_is_wrong_with_many_records_alike_is_said_of_the_first_and_counted() -> None:
    said: list[object] = []
    answer = Answer("jsonl", IMPORT_TABLE, lambda what: said.append(str(what)))
    lines = [*range(1, 2001), 2005, 2007, *range(2010, 2013)]
    for line in lines:
        answer.refuse(Refused("c.jsonl", line, "no text"))
        if line == 7:
            answer.refuse(Refused("c.jsonl", line, "not JSON"))
            answer.refuse(Refused("d.jsonl", line, "no text"))
    assert said == ["c.jsonl:1: no text", "c.jsonl:7: not JSON", "d.jsonl:7: no text"]
    answer.end()
    assert said[3:] == ["c.jsonl: and 2,004 more like it (2-2000, 2005, 2007, 2010-2012): no text"]
    assert answer.refused == len(lines) + 2


def test_of_lines_here_and_there_the_first_are_named() -> None:
    said: list[object] = []
    answer = Answer("jsonl", IMPORT_TABLE, lambda what: said.append(str(what)))
    for line in range(1, 41, 2):
        answer.refuse(Refused("c.jsonl", line, "no text"))
    answer.end()
    assert said[1:] == ["c.jsonl: and 19 more like it (3, 5, 7, 9, 11, 13, 15, 17, …): no text"]
