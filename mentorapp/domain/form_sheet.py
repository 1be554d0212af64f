"""What P04 "Uppföljning – blankett" is made of: a form to be filled in by hand. Nobody is named on it but, on one for a
supervisor, who is to fill it in; and whom it is about by alias, where somebody asks for that."""

from dataclasses import dataclass

from .errors import InputError
from .scales import Respondent, ScaleDefinition, ScaleItem, ScaleUse
from .sharing import Audience, Block, InfoClass, Template
from .sheet_parts import AddresseeBlock

FORM = Template("P04", 1, frozenset({Audience.MENTEE, Audience.EMPLOYER}))
_AT_WORK = frozenset({ScaleUse.WORKPLACE, ScaleUse.INTRO_WEEKS})
_MADE_UP = 32
_SIGNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedBlock(Block):
    """A question with the words at the ends of its line, in the order of the form."""

    text: str
    easy_text: str
    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBlock(Block):
    """The form. `steps` None are lines of 100 mm, else rings from 1 to so many; `code` is short and says nothing."""

    code: str
    version: int
    title: str
    intro: str
    respondent: Respondent
    at_work: bool
    steps: int | None
    asked: tuple[AskedBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasBlock(Block):
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    form: FormBlock | None
    to: AddresseeBlock | None = None
    alias: AliasBlock | None = None


def form_sheet(scale: ScaleDefinition, language: str) -> FormSheet:
    """The form in that language. InputError `form_never_printed` for an instrument that belongs to somebody else.

    What is asked is about nobody, whatever an answer would be about: it is all RATING.
    """
    if scale.is_external:
        raise InputError("code", "form_never_printed")
    return FormSheet(
        form=FormBlock(
            info_class=InfoClass.RATING,
            code=short_code(scale.code),
            version=scale.version,
            title=scale.title(language),
            intro=scale.intro(language),
            respondent=scale.respondent,
            at_work=scale.use in _AT_WORK,
            steps=scale.steps,
            asked=tuple(_asked(item, language) for item in scale.items),
        )
    )


def short_code(code: str) -> str:
    """WM of `workplace_mentee`; the last signs of a code that the program made up."""
    words = code.split("_")
    if len(words) > 1:
        return "".join(word[:1] for word in words).upper()
    return (code[-_SIGNS:] if len(code) == _MADE_UP else code[:2]).upper()


def _asked(item: ScaleItem, language: str) -> AskedBlock:
    left, right = item.ends(language)
    return AskedBlock(
        info_class=InfoClass.RATING,
        text=item.text(language),
        easy_text=item.text(language, easy=True),
        left=left,
        right=right,
    )
