// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/metrics.hpp"

#include <array>
#include <cstdint>

namespace plumbline::server {
namespace {

/// Puts figures together; one help line for each name.
class Figures {
 public:
  Figures& name(const std::string& name, const char* type, const char* help) {
    name_ = "plumbline_" + name;
    out_ += "# HELP " + name_ + " " + help + "\n# TYPE " + name_ + " " + type + "\n";
    return *this;
  }
  Figures& value(std::uint64_t value, const std::string& label = "") {
    out_ += name_ + (label.empty() ? "" : "{" + label + "}") + " " + std::to_string(value) + "\n";
    return *this;
  }
  std::string text() const { return out_; }

 private:
  std::string name_;
  std::string out_;
};

void add_http(Figures& figures, const http::Counters& counters) {
  figures.name("http_answers_total", "counter", "Answers by class of status.");
  for (std::size_t i = 0; i < counters.answers.size(); ++i) {
    figures.value(counters.answers.at(i), "class=\"" + std::to_string(i + 1) + "xx\"");
  }
  figures.name("http_bytes_in_total", "counter", "Bytes received.").value(counters.bytes_in);
  figures.name("http_bytes_out_total", "counter", "Bytes sent.").value(counters.bytes_out);
  figures.name("http_connections_open", "gauge", "Open connections.")
      .value(counters.connections_open);
  figures.name("live_sockets_open", "gauge", "Browsers that listen for new entries.")
      .value(counters.live_open);
  figures.name("http_refused_total", "counter", "Requests refused before a route, by reason.");
  for (const auto& [code, count] : counters.refused) {
    figures.value(count, "code=\"" + std::string(slug(code)) + "\"");
  }
}

void add_storage(Figures& figures, const storage::WriterFigures& writer) {
  figures.name("writer_tasks_total", "counter", "Changes written.").value(writer.tasks);
  figures.name("writer_groups_total", "counter", "Transactions they were grouped in.")
      .value(writer.groups);
  figures.name("writer_failed_total", "counter", "Changes that could not be written.")
      .value(writer.failed_tasks);
  figures.name("writer_fault", "gauge", "1 while the last change could not be written.")
      .value(writer.fault ? 1 : 0);
  figures.name("writer_waiting", "gauge", "Changes that wait.").value(writer.waiting);
  figures.name("writer_busy_total", "counter", "Changes refused because too many waited.")
      .value(writer.refused_busy);
}

}  // namespace

std::string metrics_text(const Site& site) {
  Figures figures;
  if (site.counters) add_http(figures, site.counters());
  add_storage(figures, site.database.figures());
  figures.name("workers_waiting", "gauge", "Jobs that wait for a worker.")
      .value(site.workers == nullptr ? 0 : site.workers->waiting());
  figures.name("people", "gauge", "People whose records are kept.")
      .value(site.household.people_count());
  return figures.text();
}

}  // namespace plumbline::server
