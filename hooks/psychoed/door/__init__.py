"""The door to MkDocs: its events, its log and its addresses. Nothing else here knows the site generator."""
