// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <string>

#include "plumbline/body/positions.hpp"
#include "plumbline/json/movement_codec.hpp"

namespace plumbline::json {
namespace {

using body::Contact;
using body::Dof;
using body::Movement;
using body::Planted;
using body::Pose;

std::int32_t whole_degrees(Angle angle) {
  return static_cast<std::int32_t>(std::lround(in_degrees(angle)));
}

// Hundredths, to a thousandth of them, so that 0.07 is written as 7.
double percent(double heights) { return std::round(heights * 1e5) / 1e3; }

std::string without_side(Dof dof) {
  const std::string text(word(dof));
  return text.substr(0, text.rfind('_'));
}

std::string without_side(Contact contact) {
  const std::string text(word(contact));
  return text.substr(text.find('_') + 1);
}

bool is_left(Dof dof) {
  return body::is_sided(dof) && (body::index(dof) - body::kFirstSidedDof) % 2 == 0;
}

Value write_angles(const Pose& pose, const Pose& base) {
  Value angles;
  const auto differs = [&](Dof dof) {
    return whole_degrees(pose.angle(dof)) != whole_degrees(base.angle(dof));
  };
  for (std::size_t i = 0; i < body::kDofCount; ++i) {
    const Dof dof = static_cast<Dof>(i);
    const Dof other = body::counterpart(dof);
    const bool pair = body::is_sided(dof) && differs(dof) && differs(other) &&
                      whole_degrees(pose.angle(dof)) == whole_degrees(pose.angle(other));
    if (!differs(dof) || (pair && !is_left(dof))) continue;
    angles.add(pair ? without_side(dof) : std::string(word(dof)), whole_degrees(pose.angle(dof)));
  }
  return angles;
}

Value write_offset(const body::PelvisOffset& offset) {
  Value out;
  const auto add = [&](std::string name, auto number) {
    if (number != 0) out.add(std::move(name), number);
  };
  add("forward", percent(offset.forward));
  add("left", percent(offset.left));
  add("up", percent(offset.up));
  add("tilt", whole_degrees(offset.tilt));
  add("roll", whole_degrees(offset.roll));
  add("turn", whole_degrees(offset.turn));
  return out.is_null() ? Value(Object{}) : out;
}

bool contains(const std::vector<Planted>& list, const Planted& planted) {
  return std::ranges::find(list, planted) != list.end();
}

bool names(const std::vector<Planted>& list, Contact contact) {
  return std::ranges::find(list, contact, &Planted::contact) != list.end();
}

// The contacts of `list` that `base` does not have in this way, both sides under one name.
Value write_planted(const std::vector<Planted>& list, const std::vector<Planted>& base,
                    bool slides) {
  Value out;
  const auto is_new = [&](const Planted& p) {
    return p.slides == slides && contains(list, p) && !contains(base, p);
  };
  for (const Planted& planted : list) {
    if (!is_new(planted)) continue;
    const Planted other{body::counterpart(planted.contact), planted.surface, planted.slides};
    const bool pair = other.contact != planted.contact && is_new(other);
    if (pair && other.contact < planted.contact) continue;
    out.add(pair ? without_side(planted.contact) : std::string(word(planted.contact)),
            word(planted.surface));
  }
  return out;
}

Value write_lifts(const std::vector<Planted>& list, const std::vector<Planted>& base) {
  Array lifts;
  for (const Planted& planted : base) {
    if (!names(list, planted.contact)) lifts.push_back(word(planted.contact));
  }
  return lifts.empty() ? Value() : Value(std::move(lifts));
}

void add_present(Value& out, std::string name, Value value) {
  if (!value.is_null()) out.add(std::move(name), std::move(value));
}

struct Stance {
  const Pose& pose;
  const std::vector<Planted>& planted;
};

void write_stance(Value& out, const Stance& stance, const Stance& base, const Pose& position) {
  const bool same_root = stance.pose.root_position == base.pose.root_position &&
                         stance.pose.root_orientation == base.pose.root_orientation;
  if (!same_root) out.add("pelvis", write_offset(pelvis_offset(position, stance.pose)));
  add_present(out, "angles", write_angles(stance.pose, base.pose));
  add_present(out, "lifts", write_lifts(stance.planted, base.planted));
  add_present(out, "contacts", write_planted(stance.planted, base.planted, false));
  add_present(out, "slides", write_planted(stance.planted, base.planted, true));
}

Value write_phase(const body::Phase& phase, const Movement& movement) {
  Value out;
  out.add("name", word(phase.name));
  out.add("seconds", in_seconds(phase.move));
  if (phase.hold > seconds(0)) out.add("hold", in_seconds(phase.hold));
  if (phase.breath != body::Breath::Free) out.add("breath", word(phase.breath));
  write_stance(out, {phase.pose, phase.planted}, {movement.start, movement.planted},
               position_pose(movement.position));
  return out;
}

Value write_prop(const body::Prop& prop) {
  Value out;
  out.add("kind", word(prop.kind));
  Array at;
  for (Contact contact : prop.at) at.push_back(word(contact));
  if (!at.empty()) out.add("at", std::move(at));
  if (prop.anchor) out.add("anchor", word(*prop.anchor));
  return out;
}

void write_scene(Value& out, const Movement& movement) {
  if (movement.sides != body::Sides::Both) out.add("sides", word(movement.sides));
  if (movement.wall) out.add("wall", word(*movement.wall));
  if (movement.seat != body::kFittingSeat) out.add("seat", percent(movement.seat));
  if (movement.travel != 0) out.add("travel", percent(movement.travel));
  Array props;
  for (const body::Prop& prop : movement.props) props.push_back(write_prop(prop));
  if (!props.empty()) out.add("props", std::move(props));
}

}  // namespace

Value Codec<Movement>::write(const Movement& movement) {
  Value out;
  out.add("position", word(movement.position));
  write_scene(out, movement);
  const Pose position = position_pose(movement.position);
  std::vector<Planted> contacts = position_contacts(movement.position);
  Value start;
  write_stance(start, {movement.start, movement.planted}, {position, contacts}, position);
  add_present(out, "start", std::move(start));
  Array phases;
  for (const body::Phase& phase : movement.phases) phases.push_back(write_phase(phase, movement));
  out.add("phases", std::move(phases));
  return out;
}

}  // namespace plumbline::json
