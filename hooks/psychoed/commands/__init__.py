"""The command `psychoed`: the other door, for what is no build. Each subcommand has a file of its own."""
