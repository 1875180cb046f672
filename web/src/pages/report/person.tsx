// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Who it is about, and what the safety questions said. */
import type { Agenda } from "../../core/types.ts";
import { markText, spotText } from "../../parts/body/words.ts";
import { BodyViews } from "../../parts/body_views.tsx";
import { spotsOf } from "../../record/body_areas.ts";
import type { DayMap } from "../../record/series.ts";
import { t, wordText } from "../../words/index.ts";
import { dayText } from "../progress/meaning.ts";
import { daysSinceOnset, type ReportProfile, type SafetyAnswers } from "./facts.ts";
import { listText, onsetText } from "./texts.ts";

function rowsOf(profile: ReportProfile, today: string): [string, string][] {
  const { person = {}, minutes_per_day, days_per_week } = profile;
  const days = daysSinceOnset(profile, today);
  const known = (word: string | undefined, family: string) =>
    word === undefined ? null : wordText(family, word);
  const all: [string, string | null][] = [
    [
      t("report.person"),
      [
        person.age === undefined ? null : t("report.age", { age: person.age }),
        known(person.sex, "sex"),
      ]
        .filter((part) => part !== null)
        .join(", "),
    ],
    [t("report.onset"), days === null ? null : onsetText(days)],
    [t("report.episodes"), profile.episodes_before?.toString() ?? null],
    [t("report.radiates"), known(profile.radiates, "radiates")],
    [t("report.worse"), listText("start.with", profile.worse_with)],
    [t("report.better"), listText("start.with", profile.better_with)],
    [t("report.irritability"), known(profile.irritability, "irritability")],
    [
      t("report.conditions"),
      profile.conditions === undefined ? null : listText("condition", profile.conditions),
    ],
    [t("report.positions"), listText("position", profile.excluded_positions)],
    [
      t("report.time"),
      days_per_week === undefined || minutes_per_day === undefined
        ? null
        : t("report.time.value", { days: days_per_week, minutes: minutes_per_day }),
    ],
  ];
  return all.filter((row): row is [string, string] => row[1] !== null && row[1] !== "");
}

interface PersonProps {
  readonly profile: ReportProfile;
  readonly map: DayMap | undefined;
  readonly today: string;
}

export function PersonPart({ profile, map, today }: PersonProps) {
  return (
    <section class="report-pair">
      <dl class="facts">
        {rowsOf(profile, today).map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {map !== undefined && (
        <div class="stack tight">
          <h2>
            {t("report.where")} <span class="quiet">({dayText(map.day)})</span>
          </h2>
          <BodyViews areas={map.areas} views={["back", "front"]} large />
          <p class="small">
            {map.areas
              .map((area) => `${spotsOf(area).map(spotText).join(" + ")}: ${markText(area)}`)
              .join(". ")}
          </p>
        </div>
      )}
    </section>
  );
}

interface SafetyProps {
  readonly answers: SafetyAnswers | null;
  readonly locked: Agenda["locked"];
}

function Named({ name, ids }: { readonly name: string; readonly ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <li>
      <strong>{name}:</strong> {ids.map((id) => `${wordText("safety", id)} (${id})`).join(" ")}
    </li>
  );
}

export function SafetyPart({ answers, locked }: SafetyProps) {
  const why = locked === null ? [] : [locked.why].flat();
  return (
    <section class="stack tight">
      <h2>{t("report.safety")}</h2>
      {answers === null ? (
        <p>{t("report.none")}</p>
      ) : (
        <p>
          {t("report.safety.when", { date: dayText(answers.day), asked: answers.asked })}{" "}
          {answers.yes.length + answers.unsure.length === 0 && t("report.safety.allNo")}
        </p>
      )}
      {answers !== null && (
        <ul>
          <Named name={t("report.safety.yes")} ids={answers.yes} />
          <Named name={t("report.safety.unsure")} ids={answers.unsure} />
        </ul>
      )}
      {locked !== null && locked.lock !== "NONE" && (
        <p>
          {t(`report.safety.locked.${locked.lock}`, {
            why: why.map((reason) => reason.text).join(" "),
          })}
        </p>
      )}
    </section>
  );
}
