// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Frames of pages: title, tabs, notes, and the message at the foot. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Key, t } from "../words/index.ts";
import { Icon, type IconName } from "./icons.tsx";

interface PageProps {
  readonly title: string;
  readonly lead?: string;
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}

/** A page: names the window, and puts the reader at its title. */
export function Page({ title, lead, narrow, children }: PageProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Plumbline`;
    head.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title]);
  return (
    <main id="main" class={narrow ? "content narrow" : "content"}>
      <div class="stack loose">
        <header class="stack tight">
          <h1 ref={head} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p class="lead">{lead}</p>}
        </header>
        {children}
      </div>
    </main>
  );
}

const kTabs: readonly { path: string; key: Key; icon: IconName }[] = [
  { path: "/today", key: "tab.today", icon: "today" },
  { path: "/plan", key: "tab.plan", icon: "plan" },
  { path: "/progress", key: "tab.progress", icon: "progress" },
  { path: "/library", key: "tab.library", icon: "library" },
  { path: "/more", key: "tab.more", icon: "more" },
];

export function Tabs({ path }: { readonly path: string }) {
  return (
    <nav class="tabs" aria-label={t("tab.label")}>
      <a class="brand" href="#/today" aria-label="Plumbline">
        <Icon name="plumb" /> Plumbline
      </a>
      {kTabs.map((tab) => (
        <a
          key={tab.path}
          href={`#${tab.path}`}
          aria-current={path.startsWith(tab.path) ? "page" : undefined}
        >
          <Icon name={tab.icon} />
          {t(tab.key)}
        </a>
      ))}
    </nav>
  );
}
