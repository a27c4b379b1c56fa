"""One module for each family of `evenhand` subcommands; heavy imports wait until a command runs."""
