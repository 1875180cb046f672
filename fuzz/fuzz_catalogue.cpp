// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "fuzz_input.hpp"
#include "plumbline/json/catalogue_codec.hpp"
#include "plumbline/json/parse.hpp"

// One exercise document, or a bundle of them.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const auto text = fuzz::text_of(data, size);
  const auto value = json::parse(text);
  if (!value) return 0;
  const auto one = json::read_catalogue({{"document.json", *value}});
  if (one) (void)json::write_listing(*one);
  const auto bundle = json::read_bundle(text);
  if (!bundle) return 0;
  const auto many = json::read_catalogue(*bundle);
  if (many) (void)json::write_listing(*many);
  return 0;
}
