"""The generation of the public site: one number, raised by the database with every change that a reader could see."""

from django.db import models

from newsroom.page_cache.raising import RaisedByTheDatabase


class Generation(models.Model):
    number = models.BigIntegerField(default=0)

    guarded_by = (RaisedByTheDatabase(),)

    def __str__(self):
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        """No verb writes it: triggers raise it, in the transaction of the change itself."""
        return cls.objects.values_list("number", flat=True).first() or 0

    @classmethod
    def end(cls) -> None:
        """For `reindex`: what pages were made of was wrong, and is made again."""
        cls.objects.update(number=models.F("number") + 1)
