// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/journal_codec.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "contradictions.hpp"
#include "journal_body.hpp"
#include "journal_checks.hpp"
#include "plumbline/json/object_reader.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::json {

using record::Author;
using record::Body;
using record::Entry;
using record::EntryCorrected;

template <>
struct Codec<Author> {
  static Result<Author> read(const Value& value, const Pointer& at) {
    ObjectReader object(value, at);
    Author author;
    object.required("role", author.role);
    object.optional("name", author.name);
    return object.finish(std::move(author));
  }
  static Value write(const Author& author) {
    Value out;
    out.add("role", word(author.role));
    if (!author.name.empty()) out.add("name", author.name);
    return out;
  }
};

namespace {

constexpr std::string_view kCorrected = record::kEntryKinds.back();

std::string kinds_text() {
  std::string text = "one of ";
  for (std::size_t i = 0; i < record::kEntryKinds.size(); ++i) {
    text += (i == 0 ? "" : ", ") + std::string(record::kEntryKinds[i]);
  }
  return text;
}

/// A correction whose body waits until the kind of its target is known.
struct Waiting {
  std::size_t entry = 0;
  int line = 1;
  Value body;
};

struct Header {
  Entry entry;
  std::string kind;
};

Result<Header> read_header(ObjectReader& object) {
  Header out;
  std::string id;
  std::int32_t version = 0;
  object.required("id", id);
  object.required("person", out.entry.person);
  object.required("made_at", out.entry.made_at);
  object.required("author", out.entry.author);
  object.required("device", out.entry.device);
  object.required("kind", out.kind);
  object.required("version", version, Within{1, 1});
  Result<std::string> uuid = parse_uuid_v7(id);
  if (object.ok() && !uuid) {
    uuid.error().where = Pointer(object.at(), "id").text();
    object.report(std::move(uuid.error()));
  }
  if (uuid) out.entry.id = EntryId(std::move(*uuid));
  if (object.ok() &&
      std::ranges::find(record::kEntryKinds, out.kind) == record::kEntryKinds.end()) {
    object.report(unknown_word(out.kind, Pointer(object.at(), "kind"), kinds_text()).error());
  }
  return out;
}

/// Reads one line; a correction's body is left to wait.
Result<Entry> read_entry(const Value& value, const JournalReading& how,
                         std::vector<Waiting>& waiting, Waiting place) {
  const Pointer root;
  ObjectReader object(value, root);
  Result<Header> header = read_header(object);
  const Value* body = object.take("body");
  if (body == nullptr) object.missing("body");
  Result<Entry> entry = object.finish(std::move(header->entry));
  if (!entry) return entry;
  const Pointer at_body(root, "body");
  if (header->kind == kCorrected) {
    ObjectReader corrected(*body, at_body);
    EntryCorrected out;
    corrected.required("entry", out.entry);
    const Value* inner = corrected.take("body");
    if (inner == nullptr) corrected.missing("body");
    Result<EntryCorrected> done = corrected.finish(out);
    if (!done) return std::unexpected(std::move(done.error()));
    place.body = *inner;
    waiting.push_back(std::move(place));
    entry->body = std::move(*done);
    return entry;
  }
  Result<Body> read = read_body(header->kind, *body, at_body);
  if (!read) return std::unexpected(std::move(read.error()));
  entry->body = std::move(*read);
  std::optional<Error> fault = check_unlock(entry->body, entry->made_at, at_body);
  if (!fault) fault = check_days(entry->body, local_date(entry->made_at), at_body);
  if (!fault) fault = check_clears(entry->body, at_body);
  if (!fault) fault = check_author(entry->body, entry->author);
  if (!fault) fault = check_exercises(entry->body, how.catalogue, at_body);
  if (fault) return std::unexpected(std::move(*fault));
  return entry;
}

std::unexpected<Error> on_line(int number, Error error) {
  error.where = "line " + std::to_string(number) + " " + error.where;
  return std::unexpected(std::move(error));
}

/// What a correction may not do although the body it gives is well-formed.
std::optional<Error> check_correction(const Entry& correction, const Entry& target,
                                      const Body* body, const JournalReading& how) {
  const Pointer root;
  const Pointer at_body(root, "body");
  const Pointer at_inner(at_body, "body");
  if (auto fault = check_author(target.body, correction.author)) return fault;
  if (body == nullptr) return std::nullopt;
  if (auto fault = check_unlock(*body, target.made_at, at_inner)) return fault;
  if (auto fault = check_days(*body, local_date(target.made_at), at_inner)) return fault;
  if (auto fault = check_clears(*body, at_inner)) return fault;
  return check_exercises(*body, how.catalogue, at_inner);
}

/// Reads the body of a correction now that its target is known.
/// @param target  null: there is none
Result<void> resolve_one(Entry& entry, const Value& inner, const Entry* target,
                         const JournalReading& how) {
  const Pointer root;
  const Pointer at_body(root, "body");
  const Pointer at_inner(at_body, "body");
  auto& corrected = std::get<EntryCorrected>(entry.body);
  if (target == nullptr || kind_of(target->body) == kCorrected) {
    return fail(ErrorCode::NotFound, Pointer(at_body, "entry").text(),
                "expected the id of an entry in this journal that is no correction, found " +
                    corrected.entry.text());
  }
  if (!inner.is_null()) {
    Result<Body> body = read_body(kind_of(target->body), inner, at_inner);
    if (!body) return std::unexpected(std::move(body.error()));
    corrected.body = std::make_shared<const Body>(std::move(*body));
  }
  auto fault = check_correction(entry, *target, corrected.body.get(), how);
  if (fault) return std::unexpected(std::move(*fault));
  return {};
}

/// Reads the bodies of corrections now that every entry's kind is known.
Result<void> resolve(std::vector<Entry>& entries, std::vector<Waiting>& waiting,
                     const JournalReading& how) {
  std::map<std::string_view, const Entry*> by_id;
  for (const Entry& entry : entries) by_id.emplace(entry.id.text(), &entry);
  for (const Waiting& w : waiting) {
    const auto& corrected = std::get<EntryCorrected>(entries[w.entry].body);
    const auto target = by_id.find(corrected.entry.text());
    auto done = resolve_one(entries[w.entry], w.body,
                            target == by_id.end() ? nullptr : target->second, how);
    if (!done) return on_line(w.line, std::move(done.error()));
  }
  return {};
}

/// Whether a line tells that it belongs to somebody else; a line that does not say is read.
bool is_of_another(const Value& line, const std::string& person) {
  const Value* found = line.find("person");
  const std::string* text = found == nullptr ? nullptr : found->as_string();
  return text != nullptr && *text != person;
}

Value write_body(const Body& body) {
  if (const auto* corrected = std::get_if<EntryCorrected>(&body)) {
    Value out;
    out.add("entry", corrected->entry.text());
    out.add("body", corrected->body ? write_body(*corrected->body) : Value());
    return out;
  }
  return body_codecs()[body.index()].write(body);
}

}  // namespace

Result<Body> read_body(std::string_view kind, const Value& value, const Pointer& at) {
  const auto& codecs = body_codecs();
  const auto codec = std::ranges::find(codecs, kind, &BodyCodec::kind);
  if (codec == codecs.end()) return unknown_word(kind, at, kinds_text());
  return codec->read(value, at);
}

Result<Entry> read_entry(const Value& value, const JournalReading& how, const TargetOf& target) {
  std::vector<Waiting> waiting;
  Result<Entry> entry = read_entry(value, how, waiting, Waiting{});
  if (!entry) return entry;
  if (!how.person.empty() && entry->person.text() != how.person) {
    return fail(ErrorCode::Inconsistent, "/person",
                "expected " + how.person + ", found " + entry->person.text());
  }
  if (waiting.empty()) return entry;
  const auto& corrected = std::get<EntryCorrected>(entry->body);
  const std::optional<Entry> found = target(corrected.entry);
  auto done = resolve_one(*entry, waiting.front().body, found ? &*found : nullptr, how);
  if (!done) return std::unexpected(std::move(done.error()));
  return entry;
}

Result<std::vector<Entry>> read_journal(std::string_view text, const JournalReading& how) {
  Result<std::vector<Line>> lines = parse_lines(text);
  if (!lines) return std::unexpected(std::move(lines.error()));
  std::vector<Entry> entries;
  std::vector<Waiting> waiting;
  std::map<std::string, std::size_t> by_id;
  entries.reserve(lines->size());
  for (const Line& line : *lines) {
    if (!how.person.empty() && is_of_another(line.value, how.person)) continue;
    Result<Entry> entry = read_entry(line.value, how, waiting, {entries.size(), line.number, {}});
    if (!entry) return on_line(line.number, std::move(entry.error()));
    if (!entries.empty() && entry->person != entries.front().person) {
      return on_line(line.number, {ErrorCode::Inconsistent, "/person",
                                   "expected one person in a journal, found a second one: " +
                                       entry->person.text()});
    }
    const auto [same, added] = by_id.emplace(entry->id.text(), entries.size());
    const bool correction = std::holds_alternative<EntryCorrected>(entry->body);
    if (!added && !correction && write_entry(entries[same->second]) != write_entry(*entry)) {
      return on_line(line.number, {ErrorCode::Inconsistent, "/id",
                                   "expected the same content as the earlier entry with this id: " +
                                       entry->id.text()});
    }
    entries.push_back(std::move(*entry));
  }
  if (entries.empty() && !lines->empty()) {
    return fail(ErrorCode::NotFound, "",
                "expected entries of the person " + how.person + ", found only entries of others");
  }
  if (auto resolved = resolve(entries, waiting, how); !resolved) {
    return std::unexpected(std::move(resolved.error()));
  }
  return entries;
}

std::string write_entry(const Entry& entry) {
  Value out;
  out.add("id", entry.id.text());
  out.add("person", entry.person.text());
  out.add("made_at", format_instant(entry.made_at));
  out.add("author", write_value(entry.author));
  out.add("device", entry.device.text());
  out.add("kind", kind_of(entry.body));
  out.add("version", 1);
  out.add("body", write_body(entry.body));
  return write(out);
}

}  // namespace plumbline::json
