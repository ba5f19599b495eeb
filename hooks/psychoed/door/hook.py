"""The plugin's events under their own names, as a hook has them."""

from psychoed.door.plugin import Psychoed

plugin = Psychoed()
on_startup = plugin.on_startup
on_config = plugin.on_config
on_files = plugin.on_files
on_env = plugin.on_env
on_page_markdown = plugin.on_page_markdown
on_page_content = plugin.on_page_content
on_page_context = plugin.on_page_context
on_post_page = plugin.on_post_page
on_post_template = plugin.on_post_template
on_post_build = plugin.on_post_build
on_serve = plugin.on_serve
on_build_error = plugin.on_build_error
