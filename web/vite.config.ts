// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from "node:url";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";

const built = (path: string) => fileURLToPath(new URL(`../build/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^#core\.wasm/, replacement: built("wasm/apps/browser/plumbline_core.wasm") },
      {
        find: /^#catalogue\.json/,
        replacement: built("wasm/apps/catalogue_bundle/catalogue.json"),
      },
      {
        find: /^#education/,
        replacement: fileURLToPath(new URL("../catalog/education", import.meta.url)),
      },
    ],
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  assetsInclude: ["**/*.wasm"],
  worker: { format: "es" },
  server: {
    fs: { allow: [".."] },
    proxy: { "/api": { target: "http://127.0.0.1:8080", ws: true } },
  },
  build: {
    outDir: built("web"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  plugins: [
    VitePWA({
      registerType: "prompt",
      injectRegister: false,
      filename: "sw.js",
      includeAssets: [],
      includeManifestIcons: false,
      workbox: {
        inlineWorkboxRuntime: true,
        globPatterns: ["**/*.{html,js,css,wasm,json,svg}"],
        maximumFileSizeToCacheInBytes: 8_000_000,
        // The server gives the page at /, and has no /index.html.
        manifestTransforms: [
          async (entries) => ({
            manifest: entries.map((one) => (one.url === "index.html" ? { ...one, url: "/" } : one)),
          }),
        ],
        directoryIndex: null,
        navigateFallback: "/",
        navigateFallbackDenylist: [/^\/(api|health|metrics|problems|openapi|ca\.crt|trust)/],
        cleanupOutdatedCaches: true,
      },
      manifest: {
        name: "Plumbline",
        short_name: "Plumbline",
        description: "Back care, step by step, on your own machine.",
        start_url: "/",
        display: "standalone",
        background_color: "#f6f3ee",
        theme_color: "#0d6b6f",
        icons: [{ src: "/assets/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
      },
    }),
  ],
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
