"""Articles: what they are, their files, and pages, HTML, corpora, archives and feeds turned into articles.

What changes a project is asked for by its module, so that who only reads does not load it: `importing`, `by_hand`, `edits`,
`moving`, `originals`, `revisions`, `shelf`, `store`.
"""

from reviewer.articles.article_file import article_source, load_article, parse_article, split_source
from reviewer.articles.corpora import read_json_lines
from reviewer.articles.library import create_event, load_event, update_front_matter, write_article, write_event
from reviewer.articles.sources import read_records, read_sources
from reviewer.articles.values import Article, Event, Imported, Refused, SourceRecord, tally

__all__ = [
    "Article",
    "Event",
    "Imported",
    "Refused",
    "SourceRecord",
    "article_source",
    "create_event",
    "load_article",
    "load_event",
    "parse_article",
    "read_json_lines",
    "read_records",
    "read_sources",
    "split_source",
    "tally",
    "update_front_matter",
    "write_article",
    "write_event",
]
