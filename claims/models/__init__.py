from claims.models.assessment import Assessment, AssessmentEvidence, Evidence, Judgement, JudgementEvidence
from claims.models.claim import Casting, Claim, Detail, Milestone, Outcome
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
