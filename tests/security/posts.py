"""What a person would send with each form: enough to be let through and to change something.

Each entry makes the fields of one POST from the rows of a plan. A route that is not here is sent empty.
"""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.method import FOCUS_PRESETS
from meetings.minutes_merge import mark
from reports.value_marks import mark_of
from tests.factories import PASSWORD
from tests.security.world import Side

NEW_PASSWORD = "syv-gule-cykler-på-torvet"
TODAY_ENOUGH = "2026-01-02"
SOME_DAY = "2027-03-04"
SENT = "00000000-0000-4000-8000-000000000019"


def _actor(side: Side, **more) -> dict:
    return {
        "name": "Skakklubben på Torvet", "kind": "voluntary", "status": "active",
        "areas": [side.rows["free_area"].pk], "target_groups": [side.rows["free_target_group"].pk],
        "wanted_target_groups": [side.rows["free_target_group"].pk],
        "held_by": side.memberships["leader"].pk, "housed_in": side.rows["centre"].pk, **more,
    }  # fmt: skip


def _collaboration(side: Side, *actors: str) -> dict:
    return {
        "actors": [side.rows[word].pk for word in actors], "how": "2", "about": "Sommerlejr",
        "coordinator": side.rows[actors[0]].pk, "target_groups": [side.rows["free_target_group"].pk],
    }  # fmt: skip


def _interview(side: Side, **more) -> dict:
    return {
        "held_on": TODAY_ENOUGH, "channel": "face", "held_by": side.memberships["leader"].pk,
        "present": [side.contacts["yes_to_team"].pk], "q_reaches": [side.rows["free_target_group"].pk],
        "q_wants_to_reach": [side.rows["free_target_group"].pk], "q_limits": "Møder om aftenen", **more,
    }  # fmt: skip


def _game(side: Side) -> dict:
    return {
        "title": "Sommerlejr", "length": "60", "held_by": side.memberships["leader"].pk,
        "collaboration": side.rows["ended"].pk, "held_on": SOME_DAY, "starts_at": "10:00",
    }  # fmt: skip


def _place(side: Side) -> dict:
    return {
        "kind": "room", "name": "Øvelokalet", "actor": side.rows["third"].pk,
        "area": side.rows["free_area"].pk, "minutes_before": "0", "minutes_after": "15",
    }  # fmt: skip


def _booking(side: Side) -> dict:
    return {
        "facilities": [side.rows["place"].pk], "day": SOME_DAY, "begins": "16:00", "ends": "18:00",
        "title": "Korprøve", "actor": side.rows["actor"].pk,
    }  # fmt: skip


def _activity(side: Side) -> dict:
    return {
        "title": "Skak", "actor": side.rows["actor"].pk, "target_groups": [side.rows["free_target_group"].pk],
        "area": side.rows["free_area"].pk, "day": SOME_DAY, "begins": "16:00", "ends": "18:00", "every": "0",
    }  # fmt: skip


def _moved(side: Side) -> dict:
    """The form of one of two activities, known by the beginning of its id: a day later."""
    key = str(side.rows["activity"].pk)[:8]
    return {f"{key}-by": "1440", f"{key}-version": "1"}


def _calendar() -> SimpleUploadedFile:
    """A calendar file with one thing to come."""
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//klub//DA", "BEGIN:VEVENT", "UID:skak@klub.example",
        "SUMMARY:Skak", "DTSTART:20270304T160000Z", "DTEND:20270304T180000Z", "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    return SimpleUploadedFile("klub.ics", "\r\n".join(lines).encode(), "text/calendar")


def _listing(side: Side) -> dict:
    return {
        "direction": "offer", "kind": "room", "title": "Øvelokale", "actor": side.rows["actor"].pk,
        "area": side.rows["free_area"].pk, "facility": side.rows["place"].pk, "ends_on": SOME_DAY,
    }  # fmt: skip


def _notice(side: Side) -> dict:
    return {
        "title": "Åben skak", "when_text": "Hver mandag kl. 17–19", "last_on": SOME_DAY, "layout": "gable",
        "value": "3", "actor": side.rows["third"].pk, "contact": side.contacts["yes_to_all"].pk,
        "target_group": side.rows["free_target_group"].pk, "area": side.rows["free_area"].pk,
    }  # fmt: skip


def _forum(side: Side) -> dict:
    return {
        "kind": "work", "name": "Gruppen om gården", "parent": side.rows["upper_forum"].pk,
        "area": side.rows["free_area"].pk, "theme": side.rows["free_focus_area"].pk, "cadence": "monthly",
    }  # fmt: skip


def _forum_seat(side: Side) -> dict:
    return {
        "title": "Ungdomsskolen", "actor": side.rows["actor"].pk, "part": "member", "side": "resident",
        "person": side.contacts["yes_to_team"].pk, "stand_in": side.memberships["reader"].pk,
    }  # fmt: skip


def _meeting(side: Side) -> dict:
    return {
        "day": SOME_DAY,
        "begins": "16:00",
        "ends": "18:00",
        "why": "Vælg to ting",
        "place": "Beboerhuset",
    }


def _minutes(side: Side) -> str:
    """What the page said before."""
    return str(side.rows["item"].minutes or "")


def _sending(side: Side) -> dict:
    return {
        "to": side.rows["lone_forum"].pk, "ask": "discuss", "title": "Legepladsen", "text": "Hvad gør vi?",
        "due": SOME_DAY, "links": "https://gaard.example/", "submission": SENT,
    }  # fmt: skip


def _reply(side: Side) -> dict:
    return {"reply": "yes", "eats": "ja", "food_note": "Ikke fisk", "brings": "Skakklubben"}


def _poll(side: Side) -> dict:
    first = {"day_1": SOME_DAY, "begins_1": "16:00", "ends_1": "18:00"}
    return first | {"day_2": "2027-03-05", "begins_2": "9:00", "ends_2": "11:00", "why": "Vælg to ting"}


def _goal(side: Side) -> dict:
    return {
        "name": "Flere unge får job", "influence": "partly", "measured": "partly", "why": "Det giver penge",
        "focus_area": side.rows["free_focus_area"].pk, "parent": side.rows["lone_goal"].pk,
    }  # fmt: skip


def _indicator(side: Side) -> dict:
    return {
        "name": "Nåede aktører", "influence": "yes", "automatic": "reached", "part": "municipal",
        "area": side.rows["free_area"].pk, "direction": "up", "target": "12,5", "frequency": "quarter",
        "owner": side.memberships["leader"].pk,
    }  # fmt: skip


STORY = {"title": "Torvet", "text": "De mødtes selv", "on": TODAY_ENOUGH}


def _event(side: Side) -> dict:
    return {
        "title": "Kend din nabo", "day": SOME_DAY, "begins": "16:00", "ends": "18:00", "capacity": "40",
        "layout": "gable", "value": "3", "forum": side.rows["lone_forum"].pk,
    }  # fmt: skip


def _initiative(side: Side) -> dict:
    return {
        "name": "Cykeldage", "purpose": "Alle kan cykle", "belonging": "social",
        "focus_area": side.rows["free_focus_area"].pk, "target_groups": [side.rows["free_target_group"].pk],
        "areas": [side.rows["free_area"].pk], "coordinator": side.rows["third"].pk,
        "relation": side.memberships["leader"].pk, "next_step": "Find cykler", "since": TODAY_ENOUGH,
    }  # fmt: skip


def _agreement(side: Side) -> dict:
    return {
        "what": "Salen om torsdagen", "starts_on": SOME_DAY, "giver_person": "Ida Ny, leder",
        "taker_person": "Bo Frø, formand", "version": "1",
    }  # fmt: skip


def _promise(side: Side) -> dict:
    return {"what": "Hent bordene", "due": SOME_DAY, "responsible": side.memberships["leader"].pk}


FIELDS: dict[str, Callable[[Side], dict]] = {
    # The plan and its words
    "accounts:plan_edit": lambda side: {
        "name": "Planen ved Åen", "municipality": "Åby", "contacts_at_most": "4",
        "contacts_within_days": "14", "forgotten_after_days": "60",
    },
    "accounts:focus_preset": lambda side: {"preset": FOCUS_PRESETS[0].key},
    "accounts:terms": lambda side: {"name": "Sønderhøj"},
    "accounts:term_edit": lambda side: {"name": "Nørrehøj"},
    # Members
    "accounts:member_invite": lambda side: {"email": "ny@sted.example", "role": "reader"},
    "accounts:support": lambda side: {"email": side.users["helper"].email, "days": "2"},
    "accounts:member_role": lambda side: {"role": "partner"},
    "accounts:invitation": lambda side: {"name": "Ny Nabo", "password": NEW_PASSWORD},
    "accounts:profile": lambda side: {"name": "Et andet navn", f"mail-{side.plan.slug}": "3"},
    # Overblik
    "reports:overview_seen": lambda side: {"til": f"{TODAY_ENOUGH}T00:00:00Z"},
    # Actors
    "actors:create": lambda side: _actor(side, submission="00000000-0000-4000-8000-00000000000c"),
    "actors:edit": lambda side: _actor(side, version="1"),
    "actors:resources": lambda side: {"kind": "equipment", "text": "En ladcykel"},
    "actors:needs": lambda side: {"kind": "room", "text": "Et lokale om torsdagen"},
    "actors:guide": lambda side: {"value": "2", "text": "Hvilke kurser tilbyder I?"},
    "actors:guide_edit": lambda side: {
        "text": "Hvem kommer til jer?", "seen": side.rows["question"].text,
    },
    "actors:guide_place": lambda side: {"place": "3"},
    "actors:guide_switch": lambda side: {"is_on": "0"},
    "actors:interview_begin": lambda side: _interview(
        side, submission="00000000-0000-4000-8000-000000000010"
    ),
    "actors:interview": lambda side: _interview(side, version="1"),
    "actors:representatives": lambda side: {
        "member": side.memberships["partner"].pk, "actor": side.rows["third"].pk,
    },
    "actors:contact_add": lambda side: {"name": "Ida Ny", "role": "leder", "version": "1"},
    "actors:contact_edit": lambda side: {"name": "Ida Ny", "role": "leder", "version": "1"},
    "actors:contact_consent": lambda side: {
        "answer": "given", "scope": ["team"], "method": "mail", "on": TODAY_ENOUGH,
    },
    # Values
    "actors:talk_begin": lambda side: {"submission": "00000000-0000-4000-8000-00000000000f"},
    "actors:talk_facts": lambda side: {
        "held_on": TODAY_ENOUGH, "source": "estimate", "present": [side.rows["hidden"].pk], "version": "1",
    },
    "actors:talk_ray": lambda side: {"level": "1", "gains": "Flere unge", "version": "1"},
    "actors:own_value_add": lambda side: {"name": "Stolthed"},
    "actors:own_value": lambda side: {"name": "Naboskab", "level": "1", "version": "1"},
    # The contact log and promises
    "actors:note_log": lambda side: {
        "actor": side.rows["actor"].pk, "channel": "meeting", "text": "Fik nøglen til salen",
        "person": side.contacts["yes_to_team"].pk, "on": TODAY_ENOUGH, "step": "Send en seddel",
        "due": SOME_DAY, "responsible": side.memberships["leader"].pk,
        "submission": "00000000-0000-4000-8000-00000000000e",
    },
    "actors:note_edit": lambda side: {
        "channel": "meeting", "text": "Fik nøglen til salen", "on": TODAY_ENOUGH, "version": "1",
        "person": side.contacts["yes_to_team"].pk,
    },
    "actors:follow_up_add": lambda side: {
        **_promise(side), "submission": "00000000-0000-4000-8000-00000000000f",
    },
    "actors:follow_up_edit": lambda side: {**_promise(side), "version": "1"},
    # Collaborations
    "mapping:log": lambda side: {
        **_collaboration(side, "actor", "third"), "submission": "00000000-0000-4000-8000-00000000000d",
    },
    "mapping:edit": lambda side: {**_collaboration(side, "actor", "third"), "version": "1"},
    "mapping:end": lambda side: {},
    "mapping:import": lambda side: {"file": _spreadsheet()},
    # Possible matches
    "mapping:match_meet": lambda side: {
        "first": side.rows["actor"].pk, "responsible": side.memberships["leader"].pk,
        "due": timezone.localdate().isoformat(), "submission": "00000000-0000-4000-8000-00000000000e",
    },
    "mapping:match_later": lambda side: {"wait": "14"},
    "mapping:match_no": lambda side: {"reason": "no_time"},
    # Value games
    "valuegame:create": lambda side: {
        **_game(side), "actors": [side.rows["actor"].pk], "others": "Skakklubben",
        "submission": "00000000-0000-4000-8000-000000000011",
    },
    "valuegame:edit": lambda side: {**_game(side), "version": "1"},
    "valuegame:schedule": lambda side: {
        **dict.fromkeys(("welcome", "lay", "tell", "puzzle", "adjust", "gather"), "12"), "version": "1",
    },
    "valuegame:lead_move": lambda side: {
        "id": "00000000-0000-4000-8000-000000000013", "clock": "3", "kind": "next_where", "value": "Salen",
    },
    "play:join": lambda side: {"code": side.rows["game"].code},
    "play:move": lambda side: {
        "id": "00000000-0000-4000-8000-000000000014", "clock": "3", "kind": "lay", "target": "1",
        "value": "gets",
    },
    "valuegame:copy": lambda side: {"submission": "00000000-0000-4000-8000-000000000012"},
    "valuegame:seat_add": lambda side: {"name": "Skakklubben", "kind": "voluntary"},
    "valuegame:seat_actor": lambda side: {"actor": side.rows["third"].pk},
    "valuegame:seat_edit": lambda side: {"name": "Skakklubben"},
    "valuegame:carry": lambda side: {
        "take": [f"values|values:{side.rows['seat'].pk}"], "responsible": side.memberships["leader"].pk,
    },
    "valuegame:paper": lambda side: {
        f"s-{side.rows['seat'].pk}-home": "En aftale", "a0-what": "Åbent om torsdagen",
        "a0-who": side.rows["seat"].pk, "version": side.rows["game"].version,
        "submission": "00000000-0000-4000-8000-000000000015",
    },
    # The exchange
    "listings:create": lambda side: {
        **_listing(side), "submission": "00000000-0000-4000-8000-000000000018",
    },
    "listings:edit": lambda side: {**_listing(side), "version": "1"},
    "listings:answer": lambda side: {
        "actor": side.rows["actor"].pk, "text": "Vi kan onsdag", "submission": SENT,
    },
    "listings:ask": lambda side: {
        "actor": side.rows["third"].pk, "text": "Kan I låne os salen?", "submission": SENT,
    },
    **{f"{room}:say": lambda side: {"text": "Tak", "submission": SENT} for room in ("listings", "answering")},
    **{f"{room}:agreement": _agreement for room in ("listings", "answering")},
    "listings:confirm": lambda side: {"version": "1", "side": side.rows["actor"].pk},
    "answering:confirm": lambda side: {"version": "1"},
    **{f"{room}:end": lambda side: {"ended_as": "done"} for room in ("listings", "answering")},
    "public:page": lambda side: {"version": "1", "is_on": "on", "intro": "Velkommen"},
    "public:shown": lambda side: {"among": [side.rows["third"].pk], "shown": [side.rows["third"].pk]},
    # Notices
    "notice:create": lambda side: {
        **_notice(side), "submission": "00000000-0000-4000-8000-00000000001a",
    },
    "notice:edit": lambda side: {**_notice(side), "version": "1"},
    # Events
    "events:create": lambda side: {**_event(side), "submission": SENT},
    "events:edit": lambda side: {**_event(side), "version": "1"},
    "events:guest_add": lambda side: {
        "organisation": "Skakklubben", "name": "Bo Frø", "actor": side.rows["third"].pk, "submission": SENT,
    },
    "events:guest_edit": lambda side: {
        "organisation": "Skakklubben", "name": "Bo Frø", "actor": side.rows["third"].pk, "version": "1",
    },
    "events:guest_here": lambda side: {"here": "ja"},
    "events:rounds_plan": lambda side: {"size": "2", "rounds": "3", "minutes": "10"},
    "events:round_begin": lambda side: {"number": "2"},
    "events:round_back": lambda side: {"number": "1"},
    "events:note_edit": lambda side: {"strengths": "Vi kan synge", "version": "1"},
    "events:note_carry": lambda side: {"strengths": "strength", "wish": "need-room"},
    "event_link:sign_up": lambda side: {
        "organisation": "Skakklubben", "names": "Bo Frø", "email": "bo@skak.example", "consents": "on",
        "submission": SENT,
    },
    "event_link:own_edit": lambda side: {
        "organisation": "Skakklubben", "name": "Bo Frø", "email": "bo@skak.example", "version": "1",
    },
    "event_link:note": lambda side: {"strengths": "Vi kan synge", "version": "1"},
    # Places and bookings
    "exchange:place_create": lambda side: {
        **_place(side), "submission": "00000000-0000-4000-8000-000000000016",
    },
    "exchange:place_edit": lambda side: {**_place(side), "version": "1"},
    "exchange:booking_create": lambda side: {
        **_booking(side), "every": "0", "submission": "00000000-0000-4000-8000-000000000017",
    },
    "exchange:booking_edit": lambda side: {**_booking(side), "version": "1", "reason": "Salen males"},
    "exchange:booking_cancel": lambda side: {"reason": "Salen males"},
    "exchange:series_cancel": lambda side: {"reason": "Salen males"},
    "exchange:answer_no": lambda side: {"reason": "Salen males"},
    "exchange:calendars": lambda side: {"about": "mine"},
    # The activity calendar
    "calendar:create": lambda side: _activity(side)
    | {"booking": side.rows["booking"].pk, "submission": SENT},
    "calendar:edit": lambda side: {**_activity(side), "version": "1"},
    "calendar:day": lambda side: {
        "what": "moved", "to": SOME_DAY, "begins": "16:00", "ends": "18:00",
    },
    "calendar:move_back": lambda side: {"by": "-60", "version": "1"},
    "calendar:clash_move": _moved,
    "calendar:clash_merge": lambda side: {"stays": side.rows["rival"].pk},
    "calendar:clash_keep": lambda side: {"reason": "Den ene er for piger"},
    "calendar:neighbours": lambda side: {},
    "calendar:alike": lambda side: {
        "name": "Skak", "target_groups": [side.rows["target_group"].pk], "areas": [side.rows["area"].pk],
        "area": side.rows["area"].pk, "itself": side.rows["activity"].pk,
    },
    "calendar:fetch": lambda side: {"actor": side.rows["actor"].pk, "file": _calendar()},
    "calendar:fetched": lambda side: {
        "target_groups": [side.rows["target_group"].pk], "area": side.rows["free_area"].pk,
    },
    # Forums
    "initiatives:create": lambda side: {**_initiative(side), "phase": "2", "submission": SENT},
    "initiatives:edit": lambda side: {**_initiative(side), "version": "1"},
    "initiatives:move": lambda side: {"phase": "4", "seen": "3"},
    "initiatives:partner_add": lambda side: {
        "actor": side.rows["centre"].pk, "role_3": "Vært", "in_phases": ["3"], "submission": SENT,
    },
    "initiatives:partner_edit": lambda side: {"version": "1", "role_4": "Vært", "gain_4": "Naboer"},
    "initiatives:gains_edit": lambda side: {"version": "1", "cohesion_words": "De mødes"},
    "initiatives:story_edit": lambda side: {"version": "1", "headline": "Fire dage", "grew": "Job\nPraktik"},
    "initiatives:agreement_edit": lambda side: {"version": "1", "economy": "Hver sit", "starts_on": SOME_DAY},
    "initiatives:factors_add": lambda side: {
        "held_on": TODAY_ENOUGH, "level_backing": "2", "note_beyond": "Ja", "submission": SENT,
    },
    "initiatives:conditions_add": lambda side: {
        "held_on": TODAY_ENOUGH, "level_leaders": "3", "present": "Alle tre", "submission": SENT,
    },
    "initiatives:review_edit": lambda side: {
        "version": "1", "held_on": TODAY_ENOUGH, "level_backing": "0",
    },
    "meetings:create": lambda side: {**_forum(side), "submission": SENT},
    "meetings:edit": lambda side: {**_forum(side), "version": "1"},
    "meetings:seat_add": lambda side: {**_forum_seat(side), "submission": SENT},
    "meetings:seat_edit": lambda side: {**_forum_seat(side), "version": "1"},
    "meetings:turn_add": lambda side: {"seat": side.rows["forum_seat"].pk, "starts_on": SOME_DAY},
    "meetings:charter_edit": lambda side: {
        "purpose": "At gården bliver brugt", "tasks": "Mødes", "in_force_on": SOME_DAY, "seen": "2",
        "submission": SENT,
    },
    "meetings:meeting_create": lambda side: {**_meeting(side), "submission": SENT},
    "meetings:meeting_edit": lambda side: {**_meeting(side), "version": "1"},
    "meetings:meeting_restore": lambda side: {"punkter": str(side.rows["waiting_item"].pk)},
    "meetings:item_add": lambda side: {
        "title": "Legepladsen", "kind": "discuss", "minutes": "20", "submission": SENT,
        "responsible": side.rows["forum_seat"].pk,
    },
    "meetings:item_edit": lambda side: {
        "title": "Legepladsen", "kind": "decide", "minutes": "25", "version": "1",
        "responsible": side.rows["forum_seat"].pk,
    },
    "meetings:item_place": lambda side: {"meeting": side.rows["meeting"].pk},
    "meetings:item_minutes": lambda side: {"minutes": "35", "seen": _minutes(side)},
    "meetings:item_responsible": lambda side: {"responsible": side.rows["forum_seat"].pk, "seen": ""},
    "meetings:item_needed": lambda side: {"needed": side.rows["forum_seat"].pk, "version": "1"},
    "meetings:attendees": lambda side: {
        f"role-{side.rows['forum_seat'].pk}": "writer", f"seen-{side.rows['forum_seat'].pk}": "chair",
    },
    "meetings:agenda_begin": lambda side: {"template": "board", "submission": SENT},
    "meetings:agenda_take_back": lambda side: {"put": str(side.rows["second_item"].pk)},
    "meetings:agenda_keep": lambda side: {"name": "Forårsmødet", "submission": SENT},
    "meetings:send": _sending,
    "meetings:referral_answer": lambda side: {"text": "Ja, det gør vi", "version": "1", "submission": SENT},
    "meetings:referral_return": lambda side: {"text": "Hvor mange?", "version": "1", "submission": SENT},
    "meetings:referral_pass_on": lambda side: {
        "to": side.rows["lone_forum"].pk, "text": "Kan I?", "version": "1", "submission": SENT,
    },
    "meetings:referral_again": lambda side: {**_sending(side), "version": "2"},
    "meetings:referral_take_back": lambda side: {"text": "Løst", "version": "1", "submission": SENT},
    # Meetings that are asked to, polls, the pulse
    **dict.fromkeys(("meetings:reply", "invited:reply"), _reply),
    "meetings:attendance_mark": lambda side: {"came": "excused"},
    "meetings:guest_add": lambda side: {
        "organisation": "Skakklubben", "seat": side.rows["asked_seat"].pk,
    },
    "meetings:guest_mark": lambda side: {"came": "no"},
    "meetings:guest_register": lambda side: {
        "name": "Skakklubben", "kind": "voluntary", "contact": "Ida Ny", "role": "formand",
        "submission": SENT,
    },
    "meetings:poll_create": lambda side: {**_poll(side), "submission": SENT},
    **{name: lambda side: {f"t{side.rows['poll_time'].pk.hex}": "maybe"}
       for name in ("meetings:poll_answer", "invited:poll")},
    "meetings:poll_pick": lambda side: {"time": side.rows["poll_time"].pk},
    "invited:pulse": lambda side: {"roles": "yes", "worth": "no"},
    # Minutes
    "minutes:shape": lambda side: {"shape": "ideas"},
    "minutes:note": lambda side: {
        "text": "Vi gik turen", "proposal": "", "decision": "Vi spørger",
        **{f"seen_{name}": mark("") for name in ("text", "proposal", "decision")},
    },
    "minutes:promise_add": lambda side: {
        "what": "Ring til skolen", "due": SOME_DAY, "seat": side.rows["forum_seat"].pk,
        "item": side.rows["item"].pk, "submission": SENT,
    },
    "minutes:go": lambda side: {"punkt": side.rows["item"].pk},
    "minutes:own_answer": lambda side: {"ja": "on"},
    "minutes_link:answer": lambda side: {"remark": "Der var tre lamper"},
    # Goals
    "goals:create": lambda side: {**_goal(side), "submission": SENT},
    "goals:edit": lambda side: {**_goal(side), "version": "1"},
    "goals:indicator_create": lambda side: {**_indicator(side), "submission": SENT},
    "goals:indicator_edit": lambda side: {**_indicator(side), "version": "1"},
    "goals:story_create": lambda side: {**STORY, "submission": SENT},
    "goals:story_edit": lambda side: {**STORY, "version": "1"},
    "goals:month": lambda side: {
        f"a-{side.rows['hand_counted'].pk}": "1.234,5", f"n-{side.rows['hand_counted'].pk}": "Ferie",
        f"s-{side.rows['hand_counted'].pk}": mark_of(None), "submission": SENT,
    },
    "goals:import": lambda side: {"file": _figures(side)},
    # Login
    "account_login": lambda side: {"login": side.users["reader"].email, "password": PASSWORD},
    "account_reauthenticate": lambda side: {"password": PASSWORD},
    "account_change_password": lambda side: {
        "oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD,
    },
    "account_reset_password": lambda side: {"email": side.users["staff"].email},
    "mfa_edit_webauthn": lambda side: {"name": "Min telefon"},
}  # fmt: skip


def _figures(side: Side) -> SimpleUploadedFile:
    name = side.rows["hand_counted"].name
    return SimpleUploadedFile("tal.csv", f"Indikator;Måned;Værdi\n{name};2026-03;7\n".encode())


def _spreadsheet() -> SimpleUploadedFile:
    return SimpleUploadedFile("liste.csv", b"Navn;Type\nSkakklubben;Frivillig\n")


def fields(name: str, side: Side) -> dict:
    """What is sent to the route `name` in the plan of `side`."""
    return FIELDS.get(name, lambda side: {})(side)
