"""Who came in, who went out, and who was not let in: lines of the desk's log."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User

from newsroom.door.addresses import address_of


def write(user: User, request, what: str) -> None:
    """About no row: an account that somebody logs in to has not been changed."""
    LogEntry.objects.create(
        user=user,
        action_flag=CHANGE,
        object_repr="The desk",
        change_message=f"{what}, from {address_of(request)}.",
    )


def refused(request, what: str) -> None:
    """Under the name that was tried, where there is such an account; of other names nothing is kept."""
    user = User.objects.filter(username=request.POST.get("username", "")[:150].replace("\0", "")).first()
    if user:
        write(user, request, what)
