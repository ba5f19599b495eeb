"""How Problems are reported: terminal, GitHub, JSON, SARIF."""
