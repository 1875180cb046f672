// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Line drawings of 24 by 24; always beside a word. */

const kPaths = {
  plumb: "M12 2v11M8.5 13h7L12 22zM12 2h0",
  today: "M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  plan: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
  progress: "M4 19V5M4 19h16M7 15l4-4 3 2 5-6",
  library: "M5 4h5v16H5zM10 4h4v16h-4zM15.5 5l3.8-1L22 19l-3.8 1z",
  more: "M5 12h.01M12 12h.01M19 12h.01",
} as const;

export type IconName = keyof typeof kPaths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={kPaths[name]} />
    </svg>
  );
}
