"""What a samarbejdsaftale says, put together from the initiative; the page and the paper show the same."""

from mapping.initiative_page import sheet_of
from mapping.initiative_rows import PartnerRow, partner_rows
from mapping.initiative_words import AgreementFacts, lacking, period
from mapping.models import Initiative, JointAgreement


def agreement_context(initiative: Initiative) -> dict:
    """The agreement, its parties with what each brings and gains, its period, and what it lacks."""
    agreement, rows = sheet_of(initiative, JointAgreement), partner_rows(initiative)
    starts, ends = agreement.starts_on or initiative.since, agreement.ends_on or initiative.until
    facts = AgreementFacts(
        partners=len(rows),
        has_purpose=bool(initiative.purpose),
        has_coordinator=initiative.coordinator_id is not None,
        has_start=starts is not None,
        silent=tuple(row.actor.name for row in rows if not _speaks(row)),
    )
    return {
        "agreement": agreement, "rows": rows, "lead": next((row for row in rows if row.leads), None),
        "period": period(starts, ends), "lacks": lacking(facts),
        "conditions": [line for line in agreement.conditions.splitlines() if line.strip()],
    }  # fmt: skip


def _speaks(row: PartnerRow) -> bool:
    """Whether it is told what the partner brings, and what it gains."""
    return any(part.contribution for part in row.parts) and any(part.gain for part in row.parts)
