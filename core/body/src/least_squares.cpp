// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "least_squares.hpp"

#include <cmath>

#include "plumbline/foundation/require.hpp"

namespace plumbline::body {
namespace {

// J W Jᵀ + damping · I, the lower triangle.
Matrix gram(const Matrix& jacobian, std::span<const double> weights, double damping) {
  Matrix a(jacobian.rows(), jacobian.rows());
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = i == j ? damping : 0;
      for (std::size_t k = 0; k < jacobian.columns(); ++k) {
        sum += jacobian(i, k) * weights[k] * jacobian(j, k);
      }
      a(i, j) = sum;
    }
  }
  return a;
}

// Replaces the lower triangle by its Cholesky factor.
void factorize(Matrix& a) {
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = a(i, j);
      for (std::size_t k = 0; k < j; ++k) sum -= a(i, k) * a(j, k);
      if (i == j) PLUMBLINE_REQUIRE(sum > 0);
      a(i, j) = i == j ? std::sqrt(sum) : sum / a(j, j);
    }
  }
}

std::vector<double> substitute(const Matrix& factor, std::span<const double> right) {
  std::vector<double> y(right.begin(), right.end());
  const std::size_t n = factor.rows();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) y[i] -= factor(i, k) * y[k];
    y[i] /= factor(i, i);
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) y[i] -= factor(k, i) * y[k];
    y[i] /= factor(i, i);
  }
  return y;
}

}  // namespace

std::vector<double> solve_damped(const Matrix& jacobian, std::span<const double> residual,
                                 std::span<const double> weights, double damping) {
  Matrix a = gram(jacobian, weights, damping);
  factorize(a);
  const std::vector<double> y = substitute(a, residual);
  std::vector<double> x(jacobian.columns(), 0.0);
  for (std::size_t k = 0; k < jacobian.columns(); ++k) {
    double sum = 0;
    for (std::size_t i = 0; i < jacobian.rows(); ++i) sum += jacobian(i, k) * y[i];
    x[k] = weights[k] * sum;
  }
  return x;
}

}  // namespace plumbline::body
