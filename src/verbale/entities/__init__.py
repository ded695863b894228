"""Who is who: names, offices, short forms, groups and pronouns."""
