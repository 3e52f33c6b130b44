"""Addresses of places and bookings, under /<plan>/lokaler/."""

from django.urls import path

from exchange.views import answers, booking, bookings, calendars, fairness, keeping, months, places, waits

app_name = "exchange"

urlpatterns = [
    # Places
    path("", places.place_list, name="places"),
    path("nyt/", places.place_create, name="place_create"),
    path("<uuid:pk>/", places.place, name="place"),
    path("<uuid:pk>/ret/", places.place_edit, name="place_edit"),
    path("<uuid:pk>/fjern/", keeping.place_archive, name="place_archive"),
    path("<uuid:pk>/hent-tilbage/", keeping.place_restore, name="place_restore"),
    path("maaned/", months.month, name="month"),
    path("fordeling/", fairness.fairness, name="fairness"),
    # Calendars one subscribes to
    path("kalendere/", calendars.calendars, name="calendars"),
    path("kalendere/<uuid:pk>/luk/", calendars.calendar_close, name="calendar_close"),
    # Bookings
    path("book/", bookings.booking_create, name="booking_create"),
    path("svar/<uuid:pk>/ja/", answers.answer_yes, name="answer_yes"),
    path("svar/<uuid:pk>/nej/", answers.answer_no, name="answer_no"),
    path("venteliste/", waits.waits, name="waits"),
    path("venteliste/<uuid:pk>/traek-tilbage/", waits.wait_withdraw, name="wait_withdraw"),
    path("bookinger/<uuid:pk>/", booking.booking, name="booking"),
    path("bookinger/<uuid:pk>/ret/", bookings.booking_edit, name="booking_edit"),
    path("bookinger/<uuid:pk>/aflys/", booking.booking_cancel, name="booking_cancel"),
    path("bookinger/<uuid:pk>/aflys-resten/", booking.series_cancel, name="series_cancel"),
    path("bookinger/<uuid:pk>/hent-tilbage/", booking.booking_restore, name="booking_restore"),
]
