// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/serve.hpp"

#include <chrono>
#include <cstdio>
#include <utility>

#include "catalogue_bundle.hpp"
#include "plumbline/http/server.hpp"
#include "plumbline/server/build_id.hpp"
#include "plumbline/server/clock.hpp"
#include "plumbline/server/data_folder.hpp"
#include "plumbline/server/house.hpp"
#include "plumbline/server/housekeeping.hpp"
#include "plumbline/server/log.hpp"
#include "plumbline/server/own_addresses.hpp"
#include "plumbline/server/pairing.hpp"
#include "plumbline/server/problem.hpp"
#include "plumbline/server/process.hpp"
#include "plumbline/server/qr_code.hpp"
#include "plumbline/server/routes.hpp"
#include "plumbline/server/trust_door.hpp"

namespace plumbline::server {
namespace {

constexpr std::size_t kAgendaBytes = std::size_t{64} * 1024 * 1024;
constexpr std::size_t kKeptEntries = 100'000;
constexpr std::size_t kMostJobs = 1024;
constexpr std::chrono::seconds kHousekeepingPause{20};

/// Routes and live sockets over one site.
class SiteHandler : public http::Handler {
 public:
  explicit SiteHandler(Site& site) : site_(site), router_(all_routes(&site)) {}
  void handle(http::Request request, http::Reply reply) override {
    router_.handle(std::move(request), std::move(reply), [this](const RouteDoc& route, Call& call) {
      return check_access(site_, route, call);
    });
  }
  void open_live(http::Request request, http::LiveReply reply) override {
    server::open_live(site_, request, std::move(reply));
  }

 private:
  Site& site_;
  Router router_;
};

/// @source engineering choice: a code and the name of a device fit in many times
constexpr std::size_t kStrangersBody = std::size_t{16} * 1024;

/// How much somebody may send is decided before the body is read: strangers may send a code,
/// nothing more; recordings only go to a person who is here.
std::size_t body_limit(Site& site, const http::Request& head) {
  const auto cookie = head.cookie(site.cookie);
  if (!cookie || site.household.use_session(*cookie, site.now_ms()) == nullptr) {
    return kStrangersBody;
  }
  constexpr std::string_view kPeople = "/api/v1/people/";
  const std::size_t chunks = head.path.find("/chunks/");
  const bool is_chunk = head.method == http::Method::Put && head.path.starts_with(kPeople) &&
                        chunks != std::string::npos && chunks > kPeople.size();
  const bool is_here = is_chunk && site.household.find(head.path.substr(
                                       kPeople.size(), chunks - kPeople.size())) != nullptr;
  const std::int64_t kib = is_here ? site.config.chunk_mib * 1024 : site.config.body_kib;
  return static_cast<std::size_t>(kib) * 1024;
}

std::string cookie_name(const Config& config, const std::string& lineage) {
  constexpr std::size_t kPiece = 8;
  const bool secure = config.lan || config.public_origin.starts_with("https://");
  return std::string(secure ? kSecureCookie : "") + "plumbline-" + lineage.substr(0, kPiece);
}

Result<void> print_first_link(Site& site, const std::string& origin, const Config& config) {
  const NewPairing pairing = make_pairing(site.now_ms(), config.link_minutes);
  auto stored = storage::write(
      site.database, [&](storage::Transaction& change) { return change.add_pairing(pairing.row); });
  if (!stored) return stored;
  const std::string link = pairing_link(origin, pairing.code);
  std::printf(
      "\nOpen this link in the browser that you want to use. It works once, and for %lld "
      "minutes:\n\n  %s\n\n",
      static_cast<long long>(config.link_minutes), link.c_str());
  if (config.lan) std::printf("%s\n", qr_console(link).c_str());
  return {};
}

/// Everything that was opened, ready to serve.
class Running {
 public:
  Running(const ServeOptions& options, DataFolder data, exercise::Catalogue catalogue)
      : options_(options),
        data_(std::move(data)),
        catalogue_(std::move(catalogue)),
        records_(catalogue_, basis(options.version), kKeptEntries) {}

  Result<void> run(SignalWatch& signals) {
    if (auto made = make_site(); !made) return made;
    auto house = make_house(options_.config);
    if (!house) return std::unexpected(std::move(house.error()));
    auto workers = Workers::start(*data_.database,
                                  static_cast<std::size_t>(options_.config.workers), kMostJobs);
    if (!workers) return std::unexpected(std::move(workers.error()));
    site_->workers = workers->get();
    SiteHandler handler(*site_);
    const auto hosts = std::make_shared<HostNames>(host_names(options_.config, *house));
    http::Server server(web_options(*house, hosts), handler);
    site_->on_io = [&server](std::function<void()> work) { server.post(std::move(work)); };
    site_->counters = [&server] { return server.counters(); };
    if (auto started = server.start(); !started) return started;
    auto door = open_trust_door(*house, server.port());
    if (!door) return std::unexpected(std::move(door.error()));
    if (house->tls) {
      site_->renew_certificate = [this, &server, hosts, trust = door->get()] {
        renew(server, hosts, trust);
      };
    }
    if (auto told = tell_address(*house, server.port(), *door ? (*door)->port() : std::uint16_t{0});
        !told)
      return told;
    {
      const Housekeeping housekeeping(*site_, kHousekeepingPause);
      signals.start([&server] { server.stop(); });
      server.run();
    }
    log(LogLevel::Info, "stopping");
    workers->reset();
    data_.database->stop();
    return {};
  }

 private:
  static std::string basis(const std::string& version) { return version + "." + build_id(); }

  http::ServerOptions web_options(const House& house, const std::shared_ptr<HostNames>& hosts) {
    http::ServerOptions out = server_options(options_.config, house, hosts);
    out.body_limit = [this](const http::Request& head) { return body_limit(*site_, head); };
    out.origin_allowed = [this](std::string_view origin, const http::Request& request) {
      return origin.empty() || is_own_origin(*site_, origin, request);
    };
    return out;
  }

  Result<void> make_site() {
    auto unmarked = finish_deletions(data_, clock_ms());
    if (!unmarked) return std::unexpected(std::move(unmarked.error()));
    auto reader = data_.database->reader();
    if (!reader) return std::unexpected(std::move(reader.error()));
    auto lineage = (*reader)->lineage();
    if (!lineage) return std::unexpected(std::move(lineage.error()));
    auto household = Household::load(**reader, session_limits(options_.config));
    if (!household) return std::unexpected(std::move(household.error()));
    site_.emplace(
        Site{.config = options_.config,
             .database = *data_.database,
             .keys = data_.keys,
             .catalogue = catalogue_,
             .lineage = std::move(*lineage),
             .household = std::move(*household),
             .live = {},
             .agendas = AgendaDesk(kAgendaBytes),
             .records = records_,
             .tries = SignInTries(static_cast<double>(options_.config.sign_in_attempts_per_hour)),
             .now_ms = clock_ms,
             .on_io = {}});
    site_->version = options_.version;
    site_->cookie = cookie_name(options_.config, site_->lineage);
    // Who was deleted is not shown again, although the rows could not be marked.
    for (const storage::PersonNumber person : *unmarked) {
      site_->household.remove(person);
      site_->undeleted.insert(person);
    }
    return {};
  }

  /// A certificate runs out, and addresses change while the server runs.
  void renew(http::Server& server, const std::shared_ptr<HostNames>& hosts, TrustDoor* trust) {
    auto fresh = make_house(options_.config);
    if (fresh) {
      if (auto loaded = server.reload_tls(); !loaded) fresh = std::unexpected(loaded.error());
    }
    if (!fresh) {
      log(LogLevel::Error, "certificate_not_renewed", {{"why", describe(fresh.error())}});
      return;
    }
    server.post([this, hosts, house = *fresh, port = server.port()] {
      *hosts = host_names(options_.config, house);
      site_->lan_address = origin_of(options_.config, house, port);
    });
    if (trust != nullptr) {
      trust->move(fresh->addresses, origin_of(options_.config, *fresh, server.port()));
    }
  }

  Result<std::unique_ptr<TrustDoor>> open_trust_door(const House& house, std::uint16_t port) {
    if (!house.authority) return nullptr;
    site_->authority_der = house.authority->certificate_der();
    site_->authority_fingerprint = house.authority->fingerprint();
    site_->lan_address = origin_of(options_.config, house, port);
    return TrustDoor::open({.address = "0.0.0.0",
                            .port = static_cast<std::uint16_t>(port + 1),
                            .names = house.addresses,
                            .authority_der = site_->authority_der,
                            .fingerprint = site_->authority_fingerprint,
                            .origin = site_->lan_address});
  }

  /// @param door  the port of the trust door; 0 without --lan
  Result<void> tell_address(const House& house, std::uint16_t port, std::uint16_t door) {
    const std::string origin = origin_of(options_.config, house, port);
    std::printf("Plumbline is at %s/\n", origin.c_str());
    if (!options_.config.public_origin.empty()) {
      std::printf("The proxy finds it at port %d\n", port);
    }
    if (door != 0) {
      std::printf("Phones come to trust it at http://%s:%d/trust\n",
                  address_for_others(house.addresses).c_str(), door);
    }
    if (site_->household.devices().empty() || options_.new_link) {
      if (auto printed = print_first_link(*site_, origin, options_.config); !printed) {
        return printed;
      }
    }
    std::printf("Ctrl-C stops it.\n");
    std::fflush(stdout);
    log(LogLevel::Info, "started", {{"port", std::to_string(port)}});
    warn_of_settings(house);
    return {};
  }

  void warn_of_settings(const House& house) const {
    const Config& config = options_.config;
    if (config.lan && address_for_others(house.addresses) == "127.0.0.1") {
      log(LogLevel::Warn, "no_house_address",
          {{"advice", "this computer is in no network: phones cannot reach it"}});
    }
    if (!config.public_origin.empty() && config.trusted_proxies.empty()) {
      log(LogLevel::Warn, "no_trusted_proxy",
          {{"advice", "everybody behind the proxy counts as one; set server.trusted_proxies"}});
    }
    if (!house.tls && options_.config.host != "127.0.0.1" && options_.config.host != "::1") {
      log(LogLevel::Warn, "not_encrypted",
          {{"advice",
            "others can read along; use --lan, or a proxy that speaks HTTPS on this "
            "computer (server.public_origin)"}});
    }
  }

  const ServeOptions& options_;
  DataFolder data_;
  const exercise::Catalogue catalogue_;
  RecordShelf records_;
  std::optional<Site> site_;
};

}  // namespace

Result<void> serve(const ServeOptions& options) {
  start_log(options.config.log_level, options.config.log_format);
  harden_process(options.config.connections);
  SignalWatch signals;
  auto data = open_data_folder(options.config.data);
  if (!data) return std::unexpected(std::move(data.error()));
  auto catalogue = load_bundled_catalogue();
  if (!catalogue) return std::unexpected(std::move(catalogue.error()));
  Running running(options, std::move(*data), std::move(*catalogue));
  return running.run(signals);
}

}  // namespace plumbline::server
