"""How the documents are built: everything that is referred to has to be there."""

from __future__ import annotations

from enum import Enum
from importlib.metadata import version as version_of
from typing import TYPE_CHECKING, Any

from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "regionstyrning"
author = "The regionstyrning authors"
version = release = version_of(project)

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = project
html_copy_source = False
html_show_copyright = False
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

default_role = "py:obj"  # what stands in single backticks in a docstring is a name
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
maximum_signature_line_length = 100
napoleon_numpy_docstring = False
napoleon_use_ivar = True  # the signature already has the types of the fields
napoleon_custom_sections = ["Source"]
python_use_unqualified_type_names = True

nitpick_ignore_regex = [
    # Classes of the standard library and of packages we need: their documents are not at hand without a network.
    (
        r"py:.*",
        r"(abc|ast|collections|contextlib|datetime|decimal|enum|fractions|importlib|os|pathlib|types|typing)(\..*)?",
    ),
    (r"py:.*", r"(attr|attrs|cattrs|click|networkx|nx|rich)(\..*)?"),
    # The same, written without their module.
    (r"py:.*", r"(Any|Callable|Container|date|Decimal|Enum|Executor|Iterable|Iterator|Mapping|PathLike|Path|Sequence)"),
    # Names for types, which have no entry of their own.
    (
        r"py:.*",
        r"(.*\.)?(Allowed|Alternative|Alternatives|AnyRecord|Bound|Bounds|Check|Facts|Found|Found_co|Language|N|Progress|Value|ValueOf|Way)",
    ),
    (r"py:.*", r"(.*\.)?(Asked|Number)"),
    # What an answer keeps to make its reasons from when they are read.
    (r"py:.*", r"(.*\.)?(Authority|Case|Right)"),
]

# Where what is public stands, in the order it is looked for.
PUBLIC = (
    "regionstyrning",
    "regionstyrning.model",
    "regionstyrning.model.economy",
    "regionstyrning.model.structure",
    "regionstyrning.questions",
    "regionstyrning.questions.powers",
    "regionstyrning.questions.economy",
    "regionstyrning.questions.threads",
    "regionstyrning.evaluators",
    "regionstyrning.evaluators.ways.balances",
    "regionstyrning.evaluators.asked.flips",
    "regionstyrning.evaluators.asked.measuring",
    "regionstyrning.evaluators.asked.needed",
    "regionstyrning.evaluators.ways.propagation",
    "regionstyrning.alternatives",
    "regionstyrning.rules",
    "regionstyrning.testing",
    "regionstyrning.text.readable",
    "regionstyrning.text.sentences",
    "regionstyrning.text.tables",
    "regionstyrning.text.trees",
)


def find_public(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: Element) -> Element | None:
    """Lead a reference to where a name is defined on to where it is public."""
    objects = env.domains.python_domain.objects
    words = node.get("reftarget", "").split(".")
    for start in range(len(words)):
        for module in PUBLIC:
            name = ".".join([module, *words[start:]])
            if name in objects:
                entry = objects[name]
                here = node.get("refdoc", "")
                return make_refnode(app.builder, here, entry.docname, entry.node_id, contnode, name)
    return None


def prepare(  # noqa: PLR0913, PLR0917 - the arguments are Sphinx's
    app: Sphinx,  # noqa: ARG001 - as above
    what: str,
    name: str,  # noqa: ARG001 - as above
    obj: object,
    options: Any,  # noqa: ANN401, ARG001 - as above
    lines: list[str],
) -> None:
    """Write the values of an enumeration under it, and keep the first line of a property or constant whole."""
    if isinstance(obj, type) and issubclass(obj, Enum):
        lines += ["", *(f"* ``{member.name}``: {member.value}" for member in obj), ""]
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]  # on the first line napoleon would take what stands before a colon for a type


def setup(app: Sphinx) -> None:
    """Connect what stands above."""
    app.connect("missing-reference", find_public)
    app.connect("autodoc-process-docstring", prepare, priority=400)  # before napoleon
