"""How long a call is kept, what keeps it longer, and how its content is destroyed while its proof stays."""
