"""Rule packs, matching by sound, conditions and the life of a flag. Knows neither session nor record."""
