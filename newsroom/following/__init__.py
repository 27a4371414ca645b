"""Following by mail: a show, a season or a person, at a chosen least level. No account, no tracking."""
