"""Which records follow a recommendation from its wording to its closure?"""

from .actions import ActionOwner, AgreedAction
from .claims import CompletionClaim, Verification
from .closure_decisions import ClosureDecision
from .decisions import Reopening, RiskAcceptance
from .digest_choices import DigestChoice
from .extensions import ExtensionRequest
from .progress import Evidence, ProgressUpdate
from .recommendations import CrossReference, Recommendation, RecommendationSubject
from .responses import Response, ResponseSubject
from .saved_filters import SavedFilter
from .themes import RecommendationTheme, Theme
from .windows import UpdateRequest, UpdateWindow

__all__ = [
    "ActionOwner",
    "AgreedAction",
    "ClosureDecision",
    "CompletionClaim",
    "CrossReference",
    "DigestChoice",
    "Evidence",
    "ExtensionRequest",
    "ProgressUpdate",
    "Recommendation",
    "RecommendationSubject",
    "RecommendationTheme",
    "Reopening",
    "Response",
    "ResponseSubject",
    "RiskAcceptance",
    "SavedFilter",
    "Theme",
    "UpdateRequest",
    "UpdateWindow",
    "Verification",
]
