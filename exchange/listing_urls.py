"""Addresses of the exchange's listings and the talks about them, under /<plan>/ressourceboers/."""

from django.urls import path

from exchange.views import listing_files, listings, talks

app_name = "listings"

urlpatterns = [
    # Listings
    path("", listings.listing_list, name="list"),
    path("hent/", listing_files.listing_file, name="file"),
    path("nyt/", listings.listing_create, name="create"),
    path("<uuid:pk>/", listings.listing, name="listing"),
    path("<uuid:pk>/billede/", listing_files.listing_picture, name="picture"),
    path("<uuid:pk>/ret/", listings.listing_edit, name="edit"),
    path("<uuid:pk>/tag-ned/", listings.listing_withdraw, name="withdraw"),
    path("<uuid:pk>/saet-op/", listings.listing_restore, name="restore"),
    path("<uuid:pk>/forny/", listings.listing_renew, name="renew"),
    path("<uuid:pk>/svar/", talks.listing_answer, name="answer"),
    path("<uuid:pk>/spoerg/", talks.listing_ask, name="ask"),
    # Talks
    path("samtaler/<uuid:pk>/", talks.talk, name="talk"),
    path("samtaler/<uuid:pk>/skriv/", talks.talk_say, name="say"),
    path("samtaler/<uuid:pk>/aftale/", talks.agreement, name="agreement"),
    path("samtaler/<uuid:pk>/ja/", talks.confirm, name="confirm"),
    path("samtaler/<uuid:pk>/slut/", talks.end, name="end"),
]
