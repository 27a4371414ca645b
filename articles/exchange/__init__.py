"""The structured exchange: a newsroom as JSON Lines, out and in again without loss (docs/exchange.md).

A *line* is read to a `Record`: its fields checked, cleaned and filled by the table of its type (`table`,
`values`, and one module for each part of the newsroom). `taking` imports records, all or none; `giving`
writes rows as records. What a row tells and what a line says are the same dict, so "met again with the
same content" is an `==`.
"""
