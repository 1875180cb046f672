// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "catalog_movement.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "plumbline/body/movement_check.hpp"
#include "plumbline/json/movement_codec.hpp"

namespace plumbline::cli {
namespace {

using body::BodyShape;

/// @source engineering choice: a short and a tall person, a broad one, and the usual one
const std::array<BodyShape, 4>& people() {
  static const std::array<BodyShape, 4> kPeople = {{
      {meters(1.70), 1.0},
      {meters(1.52), 0.9},
      {meters(1.93), 1.05},
      {meters(1.68), 1.2},
  }};
  return kPeople;
}

std::string words_of(const BodyShape& shape) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%.2f m tall, girth %.2f", in_meters(shape.height),
                shape.girth);
  return text.data();
}

Result<void> check_for(const std::string& file, const BodyShape& shape,
                       const body::Movement& movement, const char* side) {
  const std::vector<body::MovementFinding> found = body::check_movement(shape, movement);
  if (found.empty()) return {};
  return fail(ErrorCode::Inconsistent, file + " /movement",
              "expected a movement that a body can do, found " + body::describe(found.front()) +
                  " (" + words_of(shape) + side + ")");
}

}  // namespace

Result<bool> check_movement_of(const json::CatalogueDocument& document) {
  const json::Value* value = document.value.find("movement");
  if (value == nullptr) return false;
  const json::Pointer root;
  Result<body::Movement> movement =
      json::read<body::Movement>(*value, json::Pointer(root, "movement"));
  if (!movement) {
    movement.error().where = document.file + " " + movement.error().where;
    return std::unexpected(std::move(movement.error()));
  }
  for (const BodyShape& shape : people()) {
    if (auto held = check_for(document.file, shape, *movement, ""); !held) {
      return std::unexpected(std::move(held.error()));
    }
  }
  auto held = check_for(document.file, people().front(), body::mirrored(*movement), ", mirrored");
  if (!held) return std::unexpected(std::move(held.error()));
  return true;
}

}  // namespace plumbline::cli
