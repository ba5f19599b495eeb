"""Roles and aria-… attributes that exist (WAI-ARIA 1.2), for raw HTML in which somebody may mistype one."""

EVERY_ROLE = (
    "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader "
    "combobox complementary contentinfo definition deletion dialog document emphasis feed figure form generic "
    "grid gridcell group heading img insertion link list listbox listitem log main marquee math menu menubar "
    "menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar "
    "radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status "
    "strong subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree "
    "treegrid treeitem"
)
ROLES = frozenset(EVERY_ROLE.split())
NAME_IDS = (
    "aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto "
    "aria-labelledby aria-owns"
)
NAMING = frozenset(NAME_IDS.split())
"""Their values are ids on the same page, which only the built page shows."""
HOLD_WORDS = "aria-description aria-keyshortcuts aria-label aria-placeholder aria-roledescription aria-valuetext"
WORDS = frozenset(HOLD_WORDS.split())
HOLD_NUMBERS = (
    "aria-colcount aria-colindex aria-colspan aria-level aria-posinset aria-rowcount aria-rowindex aria-rowspan "
    "aria-setsize aria-valuemax aria-valuemin aria-valuenow"
)
NUMBERS = frozenset(HOLD_NUMBERS.split())
SWITCH = frozenset({"true", "false"})
CHOICES = {
    **dict.fromkeys(("aria-atomic", "aria-busy", "aria-disabled", "aria-modal", "aria-multiline", "aria-multiselectable", "aria-readonly", "aria-required"), SWITCH),
    **dict.fromkeys(("aria-expanded", "aria-hidden", "aria-selected"), SWITCH | {"undefined"}),
    **dict.fromkeys(("aria-checked", "aria-pressed"), SWITCH | {"mixed", "undefined"}),
    "aria-autocomplete": frozenset({"inline", "list", "both", "none"}),
    "aria-current": SWITCH | {"page", "step", "location", "date", "time"},
    "aria-haspopup": SWITCH | {"menu", "listbox", "tree", "grid", "dialog"},
    "aria-invalid": SWITCH | {"grammar", "spelling"},
    "aria-live": frozenset({"off", "polite", "assertive"}),
    "aria-orientation": frozenset({"horizontal", "vertical", "undefined"}),
    "aria-relevant": frozenset({"additions", "additions text", "all", "removals", "text"}),
    "aria-sort": frozenset({"ascending", "descending", "none", "other"}),
}  # fmt: skip
ARIA_ATTRIBUTES = NAMING | WORDS | NUMBERS | CHOICES.keys()


def aria_fault(name: str, value: str) -> str | None:
    """Return what is wrong with the value of an aria-… attribute."""
    if name in NUMBERS and not value.strip().lstrip("-").replace(".", "", 1).isdecimal():
        return "write a number"
    if name in CHOICES and value not in CHOICES[name]:
        return f"write one of: {', '.join(sorted(CHOICES[name]))}"
    if name in WORDS | NAMING and not value.strip():
        return "write its words, or take it out" if name in WORDS else "write the id it names, or take it out"
    return None
