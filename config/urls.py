"""The whole address space. All of a plan's pages begin with its slug; the rest is reserved words."""

from django.conf import settings
from django.urls import include, path

from accounts.views import home
from config import gallery, health

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"

urlpatterns = [
    path("healthz", health.alive, name="health"),
    path("konto/", include("accounts.login_urls")),
    path("", home.home, name="home"),
    path("spil/", include("valuegame.open_urls")),
    path("svar/", include("exchange.answering_urls")),
    path("moede/", include("meetings.open_urls")),
    path("referat/", include("meetings.minutes_open_urls")),
    path("referat/", include("reports.minutes_open_urls")),
    path("kalender/", include("meetings.feed_urls")),
    path("aabent/<slug:slug>/", include("exchange.open_urls")),
    path("aabent/<slug:slug>/", include("exchange.open_notice_urls")),
    path("aabent/<slug:slug>/", include("meetings.open_calendar_urls")),
    path("aabent/<slug:slug>/", include("meetings.open_event_urls")),
    path("arrangement/", include("meetings.event_link_urls")),
    path("", include("accounts.urls")),
    path("<slug:plan_slug>/aktoerer/", include("actors.urls")),
    path("<slug:plan_slug>/vaerdispil/", include("valuegame.urls")),
    path("<slug:plan_slug>/ressourceboers/", include("exchange.listing_urls")),
    path("<slug:plan_slug>/aaben-side/", include("exchange.public_urls")),
    path("<slug:plan_slug>/opslag/", include("exchange.notice_urls")),
    path("<slug:plan_slug>/lokaler/", include("exchange.urls")),
    path("<slug:plan_slug>/fora/", include("meetings.urls")),
    path("<slug:plan_slug>/fora/moeder/", include("meetings.minutes_urls")),
    path("<slug:plan_slug>/arrangementer/", include("meetings.event_urls")),
    path("<slug:plan_slug>/initiativer/", include("mapping.initiative_urls")),
    path("<slug:plan_slug>/kalender/", include("meetings.calendar_urls")),
    path("<slug:plan_slug>/maal/", include("reports.goal_urls")),
    path("<slug:plan_slug>/rapporter/", include("reports.report_urls")),
    path("<slug:plan_slug>/", include("mapping.urls")),
    path("<slug:plan_slug>/", include("reports.urls")),
]

if settings.DEBUG:
    urlpatterns.insert(0, path("komponenter/", gallery.components, name="gallery"))
