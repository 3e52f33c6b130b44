"""Addresses of Overblik and of printed documents, under /<plan>/."""

from django.urls import path

from reports.views import (
    agenda_print,
    balance,
    calendar_print,
    event_print,
    forum_print,
    game_papers,
    game_summary,
    goal_print,
    guides,
    initiative_print,
    map_print,
    materials,
    minutes_print,
    notice_print,
    overview,
    posters,
)

app_name = "reports"

urlpatterns = [
    # All that can be printed
    path("print/", materials.materials, name="materials"),
    path("print/<slug:document>/", materials.material, name="material"),
    # Overblik
    path("overblik/", overview.overview, name="overview"),
    path("overblik/match/", overview.overview_matches, name="overview_matches"),
    path("overblik/set/", overview.overview_seen, name="overview_seen"),
    path("overblik/balance/", balance.balance, name="balance"),
    # The map
    path("udskriv/netvaerkskort/", map_print.map_print, name="map"),
    # The activity calendar
    path("udskriv/kalender/", calendar_print.calendar, name="calendar"),
    # The sunshine talk
    path("udskriv/solplakat/", posters.poster, name="poster"),
    path("udskriv/samtaleguide/", guides.talk_guide, name="talk_guide"),
    # Notices
    path("udskriv/opslag/<uuid:notice_pk>/", notice_print.poster, name="notice_poster"),
    path("udskriv/opslag/<uuid:notice_pk>/flyers/", notice_print.flyers, name="notice_flyers"),
    # Forums
    path("udskriv/kaeden/", forum_print.chain, name="chain"),
    path("udskriv/dagsorden/<uuid:meeting_pk>/", agenda_print.agenda, name="agenda"),
    path("udskriv/kommissorium/<uuid:charter_pk>/", forum_print.charter, name="charter"),
    path("udskriv/referat/<uuid:meeting_pk>/", minutes_print.minutes, name="minutes"),
    # Initiatives
    path("udskriv/samarbejdsaftale/", initiative_print.empty_agreement, name="empty_agreement"),
    path("udskriv/grundbetingelser/", initiative_print.conditions, name="conditions"),
    path(
        "udskriv/initiativ/<uuid:initiative_pk>/aftale/",
        initiative_print.agreement,
        name="initiative_agreement",
    ),
    path(
        "udskriv/initiativ/<uuid:initiative_pk>/fortaelling/", initiative_print.story, name="initiative_story"
    ),
    # Goals
    path("udskriv/maal/", goal_print.goals, name="goals"),
    # Events
    path("udskriv/arrangement/<uuid:event_pk>/plakat/", event_print.poster, name="event_poster"),
    path("udskriv/arrangement/<uuid:event_pk>/navneskilte/", event_print.tags, name="event_tags"),
    path("udskriv/arrangement/<uuid:event_pk>/bordkort/", event_print.tables, name="event_tables"),
    path("udskriv/arrangement/<uuid:event_pk>/kort/", event_print.cards, name="event_cards"),
    path("udskriv/arrangement/<uuid:event_pk>/sedler/", event_print.forms, name="event_forms"),
    path("udskriv/arrangement/<uuid:event_pk>/opsamling/", event_print.sheet, name="event_sheet"),
    # The interview
    path("udskriv/spoergeguide/", guides.interview_guide, name="interview_guide"),
    path("udskriv/interview/<uuid:interview_pk>/", guides.interview, name="interview"),
    # The value game
    path("udskriv/spil/manual/", game_papers.game_manual, name="game_manual"),
    path("udskriv/spil/brikker/", game_papers.game_pieces, name="game_pieces"),
    path("udskriv/spil/kort/", game_papers.game_cards, name="game_cards"),
    path("udskriv/spil/tilpas/", game_papers.game_adjust, name="game_adjust"),
    path("udskriv/spil/tjekliste/", game_papers.game_checklist, name="game_checklist"),
    path("udskriv/spil/udbytte-og-bidrag/", game_papers.game_matrix, name="game_matrix"),
    path("udskriv/spil/alt/", game_papers.game_bundle, name="game_bundle"),
    path("udskriv/spil/<uuid:game_pk>/opsamling/", game_summary.game_summary, name="game_summary"),
]
