// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/clinical/triage.hpp"
#include "plumbline/json/codec.hpp"

namespace plumbline::json {

/// `{"RF-CE1": true, "RF-ND1": {"answer": "unsure", "since_days": 3}, …}`. Unknown questions, and
/// details that do not belong to a question, are errors.
template <>
struct Codec<clinical::ScreenAnswers> {
  static Result<clinical::ScreenAnswers> read(const Value& value, const Pointer& at);
  static Value write(const clinical::ScreenAnswers& answers);
};

/// The input of `plumbline triage` and the body of `screen.answered`.
template <>
struct Codec<clinical::TriageInput> {
  static Result<clinical::TriageInput> read(const Value& value, const Pointer& at);
  static Value write(const clinical::TriageInput& input);
};

/// The output of `plumbline triage`.
template <>
struct Codec<clinical::Triage> {
  static Value write(const clinical::Triage& triage);
};

}  // namespace plumbline::json
