from claims.models.assessment import Assessment, AssessmentEvidence, Evidence, Judgement, JudgementEvidence
from claims.models.claim import Claim
from claims.models.kinds import Casting, Detail, Milestone
from claims.models.outcome import Outcome
from claims.models.source import Outlet, Source

__all__ = [
    "Assessment",
    "AssessmentEvidence",
    "Casting",
    "Claim",
    "Detail",
    "Evidence",
    "Judgement",
    "JudgementEvidence",
    "Milestone",
    "Outcome",
    "Outlet",
    "Source",
]
