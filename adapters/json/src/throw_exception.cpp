// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Boost built without exceptions calls this hook; nothing we use throws, so it is a broken
// contract.
#include <boost/config.hpp>

#ifdef BOOST_NO_EXCEPTIONS
#include <boost/assert/source_location.hpp>
#include <exception>

#include "plumbline/foundation/require.hpp"

namespace boost {

[[noreturn]] void throw_exception(const std::exception&) {
  plumbline::require_failed("no exception in the JSON parser", __FILE__, __LINE__);
}
[[noreturn]] void throw_exception(const std::exception&, const boost::source_location&) {
  plumbline::require_failed("no exception in the JSON parser", __FILE__, __LINE__);
}

}  // namespace boost
#endif
