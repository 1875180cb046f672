// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Shows an exercise. */
interface FigureProps {
  readonly exercise: string;
  readonly playing?: boolean;
  readonly mirror?: boolean;
}
export function Figure(_: FigureProps) {
  return <div class="figure" />;
}
export function KeyPose(_: { readonly exercise: string }) {
  return <div class="figure" />;
}
