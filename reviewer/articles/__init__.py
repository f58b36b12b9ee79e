"""Articles: what they are, their files, and pages, HTML, corpora, archives and feeds turned into articles."""

from reviewer.articles.article_file import article_source, load_article, parse_article, split_source
from reviewer.articles.by_hand import import_record, revise_article
from reviewer.articles.corpora import read_json_lines
from reviewer.articles.importing import Importer, import_sources
from reviewer.articles.library import create_event, load_event, update_front_matter, write_article, write_event
from reviewer.articles.moving import move_article
from reviewer.articles.originals import Paragraph, paragraphs_of_record, read_original, rewritten
from reviewer.articles.revisions import Placed, RevisionMap, revision_map
from reviewer.articles.sources import read_records, read_sources
from reviewer.articles.values import Article, Event, Imported, Refused, SourceRecord, tally, text_sha256

__all__ = [
    "Article",
    "Event",
    "Imported",
    "Importer",
    "Paragraph",
    "Placed",
    "Refused",
    "RevisionMap",
    "SourceRecord",
    "article_source",
    "create_event",
    "import_record",
    "import_sources",
    "load_article",
    "load_event",
    "move_article",
    "paragraphs_of_record",
    "parse_article",
    "read_json_lines",
    "read_original",
    "read_records",
    "read_sources",
    "revise_article",
    "revision_map",
    "rewritten",
    "split_source",
    "tally",
    "text_sha256",
    "update_front_matter",
    "write_article",
    "write_event",
]
