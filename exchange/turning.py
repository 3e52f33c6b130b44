"""What pages of a week and of a month are called, and which come before and after."""

from datetime import date, timedelta

from config.danish import MONTHS, capitalised, long_date


class WeekPage:
    """Mixin of what shows Monday to Sunday and knows its `monday`."""

    __slots__ = ()
    monday: date

    @property
    def before(self) -> date:
        """The Monday before."""
        return self.monday - timedelta(days=7)

    @property
    def after(self) -> date:
        """The Monday after."""
        return self.monday + timedelta(days=7)

    @property
    def number(self) -> int:
        """The week's number, as Danes count (ISO 8601)."""
        return self.monday.isocalendar().week

    @property
    def name(self) -> str:
        """ "Uge 49: 30. november til 6. december"."""
        last = self.monday + timedelta(days=6)
        begin = f"{self.monday.day}." if last.month == self.monday.month else long_date(self.monday)
        return f"Uge {self.number}: {begin} til {long_date(last)}"


class MonthPage:
    """Mixin of what shows a month and knows its `first` day."""

    __slots__ = ()
    first: date

    @property
    def before(self) -> date:
        """The first of the month before."""
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        """The first of the month after."""
        return (self.first + timedelta(days=31)).replace(day=1)

    @property
    def name(self) -> str:
        """ "December 2026"."""
        return f"{capitalised(MONTHS[self.first.month - 1])} {self.first.year}"
