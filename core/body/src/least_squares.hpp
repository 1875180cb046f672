// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace plumbline::body {

/// A dense matrix, row by row.
class Matrix {
 public:
  Matrix(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), cells_(rows * columns) {}
  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  double& operator()(std::size_t row, std::size_t column) {
    return cells_[row * columns_ + column];
  }
  double operator()(std::size_t row, std::size_t column) const {
    return cells_[row * columns_ + column];
  }

 private:
  std::size_t rows_;
  std::size_t columns_;
  std::vector<double> cells_;
};

/// The x that minimizes |J x − r|² + damping · Σ xᵢ² ÷ weightᵢ; a weight of zero holds xᵢ at zero.
/// @param damping  positive
std::vector<double> solve_damped(const Matrix& jacobian, std::span<const double> residual,
                                 std::span<const double> weights, double damping);

}  // namespace plumbline::body
