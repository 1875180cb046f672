// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Movement tests, self-timed: how to, a clock where one is needed, and the result. */
import { useEffect, useState } from "preact/hooks";
import { Button, NumberField } from "../parts/controls.tsx";
import { Page } from "../parts/page.tsx";
import { path, replace } from "../parts/route.ts";
import { say } from "../parts/toast.tsx";
import { tone } from "../player/voice.ts";
import { reasonTexts } from "../record/dose.ts";
import { add, agenda } from "../record/record.ts";
import { type Key, t } from "../words/index.ts";

interface TestRow {
  readonly test: string;
  readonly unit: "times" | "seconds" | "cm";
  readonly sides: boolean;
  /** A countdown for counting within it. */
  readonly seconds?: number;
  readonly max: number;
}

/** By the check's name; the words are those of the journal. */
const kTests: Readonly<Record<string, TestRow>> = {
  chair_stand: { test: "chair_stand_30s", unit: "times", sides: false, seconds: 30, max: 60 },
  chair_stand_30s: { test: "chair_stand_30s", unit: "times", sides: false, seconds: 30, max: 60 },
  single_leg_stance: { test: "single_leg_stance_s", unit: "seconds", sides: true, max: 600 },
  side_bridge: { test: "side_bridge_s", unit: "seconds", sides: true, max: 600 },
  trunk_extensor: { test: "trunk_extensor_s", unit: "seconds", sides: false, max: 600 },
  forward_reach: { test: "forward_reach_cm", unit: "cm", sides: false, max: 100 },
};

interface ClockProps {
  /** Counts down from here; absent: counts up. */
  readonly from?: number;
  readonly onStop: (seconds: number) => void;
}

function Clock({ from, onStop }: ClockProps) {
  const [begun, setBegun] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (begun === null) return;
    const timer = setInterval(() => setNow((performance.now() - begun) / 1000), 100);
    return () => clearInterval(timer);
  }, [begun]);
  useEffect(() => {
    if (begun !== null && from !== undefined && now >= from) {
      tone(392, 0.6);
      setBegun(null);
      onStop(from);
    }
  }, [now]);
  const toggle = () => {
    if (begun === null) {
      setNow(0);
      setBegun(performance.now());
      tone(659);
    } else {
      setBegun(null);
      if (from === undefined) onStop(Math.round((performance.now() - begun) / 1000));
      else say(t("test.early"));
    }
  };
  const shown = from === undefined ? now : Math.max(0, from - now);
  return (
    <div class="panel stack">
      <p class="count-number number" role="timer" aria-live="off">
        {Math.floor(shown)}
      </p>
      <Button kind="main" size="big" wide onClick={toggle}>
        {t(begun === null ? "test.start" : "test.stop")}
      </Button>
    </div>
  );
}

interface ResultProps {
  readonly row: TestRow;
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function Result({ row, label, value, onChange }: ResultProps) {
  const [measured, setMeasured] = useState(0);
  const take = (seconds: number) => {
    if (row.seconds !== undefined) return;
    setMeasured((count) => count + 1);
    onChange(seconds);
  };
  return (
    <section class="stack">
      {row.sides && <h2>{label}</h2>}
      {row.unit !== "cm" && (
        <Clock {...(row.seconds === undefined ? {} : { from: row.seconds })} onStop={take} />
      )}
      <NumberField
        key={measured}
        label={t(`test.unit.${row.unit}`)}
        min={0}
        max={row.max}
        value={value}
        onChange={onChange}
      />
    </section>
  );
}

export function TestPage() {
  const name = path.value.split("/")[2] ?? "";
  const row = kTests[name];
  const [left, setLeft] = useState<number | null>(null);
  const [right, setRight] = useState<number | null>(null);
  if (row === undefined) return <Page title={t("test.unknown")} children={null} />;
  const due = agenda.value?.due.find((one) => one.check === name);
  const ready = left !== null && (!row.sides || right !== null);
  const save = async () => {
    const entry = (value: number | null, side?: string) => ({
      kind: "movement_test.done",
      body: { test: row.test, value, method: "self", ...(side === undefined ? {} : { side }) },
    });
    await add(...(row.sides ? [entry(left, "left"), entry(right, "right")] : [entry(left)]));
    say(t("check.thanks"));
    replace("/today");
  };
  return (
    <Page
      title={t(`test.${row.test}` as Key)}
      lead={due === undefined ? "" : reasonTexts(due.why).join(" ")}
      narrow
    >
      <p>{t(`test.${row.test}.how` as Key)}</p>
      <p class="note">{t("test.stopAt")}</p>
      <Result row={row} label={t("dose.side.left")} value={left} onChange={setLeft} />
      {row.sides && (
        <Result row={row} label={t("dose.side.right")} value={right} onChange={setRight} />
      )}
      <div class="foot">
        <Button onClick={() => replace("/today")}>{t("test.later")}</Button>
        <Button kind="main" size="big" disabled={!ready} onClick={save}>
          {t("say.save")}
        </Button>
      </div>
    </Page>
  );
}
