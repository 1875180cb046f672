// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** What somebody told about their back and their days, to be changed at any time. */
import { useEffect, useState } from "preact/hooks";
import { Button } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { ProfileForm } from "../parts/profile_form.tsx";
import { replace } from "../parts/route.ts";
import { say } from "../parts/toast.tsx";
import { latest } from "../record/days.ts";
import type { Profile } from "../record/profile.ts";
import { add, entries } from "../record/record.ts";
import { t } from "../words/index.ts";

export function AnswersPage() {
  const known = latest<Profile>(entries.value, "profile.set");
  const [profile, setProfile] = useState<Profile | null>(known);
  useEffect(() => {
    if (profile === null) setProfile(known);
  }, [known !== null]);
  if (profile === null) return <main id="main" class="content" aria-busy="true" />;
  const save = async () => {
    await add({ kind: "profile.set", body: { ...profile } });
    say(t("answers.saved"));
    replace("/today");
  };
  return (
    <Page title={t("answers.title")} lead={t("answers.lead")} narrow>
      <ProfileForm profile={profile} onChange={setProfile} />
      <div class="foot">
        <Button onClick={() => replace("/more")}>{t("say.cancel")}</Button>
        <Button kind="main" size="big" onClick={save}>
          {t("say.save")}
        </Button>
      </div>
    </Page>
  );
}
