// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/triage.hpp"

#include <algorithm>

#include "plumbline/clinical/screen_completeness.hpp"
#include "screen/finding.hpp"
#include "screen/notices.hpp"
#include "screen/told_details.hpp"

namespace plumbline::clinical {
namespace {

using screen::Finding;
using screen::Findings;
using screen::ScreenView;

std::string rule_of(const Finding& finding) {
  return std::string(finding.row) + (finding.unsure ? "/unsure" : "");
}

Findings matching_rows(const ScreenView& view) {
  Findings out;
  screen::screen_cauda_equina(view, out);
  screen::screen_cord(view, out);
  screen::screen_malignancy(view, out);
  screen::screen_fracture(view, out);
  screen::screen_infection(view, out);
  screen::screen_vascular(view, out);
  screen::screen_other(view, out);
  screen::screen_sums(out);
  std::ranges::stable_sort(out, [](const Finding& a, const Finding& b) {
    if (a.verdict.urgency != b.verdict.urgency) return a.verdict.urgency > b.verdict.urgency;
    return a.verdict.within > b.verdict.within;
  });
  return out;
}

/// A modifier is listed only for flags that no stronger row used.
std::vector<FlagFinding> listed_flags(const Findings& findings) {
  std::vector<FlagFinding> out;
  FlagSet used;
  for (const Finding& finding : findings) {
    finding.flags.for_each([&](FlagId id) {
      if (finding.verdict == kModifier && used.contains(id)) return;
      used.insert(id);
      out.push_back({id, rule_of(finding), finding.verdict});
    });
  }
  std::ranges::stable_sort(out, {}, &FlagFinding::id);
  return out;
}

Reason reason_of(const ScreenView& view, const Finding& finding) {
  Reason reason{rule_of(finding), {}, describe(finding.verdict), finding.text};
  finding.flags.for_each([&](FlagId id) {
    if (const auto& told = view.input().answers[id]) {
      screen::append_told(id, *told, reason.inputs);
    } else {
      reason.inputs.push_back({std::string(word(id)), std::string("not asked")});
    }
  });
  reason.inputs.insert(reason.inputs.end(), finding.facts.begin(), finding.facts.end());
  return reason;
}

/// @source rules 2.3: missing is not "no"; rules 1.9: what a complete screen holds
void explain_missing(const ScreenView& view, Rationale& out) {
  const Completeness found = screen_completeness(view.input().answers, view.input().region);
  if (found.complete()) return;
  std::string names;
  found.missing.for_each(
      [&](FlagId id) { names += (names.empty() ? "" : " ") + std::string(word(id)); });
  out.push_back({"1.9/screen_incomplete",
                 {{"missing", names}},
                 "screen due today",
                 "Some safety questions were not asked. Not asked does not count as \"no\"."});
}

/// @source rules 1.9 and 2.1, RF-PG1: pregnancy filters exercises
WordSet<Condition> filters_of(const ScreenView& view, const Findings& findings) {
  WordSet<Condition> out;
  for (const Finding& finding : findings) out = out.united(finding.filters);
  if (view.has(Condition::PregnancyLate)) out.insert(Condition::PregnancyLate);
  if (view.has(Condition::Pregnancy) || view.has(Condition::PregnancyLate)) {
    out.insert(Condition::Pregnancy);
  }
  return out;
}

}  // namespace

Triage compute_triage(const TriageInput& input) {
  const ScreenView view(input);
  const Findings findings = matching_rows(view);
  Triage out;
  for (const Finding& finding : findings) {
    out.verdict = worse_of(out.verdict, finding.verdict);
    out.rationale.push_back(reason_of(view, finding));
  }
  explain_missing(view, out.rationale);
  out.flags = listed_flags(findings);
  out.filters = filters_of(view, findings);
  out.recheck = screen::recheck_notices(view);
  return out;
}

}  // namespace plumbline::clinical
