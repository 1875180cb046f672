// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/care/agenda.hpp"
#include "plumbline/json/codec.hpp"

namespace plumbline::json {

/// The output of `plumbline plan` and `plumbline replay`.
template <>
struct Codec<care::Agenda> {
  static Value write(const care::Agenda& agenda);
};

template <>
struct Codec<care::Item> {
  static Value write(const care::Item& item);
};

}  // namespace plumbline::json
