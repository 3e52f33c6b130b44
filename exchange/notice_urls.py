"""Addresses of notices, under /<plan>/opslag/."""

from django.urls import path

from exchange.views import notices

app_name = "notice"

urlpatterns = [
    path("", notices.notice_list, name="list"),
    path("nyt/", notices.notice_create, name="create"),
    path("<uuid:pk>/", notices.notice, name="notice"),
    path("<uuid:pk>/billede/", notices.picture, name="picture"),
    path("<uuid:pk>/ret/", notices.notice_edit, name="edit"),
    path("<uuid:pk>/tag-ned/", notices.notice_withdraw, name="withdraw"),
    path("<uuid:pk>/saet-op/", notices.notice_restore, name="restore"),
]
