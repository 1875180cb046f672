// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/foundation/error.hpp"
#include "plumbline/json/catalogue_codec.hpp"

namespace plumbline::cli {

/// Whether a document has a movement that everybody can do: people of different height and girth,
/// and its mirror image.
/// @returns false where there is no movement
/// @error every fault of the format; Inconsistent with the first thing that is wrong with the
///        movement itself: a joint beyond its range, a contact that drifts, a part in the floor
Result<bool> check_movement_of(const json::CatalogueDocument& document);

}  // namespace plumbline::cli
