// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include "movement_parts.hpp"
#include "plumbline/body/positions.hpp"
#include "plumbline/json/movement_codec.hpp"
#include "plumbline/json/object_reader.hpp"

namespace plumbline::json {
namespace {

using body::Contact;
using body::Dof;
using body::Movement;
using body::Phase;
using body::Planted;
using body::Pose;

/// @source engineering choice: wide enough for every movement; catches seconds written as
/// milliseconds and percents written as meters
constexpr Within kSeconds{0.1, 120};
constexpr Within kHold{0, 600};
constexpr Within kPercent{-200, 200};
constexpr Within kDegrees{-180, 180};

// A pose with its contacts, as `start` and every phase write it.
struct Stance {
  Pose pose;
  std::vector<Planted> planted;
};

// One value of a sided vocabulary, or both sides of it.
template <class E>
Result<std::vector<E>> read_sided(std::string_view text, const Pointer& at) {
  if (const auto one = from_word<E>(text)) return std::vector{*one};
  if (const auto left = from_word<E>(left_word<E>(text))) {
    return std::vector{*left, body::counterpart(*left)};
  }
  return unknown_word(text, at, vocabulary_text<E>() + ", or one without its side for both");
}

Result<void> read_angle(const std::string& joint, const Value& value, const Pointer& at,
                        Pose& pose) {
  const auto dofs = read_sided<Dof>(joint, at);
  if (!dofs) return std::unexpected(dofs.error());
  const auto angle = read<std::int32_t>(value, at);
  if (!angle) return std::unexpected(angle.error());
  if (*angle < kDegrees.least || *angle > kDegrees.most) {
    return fail(ErrorCode::OutOfRange, at.text(), "expected an angle from -180 to 180 degrees");
  }
  for (Dof dof : *dofs) pose = pose.with(dof, degrees(*angle));
  return {};
}

void read_angles(ObjectReader& object, Pose& pose) {
  const Value* field = object.take("angles");
  if (field == nullptr) return;
  const Pointer at(object.at(), "angles");
  const Object* angles = field->as_object();
  if (angles == nullptr) {
    return object.report(wrong_type(*field, at, "an object of joints and degrees").error());
  }
  for (const auto& [joint, value] : *angles) {
    const Pointer here(at, joint);
    if (auto done = read_angle(joint, value, here, pose); !done) {
      return object.report(std::move(done.error()));
    }
  }
}

Result<body::PelvisOffset> read_offset(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  double forward = 0, left = 0, up = 0;
  std::int32_t tilt = 0, roll = 0, turn = 0;
  object.optional("forward", forward, kPercent);
  object.optional("left", left, kPercent);
  object.optional("up", up, kPercent);
  object.optional("tilt", tilt, kDegrees);
  object.optional("roll", roll, kDegrees);
  object.optional("turn", turn, kDegrees);
  return object.finish(body::PelvisOffset{forward / 100, left / 100, up / 100, degrees(tilt),
                                          degrees(roll), degrees(turn)});
}

void read_pelvis(ObjectReader& object, const Pose& position, Pose& pose) {
  const Value* field = object.take("pelvis");
  if (field == nullptr) return;
  const auto offset = read_offset(*field, Pointer(object.at(), "pelvis"));
  if (!offset) return object.report(offset.error());
  const Pose moved = with_pelvis(position, *offset);
  pose.root_position = moved.root_position;
  pose.root_orientation = moved.root_orientation;
}

void lift(std::vector<Planted>& planted, Contact contact) {
  std::erase_if(planted, [&](const Planted& p) { return p.contact == contact; });
}

void read_lifts(ObjectReader& object, std::vector<Planted>& planted) {
  std::vector<std::string> names;
  object.optional("lifts", names);
  for (const std::string& name : names) {
    const Pointer here(object.at(), "lifts");
    const auto contacts = read_sided<Contact>(name, here);
    if (!contacts) return object.report(contacts.error());
    for (Contact contact : *contacts) lift(planted, contact);
  }
}

void read_planted(ObjectReader& object, std::string_view field_name, bool slides,
                  std::vector<Planted>& planted) {
  const Value* field = object.take(field_name);
  if (field == nullptr) return;
  const Pointer at(object.at(), field_name);
  const Object* contacts = field->as_object();
  if (contacts == nullptr) {
    return object.report(wrong_type(*field, at, "an object of contacts and surfaces").error());
  }
  for (const auto& [name, value] : *contacts) {
    const Pointer here(at, name);
    const auto found = read_sided<Contact>(name, here);
    if (!found) return object.report(found.error());
    const auto surface = read<body::Surface>(value, here);
    if (!surface) return object.report(surface.error());
    for (Contact contact : *found) {
      lift(planted, contact);
      planted.push_back({contact, *surface, slides});
    }
  }
}

void read_stance(ObjectReader& object, const Pose& position, Stance& stance) {
  read_pelvis(object, position, stance.pose);
  read_angles(object, stance.pose);
  read_lifts(object, stance.planted);
  read_planted(object, "contacts", false, stance.planted);
  read_planted(object, "slides", true, stance.planted);
  std::ranges::sort(stance.planted, {}, &Planted::contact);
}

Result<Phase> read_phase(const Value& value, const Pointer& at, const Movement& movement) {
  ObjectReader object(value, at);
  Phase phase;
  double move = 1;
  double hold = 0;
  object.required("name", phase.name);
  object.required("seconds", move, kSeconds);
  object.optional("hold", hold, kHold);
  object.optional("breath", phase.breath);
  Stance stance{movement.start, movement.planted};
  read_stance(object, position_pose(movement.position), stance);
  phase.move = seconds(move);
  phase.hold = seconds(hold);
  phase.pose = stance.pose;
  phase.planted = std::move(stance.planted);
  return object.finish(std::move(phase));
}

void read_phases(ObjectReader& object, Movement& movement) {
  const Value* field = object.take("phases");
  if (field == nullptr) return object.missing("phases");
  const Pointer at(object.at(), "phases");
  const Array* phases = field->as_array();
  if (phases == nullptr || phases->empty()) {
    return object.report(wrong_type(*field, at, "a list of at least one phase").error());
  }
  for (std::size_t i = 0; i < phases->size(); ++i) {
    Result<Phase> phase = read_phase((*phases)[i], Pointer(at, i), movement);
    if (!phase) return object.report(std::move(phase.error()));
    movement.phases.push_back(std::move(*phase));
  }
}

void read_start(ObjectReader& object, Movement& movement) {
  const Pose position = position_pose(movement.position);
  Stance stance{position, position_contacts(movement.position)};
  std::ranges::sort(stance.planted, {}, &Planted::contact);
  if (const Value* field = object.take("start")) {
    const Pointer at(object.at(), "start");
    ObjectReader start(*field, at);
    read_stance(start, position, stance);
    Result<Stance> finished = start.finish(std::move(stance));
    if (!finished) return object.report(std::move(finished.error()));
    stance = std::move(*finished);
  }
  movement.start = stance.pose;
  movement.planted = std::move(stance.planted);
}

Result<body::Prop> read_prop(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  body::Prop prop{};
  std::vector<std::string> names;
  object.required("kind", prop.kind);
  object.optional("at", names);
  object.optional("anchor", prop.anchor);
  for (const std::string& name : names) {
    const Pointer here(at, "at");
    const auto contacts = read_sided<Contact>(name, here);
    if (!contacts) return std::unexpected(contacts.error());
    prop.at.insert(prop.at.end(), contacts->begin(), contacts->end());
  }
  return object.finish(std::move(prop));
}

void read_props(ObjectReader& object, Movement& movement) {
  const Value* field = object.take("props");
  if (field == nullptr) return;
  const Pointer at(object.at(), "props");
  const Array* props = field->as_array();
  if (props == nullptr) return object.report(wrong_type(*field, at, "a list").error());
  for (std::size_t i = 0; i < props->size(); ++i) {
    Result<body::Prop> prop = read_prop((*props)[i], Pointer(at, i));
    if (!prop) return object.report(std::move(prop.error()));
    movement.props.push_back(std::move(*prop));
  }
}

}  // namespace

Result<Movement> Codec<Movement>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  Movement movement;
  double seat = 100 * body::kFittingSeat;
  double travel = 0;
  object.required("position", movement.position);
  object.optional("sides", movement.sides);
  object.optional("wall", movement.wall);
  object.optional("seat", seat, Within{0, 60});
  object.optional("travel", travel, kPercent);
  movement.seat = seat / 100;
  movement.travel = travel / 100;
  read_props(object, movement);
  read_start(object, movement);
  read_phases(object, movement);
  return object.finish(std::move(movement));
}

}  // namespace plumbline::json
