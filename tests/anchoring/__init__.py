"""Whether marks stay where they belong, counted on texts whose every character is known."""
