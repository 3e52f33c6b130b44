"""The app's addresses, and the admin's changelist of actors as its peer."""

from django.contrib import admin
from django.db.models import Count, Q
from django.urls import include, path
from django.utils import timezone

from actors.models import Actor


class OpenSite(admin.AdminSite):
    """An admin that anybody with a session may use; it exists in the benchmark alone."""

    def has_permission(self, request):
        return request.user.is_active


class ActorAdmin(admin.ModelAdmin):
    """The same columns, filters, order and number of rows as our list."""

    list_display = ["name", "kind", "address", "groups", "working", "leading", "confirmed_on", "status"]
    list_filter = ["kind", "status", "base"]
    search_fields = ["search_text"]
    list_per_page = 50
    ordering = ["sort_key"]
    show_full_result_count = True

    def get_queryset(self, request):
        today = timezone.localdate()
        ongoing = Q(collaborations__until=None) | Q(collaborations__until__gte=today)
        actors = super().get_queryset(request).filter(archived_at=None)
        return actors.prefetch_related("target_groups").annotate(
            working_count=Count("collaborations", filter=ongoing, distinct=True),
            leading_count=Count("coordinates", distinct=True),
        )

    def groups(self, actor):
        return ", ".join(group.name for group in actor.target_groups.all())

    def working(self, actor):
        return actor.working_count

    def leading(self, actor):
        return actor.leading_count

    def has_view_permission(self, request, obj=None):
        return True

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission

    def has_module_permission(self, request):
        return True


class PlainAdmin(ActorAdmin):
    """The columns that need no counting, as a lighter peer."""

    list_display = ["name", "kind", "address", "groups", "confirmed_on", "status"]

    def get_queryset(self, request):
        return (
            admin.ModelAdmin.get_queryset(self, request)
            .filter(archived_at=None)
            .prefetch_related("target_groups")
        )


counting, plain = OpenSite("counting"), OpenSite("plain")
counting.register(Actor, ActorAdmin)
plain.register(Actor, PlainAdmin)

urlpatterns = [
    path("admin-counting/", counting.urls),
    path("admin-plain/", plain.urls),
    path("", include("config.urls")),
]
