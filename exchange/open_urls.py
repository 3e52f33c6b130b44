"""What everybody may see of a plan that its leader has opened, under /aabent/<slug>/. No login."""

from django.urls import path

from exchange.views import open_hsds, open_page

app_name = "open"

urlpatterns = [
    # For people
    path("", open_page.front, name="front"),
    path("aktoerer/", open_page.directory, name="directory"),
    path("aktoerer/hent/", open_page.directory_file, name="directory_file"),
    path("boersen/", open_page.board, name="board"),
    path("boersen/hent/", open_page.board_file, name="board_file"),
    path("boersen/<uuid:pk>/billede/", open_page.listing_picture, name="listing_picture"),
    # For other directories
    path("hsds/", open_hsds.about, name="hsds"),
    path("hsds/organizations/", open_hsds.organisations, name="organisations"),
    path("hsds/organizations/<uuid:pk>/", open_hsds.organisation, name="organisation"),
    path("hsds/services/", open_hsds.services, name="services"),
    path("hsds/services/<uuid:pk>/", open_hsds.service, name="service"),
]
