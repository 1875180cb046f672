// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Every exercise with its picture, to search and to narrow down. */
import { signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { type Exercise, exercises } from "../catalogue/catalogue.ts";
import { Button, TextField } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { KeyPose } from "../player/key_pose.tsx";
import { agenda } from "../record/record.ts";
import { isKey, t } from "../words/index.ts";
import {
  countsOf,
  type Facet,
  kEquipment,
  kEverything,
  kPositions,
  kRegions,
  search,
  type Wanted,
} from "./search.ts";

/** Kept while the app is open: who comes back from an exercise finds the list as it was. */
const wanted = signal<Wanted>(kEverything);

const kGroups: Readonly<Record<Facet, readonly string[]>> = {
  region: kRegions,
  position: kPositions,
  equipment: kEquipment,
};

function groupName(facet: Facet, group: string): string {
  const own = `library.${facet}.${group}`;
  if (isKey(own)) return t(own);
  const shared = `${facet}.${group}`;
  return isKey(shared) ? t(shared) : group;
}

function FacetField({ facet }: { readonly facet: Facet }) {
  const id = useId();
  const counts = countsOf(exercises.value.values(), wanted.value, facet);
  const chosen = wanted.value[facet];
  const groups = kGroups[facet].filter((group) => counts.has(group) || group === chosen);
  return (
    <div class="field">
      <label for={id}>{t(`library.${facet}`)}</label>
      <select
        id={id}
        class="input"
        value={chosen}
        onChange={(event) => {
          wanted.value = { ...wanted.value, [facet]: event.currentTarget.value };
        }}
      >
        <option value="">{t("library.all")}</option>
        {groups.map((group) => (
          <option key={group} value={group}>
            {t("library.option", { name: groupName(facet, group), count: counts.get(group) ?? 0 })}
          </option>
        ))}
      </select>
    </div>
  );
}

function Row({ exercise, planned }: { readonly exercise: Exercise; readonly planned: boolean }) {
  const { name = exercise.id, purpose } = exercise.text.en ?? {};
  return (
    <li>
      <a class="library-row" href={`#/library/${exercise.id}`}>
        <KeyPose exercise={exercise.id} />
        <div class="stack tight">
          <h2 class="library-name">{name}</h2>
          {purpose !== undefined && <p class="quiet">{purpose}</p>}
          {planned && <span class="library-planned">{t("library.planned")}</span>}
        </div>
      </a>
    </li>
  );
}

export function ExerciseList() {
  const found = search(exercises.value.values(), wanted.value);
  const planned = new Set(
    (agenda.value?.week ?? []).flatMap((day) => day.items.map((item) => item.exercise)),
  );
  const isNarrowed = Object.values(wanted.value).some((word) => word !== "");
  return (
    <Page title={t("library.title")} lead={t("library.lead")}>
      <search class="stack">
        <TextField
          label={t("library.search")}
          hint={t("library.search.hint")}
          value={wanted.value.text}
          onInput={(text) => {
            wanted.value = { ...wanted.value, text };
          }}
        />
        <div class="library-facets">
          <FacetField facet="region" />
          <FacetField facet="position" />
          <FacetField facet="equipment" />
        </div>
        <div class="line apart">
          <p role="status" class="number">
            {found.length === 0 ? t("library.none") : t("library.found", { n: found.length })}
          </p>
          {isNarrowed && (
            <Button
              kind="plain"
              onClick={() => {
                wanted.value = kEverything;
              }}
            >
              {t("library.clear")}
            </Button>
          )}
        </div>
      </search>
      <ul class="rows">
        {found.map((one) => (
          <Row key={one.id} exercise={one} planned={planned.has(one.id)} />
        ))}
      </ul>
    </Page>
  );
}
