"""JSON Lines, JSON and CSV, one article a record."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles import Article, SourceRecord, read_json_lines, read_records
from reviewer.articles.records import FieldNames, article_of, fields_of
from reviewer.errors import ReviewerError
from tests.articles.samples import records, refusals


def _corpus(folder: Path, *lines: str | bytes, name: str = "corpus.jsonl") -> Path:
    path = folder / name
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines) + b"\n")
    return path


def test_our_own_corpus_lines_are_read_with_their_opaque_ids(tmp_path: Path) -> None:
    line = {"id": "../../x", "outlet": "O", "title": None, "published": "2031-04-02", "url": None, "text": " A\r\nb "}
    (record,) = records(_corpus(tmp_path, json.dumps(line)))
    assert record.article == Article("../../x", " A\r\nb ", outlet="O", published="2031-04-02")


GOOD = '{"id": "good", "text": "A good record."}'


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("{broken", "not JSON"),
        ("[" * 200_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ('{"a": ' + "9" * 5000 + ', "text": "x"}', "a number too long"),
        ('{"a": NaN, "text": "x"}', "NaN is no JSON value"),
        ('{"a": -Infinity, "text": "x"}', "-Infinity is no JSON value"),
        ('{"id": "a", "id": "b", "text": "x"}', "the key 'id' occurs twice"),
        (r'{"text": "\ud800"}', "half a surrogate pair in 'text'"),
        (r'{"text": "x", "title": "\udfff"}', "half a surrogate pair in 'title'"),
        ('{"id": "no text"}', "no text"),
        ('{"text": "  "}', "no text"),
        ('{"text": 7}', "no text"),
        ("[1, 2]", "not a JSON object"),
        ('"words"', "not a JSON object"),
        (b'{"text": "caf\xe9"}', "not UTF-8 text"),
        (b'{"text": "' + b"a" * (33 * 1024 * 1024) + b'"}', "a line of more than 32 MB"),
    ],
    ids=range(16),
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path, bad: str | bytes, said: str) -> None:
    path = _corpus(tmp_path, GOOD, "", bad, GOOD)
    assert [r.line for r in records(path)] == [1, 4]
    (refusal,) = refusals(path)
    assert refusal.startswith(f"{path}:3: {said}")


@given(st.binary(max_size=200))
def test_any_bytes_in_a_line_neither_raise_nor_hide_the_next(data: bytes) -> None:
    import io

    stream = io.BytesIO(data.replace(b"\n", b" ") + b"\n" + GOOD.encode())
    from reviewer.articles.corpora import read_corpus_lines

    found = list(read_corpus_lines(io.BufferedReader(stream), "x", "x", FieldNames()))
    assert getattr(found[-1], "article", None) == Article("good", "A good record.")


@pytest.mark.parametrize("name", ["c.jsonl.gz", "c.jsonl.zst"])
def test_packed_corpora_are_read_and_a_cut_one_is_never_taken_for_whole(tmp_path: Path, name: str) -> None:
    lines = b"".join(json.dumps({"id": str(n), "text": f"Words {n * 7919}."}).encode() + b"\n" for n in range(20_000))
    pack = gzip.compress if name.endswith(".gz") else zstandard.compress
    whole = tmp_path / name
    whole.write_bytes(pack(lines))
    assert sum(1 for _ in read_records([whole])) == 20_000
    cut = tmp_path / ("cut-" + name)
    cut.write_bytes(pack(lines)[:-1000])
    assert 1000 < len(records(cut)) < 20_000
    (refusal,) = refusals(cut)
    assert "the packed file is cut off" in refusal


@pytest.mark.parametrize("name", ["c.jsonl.gz", "c.jsonl.zst"])
def test_members_one_after_another_are_one_file(tmp_path: Path, name: str) -> None:
    pack = gzip.compress if name.endswith(".gz") else zstandard.compress
    (tmp_path / name).write_bytes(pack(GOOD.encode() + b"\n") + pack(GOOD.encode() + b"\n"))
    assert len(records(tmp_path / name)) == 2


@pytest.mark.parametrize("name", ["c.jsonl.gz", "c.jsonl.zst"])
def test_a_bomb_is_refused_line_by_line(tmp_path: Path, name: str) -> None:
    pack = gzip.compress if name.endswith(".gz") else zstandard.compress
    (tmp_path / name).write_bytes(pack(b'{"text": "' + b"a" * 60_000_000 + b'"}\n' + GOOD.encode() + b"\n"))
    assert [r.line for r in records(tmp_path / name)] == [2]
    assert "more than 32 MB" in refusals(tmp_path / name)[0]


def test_what_is_not_packed_though_its_name_says_so_is_refused(tmp_path: Path) -> None:
    for name in ("c.jsonl.gz", "c.jsonl.zst"):
        (tmp_path / name).write_bytes(GOOD.encode())
        (refusal,) = refusals(tmp_path / name)
        assert "damaged" in refusal


EXPORTS: list[tuple[dict[str, Any], dict[str, str]]] = [
    ({"body": "T", "headline": "H", "source": "S", "date": "2031-05-06"}, {"title": "H", "outlet": "S", "published": "2031-05-06"}),
    ({"content": "T", "source": {"id": "s", "name": "S"}, "publishedAt": "2031-05-06T07:08:09Z", "author": "A"},
     {"outlet": "S", "published": "2031-05-06T07:08:09Z", "byline": "A"}),
    ({"maintext": "T", "source_domain": "s.example", "date_publish": "2031-05-06 07:08:09", "authors": ["A", "B"]},
     {"outlet": "s.example", "published": "2031-05-06T07:08:09", "byline": "A, B"}),
    ({"articleBody": "T", "publisher": {"name": "S"}, "datePublished": "6 May 2031", "author": [{"name": "A"}], "inLanguage": "en"},
     {"outlet": "S", "published": "2031-05-06", "byline": "A", "language": "en"}),
    ({"Full Text": "T", "Publication": "S", "Pub Date": "May 6, 2031", "Link": "https://s.example/1"},
     {"outlet": "S", "published": "2031-05-06", "url": "https://s.example/1"}),
    ({"text": ["One.", "Two."], "timestamp": 1936000000}, {"published": "2031-05-08T09:46:40Z"}),
    ({"body": "T", "headline": {"main": "H", "kicker": None}, "byline": {"original": "By A. Quist", "person": []}, "pub_date": "2031-05-06"},
     {"title": "H", "byline": "A. Quist", "published": "2031-05-06"}),
    ({"body": "T", "authors": "['A. Quist', \"B. O'Dell\"]", "language": "English"}, {"byline": "A. Quist, B. O'Dell", "language": "en"}),
    ({"body": "T", "author": [{"firstName": "Ada", "lastName": "Quist"}, {"display_name": "Bo"}]}, {"byline": "Ada Quist, Bo"}),
    ({"body": "T", "author": 12, "byline": "Byron Quist"}, {"byline": "Byron Quist"}),
    ({"body": "T", "author": "['never closed"}, {"byline": "['never closed"}),
    ({"_id": {"$oid": "5f"}, "text": "T", "date": {"$date": "2031-05-06T07:08:09Z"}}, {"id": "5f", "published": "2031-05-06T07:08:09Z"}),
    ({"webTitle": "H", "webUrl": "https://s.example/1", "fields": {"bodyText": "T", "byline": "A", "headline": "Other"}},
     {"title": "H", "url": "https://s.example/1", "byline": "A"}),
    ({"_index": "news", "_id": "7", "_source": {"title": "H", "content": "T", "source": "S"}}, {"id": "7", "title": "H", "outlet": "S"}),
    ({"article": {"title": "H", "text": "T"}, "source": "S"}, {"title": "H", "outlet": "S"}),
]  # fmt: skip


@pytest.mark.parametrize(("record", "expected"), EXPORTS)
def test_the_field_names_of_other_exports_are_known(record: dict[str, Any], expected: dict[str, str]) -> None:
    fields = fields_of(record, FieldNames())
    text = "One.\n\nTwo." if isinstance(record.get("text"), list) else "T"
    assert fields == {"text": text, **expected}


def test_a_mapping_goes_before_what_we_would_have_taken() -> None:
    names = FieldNames({"text": "teaser", "outlet": "desk"})
    fields = fields_of({"text": "no", "teaser": "yes", "desk": "D", "source": "S"}, names)
    assert article_of(fields, "x") == Article("x", "yes", outlet="D")


def test_a_later_alias_fills_in_for_an_empty_one() -> None:
    assert fields_of({"text": None, "body": "", "content": "T"}, FieldNames()) == {"text": "T"}


def test_a_record_with_only_html_gives_its_text() -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = _corpus(
            Path(folder),
            json.dumps({"html": "<p>One &amp; two.</p><script>x()</script><blockquote>Said.</blockquote>"}),
        )
        (record,) = records(path)
    assert record.article.text == "One & two.\n\n> Said."


@pytest.mark.parametrize(
    "record",
    [
        {"content": "<p>One &amp; <b>two</b>.</p><p>Three.</p>"},
        {
            "title": {"rendered": "Ferry &amp; pilot"},
            "content": {"rendered": "<p>One &amp; two.</p>\n<p>Three.</p>", "protected": False},
        },
        {"body": "One &amp; two.<br><br>Three."},
    ],
)
def test_what_an_export_keeps_as_markup_gives_its_text(tmp_path: Path, record: dict[str, Any]) -> None:
    (found,) = records(_corpus(tmp_path, json.dumps(record)))
    assert found.article.text == "One & two.\n\nThree."
    assert found.article.title == ("Ferry & pilot" if "title" in record else None)
    assert found.notes == ("the text was taken out of HTML",)


def test_our_own_text_stays_to_the_letter_whatever_it_looks_like(tmp_path: Path) -> None:
    text = "He typed <p>One</p> and &amp;.\r\n\r\n  Two. "
    (found,) = records(_corpus(tmp_path, json.dumps({"text": text})))
    assert found.article.text == text


def test_json_files_hold_one_article_or_a_list(tmp_path: Path) -> None:
    for name, content in (
        ("one.json", {"text": "A."}),
        ("many.json", [{"text": "A."}, {"text": "B."}, 7]),
        ("api.json", {"status": "ok", "articles": [{"text": "A."}]}),
    ):
        (tmp_path / name).write_text(json.dumps(content))
    assert [len(records(tmp_path / name)) for name in ("one.json", "many.json", "api.json")] == [1, 2, 1]
    assert refusals(tmp_path / "many.json") == [f"{tmp_path / 'many.json'}:3: this record is no JSON object"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_tables_are_read_whatever_stands_between_their_fields(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["id", "headline", "content"],
        ["a1", "“Flood”", '"One.\nTwo, said ""she""."'],
        ["a2", "Fire – again", "Three."],
    ]
    (tmp_path / "t.csv").write_bytes("\n".join(delimiter.join(row) for row in rows).encode(encoding))
    assert [r.article for r in records(tmp_path / "t.csv")] == [
        Article("a1", 'One.\nTwo, said "she".', title="“Flood”"),
        Article("a2", "Three.", title="Fire – again"),
    ]


def test_a_bad_row_of_a_table_is_named_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,text\na,One.\nb,Two.,more\n\nc,\nd,Three.\n")
    assert [r.article.id for r in records(tmp_path / "t.csv")] == ["a", "d"]
    assert [line.rpartition(".csv:")[2] for line in refusals(tmp_path / "t.csv")] == [
        "3: 3 fields where the header has 2; put one that holds a ',' in quotation marks",
        "5: no text in 'text'",
    ]


def test_a_record_whose_text_is_under_an_unknown_name_says_what_its_fields_are_called(tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text('{"id": "a", "Überschrift": "Eins", "Inhaltstext": "Ein Satz."}\n')
    (line,) = refusals(tmp_path / "t.jsonl")
    assert line.endswith(
        ".jsonl:1: no text among its fields (id, Überschrift, Inhaltstext); say which it is with --map text=NAME"
    )
    assert [r.article.text for r in records(tmp_path / "t.jsonl", mapping={"text": "Inhaltstext"})] == ["Ein Satz."]


@pytest.mark.parametrize(
    "header",
    [
        "Quelle;Titel;Autor;Erscheinungsdatum;Sprache;Volltext",
        "Journal;Titre;Auteur;Date de publication;Langue;Texte intégral",
        "Periódico;Título;Autora;Fecha;Idioma;Texto",
    ],
)
def test_a_table_s_columns_may_be_named_in_german_french_and_spanish(tmp_path: Path, header: str) -> None:
    (tmp_path / "t.csv").write_text(f"{header}\nPell Post;Aground;Ada Quist;2031-05-06;fr;A ferry.\n", "utf-8")
    (found,) = records(tmp_path / "t.csv")
    one = found.article
    assert (one.outlet, one.title, one.byline, one.published, one.language, one.text) == (
        "Pell Post", "Aground", "Ada Quist", "2031-05-06", "fr", "A ferry.",
    )  # fmt: skip


def test_a_table_without_a_column_of_text_is_refused_once(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,Überschrift,Inhaltstext\n" + "a,Eins,Ein Satz.\n" * 40)
    said = (
        f"{tmp_path / 't.csv'}:1: no text among its columns, which the first line names (id, Überschrift, Inhaltstext); "
        "say which it is with --map text=NAME"
    )
    assert refusals(tmp_path / "t.csv") == [said]
    found = records(tmp_path / "t.csv", mapping={"text": "Inhaltstext"})
    assert [each.article.text for each in found] == ["Ein Satz."] * 40


@pytest.mark.parametrize(
    ("answer", "texts"),
    [
        (
            {"took": 3, "hits": {"total": 2, "hits": [{"_source": {"body": "A."}}, {"_source": {"body": "B."}}]}},
            "A. B.",
        ),
        ({"response": {"numFound": 1, "docs": [{"text": "A."}]}}, "A."),
        ({"errors": [{"code": 7}, {"code": 8}], "news": [{"text": "A."}], "paging": []}, "A."),
        ({"text": "A.", "related": [{"text": "B."}]}, "A."),
        ({"status": "ok", "articles": []}, ""),
    ],
)
def test_the_articles_in_the_answer_of_a_service_are_found(tmp_path: Path, answer: dict[str, Any], texts: str) -> None:
    (tmp_path / "answer.json").write_text(json.dumps(answer))
    assert [each.article.text for each in records(tmp_path / "answer.json")] == texts.split()
    said = [] if texts else [f"{tmp_path / 'answer.json'}: there is no article in it"]
    assert refusals(tmp_path / "answer.json") == said


def test_an_empty_row_of_a_spreadsheet_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(",\nid,text\na,One.\n,\n , \nb,Two.\n")
    assert [each.article.id for each in records(tmp_path / "t.csv")] == ["a", "b"]
    assert refusals(tmp_path / "t.csv") == []


def test_a_table_with_a_doubled_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,text,text\na,One.,Two.\n")
    assert refusals(tmp_path / "t.csv") == [
        f"{tmp_path / 't.csv'}:1: the column 'text' occurs twice; call one of them otherwise"
    ]


def test_parquet_without_pyarrow_is_refused_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "t.parquet").write_bytes(b"PAR1")
    (refusal,) = refusals(tmp_path / "t.parquet")
    assert "pip install pyarrow" in refusal


def test_parquet_is_read_where_pyarrow_is(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(
        pa.table({"id": ["a", "b"], "body": ["One.", None], "source": ["S", "S"]}), tmp_path / "t.parquet"
    )
    assert [r.article for r in records(tmp_path / "t.parquet")] == [Article("a", "One.", outlet="S")]
    assert len(refusals(tmp_path / "t.parquet")) == 1
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 nothing")
    assert "not a readable Parquet file" in refusals(tmp_path / "bad.parquet")[0]


def test_json_lines_that_are_no_corpus_are_read_with_their_faults(tmp_path: Path) -> None:
    path = _corpus(tmp_path, '{"left_id": "a"}', "", "[1]", b"\xff")
    assert list(read_json_lines(path)) == [
        (1, {"left_id": "a"}),
        (3, "not a JSON object; a corpus has one article a line, in { }"),
        (4, "not UTF-8 text"),
    ]
    with pytest.raises(ReviewerError, match="no such file"):
        list(read_json_lines(tmp_path / "none.jsonl"))


def test_a_corpus_streams(tmp_path: Path) -> None:
    import tracemalloc

    text = "Many words that are said over and over. " * 100
    path = _corpus(tmp_path, *(json.dumps({"id": n, "text": text}) for n in range(3000)))
    assert path.stat().st_size > 10_000_000
    tracemalloc.start()
    assert sum(1 for _ in read_records([path])) == 3000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3_000_000


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.tsv", "a.jsonl.gz"])
def test_a_corpus_without_an_article_says_so(tmp_path: Path, name: str) -> None:
    content = b"id,text\n" if name.endswith("csv") else b"\n \n"
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert refusals(tmp_path / name) == [f"{tmp_path / name}: there is no article in it"]


@pytest.mark.parametrize(
    "answer",
    [
        {"errors": [], "response": {"docs": [{"title": "Port shut", "text": "The port closed on Monday."}]}},
        {"facets": [{"name": "x"}], "response": {"results": [{"title": "Port shut", "text": "The port closed."}]}},
    ],
)
def test_lists_without_text_do_not_hide_the_articles_further_down(answer: dict[str, object], tmp_path: Path) -> None:
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(answer), encoding="utf-8")
    (record,) = read_records([str(file)])
    assert isinstance(record, SourceRecord)
    assert record.article.title == "Port shut"


def test_what_a_mapping_names_wrongly_is_said_and_how_to_name_it_right(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text(json.dumps({"Schlagwort": "Ferry", "Inhaltstext": "Aground."}) + "\n")
    (tmp_path / "t.csv").write_text("Schlagwort;Inhaltstext\nFerry;Aground.\n")
    for name, kind in (("c.jsonl", "fields"), ("t.csv", "columns, which the first line names")):
        (line,) = refusals(tmp_path / name, mapping={"text": "inhalt"})
        assert line == (
            f"{tmp_path / name}:1: --map text=inhalt: no such name among its {kind} (Schlagwort, Inhaltstext); "
            "give one of these"
        )
        (right,) = records(tmp_path / name, mapping={"text": "inhaltstext", "title": "Schlagwort"})
        assert (right.article.title, right.article.text) == ("Ferry", "Aground.")


def test_what_a_mapping_names_and_no_record_has_is_said_once_at_the_end(tmp_path: Path) -> None:
    lines = [json.dumps({"headline": f"Ferry {n}", "text": f"Aground {n}."}) for n in range(3)]
    (tmp_path / "c.jsonl").write_text("\n".join(lines))
    (tmp_path / "page.txt").write_text(
        "The ferry ran aground off Pell Island on Tuesday night, the harbour office said.\n"
    )
    both = (tmp_path / "c.jsonl", tmp_path / "page.txt")
    assert refusals(*both, mapping={"title": "header"}) == ["--map: title=header: no record has a field of that name"]
    assert refusals(*both, mapping={"title": "headline"}) == []
    assert refusals(both[1], mapping={"title": "header"}) == []
    assert [one.article.title for one in records(both[0], mapping={"title": "HEADLINE"})] == [
        "Ferry 0",
        "Ferry 1",
        "Ferry 2",
    ]


def test_a_text_that_is_an_object_is_told_from_one_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text(json.dumps({"title": "T", "content": {"parts": [{"words": "Aground."}]}}))
    (line,) = refusals(tmp_path / "c.jsonl")
    assert line.endswith("no text in 'content'; it holds fields of its own: move the text up into the record")


def test_a_quotation_mark_that_is_never_closed_swallows_no_article_unsaid(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('title,text\nA,One.\nB,"Two.\nC,Three.\nD,Four.\n')
    assert [record.article.text for record in records(path)] == ["One."]
    (line,) = refusals(path)
    assert line.startswith(f"{path}:3: a quotation mark is opened here and never closed")
    for end in ('"Two."', '"Two."\n', '"Two.\nTwo."\n\n', "Two"):
        path.write_text(f"title,text\nA,One.\nB,{end}")
        assert ([record.article.title for record in records(path)], refusals(path)) == (["A", "B"], [])


@pytest.mark.parametrize("above", ["sep=;", '"sep=;"', "SEP=; "])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_spreadsheets_word_on_its_separator_is_no_header(tmp_path: Path, above: str, encoding: str) -> None:
    (tmp_path / "t.csv").write_bytes(f"{above}\r\nTitel;Text\r\nFähre, auf Grund;Eins, zwei.\r\n".encode(encoding))
    (record,) = records(tmp_path / "t.csv")
    assert (record.article.title, record.article.text, record.line) == ("Fähre, auf Grund", "Eins, zwei.", 3)


def test_a_separator_may_be_a_tab(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("sep=\t\nTitel\tText\nFähre, auf Grund\tEins, zwei.\n")
    (record,) = records(tmp_path / "t.csv")
    assert (record.article.title, record.article.text) == ("Fähre, auf Grund", "Eins, zwei.")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
@pytest.mark.parametrize("name", ["c.jsonl", "c.json"])
def test_json_that_a_console_wrote_in_utf_16_is_read(tmp_path: Path, name: str, encoding: str) -> None:
    bom = "\ufeff" if encoding == "utf-16-be" else ""
    texts = ["Zwölf Fähren 🚢. " * 4000, "Dreizehn."]
    lines = "\r\n".join(json.dumps({"title": "T", "text": text}, ensure_ascii=False) for text in texts)
    (tmp_path / name).write_bytes((bom + lines).encode(encoding))
    assert [record.article.text for record in records(tmp_path / name)] == texts
    assert refusals(tmp_path / name) == []


def test_a_mapping_that_is_the_wrong_way_round_is_turned(tmp_path: Path) -> None:
    with pytest.raises(ReviewerError, match="no field 'Inhalt'; say it the other way round: --map text=Inhalt"):
        list(read_records([tmp_path / "c.jsonl"], mapping={"Inhalt": "text"}))
