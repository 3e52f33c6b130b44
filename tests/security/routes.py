"""Who gets what: every route, every role, what GET and POST answer. A route that is not here is a red test.

Columns: `of` says which row the address is about (see world.py: `Side.rows` and `Side.own`), then one cell
for each who asks, "GET/POST". The five roles are members of the plan; `other` leads another one, `nobody`
is not logged in. The POST is what a person would send (posts.py).

    200    a page                                    302    done, or on to another page
    403    a member, but without the right           404    as if it were not there
    405    not by this method
    in     asks for login first                      re     asks once more who one is

Differences among the members in the first part are of their own making: the leaders have a second step and
a passkey, staff a passkey, the others neither.
"""

from dataclasses import dataclass

TABLE = """
route                                of            leader  staff   partner reader  support other   nobody

# Open pages and one's own account
health                               -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
account_login                        -             302/302 302/302 302/302 302/302 302/302 302/302 200/302
account_logout                       -             200/302 200/302 200/302 200/302 200/302 200/302 302/302
account_inactive                     -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
account_signup                       -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
account_reauthenticate               -             200/302 200/302 200/302 200/302 200/302 200/302 in/in
account_change_password              -             200/302 200/302 200/302 200/302 200/302 200/302 in/in
account_set_password                 -             302/302 302/302 302/302 302/302 302/302 302/302 in/in
account_reset_password               -             200/302 200/302 200/302 200/302 200/302 200/302 200/302
account_reset_password_done          -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
account_reset_password_from_key_done -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
account_reset_password_from_key      -             302/302 302/302 302/302 302/302 302/302 302/302 302/302
mfa_index                            -             200/405 200/405 200/405 200/405 200/405 200/405 in/in
mfa_authenticate                     -             302/302 302/302 302/302 302/302 302/302 302/302 302/302
mfa_reauthenticate                   -             200/200 re/re   re/re   re/re   re/re   200/200 in/in
mfa_activate_totp                    -             302/302 200/200 200/200 200/200 200/200 302/302 in/in
mfa_deactivate_totp                  -             200/302 404/404 404/404 404/404 404/404 200/302 in/in
mfa_view_recovery_codes              -             200/405 404/405 404/405 404/405 404/405 200/405 in/in
mfa_generate_recovery_codes          -             200/302 200/302 200/200 200/200 200/200 200/302 in/in
mfa_download_recovery_codes          -             200/405 404/404 404/404 404/404 404/404 200/405 in/in
mfa_list_webauthn                    -             200/405 200/405 200/405 200/405 200/405 200/405 in/in
mfa_add_webauthn                     -             200/200 200/200 200/200 200/200 200/200 200/200 in/in
mfa_login_webauthn                   -             302/302 302/302 302/302 302/302 302/302 302/302 302/302
mfa_reauthenticate_webauthn          -             200/302 200/302 re/re   re/re   re/re   200/302 in/in
mfa_edit_webauthn                    key           200/302 200/302 404/404 404/404 404/404 200/302 in/in
mfa_remove_webauthn                  key           200/302 200/302 404/404 404/404 404/404 200/302 in/in
home                                 -             302/405 302/405 302/405 302/405 302/405 302/405 in/in
accounts:profile                     -             200/302 200/302 200/302 200/302 200/302 200/302 in/in
accounts:digest_stop                 -             200/302 200/302 200/302 200/302 200/302 200/302 200/302
accounts:invitation                  -             200/200 200/200 200/200 200/200 200/200 200/200 200/302

# The plan, its words and its members
accounts:plan_home                   -             302/405 302/405 302/405 302/405 302/405 404/404 in/in
accounts:plan                        -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
accounts:plan_edit                   -             200/302 403/403 403/403 403/403 403/403 404/404 in/in
accounts:audit                       -             200/405 403/405 403/405 403/405 403/405 404/404 in/in
accounts:focus_preset                -             405/302 405/403 405/403 405/403 405/403 404/404 in/in
accounts:terms                       -             200/302 403/403 403/403 403/403 403/403 404/404 in/in
accounts:term_edit                   area          200/302 403/403 403/403 403/403 403/403 404/404 in/in
accounts:term_move                   area          405/302 405/403 405/403 405/403 405/403 404/404 in/in
accounts:term_delete                 free_area     405/302 405/403 405/403 405/403 405/403 404/404 in/in
accounts:term_restore                -             405/302 405/403 405/403 405/403 405/403 404/404 in/in
accounts:members                     -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
accounts:member_invite               -             200/302 403/403 403/403 403/403 403/403 404/404 in/in
accounts:support                     -             200/302 403/403 403/403 403/403 403/403 404/404 in/in
accounts:member_role                 member        200/302 403/403 403/403 403/403 403/403 404/404 in/in
accounts:member_remove               member        200/302 403/403 403/403 403/403 403/403 404/404 in/in
accounts:invitation_withdraw         invitation    405/302 405/403 405/403 405/403 405/403 404/404 in/in

# Actors
actors:list                          -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
actors:create                        -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:export                        -             200/405 200/405 403/405 200/405 403/405 404/404 in/in
actors:detail                        actor         200/405 200/405 200/405 200/405 200/405 404/404 in/in
actors:edit                          actor         200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:archive                       actor         405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:restore                       archived      405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:confirm                       actor         405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:unconfirm                     actor         405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:resources                     actor         200/302 200/302 200/403 200/403 200/403 404/404 in/in
actors:resource_restore              actor         405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:resource_remove               actor/thing    405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:needs                         third         200/302 200/302 200/403 200/403 200/403 404/404 in/in
actors:need_restore                  actor         405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:need_remove                   third/need    405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:search                        -             200/405 200/405 200/405 200/405 200/405 404/404 in/in

# Values and sunshine talks
actors:talks                         actor         200/405 200/405 403/405 403/405 403/405 404/404 in/in
actors:talk_begin                    actor         405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:talk                          actor/talk    200/405 200/405 403/405 403/405 403/405 404/404 in/in
actors:talk_facts                    actor/talk    405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:talk_ray                      actor/talk    405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:own_value_add                 actor/talk    405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:own_value                     actor/talk/own_ray 405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:own_value_remove              actor/talk/own_ray 405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:talk_delete                   actor/talk    405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:talk_restore                  actor/gone_talk 405/302 405/302 405/403 405/403 405/403 404/404 in/in
# The contact log and promises
actors:note_log                      -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:note_actors                   -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
actors:note_about                    -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
actors:notes                         actor         200/405 200/405 403/405 403/405 403/405 404/404 in/in
actors:note_edit                     actor/note    200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:note_delete                   actor/note    405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:note_restore                  actor/gone_note 405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:note_undo                     actor/note    405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:follow_ups                    -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
actors:follow_up_add                 -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:follow_up_edit                promise       200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:follow_up_keep                promise       405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:follow_up_reopen              kept          405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:follow_up_delete              promise       405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:follow_up_restore             gone_promise  405/302 405/302 405/403 405/403 405/403 404/404 in/in

# Initiatives; the partner speaks for one that takes part in it
initiatives:list                     -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
initiatives:board                    -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
initiatives:create                   -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
initiatives:initiative               initiative    200/405 200/405 200/405 200/405 200/405 404/404 in/in
initiatives:edit                     initiative    200/302 200/302 403/403 403/403 403/403 404/404 in/in
initiatives:move                     initiative    405/302 405/302 405/403 405/403 405/403 404/404 in/in
initiatives:archive                  initiative    405/302 405/302 405/403 405/403 405/403 404/404 in/in
initiatives:restore                  gone_initiative 405/302 405/302 405/403 405/403 405/403 404/404 in/in
initiatives:partners                 initiative    200/405 200/405 200/405 200/405 200/405 404/404 in/in
initiatives:partner_add              initiative    200/302 200/302 403/403 403/403 403/403 404/404 in/in
initiatives:partner_edit       initiative/taking_part 200/302 200/302 403/403 403/403 403/403 404/404 in/in
initiatives:partner_remove     initiative/taking_part 405/302 405/302 405/403 405/403 405/403 404/404 in/in
initiatives:partner_restore    initiative/took_part 405/302 405/302 405/403 405/403 405/403 404/404 in/in
initiatives:gains_edit               initiative    200/302 200/302 403/403 403/403 403/403 404/404 in/in
initiatives:story                    initiative    200/405 200/405 200/405 200/405 200/405 404/404 in/in
initiatives:story_edit               initiative    200/302 200/302 403/403 403/403 403/403 404/404 in/in
initiatives:agreement                initiative    200/405 200/405 200/405 403/405 403/405 404/404 in/in
initiatives:agreement_edit           initiative    200/302 200/302 403/403 403/403 403/403 404/404 in/in
initiatives:factors                  initiative    200/405 200/405 200/405 403/405 403/405 404/404 in/in
initiatives:factors_add              initiative    200/302 200/302 403/403 403/403 403/403 404/404 in/in
initiatives:conditions               initiative    200/405 200/405 200/405 403/405 403/405 404/404 in/in
initiatives:conditions_add           initiative    200/302 200/302 403/403 403/403 403/403 404/404 in/in
initiatives:review_edit        initiative/review    200/302 200/302 403/403 403/403 403/403 404/404 in/in
initiatives:review_delete      initiative/review    405/302 405/302 405/403 405/403 405/403 404/404 in/in
initiatives:review_restore     initiative/gone_review 405/302 405/302 405/403 405/403 405/403 404/404 in/in
reports:empty_agreement              -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:conditions                   -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:initiative_agreement         initiative    200/405 200/405 200/405 403/405 403/405 404/404 in/in
reports:initiative_story             initiative    200/405 200/405 200/405 200/405 200/405 404/404 in/in

# Overblik
reports:overview                     -             200/405 200/405 200/405 200/405 403/405 404/404 in/in
reports:overview_seen                -             405/302 405/302 405/302 405/302 405/403 404/404 in/in
reports:overview_matches             -             302/405 302/405 403/405 403/405 403/405 404/404 in/in
reports:balance                      -             200/405 200/405 403/405 403/405 403/405 404/404 in/in

# The question guide, interviews and what we know
actors:guide                         -             200/302 200/403 403/403 403/403 403/403 404/404 in/in
actors:guide_restore                 -             405/302 405/403 405/403 405/403 405/403 404/404 in/in
actors:guide_edit                    question      200/302 403/403 403/403 403/403 403/403 404/404 in/in
actors:guide_remove                  question      405/302 405/403 405/403 405/403 405/403 404/404 in/in
actors:guide_place                   question      405/302 405/403 405/403 405/403 405/403 404/404 in/in
actors:guide_switch                  question      405/302 405/403 405/403 405/403 405/403 404/404 in/in
actors:interview_begin               actor         200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:interview                     actor/interview 200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:interview_delete              actor/interview 405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:interview_restore    actor/gone_interview 405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:knowledge                     -             200/405 200/405 403/405 403/405 403/405 404/404 in/in

# Which organisation a partner speaks for
actors:representatives               -             200/302 403/403 403/403 403/403 403/403 404/404 in/in

# Contact persons
actors:contacts                      actor         200/405 200/405 200/405 200/405 200/405 404/404 in/in
actors:contact_add                   actor         200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:contact_edit                  actor/contact 200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:contact_consent               actor/hidden  200/302 200/302 403/403 403/403 403/403 404/404 in/in
actors:contact_withdraw              actor/contact 405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:contact_delete                actor/contact 405/302 405/302 405/403 405/403 405/403 404/404 in/in
actors:contact_restore               actor/gone    405/302 405/302 405/403 405/403 405/403 404/404 in/in

# Collaborations and the quick log
mapping:list                         -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
mapping:forms                        -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
mapping:of_actor                     actor         200/405 200/405 200/405 200/405 200/405 404/404 in/in
mapping:detail                       collaboration 200/405 200/405 200/405 200/405 200/405 404/404 in/in
mapping:edit                         collaboration 200/302 200/302 403/403 403/403 403/403 404/404 in/in
mapping:end                          collaboration 405/302 405/302 405/403 405/403 405/403 404/404 in/in
mapping:resume                       ended         405/302 405/302 405/403 405/403 405/403 404/404 in/in
mapping:log                          -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
mapping:log_actors                   -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
mapping:log_undo                     collaboration 405/302 405/302 405/403 405/403 405/403 404/404 in/in

# Import
mapping:import                       -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
mapping:import_preview               draft         200/405 200/405 403/405 403/405 403/405 404/404 in/in
mapping:import_run                   draft         405/302 405/302 405/403 405/403 405/403 404/404 in/in
mapping:import_cancel                draft         405/302 405/302 405/403 405/403 405/403 404/404 in/in

# Possible matches
mapping:matches                      -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
mapping:matches_of                   actor         200/405 200/405 403/405 403/405 403/405 404/404 in/in
mapping:match_meet                   actor/third   200/302 200/302 403/403 403/403 403/403 404/404 in/in
mapping:match_later                  actor/third   200/302 200/302 403/403 403/403 403/403 404/404 in/in
mapping:match_no                     actor/third   200/302 200/302 403/403 403/403 403/403 404/404 in/in
mapping:match_answers                -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
mapping:match_undo                   put_off       405/302 405/302 405/403 405/403 405/403 404/404 in/in
mapping:match_review                 -             200/405 403/405 403/405 403/405 403/405 404/404 in/in
mapping:who_can                      -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
mapping:chains                       -             200/405 200/405 403/405 403/405 403/405 404/404 in/in

# Value games, for those who come in by code or link
play:join                            -             200/302 200/302 200/302 200/302 200/302 200/302 200/302
play:table                           -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
play:seat                            seat          200/405 200/405 200/405 200/405 200/405 200/405 200/405
play:wall                            -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
play:move                            seat          405/302 405/302 405/302 405/302 405/302 405/302 405/302

# Value games
valuegame:list                       -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
valuegame:create                     -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
valuegame:game                       game          200/405 200/405 403/405 403/405 403/405 404/404 in/in
valuegame:edit                       game          200/302 200/302 403/403 403/403 403/403 404/404 in/in
valuegame:schedule                   game          200/302 200/302 403/403 403/403 403/403 404/404 in/in
valuegame:lead                       game          200/405 200/405 403/405 403/405 403/405 404/404 in/in
valuegame:lead_move                  game          405/302 405/302 405/403 405/403 405/403 404/404 in/in
valuegame:copy                       game          405/302 405/302 405/403 405/403 405/403 404/404 in/in
valuegame:close                      game          405/302 405/302 405/403 405/403 405/403 404/404 in/in
valuegame:reopen                     closed_game   405/302 405/302 405/403 405/403 405/403 404/404 in/in
valuegame:delete                     game          405/302 405/302 405/403 405/403 405/403 404/404 in/in
valuegame:restore                    gone_game     405/302 405/302 405/403 405/403 405/403 404/404 in/in
valuegame:seat_add                   game          200/302 200/302 403/403 403/403 403/403 404/404 in/in
valuegame:seat_actor                 game          405/302 405/302 405/403 405/403 405/403 404/404 in/in
valuegame:seat_edit                  game/seat     200/302 200/302 403/403 403/403 403/403 404/404 in/in
valuegame:seat_remove                game/seat     405/302 405/302 405/403 405/403 405/403 404/404 in/in
valuegame:seat_restore               game/gone_seat 405/302 405/302 405/403 405/403 405/403 404/404 in/in

# The exchange: listings, and the talks about them
listings:list                        -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
listings:create                      -             200/302 200/302 200/302 403/403 403/403 404/404 in/in
listings:listing                     listing       200/405 200/405 200/405 200/405 200/405 404/404 in/in
listings:file                        -             200/405 200/405 403/405 200/405 403/405 404/404 in/in
listings:picture                     listing       200/405 200/405 200/405 200/405 200/405 404/404 in/in
listings:edit                        listing       200/302 200/302 200/302 403/403 403/403 404/404 in/in
listings:withdraw                    listing       405/302 405/302 405/302 405/403 405/403 404/404 in/in
listings:restore                     gone_listing  405/302 405/302 405/302 405/403 405/403 404/404 in/in
listings:renew                       listing       405/302 405/302 405/302 405/403 405/403 404/404 in/in
listings:answer                      other_listing 200/302 200/302 200/302 403/403 403/403 404/404 in/in
listings:ask                         listing       200/302 200/302 403/403 403/403 403/403 404/404 in/in
listings:talk                        answer        200/405 200/405 200/405 403/405 403/405 404/404 in/in
listings:say                         answer        405/302 405/302 405/302 405/403 405/403 404/404 in/in
listings:agreement                   answer        200/302 200/302 200/302 403/403 403/403 404/404 in/in
listings:confirm                     unsettled     405/302 405/302 405/302 405/403 405/403 404/404 in/in
listings:end                         answer        200/302 200/302 200/302 403/403 403/403 404/404 in/in

# The same talk, for an organisation that came by a link in a mail
answering:talk                       -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
answering:say                        -             405/302 405/302 405/302 405/302 405/302 405/302 405/302
answering:agreement                  -             200/302 200/302 200/302 200/302 200/302 200/302 200/302
answering:confirm                    -             405/302 405/302 405/302 405/302 405/302 405/302 405/302
answering:end                        -             200/302 200/302 200/302 200/302 200/302 200/302 200/302

# Notices: in the plan, on paper, and for everybody
notice:list                          -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
notice:create                        -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
notice:notice                        notice        200/405 200/405 200/405 200/405 200/405 404/404 in/in
notice:picture                       notice        200/405 200/405 200/405 200/405 200/405 404/404 in/in
notice:edit                          notice        200/302 200/302 403/403 403/403 403/403 404/404 in/in
notice:withdraw                      notice        405/302 405/302 405/403 405/403 405/403 404/404 in/in
notice:restore                       gone_notice   405/302 405/302 405/403 405/403 405/403 404/404 in/in
reports:notice_poster                notice        200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:notice_flyers                notice        200/405 200/405 200/405 200/405 200/405 404/404 in/in
open_notice:list                     -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
open_notice:notice                   notice        200/405 200/405 200/405 200/405 200/405 200/405 200/405
open_notice:picture                  notice        200/405 200/405 200/405 200/405 200/405 200/405 200/405
open_notice:screen                   -             200/405 200/405 200/405 200/405 200/405 200/405 200/405

# Places and bookings
exchange:places                      -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
exchange:place_create                -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
exchange:place                       place         200/405 200/405 200/405 200/405 200/405 404/404 in/in
exchange:place_edit                  place         200/302 200/302 403/403 403/403 403/403 404/404 in/in
exchange:place_archive               place         405/302 405/302 405/403 405/403 405/403 404/404 in/in
exchange:place_restore               gone_place    405/302 405/302 405/403 405/403 405/403 404/404 in/in
exchange:fairness                    -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
exchange:month                       -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
exchange:calendars                   -             200/200 200/200 200/200 403/403 403/403 404/404 in/in
exchange:calendar_close              feed          405/302 405/302 405/302 405/403 405/403 404/404 in/in
exchange:waits                       -             200/405 200/405 200/405 403/405 403/405 404/404 in/in
exchange:wait_withdraw               wait          405/302 405/302 405/302 405/403 405/403 404/404 in/in
exchange:answer_yes                  hold          405/302 405/302 405/302 405/403 405/403 404/404 in/in
exchange:answer_no                   hold          200/302 200/302 200/302 403/403 403/403 404/404 in/in
exchange:booking_create              -             200/302 200/302 200/302 403/403 403/403 404/404 in/in
exchange:booking                     booking       200/405 200/405 200/405 403/405 403/405 404/404 in/in
exchange:booking_edit                booking       200/302 200/302 200/302 403/403 403/403 404/404 in/in
exchange:booking_cancel              booking       405/302 405/302 405/302 405/403 405/403 404/404 in/in
exchange:series_cancel               booking       405/302 405/302 405/302 405/403 405/403 404/404 in/in
exchange:booking_restore             cancelled     405/302 405/302 405/302 405/403 405/403 404/404 in/in

# Forums: which there are, who sits in them, what they are for
meetings:list                        -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
meetings:chain                       -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
meetings:create                      -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
meetings:forum                       forum         200/405 200/405 200/405 200/405 200/405 404/404 in/in
meetings:edit                        forum         200/302 200/302 403/403 403/403 403/403 404/404 in/in
meetings:end                         lone_forum    200/302 200/302 403/403 403/403 403/403 404/404 in/in
meetings:restore                     gone_forum    405/302 405/302 405/403 405/403 405/403 404/404 in/in
meetings:seats                       forum         200/405 200/405 200/405 200/405 200/405 404/404 in/in
meetings:seat_add                    forum         200/302 200/302 403/403 403/403 403/403 404/404 in/in
meetings:seat_edit                   forum/forum_seat 200/302 200/302 403/403 403/403 403/403 404/404 in/in
meetings:seat_remove                 forum/forum_seat 405/302 405/302 405/403 405/403 405/403 404/404 in/in
meetings:seat_restore                forum/gone_place_in 405/302 405/302 405/403 405/403 405/403 404/404 in/in
meetings:turn_add                    forum         200/302 200/302 403/403 403/403 403/403 404/404 in/in
meetings:turn_remove                 forum/turn    405/302 405/302 405/403 405/403 405/403 404/404 in/in
meetings:charter                     forum         200/405 200/405 200/405 200/405 200/405 404/404 in/in
meetings:charter_edit                forum         200/302 200/302 403/403 403/403 403/403 404/404 in/in
meetings:charter_version             forum/charter 200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:chain                        -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:charter                      charter       200/405 200/405 200/405 200/405 200/405 404/404 in/in

# Their meetings and what they send each other; the partner chairs one of the forums
meetings:meeting_create              forum         200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:meeting                     meeting       200/405 200/405 200/405 200/405 404/405 404/404 in/in
meetings:meeting_edit                meeting       200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:meeting_cancel              meeting       405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:meeting_restore             called_off    405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:item_add                    forum         200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:item_edit                   item          200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:item_place                  waiting_item  405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:item_take_off               item          405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:item_up                     second_item   405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:item_down                   item          405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:item_let_go                 waiting_item  405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:item_bring_back             closed_item   405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:item_minutes                item          405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:item_responsible            second_item   405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:item_needed                 second_item   200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:attendees                   meeting       200/302 200/302 200/302 200/403 404/404 404/404 in/in
meetings:agenda_templates            meeting       200/405 200/405 200/405 403/405 404/405 404/404 in/in
meetings:agenda_begin                meeting       405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:agenda_take_back            meeting       405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:agenda_keep                 meeting       405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:kept_remove                 kept_agenda   405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:kept_restore                gone_agenda   405/302 405/302 405/302 405/403 405/404 404/404 in/in
reports:agenda                       meeting       200/405 200/405 200/405 200/405 404/405 404/404 in/in
meetings:traffic                     forum         200/405 200/405 200/405 200/405 404/405 404/404 in/in
meetings:send                        forum         200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:referral                    settled       200/405 200/405 200/405 200/405 404/405 404/404 in/in
meetings:referral_answer             got           405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:referral_return             got           200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:referral_pass_on            got           200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:referral_again              came_back     200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:referral_take_back          sent          200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:referral_reopen             settled       405/302 405/302 405/302 405/403 405/404 404/404 in/in

# Who is asked to a meeting and who came, polls for a date, and how a forum is doing
meetings:invites                     asked         200/405 200/405 200/405 200/405 404/405 404/404 in/in
meetings:invite_send                 asked         405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:invite_remind               asked         405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:invite_close                asked/asked_seat 405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:reply                       asked/asked_seat 200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:attendance                  held          200/405 200/405 200/405 403/405 404/405 404/404 in/in
meetings:as_replied                  held          405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:attendance_mark             held/asked_seat 405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:guest_add                   held          405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:guest_mark                  brought       405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:guest_remove                brought       405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:guest_register              brought       200/302 200/302 403/403 403/403 403/403 404/404 in/in
meetings:poll_create                 asked_forum   200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:poll                        poll          200/405 200/405 200/405 200/405 404/405 404/404 in/in
meetings:poll_send                   poll          405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:poll_remind                 poll          405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:poll_answer                 poll/asked_seat 200/302 200/302 200/302 403/403 404/404 404/404 in/in
meetings:poll_pick                   poll          405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:poll_close                  poll          405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:poll_reopen                 closed_poll   405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:pulse_send                  held          405/302 405/302 405/302 405/403 405/404 404/404 in/in
meetings:health                      asked_forum   200/405 403/405 200/405 403/405 403/405 404/404 in/in
invited:reply                        -             200/302 200/302 200/302 200/302 200/302 200/302 200/302
invited:poll                         -             200/302 200/302 200/302 200/302 200/302 200/302 200/302
invited:pulse                        -             200/302 200/302 200/302 200/302 200/302 200/302 200/302
# Minutes: the partner chairs the forum; a link in a mail opens one round of them
minutes:minutes                      meeting       200/405 200/405 200/405 200/405 404/405 404/404 in/in
minutes:news                         meeting       200/405 200/405 200/405 200/405 404/405 404/404 in/in
minutes:shape                        meeting       405/302 405/302 405/302 405/403 405/404 404/404 in/in
minutes:note                         meeting/item  405/302 405/302 405/302 405/403 405/404 404/404 in/in
minutes:note_answer                  meeting/asked_item 405/302 405/302 405/302 405/403 405/404 404/404 in/in
minutes:carried                      meeting       200/405 200/405 200/405 200/405 404/405 404/404 in/in
minutes:promise_add                  meeting       200/302 200/302 200/302 403/403 404/404 404/404 in/in
minutes:promise_keep                 meeting/promised 405/302 405/302 405/302 405/403 405/404 404/404 in/in
minutes:promise_reopen               meeting/kept_word 405/302 405/302 405/302 405/403 405/404 404/404 in/in
minutes:promise_delete               meeting/promised 405/302 405/302 405/302 405/403 405/404 404/404 in/in
minutes:promise_restore              meeting/gone_word 405/302 405/302 405/302 405/403 405/404 404/404 in/in
minutes:send                         meeting       200/302 200/302 200/302 403/403 404/404 404/404 in/in
minutes:take_back                    minuted       405/302 405/302 405/302 405/403 405/404 404/404 in/in
minutes:approve                      minuted       405/302 405/302 405/302 405/403 405/404 404/404 in/in
minutes:own_answer                   minuted       405/404 405/404 405/302 405/404 405/404 404/404 in/in
minutes:mail_round                   approved_meeting 405/302 405/302 405/302 405/403 405/404 404/404 in/in
minutes:screen                       meeting       200/405 200/405 200/405 200/405 404/405 404/404 in/in
minutes:go                           meeting       405/302 405/302 405/302 405/403 405/404 404/404 in/in
reports:minutes                      meeting       200/405 200/405 200/405 200/405 404/405 404/404 in/in
minutes_link:read                    -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
minutes_link:answer                  -             405/302 405/302 405/302 405/302 405/302 405/302 405/302
minutes_paper:pdf                    -             200/405 200/405 200/405 200/405 200/405 200/405 200/405

# What the leader opens to everybody, and the open page itself
public:page                          -             200/302 403/403 403/403 403/403 403/403 404/404 in/in
public:shown                         -             200/302 403/403 403/403 403/403 403/403 404/404 in/in
open:front                           -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
open:directory                       -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
open:directory_file                  -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
open:board                           -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
open:board_file                      -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
open:listing_picture                 listing       200/405 200/405 200/405 200/405 200/405 200/405 200/405
open:hsds                            -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
open:organisations                   -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
open:organisation                    actor         200/405 200/405 200/405 200/405 200/405 200/405 200/405
open:services                        -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
open:service                         notice        200/405 200/405 200/405 200/405 200/405 200/405 200/405

# Events: who comes is for the team; whoever has a link needs no login
events:list                          -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
events:create                        -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
events:event                         event         200/405 200/405 200/405 200/405 200/405 404/404 in/in
events:edit                          event         200/302 200/302 403/403 403/403 403/403 404/404 in/in
events:cancel                        event         405/302 405/302 405/403 405/403 405/403 404/404 in/in
events:restore                       off_event     405/302 405/302 405/403 405/403 405/403 404/404 in/in
events:guests                        event         200/405 200/405 403/405 403/405 403/405 404/404 in/in
events:guest_add                     event         200/302 200/302 403/403 403/403 403/403 404/404 in/in
events:guest_edit                    event/guest   200/302 200/302 403/403 403/403 403/403 404/404 in/in
events:guest_cancel                  event/guest   405/302 405/302 405/403 405/403 405/403 404/404 in/in
events:guest_restore                 event/gone_guest 405/302 405/302 405/403 405/403 405/403 404/404 in/in
events:guest_let_in                  event/waiting_guest 405/302 405/302 405/403 405/403 405/403 404/404 in/in
events:guest_here                    event/guest   405/302 405/302 405/403 405/403 405/403 404/404 in/in
events:rounds                        event         200/405 200/405 403/405 403/405 403/405 404/404 in/in
events:rounds_plan                   event         405/302 405/302 405/403 405/403 405/403 404/404 in/in
events:rounds_fit                    event         405/302 405/302 405/403 405/403 405/403 404/404 in/in
events:round_begin                   event         405/302 405/302 405/403 405/403 405/403 404/404 in/in
events:round_back                    event         405/302 405/302 405/403 405/403 405/403 404/404 in/in
events:wall                          event         200/405 200/405 403/405 403/405 403/405 404/404 in/in
events:notes                         event         200/405 200/405 403/405 403/405 403/405 404/404 in/in
events:note_edit                     event/guest   200/302 200/302 403/403 403/403 403/403 404/404 in/in
events:note_carry                    event/guest   200/302 200/302 403/403 403/403 403/403 404/404 in/in
events:sheet_send                    event         405/302 405/302 405/403 405/403 405/403 404/404 in/in
reports:event_poster                 event         200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:event_tags                   event         200/405 200/405 403/405 403/405 403/405 404/404 in/in
reports:event_tables                 event         200/405 200/405 403/405 403/405 403/405 404/404 in/in
reports:event_cards                  event         200/405 200/405 403/405 403/405 403/405 404/404 in/in
reports:event_forms                  event         200/405 200/405 403/405 403/405 403/405 404/404 in/in
reports:event_sheet                  event         200/405 200/405 403/405 403/405 403/405 404/404 in/in
open_event:list                      -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
event_link:sign_up                   -             200/302 200/302 200/302 200/302 200/302 200/302 200/302
event_link:own                       -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
event_link:own_edit                  -             200/302 200/302 200/302 200/302 200/302 200/302 200/302
event_link:own_cancel                -             405/302 405/302 405/302 405/302 405/302 405/302 405/302
event_link:own_again                 -             405/302 405/302 405/302 405/302 405/302 405/302 405/302
event_link:note                      -             200/302 200/302 200/302 200/302 200/302 200/302 200/302
event_link:sheet                     -             200/405 200/405 200/405 200/405 200/405 200/405 200/405

# The activity calendar
calendar:week                        -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
calendar:month                       -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
calendar:fetch                       -             200/302 200/302 200/302 403/403 403/403 404/404 in/in
calendar:fetched                     calendar_draft 200/302 200/302 200/302 403/403 403/403 404/404 in/in
calendar:clashes                     -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
calendar:clash                       activity/rival 200/405 200/405 200/405 200/405 200/405 404/404 in/in
calendar:clash_move                  activity/rival 405/302 405/302 405/302 405/403 405/403 404/404 in/in
calendar:clash_merge                 activity/rival 405/302 405/302 405/302 405/403 405/403 404/404 in/in
calendar:clash_keep                  activity/rival 405/302 405/302 405/302 405/403 405/403 404/404 in/in
calendar:clash_reopen                activity/rival 405/302 405/302 405/302 405/403 405/403 404/404 in/in
calendar:neighbours                  -             200/302 403/403 403/403 403/403 403/403 404/404 in/in
calendar:alike                       -             405/200 405/200 405/200 405/403 405/403 404/404 in/in
calendar:create                      -             200/302 200/302 200/302 403/403 403/403 404/404 in/in
calendar:activity                    activity      200/405 200/405 200/405 200/405 200/405 404/404 in/in
calendar:edit                        activity      200/302 200/302 200/302 403/403 403/403 404/404 in/in
calendar:cancel                      activity      405/302 405/302 405/302 405/403 405/403 404/404 in/in
calendar:restore                     off_activity  405/302 405/302 405/302 405/403 405/403 404/404 in/in
calendar:move_back                   activity      405/302 405/302 405/302 405/403 405/403 404/404 in/in
calendar:day                         activity      200/302 200/302 200/302 403/403 403/403 404/404 in/in
calendar:day_restore                 activity      405/302 405/302 405/302 405/403 405/403 404/404 in/in
reports:calendar                     -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
open_calendar:week                   -             200/405 200/405 200/405 200/405 200/405 200/405 200/405
open_calendar:screen                 -             200/405 200/405 200/405 200/405 200/405 200/405 200/405

# A calendar one subscribes to, for whoever has its address
feeds:feed                           -             200/405 200/405 200/405 200/405 200/405 200/405 200/405

# The map and print
mapping:map                          -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
mapping:map_tidy                     -             405/302 405/302 405/403 405/403 405/403 404/404 in/in
mapping:map_untidy                   -             405/302 405/302 405/403 405/403 405/403 404/404 in/in
reports:map                          -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:materials                    -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:material                     -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
reports:poster                       -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:talk_guide                   -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:interview_guide              -             200/405 200/405 403/405 403/405 403/405 404/404 in/in
reports:interview                    interview     200/405 200/405 403/405 403/405 403/405 404/404 in/in

# Reports: those ordered are their owner's alone
papers:list                          -             200/405 200/405 403/405 200/405 403/405 404/404 in/in
papers:preview                       -             200/405 200/405 403/405 200/405 403/405 404/404 in/in
papers:sheet                         -             200/405 200/405 403/405 200/405 403/405 404/404 in/in
papers:order                         -             405/302 405/302 405/403 405/302 405/403 404/404 in/in
papers:job                           paper         200/405 200/405 403/405 200/405 403/405 404/404 in/in
papers:stop                          open_paper    405/302 405/302 405/403 405/302 405/403 404/404 in/in
papers:again                         failed_paper  405/302 405/302 405/403 405/302 405/403 404/404 in/in
papers:fetch                         paper         200/405 200/405 403/405 200/405 403/405 404/404 in/in

# Value games: what came of them
valuegame:summary                    game          200/405 200/405 403/405 403/405 403/405 404/404 in/in
valuegame:carry                      game          200/302 200/302 403/403 403/403 403/403 404/404 in/in
valuegame:paper                      game          200/302 200/302 403/403 403/403 403/403 404/404 in/in
reports:game_manual                   -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:game_pieces                   -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:game_cards                    -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:game_adjust                   -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:game_checklist                -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:game_matrix                   -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:game_bundle                   -             200/405 200/405 200/405 200/405 200/405 404/404 in/in
reports:game_summary                 game          200/405 200/405 403/405 403/405 403/405 404/404 in/in

# Goals, indicators and figures
goals:list                           -             200/405 200/405 403/405 200/405 403/405 404/404 in/in
goals:create                         -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
goals:goal                           goal          200/405 200/405 403/405 200/405 403/405 404/404 in/in
goals:edit                           goal          200/302 200/302 403/403 403/403 403/403 404/404 in/in
goals:goal_drop                      goal          405/302 405/302 405/403 405/403 405/403 404/404 in/in
goals:goal_restore                   gone_goal     405/302 405/302 405/403 405/403 405/403 404/404 in/in
goals:indicator_create               goal          200/302 200/302 403/403 403/403 403/403 404/404 in/in
goals:indicator                      hand_counted  200/405 200/405 403/405 200/405 403/405 404/404 in/in
goals:indicator_edit                 hand_counted  200/302 200/302 403/403 403/403 403/403 404/404 in/in
goals:indicator_drop                 hand_counted  405/302 405/302 405/403 405/403 405/403 404/404 in/in
goals:indicator_restore              gone_indicator 405/302 405/302 405/403 405/403 405/403 404/404 in/in
goals:counting                       -             200/405 200/405 403/405 200/405 403/405 404/404 in/in
goals:story_create                   goal          200/302 200/302 403/403 403/403 403/403 404/404 in/in
goals:story_edit                     story         200/302 200/302 403/403 403/403 403/403 404/404 in/in
goals:story_delete                   story         405/302 405/302 405/403 405/403 405/403 404/404 in/in
goals:story_restore                  gone_story    405/302 405/302 405/403 405/403 405/403 404/404 in/in
goals:month                          -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
goals:entry_undo                     value_entry   405/302 405/302 405/403 405/403 405/403 404/404 in/in
goals:export                         -             200/405 200/405 403/405 200/405 403/405 404/404 in/in
goals:import                         -             200/302 200/302 403/403 403/403 403/403 404/404 in/in
goals:import_preview                 value_draft   200/405 200/405 403/405 403/405 403/405 404/404 in/in
goals:import_run                     value_draft   405/302 405/302 405/403 405/403 405/403 404/404 in/in
goals:import_cancel                  value_draft   405/302 405/302 405/403 405/403 405/403 404/404 in/in
reports:goals                        -             200/405 200/405 403/405 200/405 403/405 404/404 in/in
"""

# No role can be shown their success in a table; where it is shown instead:
NO_SUCCESS_HERE = {
    "account_set_password": "for users without a password, whom nothing makes; it leads on to changing it",
    "mfa_authenticate": "in the middle of a login alone: tests/accounts/test_login_pages.py",
    "mfa_login_webauthn": "answers a script with a challenge; a page would be sent on: test_open_pages.py",
    "account_reset_password_from_key": "moves its key into the session first: test_login_pages.py",
}
WHO = ("leader", "staff", "partner", "reader", "support", "other", "nobody")
SUCCESS = ("200", "302")


@dataclass(frozen=True)
class Row:
    """One line of the table: what the route is about, and (GET, POST) by who asks."""

    name: str
    of: str
    cells: dict[str, tuple[str, str]]

    def got(self, who: str, method: str) -> str:
        """What `who` gets; HEAD as GET."""
        get, post = self.cells[who]
        return post if method == "POST" else get

    @property
    def has_success(self) -> bool:
        """Whether somebody gets somewhere, by GET or by POST."""
        return any(word in SUCCESS for cell in self.cells.values() for word in cell)

    def doers(self) -> list[str]:
        """Those whose POST is let through."""
        return [who for who in WHO if self.got(who, "POST") == "302"]


def _rows() -> dict[str, Row]:
    lines = [line.split() for line in TABLE.splitlines() if line.strip() and not line.startswith("#")]
    header, *body = lines
    if tuple(header[2:]) != WHO:
        raise ValueError("The columns are not those of WHO")
    return {
        name: Row(name, of, {who: tuple(cell.split("/")) for who, cell in zip(WHO, cells, strict=True)})
        for name, of, *cells in body
    }


ROUTES = _rows()
