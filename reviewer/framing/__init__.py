"""The analyst's work: codebooks, differences, anchors, the annotation files, drafts, agreement."""

from reviewer.framing.values import (
    Anchor,
    ArticleCorrections,
    Code,
    Codebook,
    Difference,
    DifferenceSide,
    PairAnnotations,
    QuotationCorrection,
    Rejected,
    Searched,
    SourceRef,
    Verdict,
    anchor_at,
)

__all__ = [
    "Anchor",
    "ArticleCorrections",
    "Code",
    "Codebook",
    "Difference",
    "DifferenceSide",
    "PairAnnotations",
    "QuotationCorrection",
    "Rejected",
    "Searched",
    "SourceRef",
    "Verdict",
    "anchor_at",
]
