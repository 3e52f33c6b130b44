"""Notices in the plan: the list, one with its texts and papers, a new one, and changing it."""

from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from actors.note_forms import PageForm
from config.danish import long_date
from config.methods import require_form_methods
from config.undo import done
from exchange import notice_actions as actions
from exchange import notice_texts
from exchange.models import Notice
from exchange.notice_facts import Reader, open_page_of, told_of, with_all
from exchange.notice_forms import NoticeForm, WhichForm
from exchange.views.files import picture_response, sent
from exchange.views.picking import picker

PER_PAGE = 20


@require_safe
def notice_list(request):
    """What hangs now, or what is over."""
    require(request.membership, Permission.NOTICE_VIEW)
    today, shows_over = timezone.localdate(), WhichForm(request.GET).shows_over()
    there = request.plan.notices
    found = there.over(today).order_by("-last_on", "id") if shows_over else there.standing(today).soonest()
    page = Paginator(with_all(found), PER_PAGE).get_page(PageForm(request.GET).number())
    here = reverse("notice:list", args=[request.plan.slug])
    tabs = [
        {"name": "Hænger nu", "url": here, "key": False},
        {"name": "Er slut", "url": f"{here}?vis=slut", "key": True},
    ]  # fmt: skip
    context = {
        "place": "exchange", "page": page, "tabs": tabs, "shows_over": shows_over,
        "cards": [(one, _days(one, today)) for one in page], "open_page": open_page_of(request.plan),
        "can_edit": may(request.membership, Permission.NOTICE_EDIT),
    }  # fmt: skip
    return render(request, "exchange/notices.html", context)


def _days(notice: Notice, today) -> str:
    return notice_texts.days_of(notice.first_on, notice.last_on, today)


@require_safe
def notice(request, pk):
    """One notice: what it says, its papers, and texts to copy."""
    require(request.membership, Permission.NOTICE_VIEW)
    notice, today = get_object_or_404(with_all(request.plan.notices), pk=pk), timezone.localdate()
    page = open_page_of(request.plan)
    told = told_of(notice, Reader(today, request.membership), request, page)
    social = notice_texts.social(told)
    context = {
        "place": "exchange", "notice": notice, "told": told, "open_page": page,
        "social": social, "length": len(social), "is_over": notice.last_on < today,
        "mail_subject": notice_texts.mail_subject(told),
        "mail_body": notice_texts.mail_body(told, request.plan.name),
        "person_withheld": bool(notice.contact_id and not told.ask),
        "can_edit": may(request.membership, Permission.NOTICE_EDIT),
    }  # fmt: skip
    return render(request, "exchange/notice.html", context)


@require_safe
def picture(request, pk):
    """The notice's picture, for members."""
    require(request.membership, Permission.NOTICE_VIEW)
    there = request.plan.notices.filter(picture__isnull=False).select_related("picture")
    return picture_response(get_object_or_404(there, pk=pk).picture)


@require_form_methods
def notice_create(request):
    """A new notice. »Søg« (without script) posts too."""
    require(request.membership, Permission.NOTICE_EDIT)
    today = timezone.localdate()
    form = NoticeForm(*sent(request), plan=request.plan, today=today)
    if request.method != "POST" or "find" in request.POST or not form.is_valid():
        return _form_page(request, form)
    notice = _make(request, form)
    undo = reverse("notice:withdraw", args=[request.plan.slug, notice.pk])
    done(request, f"Opslaget står til {long_date(notice.last_on, today)}.", lead="Gemt.", undo_url=undo)
    return redirect("notice:notice", request.plan.slug, notice.pk)


@transaction.atomic
def _make(request, form: NoticeForm) -> Notice:
    notice = actions.create_notice(
        plan=request.plan, by=request.user, values=form.values(), picture=form.picture() or None,
        submission=form.cleaned_data["submission"],
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=notice)
    return notice


def _own(request, pk) -> Notice:
    """A notice of the plan, for those who may change it."""
    require(request.membership, Permission.NOTICE_EDIT)
    return get_object_or_404(request.plan.notices.select_related("plan"), pk=pk)


@require_form_methods
def notice_edit(request, pk):
    """Other words, another day, another picture."""
    notice, today = _own(request, pk), timezone.localdate()
    form = NoticeForm(*sent(request), plan=request.plan, today=today, instance=notice)
    if request.method != "POST" or "find" in request.POST or not form.is_valid():
        return _form_page(request, form)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = _own(request, pk)
        data = on_top_of(fresh.version, request.POST)
        form = NoticeForm(data, plan=request.plan, today=today, instance=fresh)
        return _form_page(request, form, conflicts=conflicts_of(form) if form.is_valid() else None)
    done(request, f"»{form.instance.title}« er rettet.", lead="Gemt.")
    return redirect("notice:notice", request.plan.slug, pk)


@transaction.atomic
def _change(request, form: NoticeForm) -> None:
    actions.change_notice(
        notice=form.instance, by=request.user, values=form.values(), changed=form.touched,
        picture=form.picture(), version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


@require_POST
def notice_withdraw(request, pk):
    """Taken down, also from the open page."""
    notice = _own(request, pk)
    actions.withdraw_notice(notice=notice, by=request.user, now=timezone.now())
    undo = reverse("notice:restore", args=[request.plan.slug, pk])
    done(request, f"»{notice.title}« er taget ned.", undo_url=undo)
    return redirect("notice:list", request.plan.slug)


@require_POST
def notice_restore(request, pk):
    """Up again."""
    notice = _own(request, pk)
    actions.restore_notice(notice=notice, by=request.user)
    done(request, f"»{notice.title}« er sat op igen.")
    return redirect("notice:notice", request.plan.slug, pk)


def _form_page(request, form: NoticeForm, conflicts=None):
    context = {
        "place": "exchange", "form": form, "conflicts": conflicts, "open_page": open_page_of(request.plan),
        "notice": form.instance if form.initial.get("version") else None, **picker(request, form),
    }  # fmt: skip
    return render(request, "exchange/notice_form.html", context)
