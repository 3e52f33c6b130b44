"""Who gets what, and that nothing of another plan or of a person who has not said yes comes out anywhere.

    routes.py        the one table: every route, every role, what GET and POST answer
    world.py         two plans with one of everything; canaries.py: the texts in all their fields
    crawl.py         a walk over all addresses per role; browsers.py: one request, and what came back
    posts.py         what a person would send with each form; addresses.py: from a route to an address
    forms_seen.py    which forms and parameters a request meets; rows.py: what changed in the database

A new route is red until it stands in routes.py; a new model until world.py makes a row of it; a new field
that takes an id until test_related_ids.py names it.

Do these tests see anything? Each of the following was done to the app, one at a time, and turned red what
stands beside it. Do so again after larger changes here.

    tenant filter left out
        of a page (actors:detail), of a parameter (mapping:log ?aktoer=), of the search, of the log,
        of the export, of the map and its PDF, of a chooser (held_by)      test_tenants: comes_out
        of a POST (actors:contact_restore)                                 test_related_ids: refused
        of a form's field (areas; housed_in)                               test_related_ids: every_relation
        of a colleague's file (mapping:import_preview)                     test_related_ids: colleague
        an undo button that fits any actor                                 test_related_ids: undo_button
    right left out
        require() of a page, of a POST                                     test_routes: what_the_table_says
        login of a page; a support grant that never ends                   test_open_pages
        csrf_exempt on one view                                            test_open_pages: own_token
        a route that is not in the table                                   test_routes: names_every_route
    consent left out
        who was meant; the last day; one output (the spreadsheet)          test_tenants: said_yes_to_alone
        a form that is shown again with an error                           test_tenants: shown_again
    and
        a form with a field too many; a field read past the form           test_mass_assignment
        a way back that is not looked at                                   test_open_pages: another_site
        no-store left out; 'unsafe-inline' let in; a GET that writes       test_headers

One fault changes nothing, as there are two locks: a tovholder from another plan is also refused by the rule
that it be one of the collaboration's own actors.
"""
