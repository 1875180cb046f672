# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""What FHIR R4 (4.0.1) asks of the resources that we write, by hand from hl7.org/fhir/R4: which
elements there are, which must be, which are lists, which codes are bound as required."""

import re

# element: "1" exactly one, "?" at most one, "*" any number, "+" at least one. [x] stands for one of
# several types. From the resource tables of R4, as far as we write them.
BASE = {"resourceType": "1", "id": "?", "meta": "?", "language": "?"}
ELEMENTS = {
    "Patient": {"identifier": "*", "name": "*", "gender": "?", "birthDate": "?"},
    "Observation": {"status": "1", "category": "*", "code": "1", "subject": "?", "effective[x]": "?",
                    "value[x]": "?", "dataAbsentReason": "?", "interpretation": "*", "note": "*",
                    "bodySite": "?", "method": "?", "derivedFrom": "*", "component": "*"},
    "QuestionnaireResponse": {"questionnaire": "?", "status": "1", "subject": "?", "authored": "?",
                              "author": "?", "source": "?", "item": "*"},
    "Condition": {"clinicalStatus": "?", "verificationStatus": "?", "category": "*", "code": "?",
                  "subject": "1", "recordedDate": "?"},
    "Goal": {"lifecycleStatus": "1", "description": "1", "subject": "1", "start[x]": "?",
             "expressedBy": "?", "note": "*"},
    "CarePlan": {"status": "1", "intent": "1", "title": "?", "description": "?", "subject": "1",
                 "period": "?", "addresses": "*", "goal": "*", "activity": "*", "note": "*"},
}
# Of value[x], effective[x], start[x]: the types that R4 allows there.
CHOICES = {
    "value[x]": {"valueQuantity", "valueCodeableConcept", "valueString", "valueBoolean", "valueInteger"},
    "effective[x]": {"effectiveDateTime", "effectivePeriod"},
    "start[x]": {"startDate", "startCodeableConcept"},
}
CODES = {
    ("Patient", "gender"): {"male", "female", "other", "unknown"},
    ("Observation", "status"): {"registered", "preliminary", "final", "amended"},
    ("QuestionnaireResponse", "status"): {"in-progress", "completed", "amended", "entered-in-error", "stopped"},
    ("Goal", "lifecycleStatus"): {"proposed", "planned", "accepted", "active", "on-hold", "completed"},
    ("CarePlan", "status"): {"draft", "active", "on-hold", "revoked", "completed", "unknown"},
    ("CarePlan", "intent"): {"proposal", "plan", "order", "option"},
}
SYSTEMS = {
    "http://terminology.hl7.org/CodeSystem/observation-category": {"survey", "exam"},
    "http://terminology.hl7.org/CodeSystem/condition-clinical": {"active"},
    "http://terminology.hl7.org/CodeSystem/condition-ver-status": {"unconfirmed"},
    "http://terminology.hl7.org/CodeSystem/condition-category": {"problem-list-item"},
    "http://terminology.hl7.org/CodeSystem/data-absent-reason": {"unknown"},
    "http://loinc.org": {"72514-3"},
}
DATE = re.compile(r"^\d{4}-\d\d-\d\d$")
INSTANT = re.compile(r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$")
ID = re.compile(r"^[A-Za-z0-9\-.]{1,64}$")
URN = re.compile(r"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def values(node, key):
    """Every value under a key, anywhere below."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, key)


def empty_parts(node, at=""):
    """FHIR knows no null, no empty text, no empty list or object."""
    if node in (None, "", [], {}):
        yield at
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from empty_parts(value, f"{at}/{key}")
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from empty_parts(value, f"{at}/{i}")


def faults_of_elements(resource):
    kind = resource.get("resourceType")
    if kind not in ELEMENTS:
        yield f"unexpected resource {kind}"
        return
    known = {**BASE, **ELEMENTS[kind]}
    names = {}
    for element, count in known.items():
        for name in CHOICES.get(element, {element}):
            names[name] = (element, count)
    given = {}
    for name, value in resource.items():
        if name not in names:
            yield f"{kind}.{name} does not exist"
            continue
        element, count = names[name]
        given[element] = given.get(element, 0) + 1
        if isinstance(value, list) != (count in "*+"):
            yield f"{kind}.{name} is a list or not"
        allowed = CODES.get((kind, name))
        if allowed and value not in allowed:
            yield f"{kind}.{name} is {value}"
    for element, count in known.items():
        if count in "1+" and not given.get(element):
            yield f"{kind}.{element} is missing"
        if given.get(element, 0) > 1:
            yield f"{kind}.{element} twice"


def faults_of_rules(resource):
    """Invariants of R4, by their names."""
    kind = resource["resourceType"]
    if kind == "Observation":
        has_value = any(name.startswith("value") for name in resource)
        if has_value and "dataAbsentReason" in resource:
            yield "obs-6"
        if not (has_value or "dataAbsentReason" in resource or "component" in resource):
            yield "an observation without anything observed"
        for component in resource.get("component", []):
            if "code" not in component:
                yield "Observation.component.code is missing"
    if kind == "Condition" and "clinicalStatus" not in resource:
        yield "con-3"
    if kind == "QuestionnaireResponse":
        for item in resource.get("item", []):
            if not item.get("linkId"):
                yield "QuestionnaireResponse.item.linkId is missing"
            for answer in item.get("answer", []):
                if len(answer) != 1 or not next(iter(answer)).startswith("value"):
                    yield "an answer without exactly one value"
    if kind == "CarePlan":
        for activity in resource.get("activity", []):
            if ("reference" in activity) == ("detail" in activity):
                yield "cpl-3"
            if "detail" in activity and "status" not in activity["detail"]:
                yield "CarePlan.activity.detail.status is missing"
    for note in resource.get("note", []):
        if "text" not in note:
            yield "Annotation.text is missing"


def faults_of_bundle(bundle):
    """What is wrong with a bundle, one sentence each."""
    if bundle.get("resourceType") != "Bundle" or bundle.get("type") != "collection":
        yield "not a collection"
    urls = [entry.get("fullUrl") for entry in bundle.get("entry", [])]
    if len(urls) != len(set(urls)):
        yield "bdl-7: a fullUrl twice"
    patients = [e for e in bundle["entry"] if e["resource"]["resourceType"] == "Patient"]
    if len(patients) != 1:
        yield f"{len(patients)} patients"
    for entry in bundle["entry"]:
        resource = entry["resource"]
        if not URN.match(entry["fullUrl"]) or entry["fullUrl"] != "urn:uuid:" + resource.get("id", ""):
            yield f"fullUrl {entry['fullUrl']} and id {resource.get('id')}"
        if not ID.match(resource.get("id", "")):
            yield f"id {resource.get('id')}"
        yield from faults_of_elements(resource)
        yield from faults_of_rules(resource)
        if "subject" in resource and resource["subject"]["reference"] != patients[0]["fullUrl"]:
            yield "another subject"
        for key in ("effectiveDateTime", "authored", "recordedDate"):
            if key in resource and not INSTANT.match(resource[key]):
                yield f"{key} {resource[key]}"
        for key in ("startDate", "start", "end"):
            for value in values(resource, key):
                if not DATE.match(value):
                    yield f"{key} {value}"
    for reference in values(bundle, "reference"):
        if reference not in urls:
            yield f"the reference {reference} leads nowhere"
    for coding in values(bundle, "coding"):
        for one in coding:
            if one.get("code") not in SYSTEMS.get(one.get("system"), set()):
                yield f"coding {one}"
    for at in empty_parts(bundle):
        yield f"{at} is empty"
