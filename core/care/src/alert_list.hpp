// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "plumbline/care/agenda.hpp"

namespace plumbline::care {

/// Where to turn to.
inline constexpr const char* kTalk = "This is a good time to talk to a physiotherapist or doctor.";

/// Alerts that speak to both: a person without a clinician gets words and a next step.
class AlertList {
 public:
  void both(clinical::Urgency urgency, Reason why, const std::string& to_person,
            const std::string& to_clinician) {
    out_.push_back({Recipient::Person, urgency, to_person, why});
    out_.push_back({Recipient::Clinician, urgency, to_clinician, std::move(why)});
  }
  /// To the clinician always, to the person where it is said today.
  void within_budget(bool said, clinical::Urgency urgency, Reason why, const std::string& to_person,
                     const std::string& to_clinician) {
    if (said) out_.push_back({Recipient::Person, urgency, to_person, why});
    out_.push_back({Recipient::Clinician, urgency, to_clinician, std::move(why)});
  }
  void person(clinical::Urgency urgency, Reason why, std::string text) {
    out_.push_back({Recipient::Person, urgency, std::move(text), std::move(why)});
  }
  std::vector<Alert> take() { return std::move(out_); }

 private:
  std::vector<Alert> out_;
};

}  // namespace plumbline::care
