// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace plumbline::vault {

/// Makes the library ready, once; aborts where it cannot be (no source of randomness).
void need_sodium();

}  // namespace plumbline::vault
