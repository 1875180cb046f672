// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Buttons and fields. Every one of them has words, a large target, and works by keyboard. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { ServerFault } from "../server/client.ts";
import { t } from "../words/index.ts";
import { say } from "./toast.tsx";

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: "main" | "plain" | "danger";
  readonly size?: "big";
  readonly wide?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void | Promise<void>;
}

/** Says what went wrong where no page does. */
export function report(error: unknown): void {
  const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
  if (isFull) say(t("fault.full"));
  else if (error instanceof ServerFault && error.code === "offline") say(t("fault.away"));
  else say(t("fault.unknown", { detail: error instanceof Error ? error.message : String(error) }));
}

/** A button that waits for its work, and says what goes wrong with it. */
export function Button({ children, kind, size, wide, disabled, onClick }: ButtonProps) {
  const [busy, setBusy] = useState(false);
  const work = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await onClick();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  const look = ["button", kind, size, wide ? "wide" : ""].filter(Boolean).join(" ");
  return (
    <button type="button" class={look} disabled={disabled} aria-busy={busy} onClick={work}>
      {children}
    </button>
  );
}

interface LinkProps {
  readonly to: string;
  readonly children: ComponentChildren;
  readonly kind?: "main" | "plain";
  readonly size?: "big";
  readonly wide?: boolean;
}

export function LinkButton({ to, children, kind, size, wide }: LinkProps) {
  const look = ["button", kind, size, wide ? "wide" : ""].filter(Boolean).join(" ");
  return (
    <a class={look} href={`#${to}`}>
      {children}
    </a>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | null;
  readonly value: string;
  readonly secret?: boolean;
  readonly maxLength?: number;
  readonly autocomplete?: "off" | "current-password" | "new-password" | "name";
  readonly onInput: (value: string) => void;
}

export function TextField(props: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.hint !== undefined && (
        <span id={`${id}-hint`} class="quiet small">
          {props.hint}
        </span>
      )}
      <input
        id={id}
        class="input"
        type={(props.secret ? "password" : "text") as "text"}
        value={props.value}
        maxLength={props.maxLength ?? 200}
        autocomplete={props.autocomplete ?? "off"}
        aria-invalid={props.fault != null}
        aria-describedby={props.fault != null ? `${id}-fault` : `${id}-hint`}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {props.fault != null && (
        <span id={`${id}-fault`} class="fault" role="alert">
          {props.fault}
        </span>
      )}
    </div>
  );
}

interface NumberProps {
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
  readonly min: number;
  readonly max: number;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A whole number; says its range when it is left with another. */
export function NumberField({ label, unit, hint, min, max, value, onChange }: NumberProps) {
  const id = useId();
  const [text, setText] = useState(value === null ? "" : String(value));
  const number = text.trim() === "" ? null : Number(text.replace(",", "."));
  const wrong = number !== null && !(Number.isFinite(number) && number >= min && number <= max);
  return (
    <div class="field">
      <label for={id}>{unit === undefined ? label : `${label} (${unit})`}</label>
      {hint !== undefined && <span class="quiet small">{hint}</span>}
      <input
        id={id}
        class="input short number"
        inputMode="decimal"
        autocomplete="off"
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-fault` : undefined}
        onInput={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          const read = next.trim() === "" ? null : Number(next.replace(",", "."));
          const good = read !== null && Number.isFinite(read) && read >= min && read <= max;
          onChange(good ? Math.round(read) : null);
        }}
      />
      {wrong && (
        <span id={`${id}-fault`} class="fault" role="alert">
          {t("field.range", { min, max })}
        </span>
      )}
    </div>
  );
}

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly hint?: string;
  readonly options: readonly Option<T>[];
  readonly value: T | null;
  readonly layout?: "list";
  readonly hideLegend?: boolean;
  readonly onChange: (value: T) => void;
}

/** One of several. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset class="field">
      <legend class={props.hideLegend ? "unseen" : "legend"}>{props.legend}</legend>
      {props.hint !== undefined && <p class="quiet small">{props.hint}</p>}
      <div class={props.layout === "list" ? "choices list" : "choices"}>
        {props.options.map((option) => (
          <label class="choice" key={option.value}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ManyProps<T extends string> {
  readonly legend: string;
  readonly hint?: string;
  readonly options: readonly Option<T>[];
  readonly value: readonly T[];
  readonly layout?: "list";
  readonly onChange: (value: T[]) => void;
}

/** Any of several. */
export function Many<T extends string>(props: ManyProps<T>) {
  return (
    <fieldset class="field">
      <legend class="legend">{props.legend}</legend>
      {props.hint !== undefined && <p class="quiet small">{props.hint}</p>}
      <div class={props.layout === "list" ? "choices list" : "choices"}>
        {props.options.map((option) => (
          <label class="choice" key={option.value}>
            <input
              type="checkbox"
              checked={props.value.includes(option.value)}
              onChange={(event) =>
                props.onChange(
                  event.currentTarget.checked
                    ? [...props.value, option.value]
                    : props.value.filter((other) => other !== option.value),
                )
              }
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ScaleProps {
  readonly legend: string;
  readonly hint?: string;
  readonly low: string;
  readonly high: string;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}

/** 0 to 10, in one tap. */
export function Scale({ legend, hint, low, high, value, onChange }: ScaleProps) {
  const id = useId();
  return (
    <fieldset class="field">
      <legend class="legend">{legend}</legend>
      {hint !== undefined && <p class="quiet small">{hint}</p>}
      <div class="scale">
        {Array.from({ length: 11 }, (_, number) => (
          <label class="choice" key={`${number}`}>
            <input
              type="radio"
              name={id}
              value={number}
              checked={value === number}
              onChange={() => onChange(number)}
            />
            <span>{number}</span>
          </label>
        ))}
      </div>
      <div class="ends" aria-hidden="true">
        <span>0 = {low}</span>
        <span>10 = {high}</span>
      </div>
    </fieldset>
  );
}
