// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/record/entry.hpp"

namespace plumbline::record {

std::string_view kind_of(const Body& body) { return kEntryKinds.at(body.index()); }

}  // namespace plumbline::record
