"""What leaves the house: mail, webhooks and pings, through one table, drained by `tick`."""
