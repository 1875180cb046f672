// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The message at the foot of every page. */
import { signal } from "@preact/signals";

interface Toast {
  readonly text: string;
  readonly action?: { readonly text: string; readonly run: () => void | Promise<void> };
}

const toast = signal<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something in passing, with something to do about it where there is. */
export function say(text: string, action?: string, run?: () => void | Promise<void>): void {
  toast.value =
    action === undefined || run === undefined ? { text } : { text, action: { text: action, run } };
  clearTimeout(timer);
  timer = setTimeout(() => {
    toast.value = null;
  }, 8000);
}

export function ToastPlace() {
  const now = toast.value;
  return (
    <div role="status" aria-live="polite">
      {now !== null && (
        <div class="toast">
          <span>{now.text}</span>
          {now.action !== undefined && (
            <button
              type="button"
              class="button"
              onClick={async () => {
                toast.value = null;
                await now.action?.run();
              }}
            >
              {now.action.text}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
