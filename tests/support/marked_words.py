"""Texts by chance, of all that authors write in Markdown and what they bring along from other programs. Every word that a
reader is meant to see is one of its kind, so that a lost one, or one out of its place, is found."""

import re
from itertools import count

from hypothesis import strategies as st

WORD = re.compile(r"w\d+q")
GAP = re.compile("@")
HIDDEN = "unseen"
"""Stands in comments: no reader sees it."""

IN_A_LINE = (
    "@", "@ @ @", "@, @. @", "*@*", "*@ @*", "**@**", "**@ @** @", "***@***", "_@_", "__@__", "*@ **@** @*", "**@**@", "*@:*@",
    "~~@~~", "==@==", "@~@~@", "@^@^", "^^@^^", "`@`", "``@ ` @``", "[@ @](protectors.md)", "[@](protectors.md 'Title')",
    "[*@*](protectors.md#one)", "(@)", "([@](protectors.md))", "{@}", "{@ to @}", "@ {@}", "“@”", '"@"', "'@'", "@'s", "'tis @",
    "6'2\" @", '"**@**"@', "*@*'s", "rock 'n' @", "the '90s @", '"\'@,\' @."', "@--@", "@ -- @", "@---@", "@...", "... @",
    "&amp; @", "@ & @", "@&@;", "R&D @", "&nbsp;@", "&#8217;@", "@ < @ > @", "<3 @", "<b>@</b>", "<b>@</b>@", "@<br>@",
    "<kbd>@</kbd>", "<span class='x'>@</span>", "2 * @ * 3", "@*@", "@_@_@", "\\*@\\*", "\\[@\\]", "\\<@\\>", "\\@ @", "C:\\@\\@", "\\#@",
    "$5 @ $6", "@/@", "@: @", ": @", "@ | @", "@ \\| @", "# @", "#@", "@ #@", "@ # @", "@ + @", "@ = @", "@ ^ @", "@ ~ @", "~@", "~5 @ ~6",
    "1986. @", "1) @", "(1) @", "a. @", "@!", "@?", "@;", "- @", "+ @", "– @", "• @", "<!-- unseen -->@", "@ <!-- unseen\nunseen --> @", "`<!--` @",
    "[@]", "[ ] @", "[x] @", "@ [@", "@] @", "@ ) @", "( @", "<https://example.org/> @", "https://example.org/@", "@@example.org",
    "@\\\n@", "@  \n@", "@\n@", "@\n@\n@", "Ä@ß", "@\u00a0@", "@\t@", "==@", "~~@", "\\", "__/__/20__ @", "____/____/____ @", "@: ____ @",
    "@ --> @ <-- @", "AT&T @", "☐ @", "@*, @", "@ __@:__ @",
    "*@ @ *@* @*", "**@*@*@**", "@\u200f@", "\u202bא@\u202c", "@🙂@", "@\u00ad@", "@\u202f@", "`` `@` ``", "```@```", "[@](<protectors.md>)",
    "[@](protectors.md \"Title\")", "[@](https://example.org/a_(b))", "@&shy;@", "@&ndash;@", "&lt;@&gt;", "@<sup>@</sup>", "@<wbr>@", "*@*@*@*",
    "_@_@", "@'@'@", "\"@ '@' @\"", "@ 6' @ 2\"", "'@ @'", "@ (@) [@] {@}", "@.@", "@::@", "@,@", "1/2 @", "½ @", "@ → @", "© @", "&copy; @",
    "&#64; @", "@ \\\\ @", "\\`@\\`", "@ *** @", "@ ___ @", "* @ * @", "<em>@</em>@", "<strong>@ *@*</strong>", "@<!-- unseen -->@", "#@#@", "@#",
    "@: #@", "<https://example.org/a b> @", "<tel:555-0142> @",
)  # fmt: skip
IN_ERROR = (
    "{{@}", "a<@",     "**@", "@** @", "__@", ":@:", ":smile: @", "{% @ %}", "{{ @ }}", "++@++", "%%@%%", "{# @ #}", "{++@++}", "{--@--}", "$$@$$", "$@_@$",
    "\\frac{@}", "&bogus; @", "<@>", "<@ @>", "</@>", "[@](", "[@](@", "[@] (protectors.md)", "[@][@]", "[@]: @", "[^@]", "[^S-SEEN2020]@", "![@]",
    "[[@]]", "[@|@]", "<b>@", "@</b>", "<i @", "{: @ }", "{: .x @}", "2*@*3", "2*3*4 @", "^[@]", "[TOC] @", "@ [TOC]", "&#xZZ; @", "*[@]: @", "--8<-- @",
    '<a href="protectors.md">@', "<script>@</script>", "<!-- @", "@ -->", "`@", "*@", "_@", "@*", "**@ **@", "@*, @*", "@* @*", "@*) @*", "2*5 @ 3*10",
    "== @ ==", "[x id='@']@[/x]", "(https://example.org/@)[@]", "@ ^block",
)  # fmt: skip
MARKS = ("- ", "* ", "+ ", "• ", "1. ", "1) ", "2. ", "7. ", "- [ ] ", "- [x] ", "-   ", "10. ", "-\t", "o\t")
BLOCKS = (
    "## @ @", "## @ {@}", "## @ {#named}", "## @ #", "## @#", "@\n---", "### *@*", "##@", "#@ @", "---", "***", "> @\n> @", ">@\n@", "> @\n> > @\n>\n> @",
    "> - @\n>   - @\n> - @", "> [!NOTE]\n> @\n> - @", "> [!tip] @\n> @\n@", "!!! note\n    @\n\n    - @\n    - @", '!!! tip "@ @"\n    @', "!!! note @ @\n    @",
    "!!! note\n  @\n  @", "@\n:   @", "@\n: @\n: @", "@\n:   @\n\n    @\n\n    - @\n      - @\n\n@\n:   @", "@\n: @\n@\n: @",
    "| @ | @ |\n| --- | :-: |\n| @ | @ |\n| @ | `@` |", "@ | @\n--|--\n@ | @", "| @ |\n|---|\n| @ {@} |", "@\n| @ | @ |\n|---|---|\n| @ |", "| @ | @ |\n|:-|-:|\n| **@** | [@](protectors.md) |",
    "```\n@ - @\n  @\n```", "~~~text\n@\n\n@\n~~~", "    @ @\n    @", "\t@", "<div>\n@\n</div>", "<p class='x'>@ <b>@</b></p>", "<pre>\n@\n  @\n</pre>", "<ul>\n  <li>@</li>\n</ul>\n@",
    "<table class='wide'>\n<tr><td>@</td><td>@</td></tr>\n</table>", "<details>\n<summary>@</summary>\n@\n</details>", "<!-- unseen -->", "<!--\nunseen\n\n- unseen\n-->\n@",
    "@\n<!-- unseen -->\n@", "- @ <!-- unseen -->\n- @", "@ @\n- @\n- @", "@\n1. @\n2. @", "@\n3. @\n4. @", "1. @\n1. @\n1. @", "3. @\n5. @\n4. @", "1. @\n\n    @\n\n2. @",
    "- @\n\n  @\n\n- @", "- @\n@\n  @", "- - @\n  - @", "- > @\n  > @", "- ## @\n- @", "- @\n1. @\n- @", "* @\n\n\n* @", "    - @\n    - @", "@\n    - @\n    - @", "- @\n\n        @", "- `@`\n- **@**: @",
    "@\\\n@\\\n@", "@  \n@  \n@", "*@\n@*", "**@\n@** @", "[@\n@](protectors.md)",
    "☐ @\n☑ @", "[ ] @\n[x] @", "□ @\n  - ☐ @\n□ @", "- @\n\n  ```\n  - @\n    # @\n  ```\n- @", "1. @\n   ```text\n   @\n\n   @\n   ```\n2. @",
    "> ```\n> @\n> @\n> ```", "  ```\n  @\n  ```\n@", "- @\n  > @\n- @", "| @ | @ |\n|---|---|\n| @ | @ |\n@ @", "@\n===\n@", "___\n\n@",
    "- @\n    - @\n        - @\n- @", "- @\n   - @\n      - @", "* @\n\t* @\n\t\t* @", "1. @\n   - @\n   - @\n2. @", "1. @\n    1. @\n    2. @\n2. @",
    "- [ ] @\n  - [x] @\n    - [ ] @", "10. @\n11. @", "> 1. @\n> 2. @\n>    - @", "> @\n\n> @", "@\n\n***\n\n@", "@\n\n- - -\n\n@", "# @", "## @ ##",
    "## @ \\#", "### `@` @", "@\n@\n---", "@\n@\n===", "| `@ \\| @` | @ |\n|---|---|\n| @ | @ |", "| @ |\n|:-:|\n| |\n| @ |", "|@|@|\n|-|-|\n|@|@|",
    "| @ | @ |\n|---|---|\n| {@} | @ {@} |", "| @<br>@ | @ |\n|---|---|\n| @ | |", "@ | @ | @\n:-- | --- | --:\n@ | @ | @", "@ @",
    "- @\n\n- @\n\n  > @\n\n- @", "!!! warning \"@\"\n\n    1. @\n    2. @\n\n    @", "> [!WARNING]\n> - @\n> - [ ] @", "@\n:   @\n:   @\n\n@\n:   @",
    "<dl>\n<dt>@</dt>\n<dd>@</dd>\n</dl>", "<blockquote>\n@\n</blockquote>", "<div class='wide'>\n<p>@</p>\n\n<p>@</p>\n</div>", "<p>@</p>\n<p>@</p>",
    "<hr>\n@", "<ol start='3'>\n<li>@</li>\n<li>@</li>\n</ol>", "<details open>\n<summary>@</summary>\n<p>@</p>\n</details>",
    "<figure>\n<figcaption>@</figcaption>\n</figure>", "@\n{: .wide }", "## @ {: #x }", "- @\n{: .wide }\n- @", "@\n\n    @", "- @\n\n      @",
    "\t- @", "1.  @\n\n    @\n\n2.  @", "@\n\n1) @\n2) @", "* @\n+ @\n- @", "*  @\n\n   @\n*  @",
    "@xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx @",
    "@ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ ", "@\n    @",
    "   @\n  @\n @", "@\r\n@", "---\n@", "@\n\n\n\n@", "~~~\n@\n~~~\n@", "````\n```\n@\n```\n````", "```python\n# @\n```", "``` {.text}\n@\n```",
    "| @ |\n| --- |\n| - @ |", "| @ | @ |\n|---|---|\n| @ | @ |\n\n@", "[@]\n\n- [@] @", "1986\\. @", "- \\- @", "+ @\n+ @", "-\n  @\n- @",
    "- @\n\n\n\n    @", "> @\n@\n\n@", ">> @\n> @", "> > - @\n> > - @", "@\n> @", "@\n```\n@\n```\n@", "@\n## @\n@",
    "@\n| @ | @ |\n|--|--|\n| @ | @ |\n@",
)  # fmt: skip
BLOCKS_IN_ERROR = (
    "{{@}", "a<@",     "??? tip \"@\"\n    @", "=== \"@\"\n    @", ":::note\n@\n:::", "a. @\nb. @", "(a) @\n(b) @", "i. @\nii. @", "– @\n– @", "| @ | @ |\n|---|---|\n| @ | @ | @ |",
    "<div>\n**@**\n</div>", "<details>\n<summary>@</summary>\n\n- @\n\n**@**\n</details>", "```\n@", "[@]: protectors.md", "[^@]: @", "[^n1]: @", "*[@]: @", "<div>\n@", "@\n</div>",
    "- @ **@\n- @** @", "| **@ | @** |\n|---|---|\n| @ | @ |", "[//]: # (@)", "--- @", "{% raw %}\n@", "<section>@\n\n@", "\\begin{x}\n@\n\\end{x}", "!!! warning\n@", "!!! @ !!!",
    "| @ | @ |\n| @ | @ |", "@\t@\n@\t@", "+---+---+\n| @ | @ |\n+===+===+", "-@\n-@", "1.@\n2.@", "→ @\n→ @", "- @\n-- @\n-- @",
)  # fmt: skip

MORE_IN_A_LINE = (
    "\ufeff@", "@\u200d@", "@\u200b@", "@\u2060@", "@‑@", "@·@", "· @", "▪ @", "➢ @", "✓ @", "✗ @", "§ 1 @", "1.1 @", "@ № 5",
    "@‐@", "a_b@ _@_b", "@_@@", "*@*_@_", "**@**__@__", "@**@**@", "**@:** @", "**@**: @", "*@.*@", "@ *@*, **@**; @", "“*@*”", "(*@*)", "—*@*—",
    "@—@", "@ — @", "'@' '@'", "@' @'", "‘@’", "@’s @s’", "“@ ‘@’”", '"@ "@', "5'@", "@ × @", "@ ≤ @ ≥ @", "@ < 5 and > 3 @", "@ <= @ >= @", "@ => @", "@ <- @",
    "@ & @ &", "&#38; @", "&#x27;@&#x27;", "@ &hellip;", "[@](protectors.md) [@](protectors.md)", "[@](protectors.md), @", "[@ (@)](protectors.md)",
    "[@ [@]](protectors.md)", "[“@”](protectors.md)", "**[@](protectors.md)**", "[**@** @](protectors.md)", "<https://example.org/?a=1&b=@>",
    "https://example.org/?a=1&b=2 @", "@: https://example.org.", "www.example.org @", "@ (see https://example.org/a_b_c)", "me@example.org @", "1st @ 2nd",
    "@ 10:30–11:45 @", "@ 9-5 @", "@/@/@", "$5–$10 @", "£@ €@ ¥5", "50% @", "@ 100 %", "#5 @", "# 5 @", "No. 5 @", "@ #1", "@ [1] @", "@ [1, 2]", "@^1 @", "@†  @*",
    "@ *", "* @", "** @", "@ **", "_ @ _", "__ @ __", "~ @ ~", "= @ =", "| @", "@ |", "|@|", "@ || @", "\\ @", '@ \\', "\\\\@", "\\n @", "/ @ /", "{ @", "@ }", "{ @ }",
    "{@:@}", "{1} @", "[ @ ]", "[@] [@]", "[x]@", "[] @", "( ) @", "(x) @", "@>", "< @ >", "!@", "![] @", "@ ![", "! @", "!!@", "? @", "??@", ":: @", ";@", "@:",
    "::@::", ":@", "% @ %", "%@", "^ @", "^@", "@` @", "`` @ ``", "``` @ ```", "~~@~~@", "~~ @ ~~", "==@==@", "++@", "-- @", "--@--", "--- @", "- @ -", "+@", "@_",
    "____ @ ____", "........ @", "@ ........ @", "@ ____________", "☐ @ ☐ @", "□ @ □ @", "◯ @", "◻ @", "☑ @", "✔ @", "❑ @", "@\\_\\_\\_@", "1\\) @", "@&nbsp;&nbsp;@",
    "<u>@</u>", "<small>@</small>", "<mark>@</mark>", "<abbr title='x'>@</abbr>", "<q>@</q>", "<cite>@</cite>", "<br/>@", "@<br />@<br>@", "<o:p>@</o:p>",
    "<span lang=EN-US>@</span>", "<i>@</i>",
)  # fmt: skip
"""As other programs and other hands write; like those above, of which each is also tried by itself."""
MORE_BLOCKS = (
    "@\n\n\n@", "@\n \n@", "@\n\t\n@", "  @\n  @", "@  \n  @", "- @\n- \n- @", "- @\n-\n- @", "-\n- @", "1. @\n2.\n3. @", "1. @\n\n2. @\n\n3. @",
    "1. @\n\n   - @\n   - @\n\n2. @", "1. @\n- @\n2. @", "- @\n  1. @\n  2. @\n- @", "- @\n\n    @\n\n    @", "* @\n  @\n* @", "1 @\n2 @", "1\xb0 @\n2\xb0 @",
    "\u2022 @\n  \u2022 @", "\xb7 @\n\xb7 @", "\u25aa @\n\u25aa @", "o @\no @", "* @\n** @\n*** @", "# @\n# @", "## @\n## @", "##@\n@", "### @ ###\n@", "@\n-----\n@",
    "@\n- - -\n@", "@\n***\n@", "@\n___\n@", "@\n=====\n@", "=====\n@", "-----\n@\n-----", "| @ | @ |\n|:--|--:|\n| @ | |\n| | @ |",
    "| @ | @ |\n|---|---|\n| @ |\n| @ | @ |", "@ | @\n---|---\n@ | @\n@ | @", "|@|@|\n|---|---|\n|@|@|\n@", "| @ | @ |\n|---|\n| @ | @ |", "||@|\n|---|---|\n|@|@|",
    "| | @ | @ |\n|---|---|---|\n| @ | @ | @ |", "| @ | @ |\n\n| @ | @ |", "| @ \\| @ | @ |\n|---|---|\n| @ | @ |", "| @ | @ |\n| - | - |\n| @ | @ |", "| @\n|---\n| @",
    "@ , @\n@ , @", "@;@\n@;@", "> @\n>\n> \u2014 @", "> @\n> \u2014 *@*", "> **@**\n> @", "> # @\n> @", ">\n> @\n>", "> @\n>> @\n> @", "> 1. @\n> 2. @\n\n@", ">@\n>@",
    "> | @ | @ |\n> |---|---|\n> | @ | @ |", "!!! info\n    @", '!!! danger "@"\n    @', '!!! note ""\n    @', "!!! Note\n    @", "!!!note\n    @",
    "!!! note\n\n    @\n@", '!!! note "@"\n    - @\n    - @\n\n    @', "> [!IMPORTANT]\n> @", "> [!CAUTION]\n> @", "> [!note]+ @\n> @", "> **Note:** @",
    "**@**\n@\n**@**\n@", "**@:** @\n**@:** @", "*@*\n\n*@*", "@:\n- @\n- @", "@:\n\n- @\n\n@", "@:\n1. @", "**@**\n- @", "@\n  - @\n  - @", "@\n    @\n    @",
    "@\n\n    @\n    @\n\n@", "@\n\n\t@\n", "- @\n\n\t@\n", "```\n@\n```\n@", "@\n```\n@", "~~~\n@", "    - @\n      @", "<p>@</p>\n@", "<p>@\n@</p>",
    "<div class='x'>@</div>\n\n@", "<table><tr><td>@</td></tr></table>\n@", "<br>\n@", "@<br>\n@", "<hr/>\n\n@", "<!-- unseen -->\n\n@\n\n<!-- unseen -->",
    "@ <!-- unseen --> @ <!-- unseen -->", "- @\n<!-- unseen -->\n- @", "<!-- unseen\n\nunseen -->\n\n- @", "@ {: .x}\n@", "{: .x }\n@", "@\n{.x}", "## @ { #x .y }",
    "@ \\\n@", "@\\\\\n@", "\\\n@", "@\n\\\n@", "---\n@: @\n---\n@", "+++\n@\n+++", "%%\n@\n%%", "$$\n@\n$$", "\\[\n@\n\\]", "<details><summary>@</summary>@</details>",
    "<dl><dt>@</dt><dd>@</dd></dl>", "@\n:@", "@\n:   @\n\n:   @", "@\n\n:   @", "@\n~   @", "1. @\n\n        @", "1. @\n        @", "100. @\n101. @", "0. @\n1. @",
    "1986. @\n@", "- 1. @\n- 2. @", "- - - @", "- + @", "- > @\n- @", "- | @ | @ |\n  |---|---|\n  | @ | @ |", "- ```\n  @\n  ```", "- # @", "- ---\n- @",
    "- [@](protectors.md)\n- [@](protectors.md): @", "- [ ]@\n- [x]@", "- [-] @", "1. [ ] @\n2. [x] @", "\u2610 @\n\u2610 @", "\u2610 @ \u2610 @\n\u2610 @",
    "__ @\n__ @", "( ) @\n( ) @", "[ ] @ [ ] @", "\u25cb @\n\u25cb @",
)  # fmt: skip
"""The same, of whole blocks."""
MORE_IN_ERROR = (
    "@[^] @", "<@", "@ <@", "<<@>>", "!!! @", "??? @", "@__ @", "<font color=red>@</font>", "<center>@</center>", "<a name='x'></a>@", "<strike>@</strike>",
    "A. @\nB. @", "I. @\nII. @", "(1) @\n(2) @", "\u27a2 @\n\u27a2 @", "\u2713 @\n\u2713 @", "\u2714 @\n\u2714 @", "| @ |\n| @ |", "| --- | --- |\n| @ | @ |",
    "[@]:\n@", "[^1]: @", "@[^1]\n\n[^1]: @", "[1]: @", "*[ABC]: @", "::: @\n@\n:::", "@\n\\pagebreak\n@", "<@\n@>", "{{ @\n@ }}", "{% @ %}\n@", "@\n\n[TOC]\n\n@",
    "[[_TOC_]]\n@", "- [ ] @\n- [X] @\n- [] @",
)  # fmt: skip
"""The same, of what has a Problem."""


class Written:
    """A text, and the words of it that a reader must see, in their order."""

    def __init__(self, text: str) -> None:
        self.text = text

    @property
    def words(self) -> list[str]:
        return WORD.findall(self.text)

    def __repr__(self) -> str:
        return f"Written({self.text!r})"


def with_words(pattern: str) -> Written:
    number = count(1)
    return Written(GAP.sub(lambda _: f"w{next(number)}q", pattern))


lines = st.lists(st.sampled_from(IN_A_LINE * 4 + MORE_IN_A_LINE * 2 + IN_ERROR), min_size=1, max_size=3).map(" ".join)
one_line = lines.filter(lambda line: "\n" not in line)


@st.composite
def lists(draw: st.DrawFn, deep: int = 0) -> str:
    """Entries with one mark, or with several, and what stands below them further in."""
    mark, step, empty = (
        draw(st.sampled_from(MARKS)),
        draw(st.sampled_from((2, 3, 4))),
        draw(st.sampled_from(("", "", "\n"))),
    )
    found: list[str] = []
    for number in range(draw(st.integers(1, 3))):
        own = re.sub(r"\d+", lambda first: str(int(first[0]) + number), mark)  # noqa: B023
        words = draw(lines).replace("\n", "\n" + " " * len(own))
        found.append(f"{own}{words}")
        if deep < 2 and draw(st.booleans()):
            inner = draw(st.one_of(lists(deep + 1), st.sampled_from(("\n@", "\n@\n@"))))
            found.append("\n".join(" " * step + line if line else "" for line in inner.split("\n")))
    return (empty + "\n").join(found)


blocks = st.one_of(lines, lists(), st.sampled_from(BLOCKS * 4 + MORE_BLOCKS * 2 + BLOCKS_IN_ERROR + MORE_IN_ERROR))
BETWEEN = ("\n\n", "\n\n", "\n\n", "\n")


@st.composite
def texts(draw: st.DrawFn) -> Written:
    """Up to five blocks, mostly parted by an empty line."""
    found = draw(blocks)
    for block in draw(st.lists(blocks, max_size=4)):
        found += draw(st.sampled_from(BETWEEN)) + block
    return with_words(found)


STYLES = (
    "|\n    {}\n  #@",
    ">\n  {}\n\n  {}",
    "{}\n  {}",
    '"{}\n  {}"',
    "{}",
    "{}",
    "{}",
    '"{}"',
    "'{}'",
    "{}  # unseen",
    "|\n  {}",
    ">\n  {}",
    "|-\n  {}",
    ">-\n  {}",
    "&name {}",
    "!!str {}",
    "{} #@",
    "{} # @",
    "#@ {}",
    "@: {}",
    "[{}]",
)


@st.composite
def yaml_lists(draw: st.DrawFn) -> Written:
    """The options of a block, each a line as somebody may type it: with quotes, without, with a # in it."""
    options = [
        draw(st.sampled_from(STYLES)).format(draw(one_line), draw(one_line)) for _ in range(draw(st.integers(1, 3)))
    ]
    return with_words("".join(f"- {option}\n".replace("\n  ", "\n    ") for option in options))
