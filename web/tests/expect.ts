// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Small words for what has to hold. */

export function expect(faults: string[], holds: boolean, what: string): void {
  if (!holds) faults.push(what);
  console.log(`${holds ? "ok  " : "FAIL"} ${what}`);
}

/** Says that a place was reached where a fault before it would have ended the check. */
export function reached(what: string): void {
  console.log(`ok   ${what}`);
}

/** Prints what does not hold and ends the program. */
export function finish(faults: readonly string[], what: string): never {
  for (const fault of faults) console.log(`FAIL ${fault}`);
  console.log(faults.length === 0 ? `${what}: holds` : `${faults.length} things do not hold`);
  process.exit(faults.length === 0 ? 0 : 1);
}
