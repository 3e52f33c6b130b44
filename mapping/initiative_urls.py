"""Addresses of initiatives, under /<plan>/initiativer/."""

from django.urls import path

from mapping.views import initiative_partners as partners
from mapping.views import initiative_reviews as reviews
from mapping.views import initiative_sheets as sheets
from mapping.views import initiatives

app_name = "initiatives"

urlpatterns = [
    path("", initiatives.initiative_list, name="list"),
    path("tavle/", initiatives.board, name="board"),
    path("ny/", initiatives.create, name="create"),
    # One initiative
    path("<uuid:pk>/", initiatives.initiative, name="initiative"),
    path("<uuid:pk>/ret/", initiatives.edit, name="edit"),
    path("<uuid:pk>/flyt/", initiatives.move, name="move"),
    path("<uuid:pk>/arkiver/", initiatives.archive, name="archive"),
    path("<uuid:pk>/hent/", initiatives.restore, name="restore"),
    # Partners
    path("<uuid:pk>/partnere/", partners.partners, name="partners"),
    path("<uuid:pk>/partnere/ny/", partners.partner_add, name="partner_add"),
    path("<uuid:pk>/partnere/<uuid:partner_pk>/", partners.partner_edit, name="partner_edit"),
    path("<uuid:pk>/partnere/<uuid:partner_pk>/fjern/", partners.partner_remove, name="partner_remove"),
    path("<uuid:pk>/partnere/<uuid:partner_pk>/hent/", partners.partner_restore, name="partner_restore"),
    # What is told and agreed
    path("<uuid:pk>/omraadet/", sheets.gains_edit, name="gains_edit"),
    path("<uuid:pk>/fortaelling/", sheets.story, name="story"),
    path("<uuid:pk>/fortaelling/ret/", sheets.story_edit, name="story_edit"),
    path("<uuid:pk>/aftale/", sheets.agreement, name="agreement"),
    path("<uuid:pk>/aftale/ret/", sheets.agreement_edit, name="agreement_edit"),
    # How the group sees itself
    path("<uuid:pk>/forudsaetninger/", reviews.factors, name="factors"),
    path("<uuid:pk>/forudsaetninger/nyt/", reviews.factors_add, name="factors_add"),
    path("<uuid:pk>/grundbetingelser/", reviews.conditions, name="conditions"),
    path("<uuid:pk>/grundbetingelser/nyt/", reviews.conditions_add, name="conditions_add"),
    path("<uuid:pk>/svar/<uuid:review_pk>/ret/", reviews.review_edit, name="review_edit"),
    path("<uuid:pk>/svar/<uuid:review_pk>/slet/", reviews.review_delete, name="review_delete"),
    path("<uuid:pk>/svar/<uuid:review_pk>/hent/", reviews.review_restore, name="review_restore"),
]
