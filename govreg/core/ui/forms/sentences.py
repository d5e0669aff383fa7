"""What does a form say when a field is not filled in as it should be?"""

from typing import Any

from django import forms

CHOOSING = (
    forms.ChoiceField,
    forms.MultipleChoiceField,
    forms.ModelChoiceField,
    forms.FileField,
)

#: A label that ends with one of these says what is asked of something else, and names no thing.
LEFT_OPEN = frozenset(
    {"as", "at", "by", "for", "from", "in", "of", "on", "since", "to", "until", "which", "with"}
)


def in_sentence(label: str) -> str:
    """Return a label as it reads inside a sentence: "Start date" as "start date", "NHS" as it is.

    >>> in_sentence("Start date")
    'start date'
    """
    label = label.rstrip("?:. ")
    if len(label) > 1 and label[1].isupper():
        return label
    return label[:1].lower() + label[1:]


def required_sentence(label: str, field: forms.Field) -> str:
    """Return what to do about an empty field."""
    if label.endswith("?"):
        return f"Answer the question: {label}"
    if isinstance(field, forms.BooleanField):
        return f"Tick the box: {label}"
    chooses = isinstance(field, CHOOSING)
    if not _names_a_thing(label):
        return f"Choose one for “{label}”" if chooses else f"Fill in “{label}”"
    verb = "Select" if chooses else "Enter"
    return f"{verb} {_with_article(in_sentence(label))}"


def _names_a_thing(label: str) -> bool:
    """Say whether one can say "the" before it: "Start date", but not "Held on" or "From".

    >>> _names_a_thing("Start date"), _names_a_thing("Reviewed by"), _names_a_thing("To")
    (True, False, False)
    """
    words = label.rstrip("?:. ").lower().split()
    return bool(words) and words[-1] not in LEFT_OPEN and not words[0].endswith("ed")


def _with_article(words: str) -> str:
    first = words.split(" ", 1)[0].lower()
    has_one = first in {"the", "a", "an", "your", "who", "what", "when", "why", "how", "where"}
    return words if has_one else f"the {words}"


def sentences_for(label: str, field: forms.Field) -> dict[str, Any]:
    """Return a sentence for every way in which this field can be refused."""
    name = label.rstrip("?:. ")
    return {
        "required": required_sentence(label, field),
        "invalid": _invalid(name, field),
        "invalid_choice": f"{name}: choose one of those offered",
        "invalid_pk_value": f"{name}: choose from those offered",
        "invalid_list": f"{name}: choose from those offered",
        "max_length": f"{name} must be %(limit_value)d characters or fewer",
        "min_length": f"{name} must be %(limit_value)d characters or more",
        "max_value": f"{name} must be {_limit(field, 'max_value')} or less",
        "min_value": f"{name} must be {_limit(field, 'min_value')} or more",
        "max_digits": f"{name} must have %(max)s digits or fewer",
        "max_decimal_places": f"{name} must have %(max)s decimal places or fewer",
        "max_whole_digits": f"{name} must have %(max)s digits or fewer before the decimal point",
        "null_characters_not_allowed": f"{name} has a character in it that cannot be kept. "
        "Delete it and type the text again",
        "empty": f"{name}: the file is empty. Choose another",
        "missing": required_sentence(label, field),
    }


def _limit(field: forms.Field, name: str) -> str:
    """Return a limit as it reads; where the field has none of its own, Django fills it in."""
    limit = getattr(field, name, None)
    return f"{limit:,}" if isinstance(limit, int) else "%(limit_value)s"


#: The first kind that a field is of gives the sentence; an amount is a whole number to Django.
INVALID: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.DateField, "{} must be a real date"),
    (forms.DecimalField, "{} must be an amount, like 853,000"),
    (forms.IntegerField, "{} must be a whole number, like 12"),
    (forms.EmailField, "{} must be an e-mail address, like name@example.gov.uk"),
    (forms.URLField, "{} must be a web address that starts with https"),
    (forms.FileField, "{}: the file did not arrive. Choose it again"),
)


def _invalid(name: str, field: forms.Field) -> str:
    for kind, sentence in INVALID:
        if isinstance(field, kind):
            return sentence.format(name)
    return f"{name} is not in the form that is expected"


def speak_plainly(label: str, field: forms.Field) -> None:
    """Give a field our sentences, except where its author wrote one."""
    for code, sentence in sentences_for(label, field).items():
        if _is_own(field, code):
            continue
        field.error_messages[code] = sentence


def _is_own(field: forms.Field, code: str) -> bool:
    """Whether the message was written for this field: it is in no class that Django brings."""
    present = field.error_messages.get(code)
    if present is None:
        return False
    defaults = (getattr(kind, "default_error_messages", {}).get(code) for kind in type(field).mro())
    return all(present is not default for default in defaults)
