"""Addresses, hosts and attributes of the web, as browsers read them."""
