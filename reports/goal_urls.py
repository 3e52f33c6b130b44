"""Addresses of goals and indicators, under /<plan>/maal/."""

from django.urls import path

from reports.views import goals, indicators, months, stories, value_files

app_name = "goals"

urlpatterns = [
    # Figures: the month's table, files in and out, what counting costs
    path("tal/", months.month, name="month"),
    path("tal/<uuid:entry_pk>/fortryd/", months.entry_undo, name="entry_undo"),
    path("tal/hent/", value_files.values_export, name="export"),
    path("tal/indlaes/", value_files.values_import, name="import"),
    path("tal/indlaes/<uuid:pk>/", value_files.import_preview, name="import_preview"),
    path("tal/indlaes/<uuid:pk>/ja/", value_files.import_run, name="import_run"),
    path("tal/indlaes/<uuid:pk>/fjern/", value_files.import_cancel, name="import_cancel"),
    path("taelling/", indicators.counting, name="counting"),
    # Indicators
    path("indikator/<uuid:pk>/", indicators.indicator, name="indicator"),
    path("indikator/<uuid:pk>/ret/", indicators.indicator_edit, name="indicator_edit"),
    path("indikator/<uuid:pk>/laeg-vaek/", indicators.indicator_drop, name="indicator_drop"),
    path("indikator/<uuid:pk>/hent/", indicators.indicator_restore, name="indicator_restore"),
    # Stories
    path("fortaelling/<uuid:pk>/ret/", stories.story_edit, name="story_edit"),
    path("fortaelling/<uuid:pk>/slet/", stories.story_delete, name="story_delete"),
    path("fortaelling/<uuid:pk>/hent/", stories.story_restore, name="story_restore"),
    # Goals
    path("", goals.goal_list, name="list"),
    path("nyt/", goals.goal_create, name="create"),
    path("<uuid:pk>/", goals.goal, name="goal"),
    path("<uuid:pk>/ret/", goals.goal_edit, name="edit"),
    path("<uuid:pk>/laeg-vaek/", goals.goal_drop, name="goal_drop"),
    path("<uuid:pk>/hent/", goals.goal_restore, name="goal_restore"),
    path("<uuid:goal_pk>/indikator/", indicators.indicator_create, name="indicator_create"),
    path("<uuid:goal_pk>/fortaelling/", stories.story_create, name="story_create"),
]
