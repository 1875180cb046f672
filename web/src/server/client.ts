// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Calls the server; says what is wrong in words and codes. */
import type { ErrorCode, Problem } from "#api";

/** `offline`: no answer came at all; nothing is known about what the server did. */
export type FaultCode = ErrorCode | "offline";

export class ServerFault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly detail: string,
    readonly where: string | null = null,
  ) {
    super(detail);
  }
}

const kPatienceMs = 20_000;

async function problemOf(response: Response): Promise<ServerFault> {
  try {
    const problem = (await response.json()) as Problem;
    return new ServerFault(problem.code, problem.detail, problem.where ?? null);
  } catch {
    return new ServerFault(response.status >= 502 ? "offline" : "internal", response.statusText);
  }
}

/** The answer's JSON; null where there is none. Throws ServerFault. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const request: RequestInit = { method, signal: AbortSignal.timeout(kPatienceMs) };
  if (body !== undefined) {
    request.body = JSON.stringify(body);
    request.headers = { "Content-Type": "application/json" };
  }
  let response: Response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new ServerFault("offline", "The server does not answer.");
  }
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text === "" ? null : JSON.parse(text)) as T;
}
