from django.db import models


class Attempt(models.Model):
    """One attempt to come in that failed, or is under way. What was typed is kept as a digest: it may have
    been a password in the wrong field."""

    account = models.CharField(max_length=64)
    address = models.CharField(max_length=45)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["account", "address", "at"], name="door_attempt_who_from_where")]

    def __str__(self):
        return f"{self.account[:8]} from {self.address}"
