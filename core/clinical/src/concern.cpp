// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "concern.hpp"

#include <algorithm>
#include <iterator>

#include "plumbline/foundation/require.hpp"

namespace plumbline::clinical {
namespace {

struct Row {
  FlagId flag;
  std::string_view concern;
};

constexpr Row kRows[] = {
    {FlagId::Ce1, "a change in your bladder"},
    {FlagId::Ce2, "numbness between the legs"},
    {FlagId::Ce3, "a change in your bowel"},
    {FlagId::Ce4, "a change in sexual function"},
    {FlagId::Ce5, "symptoms in both legs"},
    {FlagId::Ce6, "weakness of both legs"},
    {FlagId::Nd1, "new weakness or numbness in a leg"},
    {FlagId::Mc1, "unsteady walking or clumsy limbs"},
    {FlagId::Ms1, "an earlier cancer with new pain in the spine"},
    {FlagId::Ma1, "an earlier cancer"},
    {FlagId::Ma2, "weight loss without a reason"},
    {FlagId::Ma3, "pain at night that no position eases"},
    {FlagId::Ma4, "back pain that first came early or late in life"},
    {FlagId::Ma5, "pain that has not got better"},
    {FlagId::Fx1, "a serious injury"},
    {FlagId::Fx2, "a fall or strain that can break a bone"},
    {FlagId::Fx3, "long use of cortisone"},
    {FlagId::Fx4, "sudden severe pain or a change in posture"},
    {FlagId::Fx5, "pain when arching in young sport"},
    {FlagId::In1, "fever or feeling ill"},
    {FlagId::In2, "a risk of infection"},
    {FlagId::Aa1, "sudden pain in the belly, flank or back with faintness"},
    {FlagId::Aa2, "pain in the chest, breathlessness or fainting"},
    {FlagId::Th1, "pain between the shoulder blades"},
    {FlagId::Ib1, "signs of inflammation"},
    {FlagId::Vi1, "urine, fever with flank pain, or a sign in pregnancy"},
    {FlagId::Pg1, "pregnancy or a birth"},
    {FlagId::Ps1, "thoughts of harming yourself"},
    {FlagId::Dv1, "a swollen or painful calf"},
};

}  // namespace

std::string_view concern(FlagId flag) {
  const auto* row = std::ranges::find(kRows, flag, &Row::flag);
  PLUMBLINE_REQUIRE(row != std::end(kRows));
  return row->concern;
}

}  // namespace plumbline::clinical
