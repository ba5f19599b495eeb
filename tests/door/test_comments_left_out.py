"""Scripts of the theme are published without the lines that are only comments, and say the same."""

from psychoed.door.site_files import without_line_comments

SCRIPT = """// Why.
const page = "https://clinic.example"; // and where
  // Another why, with a ` in it.
const text = `
// a line of the text
`;
// The end.
"""


def test_only_lines_that_are_a_comment_go_and_those_of_a_text_stay():
    assert without_line_comments(SCRIPT) == (
        'const page = "https://clinic.example"; // and where\nconst text = `\n// a line of the text\n`;\n'
    )
