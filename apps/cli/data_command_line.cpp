// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "data_command_line.hpp"

namespace plumbline::cli {
namespace {

using Choose = std::function<void(const DataAction&)>;

CLI::App* add(CLI::App& app, const Command& command, const Choose& choose,
              const DataAction& action) {
  return add_command(app, command, [choose, action] { choose(action); });
}

void add_data(CLI::App& command, DataWords& words) {
  add_value(command, "--data", words.data,
            "The data folder; default: as `serve` would use it, plumbline-data");
}

void add_records(CLI::App& app, DataWords& words, const Choose& choose) {
  CLI::App* out = add(app,
                      {"export", "Write a person's record to a file.",
                       "plumbline export 3f0c2a9e-5d1b-4c7a-9a51-6f0d3b2c1e44 --as csv"},
                      choose, export_command);
  add_value(*out, "person", words.person, "Id of the person, or the name as it is here")
      ->required();
  out->add_option("--as", words.as, "json (without loss), csv (spreadsheets) or fhir")
      ->check(CLI::IsMember({"json", "csv", "fhir"}));
  add_value(*out, "--date", words.date,
            "With fhir: first day of the care plan, YYYY-MM-DD; default: today");
  add_value(*out, "--out", words.out, "File to write; default: standard output");
  add_data(*out, words);
  CLI::App* in = add(app,
                     {"import", "Take in an export of Plumbline, or a journal (JSON lines).",
                      "plumbline import anna.json"},
                     choose, import_command);
  add_value(*in, "file", words.file, "The file; -: standard input")->required();
  add_value(*in, "--name", words.name, "What a new person is called");
  in->add_flag("--as-new", words.as_new, "Everybody in the file gets a new id");
  add_data(*in, words);
}

void add_keeping(CLI::App& app, DataWords& words, const Choose& choose) {
  CLI::App* backup = add(app,
                         {"backup",
                          "Copy everything that is stored, beside a running server; into an "
                          "earlier backup only what is new.",
                          "plumbline backup /media/stick --keys /media/other/plumbline.keys"},
                         choose, backup_command);
  add_value(*backup, "file", words.file, "File or folder for the data, which is sealed");
  add_value(*backup, "--keys", words.keys,
            "New file for the keys: without them no backup can be read. Keep it elsewhere. The "
            "passphrase is asked for, or taken from PLUMBLINE_KEYS_PASSPHRASE");
  add_data(*backup, words);
  CLI::App* restore =
      add(app,
          {"restore", "Make a new data folder out of a backup and its keys.",
           "plumbline restore plumbline-backup.db --keys plumbline.keys --data plumbline-data"},
          choose, restore_command);
  add_value(*restore, "file", words.file, "The backup of the data")->required();
  add_value(*restore, "--keys", words.keys,
            "The backup of the keys; default: the new folder holds keys/ already");
  add_value(*restore, "--data", words.data, "The new data folder")->required();
  CLI::App* doctor =
      add(app,
          {"doctor",
           "Look through a data folder: rights, pages, keys, every sealed row. Exit status 1: "
           "something is not in order.",
           "plumbline doctor --text"},
          choose, doctor_command);
  add_value(*doctor, "--repair", words.repair,
            "Save what can be read of a damaged database into this new file");
  doctor->add_flag("--text", words.text, "For people to read");
  add_data(*doctor, words);
}

}  // namespace

void add_data_commands(CLI::App& app, DataWords& words,
                       const std::function<void(const DataAction&)>& choose) {
  add_records(app, words, choose);
  add_keeping(app, words, choose);
}

}  // namespace plumbline::cli
