"""How Problems are told: terminal, GitHub, JSON, SARIF."""
