// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
declare module "#core.wasm?url" {
  const address: string;
  export default address;
}
declare module "#catalogue.json?url" {
  const address: string;
  export default address;
}
