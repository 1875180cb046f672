// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** A real server in its own process, on a free port and an empty folder. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const kProgram = fileURLToPath(new URL("../../build/release/apps/cli/plumbline", import.meta.url));

export class Server {
  private process: ChildProcess | null = null;
  private readonly data = mkdtempSync(join(tmpdir(), "plumbline-web-"));
  origin = "";
  /** With the code that pairs the first browser. */
  link = "";

  /** Waits until it is ready. Throws with what it said where it does not come up. */
  async start(port = 0): Promise<void> {
    const child = spawn(kProgram, ["serve", "--data", this.data, "--port", String(port)]);
    this.process = child;
    let said = "";
    await new Promise<void>((ready, fail) => {
      child.stdout.on("data", (text: Buffer) => {
        said += text.toString();
        if (said.includes("Ctrl-C")) ready();
      });
      child.stderr.on("data", (text: Buffer) => {
        said += text.toString();
      });
      child.on("exit", () => fail(new Error(said)));
    });
    this.origin = /Plumbline is at (\S+)\//.exec(said)?.[1] ?? "";
    this.link = /(\S+\/#code=\S+)/.exec(said)?.[1] ?? this.link;
  }

  get port(): number {
    return Number(new URL(this.origin).port);
  }

  async stop(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (child === null || child.exitCode !== null) return;
    await new Promise<void>((gone) => {
      child.removeAllListeners("exit");
      child.on("exit", () => gone());
      child.kill("SIGINT");
    });
  }

  remove(): void {
    rmSync(this.data, { recursive: true, force: true });
  }
}
