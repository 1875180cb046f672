# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""What a scenario may expect of an answer. `check(expectation, answer)` returns what is wrong, or None.

Each expectation is an object whose first word says what is looked at; scenarios/README.md lists them.
"""

import datetime
import json
import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
START = datetime.date(2026, 3, 2)
AMOUNT = {
    "is": lambda found, wanted: found == wanted,
    "is_not": lambda found, wanted: found != wanted,
    "at_most": lambda found, wanted: found <= wanted,
    "at_least": lambda found, wanted: found >= wanted,
    "one_of": lambda found, wanted: found in wanted,
    "contains": lambda found, wanted: wanted in found,
    "lacks": lambda found, wanted: wanted not in found,
}


def catalogue():
    folder = os.path.join(ROOT, "catalog/exercises")
    documents = [json.load(open(os.path.join(folder, name), encoding="utf-8"))
                 for name in os.listdir(folder)]
    return {document["id"]: document for document in documents}


CATALOGUE = catalogue()
ABSENT = object()


def follow(value, pointer):
    for part in pointer.split("/")[1:]:
        if isinstance(value, list) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        elif isinstance(value, dict) and part in value:
            value = value[part]
        else:
            return ABSENT
    return value


def compare(what, found, wanted):
    """`wanted` is a plain value, or an object of comparisons."""
    if not isinstance(wanted, dict) or not set(wanted) <= set(AMOUNT):
        wanted = {"is": wanted}
    if found is ABSENT:
        return f"{what} is absent"
    for name, value in wanted.items():
        if not AMOUNT[name](found, value):
            return f"{what} is {json.dumps(found)[:200]}, expected {name} {json.dumps(value)}"
    return None


def items(answer):
    return [(day["date"], item) for day in answer["week"] for item in day["items"]]


def as_list(value):
    return value if isinstance(value, list) else [value]


def known(ids):
    """A slip in a scenario must not make it pass."""
    for exercise in as_list(ids):
        if exercise not in CATALOGUE:
            raise ValueError(f"no such exercise: {exercise}")
    return as_list(ids)


def check_at(e, answer):
    rest = {name: value for name, value in e.items() if name not in ("at", "absent")}
    found = follow(answer, e["at"])
    if e.get("absent"):
        return None if found is ABSENT else f"{e['at']} is {json.dumps(found)[:200]}"
    if not rest:
        raise ValueError("at: expected a comparison")
    return compare(e["at"], found, rest)


def check_days(e, what, days):
    """How often something stands in the week; at least once where nothing else is said."""
    wanted = e.get("on_days", {"at_least": 1})
    return compare(f"days with {what}", len(set(days)), wanted)


def check_exercise(e, answer):
    wanted = known(e["exercise"])
    found = [(date, item) for date, item in items(answer) if item["exercise"] in wanted]
    fault = check_days(e, " or ".join(wanted), [date for date, _ in found])
    for _, item in found:
        for field, value in e.get("with", {}).items():
            fault = fault or compare(f"{item['exercise']} {field}", item.get(field, ABSENT), value)
    return fault


def check_never(e, answer):
    unwanted = known(e["never"])
    found = sorted({item["exercise"] for _, item in items(answer)} & set(unwanted))
    return f"found {', '.join(found)}" if found else None


def check_only(e, answer):
    allowed = known(e["only"])
    found = sorted({item["exercise"] for _, item in items(answer)} - set(allowed))
    return f"found also {', '.join(found)}" if found else None


def check_need(e, answer):
    need = e["need"]
    if not any(need in document["serves"] for document in CATALOGUE.values()):
        raise ValueError(f"no exercise serves {need}")
    days = [date for date, item in items(answer) if need in CATALOGUE[item["exercise"]]["serves"]]
    if e.get("every_session"):
        missing = sorted(set(sessions(answer)) - set(days))
        return f"{need} is missing on {', '.join(missing)}" if missing else None
    return check_days(e, need, days)


def sessions(answer):
    return [day["date"] for day in answer["week"]
            if any(item["role"] == "main" for item in day["items"])]


def check_every_item(e, answer):
    for _, item in items(answer):
        if "of_class" in e and CATALOGUE[item["exercise"]]["class"] not in as_list(e["of_class"]):
            continue
        if "role" in e and item["role"] not in as_list(e["role"]):
            continue
        for field, wanted in e["every_item"].items():
            found = item.get(field, ABSENT)
            fault = None if found is ABSENT and e.get("where_told") else compare(
                f"{item['exercise']} {field}", found, wanted)
            if fault:
                return fault
    return None


def check_every_day(e, answer):
    numbers = {
        "minutes": lambda day: day["minutes"],
        "load": lambda day: day["load"],
        "items": lambda day: len(day["items"]),
        "main_items": lambda day: sum(item["role"] == "main" for item in day["items"]),
    }
    for day in answer["week"]:
        for name, wanted in e["every_day"].items():
            fault = compare(f"{day['date']} {name}", numbers[name](day), wanted)
            if fault:
                return fault
    return None


def check_week(e, answer):
    main = [item["exercise"] for _, item in items(answer) if item["role"] == "main"]
    numbers = {"sessions": len(sessions(answer)), "different_main_exercises": len(set(main)),
               "items": len(items(answer)), "load": answer["load"]}
    for name, wanted in e["week"].items():
        fault = compare(f"week {name}", numbers[name], wanted)
        if fault:
            return fault
    return None


def matching(entries, wanted):
    def fits(entry):
        reasons = entry.get("why", [])
        known_fields = {"rule": [r["rule"] for r in reasons], "verdict": [r["verdict"] for r in reasons],
                        "exercise": [entry.get("exercise")], "to": [entry.get("to")],
                        "urgency": [entry.get("urgency")]}
        return all(value in known_fields[name] for name, value in wanted.items() if name != "says") \
            and wanted.get("says", "") in entry.get("text", "")

    return [entry for entry in entries if fits(entry)]


def check_listed(name, field, present):
    def check(e, answer):
        wanted = e[name] if isinstance(e[name], dict) else {"rule": e[name]}
        found = matching(answer[field], wanted)
        if bool(found) == present:
            return None
        seen = [(x.get("exercise", x.get("to")), [(r["rule"], r["verdict"]) for r in x["why"]])
                for x in answer[field]]
        return f"{'no ' if present else ''}{name} {json.dumps(wanted)}; {field}: {json.dumps(seen)}"
    return check


def check_changes(e, answer):
    """How many changes there are of an exercise, with a verdict or on one day."""
    found = [x for x in matching(answer["changes"], {k: e[k] for k in ("exercise", "verdict", "rule")
                                                     if k in e})]
    if not e.get("each_day"):
        return compare("number of changes", len(found), e["changes"])
    for date in {x["date"] for x in found}:
        count = sum(x["date"] == date for x in found)
        if fault := compare(f"number of changes on {date}", count, e["changes"]):
            return fault
    return None


def check_due(e, answer):
    found = [due for due in answer["due"] if due["check"] == e["due"]]
    if not found:
        return f"{e['due']} is not due; due: {', '.join(due['check'] for due in answer['due'])}"
    if "on_day" not in e:
        return None
    return compare(f"{e['due']} day", (datetime.date.fromisoformat(found[0]["date"]) - START).days,
                   e["on_day"])


def check_not_due(e, answer):
    found = [due for due in answer["due"] if due["check"] == e["not_due"]]
    return f"{e['not_due']} is due on {found[0]['date']}" if found else None


def check_unserved(e, answer):
    found = [unserved["need"] for unserved in answer["unserved"]]
    return None if e["unserved"] in found else f"unserved are {found}"


def check_flag(e, answer):
    found = [(flag["id"], flag["rule"]) for flag in answer["flags"]]
    return None if (e["flag"], e["rule"]) in found else f"flags are {found}"


CHECKS = {
    "at": check_at, "exercise": check_exercise, "never": check_never, "only": check_only,
    "need": check_need, "every_item": check_every_item, "every_day": check_every_day,
    "week": check_week, "due": check_due, "not_due": check_not_due, "unserved": check_unserved,
    "flag": check_flag, "changes": check_changes,
    "change": check_listed("change", "changes", True),
    "no_change": check_listed("no_change", "changes", False),
    "alert": check_listed("alert", "alerts", True),
    "no_alert": check_listed("no_alert", "alerts", False),
}


def check(expectation, answer):
    name = next(iter(expectation))
    if name not in CHECKS:
        raise ValueError(f"expected one of {', '.join(CHECKS)} or refused, found {name}")
    return CHECKS[name](expectation, answer)
