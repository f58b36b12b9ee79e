"""What a command says when there is nothing to show."""

from __future__ import annotations

import pytest

from reviewer.exchange import IMPORT_TABLE, Answer


@pytest.mark.parametrize("refused", [["paper.pdf: PDF is not read"], []])
def test_an_empty_table_is_explained_in_one_line(capsys: pytest.CaptureFixture[str], refused: list[str]) -> None:
    said: list[object] = []
    answer = Answer("table", IMPORT_TABLE, said.append)
    for what in refused:
        answer.refuse(what)
    answer.end()
    assert said == (refused or ["nothing found"])
    assert capsys.readouterr().out == ""
