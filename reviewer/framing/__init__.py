"""The analyst's work: codebooks, differences, anchors, the annotation files, drafts, agreement."""

from reviewer.files import SaveFailed
from reviewer.framing.anchors import check_anchor
from reviewer.framing.annotation_file import correction_files, pair_files, read_corrections, read_pair
from reviewer.framing.carry import Placement, Revision, carry_anchor
from reviewer.framing.check import Problem, check_project
from reviewer.framing.codebook import builtin_codebook, builtin_ids, load_codebook
from reviewer.framing.drafts import DRAFT_KINDS, DraftKind, FailedEdit
from reviewer.framing.history import ArticleKey, Conflict, PairKey
from reviewer.framing.identity import new_id
from reviewer.framing.loading import LoadedPair, load_pair
from reviewer.framing.revising import carried_lines, carry_over
from reviewer.framing.store import FileChanged, ReadOnly, read_in_place
from reviewer.framing.values import (
    CONFIDENCES,
    ROLES,
    STATUSES,
    Anchor,
    ArticleCorrections,
    Code,
    Codebook,
    Confidence,
    Difference,
    DifferenceSide,
    PairAnnotations,
    Place,
    QuotationCorrection,
    Rejected,
    Role,
    Searched,
    SideName,
    SourceRef,
    State,
    Status,
    Verdict,
    VerdictKind,
    anchor_at,
)
from reviewer.framing.verdicts import govern
from reviewer.framing.workspace import Workspace

__all__ = [
    "CONFIDENCES",
    "DRAFT_KINDS",
    "ROLES",
    "STATUSES",
    "Anchor",
    "ArticleCorrections",
    "ArticleKey",
    "Code",
    "Codebook",
    "Confidence",
    "Conflict",
    "Difference",
    "DifferenceSide",
    "DraftKind",
    "FailedEdit",
    "FileChanged",
    "LoadedPair",
    "PairAnnotations",
    "PairKey",
    "Place",
    "Placement",
    "Problem",
    "QuotationCorrection",
    "ReadOnly",
    "Rejected",
    "Revision",
    "Role",
    "SaveFailed",
    "Searched",
    "SideName",
    "SourceRef",
    "State",
    "Status",
    "Verdict",
    "VerdictKind",
    "Workspace",
    "anchor_at",
    "builtin_codebook",
    "builtin_ids",
    "carried_lines",
    "carry_anchor",
    "carry_over",
    "check_anchor",
    "check_project",
    "correction_files",
    "govern",
    "load_codebook",
    "load_pair",
    "new_id",
    "pair_files",
    "read_corrections",
    "read_in_place",
    "read_pair",
]
