"""Addresses of forums, meetings and what forums send each other, under /<plan>/fora/."""

from django.urls import include, path

from meetings.builder_urls import urlpatterns as builder_urls
from meetings.views import chain, charters, endings, forums, items, meetings, referrals, seats

app_name = "meetings"

urlpatterns = [
    # Who is asked, who came, polls and the pulse
    path("", include("meetings.invite_urls")),
    # Forums
    path("", forums.forum_list, name="list"),
    path("kaeden/", chain.chain, name="chain"),
    path("nyt/", forums.forum_create, name="create"),
    path("<uuid:pk>/", forums.forum, name="forum"),
    path("<uuid:pk>/ret/", forums.forum_edit, name="edit"),
    path("<uuid:pk>/nedlaeg/", endings.forum_end, name="end"),
    path("<uuid:pk>/hent-tilbage/", endings.forum_restore, name="restore"),
    # Seats and the rotation plan
    path("<uuid:pk>/medlemmer/", seats.seats, name="seats"),
    path("<uuid:pk>/medlemmer/ny/", seats.seat_add, name="seat_add"),
    path("<uuid:pk>/medlemmer/<uuid:seat_pk>/ret/", seats.seat_edit, name="seat_edit"),
    path("<uuid:pk>/medlemmer/<uuid:seat_pk>/fjern/", seats.seat_remove, name="seat_remove"),
    path("<uuid:pk>/medlemmer/<uuid:seat_pk>/hent-tilbage/", seats.seat_restore, name="seat_restore"),
    path("<uuid:pk>/tovholder/", seats.turn_add, name="turn_add"),
    path("<uuid:pk>/tovholder/<uuid:turn_pk>/fjern/", seats.turn_remove, name="turn_remove"),
    # Charters
    path("<uuid:pk>/kommissorium/", charters.charter, name="charter"),
    path("<uuid:pk>/kommissorium/ret/", charters.charter_edit, name="charter_edit"),
    path("<uuid:pk>/kommissorium/<uuid:charter_pk>/", charters.charter_version, name="charter_version"),
    # Meetings
    path("<uuid:pk>/moeder/nyt/", meetings.meeting_create, name="meeting_create"),
    path("moeder/<uuid:pk>/ret/", meetings.meeting_edit, name="meeting_edit"),
    path("moeder/<uuid:pk>/aflys/", meetings.meeting_cancel, name="meeting_cancel"),
    path("moeder/<uuid:pk>/hent-tilbage/", meetings.meeting_restore, name="meeting_restore"),
    # Agendas
    *builder_urls,
    # Items
    path("<uuid:pk>/punkter/nyt/", items.item_add, name="item_add"),
    path("punkter/<uuid:pk>/ret/", items.item_edit, name="item_edit"),
    path("punkter/<uuid:pk>/saet-paa/", items.item_place, name="item_place"),
    path("punkter/<uuid:pk>/tag-af/", items.item_take_off, name="item_take_off"),
    path("punkter/<uuid:pk>/laeg-vaek/", items.item_let_go, name="item_let_go"),
    path("punkter/<uuid:pk>/hent-frem/", items.item_bring_back, name="item_bring_back"),
    # What forums send each other
    path("<uuid:pk>/sendt/", referrals.traffic, name="traffic"),
    path("<uuid:pk>/send/", referrals.send, name="send"),
    path("sendt/<uuid:pk>/", referrals.referral, name="referral"),
    path("sendt/<uuid:pk>/svar/", referrals.referral_answer, name="referral_answer"),
    path("sendt/<uuid:pk>/retur/", referrals.referral_return, name="referral_return"),
    path("sendt/<uuid:pk>/videre/", referrals.referral_pass_on, name="referral_pass_on"),
    path("sendt/<uuid:pk>/igen/", referrals.referral_again, name="referral_again"),
    path("sendt/<uuid:pk>/traek-tilbage/", referrals.referral_take_back, name="referral_take_back"),
    path("sendt/<uuid:pk>/aabn/", referrals.referral_reopen, name="referral_reopen"),
]
