"""Articles: what they are, their files, and pages, HTML, corpora, archives and feeds turned into articles."""

from reviewer.articles.values import Article, Event, text_sha256

__all__ = ["Article", "Event", "text_sha256"]
