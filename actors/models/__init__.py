"""Whom we know: actors, those who represent them, what they gain and give, and what was said and promised."""

from actors.models.actor import (
    WEB_ADDRESS,
    Actor,
    ActorKind,
    ActorStatus,
    Base,
    CentreType,
    Competence,
    CompetenceKind,
    Need,
    Resource,
    ResourceKind,
)
from actors.models.contact import ConsentEvent, ConsentMethod, ConsentState, Contact
from actors.models.import_draft import ImportDraft
from actors.models.interview import Channel, GuideQuestion, Interview, InterviewAnswer
from actors.models.note import ContactNote, FollowUp, NoteChannel
from actors.models.representation import Representation
from actors.models.talk import Level, Ray, Source, Talk

__all__ = [
    "WEB_ADDRESS",
    "Actor",
    "ActorKind",
    "ActorStatus",
    "Base",
    "CentreType",
    "Channel",
    "Competence",
    "CompetenceKind",
    "ConsentEvent",
    "ConsentMethod",
    "ConsentState",
    "Contact",
    "ContactNote",
    "FollowUp",
    "GuideQuestion",
    "ImportDraft",
    "Interview",
    "InterviewAnswer",
    "Level",
    "Need",
    "NoteChannel",
    "Ray",
    "Representation",
    "Resource",
    "ResourceKind",
    "Source",
    "Talk",
]
