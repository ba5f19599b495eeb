"""What is wrong with the library and the built site: each check returns every Problem it finds, and never logs."""
