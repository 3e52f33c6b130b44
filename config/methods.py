"""The methods of a page with a form, beside Django's own require_safe and require_POST."""

from django.views.decorators.http import require_http_methods

# GET shows the form, POST takes it.
require_form_methods = require_http_methods(["GET", "HEAD", "POST"])
