// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <utility>

#include "plumbline/json/codec.hpp"
#include "plumbline/server/log.hpp"
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

/// A JSON export as a body: each piece is read when the one before has been sent.
class ExportBody : public http::BodySource, public std::enable_shared_from_this<ExportBody> {
 public:
  ExportBody(Site& site, const Subject& subject) : site_(site), pieces_(subject) {}

  /// Reads the first piece: what fails here can still be told.
  Result<void> begin(storage::Reader& reader) {
    auto piece = pieces_.next(reader);
    if (!piece) return std::unexpected(std::move(piece.error()));
    first_ = http::share(std::move(*piece));
    return {};
  }

  void next(http::PieceReply reply) override {
    if (first_) return reply({std::exchange(first_, nullptr), false});
    const auto posted = site_.workers->post(
        [self = shared_from_this(), reply = std::move(reply)](storage::Reader& reader) mutable {
          auto piece = self->pieces_.next(reader);
          if (!piece) return tell_break(piece.error());
          const bool last = piece->empty();
          reply({http::share(std::move(*piece)), last});
        });
    if (!posted) tell_break(posted.error());
  }

  std::size_t most_bytes() const override {
    // A chunk in base64, and what is around it.
    return static_cast<std::size_t>(site_.config.chunk_mib) * 1024 * 1024 * 4 / 3 + 1024UL * 1024;
  }

 private:
  /// The reply is dropped with the job: the answer breaks off, and nobody takes it for a whole one.
  static void tell_break(const Error& error) {
    log(LogLevel::Warn, "export_broken_off", {{"code", std::string(slug(error.code))}});
  }

  Site& site_;
  JsonExport pieces_;
  http::SharedText first_;
};

http::Response file_response(ExportForm form, const std::string& person) {
  http::Response out;
  out.headers.add("Content-Type", std::string(media_type(form)));
  out.headers.add("Cache-Control", "no-store");
  out.headers.add("Content-Disposition",
                  "attachment; filename=\"" + export_file_name(form, person) + "\"");
  return out;
}

/// What an export is made of.
struct Wish {
  Owner owner;
  Person person;
  ExportForm form{};
  LocalDate day;
};

void export_now(Site& site, const Wish& wish, storage::Reader& reader, http::Reply reply) {
  const auto subject = subject_of(wish.owner, wish.person.sealed_name, wish.person.created_ms);
  if (!subject) return reply(problem(subject.error()));
  http::Response response = file_response(wish.form, wish.person.id);
  if (wish.form == ExportForm::Json) {
    const auto body = std::make_shared<ExportBody>(site, *subject);
    if (auto begun = body->begin(reader); !begun) return reply(problem(begun.error()));
    response.source = body;
  } else {
    auto text = export_record(wish.form, reader, *subject, site.catalogue, wish.day);
    if (!text) return reply(problem(text.error()));
    response.body = http::share(std::move(*text));
  }
  reply(std::move(response));
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
            [&site, wish = Wish{std::move(*owner), call.person, *form, *day}](
                storage::Reader& reader, http::Reply out) {
              export_now(site, wish, reader, std::move(out));
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
