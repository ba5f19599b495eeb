"""The built site: what it is given beside pages, and what is kept between builds."""
