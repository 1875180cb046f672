// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "plumbline/json/codec.hpp"
#include "plumbline/server/problem.hpp"
#include "plumbline/server/record_export.hpp"
#include "plumbline/server/routes.hpp"

namespace plumbline::server {
namespace {

Result<ExportForm> form_of(const http::Request& request) {
  const auto text = request.query_value("format");
  if (!text) return ExportForm::Json;
  if (const auto form = from_word<ExportForm>(*text)) return *form;
  return fail(ErrorCode::UnknownWord, "format",
              "expected " + json::vocabulary_text<ExportForm>() + ", found " + *text);
}

void give_export(Site& site, const Call& call, http::Reply reply) {
  const auto form = form_of(call.request);
  if (!form) return reply(problem(form.error()));
  const auto day = day_of(site, call.request);
  if (!day) return reply(problem(day.error()));
  auto owner = owner_of(site, call.person);
  if (!owner) return reply(problem(owner.error()));
  note(site, call.person.number, call.device, "export.read");
  on_worker(site, std::move(reply),
            [&site, owner = std::move(*owner), person = call.person, form = *form, day = *day](
                storage::Reader& reader, http::Reply out) {
              const auto subject = subject_of(owner, person.sealed_name, person.created_ms);
              if (!subject) return out(problem(subject.error()));
              auto text = export_record(form, reader, *subject, site.catalogue, day);
              if (!text) return out(problem(text.error()));
              http::Response response =
                  http::make_response(200, std::string(media_type(form)), std::move(*text));
              response.headers.add("Cache-Control", "no-store");
              response.headers.add(
                  "Content-Disposition",
                  "attachment; filename=\"" + export_file_name(form, person.id) + "\"");
              out(std::move(response));
            });
}

}  // namespace

std::vector<Route> export_routes(Site* site) {
  const RouteDoc doc = {
      .method = "GET",
      .pattern = "/api/v1/people/{person}/export",
      .name = "export_person",
      .summary = "Everything that is kept about a person, as a file to keep or to take along.",
      .access = Access::Person,
      .query = {{"format", Schema::words({"json", "csv", "fhir"}),
                 "json (default): without loss, for `plumbline import`; csv: for spreadsheets; "
                 "fhir: a FHIR R4 bundle."},
                {"date", Schema::date(),
                 "The day of the care plan in a FHIR bundle; default: today by the server's "
                 "clock."}},
      .answers = {{200, "The file; as text/csv or application/fhir+json where that was asked for.",
                   Schema::free_object()}}};
  return {{doc, [site](const Call& call, http::Reply reply) {
             give_export(*site, call, std::move(reply));
           }}};
}

}  // namespace plumbline::server
