// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>

#include "plumbline/clinical/prognosis.hpp"

namespace plumbline::clinical {
namespace {

constexpr std::size_t kKnots = 4;
/// @source facts 3.3 (Menezes Costa 2012): weeks of the pooled means
constexpr std::array<double, kKnots> kWeeks = {0, 6, 26, 52};

struct PooledCourse {
  /// Pooled mean pain, 0–100.
  std::array<double, kKnots> mean;
  /// Upper end of its 95 % confidence interval.
  std::array<double, kKnots> upper;
};

/// @source facts 3.3 (Menezes Costa 2012, CMAJ 184:E613): acute, persistent
constexpr std::array<PooledCourse, 2> kCourses = {
    {{{52, 23, 12, 6}, {57, 25, 15, 10}}, {{51, 33, 26, 23}, {59, 38, 33, 30}}}};

/// @source facts 3.3: behind after two reports in a row
constexpr std::size_t kReportsInARow = 2;

const PooledCourse& course(CourseKind kind) { return kCourses.at(static_cast<std::size_t>(kind)); }

using Knots = std::array<double, kKnots>;

/// Slope at an end from the two nearest stretches, limited so that no overshoot arises.
/// @param h, d  width and slope of the stretch at the end; h2, d2 those of the next
double end_slope(double h, double d, double h2, double d2) {
  const double slope = ((2 * h + h2) * d - h * d2) / (h + h2);
  if (slope * d <= 0) return 0;
  if (d * d2 <= 0 && std::abs(slope) > 3 * std::abs(d)) return 3 * d;
  return slope;
}

/// Slopes at the knots that keep a cubic monotone (Fritsch & Butland).
/// @source Fritsch & Butland 1984, SIAM J Sci Stat Comput 5:300
Knots monotone_slopes(const Knots& x, const Knots& y) {
  std::array<double, kKnots - 1> h{};
  std::array<double, kKnots - 1> d{};
  for (std::size_t i = 0; i + 1 < kKnots; ++i) {
    h[i] = x[i + 1] - x[i];
    d[i] = (y[i + 1] - y[i]) / h[i];
  }
  Knots slope{};
  slope.front() = end_slope(h[0], d[0], h[1], d[1]);
  slope.back() = end_slope(h[2], d[2], h[1], d[1]);
  for (std::size_t i = 1; i + 1 < kKnots; ++i) {
    if (d[i - 1] * d[i] <= 0) continue;
    const double w1 = 2 * h[i] + h[i - 1];
    const double w2 = h[i] + 2 * h[i - 1];
    slope[i] = (w1 + w2) / (w1 / d[i - 1] + w2 / d[i]);
  }
  return slope;
}

/// The cubic through two neighbouring knots with the given slopes.
double hermite(const Knots& x, const Knots& y, std::size_t i, double at) {
  const Knots slope = monotone_slopes(x, y);
  const double h = x[i + 1] - x[i];
  const double t = (at - x[i]) / h;
  const double u = 1 - t;
  return y[i] * (1 + 2 * t) * u * u + h * slope[i] * t * u * u + y[i + 1] * t * t * (3 - 2 * t) -
         h * slope[i + 1] * t * t * u;
}

/// The last published week that is not after `weeks`.
std::size_t knot_before(double weeks) {
  std::size_t i = 0;
  while (i + 1 < kKnots && kWeeks[i + 1] <= weeks) ++i;
  return i;
}

bool is_behind(const PooledCourse& pooled, double first_score, const CourseReport& report) {
  const std::size_t knot = knot_before(report.weeks);
  if (knot == 0) return false;
  return report.score * pooled.mean[0] >= first_score * pooled.upper[knot];
}

}  // namespace

Result<double> expected_course_ratio(CourseKind kind, double weeks) {
  if (!(weeks >= kWeeks.front() && weeks <= kWeeks.back())) {
    return fail(ErrorCode::OutOfRange, "weeks", "expected 0 to 52");
  }
  const PooledCourse& pooled = course(kind);
  const std::size_t knot = knot_before(weeks);
  if (weeks == kWeeks[knot]) return pooled.mean[knot] / pooled.mean[0];
  Knots x{};
  for (std::size_t i = 0; i < kKnots; ++i) x[i] = std::log(kWeeks[i] + 1);
  return hermite(x, pooled.mean, knot, std::log(weeks + 1)) / pooled.mean[0];
}

bool behind_expected_course(CourseKind kind, double first_score,
                            std::span<const CourseReport> reports) {
  if (reports.size() < kReportsInARow || first_score <= 0) return false;
  for (const CourseReport& report : reports.last(kReportsInARow)) {
    if (!is_behind(course(kind), first_score, report)) return false;
  }
  return true;
}

}  // namespace plumbline::clinical
