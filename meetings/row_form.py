"""The shape of forms that change a row is `actors.row_form`; the forms here ask for it by this name."""

from actors.row_form import CHOOSE, RowForm

__all__ = ["CHOOSE", "RowForm"]
