"""Addresses of reports, under /<plan>/rapporter/."""

from django.urls import path

from reports.views import paper_jobs, papers

app_name = "papers"

urlpatterns = [
    path("", papers.papers, name="list"),
    # What was ordered
    path("bestilt/<uuid:pk>/", paper_jobs.job, name="job"),
    path("bestilt/<uuid:pk>/stop/", paper_jobs.stop, name="stop"),
    path("bestilt/<uuid:pk>/igen/", paper_jobs.again, name="again"),
    path("bestilt/<uuid:pk>/hent/", paper_jobs.fetch, name="fetch"),
    # Each kind
    path("<slug:paper_key>/", papers.preview, name="preview"),
    path("<slug:paper_key>/regneark/", papers.sheet, name="sheet"),
    path("<slug:paper_key>/bestil/", paper_jobs.order, name="order"),
]
