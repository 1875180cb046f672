# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
"""Wrong journals and texts that check_command_line.py offers to the program, each with a word that the
message must hold. A table of data; nothing is run here."""

import json

UUID = "019c0000-0000-7000-8000-{:012d}".format
PROFILE = {"person": {"age": 40}, "onset_days_ago": 200, "pain": [], "conditions": []}
DONE = {"session": "s", "exercise": "bridge", "sets": 2, "reps": 8, "pain_before": 3,
        "pain_during": 3, "leg_symptoms": "none"}


def entry(number, kind, body, **change):
    header = {"id": UUID(number), "person": "ann", "made_at": "2026-03-02T07:00:00+01:00",
              "author": {"role": "clinician" if kind.startswith("clinician.") else "person"},
              "device": "phone", "kind": kind, "version": 1, "body": body}
    return json.dumps({**header, **change})


FIRST = entry(1, "profile.set", PROFILE)


def second(kind, body, **change):
    return FIRST + "\n" + entry(2, kind, body, **change) + "\n"


def corrected(target, body):
    return {"entry": UUID(target), "body": body}


def made_at(text):
    return second("flare.reported", {}, made_at=text)


def raw(body):
    """A second line whose body is written by hand, for what `json.dumps` would not write."""
    return second("check.morning", "BODY").replace('"BODY"', body)


def profiled(**change):
    return second("profile.set", {**PROFILE, **change})


MORNING = '{"pain":%s,"woken_more":false}'
WIDE = '{"pain":3,"woken_more":false,"note":"' + "x" * 100_000_000 + '"}'

# title, text, what the message names
JOURNALS = [
    ("unknown exercise done", second("exercise.done", {**DONE, "exercise": "bridgee"}),
     "line 2 /body/exercise"),
    ("unknown exercise swapped", second("plan.swap", {"exercise": "x", "why": "w"}),
     "line 2 /body/exercise"),
    ("swapped for an unknown exercise",
     second("plan.swap", {"exercise": "bridge", "to": "x", "why": "w"}), "line 2 /body/to"),
    ("unknown exercise excluded", second("plan.exclude", {"exercise": "x", "why": "w"}),
     "line 2 /body/exercise"),
    ("unknown exercise unlocked",
     second("clinician.unlocked", {"exercise": "x", "why": "w", "until": "2026-04-01"}),
     "line 2 /body/exercise"),
    ("unknown exercise asked for", second("clinician.override", {"set": ["x"], "why": "w"}),
     "line 2 /body/set"),
    ("unknown exercise forbidden", second("clinician.override", {"forbid": ["x"], "why": "w"}),
     "line 2 /body/forbid"),
    # What cannot be true of one person, and days that have not come yet.
    ("diastolic as high as systolic",
     profiled(blood_pressure={"systolic": 120, "diastolic": 120}),
     "line 2 /body/blood_pressure/diastolic"),
    ("pain longer than a life", profiled(person={"age": 20}, onset_days_ago=9000),
     "line 2 /body/onset_days_ago"),
    ("a hip replaced tomorrow", profiled(hip_replacement_on="2026-03-03"),
     "line 2 /body/hip_replacement_on"),
    ("cancer before birth",
     second("screen.answered", {"age": 40, "answers": {"RF-MA1": {"answer": True, "years_ago": 41}}}),
     "line 2 /body/answers/RF-MA1/years_ago"),
    ("seen tomorrow",
     second("person.assessed", {"clears": [{"entry": UUID(1), "flags": ["RF-MA3"]}],
                                "on": "2026-03-03", "seen_by": "GP", "told": "not_serious"}),
     "line 2 /body/on"),
    ("harmed tomorrow", second("adverse_event.reported", {"what": "fall", "on": "2026-03-03"}),
     "line 2 /body/on"),
    ("cleared until yesterday",
     second("clinician.cleared", {"clears": [{"entry": UUID(1), "flags": ["RF-MA3"]}],
                                  "finding": "none", "until": "2026-03-01"}),
     "line 2 /body/until"),
    ("unlocked until yesterday",
     second("clinician.unlocked", {"exercise": "bridge", "why": "w", "until": "2026-03-01"}),
     "line 2 /body/until"),
    ("corrected to tomorrow",
     second("adverse_event.reported", {"what": "fall", "on": "2026-03-01"})
     + entry(3, "entry.corrected", corrected(2, {"what": "fall", "on": "2026-03-03"})),
     "line 3 /body/body/on"),
    ("asked for and forbidden",
     second("clinician.override", {"set": "bridge", "forbid": ["bridge"], "why": "w"}),
     "line 2 /body/forbid"),
    ("a side of a chair stand",
     second("movement_test.done", {"test": "chair_stand_30s", "side": "left", "value": 12,
                                   "method": "self"}), "line 2 /body/side"),
    ("both sides in one side bridge",
     second("movement_test.done", {"test": "side_bridge_s", "side": "both", "value": 12,
                                   "method": "self"}), "line 2 /body/side"),
    ("a weight and a band", second("exercise.done", {**DONE, "resistance": {"kg": 2, "band": "red"}}),
     "line 2 /body/resistance/band"),
    ("a side that there is not", second("exercise.done", {**DONE, "side": "top"}), "or both"),
    ("unknown kind", second("check.evening", {}), "line 2 /kind"),
    ("version 2", second("flare.reported", {}, version=2), "line 2 /version"),
    ("no version", second("flare.reported", {}).replace('"version": 1, "body": {}', '"body": {}'),
     "line 2 /version"),
    ("id of another version", second("flare.reported", {}, id="019c0000-0000-4000-8000-000000000002"),
     "line 2 /id"),
    ("one id, two contents", second("flare.reported", {}, id=UUID(1)), "line 2 /id"),
    ("two people", second("flare.reported", {}, person="bob"), "--person"),
    ("correction of itself", second("entry.corrected", corrected(2, None)), "line 2 /body/entry"),
    ("correction of nothing", second("entry.corrected", corrected(9, None)), "line 2 /body/entry"),
    ("corrections of each other",
     second("entry.corrected", corrected(3, None)) + entry(3, "entry.corrected", corrected(2, None)),
     "line 2 /body/entry"),
    ("correction with another body", second("entry.corrected", corrected(1, {"pain": 3})),
     "line 2 /body/body"),
    ("30 February", made_at("2026-02-30T07:00:00+01:00"), "line 2 /made_at"),
    ("offset of 25 hours", made_at("2026-03-02T07:00:00+25:00"), "line 2 /made_at"),
    ("no offset", made_at("2026-03-02T07:00:00"), "line 2 /made_at"),
    ("leap second", made_at("2026-12-31T23:59:60Z"), "line 2 /made_at"),
    ("hour 24", made_at("2026-03-02T24:00:00Z"), "line 2 /made_at"),
    ("minus zero", raw(MORNING % "-0"), "line 2 /body/pain"),
    ("minus zero as a fraction", raw(MORNING % "-0.0"), "line 2 /body/pain"),
    ("leading zeros", raw(MORNING % "007"), "line 2 line 1 column"),
    ("beyond every number", raw(MORNING % "1e400"), "line 2 /body/pain"),
    ("not a number", raw(MORNING % "NaN"), "line 2 line 1 column"),
    ("half a point of pain", raw(MORNING % "3.5"), "line 2 /body/pain"),
    ("pain 11", raw(MORNING % "11"), "line 2 /body/pain"),
    ("a word for a number", raw(MORNING % '"3"'), "line 2 /body/pain"),
    ("key twice", raw('{"pain":3,"pain":4,"woken_more":false}'), "line 2 /body/pain"),
    ("field too many", raw('{"pain":3,"woken_more":false,"mood":1}'), "line 2 /body/mood"),
    ("field missing", raw('{"pain":3}'), "line 2 /body/woken_more"),
    ("half a character", raw('{"pain":3,"woken_more":"\\ud800"}'), "line 2 line 1 column"),
    ("deep nesting", raw("[" * 100_000), "line 2 line 1 column"),
    ("a line of 100 MB", raw(WIDE), "line 2: expected at most"),
    ("the same line twice over", FIRST + FIRST, "line 1"),
    ("cut off", FIRST + "\n" + FIRST[:80], "line 2"),
    ("a list", "[]", "line 1"),
    ("empty", "", "expected entries"),
    ("only line ends", "\n\r\n\n", "expected entries"),
]

# For `triage`: title, bytes, what the message names.
TEXTS = [
    ("byte order mark", b'\xef\xbb\xbf{"age":46,"answers":{}}', "byte order mark"),
    ("UTF-16", '{"age":46,"answers":{}}'.encode("utf-16"), "line 1 column 1"),
    ("not UTF-8", b'{"age":46,"answers":{},"region":"\xff"}', "line 1 column"),
    ("NUL between", b'{"age":46,\0"answers":{}}', "line 1 column 11"),
    ("NUL behind", b'{"age":46,"answers":{}}\0', "line 1 column 24"),
    ("NUL in a key", b'{"age":46,"answers":{"RF\\u0000":true}}', "/answers/RF\\u0000"),
    ("escape in a key", b'{"age":46,"answers":{"\\u001b[2J":true}}', "/answers/\\u001b[2J"),
    ("half a character", b'{"age":46,"answers":{},"region":"\\ud800"}', "line 1 column"),
    ("two values", b'{"age":46,"answers":{}}{}', "line 1 column 24"),
    ("a comment", b'{"age":46,/* old */"answers":{}}', "line 1 column"),
    ("comma too many", b'{"age":46,"answers":{},}', "line 1 column"),
    ("nothing", b"", "line 1 column 1"),
    ("a number", b"46", "expected an object"),
    ("whole number with a fraction", b'{"age":46.5,"answers":{}}', "/age"),
    ("minus zero", b'{"age":-0,"answers":{}}', "/age"),
    ("beyond 32 bits", b'{"age":99999999999,"answers":{}}', "/age"),
    ("beyond every number", b'{"age":1e400,"answers":{}}', "/age"),
    ("leading zeros", b'{"age":046,"answers":{}}', "line 1 column"),
]
