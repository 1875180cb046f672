// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "resource.hpp"

namespace plumbline::fhir {
namespace {

/// Which entry an observation comes from, and which of its parts.
struct Origin {
  const EntryId& entry;
  const Instant& at;
  std::string part;
};

/// A rating of pain from 0 to 10.
struct Pain {
  std::int32_t intensity = 0;
  std::string where;
  std::string when;
};

std::string uuid_of(const Draft& draft, const Origin& origin) {
  return derived_uuid(draft.chart().person, origin.part, origin.entry.text());
}

json::Value observation(const Draft& draft, const Origin& origin, std::string_view category,
                        json::Value code) {
  json::Value out = Draft::resource("Observation", uuid_of(draft, origin));
  out.add("status", "final");
  out.add("category", one(hl7_concept("observation-category", category)));
  out.add("code", std::move(code));
  out.add("subject", reference_to(draft.patient()));
  out.add("effectiveDateTime", format_instant(origin.at));
  return out;
}

/// Pain at that moment.
/// @source LOINC 72514-3, "Pain severity - 0-10 verbal numeric rating [Score] - Reported"
void add_pain(Draft& draft, const Origin& origin, const Pain& pain) {
  constexpr Coding kPain{"http://loinc.org", "72514-3",
                         "Pain severity - 0-10 verbal numeric rating [Score] - Reported"};
  json::Value out = observation(draft, origin, "survey", coded_concept(kPain, pain.when));
  out.add("valueInteger", pain.intensity);
  if (!pain.where.empty()) out.add("bodySite", text_concept(pain.where));
  draft.add(uuid_of(draft, origin), std::move(out));
}

/// Usual pain is a look back over a week, which the code above does not say.
void add_usual(Draft& draft, const Origin& origin, std::int32_t intensity, bool leg) {
  json::Value out =
      observation(draft, origin, "survey", text_concept("Usual pain in the last week, 0 to 10"));
  out.add("valueInteger", intensity);
  if (leg) out.add("bodySite", text_concept("leg"));
  draft.add(uuid_of(draft, origin), std::move(out));
}

template <class T>
Origin origin_of(const record::Dated<T>& dated, std::string part) {
  return {dated.entry, dated.at, std::move(part)};
}

template <class T>
void add_areas(Draft& draft, const record::Dated<T>& dated,
               const std::vector<clinical::PainArea>& areas) {
  int number = 0;
  for (const clinical::PainArea& area : areas) {
    std::string where = plain(word(area.region)) + ", " + std::string(word(area.side));
    area.quality.for_each(
        [&](clinical::PainQuality quality) { where += ", " + std::string(word(quality)); });
    add_pain(draft, origin_of(dated, "area " + std::to_string(number++)),
             {area.intensity, std::move(where), "Pain, painted on the body map"});
  }
}

void add_profiles(Draft& draft) {
  for (const auto& dated : draft.chart().state.profiles) {
    add_areas(draft, dated, dated.body.pain);
    if (dated.body.usual_pain) {
      add_usual(draft, origin_of(dated, "usual"), *dated.body.usual_pain, false);
    }
    if (dated.body.usual_leg_pain) {
      add_usual(draft, origin_of(dated, "usual leg"), *dated.body.usual_leg_pain, true);
    }
  }
  for (const auto& dated : draft.chart().state.usual_pains) {
    add_usual(draft, origin_of(dated, "usual"), dated.body.usual, false);
    if (dated.body.leg) add_usual(draft, origin_of(dated, "usual leg"), *dated.body.leg, true);
  }
}

void add_mornings(Draft& draft) {
  for (const auto& dated : draft.chart().state.mornings) {
    add_pain(draft, origin_of(dated, "morning"), {dated.body.pain, "", "Pain in the morning"});
    if (!dated.body.leg_pain) continue;
    add_pain(draft, origin_of(dated, "morning leg"),
             {*dated.body.leg_pain, "leg", "Pain in the morning"});
  }
}

/// Sessions keep their check-in without the entry that it came in; the session's id names it.
void add_sessions(Draft& draft) {
  for (const record::Session& session : draft.chart().state.sessions) {
    if (!session.pain) continue;
    const EntryId name(session.id.text());
    add_pain(draft, {name, session.started, "session"},
             {*session.pain, "", "Pain before exercising"});
  }
}

/// What a test is called and counted in: text, unit, UCUM.
struct TestWords {
  std::string_view text;
  std::string_view unit;
  std::string_view ucum;
};

TestWords words_of(clinical::MovementTest test) {
  switch (test) {
    case clinical::MovementTest::ChairStand30s:
      return {"Stands from a chair in 30 seconds", "stands", "{stands}"};
    case clinical::MovementTest::ChairStand5xS:
      return {"Time for five stands from a chair", "s", "s"};
    case clinical::MovementTest::ForwardReachCm:
      return {"Forward reach while standing", "cm", "cm"};
    case clinical::MovementTest::SingleLegStanceS:
      return {"Time on one leg", "s", "s"};
    case clinical::MovementTest::SideBridgeS:
      return {"Time in the side bridge", "s", "s"};
    case clinical::MovementTest::TrunkExtensorS:
      return {"Time of holding the trunk level", "s", "s"};
  }
  return {"Movement test", "", ""};
}

void add_tests(Draft& draft) {
  for (const auto& dated : draft.chart().state.tests) {
    const TestWords words = words_of(dated.body.test);
    const Origin origin = origin_of(dated, "test");
    json::Value out = observation(draft, origin, "exam", text_concept(words.text));
    out.add("valueQuantity", quantity(dated.body.value, words.unit, words.ucum));
    if (dated.body.side) out.add("bodySite", text_concept(word(*dated.body.side)));
    out.add("method", text_concept("measured by " + std::string(word(dated.body.method))));
    draft.add(uuid_of(draft, origin), std::move(out));
  }
}

}  // namespace

void add_observations(Draft& draft) {
  add_profiles(draft);
  for (const auto& dated : draft.chart().state.bodymaps) {
    add_areas(draft, dated, dated.body.areas);
  }
  add_mornings(draft);
  add_sessions(draft);
  add_tests(draft);
}

}  // namespace plumbline::fhir
